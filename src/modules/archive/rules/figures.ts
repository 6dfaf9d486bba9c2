import type { Figure, PastEdition } from './past/index.ts';

const whole = (figure: Figure | null): number | null =>
  figure?.value != null && figure.value >= 0 && Number.isInteger(figure.value)
    ? figure.value
    : null;

const sum = (figures: readonly (Figure | null)[]): number | null => {
  const known = figures.flatMap((one) => whole(one) ?? []);
  return known.length === 0 ? null : known.reduce((all, one) => all + one, 0);
};

/**
 * How many dossiers a file tells of: those that it lists; else the total that it states; else the sum
 * over the fields. Prizes: the total that it states, else their sum by name, over the fields, or the
 * listed dossiers with a prize. A stated total holds also where its parts come to something else.
 */
export function toldFigures(past: PastEdition): {
  readonly dossiers: number;
  readonly prizes: number;
} {
  const { dossiers, entries, fields, prizes, prizesTotal } = past;
  const awarded = dossiers.filter(({ prize }) => prize !== '').length;
  const byField = fields.map(
    (field) => field.prizes ?? asFigure(sum(field.byPrize.map(({ count }) => count))),
  );
  return {
    dossiers:
      dossiers.length > 0
        ? dossiers.length
        : (whole(entries) ?? sum(fields.map((field) => field.entries)) ?? 0),
    prizes: whole(prizesTotal) ?? sum(prizes.map(({ count }) => count)) ?? sum(byField) ?? awarded,
  };
}

const asFigure = (value: number | null): Figure | null =>
  value === null ? null : { path: '', value, stated: value };

/** The figures as they are kept: without the dossiers, which have rows of their own. */
export type ToldFigures = Omit<PastEdition, 'dossiers'>;

export const withoutDossiers = ({ dossiers: _, ...told }: PastEdition): ToldFigures => told;
