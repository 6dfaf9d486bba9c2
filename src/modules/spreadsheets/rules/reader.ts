import type { RosterReading } from '../schema.ts';
import { type Body, bodyOf } from './body.ts';
import type { CellLike, RowLike } from './cell.ts';
import { cleanText } from './cell.ts';
import type { ReadColumn, RowSetting } from './column.ts';
import {
  type CellDecoder,
  decoderOf,
  isMixedColumn,
  isSurelyUnicode,
  isToneless,
  settledEncodings,
} from './decode.ts';
import { type Draft, draftOf, renew } from './draft.ts';
import { type RosterField, sensitiveFields } from './fields.ts';
import { finish } from './finish.ts';
import { writerOf } from './writers.ts';

export interface ReadContext {
  /** ISO day. */
  readonly today: string;
  /** May sensitive fields be written? Without it their columns are passed over. */
  readonly sensitive: boolean;
  /** The heading that stood above the first row that is read, when reading goes on in the middle. */
  readonly section?: string | null;
}

/** What somebody typed in place of a cell, in Unicode. '' empties it. */
export type TypedCells = Readonly<Partial<Record<RosterField, string>>>;

export interface RosterReader {
  /**
   * A row as a member; null for what is none: headings, repeated headers, totals, signatures, empty
   * rows. Rows are read in order, because a heading names the branch of those below.
   */
  read(row: RowLike, typed?: TypedCells): RosterReading | null;
  /** The heading that holds now. */
  readonly section: string | null;
  /** The text of a cell as it is read, for samples and previews. */
  textOf(row: RowLike, column: ReadColumn): string;
}

const nameParts = new Set<RosterField>(['familyMiddle', 'family', 'middle', 'given']);
const birthParts = new Set<RosterField>(['birthDay', 'birthMonth', 'birthYear']);
const nameFields = new Set<RosterField>(['fullName', 'familyMiddle', 'family', 'given']);

const EMPTY: CellLike = { text: '', kind: 'empty' };

interface Reading extends ReadColumn {
  readonly decode: CellDecoder;
  readonly write: ReturnType<typeof writerOf>;
  /** What stood above, where an empty cell means that. */
  above: Above | null;
}

interface Above {
  readonly cell: CellLike;
  readonly text: string;
}

/** Reads the rows of one sheet. Columns are compiled once; a reader keeps the heading it passed. */
export function rosterReader(found: readonly ReadColumn[], context: ReadContext): RosterReader {
  const columns = settled(found);
  const setting: RowSetting = {
    today: context.today,
    thisYear: Number(context.today.slice(0, 4)),
  };
  const read = columns.filter(
    ({ field }) => field !== 'skip' && (context.sensitive || !sensitiveFields.includes(field)),
  );
  const compiled = inOrder(read).map((column): Reading => {
    const decode = decoderOf(column.encoding, column.encodingEvidence);
    const toned = isToneless(column.encoding);
    return { ...column, decode, write: writerOf(column, setting, toned, read), above: null };
  });
  const body: Body = bodyOf(columns, compiled, context.section ?? null);
  const named = read.find(({ field }) => nameFields.has(field));
  const mixed = columns.filter(isMixedColumn);
  const one = draftOf({ field: named?.field ?? 'fullName', letter: named?.letter ?? '' });
  return {
    read(row, typed) {
      if (typed === undefined && !body.isMember(row)) return null;
      renew(one, row.number);
      const told = mixed.some(({ index }) => isUnicodeAt(row, index));
      for (const column of compiled) fill(one, column, row, told, typed);
      if (typed !== undefined) fillTyped(one, typed, read, setting);
      return finish(one, body.section, setting);
    },
    get section() {
      return body.section;
    },
    textOf(row, column) {
      const cell = row.cells[column.index];
      if (cell === undefined) return '';
      const known = compiled.find(({ index }) => index === column.index);
      const decode = known?.decode ?? decoderOf(column.encoding, column.encodingEvidence);
      const told = mixed.some(({ index }) => isUnicodeAt(row, index));
      return decode(cell, told);
    },
  };
}

const wordless = new Set<RosterField>([
  'phones',
  'email',
  'citizenId',
  'birthDate',
  'birthDay',
  'birthMonth',
  'birthYear',
  'joined',
]);

function settled(columns: readonly ReadColumn[]): ReadColumn[] {
  const encodings = settledEncodings(columns);
  return columns.map((column, at) =>
    wordless.has(column.field) ? column : { ...column, encoding: encodings[at]! },
  );
}

/** Names first, then what says more of the person, then what only stands beside. */
function inOrder(columns: readonly ReadColumn[]): ReadColumn[] {
  const late = new Set<RosterField>(['degrees', 'citizenId']);
  return [
    ...columns.filter(({ field }) => !late.has(field)),
    ...columns.filter(({ field }) => late.has(field)),
  ];
}

function isUnicodeAt(row: RowLike, index: number): boolean {
  const cell = row.cells[index];
  return cell !== undefined && isSurelyUnicode(cell);
}

function fill(
  one: Draft,
  column: Reading,
  row: RowLike,
  unicodeRow: boolean,
  typed: TypedCells | undefined,
): void {
  if (typed !== undefined && isTyped(column.field, typed)) return;
  const cell = row.cells[column.index];
  if (column.hint === 'down') {
    fillDown(one, column, cell, unicodeRow);
    return;
  }
  if (cell === undefined) {
    if (column.field === 'male' || column.field === 'female') column.write(one, EMPTY, '');
    return;
  }
  column.write(one, cell, column.decode(cell, unicodeRow));
}

function fillDown(
  one: Draft,
  column: Reading,
  cell: CellLike | undefined,
  unicodeRow: boolean,
): void {
  const text = cell === undefined ? '' : column.decode(cell, unicodeRow);
  if (text !== '') column.above = { cell: cell!, text };
  if (column.above !== null) column.write(one, column.above.cell, column.above.text);
}

function isTyped(field: RosterField, typed: TypedCells): boolean {
  if (typed[field] !== undefined) return true;
  if (typed.fullName !== undefined && nameParts.has(field)) return true;
  return typed.birthDate !== undefined && birthParts.has(field);
}

// A typed value stands for all columns of its field, also where the file has none.
function fillTyped(
  one: Draft,
  typed: TypedCells,
  columns: readonly ReadColumn[],
  setting: RowSetting,
): void {
  for (const [field, value] of Object.entries(typed) as [RosterField, string][]) {
    if (field === 'skip') continue;
    const text = cleanText(value);
    const letter = columns.find((one) => one.field === field)?.letter ?? '';
    if (text !== '')
      writerOf(
        { field, letter },
        setting,
        false,
        columns,
      )(one, { kind: 'text', text: value }, text);
  }
}
