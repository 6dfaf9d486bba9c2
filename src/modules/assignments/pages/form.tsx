import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  type Content,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
} from '../../../ui/index.ts';
import { words } from '../vi/index.ts';

/** A form as its door hands it over, and where it is left to. */
export interface ActState {
  readonly form: FormView;
  readonly hidden: HiddenValues;
  readonly action: string;
  readonly backHref: string;
}

/** What a field of the form shows. */
export const fieldOf =
  ({ form }: Pick<ActState, 'form'>) =>
  (name: string, label: string) => ({
    name,
    label,
    value: form.values[name],
    error: form.errors[name],
  });

/** A form with its button and the way back. */
export function ActForm(props: {
  readonly state: ActState;
  readonly verb: string;
  readonly danger?: boolean;
  readonly children?: Content;
}) {
  const { form, hidden, action, backHref } = props.state;
  return (
    <Form action={action} hidden={hidden}>
      <ErrorSummary errors={form.summary} />
      {props.children}
      <FormActions>
        <Button kind={props.danger ? 'danger' : 'primary'}>{props.verb}</Button>
        <ButtonLink kind="text" href={backHref}>
          {words.leaveForm}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
