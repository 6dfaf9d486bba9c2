import type { Day } from '../../../../kernel/day.ts';
import { parseVietnameseDate } from '../../../../kernel/vietnamese/dates.ts';
import { type Problem, problem } from '../problem.ts';
import type { Grid } from '../table/grid.ts';
import type { SourceCell } from '../table/source.ts';

/** Numbers of rows that are left out or come twice, ends before beginnings. */
export function orderProblems(grid: Grid): Problem[] {
  return [...numbering(grid), ...dates(grid)];
}

function numbering(grid: Grid): Problem[] {
  const column = grid.columns.find(({ kind }) => kind === 'ordinal');
  if (column === undefined) return [];
  const next = new Map<string, readonly number[]>();
  const found: Problem[] = [];
  for (const { index, parent } of grid.rows) {
    const cell = grid.cells[index]![column.index]!;
    const read = ordinalOf(cell);
    if (read === null) continue;
    const { value, prefix } = read;
    const list = `${parent}|${prefix}`;
    const wanted = next.get(list);
    // Lists may begin again; one without a prefix may be a part of a longer one.
    const right =
      wanted === undefined ? prefix === '' || value === 1 : value === 1 || wanted.includes(value);
    const expected = wanted?.[0] ?? 1;
    // Behind a wrong number both go on: from it, and from what it should have been.
    next.set(list, right ? [value + 1] : [expected + 1, value + 1]);
    if (!right)
      found.push(problem('numbering', cell.path, cell.text.trim(), `${prefix}${expected}`, {}));
  }
  return found;
}

function ordinalOf({ text, kind, number }: SourceCell): { value: number; prefix: string } | null {
  if (kind === 'number' && !Number.isInteger(number)) return null;
  const match = /^((?:\d+\.)*)(\d+)[.)]?$/.exec(text.trim());
  return match === null ? null : { value: Number(match[2]), prefix: match[1]! };
}

const BEGINS =
  /\b(?:tu ngay|bat dau|ngay bat dau|ngay di|khai mac|starts on|start|from|hieu luc tu)\b/;
const ENDS =
  /\b(?:den ngay|ket thuc|ngay ket thuc|ngay ve|be mac|ends on|end|until|het han|hieu luc den)\b/;

function dates(grid: Grid): Problem[] {
  const begin = grid.columns.find(({ words }) => BEGINS.test(words));
  const end = grid.columns.find(({ words, index }) => ENDS.test(words) && index !== begin?.index);
  if (begin === undefined || end === undefined) return [];
  return grid.rows.flatMap(({ index, label }) => {
    const last = grid.cells[index]?.[end.index];
    const [from, to] = [dayOf(grid.cells[index]?.[begin.index]), dayOf(last)];
    if (from === null || to === null || to >= from || last === undefined) return [];
    return [problem('date_order', last.path, to, from, { label })];
  });
}

function dayOf(cell: SourceCell | undefined): Day | null {
  if (cell?.day !== undefined) return cell.day as Day;
  const read = cell === undefined || cell.text === '' ? null : parseVietnameseDate(cell.text);
  return read !== null && 'ok' in read ? read.ok : null;
}
