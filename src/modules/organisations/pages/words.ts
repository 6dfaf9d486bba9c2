import { type DateRange, lastDay } from '../../../kernel/date-range.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { organisationKinds } from '../rules/index.ts';
import type { Affiliation, Fact } from '../schema/index.ts';
import { vi } from '../vi.ts';

/** The value of a fact as people read it. */
export function factWords(fact: Pick<Fact, 'measure' | 'amount' | 'words' | 'unit'>): string {
  if (fact.measure === 'text') return fact.words ?? '';
  if (fact.measure === 'yes_no') return fact.amount === 1 ? vi.yes : vi.no;
  const number = fact.amount === null ? '' : formatNumber(fact.amount);
  return fact.unit === null ? number : `${number}\u00a0${fact.unit}`;
}

export const kindWords: Readonly<Record<string, string>> = vi.kinds;
export const kindNouns: Readonly<Record<string, string>> = vi.kindNouns;

/** Rows by the kind of the child, in the order of the kinds. */
export function byKind(rows: readonly Affiliation[]): [string, Affiliation[]][] {
  const groups = Map.groupBy(rows, (row) => row.childKind);
  const order: readonly string[] = organisationKinds;
  return [...groups].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

/** '21/04/2010 – nay', the last day inclusive. */
export function rangeWords(during: DateRange): string {
  const from = during.from === null ? '' : formatDate(during.from);
  const last = during.until === null ? null : lastDay(during);
  return `${from} – ${last === null ? vi.page.now : formatDate(last)}`;
}

export function lastDayOf(during: DateRange): string | null {
  return during.until === null ? null : lastDay(during);
}
