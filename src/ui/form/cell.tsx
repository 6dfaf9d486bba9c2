import { cls } from '../format.ts';
import { type FieldProps, fieldIds } from './field.tsx';
import type { BoxWidth, SelectOption } from './inputs.tsx';

type CellProps = Pick<FieldProps, 'name' | 'label' | 'error'> & {
  readonly value?: string | null | undefined;
};

/** A box in a cell of a table: head and row name it, so its label is only for screen readers. */
export function CellInput(
  props: CellProps & {
    readonly width?: BoxWidth | undefined;
    readonly numeric?: boolean | undefined;
    readonly maxLength?: number | undefined;
  },
) {
  const { id } = fieldIds(props);
  return (
    <>
      <input
        class={cls('box', `box-${props.width ?? 'xs'}`, props.numeric && 'box-num')}
        id={id}
        name={props.name}
        value={props.value ?? undefined}
        inputmode={props.numeric ? 'decimal' : undefined}
        maxlength={props.maxLength}
        autocomplete="off"
        aria-label={props.label}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={props.error ? `${id}-error` : undefined}
      />
      <CellError id={id} error={props.error} />
    </>
  );
}

/** A choice in a cell of a table. */
export function CellSelect(
  props: CellProps & { readonly options: readonly SelectOption[]; readonly empty: string },
) {
  const { id } = fieldIds(props);
  return (
    <>
      <select
        class="box box-xs"
        id={id}
        name={props.name}
        aria-label={props.label}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={props.error ? `${id}-error` : undefined}
      >
        {[{ value: '', label: props.empty }, ...props.options].map((option) => (
          <option value={option.value} selected={option.value === (props.value ?? '')}>
            {option.label}
          </option>
        ))}
      </select>
      <CellError id={id} error={props.error} />
    </>
  );
}

function CellError(props: { readonly id: string; readonly error: string | undefined }) {
  return props.error ? (
    <span class="field-error" id={`${props.id}-error`}>
      {props.error}
    </span>
  ) : null;
}
