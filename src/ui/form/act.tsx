import { Button, ButtonLink } from '../button.tsx';
import type { Content } from '../types.ts';
import { vi } from '../vi.ts';
import { ErrorSummary, Form, FormActions, type HiddenValues } from './form.tsx';

/** A form of one act as its door hands it over, and where it is left to. */
export interface ActState {
  readonly form: {
    readonly values: Readonly<Record<string, string>>;
    readonly errors: Readonly<Record<string, string>>;
    readonly summary: readonly { readonly field: string; readonly text: string }[];
  };
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

/** One act: what it does, its fields, its button, and the way back. */
export function ActForm(props: {
  readonly state: ActState;
  readonly help?: Content;
  readonly verb: string;
  readonly danger?: boolean;
  readonly children?: Content;
}) {
  const { form, hidden, action, backHref } = props.state;
  return (
    <Form action={action} hidden={hidden}>
      <ErrorSummary errors={form.summary} />
      {props.help === undefined ? null : <p>{props.help}</p>}
      {props.children}
      <FormActions>
        <Button kind={props.danger ? 'danger' : 'primary'} busy={vi.saving}>
          {props.verb}
        </Button>
        <ButtonLink kind="text" href={backHref}>
          {vi.leaveForm}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
