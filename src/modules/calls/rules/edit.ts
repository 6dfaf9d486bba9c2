import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';

const LONGEST = 30;

/**
 * A key that is not taken: the words without marks, joined by a stroke, with a number behind them where
 * another one has them already. `fallback` stands where no letter is left.
 */
export function freeKey(words: string, taken: readonly string[], fallback: string): string {
  const parts = foldForSearch(words).match(/[a-z0-9]+/g) ?? [];
  let key = '';
  for (const part of parts) {
    if (key !== '' && key.length + part.length + 1 > LONGEST) break;
    key = key === '' ? part.slice(0, LONGEST) : `${key}-${part}`;
  }
  if (!/^[a-z]/.test(key)) key = key === '' ? fallback : `${fallback}-${key}`.slice(0, LONGEST);
  if (!taken.includes(key)) return key;
  let n = 2;
  while (taken.includes(`${key}-${n}`)) n += 1;
  return `${key}-${n}`;
}

/** The items with the one at `at` moved one place; at the end of the list nothing changes. */
export function moved<T>(items: readonly T[], at: number, way: 'up' | 'down'): T[] {
  const to = way === 'up' ? at - 1 : at + 1;
  if (at < 0 || to < 0 || at >= items.length || to >= items.length) return [...items];
  return items.map((item, n) => (n === at ? items[to]! : n === to ? items[at]! : item));
}

/** The items with one in the place of the one of its key, else after another one, or at the end. */
export function put<T extends { readonly key: string }>(
  items: readonly T[],
  item: T,
  after: string | undefined = undefined,
): T[] {
  if (items.some(({ key }) => key === item.key))
    return items.map((one) => (one.key === item.key ? item : one));
  const at = items.findIndex(({ key }) => key === after);
  return at < 0 ? [...items, item] : items.toSpliced(at + 1, 0, item);
}
