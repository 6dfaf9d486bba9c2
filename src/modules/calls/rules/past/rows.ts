import { matchKey } from '../../../../kernel/vietnamese/fold.ts';
import { contradiction } from './figures.ts';
import type { Contradiction, Figure, PastDossier, PastEdition } from './types.ts';

/**
 * A list of dossiers against what is told of it: how many, in which field, with which prize. Where all
 * of them have a prize it is the list of the winners, and the other entries are not in it.
 */
export function dossierProblems(edition: PastEdition): Contradiction[] {
  const { dossiers, entries, fields, prizes, prizesTotal } = edition;
  if (dossiers.length === 0) return [];
  const winners = dossiers.every(({ prize }) => prize !== '');
  const counted = (figure: Figure | null, label: string, of: readonly PastDossier[]) =>
    figure?.value == null || figure.value === of.length
      ? []
      : [contradiction('total_unlike_rows', figure.path, figure.stated, of.length, { label })];
  const isOf = (text: string, name: string): boolean => matchKey(text) === matchKey(name);
  const awarded = dossiers.filter(({ prize }) => prize !== '');
  return [
    ...(winners ? [] : counted(entries, 'entries_total', dossiers)),
    ...(winners
      ? []
      : fields.flatMap(({ name, entries: stated }) =>
          counted(
            stated,
            name,
            dossiers.filter(({ field }) => isOf(field, name)),
          ),
        )),
    ...prizes.flatMap(({ name, count }) =>
      counted(
        count,
        name,
        dossiers.filter(({ prize }) => isOf(prize, name)),
      ),
    ),
    ...(awarded.length > 0 ? counted(prizesTotal, 'prizes_total', awarded) : []),
    ...strangers(edition, isOf),
  ];
}

function strangers(
  { dossiers, fields }: PastEdition,
  isOf: (text: string, name: string) => boolean,
): Contradiction[] {
  if (fields.length === 0) return [];
  return dossiers
    .filter(({ field }) => field !== '' && !fields.some(({ name }) => isOf(field, name)))
    .map(({ field, path, title }) =>
      contradiction('field_unknown', path, field, null, { label: title }),
    );
}
