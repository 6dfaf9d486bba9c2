import type { Day } from '../../../kernel/day.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { type Cells, readAmount, readDayCell } from './cells.ts';
import type { ColumnField, StatementShape } from './columns.ts';
import { remaining } from './dues.ts';

/** Money that came in, as a line of a statement tells it. */
export interface StatementLine {
  /** As Excel counts, from 1. */
  readonly row: number;
  readonly paidOn: Day;
  readonly amount: number;
  readonly description: string;
  readonly reference: string | null;
  /** The same in every statement that has this line. */
  readonly fingerprint: string;
}

export interface StatementReading {
  readonly lines: readonly StatementLine[];
  /** Rows of money going out, or without money: titles, sums. */
  readonly passed: number;
}

/** Reads the lines of money coming in. */
export function readLines(rows: readonly Cells[], shape: StatementShape): StatementReading {
  const at = (field: ColumnField) => shape.columns.find((c) => c.field === field)?.index ?? -1;
  const [day, credit, amount] = [at('day'), at('credit'), at('amount')];
  const [description, reference] = [at('description'), at('reference')];
  const seen = new Map<string, number>();
  const lines: StatementLine[] = [];
  let passed = 0;
  for (const [index, cells] of rows.entries()) {
    if (index < shape.headerRow || cells.length === 0) continue;
    const paidOn = readDayCell(cells[day]);
    const came = readAmount(cells[credit]) ?? readAmount(cells[amount]);
    if (paidOn === null || came === null || came <= 0) {
      passed += 1;
      continue;
    }
    const text = (cells[description]?.text ?? '').replace(/\s+/g, ' ').trim().slice(0, 1000);
    const number = (cells[reference]?.text ?? '').trim().slice(0, 100) || null;
    const same = [number ?? `~${foldForSearch(text)}`, paidOn, came].join('|');
    // Lines that are alike in all of this are told apart by their order.
    const count = (seen.get(same) ?? 0) + 1;
    seen.set(same, count);
    lines.push({
      row: index + 1,
      paidOn,
      amount: came,
      description: text,
      reference: number,
      fingerprint: `${same}|${count}`,
    });
  }
  return { lines, passed };
}

/** Columns without which nothing can be read. */
export function missingColumns(shape: StatementShape): readonly ColumnField[] {
  const has = (field: ColumnField) => shape.columns.some((column) => column.field === field);
  const missing: ColumnField[] = [];
  if (!has('day')) missing.push('day');
  if (!has('credit') && !has('amount')) missing.push('credit');
  if (!has('description')) missing.push('description');
  return missing;
}

const LONGEST_NAME = 6;

/** Runs of two to six words that may be a name, folded, each once. */
export function nameRuns(text: string): readonly string[] {
  const words = foldForSearch(text).split(' ');
  const runs = new Set<string>();
  for (let from = 0; from < words.length; from++) {
    for (let length = 2; length <= LONGEST_NAME && from + length <= words.length; length++) {
      const run = words.slice(from, from + length);
      if (run.some((word) => /\d/.test(word))) break;
      runs.add(run.join(' '));
    }
  }
  return [...runs];
}

/** A due as matching knows it. */
export interface Candidate {
  readonly id: string;
  readonly owed: number;
  readonly paid: number;
  /** A transfer of this sum on this day was written down by hand already. */
  readonly byHand?: boolean;
}

export type LineState = 'matched' | 'proposal' | 'unknown' | 'recorded';

export interface Judged {
  readonly state: LineState;
  readonly how: 'reference' | 'references' | 'by_hand' | 'name' | 'names' | 'none' | 'recorded';
  readonly dues: readonly string[];
}

const mostCandidates = 20;

/**
 * Whose a line is. By reference it is sure, unless several people share a sum that is not theirs to the
 * đồng, or somebody wrote the same transfer down by hand. By name and amount it is a proposal.
 */
export function judge(
  amount: number,
  recorded: boolean,
  byReference: readonly Candidate[],
  byName: readonly Candidate[],
): Judged {
  if (recorded) return { state: 'recorded', how: 'recorded', dues: ids(byReference) };
  if (byReference.some((due) => due.byHand === true))
    return { state: 'proposal', how: 'by_hand', dues: ids(byReference) };
  if (byReference.length === 1)
    return { state: 'matched', how: 'reference', dues: ids(byReference) };
  if (byReference.length > 1) {
    const sum = byReference.reduce((total, due) => total + remaining(due), 0);
    const state = sum === amount ? 'matched' : 'proposal';
    return { state, how: 'references', dues: ids(byReference) };
  }
  const fits = byName.filter(
    (due) => due.owed > 0 && (remaining(due) === amount || due.owed === amount),
  );
  if (fits.length === 0) return { state: 'unknown', how: 'none', dues: [] };
  const how = fits.length === 1 ? 'name' : 'names';
  return { state: 'proposal', how, dues: ids(fits).slice(0, mostCandidates) };
}

const ids = (dues: readonly Candidate[]): readonly string[] => dues.map((due) => due.id);
