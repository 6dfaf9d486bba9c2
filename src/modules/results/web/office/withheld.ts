import type { Edition } from '../../../calls/index.ts';
import type { Allocation } from '../../schema/index.ts';
import { emptyPrizesOf, type PhaseOutcome } from '../../service/index.ts';
import { prizeWords as words } from '../../vi/prizes.ts';

/** A prize that nobody gets, with the box in which the reason is stated. */
export interface WithheldBox {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

const nameOf = ({ content }: Edition, prize: string, field: string | null): string =>
  words.withheldOf(
    content.prizes.prizes.find(({ key }) => key === prize)?.name ?? '',
    content.fields.find(({ code }) => code === field)?.name ?? '',
  );

/** The prizes that nobody gets and somebody could, each with its box. `typed`: what came back with a form. */
export function withheldBoxes(
  { edition, prizes, withheld }: Allocation,
  { outcome }: PhaseOutcome,
  typed: Readonly<Record<string, string>> | null,
): WithheldBox[] {
  const given = prizes.map(({ dossier, prize, reason }) => ({
    dossier: dossier.pid,
    prize: typed?.[`prize.${dossier.pid}`] ?? prize,
    reason,
  }));
  return emptyPrizesOf(edition.content, outcome, given)
    .filter(({ why }) => why === 'chosen')
    .map(({ prize, field }) => {
      const name = `withheld.${prize}.${field ?? ''}`;
      const kept = withheld.find((one) => one.prize === prize && one.field === field);
      return {
        name,
        label: words.withheldLabel(nameOf(edition, prize, field)),
        value: typed?.[name] ?? kept?.reason ?? '',
      };
    });
}

/** The reasons that a form brings; an empty box states none. */
export const withheldIn = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).flatMap(([name, reason]) => {
    const [, prize, field] = /^withheld\.([^.]+)\.(.*)$/.exec(name) ?? [];
    return prize === undefined || reason.trim() === '' ? [] : [{ prize, field, reason }];
  });

/** What was stated, in sentences. */
export const withheldLines = ({ edition, withheld }: Allocation): string[] =>
  withheld.map(({ prize, field, reason }) =>
    words.withheldLine(nameOf(edition, prize, field), reason),
  );
