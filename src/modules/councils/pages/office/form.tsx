import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  type Content,
  ErrorSummary,
  FieldGroup,
  Form,
  FormActions,
  fieldId,
  type HiddenValues,
  type SelectOption,
} from '../../../../ui/index.ts';
import { sectionWords } from '../../vi/office.ts';

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
          {sectionWords.leaveForm}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

/** Boxes of a list of codes, each sent under a name of its own: 'fields.cntt'. */
export function CodeBoxes(props: {
  readonly state: Pick<ActState, 'form'>;
  readonly name: string;
  readonly legend: string;
  readonly help: string;
  readonly options: readonly SelectOption[];
}) {
  const { state, name, options } = props;
  if (options.length === 0) return null;
  return (
    <FieldGroup
      name={name}
      label={props.legend}
      help={props.help}
      error={state.form.errors[name]}
      optional
    >
      {options.map(({ value, label }, at) => (
        <div class="choice-line">
          <label class="choice">
            <input
              type="checkbox"
              id={at === 0 ? fieldId(name) : undefined}
              name={`${name}.${value}`}
              value="1"
              checked={state.form.values[`${name}.${value}`] === '1'}
            />
            <span>{label}</span>
          </label>
        </div>
      ))}
    </FieldGroup>
  );
}
