import type { PastEdition } from './types.ts';

/**
 * One edition of the sheets of a workbook: one may have its figures, others its dossiers. The first that
 * tells a figure counts. Null when there is none.
 */
export function merged(sheets: readonly PastEdition[]): PastEdition | null {
  const [first] = sheets;
  if (first === undefined) return null;
  const figures = sheets.find(({ fields }) => fields.length > 0);
  const prizes = sheets.find((one) => one.prizes.length > 0);
  const total = <K extends 'entries' | 'prizesTotal'>(key: K) =>
    sheets.find((one) => one[key] !== null)?.[key] ?? null;
  return {
    name: first.name,
    entries: total('entries'),
    fields: figures?.fields ?? [],
    prizes: prizes?.prizes ?? [],
    prizesTotal: total('prizesTotal'),
    dossiers: sheets.flatMap(({ dossiers }) => dossiers),
  };
}
