import { addDays, type Day } from '../../kernel/day.ts';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';

/** Kinds that count as members of the union they stand under. */
export const memberKinds: readonly string[] = [
  'provincial_union',
  'sector_society',
  'member_association',
  'collective_member',
];

export interface TaskGroups<Task> {
  readonly overdue: readonly Task[];
  readonly today: readonly Task[];
  /** In the seven days after today. */
  readonly soon: readonly Task[];
  /** Later, or without a day. */
  readonly later: readonly Task[];
}

/** Puts tasks by when they are due, the nearest first; those without a day come last, in their order. */
export function groupTasks<Task extends { readonly due: Day | null }>(
  tasks: readonly Task[],
  today: Day,
): TaskGroups<Task> {
  const sorted = tasks.toSorted((a, b) => compare(a.due ?? '9999', b.due ?? '9999'));
  const end = addDays(today, 7);
  const among = (test: (due: Day) => boolean) =>
    sorted.filter((t) => t.due !== null && test(t.due));
  return {
    overdue: among((due) => due < today),
    today: among((due) => due === today),
    soon: among((due) => due > today && due <= end),
    later: sorted.filter((t) => t.due === null || t.due > end),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The words that all names begin with, with the space after them; '' for a single name, and never a
 * whole name: 'Liên hiệp hội ' of 'Liên hiệp hội Sơn La' and 'Liên hiệp hội Hà Nội'.
 */
export function commonStart(names: readonly string[]): string {
  const [first, ...others] = names.map((name) => name.split(' '));
  if (first === undefined || others.length === 0) return '';
  let count = 0;
  while (
    count < first.length - 1 &&
    others.every((words) => words.length > count + 1 && words[count] === first[count])
  ) {
    count += 1;
  }
  return count === 0 ? '' : `${first.slice(0, count).join(' ')} `;
}

/** A name without the first of the words that it begins with, whatever their case: 'tỉnh', 'thành phố'. */
export function withoutWords(name: string, words: readonly string[]): string {
  const found = words.find((word) => name.toLowerCase().startsWith(`${word} `));
  return found === undefined ? name : name.slice(found.length + 1);
}

/**
 * The entries of a history that a home page tells: all that is not a member's joining before the
 * joinings, the newest of each, in the order in which they stand.
 */
export function mainEntries<Entry extends { readonly what: string }>(
  entries: readonly Entry[],
  limit: number,
): Entry[] {
  const own = entries.filter((entry) => entry.what !== 'members');
  const chosen = new Set([...own, ...entries.filter((e) => e.what === 'members')].slice(0, limit));
  return entries.filter((entry) => chosen.has(entry));
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** The letter under which a Vietnamese list files a name: Đ, Ă, Â … are letters, tones are not. */
export function initialOf(name: string): string {
  const first = [...name.normalize('NFC').trim()].find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? '#';
  return first.normalize('NFD').replace(TONES, '').normalize('NFC').toLocaleUpperCase('vi');
}

export interface LetterGroup<Item> {
  readonly letter: string;
  readonly items: readonly Item[];
}

/** Groups items, already in order, by the letter of their name. */
export function byLetter<Item>(
  items: readonly Item[],
  name: (item: Item) => string,
): LetterGroup<Item>[] {
  const groups: { letter: string; items: Item[] }[] = [];
  for (const item of items) {
    const letter = initialOf(name(item));
    const last = groups.at(-1);
    if (last?.letter === letter) last.items.push(item);
    else groups.push({ letter, items: [item] });
  }
  return groups;
}

/** Cuts a list into at most `count` columns, in order, as even by weight as whole items allow. */
export function intoColumns<Item>(
  items: readonly Item[],
  count: number,
  weight: (item: Item) => number = () => 1,
): Item[][] {
  const total = items.reduce((sum, item) => sum + weight(item), 0);
  const columns: Item[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const item of items) {
    // An item belongs where its middle falls.
    const middle = before + weight(item) / 2;
    const at = Math.min(count - 1, Math.floor((middle * count) / Math.max(total, 1)));
    columns[at]?.push(item);
    before += weight(item);
  }
  return columns.filter((column) => column.length > 0);
}

/**
 * The words of an address, as one would type them into a search box: 'hoi-khuyen-hoc.html' is 'hoi
 * khuyen hoc'. `without` names parts that say nothing. What cannot be decoded is left out, and so are ids and
 * secrets of links: a search must not carry them on.
 */
export function wordsOfPath(path: string, without: readonly string[]): string {
  const parts = path.split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return '';
    }
  });
  return parts
    .filter((part) => !without.includes(part) && !/^(?=.*\d)[0-9a-z]{16,}$/i.test(part))
    .map((part) => part.replace(/\.[a-z]{2,5}$/i, ''))
    .join(' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 80)
    .trim();
}

/** What a search box holds, ready for SQL: patterns without dấu, and the text as typed. */
export interface Sought {
  readonly typed: string;
  /** For LIKE ALL over a folded column; empty when nothing can be searched. */
  readonly patterns: readonly string[];
  /** The same at the start of a word, for the folded column with a space before it. */
  readonly starts: readonly string[];
  /** For LIKE over the lower-case text itself: the hits that have the same dấu. */
  readonly exact: string;
}

/** Reads a search box. Folded words hold letters and digits only, so nothing in them is a pattern. */
export function soughtIn(raw: string): Sought {
  const typed = raw.normalize('NFC').trim().replace(/\s+/g, ' ').slice(0, 200);
  const words = foldForSearch(typed).split(' ').filter(Boolean).slice(0, 10);
  return {
    typed,
    patterns: words.map((word) => `%${word}%`),
    starts: words.map((word) => `% ${word}%`),
    exact: `%${typed.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
  };
}
