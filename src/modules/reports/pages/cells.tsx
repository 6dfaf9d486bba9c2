import type { Child } from 'hono/jsx';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import {
  CellInput,
  CellSelect,
  type Column,
  FigureLink,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import type { FormCell, FormSection } from '../schema.ts';
import { words } from '../vi/pages.ts';
import { figureText } from '../vi/sheets.ts';
import { anchor } from './place.ts';
import { Talk } from './talk.tsx';

export interface CellsProps {
  readonly section: FormSection;
  /** As typed, when the form came back; else what stands. */
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** Address of a page of the form. */
  readonly to: (rest: string) => string;
  /** Office path that a path of records stands under. */
  readonly officeTo: (path: string) => string;
  /** Marks of what the fields hold as they are shown, by place. */
  readonly was: Readonly<Record<string, string>>;
  /** An instant as people read it. */
  readonly when: (iso: string) => string;
  readonly returns: boolean;
  /** May choose between what two people typed, and answer. */
  readonly fills: boolean;
  readonly hasBelow: boolean;
}

/** What a field of a place holds, and what it is called: 'declared:I.2'. */
export const cellTexts = (cell: FormCell): Readonly<Record<string, string>> => ({
  declared: editText(cell, cell.declared ?? cell.offered),
  reason: cell.reason ?? '',
  note: cell.note ?? '',
});

function editText({ row }: FormCell, value: number | null): string {
  if (value === null) return '';
  return row.kind === 'yes_no' ? String(value > 0 ? 1 : 0) : formatNumber(value);
}

/** The rows of a table to be filled or read: what the records say beside what is declared. */
export function Cells(props: CellsProps) {
  const { section } = props;
  return (
    <Table
      caption={words.caption(section.section.title)}
      columns={columnsOf(props)}
      rows={section.cells}
      rowId={(cell) => anchor(cell.row.key)}
      tone={(cell) =>
        cell.state === 'returned' ? 'bad' : cell.rivals.length > 0 ? 'warn' : undefined
      }
      detail={(cell) => <Detail {...props} cell={cell} />}
    />
  );
}

function columnsOf(props: CellsProps): Column<FormCell>[] {
  const { columns } = words;
  const all: (Column<FormCell> | null)[] = [
    {
      key: 'label',
      label: columns.label,
      header: true,
      cell: ({ row }) => (
        <>
          {row.number === '' ? null : `${row.number}. `}
          {row.unit === null ? row.label : words.unit(row.label, row.unit)}
        </>
      ),
    },
    {
      key: 'previous',
      label: columns.previous,
      align: 'num',
      phone: 'half',
      cell: (cell) => figureText(cell.previous, cell.row),
    },
    {
      key: 'derived',
      label: columns.derived,
      align: 'num',
      phone: 'half',
      cell: (cell) => (
        <>
          <FigureLink
            value={figureText(cell.derived, cell.row)}
            href={cell.records === null ? undefined : props.officeTo(cell.records)}
            label={cell.row.label}
          />
          <Below cell={cell} shown={props.hasBelow} />
        </>
      ),
    },
    {
      key: 'declared',
      label: columns.declared,
      align: 'num',
      cell: (cell) => <Declared {...props} cell={cell} />,
      tone: (cell) => (props.errors[`declared:${cell.row.key}`] ? 'bad' : undefined),
    },
    props.returns
      ? {
          key: 'act',
          label: columns.act,
          labelHidden: true,
          cell: ({ row }) => (
            <a href={props.to(`tra-lai?o=${encodeURIComponent(row.key)}`)}>{words.returnOne}</a>
          ),
        }
      : null,
  ];
  return all.filter((column) => column !== null);
}

function Below({ cell, shown }: { readonly cell: FormCell; readonly shown: boolean }) {
  if (!shown || cell.below === null) return null;
  return (
    <span class="cell-note">{words.below(figureText(cell.below, cell.row), cell.belowOf)}</span>
  );
}

type CellProps = CellsProps & { readonly cell: FormCell };

const value = ({ typed, cell }: CellProps, field: string): string =>
  typed[`${field}:${cell.row.key}`] ?? cellTexts(cell)[field] ?? '';

function Declared(props: CellProps): Child {
  const { cell, errors } = props;
  const { row } = cell;
  if (!cell.editable) return <strong>{figureText(cell.declared ?? cell.offered, row)}</strong>;
  const name = `declared:${row.key}`;
  const field = {
    name,
    label: `${words.columns.declared}: ${row.label}`,
    value: value(props, 'declared'),
    error: errors[name],
  };
  return (
    <>
      {row.kind === 'yes_no' ? (
        <CellSelect
          {...field}
          empty={words.notChosen}
          options={[
            { value: '1', label: words.yes },
            { value: '0', label: words.no },
          ]}
        />
      ) : (
        <CellInput {...field} width="s" numeric maxLength={40} />
      )}
      {cell.declared === null && cell.offered !== null ? (
        <span class="cell-note">{words.offered}</span>
      ) : null}
      <input type="hidden" name={`version:${row.key}`} value={cell.version} />
      <input type="hidden" name={`was:${row.key}`} value={props.was[row.key] ?? ''} />
    </>
  );
}

function Detail(props: CellProps): Child {
  const { cell, errors } = props;
  const { key } = cell.row;
  const told = [cell.reason, cell.note].filter(Boolean);
  const open =
    cell.differs || told.length > 0 || Boolean(errors[`reason:${key}`] ?? errors[`note:${key}`]);
  const by = cell.updatedBy === null || cell.updatedAt === null ? null : cell.updatedBy;
  const talk = (
    <Talk
      {...props}
      place={key}
      messages={cell.messages}
      rivals={cell.rivals}
      row={cell.row}
      standing={cell.declared}
    />
  );
  if (!cell.editable) {
    const quiet = told.length === 0 && cell.messages.length === 0 && cell.rivals.length === 0;
    return quiet ? null : (
      <>
        {told.length > 0 ? <span class="cell-note">{told.join('. ')}</span> : null}
        {talk}
      </>
    );
  }
  return (
    <>
      {talk}
      <details open={open}>
        <summary>{words.more}</summary>
        <div class="form">
          <TextInput
            name={`reason:${key}`}
            label={words.reason}
            value={value(props, 'reason')}
            error={errors[`reason:${key}`]}
            maxLength={1000}
            optional={!cell.differs}
          />
          <TextInput
            name={`note:${key}`}
            label={words.note}
            value={value(props, 'note')}
            error={errors[`note:${key}`]}
            maxLength={1000}
            optional
          />
        </div>
      </details>
      <output class="help" data-said={key}>
        {by === null ? '' : words.savedBy(by, props.when(cell.updatedAt ?? ''))}
      </output>
    </>
  );
}
