import { Badge, type BadgeTone, Table } from '../../../ui/index.ts';
import { wizardWords as words } from '../vi/wizard.ts';

export interface ColumnView {
  readonly index: number;
  readonly letter: string;
  readonly title: string;
  readonly raw: string;
  readonly read: string;
  readonly encoding: string;
  readonly encodingLabel: string;
  readonly tone: BadgeTone;
  readonly certainty: string;
  readonly field: string;
  readonly fieldLabel: string;
}

export interface FieldGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface ColumnTableProps {
  readonly columns: readonly ColumnView[];
  /** Present where fields and encodings are being chosen; otherwise they are only shown. */
  readonly choose?:
    | {
        readonly fields: readonly FieldGroup[];
        readonly encodings: readonly { readonly value: string; readonly label: string }[];
      }
    | undefined;
}

/** Columns of the file: as they are, as they are read, and where they go. */
export function ColumnTable({ columns, choose }: ColumnTableProps) {
  return (
    <Table
      caption={words.columns}
      rows={columns}
      columns={[
        {
          key: 'column',
          label: words.column,
          header: true,
          cell: (one) => (
            <strong>{`${one.letter} · ${one.title === '' ? words.untitled : one.title}`}</strong>
          ),
        },
        { key: 'raw', label: words.raw, cell: (one) => <span class="raw-text">{one.raw}</span> },
        { key: 'read', label: words.read, cell: (one) => one.read },
        {
          key: 'encoding',
          label: words.encoding,
          cell: (one) =>
            choose === undefined ? (
              <Badge tone={one.tone}>{one.encodingLabel}</Badge>
            ) : (
              <Choice
                name={`ma-${one.index}`}
                label={`${words.encoding}: ${one.letter}`}
                value={one.encoding}
                groups={[{ label: '', options: choose.encodings }]}
              />
            ),
        },
        { key: 'certainty', label: words.certainty, cell: (one) => one.certainty },
        {
          key: 'field',
          label: words.goesTo,
          cell: (one) =>
            choose === undefined ? (
              one.fieldLabel
            ) : (
              <Choice
                name={`cot-${one.index}`}
                label={`${words.goesTo}: ${one.letter}`}
                value={one.field}
                groups={choose.fields}
              />
            ),
        },
      ]}
    />
  );
}

function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly groups: readonly FieldGroup[];
}) {
  const option = (one: { readonly value: string; readonly label: string }) => (
    <option value={one.value} selected={one.value === props.value}>
      {one.label}
    </option>
  );
  return (
    <select class="box box-m" name={props.name} aria-label={props.label} id={props.name}>
      {props.groups.map((group) =>
        group.label === '' ? (
          group.options.map(option)
        ) : (
          <optgroup label={group.label}>{group.options.map(option)}</optgroup>
        ),
      )}
    </select>
  );
}
