import { type ActState, FieldGroup, fieldId, type SelectOption } from '../../../../ui/index.ts';

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
