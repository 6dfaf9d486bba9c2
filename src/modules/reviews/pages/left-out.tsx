import { Alert } from '../../../ui/index.ts';
import { officeWords } from '../vi/index.ts';

export interface LeftOutProps {
  /** Signed sheets that do not count for a conflict. */
  readonly conflict: number;
  /** Sheets that are to be signed again by a rubric that counts otherwise. */
  readonly rubric: number;
  /** Where the conflicts of the edition are. */
  readonly conflictsHref: string;
}

const words = officeWords.leftOut;

/** Tells the office which signed sheets do not count, and what to do; nothing where all do. */
export function LeftOutSheets({ conflict, rubric, conflictsHref }: LeftOutProps) {
  return (
    <>
      {conflict === 0 ? null : (
        <Alert tone="warn" title={words.conflict(conflict)}>
          {words.conflictBody} <a href={conflictsHref}>{words.conflicts}</a>
        </Alert>
      )}
      {rubric === 0 ? null : (
        <Alert tone="warn" title={words.rubric(rubric)}>
          {words.rubricBody}
        </Alert>
      )}
    </>
  );
}
