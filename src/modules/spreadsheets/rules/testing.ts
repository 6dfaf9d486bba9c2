import { type EncodingVerdict, encodingJudge } from '../../../kernel/vietnamese/encodings/index.ts';
import type { RosterColumn, RosterReading } from '../schema.ts';
import type { CellLike, MergeLike, RowLike } from './cell.ts';
import type { ReadColumn } from './column.ts';
import { decoderOf } from './decode.ts';
import { type FoundHeader, findHeader } from './header.ts';
import { guessMapping, type SampledColumn } from './mapping.ts';
import { type ReadContext, rosterReader } from './reader.ts';
import { shapeOf } from './shape.ts';

export interface PlannedSheet {
  readonly header: FoundHeader;
  /** The last row of the header; rows after it are data. 0 where data begins at once. */
  readonly headerRow: number;
  readonly shape: string;
  readonly columns: readonly RosterColumn[];
}

const SAMPLES = 3;

/**
 * How a sheet is read, by its first rows: where its header stands, and for each column in what it is
 * written and what it holds. More rows make it surer; some hundreds are enough.
 */
export function planSheet(
  rows: readonly RowLike[],
  merges: readonly MergeLike[],
  today: string,
): PlannedSheet {
  const header = findHeader(rows, merges);
  const data = rows.filter(({ number }) => number > header.last);
  return {
    header,
    headerRow: header.last,
    shape: shapeOf(header.titles),
    columns: columnsOf(header.titles, data, today),
  };
}

/** The columns of a sheet with these titles, by the rows below them. */
export function columnsOf(
  titles: readonly string[],
  data: readonly RowLike[],
  today: string,
): RosterColumn[] {
  const full = data.filter((row) => filledOf(row) > 1);
  const sampled = full.length > 0 ? full : data;
  const width = Math.max(titles.length, ...sampled.map(({ cells }) => cells.length));
  const verdicts: EncodingVerdict[] = [];
  const columns: SampledColumn[] = [];
  for (let index = 0; index < width; index++) {
    const cells = sampled.map((row) => row.cells[index]).filter((cell) => cell !== undefined);
    const verdict = verdictOf(cells);
    const decode = decoderOf(verdict.encoding);
    verdicts.push(verdict);
    columns.push({
      index,
      title: titles[index] ?? '',
      cells: cells.map((cell) => ({ cell, text: decode(cell) })),
    });
  }
  return guessMapping(columns, today).map((guess, at) => {
    const { encoding, confidence, evidence, others } = verdicts[at]!;
    return {
      ...guess,
      encoding,
      encodingCertainty: confidence,
      encodingEvidence: { ...evidence, others },
      samples: samplesOf(columns[at]!),
    };
  });
}

function verdictOf(cells: readonly CellLike[]): EncodingVerdict {
  const judge = encodingJudge();
  for (const { kind, text, font, runs } of cells) {
    if (kind !== 'text') continue;
    if (runs === undefined) judge.add(text, font);
    else for (const run of runs) judge.add(run.text, run.font);
  }
  return judge.verdict();
}

// Different ones, those first that are not what they seem.
function samplesOf({ cells }: SampledColumn): RosterColumn['samples'] {
  const seen = new Map<string, string>();
  for (const { cell, text } of cells) {
    if (text !== '' && !seen.has(cell.text)) seen.set(cell.text, text);
    if (seen.size >= 50) break;
  }
  const all = [...seen].map(([raw, read]) => ({
    raw: raw.slice(0, 120),
    read: read.slice(0, 120),
  }));
  const changed = all.filter(({ raw, read }) => raw !== read);
  return [...changed, ...all.filter(({ raw, read }) => raw === read)].slice(0, SAMPLES);
}

const filledOf = (row: RowLike): number =>
  row.cells.reduce((count, cell) => count + (cell === undefined || cell.text === '' ? 0 : 1), 0);

/** One row with nothing before it. */
export function readRow(
  row: RowLike,
  columns: readonly ReadColumn[],
  context: ReadContext,
): RosterReading | null {
  return rosterReader(columns, context).read(row);
}
