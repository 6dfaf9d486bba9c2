import { NotFound } from '../../../../platform/errors.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { RemovalForm } from '../../pages/parts/removal.tsx';
import { RubricPartForm } from '../../pages/parts/rubric-part.tsx';
import {
  type EditionContent,
  freeKey,
  type PartKind,
  partKinds,
  put,
  type Rubric,
  type RubricPart,
} from '../../rules/index.ts';
import type { Edition } from '../../schema/index.ts';
import { partKindNames } from '../../vi/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import { rubricWords } from '../../vi/pages-rubrics.ts';
import type { Part } from '../part-types.ts';
import type { Typed } from '../typed.ts';
import { placeAfter } from './form-field.tsx';
import { newRubricPart, rubricPartFrom, rubricPartTyped } from './rubric-part-values.ts';
import { rubricAt, rubricCrumbs, rubricsPath } from './rubrics.tsx';

const words = rubricWords.parts;

interface Where {
  readonly rubric: Rubric;
  readonly kind: PartKind;
  /** Null for a new one. */
  readonly part: RubricPart | null;
}

const withParts = (content: EditionContent, rubric: Rubric, parts: readonly RubricPart[]) => ({
  ...content,
  rubrics: put(content.rubrics, { ...rubric, parts }),
});

const common = {
  rows: [{ name: 'bands', filled: ['label', 'from', 'to'] }],
  place: ({ content }: Edition, { rubric, part }: Where, { values }: Typed) => {
    const at = part === null ? placeAfter(rubric.parts, values.after) : rubric.parts.indexOf(part);
    return `rubrics.${content.rubrics.indexOf(rubric)}.parts.${at}`;
  },
  labels: {
    label: words.label[0],
    help: words.help[0],
    max: words.max[0],
    step: words.step[0],
    weight: words.weight[0],
    comment: words.comment[0],
    zeroFails: words.zeroFails[0],
    decimals: words.decimals[0],
    to: words.to[0],
    required: words.required[0],
    'bands.label': words.band[0],
    'bands.from': words.from[0],
    'bands.to': words.upTo[0],
  },
  alias: { key: 'label', bands: 'bands.0.label' },
  back: ({ rubric }: Where) => `${rubricsPath}/${rubric.key}`,
  parents: (c: WebContext, edition: Edition) => rubricCrumbs(c, edition, rubricAt(c, edition)),
  apply: ({ content }: Edition, typed: Typed, { rubric, kind, part }: Where) => {
    const taken = rubric.parts.map(({ key }) => key);
    const key = part?.key ?? freeKey(typed.values.label ?? '', taken, 'muc');
    const made = rubricPartFrom(key, kind, typed) as unknown as RubricPart;
    return withParts(content, rubric, put(rubric.parts, made, typed.values.after));
  },
  view: (
    state: Parameters<Part<Where>['view']>[0],
    _edition: Edition,
    { rubric, kind, part }: Where,
  ) => (
    <RubricPartForm
      state={state}
      kind={kind}
      others={part === null ? rubric.parts.map(({ key, label }) => ({ value: key, label })) : null}
    />
  ),
} satisfies Partial<Part<Where>>;

/** A new part of a kind. */
export const newRubricPartPart: Part<Where> = {
  ...common,
  path: `${rubricsPath}/:key/moi/:kind`,
  open: (c, edition) => {
    const kind = partKinds.find((one) => one === c.req.param('kind'));
    if (kind === undefined) throw new NotFound('edition');
    return { rubric: rubricAt(c, edition), kind, part: null };
  },
  title: ({ kind }) => words.newTitle(partKindNames[kind]),
  fresh: (_edition, { kind }) => rubricPartTyped(newRubricPart(kind)),
};

function existing(c: WebContext, edition: Edition): Where {
  const rubric = rubricAt(c, edition);
  const part = rubric.parts.find(({ key }) => key === c.req.param('part'));
  if (part === undefined) throw new NotFound('edition');
  return { rubric, kind: part.kind, part };
}

export const rubricPartPart: Part<Where> = {
  ...common,
  path: `${rubricsPath}/:key/muc/:part`,
  open: existing,
  title: ({ part }) => words.editTitle(part?.label ?? ''),
  fresh: (_edition, { part }) => rubricPartTyped(part as RubricPart),
  removal: words.remove,
};

export const rubricPartRemovalPart: Part<Where> = {
  ...common,
  path: `${rubricsPath}/:key/muc/:part/xoa`,
  open: existing,
  rows: [],
  title: ({ part }) => words.removeTitle(part?.label ?? ''),
  fresh: () => ({ values: {}, lists: {} }),
  apply: ({ content }, _typed, { rubric, part }) =>
    withParts(
      content,
      rubric,
      rubric.parts.filter((one) => one !== part),
    ),
  view: (state, _edition, { part }) => (
    <RemovalForm
      state={state}
      text={words.removeBody(part?.label ?? '')}
      verb={words.remove}
      keep={partWords.keep}
    />
  ),
};
