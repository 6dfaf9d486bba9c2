import type { Child } from 'hono/jsx';
import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
} from '../../../ui/index.ts';
import { vi } from '../vi.ts';

export interface FormShown {
  readonly form: FormView;
  readonly hidden: HiddenValues;
  readonly action: string;
}

export interface FrameOfForm extends FormShown {
  readonly order: readonly string[];
  readonly save: string;
  readonly backHref: string;
  readonly danger?: boolean;
  readonly keep?: string;
  readonly children?: Child;
}

/** Summary, fields, the one button that saves, and the way back without saving. */
export function FormFrame(props: FrameOfForm) {
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={props.form.summary} order={props.order} />
      {props.children}
      <FormActions>
        <Button kind={props.danger ? 'danger' : 'primary'} busy={vi.form.saving}>
          {props.save}
        </Button>
        <ButtonLink kind="text" href={props.backHref}>
          {props.keep ?? vi.form.cancel}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

export function fieldsOf(form: FormView, labels: Readonly<Record<string, string>>) {
  return (name: string) => ({
    name,
    label: labels[name] ?? name,
    value: form.values[name],
    error: form.errors[name],
  });
}
