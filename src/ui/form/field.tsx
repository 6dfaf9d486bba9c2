import { cls, fieldId } from '../format.ts';
import { Icon } from '../icon.tsx';
import type { Content } from '../types.ts';
import { vi } from '../vi.ts';

/** What every field takes. `name` may have dots (`rows.3.title`); the control's id is `fieldId(name)`. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  /** Under the label: what is expected, an example. */
  readonly help?: Content;
  /** Under the help: what is wrong and what to do. */
  readonly error?: string | undefined;
  /** Says so beside the label; fields are required unless marked. */
  readonly optional?: boolean | undefined;
  /** Another id than `fieldId(name)`, when the name is used twice on a page. */
  readonly id?: string | undefined;
  /** A link at the right of the label, such as a forgotten password. */
  readonly labelLink?: Content;
}

export interface FieldIds {
  readonly id: string;
  /** For `aria-describedby`: ids of help and error that are there. */
  readonly describedBy: string | undefined;
}

export function fieldIds(props: FieldProps): FieldIds {
  const id = props.id ?? fieldId(props.name);
  return {
    id,
    describedBy: cls(props.help ? `${id}-help` : null, props.error ? `${id}-error` : null),
  };
}

/** Label above, help, error, then the control. For a control of your own: give it the ids of `fieldIds`. */
export function Field(props: FieldProps & { readonly children?: Content }) {
  const { id } = fieldIds(props);
  return (
    <div class={cls('field', props.error && 'field-bad')}>
      <div class="field-label">
        <label for={id}>
          {props.label}
          {props.optional ? <span class="optional"> {vi.optional}</span> : null}
        </label>
        {props.labelLink}
      </div>
      <FieldNotes {...props} id={id} />
      {props.children}
    </div>
  );
}

/** Help and error of a field or group. */
export function FieldNotes(props: {
  readonly id: string;
  readonly help?: Content;
  readonly error?: string | undefined;
}) {
  return (
    <>
      {props.help ? (
        <p class="help" id={`${props.id}-help`}>
          {props.help}
        </p>
      ) : null}
      {props.error ? (
        <p class="field-error" id={`${props.id}-error`}>
          <Icon name="warning" />
          <span>{props.error}</span>
        </p>
      ) : null}
    </>
  );
}

export interface GroupProps extends FieldProps {
  readonly children?: Content;
  /** Attributes that tie the notes to the group. */
  readonly inline?: boolean | undefined;
}

/** Several controls that answer one question (radios, checkboxes, two boxes of a range). */
export function FieldGroup(props: GroupProps) {
  const { id, describedBy } = fieldIds(props);
  return (
    <fieldset
      class={cls('field', props.error && 'field-bad', props.inline && 'field-inline')}
      aria-describedby={describedBy}
    >
      <legend>
        {props.label}
        {props.optional ? <span class="optional"> {vi.optional}</span> : null}
      </legend>
      <FieldNotes id={id} help={props.help} error={props.error} />
      {props.children}
    </fieldset>
  );
}

/** A part of a long form with its own heading. */
export function Fieldset(props: {
  readonly legend: string;
  readonly note?: Content;
  readonly children?: Content;
}) {
  return (
    <fieldset class="fieldset">
      <legend>
        <h2>{props.legend}</h2>
      </legend>
      {props.note ? <p class="help">{props.note}</p> : null}
      {props.children}
    </fieldset>
  );
}
