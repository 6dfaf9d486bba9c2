import {
  type EncodingVerdict,
  encodingJudge,
  type TextEncoding,
} from '../../../../kernel/vietnamese/encodings/index.ts';
import type {
  Table,
  TableCell,
  TableRow,
  TableSheet,
} from '../../../../platform/documents/tables/index.ts';
import {
  type CellLike,
  decoderOf,
  findHeader,
  guessMapping,
  isFilledDown,
  type MergeLike,
  type SampledCell,
  settledEncodings,
  shapeOf,
} from '../../rules/index.ts';
import type { RosterColumn, RosterField, SheetPlan } from '../../schema.ts';
import { reasonColumn } from '../../vi/engine.ts';

/** Rows among which the header is looked for. */
const headRows = 60;
/** Rows by which the columns are judged, spread over what was looked at. */
const sampled = 2_000;
/** Of a longer file only the beginning is looked at before it is read. */
const looked = 20_000;
const shownSamples = 5;

const nameFields: ReadonlySet<RosterField> = new Set(['fullName', 'given', 'familyMiddle']);

const groupFields: ReadonlySet<RosterField> = new Set(['branch', 'association']);

/** What was mapped by hand in a file of the same shape: field by column index. */
export type Remembered = (shape: string) => ReadonlyMap<number, RosterField> | null;

/**
 * The sheets of a file that have something to read, each with its header and how its columns are
 * going to be read; none where nobody stands below a header. `chosen`: those with names.
 */
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
export async function replanSheet(
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

interface Header {
  readonly row: number;
  readonly titles: readonly string[];
}

function planColumns(
  sheet: TableSheet,
  { row: headerRow, titles }: Header,
  data: readonly TableRow[],
  merges: readonly MergeLike[],
  today: string,
  remembered: Remembered,
): SheetPlan {
  const width = data.reduce((most, row) => Math.max(most, row.cells.length), titles.length);
  const found = Array.from({ length: width }, (_, index) => judgedColumn(data, index));
  const encodings = settledEncodings(
    found.map(({ judged }) => ({
      encoding: judged.encoding,
      encodingEvidence: { ...judged.evidence },
    })),
  );
  const looks = found.map((one, index) =>
    lookAt(one, index, titles[index] ?? '', encodings[index]!),
  );
  const own = Array.from({ length: width }, (_, index) => titles[index] ?? '');
  // A file of refused rows comes back with one column more than it had.
  const returned = own.at(-1) === reasonColumn;
  const shape = shapeOf(returned ? own.slice(0, -1) : own);
  const known = shape === '' ? null : remembered(shape);
  const guesses = guessMapping(looks, today);
  const columns = guesses.map((guess, at): RosterColumn => {
    const { judged, encoding, shown } = looks[at]!;
    const before = returned && at === width - 1 ? 'skip' : known?.get(guess.index);
    return {
      ...guess,
      ...(before === undefined ? {} : { field: before, reason: 'remembered', certainty: 1 }),
      encoding,
      encodingCertainty: Math.round(judged.confidence * 100) / 100,
      encodingEvidence: { ...judged.evidence, samples: undefined, others: judged.others },
      // What must not be read by everybody is not shown either.
      samples: guess.sensitive ? [] : shown,
    };
  });
  const names = columns.filter(({ field }) => nameFields.has(field)).map(({ index }) => index);
  const members = data.filter((row) => names.some((index) => textAt(row, index) !== ''));
  return {
    index: sheet.index,
    name: sheet.name,
    headerRow,
    shape,
    columns: columns.map((column) =>
      groupFields.has(column.field) && isFilledDown(members, column.index, merges)
        ? { ...column, hint: 'down' }
        : column,
    ),
    chosen: members.length > 0,
    bytes: null,
  };
}

const textAt = (row: TableRow, index: number): string => row.cells[index]?.text.trim() ?? '';

interface JudgedColumn {
  readonly cells: readonly TableCell[];
  readonly judged: EncodingVerdict;
}

function judgedColumn(data: readonly TableRow[], index: number): JudgedColumn {
  const cells = data.flatMap((row) => {
    const cell = row.cells[index];
    return cell === undefined || cell.text === '' ? [] : [cell];
  });
  return { cells, judged: judge(cells) };
}

/** `settled`: as the other columns beside it are read; what is plain in all encodings stays as it was judged. */
function lookAt(
  { cells, judged }: JudgedColumn,
  index: number,
  title: string,
  settled: TextEncoding,
) {
  const { evidence } = judged;
  const encoding = evidence.cells === evidence.plain ? judged.encoding : settled;
  const decode = decoderOf(encoding, { ...evidence });
  const read: SampledCell[] = cells.slice(0, 500).map((cell) => ({ cell, text: decode(cell) }));
  const shown = spread(read, shownSamples).map(({ cell, text }) => ({
    raw: cell.text,
    read: text,
  }));
  return { index, title, cells: read, judged, encoding, shown };
}

function judge(cells: readonly CellLike[]) {
  const judged = encodingJudge();
  for (const cell of cells) {
    if (cell.runs !== undefined) for (const run of cell.runs) judged.add(run.text, run.font);
    else if (cell.kind === 'text') judged.add(cell.text, cell.font);
  }
  return judged.verdict();
}

function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)]!);
}
