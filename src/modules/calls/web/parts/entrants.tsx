import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { EntrantsForm } from '../../pages/parts/entrants.tsx';
import type { Edition } from '../../schema/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import type { Part } from '../part-types.ts';
import { flatRows, pairOrNull, rowsIn, type Typed, textOf } from '../typed.ts';

const words = partWords.entrants;
const at = (name: string): string => `eligibility.${name}`;

/** Who may enter, and under which conditions. */
export const entrantsPart: Part<null> = {
  path: 'dieu-kien',
  open: () => null,
  title: () => words.title,
  rows: [{ name: at('awarded'), filled: ['level'] }],
  fresh,
  apply: ({ content }, typed) => {
    const { values, lists } = typed;
    return {
      ...content,
      entrants: lists.entrants ?? [],
      eligibility: {
        born: pairOrNull(values, at('born'), ['first', 'last']),
        worked: values[at('worked')],
        made: pairOrNull(values, at('made'), ['from', 'to']),
        awarded: rowsIn(typed, at('awarded')).map(({ level, contests, since }) => ({
          level,
          contests,
          since,
        })),
        group: pairOrNull(values, at('group'), ['min', 'max']),
        representative: values[at('representative')] === '1',
      },
    };
  },
  place: () => '',
  labels: {
    entrants: words.entrants[0],
    [at('born.first')]: words.first[0],
    [at('born.last')]: words.last[0],
    [at('made.from')]: words.from[0],
    [at('made.to')]: words.to[0],
    [at('worked')]: words.worked[0],
    [at('group.min')]: words.groupTitle,
    [at('group.max')]: words.groupTitle,
    [at('representative')]: words.representative[0],
    [at('awarded.level')]: words.awarded.level[0],
    [at('awarded.contests')]: words.awarded.contests[0],
    [at('awarded.since')]: words.awarded.since[0],
  },
  alias: {
    [at('born')]: at('born.first'),
    [at('made')]: at('made.from'),
    [at('group')]: at('group.min'),
  },
  view: (state) => <EntrantsForm state={state} />,
};

const day = (one: string | null | undefined): string => (one ? formatDate(one) : '');

function fresh({ content }: Edition): Typed {
  const { born, worked, made, awarded, group, representative } = content.eligibility;
  const values = {
    [at('born.first')]: day(born?.first),
    [at('born.last')]: day(born?.last),
    [at('made.from')]: textOf(made?.from),
    [at('made.to')]: textOf(made?.to),
    [at('worked')]: textOf(worked),
    [at('group.min')]: textOf(group?.min),
    [at('group.max')]: textOf(group?.max),
    ...(representative ? { [at('representative')]: '1' } : {}),
    ...flatRows(
      at('awarded'),
      awarded.map(({ level, contests, since }) => ({ level, contests, since: textOf(since) })),
    ),
  };
  return { values, lists: { entrants: content.entrants } };
}
