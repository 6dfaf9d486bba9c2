import { ScheduleForm } from '../../pages/parts/schedule.tsx';
import { partWords } from '../../vi/pages-parts.ts';
import type { Part } from '../part-types.ts';
import { pathOf } from '../shared.tsx';
import { phasesPath } from './phase.tsx';
import { typedSecond, typedSecondOf } from './seconds.ts';

const words = partWords.phases;
const at = (row: number, end: 'opens' | 'closes'): string => `phases.${row}.${end}`;

/** When each phase begins and ends, all on one page. */
export const schedulePart: Part<null> = {
  path: `${phasesPath}/lich`,
  open: () => null,
  title: () => words.schedule,
  lead: words.lead,
  rows: [],
  fresh: ({ content }) => ({
    values: Object.assign(
      {},
      ...content.phases.flatMap(({ opens, closes }, row) => [
        typedSecond(at(row, 'opens'), opens),
        typedSecond(at(row, 'closes'), closes),
      ]),
    ),
    lists: {},
  }),
  apply: ({ content }, { values }) => ({
    ...content,
    phases: content.phases.map((phase, row) => ({
      ...phase,
      opens: typedSecondOf(values, at(row, 'opens'), 'first'),
      closes: typedSecondOf(values, at(row, 'closes'), 'last'),
    })),
  }),
  place: () => '',
  labels: { 'phases.opens.day': words.opens[0], 'phases.closes.day': words.closes[0] },
  alias: { 'phases.opens': 'phases.#.opens.day', 'phases.closes': 'phases.#.closes.day' },
  back: () => phasesPath,
  parents: (c, { pid }) => [{ label: words.title, href: pathOf(c, `${pid}/${phasesPath}`) }],
  view: (state, { content }) => (
    <ScheduleForm state={state} phases={content.phases.map(({ name }) => name)} />
  ),
};
