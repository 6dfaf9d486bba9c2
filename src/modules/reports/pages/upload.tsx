import {
  ErrorSummary,
  FileInput,
  Form,
  type HiddenValues,
  SaveActions,
} from '../../../ui/index.ts';
import { words } from '../vi/pages.ts';

/** A form that was filled without the Internet comes back. */
export function UploadForm(props: {
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly problems: readonly string[];
  readonly backHref: string;
}) {
  return (
    <Form action={props.action} hidden={props.hidden} files>
      <ErrorSummary
        errors={props.problems.map((text) => ({ field: 'file', text }))}
        title={words.uploadRefused}
        note={words.uploadRefusedNote}
      />
      <FileInput
        name="file"
        label={words.uploadFile}
        help={words.uploadHelp}
        accept=".xlsx"
        error={props.problems[0]}
      />
      <SaveActions save={words.uploadSave} backHref={props.backHref} />
    </Form>
  );
}
