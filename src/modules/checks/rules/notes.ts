import { textProblems } from './narrative.ts';
import { type Problem, problem } from './problem.ts';
import type { Grid } from './table/grid.ts';
import { type Read, readText } from './text/index.ts';

/** Notes beside figures: what they say against themselves, and lists that should make up the figure. */
export function noteProblems(grid: Grid): Problem[] {
  return grid.columns
    .filter(({ kind }) => kind === 'note' || kind === 'text')
    .flatMap(({ index: column, kind }) =>
      grid.rows.flatMap(({ index: row, label }) => {
        const cell = grid.cells[row]?.[column];
        if (cell === undefined || cell.text.trim() === '') return [];
        const read = readText(cell.text.slice(0, 500));
        const beside = grid.values[row]?.[column - 1];
        const own =
          kind === 'note' && beside?.kind === 'value'
            ? listed(read, beside.value, cell.path, label)
            : [];
        return [...own, ...textProblems(cell.path, cell.text, [])];
      }),
    );
}

/** '3 lãnh đạo, 1 chuyên trách, 02 cán bộ' beside 10: a note that is a list and nothing else. */
function listed(read: Read, value: number, path: string, label: string): Problem[] {
  const pieces = read.plain
    .split(/[,;\n]|\sva\s/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const parts = read.mentions;
  const isList =
    pieces.length >= 2 &&
    pieces.length === parts.length &&
    pieces.every((piece) => /^\d+\s\p{L}/u.test(piece));
  if (!isList || parts.some(({ about, percent }) => about !== null || percent)) return [];
  const sum = parts.reduce((all, part) => all + part.value, 0);
  if (sum === value) return [];
  return [
    problem('text_sum', path, value, sum, {
      label,
      parts: parts.map(({ text }) => text),
      words: read.text,
    }),
  ];
}
