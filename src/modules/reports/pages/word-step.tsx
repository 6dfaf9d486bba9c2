import type { FormView } from '../../../platform/forms/returned.ts';
import { ErrorSummary, Form, type HiddenValues, SaveActions, TextArea } from '../../../ui/index.ts';

export interface StepState {
  readonly form: FormView;
  readonly hidden: HiddenValues;
  readonly action: string;
}

/** A step that needs a few words: why it comes back, what is answered. */
export function WordStep(props: {
  readonly state: StepState;
  readonly name: string;
  readonly title?: string;
  readonly label: string;
  readonly save: string;
  readonly backHref: string;
}) {
  const { state, name } = props;
  return (
    <Form action={state.action} hidden={state.hidden}>
      {props.title === undefined ? null : <h2>{props.title}</h2>}
      <ErrorSummary errors={state.form.summary} />
      <TextArea
        name={name}
        label={props.label}
        value={state.form.values[name]}
        error={state.form.errors[name]}
        maxLength={2000}
        rows={5}
      />
      <SaveActions save={props.save} backHref={props.backHref} />
    </Form>
  );
}
