import {
  Button,
  FieldGroup,
  FileInput,
  type FileUpload,
  Form,
  fieldId,
  HiddenFields,
  uiVi,
} from '../../../../ui/index.ts';
import { type FilesField, fileTypeNames, noBounds } from '../../../calls/index.ts';
import { callWords, dossierWords } from '../../vi/entry/index.ts';

const words = dossierWords.files;

export interface FileLine {
  readonly name: string;
  /** In words: '3,2 MB'. */
  readonly size: string;
  readonly href: string;
  /** Where a POST takes it out; null where nothing may be changed. */
  readonly dropAction: string | null;
}

/** Files with their sizes, each a link. */
export function FileLines(props: { readonly items: readonly FileLine[] }) {
  if (props.items.length === 0) return <p class="help">{words.nothing}</p>;
  return (
    <ul class="entry-files">
      {props.items.map(({ name, size, href, dropAction }) => (
        <li>
          <span class="anywhere">
            <a href={href}>{name}</a> ({size})
          </span>
          {dropAction === null ? null : (
            <Form action={dropAction} inline>
              <button type="submit" class="link-button" aria-label={words.removeOf(name)}>
                {words.remove}
              </button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

export interface FilesFieldView {
  readonly field: FilesField;
  readonly files: readonly FileLine[];
  readonly error: string | undefined;
  readonly remark: string | undefined;
  /** Null where nothing may be added. */
  readonly upload: FileUpload | null;
  readonly accept: string;
}

/** The second step: each field of files with what is there, and the way to send one more. */
export function FilesPage(props: {
  readonly action: string;
  readonly fields: readonly FilesFieldView[];
}) {
  if (props.fields.length === 0) return <p>{words.none}</p>;
  return (
    <>
      {props.fields.map((one) => (
        <OneField {...one} action={props.action} />
      ))}
    </>
  );
}

function OneField(props: FilesFieldView & { readonly action: string }) {
  const { field, files, upload } = props;
  const name = `answers.${field.key}`;
  const full = field.count.max !== null && files.length >= field.count.max;
  return (
    <div class="entry-field" id={fieldId(name)} tabindex={-1}>
      <FieldGroup
        name={name}
        id={`${fieldId(name)}-tep`}
        label={field.label}
        optional={!field.required}
        help={[field.help, limitsOf(field)].filter(Boolean).join(' ')}
        error={[props.remark, props.error].filter(Boolean).join(' ') || undefined}
      >
        <FileLines items={files} />
        {upload === null ? null : full ? (
          <p class="help">{words.full}</p>
        ) : (
          <Form action={props.action} files>
            <HiddenFields values={{ field: field.key }} />
            <FileInput
              name="file"
              id={`${fieldId(name)}-chon`}
              label={words.choose(field.label)}
              accept={props.accept}
              upload={upload}
            />
            <div class="buttons">
              <Button busy={uiVi.saving}>{words.add}</Button>
            </div>
          </Form>
        )}
      </FieldGroup>
    </div>
  );
}

const limitsOf = ({ types, size, count }: FilesField): string =>
  `${callWords.upper(
    callWords.files(
      types.map((type) => fileTypeNames[type]),
      size,
      count ?? noBounds,
    ),
  )}.`;
