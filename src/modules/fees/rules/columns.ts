import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { type Cells, readAmount, readDayCell } from './cells.ts';

/** What a column of a bank statement is read as. 'amount': money in with +, out with - in one column. */
export const columnFields = [
  'day',
  'credit',
  'debit',
  'amount',
  'description',
  'reference',
  'skip',
] as const;
export type ColumnField = (typeof columnFields)[number];

export interface StatementColumn {
  /** From 0. */
  readonly index: number;
  /** The header as read; '' where there is none. */
  readonly title: string;
  readonly field: ColumnField;
  /** Some cells as they are. */
  readonly samples: readonly string[];
}

export interface StatementShape {
  /** As Excel counts, from 1; 0 when the rows begin without headers. */
  readonly headerRow: number;
  readonly columns: readonly StatementColumn[];
}

// Folded words of headers, the most telling first: a header is often in two languages at once.
const tells: readonly (readonly [ColumnField | 'balance' | 'number', RegExp])[] = [
  ['balance', /\b(so du|balance)\b/],
  ['debit', /\b(ghi no|phat sinh no|ps no|no debit|debit|tien ra|so tien rut|rut ra)\b|^no$/],
  ['credit', /\b(ghi co|phat sinh co|ps co|co credit|credit|tien vao|so tien gui|gui vao)\b|^co$/],
  ['description', /\b(noi dung|dien giai|mo ta|description|details?|remarks?|narrative)\b/],
  [
    'reference',
    /\b(tham chieu|but toan|ma giao dich|ma gd|so gd|so giao dich|chung tu|so ct|reference|ref|transaction (id|no|number)|trans id|doc no|seq)\b/,
  ],
  ['day', /\b(ngay|date|thoi gian|time)\b/],
  ['number', /^(stt|tt|no|so thu tu)\b/],
  ['amount', /\b(so tien|amount|gia tri)\b/],
];

const DEPTH = 40;

/** Finds the row of headers below whatever titles, and guesses what each column is. */
export function guessShape(rows: readonly Cells[]): StatementShape {
  let best = { row: -1, fields: 0 };
  for (const [row, cells] of rows.slice(0, DEPTH).entries()) {
    const found = new Set(cells.map((cell) => fieldOf(cell.text)).filter((one) => one !== 'skip'));
    const telling = found.has('description') || found.has('credit') || found.has('amount');
    if (telling && found.has('day') && found.size > best.fields) best = { row, fields: found.size };
  }
  return shapeAt(rows, best.row + 1);
}

/** The same for a row of headers that a person pointed at; 0 for none. */
export function shapeAt(rows: readonly Cells[], headerRow: number): StatementShape {
  const header = headerRow === 0 ? [] : (rows[headerRow - 1] ?? []);
  const body = rows.slice(headerRow, headerRow + 200);
  const width = Math.max(header.length, ...body.map((cells) => cells.length), 0);
  const taken = new Set<ColumnField>();
  const columns = Array.from({ length: Math.min(width, 60) }, (_, index) => {
    const title = (header[index]?.text ?? '').replace(/\s+/g, ' ').trim();
    const guess = fieldOf(title);
    // The first column of a kind counts: a day of booking before a day of value.
    const field = taken.has(guess) ? 'skip' : guess;
    if (field !== 'skip') taken.add(field);
    const samples = body.map((cells) => cells[index]?.text.trim() ?? '').filter(Boolean);
    return { index, title, field, samples: samples.slice(0, 3) };
  });
  // With money in and out in columns of their own, a third one says nothing more.
  const plain = columns.map((column) =>
    column.field === 'amount' && taken.has('credit')
      ? { ...column, field: 'skip' as const }
      : column,
  );
  return { headerRow, columns: fillFromValues(plain, body) };
}

function fieldOf(title: string): ColumnField {
  const folded = foldForSearch(title);
  if (folded === '' || folded.length > 80) return 'skip';
  const found = tells.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'skip';
  return found === 'balance' || found === 'number' ? 'skip' : found;
}

/** What no header told is guessed from the cells: days, money, long words. */
function fillFromValues(
  columns: readonly StatementColumn[],
  body: readonly Cells[],
): readonly StatementColumn[] {
  const has = (field: ColumnField) => columns.some((column) => column.field === field);
  const free = columns.filter((column) => column.field === 'skip' && column.title === '');
  const best = (score: (cells: Cells, index: number) => number): number | null => {
    const scored = free.map(({ index }) => ({
      index,
      sum: body.reduce((sum, cells) => sum + score(cells, index), 0),
    }));
    const top = scored.toSorted((a, b) => b.sum - a.sum)[0];
    return top === undefined || top.sum < 1 ? null : top.index;
  };
  const chosen = new Map<number, ColumnField>();
  const choose = (field: ColumnField, index: number | null) => {
    if (index !== null && !chosen.has(index)) chosen.set(index, field);
  };
  if (!has('day'))
    choose(
      'day',
      best((cells, i) => (readDayCell(cells[i]) === null ? 0 : 1)),
    );
  if (!has('credit') && !has('amount'))
    choose(
      'amount',
      best((cells, i) => Number((readAmount(cells[i]) ?? 0) >= 1000)),
    );
  if (!has('description'))
    choose(
      'description',
      best((cells, i) => (cells[i]?.text.match(/\p{L}/gu) ?? []).length),
    );
  return columns.map((column) => ({
    ...column,
    field: chosen.get(column.index) ?? column.field,
  }));
}
