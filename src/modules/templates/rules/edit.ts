import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import {
  figuresIn,
  rowsOf,
  type TemplateContent,
  type TemplateRow,
  type TemplateSection,
} from './content.ts';

/** Which way something moves in the order of the document. */
export type Way = 'up' | 'down';

/** Moves a section one place; at the end of the document nothing changes. */
export function moveSection(content: TemplateContent, key: string, way: Way): TemplateContent {
  return { sections: moved(content.sections, key, way) };
}

/** Moves a row one place within its table. */
export function moveRow(content: TemplateContent, key: string, way: Way): TemplateContent {
  return changeSections(content, (section) => ({
    ...section,
    rows: moved(section.rows, key, way),
  }));
}

function moved<T extends { readonly key: string }>(
  items: readonly T[],
  key: string,
  way: Way,
): readonly T[] {
  const from = items.findIndex((one) => one.key === key);
  const to = way === 'up' ? from - 1 : from + 1;
  const [one, other] = [items[from], items[to]];
  if (one === undefined || other === undefined) return items;
  return items.map((item, at) => (at === from ? other : at === to ? one : item));
}

/** Puts a section in the place of the one of its key, or after `after`, or at the end. */
export function putSection(
  content: TemplateContent,
  section: TemplateSection,
  after: string | null = null,
): TemplateContent {
  return { sections: put(content.sections, section, after) };
}

/** Puts a row into a table: in the place of the one of its key, or after `after`, or at the end. */
export function putRow(
  content: TemplateContent,
  table: string,
  row: TemplateRow,
  after: string | null = null,
): TemplateContent {
  return changeSections(content, (section) =>
    section.key === table ? { ...section, rows: put(section.rows, row, after) } : section,
  );
}

function put<T extends { readonly key: string }>(
  items: readonly T[],
  item: T,
  after: string | null,
): readonly T[] {
  if (items.some((one) => one.key === item.key)) {
    return items.map((one) => (one.key === item.key ? item : one));
  }
  const at = items.findIndex((one) => one.key === after);
  return at < 0 ? [...items, item] : items.toSpliced(at + 1, 0, item);
}

/** Takes a section away with its rows, and what others said of them. */
export function dropSection(content: TemplateContent, key: string): TemplateContent {
  const gone = content.sections.find((one) => one.key === key);
  const rest: TemplateContent = { sections: content.sections.filter((one) => one.key !== key) };
  const rows = gone?.rows ?? [];
  return rows.reduce((left, row) => forget(left, row.key), rest);
}

/** Takes a row away, and what other rows and sentences said of it. */
export function dropRow(content: TemplateContent, key: string): TemplateContent {
  const rest = changeSections(content, (section) => ({
    ...section,
    rows: section.rows.filter((row) => row.key !== key),
  }));
  return forget(rest, key);
}

function forget(content: TemplateContent, key: string): TemplateContent {
  return changeSections(content, (section) => ({
    ...section,
    sentences: section.sentences.filter((sentence) => !figuresIn(sentence).includes(key)),
    rows: section.rows.map((row) => ({
      ...row,
      sum: row.sum.filter((part) => part !== key),
      within: row.within === key ? null : row.within,
    })),
  }));
}

function changeSections(
  content: TemplateContent,
  change: (section: TemplateSection) => TemplateSection,
): TemplateContent {
  return { sections: content.sections.map(change) };
}

const LONGEST = 30;

/** A key that nothing in the template has yet: the wanted word, or that with a number behind it. */
export function freeKey(content: TemplateContent, wanted: string): string {
  const taken = new Set([
    ...content.sections.map((section) => section.key),
    ...rowsOf(content).map((row) => row.key),
  ]);
  const word = keyWord(wanted);
  if (!taken.has(word)) return word;
  let n = 2;
  while (taken.has(`${word}-${n}`)) n += 1;
  return `${word}-${n}`;
}

// An indicator's code stays as it is; words become letters without marks, joined by a stroke.
function keyWord(wanted: string): string {
  if (/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/.test(wanted) && wanted.length <= LONGEST) return wanted;
  const words = foldForSearch(wanted).match(/[a-z0-9]+/g) ?? [];
  let key = '';
  for (const word of words) {
    if (key !== '' && key.length + word.length + 1 > LONGEST) break;
    key = key === '' ? word.slice(0, LONGEST) : `${key}-${word}`;
  }
  return key === '' ? 'muc' : key;
}
