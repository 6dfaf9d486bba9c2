import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  DateInput,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  RecordDetails,
  type RecordFilesProps,
  type Term,
  TextArea,
} from '../../../ui/index.ts';
import { labels, words } from '../vi.ts';

export interface RecordPageProps extends RecordFilesProps {
  readonly terms: readonly Term[];
  /** Null for those who may not. */
  readonly acts: {
    readonly revokeHref: string | null;
    readonly unrevokeAction: string | null;
    readonly removeHref: string;
  } | null;
  readonly listHref: string;
}

/** What is kept of a distinction, its files, and what may be done with it. */
export function RecordPage(props: RecordPageProps) {
  const { acts } = props;
  return (
    <RecordDetails {...props} listLabel={words.backToList}>
      {acts?.revokeHref ? (
        <ButtonLink kind="dangerOutline" href={acts.revokeHref}>
          {words.revoke}
        </ButtonLink>
      ) : null}
      {acts?.unrevokeAction ? (
        <Form action={acts.unrevokeAction} inline>
          <Button>{words.unrevoke}</Button>
        </Form>
      ) : null}
      {acts === null ? null : (
        <ButtonLink kind="dangerOutline" href={acts.removeHref}>
          {words.remove}
        </ButtonLink>
      )}
    </RecordDetails>
  );
}

/** From which day it no longer counts, and why. */
export function RevokeForm(props: {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly keepHref: string;
}) {
  const { values, errors, summary } = props.state;
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={summary} order={['revoked_on', 'reason']} />
      <p>{words.revokeBody}</p>
      <DateInput
        name="revoked_on"
        label={labels.revoked_on ?? ''}
        value={values.revoked_on}
        error={errors.revoked_on}
      />
      <TextArea
        name="reason"
        label={labels.reason ?? ''}
        value={values.reason}
        error={errors.reason}
      />
      <FormActions>
        <Button kind="danger">{words.revokeTitle}</Button>
        <ButtonLink href={props.keepHref}>{words.keep}</ButtonLink>
      </FormActions>
    </Form>
  );
}
