import type { Issue } from '../../../../kernel/issue.ts';
import {
  Alert,
  Button,
  ButtonLink,
  FileInput,
  Form,
  FormActions,
  TextArea,
} from '../../../../ui/index.ts';
import { type Marks, type Rubric, ScoreSheetFields } from '../../../calls/index.ts';
import { officeWords } from '../../vi/index.ts';

const words = officeWords.paper;

export interface PaperFormProps {
  readonly action: string;
  readonly keepHref: string;
  readonly version: number;
  readonly rubric: Rubric;
  readonly marks: Marks;
  /** Of the marks. */
  readonly issues: readonly Issue[];
  readonly reason: string;
  readonly errors: {
    readonly whole: string | undefined;
    readonly reason: string | undefined;
    readonly file: string | undefined;
  };
}

/** A sheet as it stands on paper. */
export function PaperForm(props: PaperFormProps) {
  const { errors } = props;
  return (
    <>
      <p>{words.lead}</p>
      {errors.whole === undefined ? null : (
        <Alert tone="bad" title={`${words.refused}.`} live>
          {errors.whole}
        </Alert>
      )}
      <Form action={props.action} hidden={{ version: props.version }} files>
        <ScoreSheetFields
          rubric={props.rubric}
          marks={props.marks}
          issues={props.issues}
          summaryTitle={props.issues.length === 0 ? undefined : words.refused}
        />
        <TextArea
          name="reason"
          label={words.reason}
          help={words.reasonHelp}
          value={props.reason}
          error={errors.reason}
          rows={3}
          maxLength={2000}
        />
        <FileInput
          name="file"
          label={words.file}
          help={words.fileHelp}
          error={errors.file}
          accept=".pdf,.jpg,.jpeg,.png"
          optional
        />
        <FormActions>
          <Button kind="primary" busy={words.saving}>
            {words.verb}
          </Button>
          <ButtonLink href={props.keepHref}>{words.keep}</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
