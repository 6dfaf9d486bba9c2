import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { PhaseForm } from '../../pages/parts/phase.tsx';
import { RemovalForm } from '../../pages/parts/removal.tsx';
import {
  freeKey,
  type Phase,
  type PhaseReview,
  parties,
  plainReview,
  put,
  reviewOf,
} from '../../rules/index.ts';
import type { Edition } from '../../schema/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import { rubricWords } from '../../vi/pages-rubrics.ts';
import type { Part } from '../part-types.ts';
import { pathOf } from '../shared.tsx';
import { type Typed, textOf } from '../typed.ts';
import { fixedWords, placeAfter } from './form-field.tsx';
import { typedSecond, typedSecondOf } from './seconds.ts';

const words = partWords.phases;
const { review } = rubricWords;
export const phasesPath = 'giai-doan';

interface Where {
  /** Null for a new one. */
  readonly phase: Phase | null;
}

const reviewTyped = ({ each, trim, spread, by, goes_on }: PhaseReview) => ({
  'review.each': textOf(each),
  'review.trim': textOf(trim),
  'review.spread': spread === null ? '' : formatNumber(spread),
  'review.by': by,
  'review.goes_on': textOf(goes_on),
});

function typedOf(phase: Phase | null): Typed {
  const values = {
    name: phase?.name ?? '',
    ...typedSecond('opens', phase?.opens ?? null),
    ...typedSecond('closes', phase?.closes ?? null),
    rubric: phase?.rubric ?? '',
    ...reviewTyped(phase === null ? plainReview : reviewOf(phase)),
  };
  const ofParty = <T,>(name: string, items: readonly T[], read: (item: T) => [string, string[]]) =>
    Object.fromEntries(
      parties.map((party) => [
        `${name}.${party}`,
        items.map(read).flatMap(([who, what]) => (who === party ? what : [])),
      ]),
    );
  const lists = {
    ...ofParty('permits', phase?.permits ?? [], ({ who, may }) => [who, [...may]]),
    ...ofParty('hidden', phase?.hidden ?? [], ({ from, what }) => [from, [...what]]),
  };
  return { values, lists };
}

const phaseFrom = (key: string, { values, lists }: Typed) => ({
  key,
  name: values.name,
  opens: typedSecondOf(values, 'opens', 'first'),
  closes: typedSecondOf(values, 'closes', 'last'),
  permits: parties.flatMap((who) => {
    const may = lists[`permits.${who}`] ?? [];
    return may.length === 0 ? [] : [{ who, may }];
  }),
  hidden: parties.flatMap((from) => {
    const what = lists[`hidden.${from}`] ?? [];
    return what.length === 0 ? [] : [{ from, what }];
  }),
  rubric: values.rubric,
  // Without a sheet nobody judges, and there is nothing to say how.
  review:
    (values.rubric ?? '') === ''
      ? null
      : {
          each: values['review.each'],
          trim: values['review.trim'],
          spread: values['review.spread'],
          by: values['review.by'],
          goes_on: values['review.goes_on'],
        },
});

const common = {
  rows: [],
  place: ({ content }: Edition, { phase }: Where, { values }: Typed) =>
    `phases.${phase === null ? placeAfter(content.phases, values.after) : content.phases.indexOf(phase)}`,
  labels: {
    name: words.name[0],
    'opens.day': words.opens[0],
    'closes.day': words.closes[0],
    rubric: review.rubric[0],
    'review.each': review.each[0],
    'review.trim': review.trim[0],
    'review.spread': review.spread[0],
    'review.by': review.by[0],
    'review.goes_on': review.goesOn[0],
    ...Object.fromEntries(parties.map((party) => [`hidden.${party}`, words.hiddenTitle])),
  },
  alias: { key: 'name', opens: 'opens.day', closes: 'closes.day', permits: 'permits.judge' },
  back: () => phasesPath,
  parents: (c: Parameters<typeof pathOf>[0], { pid }: Edition) => [
    { label: words.title, href: pathOf(c, `${pid}/${phasesPath}`) },
  ],
  view: (state: Parameters<Part<Where>['view']>[0], { content }: Edition, { phase }: Where) => (
    <PhaseForm
      state={state}
      rubrics={content.rubrics.map(({ key, name }) => ({ value: key, label: name }))}
      others={
        phase === null ? content.phases.map(({ key, name }) => ({ value: key, label: name })) : null
      }
    />
  ),
} satisfies Partial<Part<Where>>;

const applied = ({ content }: Edition, typed: Typed, { phase }: Where) => {
  const taken = [...fixedWords, ...content.phases.map(({ key }) => key)];
  const key = phase?.key ?? freeKey(typed.values.name ?? '', taken, 'giai-doan');
  return {
    ...content,
    phases: put(content.phases, phaseFrom(key, typed) as unknown as Phase, typed.values.after),
  };
};

export const newPhasePart: Part<Where> = {
  ...common,
  path: `${phasesPath}/moi`,
  open: () => ({ phase: null }),
  title: () => words.newTitle,
  fresh: () => typedOf(null),
  apply: applied,
};

function existing(c: Parameters<Part<Where>['open']>[0], { content }: Edition): Where {
  const phase = content.phases.find(({ key }) => key === c.req.param('key'));
  if (phase === undefined) throw new NotFound('edition');
  return { phase };
}

export const phasePart: Part<Where> = {
  ...common,
  path: `${phasesPath}/:key`,
  open: existing,
  title: ({ phase }) => words.editTitle(phase?.name ?? ''),
  fresh: (_edition, { phase }) => typedOf(phase),
  apply: applied,
  removal: words.remove,
};

export const phaseRemovalPart: Part<Where> = {
  ...common,
  path: `${phasesPath}/:key/xoa`,
  open: existing,
  title: ({ phase }) => words.removeTitle(phase?.name ?? ''),
  fresh: () => ({ values: {}, lists: {} }),
  apply: ({ content }, _typed, { phase }) => ({
    ...content,
    phases: content.phases.filter((one) => one !== phase),
  }),
  view: (state, _edition, { phase }) => (
    <RemovalForm
      state={state}
      text={words.removeBody(phase?.name ?? '')}
      verb={words.remove}
      keep={partWords.keep}
    />
  ),
};
