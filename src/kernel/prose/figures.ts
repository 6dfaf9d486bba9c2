import { inlineText } from './text.ts';
import type { TableCell, TableRow } from './types.ts';

const FIGURE = /^[-−+]?\d[\d.,]*\s?(%|‰)?$|^[-–]?$/;

/** Columns that hold figures only, where nobody has said how they stand: they go to the right. */
export function figureColumns(rows: readonly TableRow[]): ReadonlySet<number> {
  const found = new Set<number>();
  if (rows.some((row) => row.content.some((cell) => cell.attrs !== undefined))) return found;
  const columns = Math.max(0, ...rows.map((row) => row.content.length));
  for (let at = 0; at < columns; at++) {
    const words = rows.map((row) => figureWords(row.content[at]));
    if (words.every((one) => one !== null && FIGURE.test(one)) && words.some((one) => one))
      found.add(at);
  }
  return found;
}

function figureWords(cell: TableCell | undefined): string | null {
  const [first, ...rest] = cell?.content ?? [];
  if (first === undefined) return '';
  if (first.type !== 'paragraph' || rest.length > 0 || first.attrs !== undefined) return null;
  return inlineText(first.content ?? []).trim();
}
