import { englishNumber } from '../kernel/english.ts';
import { language } from '../kernel/language.ts';

const counts = new Intl.NumberFormat('vi-VN');

/** A whole number with dots between thousands, `4.182`; on a page in English `4,182`. */
export function formatCount(value: number): string {
  return language() === 'en' ? englishNumber(value) : counts.format(value);
}

/** Joins class names, leaving out what is false or missing; undefined when nothing is left. */
export function cls(...names: (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}

/** The id of the control of a field: `rows.3.title` → `f-rows-3-title`. Error links point at it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}
