import type { Child } from 'hono/jsx';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import {
  CellInput,
  CellSelect,
  type Column,
  FigureLink,
  Table,
  TextArea,
} from '../../../ui/index.ts';
import { isReturned } from '../rules/index.ts';
import type { FormCell, FormSection } from '../schema/index.ts';
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
  /** May choose between what two people typed, and answer. */
  readonly fills: boolean;
  readonly hasBelow: boolean;
  /** Where a place is returned with words, under the field of that name; nothing is written then. */
  readonly returning?: ((place: string) => Child) | undefined;
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
    <>
      {section.cells.some((cell) => cell.editable) ? (
        <p class="help phone-only">{words.typeHere}</p>
      ) : null}
      <Table
        caption={words.caption(section.section.title)}
        columns={columnsOf(props)}
        rows={section.cells}
        rowId={(cell) => anchor(cell.row.key)}
        tone={(cell) => (isReturned(cell) ? 'bad' : cell.rivals.length > 0 ? 'warn' : undefined)}
        detail={(cell) => talkOf(props, cell)}
      />
    </>
  );
}

function columnsOf(props: CellsProps): Column<FormCell>[] {
  const { columns } = words;
  const { returning } = props;
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
            value={cell.nothing ? words.noRecords : figureText(cell.derived, cell.row)}
            href={
              cell.records === null || cell.derived === null
                ? undefined
                : props.officeTo(cell.records)
            }
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
      phone: props.section.cells.some((cell) => cell.editable) ? 'line' : 'half',
      cell: (cell) => <Declared {...props} cell={cell} />,
      tone: (cell) => (props.errors[`declared:${cell.row.key}`] ? 'bad' : undefined),
    },
    props.section.cells.some((cell) => cell.editable || cell.reason || cell.note)
      ? {
          key: 'more',
          label: words.more,
          phone: 'bare',
          cell: (cell) => <More {...props} cell={cell} />,
        }
      : null,
    returning
      ? {
          key: 'act',
          label: columns.act,
          labelHidden: true,
          cell: ({ row }) => returning(row.key),
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
  if (!cell.editable) {
    const none = cell.declared === null && cell.nothing && cell.offered === 0;
    return (
      <strong>{none ? words.noRecords : figureText(cell.declared ?? cell.offered, row)}</strong>
    );
  }
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
        <CellInput {...field} numeric maxLength={40} />
      )}
      <input type="hidden" name={`version:${row.key}`} value={cell.version} />
      <input type="hidden" name={`was:${row.key}`} value={props.was[row.key] ?? ''} />
    </>
  );
}

/** Why a figure is not what the records say, notes, and when it was saved. */
function More(props: CellProps): Child {
  const { cell, errors } = props;
  const { key } = cell.row;
  if (!cell.editable) {
    return [cell.reason, cell.note].filter(Boolean).map((told) => <p>{told}</p>);
  }
  const field = (name: 'reason' | 'note', label: string) => ({
    name: `${name}:${key}`,
    label,
    value: value(props, name),
    error: errors[`${name}:${key}`],
    maxLength: 1000,
    rows: 1,
  });
  const [reason, note] = [field('reason', words.reason), field('note', words.note)];
  const open = cell.differs || [reason, note].some((one) => one.value !== '' || one.error);
  return (
    <div class="cell-more">
      <details open={open}>
        <summary>{words.more}</summary>
        <TextArea {...reason} />
        <TextArea {...note} optional />
      </details>
      <output class="help" data-said={key}>
        {saidOf(props)}
      </output>
    </div>
  );
}

function saidOf({ cell, when }: CellProps): string {
  if (cell.updatedBy !== null && cell.updatedAt !== null)
    return words.savedBy(cell.updatedBy, when(cell.updatedAt));
  if (cell.declared !== null || cell.offered === null) return '';
  if (cell.derived !== null) return words.offered;
  return cell.below === null ? words.offeredNothing : words.offeredBelow;
}

/** What is being said about a row, under it. */
function talkOf(props: CellsProps, cell: FormCell): Child {
  if (cell.messages.every((message) => message.settled) && cell.rivals.length === 0) return null;
  return (
    <Talk
      {...props}
      place={cell.row.key}
      messages={cell.messages}
      rivals={cell.rivals}
      row={cell.row}
      standing={cell.declared}
    />
  );
}
