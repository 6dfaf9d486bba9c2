import { cls } from '../format.ts';
import type { Content } from '../types.ts';
import { FieldGroup, FieldNotes, type FieldProps, fieldIds } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: Content;
  readonly help?: Content;
}

export interface RadiosProps extends FieldProps {
  readonly value?: string | null | undefined;
  readonly options: readonly Choice[];
}

/** Up to seven choices in a column. The first carries the id that an error link points at. */
export function Radios(props: RadiosProps) {
  return (
    <FieldGroup {...props}>
      {props.options.map((option, i) => (
        <ChoiceLine
          {...option}
          type="radio"
          name={props.name}
          id={choiceId(props, i)}
          checked={option.value === props.value}
          bad={Boolean(props.error)}
        />
      ))}
    </FieldGroup>
  );
}

export interface CheckboxesProps extends FieldProps {
  readonly values?: readonly string[] | undefined;
  readonly options: readonly Choice[];
}

export function Checkboxes(props: CheckboxesProps) {
  return (
    <FieldGroup {...props}>
      {props.options.map((option, i) => (
        <ChoiceLine
          {...option}
          type="checkbox"
          name={props.name}
          id={choiceId(props, i)}
          checked={props.values?.includes(option.value) ?? false}
          bad={Boolean(props.error)}
        />
      ))}
    </FieldGroup>
  );
}

export interface CheckboxProps extends FieldProps {
  readonly checked?: boolean | undefined;
  /** Sent when checked; `1` when left out. */
  readonly value?: string | undefined;
}

/** A single yes or no; its label is the sentence that is agreed to. */
export function Checkbox(props: CheckboxProps) {
  const { id, describedBy } = fieldIds(props);
  return (
    <div class={cls('field', props.error && 'field-bad')}>
      <FieldNotes id={id} error={props.error} />
      <label class="choice" for={id}>
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value={props.value ?? '1'}
          checked={props.checked}
          aria-invalid={props.error ? 'true' : undefined}
          aria-describedby={describedBy}
        />
        <span>{props.label}</span>
      </label>
      {props.help ? (
        <p class="help choice-help" id={`${id}-help`}>
          {props.help}
        </p>
      ) : null}
    </div>
  );
}

function choiceId(props: FieldProps, i: number): string {
  const { id } = fieldIds(props);
  return i === 0 ? id : `${id}-${i + 1}`;
}

function ChoiceLine(
  props: Choice & {
    readonly type: 'radio' | 'checkbox';
    readonly name: string;
    readonly id: string;
    readonly checked: boolean;
    readonly bad: boolean;
  },
) {
  const help = props.help ? `${props.id}-note` : undefined;
  return (
    <div class="choice-line">
      <label class="choice" for={props.id}>
        <input
          type={props.type}
          id={props.id}
          name={props.name}
          value={props.value}
          checked={props.checked}
          aria-describedby={help}
          aria-invalid={props.bad && props.type === 'checkbox' ? 'true' : undefined}
        />
        <span>{props.label}</span>
      </label>
      {props.help ? (
        <p class="help choice-help" id={help}>
          {props.help}
        </p>
      ) : null}
    </div>
  );
}
