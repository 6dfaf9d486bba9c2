import { Section } from './blocks.tsx';
import { Button, ButtonLink } from './button.tsx';
import { Alert } from './feedback.tsx';
import { Form } from './form/form.tsx';
import { FileInput } from './form/inputs.tsx';
import { vi } from './vi.ts';

export interface RecordFile {
  readonly name: string;
  /** In words: 120 KB. */
  readonly size: string;
  readonly href: string;
  /** Where a POST takes it off; null for those who may not. */
  readonly detachAction: string | null;
}

export interface RecordFilesProps {
  readonly files: readonly RecordFile[];
  /** Where a POST with `files` adds some; null for those who may not. */
  readonly attachAction: string | null;
  readonly error?: string | undefined;
}

/** The files of a record: each a link, with the way to take it off and to add more. */
export function RecordFiles(props: RecordFilesProps) {
  const words = vi.record;
  return (
    <Section title={words.files} id="tep">
      {props.files.length === 0 ? <p>{words.noFiles}</p> : <FileLines files={props.files} />}
      {props.attachAction === null ? null : (
        <Form action={props.attachAction} files>
          <FileInput
            name="files"
            label={words.attach}
            help={words.limits}
            error={props.error}
            multiple
          />
          <div class="buttons">
            <Button busy={vi.saving}>{words.attach}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}

function FileLines(props: { readonly files: readonly RecordFile[] }) {
  return (
    <ul>
      {props.files.map((file) => (
        <li>
          <a href={file.href}>{file.name}</a> ({file.size}){' '}
          {file.detachAction === null ? null : (
            <Form action={file.detachAction} inline>
              <button
                type="submit"
                class="link-button"
                aria-label={vi.record.detachFile(file.name)}
              >
                {vi.record.detach}
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

export interface KeptFile {
  readonly pid: string;
  readonly name: string;
}

/** A file field of a form; `kept` came with a form that is shown again and goes along with it. */
export function FormFiles(props: {
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly kept: readonly KeptFile[];
}) {
  const { kept } = props;
  return (
    <FileInput
      name="files"
      label={props.label}
      help={props.help ?? vi.record.limits}
      error={props.error}
      optional
      multiple
      files={
        kept.length === 0 ? undefined : (
          <div>
            <p>{vi.record.kept}</p>
            <ul>
              {kept.map((file) => (
                <li>
                  {file.name}
                  <input type="hidden" name="kept" value={file.pid} />
                </li>
              ))}
            </ul>
          </div>
        )
      }
    />
  );
}

/** In place of a record that was deleted: until when, and the way back. */
export function DeletedRecord(props: {
  readonly text: string;
  readonly restoreAction: string;
  readonly listHref: string;
}) {
  const words = vi.record;
  return (
    <>
      <Alert tone="warn" title={words.deleted}>
        {props.text}
      </Alert>
      <Form action={props.restoreAction}>
        <div class="buttons">
          <Button kind="primary">{words.restore}</Button>
          <ButtonLink kind="text" href={props.listHref}>
            {words.toList}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
