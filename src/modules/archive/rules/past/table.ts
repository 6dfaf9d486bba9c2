import { filledCells, isTotalRow, type PastCell, type Role, roleOf, textIn } from './columns.ts';
import { ofPrizes } from './counted.ts';
import { cellFigure } from './figures.ts';
import { dossiersIn } from './listed.ts';
import type { Figure, PastEdition, PastField, PastPrize } from './types.ts';

/**
 * Reads a table of a past edition: one row a field ('Lĩnh vực', 'Số giải pháp', 'Tỷ lệ', 'Giải Nhất'
 * …) with perhaps a row of totals, one row a prize ('Giải', 'Số lượng'), or one row a dossier ('Tên giải pháp', 'Tác giả', 'Giải' …).
 * `titles` are those of the columns. Null when no column tells what it is.
 */
export function readPastTable(
  name: string,
  titles: readonly string[],
  rows: readonly (readonly PastCell[])[],
): PastEdition | null {
  const columns = titles.map(roleOf);
  const filled = rows.filter((cells) => filledCells(cells).length > 0);
  if (columns.includes('title')) {
    const dossiers = dossiersIn(columns, filled);
    return { name, entries: null, fields: [], prizes: [], prizesTotal: null, dossiers };
  }
  if (!columns.some((role) => role !== null && counts.has(role))) return null;
  if (columns.includes('prize') && !columns.includes('field'))
    return ofPrizes(name, columns, filled);
  return columns.includes('field') ? ofFields(name, titles, columns, filled) : null;
}

const counts = new Set<Role>(['entries', 'prizes', 'one_prize']);

function ofFields(
  name: string,
  titles: readonly string[],
  columns: readonly (Role | null)[],
  rows: readonly (readonly PastCell[])[],
): PastEdition {
  const figure = (cells: readonly PastCell[], role: Role): Figure | null => {
    const cell = cells[columns.indexOf(role)];
    return cell === undefined ? null : cellFigure(cell);
  };
  // A prize that a field did not have is left blank or struck out.
  const prizesIn = (cells: readonly PastCell[]): PastPrize[] =>
    columns.flatMap((role, at) => {
      const cell = cells[at];
      if (role !== 'one_prize' || cell === undefined) return [];
      const text = /^\s*[-–]?\s*$/.test(cell.text) ? '0' : cell.text;
      return [{ name: titles[at]!.trim(), path: cell.path, count: cellFigure({ ...cell, text }) }];
    });
  const total = rows.find(isTotalRow);
  // What stands under the totals is a date, a signature.
  const above = total === undefined ? rows : rows.slice(0, rows.indexOf(total) || undefined);
  const fields = above
    .filter((cells) => !isTotalRow(cells) && textIn(cells, columns, 'field') !== '')
    .filter((cells) => filledCells(cells).length > 1)
    .map(
      (cells): PastField => ({
        name: textIn(cells, columns, 'field'),
        path: cells[columns.indexOf('field')]!.path,
        entries: figure(cells, 'entries'),
        percent: figure(cells, 'percent'),
        prizes: figure(cells, 'prizes'),
        byPrize: prizesIn(cells),
      }),
    );
  return {
    name,
    entries: total === undefined ? null : figure(total, 'entries'),
    fields,
    prizes: total === undefined ? [] : prizesIn(total),
    prizesTotal: total === undefined ? null : figure(total, 'prizes'),
    dossiers: [],
  };
}
