import { type Issue, issue } from '../../../../kernel/issue.ts';
import type { EditionContent, Prize } from '../content/index.ts';
import { codePattern, repeats } from './terms.ts';

/** Prizes of which a lower one is worth more or asks more, and figures that cannot be. */
export function prizeIssues({ prizes, fields }: EditionContent): Issue[] {
  const path = (at: number): string => `prizes.prizes.${at}`;
  const all = prizes.prizes;
  return [
    ...(prizes.per === 'field' && fields.length === 0 && all.some((one) => !one.special)
      ? [issue('prizes.per', 'prizes_without_fields')]
      : []),
    ...all.flatMap((prize, at) => [
      ...ownIssues(prize, path(at)),
      ...ladderIssues(all, at, path(at)),
    ]),
    ...repeats(
      all,
      ({ key }) => key,
      (at) => `${path(at)}.key`,
      'prize_key_twice',
      'keys',
    ),
    ...repeats(
      all,
      ({ name }) => name,
      (at) => `${path(at)}.name`,
      'prize_name_twice',
    ),
  ];
}

function ownIssues({ key, name, money, quota, floor }: Prize, path: string): Issue[] {
  const whole = (value: number | null): boolean =>
    value === null || (Number.isSafeInteger(value) && value >= 0);
  return [
    ...(codePattern.test(key) ? [] : [issue(`${path}.key`, 'key_wrong', { typed: key })]),
    ...(name.trim() === '' ? [issue(`${path}.name`, 'prize_name_missing')] : []),
    ...(whole(money) ? [] : [issue(`${path}.money`, 'prize_figure_wrong', { name })]),
    ...(whole(quota) ? [] : [issue(`${path}.quota`, 'prize_figure_wrong', { name })]),
    ...(floor !== null && floor < 0
      ? [issue(`${path}.floor`, 'prize_figure_wrong', { name })]
      : []),
  ];
}

/** Against the nearest prize above that has such a figure; special prizes stand outside. */
function ladderIssues(all: readonly Prize[], at: number, path: string): Issue[] {
  const prize = all[at]!;
  if (prize.special) return [];
  return (['money', 'floor'] as const).flatMap((figure) => {
    const above = all.slice(0, at).findLast((one) => !one.special && one[figure] !== null);
    const [own, other] = [prize[figure], above?.[figure] ?? null];
    return own === null || other === null || own <= other
      ? []
      : [
          issue(`${path}.${figure}`, `prize_${figure}_rises`, {
            name: prize.name,
            own,
            above: above!.name,
            other,
          }),
        ];
  });
}
