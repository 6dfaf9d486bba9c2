import type { Table, TableRow, TableSheet } from '../../../platform/documents/tables/index.ts';
import { decoderOf, findHeader, type MergeLike } from '../rules/index.ts';
import type { SheetPlan } from '../schema.ts';
import { nameFields, planColumns, type Remembered } from './columns.ts';

/** Rows among which the header is looked for. */
const headRows = 60;
/** Rows by which the columns are judged, spread over what was looked at. */
const sampled = 2_000;
/** Of a longer file only the beginning is looked at before it is read. */
const looked = 20_000;

export async function planSheets(
  table: Table,
  today: string,
  remembered: Remembered,
): Promise<SheetPlan[]> {
  const seen = table.sheets.filter((sheet) => !sheet.hidden);
  const plans: SheetPlan[] = [];
  for (const sheet of seen.length > 0 ? seen : table.sheets) {
    const plan = await planSheet(table, sheet, today, remembered);
    if (plan !== null) plans.push({ ...plan, bytes: table.bytes });
  }
  // Headers alone: there is nothing to read, though it is known how it would be.
  const awaited = plans.some(({ columns }) => columns.some(({ field }) => nameFields.has(field)));
  return awaited && !plans.some(({ chosen }) => chosen) ? [] : plans;
}

async function planSheet(
  table: Table,
  sheet: TableSheet,
  today: string,
  remembered: Remembered,
): Promise<SheetPlan | null> {
  const rows = await sampleOf(table, sheet.index);
  if (!rows.head.some(hasText)) return null;
  const merges = rows.whole ? await table.merges(sheet.index) : [];
  return planOf(sheet, rows, merges, today, remembered);
}

const hasText = ({ cells }: TableRow): boolean =>
  cells.some((cell) => cell !== undefined && cell.text.trim() !== '');

interface Sample {
  readonly head: readonly TableRow[];
  /** Rows spread over what was looked at, the header's among them. */
  readonly rows: readonly TableRow[];
  /** The sheet is no longer than what was looked at. */
  readonly whole: boolean;
}

/** Thinned out while it grows: every second row goes when there are too many. */
async function sampleOf(table: Table, sheet: number): Promise<Sample> {
  const head: TableRow[] = [];
  let rows: TableRow[] = [];
  let step = 1;
  let count = 0;
  for await (const batch of table.rows(sheet, { limit: looked })) {
    for (const row of batch) {
      if (head.length < headRows) head.push(row);
      if (count % step === 0) rows.push(row);
      count += 1;
      if (rows.length >= sampled * 2) {
        rows = rows.filter((_, at) => at % 2 === 0);
        step *= 2;
      }
    }
  }
  return { head, rows, whole: count < looked };
}

function planOf(
  sheet: TableSheet,
  sample: Sample,
  merges: readonly MergeLike[],
  today: string,
  remembered: Remembered,
): SheetPlan {
  const header = findHeader(sample.head, merges);
  const data = sample.rows.filter((row) => row.number > header.last);
  const found = { row: header.last, titles: header.titles };
  return planColumns(sheet, found, data, merges, today, remembered);
}

/** The plan of a sheet whose header stands in the row that somebody chose. */
export async function planAgain(
  table: Table,
  plan: SheetPlan,
  headerRow: number,
  today: string,
): Promise<SheetPlan | null> {
  const sheet = table.sheets.find(({ index }) => index === plan.index);
  if (sheet === undefined) return null;
  const sample = await sampleOf(table, sheet.index);
  const row = sample.head.find(({ number }) => number === headerRow);
  const titles = Array.from(row?.cells ?? [], (cell) =>
    cell === undefined ? '' : decoderOf('nfc')(cell),
  );
  const found = findHeader(sample.head.filter(({ number }) => number === headerRow));
  const data = sample.rows.filter(({ number }) => number > headerRow);
  const header = {
    row: headerRow,
    titles: found.rows.includes(headerRow) ? found.titles : titles,
  };
  const merges = sample.whole ? await table.merges(sheet.index) : [];
  const made = planColumns(sheet, header, data, merges, today, () => null);
  return { ...made, bytes: table.bytes };
}
