import type { Issue } from '../../../../kernel/issue.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { ErrorSummary } from '../../../../ui/index.ts';
import type { Marks, Rubric } from '../../rules/index.ts';
import { callsIssues } from '../../vi/index.ts';
import { sheetWords as words } from '../../vi/sheet.ts';
import { EnterKey } from '../enter.tsx';
import { PartFields } from './fields.tsx';
import { SheetTotal } from './total.tsx';

export { ScoreSheetShown } from './shown.tsx';
export { SheetTotal } from './total.tsx';

export interface ScoreSheetProps {
  readonly rubric: Rubric;
  /** As `readMarks` gives them: what could not be read stands as it was typed. */
  readonly marks: Marks;
  /** Of `checkMarks`: each stands beside its field, and in a summary on top with a link to it. */
  readonly issues?: readonly Issue[] | undefined;
  /** What the Enter key sends as `act`; nothing when left out. */
  readonly enter?: string | undefined;
  /** Instead of 'so many places are to be mended' over the summary. */
  readonly summaryTitle?: string | undefined;
  readonly summaryNote?: string | undefined;
}

/**
 * A score sheet as a judge fills it in. Stands inside a `Form` of the caller, who adds the buttons;
 * `sentMarks` reads what it posts, under `mark-{key}`, `band-{key}` (place of the band from 0),
 * `comment-{key}`, `gate-{key}` ('yes' or 'no') and `note-{key}`. The total is that of `marks`.
 */
export function ScoreSheetFields(props: ScoreSheetProps) {
  const { rubric, marks } = props;
  const said = (props.issues ?? []).map((one) => ({
    field: one.path,
    text: wordsOf(one, callsIssues),
  }));
  const errorOf = (name: string): string | undefined =>
    said
      .filter(({ field }) => field === name)
      .map(({ text }) => text)
      .join(' ') || undefined;
  const filled = rubric.parts.filter(({ kind }) => kind !== 'votes');
  return (
    <div class="sheet">
      <EnterKey {...(props.enter === undefined ? {} : { name: 'act', value: props.enter })} />
      <ErrorSummary errors={said} title={props.summaryTitle} note={props.summaryNote} />
      {filled.map((part, at) => (
        <PartFields part={part} at={at + 1} mark={marks[part.key] ?? {}} errorOf={errorOf} />
      ))}
      {rubric.parts.map((part) =>
        part.kind === 'votes' ? <p class="help">{words.votes(part.label, part.max)}</p> : null,
      )}
      <SheetTotal rubric={rubric} marks={marks} />
    </div>
  );
}
