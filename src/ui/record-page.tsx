import { DefinitionList, Section, type Term } from './blocks.tsx';
import { Button, ButtonLink } from './button.tsx';
import { Alert } from './feedback.tsx';
import { Timeline, type TimelineItem } from './flow.tsx';
import { FormActions } from './form/form.tsx';
import { RecordFiles, type RecordFilesProps } from './record.tsx';
import type { Content } from './types.ts';
import { vi } from './vi.ts';

export interface RecordDetailsProps extends RecordFilesProps {
  readonly terms: readonly Term[];
  readonly listHref: string;
  readonly listLabel: string;
  /** Buttons: what may be done with the record. */
  readonly children?: Content;
}

/** What is kept of a record, its files, what may be done with it, and the way back to the list. */
export function RecordDetails(props: RecordDetailsProps) {
  return (
    <>
      <Section title={vi.record.details}>
        <DefinitionList items={props.terms} />
      </Section>
      <RecordFiles files={props.files} attachAction={props.attachAction} error={props.error} />
      <div class="buttons">
        {props.children}
        <ButtonLink kind="text" href={props.listHref}>
          {props.listLabel}
        </ButtonLink>
      </div>
    </>
  );
}

/** Who did what and when, the newest first. */
export function RecordHistory(props: { readonly items: readonly TimelineItem[] }) {
  return (
    <Section title={vi.record.history}>
      <Timeline items={props.items} />
    </Section>
  );
}

/** On a form that comes back because somebody saved meanwhile: the way to what stands now. */
export function NewerSaved(props: { readonly href: string | undefined }) {
  if (props.href === undefined) return null;
  return (
    <Alert tone="warn" title={vi.record.newer}>
      <a href={props.href}>{vi.record.seeNewer}</a>
    </Alert>
  );
}

/** The last line of a record's form: save, or leave without saving. */
export function SaveActions(props: { readonly save: string; readonly backHref: string }) {
  return (
    <FormActions>
      <Button kind="primary" busy={vi.saving}>
        {props.save}
      </Button>
      <ButtonLink kind="text" href={props.backHref}>
        {vi.record.leave}
      </ButtonLink>
    </FormActions>
  );
}
