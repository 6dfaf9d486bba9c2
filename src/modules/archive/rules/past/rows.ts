import { matchKey } from '../../../../kernel/vietnamese/fold.ts';
import { prizeKey } from '../prizes.ts';
import { contradiction } from './figures.ts';
import type { Contradiction, Figure, PastEdition } from './types.ts';

/**
 * A list of dossiers against what is told of it: how many, in which field, with which prize. Where all
 * of them have a prize it is the list of the winners, and the other entries are not in it.
 */
export function dossierProblems(edition: PastEdition): Contradiction[] {
  const { dossiers, entries, fields, prizes, prizesTotal } = edition;
  if (dossiers.length === 0) return [];
  const winners = dossiers.every(({ prize }) => prize !== '');
  const counted = (figure: Figure | null, label: string, of: number) =>
    figure?.value == null || figure.value === of
      ? []
      : [contradiction('total_unlike_rows', figure.path, figure.stated, of, { label })];
  const inField = counts(dossiers.map(({ field }) => field));
  const withPrize = counts(dossiers.map(({ prize }) => prizeKey(prize)));
  const awarded = dossiers.filter(({ prize }) => prize !== '');
  return [
    ...(winners ? [] : counted(entries, 'entries_total', dossiers.length)),
    ...(winners
      ? []
      : fields.flatMap(({ name, entries: stated }) => counted(stated, name, inField(name)))),
    ...prizes.flatMap(({ name, count }) => counted(count, name, withPrize(prizeKey(name)))),
    ...(awarded.length > 0 ? counted(prizesTotal, 'prizes_total', awarded.length) : []),
    ...strangers(edition),
  ];
}

/** How many of the texts are a name, whatever its spelling. */
function counts(texts: readonly string[]): (name: string) => number {
  const found = Map.groupBy(texts.map(matchKey), (key) => key);
  return (name) => found.get(matchKey(name))?.length ?? 0;
}

function strangers({ dossiers, fields }: PastEdition): Contradiction[] {
  if (fields.length === 0) return [];
  const known = new Set(fields.map(({ name }) => matchKey(name)));
  return dossiers
    .filter(({ field }) => field !== '' && !known.has(matchKey(field)))
    .map(({ field, path, title }) =>
      contradiction('field_unknown', path, field, null, { label: title }),
    );
}
