import { formatPartialDate, partialParts } from '../../../kernel/partial-date.ts';
import { formatSecond } from '../../../kernel/vietnamese/dates.ts';
import { formatMoney, formatNumber } from '../../../kernel/vietnamese/numbers.ts';

export type Data = Readonly<Record<string, unknown>>;

export const show = (value: unknown): string => String(value ?? '');
export const quoted = (value: unknown): string => `“${show(value)}”`;
/** What somebody typed, no longer than can be read. */
export const typed = (value: unknown): string => {
  const text = show(value);
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;
};
export const figure = (value: unknown): string =>
  typeof value === 'number' ? formatNumber(value) : show(value);
export const date = (value: unknown): string =>
  partialParts(show(value)) === null ? show(value) : formatPartialDate(show(value));

export const moment = (value: unknown): string => formatSecond(show(value));

/** An amount with its unit: đồng, another one, or none. */
export const amount = (value: unknown, unit: unknown): string => {
  if (unit === 'money') return formatMoney(BigInt(Math.round(Number(value))));
  return unit ? `${figure(value)} ${show(unit)}` : figure(value);
};

const MEGA = 1024 * 1024;
/** '34,2 MB', '512 KB'. */
export const bytes = (value: unknown): string => {
  const size = Number(value);
  if (size < MEGA) return `${formatNumber(Math.ceil(size / 1024))} KB`;
  const mega = Math.ceil((size / MEGA) * 10) / 10;
  return `${formatNumber(mega)} MB`;
};

/** From–to in words, where one side may be open. */
export const span = (from: unknown, to: unknown, words: (value: unknown) => string): string => {
  if (from == null && to == null) return 'mọi thời gian';
  if (from == null) return `đến hết ${words(to)}`;
  return to == null ? `từ ${words(from)} trở đi` : `từ ${words(from)} đến hết ${words(to)}`;
};

/** A name from a table of names; the key itself where it has none. */
export const named = (names: Readonly<Record<string, string>>, key: unknown): string =>
  names[show(key)] ?? show(key);
