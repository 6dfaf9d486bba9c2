import { formatMoney, formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import { PrizesForm } from '../../pages/parts/prizes.tsx';
import { type EditionContent, type Prize, prizeBudget } from '../../rules/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import type { Part } from '../part-types.ts';
import { flatRows, rowsIn } from '../typed.ts';
import { keyed } from './fields.tsx';

const words = partWords.prizes;
const name = 'prizes.prizes';
const figure = (value: number | null): string => (value === null ? '' : formatNumber(value));

/** The prizes, from the highest to the lowest. */
export const prizesPart: Part<null> = {
  path: 'giai-thuong',
  open: () => null,
  title: () => words.title,
  rows: [{ name, filled: ['name', 'money', 'quota', 'floor'] }],
  fresh: ({ content }) => ({
    values: {
      'prizes.per': content.prizes.per,
      ...flatRows(name, content.prizes.prizes.map(rowOf)),
    },
    lists: {},
  }),
  apply: ({ content }, typed) => ({
    ...content,
    prizes: {
      per: typed.values['prizes.per'],
      prizes: keyed(rowsIn(typed, name), 'key', 'giai').map((row) => ({
        key: row.key,
        name: row.name,
        money: row.money,
        quota: row.quota,
        floor: row.floor,
        withheld: row.withheld,
        special: row.special,
      })),
    },
  }),
  place: () => '',
  labels: {
    'prizes.per': words.per[0],
    [`${name}.key`]: words.name[0],
    [`${name}.name`]: words.name[0],
    [`${name}.money`]: words.money[0],
    [`${name}.quota`]: words.quota[0],
    [`${name}.floor`]: words.floor[0],
  },
  view: (state, { content }) => <PrizesForm state={state} budget={budgetText(content)} />,
};

const rowOf = (prize: Prize): Record<string, string> => ({
  key: prize.key,
  name: prize.name,
  money: figure(prize.money),
  quota: figure(prize.quota),
  floor: figure(prize.floor),
  ...(prize.withheld ? { withheld: '1' } : {}),
  ...(prize.special ? { special: '1' } : {}),
});

/** What all prizes cost, in words. */
export function budgetText(content: EditionContent): string {
  const budget = prizeBudget(content);
  return budget === null ? words.budgetOpen : words.budget(formatMoney(BigInt(Math.round(budget))));
}
