import { keptText } from '../../../../kernel/text.ts';
import { foldForSearch } from '../../../../kernel/vietnamese/fold.ts';
import { fieldWord } from '../../vi/past-words.ts';
import {
  filledCells,
  isPrizeHeading,
  isTotalRow,
  type PastCell,
  type Role,
  textIn,
} from './columns.ts';
import type { PastDossier } from './types.ts';

/** What a heading between the rows says of those below it. */
interface Under {
  readonly field: string;
  readonly prize: string;
}

/**
 * The dossiers of a list, one a row. A row without a title goes on with the authors of the one above; a
 * heading between the rows ('II. Lĩnh vực Cơ khí', 'Giải Nhất') says field or prize of those below it.
 */
export function dossiersIn(
  columns: readonly (Role | null)[],
  rows: readonly (readonly PastCell[])[],
): PastDossier[] {
  const found: PastDossier[] = [];
  const isNumbered = numbered(columns, rows);
  let under: Under = { field: '', prize: '' };
  for (const cells of rows) {
    const heading = headingIn(columns, cells);
    if (heading !== null) under = headed(under, heading);
    else if (textIn(cells, columns, 'title') === '') continueLast(found, columns, cells);
    else if (!isTotalRow(cells) && isNumbered(cells)) found.push(dossierOf(columns, cells, under));
  }
  return found;
}

function dossierOf(
  columns: readonly (Role | null)[],
  cells: readonly PastCell[],
  under: Under,
): PastDossier {
  const text = (role: Role) => textIn(cells, columns, role);
  return {
    path: cells[columns.indexOf('title')]!.path,
    title: text('title'),
    field: text('field') || under.field,
    authors: text('authors'),
    births: text('births'),
    place: text('place'),
    prize: text('prize') || under.prize,
    year: text('year'),
    summary: text('summary'),
  };
}

/** Where the rows are numbered, what has no number is a signature or a remark. */
function numbered(columns: readonly (Role | null)[], rows: readonly (readonly PastCell[])[]) {
  const isNumber = (cells: readonly PastCell[]): boolean =>
    /^\d+[.)]?$/.test(textIn(cells, columns, 'number'));
  const some = columns.includes('number') && rows.some(isNumber);
  return some ? isNumber : () => true;
}

function continueLast(
  found: PastDossier[],
  columns: readonly (Role | null)[],
  cells: readonly PastCell[],
): void {
  const [last, authors] = [found.at(-1), textIn(cells, columns, 'authors')];
  if (last === undefined || authors === '' || isTotalRow(cells)) return;
  if (textIn(cells, columns, 'number') !== '') return;
  const births = textIn(cells, columns, 'births');
  found[found.length - 1] = {
    ...last,
    authors: `${last.authors}; ${authors}`,
    births: births === '' ? last.births : `${last.births}; ${births}`,
  };
}

const MARK = /^(?:[IVXLC]+|[A-Z]|\d+)\s*[.)/-]\s*/;

const LETTER = /^(?:[IVXLC]+|[A-Z])\s*[.)]\s/;

/** The text of a row that is nothing but one heading; null for every other row. */
function headingIn(columns: readonly (Role | null)[], cells: readonly PastCell[]): string | null {
  const filled = filledCells(cells).filter(
    ({ text }) => !/^[IVXLC]+[.)]?$|^[A-Z][.)]?$/.test(text.trim()),
  );
  const [only] = filled;
  if (filled.length !== 1 || only === undefined || /^\d+$/.test(only.text.trim())) return null;
  const text = keptText(only.text);
  const role = columns[cells.indexOf(only)];
  const isOwn = role === 'title' || role === 'authors';
  const isHeading = isPrizeHeading(text) || /^linh vuc\b/.test(foldForSearch(text));
  const marked = filled.length < filledCells(cells).length || (isOwn ? LETTER : MARK).test(text);
  return isHeading || marked ? text : null;
}

function headed(under: Under, heading: string): Under {
  const text = heading
    .replace(MARK, '')
    .replace(fieldWord, '')
    .replace(/\s*[:(].*$/u, '')
    .trim();
  if (isPrizeHeading(text)) return { ...under, prize: calm(text, 2) };
  const isTotal = /^(?:tong|cong)\b/.test(foldForSearch(text));
  return text === '' || isTotal ? under : { field: calm(text, 1), prize: '' };
}

/** A heading in capitals as a name is written: the first words with a capital each. */
function calm(text: string, capitals: number): string {
  if (text !== text.toLocaleUpperCase('vi')) return text;
  return text
    .toLocaleLowerCase('vi')
    .split(' ')
    .map((word, at) =>
      at < capitals ? word.slice(0, 1).toLocaleUpperCase('vi') + word.slice(1) : word,
    )
    .join(' ');
}
