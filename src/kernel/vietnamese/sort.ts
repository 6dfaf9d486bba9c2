import type { NameParts } from './names.ts';

const collator = new Intl.Collator('vi');

/** Vietnamese alphabetical order, as PostgreSQL's COLLATE "vi-x-icu": a ă â … d đ, then tones. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Roster order: by given name, then by family and middle name together. */
export function comparePersonNames(a: NameParts, b: NameParts): number {
  return compareVietnamese(a.given, b.given) || compareVietnamese(beforeGiven(a), beforeGiven(b));
}

function beforeGiven({ family, middle }: NameParts): string {
  return [family, middle].filter((part) => part !== '').join(' ');
}
