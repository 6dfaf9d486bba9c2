import { ButtonLink, RecordDetails, type RecordFilesProps, type Term } from '../../../ui/index.ts';
import { words } from '../vi.ts';

export interface RecordPageProps extends RecordFilesProps {
  readonly terms: readonly Term[];
  readonly removeHref: string | null;
  readonly listHref: string;
}

/** What is kept of an activity, and its files. */
export function RecordPage(props: RecordPageProps) {
  return (
    <RecordDetails {...props} listLabel={words.backToList}>
      {props.removeHref === null ? null : (
        <ButtonLink kind="dangerOutline" href={props.removeHref}>
          {words.remove}
        </ButtonLink>
      )}
    </RecordDetails>
  );
}
