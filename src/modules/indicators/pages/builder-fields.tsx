import { Checkboxes, FieldNotes, type SelectOption } from '../../../ui/index.ts';
import { vi } from '../vi.ts';

/** A field that records are chosen by: its values, and which of them count. */
export interface Choosable {
  readonly name: string;
  readonly label: string;
  readonly options: readonly SelectOption[];
  readonly chosen: readonly string[];
}

const MANY = 6;

/** Boxes to tick for every field; a long list stands in columns. */
export function FilterFields(props: {
  readonly fields: readonly Choosable[];
  readonly error: string | undefined;
}) {
  return (
    <div id="f-filter" class="filter-fields" tabindex={-1}>
      <FieldNotes id="f-filter" error={props.error} />
      {props.fields.length === 0 ? <p>{vi.build.filterNone}</p> : null}
      {props.fields.map(({ name, label, options, chosen }) => (
        <div class={options.length > MANY ? 'choices-many' : undefined}>
          <Checkboxes name={name} label={label} values={chosen} options={options} />
        </div>
      ))}
    </div>
  );
}
