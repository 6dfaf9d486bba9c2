import {
  ButtonLink,
  DefinitionList,
  type RecordFile,
  RecordFiles,
  Section,
  type Term,
  Timeline,
  type TimelineItem,
} from '../../../ui/index.ts';
import { words } from '../vi.ts';

export interface RecordPageProps {
  readonly terms: readonly Term[];
  readonly files: readonly RecordFile[];
  readonly attachAction: string | null;
  readonly attachError: string | undefined;
  readonly removeHref: string | null;
  readonly listHref: string;
}

/** What is kept of an activity, and its files. */
export function RecordPage(props: RecordPageProps) {
  return (
    <>
      <Section title={words.details}>
        <DefinitionList items={props.terms} />
      </Section>
      <RecordFiles
        files={props.files}
        attachAction={props.attachAction}
        error={props.attachError}
      />
      <div class="buttons">
        {props.removeHref === null ? null : (
          <ButtonLink kind="dangerOutline" href={props.removeHref}>
            {words.remove}
          </ButtonLink>
        )}
        <ButtonLink kind="text" href={props.listHref}>
          {words.backToList}
        </ButtonLink>
      </div>
    </>
  );
}

/** Who did what and when, the newest first. */
export function HistoryAside(props: { items: readonly TimelineItem[] }) {
  return (
    <Section title={words.history}>
      <Timeline items={props.items} />
    </Section>
  );
}
