import { Button, Checkboxes, FileInput, fieldId, uiVi } from '../../../ui/index.ts';
import { labels, entryWords as words } from '../vi/index.ts';

export interface ShownFile {
  readonly name: string;
  readonly size: string;
  readonly href: string;
}

/** The files of a complaint. */
export function FileList(props: { readonly files: readonly ShownFile[] }) {
  return (
    <ul class="entry-files">
      {props.files.map(({ name, size, href }) => (
        <li>
          <span class="anywhere">
            <a href={href}>{name}</a> ({size})
          </span>
        </li>
      ))}
    </ul>
  );
}

export interface CarriedFiles {
  /** Those that were received with the form and go along with it. */
  readonly files: readonly { readonly pid: string; readonly name: string; readonly size: string }[];
  readonly filesHelp: string;
  readonly full: boolean;
  readonly error: string | undefined;
}

/** The files of a form: those that it has, each to be kept or not, and one more. */
export function FileFields({ files, filesHelp, full, error }: CarriedFiles) {
  return (
    <>
      {files.length === 0 ? null : (
        <Checkboxes
          name="files"
          id="tep-da-nhan"
          label={words.form.filesAdded}
          values={files.map(({ pid }) => pid)}
          options={files.map(({ pid, name, size }) => ({
            value: pid,
            label: <span class="anywhere">{`${name} (${size})`}</span>,
          }))}
          optional
        />
      )}
      {full ? null : (
        <>
          <FileInput
            name="file"
            id={fieldId('files')}
            label={labels.files ?? ''}
            help={filesHelp}
            error={error}
            optional
          />
          <div class="buttons">
            <Button name="act" value="them-tep" busy={uiVi.saving}>
              {words.form.add}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
