import { type Issue, issue } from '../../../kernel/issue.ts';
import type { SourceTable } from './table/source.ts';

/** The most that is checked at once: what a person could still look through. */
export const checkLimits = {
  bytes: 20_000_000,
  rows: 5_000,
  columns: 200,
  cells: 200_000,
  prose: 200_000,
} as const;

/** Letters of a label; longer ones are prose. */
const SHORT = 60;

/** Why these tables are too much to be checked at once; empty: they are not. */
export function tooMuch(tables: readonly SourceTable[]): Issue[] {
  let cells = 0;
  for (const { name, rows } of tables) {
    const width = Math.max(0, ...rows.map((row) => row.length));
    const sheet = { sheet: name };
    if (rows.length > checkLimits.rows) {
      return [issue('file', 'table.too_many_rows', { ...sheet, limit: checkLimits.rows })];
    }
    if (width > checkLimits.columns) {
      return [
        issue('file', 'table.too_many_columns', { ...sheet, row: 1, limit: checkLimits.columns }),
      ];
    }
    cells += rows.length * width;
  }
  const texts = tables.flatMap((table) => [...table.texts, ...table.rows.flat()]);
  const prose = new Map(
    texts.map(({ path, text }) => [path, text.length > SHORT ? text.length : 0]),
  );
  if (sum(prose.values()) > checkLimits.prose) {
    return [issue('file', 'checks_too_much_text', { limit: checkLimits.prose })];
  }
  return cells > checkLimits.cells
    ? [issue('file', 'checks_too_many_cells', { limit: checkLimits.cells })]
    : [];
}

const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
