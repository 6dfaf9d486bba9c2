import {
  Button,
  ButtonLink,
  DefinitionList,
  FileInput,
  Form,
  Section,
  type Term,
  Timeline,
  type TimelineItem,
} from '../../../ui/index.ts';
import { words } from '../vi.ts';

export interface AttachedFile {
  readonly name: string;
  readonly size: string;
  readonly href: string;
  /** Set for those who may take it off. */
  readonly detach: { readonly action: string; readonly hidden: Record<string, string> } | null;
}

export interface RecordPageProps {
  readonly terms: readonly Term[];
  /** Free text, its line ends kept. */
  readonly summary: string | null;
  readonly files: readonly AttachedFile[];
  readonly attach: { readonly action: string; readonly error: string | undefined } | null;
  readonly removeHref: string | null;
  readonly listHref: string;
}

/** What is kept of an activity, and its files. */
export function RecordPage(props: RecordPageProps) {
  return (
    <>
      <Section title={words.details}>
        <DefinitionList items={props.terms} />
        {props.summary === null
          ? null
          : props.summary.split(/\n{2,}/).map((part) => <p class="keep-lines">{part}</p>)}
      </Section>
      <Section title={words.files} id="tep">
        {props.files.length === 0 ? <p>{words.noFiles}</p> : <Files files={props.files} />}
        {props.attach === null ? null : (
          <Form action={props.attach.action} files>
            <FileInput
              name="files"
              label={words.attach}
              help={words.attachHelp}
              error={props.attach.error}
              multiple
            />
            <Button busy={words.saving}>{words.attach}</Button>
          </Form>
        )}
      </Section>
      <p class="buttons">
        {props.removeHref === null ? null : (
          <ButtonLink kind="dangerOutline" href={props.removeHref}>
            {words.remove}
          </ButtonLink>
        )}
        <ButtonLink kind="text" href={props.listHref}>
          {words.backToList}
        </ButtonLink>
      </p>
    </>
  );
}

function Files(props: { files: readonly AttachedFile[] }) {
  return (
    <ul class="files">
      {props.files.map((file) => (
        <li>
          <a href={file.href}>{file.name}</a> <span>{file.size}</span>{' '}
          {file.detach === null ? null : (
            <Form action={file.detach.action} hidden={file.detach.hidden} inline>
              <Button kind="text" label={words.detachFile(file.name)}>
                {words.detach}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
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
