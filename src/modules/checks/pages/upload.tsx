import { Alert, Button, FileInput, Form, FormActions } from '../../../ui/index.ts';
import { pageWords as words } from '../vi/pages.ts';

export interface UploadProps {
  readonly action: string;
  /** Why the file that was sent cannot be checked. */
  readonly problems: readonly string[];
}

/** Choose a file; nothing of it is kept. */
export function Upload({ action, problems }: UploadProps) {
  return (
    <>
      {problems.length > 0 ? (
        <Alert tone="bad" title={words.unreadable} live>
          {problems.join(' ')}
        </Alert>
      ) : null}
      <Form action={action} files>
        <FileInput
          name="file"
          label={words.file}
          help={words.limits}
          accept=".xlsx,.xlsm,.csv,.tsv,.txt,.json"
        />
        <FormActions>
          <Button kind="primary" icon="upload" busy={words.checking}>
            {words.check}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}
