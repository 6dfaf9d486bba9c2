import { bareWords } from '../plain.ts';
import type { Block } from './layout.ts';
import { readNumberText } from './numbers.ts';
import type { SourceCell } from './source.ts';
import { isBareShare } from './words.ts';

const MOST_ROWS = 8;

/**
 * A table whose rows are 'Số lượng' and 'Tỷ lệ (%)' is read with its columns as rows: shares stand
 * under what they are of. Any other table stays as it is.
 */
export function turned(block: Block): Block {
  const { rows, titles } = block;
  const label = labelColumn(block);
  const isShares =
    label !== null &&
    rows.length >= 2 &&
    rows.length <= MOST_ROWS &&
    rows.some((row) => isBareShare(bareWords(row[label]?.text ?? ''))) &&
    !titles.some((title) => isBareShare(bareWords(title)));
  if (!isShares) return block;
  const columns = titles.flatMap((_, at) => (at === label ? [] : [at]));
  return {
    titles: ['label', ...rows.map((row) => row[label]?.text ?? '')],
    groups: ['', ...rows.map(() => '')],
    titlePaths: ['', ...rows.map((row) => row[label]?.path ?? '')],
    equations: new Map(),
    rows: columns.map((column) => [
      {
        text: titles[column] ?? '',
        path: rows[0]?.[column]?.path ?? '',
        kind: 'text',
      } satisfies SourceCell,
      ...rows.map((row) => row[column]!),
    ]),
    texts: block.texts,
  };
}

/** The one column without figures. */
function labelColumn({ rows, titles }: Block): number | null {
  const words = titles.flatMap((_, at) =>
    rows.every((row) => row[at] !== undefined && !isFigure(row[at])) ? [at] : [],
  );
  return words.length === 1 ? words[0]! : null;
}

const isFigure = ({ kind, text }: SourceCell): boolean =>
  kind === 'number' || (kind === 'text' && readNumberText(text, ',').kind === 'value');
