import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';

export type Data = Readonly<Record<string, unknown>>;

export const show = (value: unknown): string => String(value ?? '');
export const quoted = (value: unknown): string => `“${show(value)}”`;
export const figure = (value: unknown): string =>
  typeof value === 'number' ? formatNumber(value) : show(value);
