import { keptText } from '../../../../kernel/text.ts';
import { foldForSearch } from '../../../../kernel/vietnamese/fold.ts';
import { filledCells, isPrize, isTotalRow, type PastCell, type Role } from './columns.ts';
import { cellFigure } from './figures.ts';
import type { Figure, PastEdition, PastPrize } from './types.ts';

const nothing = { entries: null, fields: [], prizes: [], prizesTotal: null, dossiers: [] };

/** A table of prizes ('Giải', 'Số lượng'): one row a prize, perhaps with their total. */
export function ofPrizes(
  name: string,
  columns: readonly (Role | null)[],
  rows: readonly (readonly PastCell[])[],
): PastEdition {
  const [title, number] = [
    columns.indexOf('prize'),
    columns.findIndex((role) => role === 'prizes' || role === 'entries'),
  ];
  const told = rows.filter((cells) => cells[number] !== undefined && filledCells(cells).length > 1);
  const total = told.find(isTotalRow);
  const prizes = told
    .filter((cells) => !isTotalRow(cells) && (cells[title]?.text ?? '').trim() !== '')
    .map((cells): PastPrize => prizeOf(cells[title]!, cells[number]!));
  return {
    ...nothing,
    name,
    prizes,
    prizesTotal: total === undefined ? null : cellFigure(total[number]!),
  };
}

const prizeOf = (label: PastCell, number: PastCell): PastPrize => ({
  name: keptText(label.text),
  path: number.path,
  count: cellFigure(number),
});

const ENTRIES = /^tong so (?:ho so|giai phap|de tai|san pham|mo hinh|cong trinh|bai)(?: |$)/;
const PRIZES = /^tong so giai(?: thuong)?$/;

/** Lines of a label and a number: 'Tổng số hồ sơ', 'Giải Nhất', 'Tổng số giải'. Null when none is known. */
export function ofPairs(name: string, rows: readonly (readonly PastCell[])[]): PastEdition | null {
  const found = { ...nothing, name, prizes: [] as PastPrize[] };
  let [entries, prizesTotal]: (Figure | null)[] = [null, null];
  for (const cells of rows) {
    const [label, number, ...more] = filledCells(cells);
    if (label === undefined || number === undefined || more.length > 0) continue;
    const words = foldForSearch(label.text);
    if (isPrize(words)) found.prizes.push(prizeOf(label, number));
    else if (PRIZES.test(words)) prizesTotal = cellFigure(number);
    else if (ENTRIES.test(words)) entries = cellFigure(number);
  }
  const some = found.prizes.length > 0 || entries !== null || prizesTotal !== null;
  return some ? { ...found, entries: entries ?? null, prizesTotal: prizesTotal ?? null } : null;
}
