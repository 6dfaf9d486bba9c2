import {
  type EncodingVerdict,
  encodingJudge,
  type TextEncoding,
} from '../../../kernel/vietnamese/encodings/index.ts';
import type { TableCell, TableRow, TableSheet } from '../../../platform/documents/tables/index.ts';
import {
  type CellLike,
  decoderOf,
  guessMapping,
  isFilledDown,
  type MergeLike,
  type RosterField,
  type SampledCell,
  settledEncodings,
  shapeOf,
} from '../rules/index.ts';
import type { RosterColumn, SheetPlan } from '../schema.ts';
import { reasonColumn } from '../vi/header-words.ts';

const shownSamples = 5;

export const nameFields: ReadonlySet<RosterField> = new Set(['fullName', 'given', 'familyMiddle']);

const groupFields: ReadonlySet<RosterField> = new Set(['branch', 'association']);

/** What was mapped by hand in a file of the same shape: field by column index. */
export type Remembered = (shape: string) => ReadonlyMap<number, RosterField> | null;

/** Where the header stands, and its titles in Unicode. */
export interface Header {
  readonly row: number;
  readonly titles: readonly string[];
}

/** How a sheet with this header is going to be read, by the rows below it. */
export function planColumns(
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
