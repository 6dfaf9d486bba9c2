import { columnLetters } from '../../platform/documents/index.ts';
import { checkTables } from './rules/check.ts';
import { jsonTables } from './rules/json/read.ts';
import type { Problem } from './rules/problem.ts';
import type { SourceTable } from './rules/table/source.ts';

/** A table written as lines with ';' between the cells, at the addresses that a CSV has. */
export function tableOf(text: string): SourceTable {
  const lines = text.replace(/^\n/, '').split('\n');
  const width = Math.max(...lines.map((line) => line.split(';').length));
  const rows = lines.map((line, row) => {
    const cells = line.split(';');
    return Array.from({ length: width }, (_, column) => {
      const own = cells[column] ?? '';
      const path = `${columnLetters(column)}${row + 1}`;
      return { text: own, path, kind: own.trim() === '' ? ('empty' as const) : ('text' as const) };
    });
  });
  return { name: 'Bảng', titles: null, rows, texts: [] };
}

/** 'sum E7 231 230' for each problem. */
export const short = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, path, stated, computed }) => `${code} ${path} ${stated} ${computed}`);

export const checkText = (text: string): string[] => short(checkTables([tableOf(text)]));
export const checkValue = (value: unknown): string[] => short(checkTables(jsonTables(value)));
