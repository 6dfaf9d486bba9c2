import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import { NotFound } from '../../../../platform/errors.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { RemovalForm } from '../../pages/parts/removal.tsx';
import { RubricForm } from '../../pages/parts/rubric.tsx';
import { freeKey, put, type Rubric } from '../../rules/index.ts';
import type { Edition } from '../../schema/index.ts';
import { sampleRubrics } from '../../vi/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import { rubricWords as words } from '../../vi/pages-rubrics.ts';
import type { Part } from '../part-types.ts';
import { pathOf } from '../shared.tsx';
import type { Typed } from '../typed.ts';
import { fixedWords } from './form-field.tsx';

export const rubricsPath = 'phieu-cham';

interface Where {
  /** Null for a new one. */
  readonly rubric: Rubric | null;
  /** Keys that others have. */
  readonly taken: readonly string[];
}

/** The score sheet of the address. @throws NotFound */
export function rubricAt(c: WebContext, { content }: Edition): Rubric {
  const rubric = content.rubrics.find(({ key }) => key === c.req.param('key'));
  if (rubric === undefined) throw new NotFound('edition');
  return rubric;
}

const sampleOf = ({ values }: Typed) => sampleRubrics.find(({ key }) => key === values.from);
/** What is not typed comes from the sample. */
const nameOf = (typed: Typed): string =>
  (typed.values.name ?? '').trim() || (sampleOf(typed)?.name ?? '');
const keyOf = ({ rubric, taken }: Where, typed: Typed): string =>
  rubric?.key ?? freeKey(nameOf(typed), [...fixedWords, ...taken], 'phieu');

function rubricFrom(where: Where, typed: Typed) {
  const { values } = typed;
  const sample = where.rubric === null ? sampleOf(typed) : undefined;
  const typedOr = (name: string, own: string | number | null | undefined) =>
    (values[name] ?? '').trim() === '' ? (own ?? '') : values[name];
  return {
    key: keyOf(where, typed),
    name: nameOf(typed),
    basis: typedOr('basis', sample?.basis),
    pass: typedOr('pass', sample?.pass),
    parts: (where.rubric ?? sample)?.parts ?? [],
  };
}

const common = {
  rows: [],
  place: ({ content }: Edition, { rubric }: Where) =>
    `rubrics.${rubric === null ? content.rubrics.length : content.rubrics.indexOf(rubric)}`,
  labels: { name: words.name[0], basis: words.basis[0], pass: words.pass[0] },
  alias: { key: 'name' },
  after: (where: Where, typed: Typed) => `${rubricsPath}/${keyOf(where, typed)}`,
  apply: ({ content }: Edition, typed: Typed, where: Where) => ({
    ...content,
    rubrics: put(content.rubrics, rubricFrom(where, typed) as unknown as Rubric),
  }),
  view: (state: Parameters<Part<Where>['view']>[0], _edition: Edition, { rubric }: Where) => (
    <RubricForm state={state} fresh={rubric === null} />
  ),
} satisfies Partial<Part<Where>>;

const listCrumb = (c: WebContext, { pid }: Edition) => ({
  label: words.title,
  href: pathOf(c, `${pid}/${rubricsPath}`),
});

/** The ways from the edition to a sheet. */
export const rubricCrumbs = (c: WebContext, edition: Edition, { key, name }: Rubric) => [
  listCrumb(c, edition),
  { label: name, href: pathOf(c, `${edition.pid}/${rubricsPath}/${key}`) },
];

export const newRubricPart: Part<Where> = {
  ...common,
  path: `${rubricsPath}/moi`,
  open: (_c, { content }) => ({ rubric: null, taken: content.rubrics.map(({ key }) => key) }),
  title: () => words.newTitle,
  back: () => rubricsPath,
  parents: (c, edition) => [listCrumb(c, edition)],
  fresh: () => ({ values: { from: '', name: '', basis: '', pass: '' }, lists: {} }),
};

const existing = (c: WebContext, edition: Edition): Where => ({
  rubric: rubricAt(c, edition),
  taken: [],
});

const ofExisting = {
  open: existing,
  back: ({ rubric }: Where) => `${rubricsPath}/${rubric?.key ?? ''}`,
  parents: (c: WebContext, edition: Edition) => rubricCrumbs(c, edition, rubricAt(c, edition)),
} satisfies Partial<Part<Where>>;

export const rubricPart: Part<Where> = {
  ...common,
  ...ofExisting,
  path: `${rubricsPath}/:key/chung`,
  title: ({ rubric }) => words.editTitle(rubric?.name ?? ''),
  fresh: (_edition, { rubric }) => ({
    values: {
      name: rubric?.name ?? '',
      basis: rubric?.basis ?? '',
      pass: rubric?.pass == null ? '' : formatNumber(rubric.pass),
    },
    lists: {},
  }),
  removal: words.remove,
};

export const rubricRemovalPart: Part<Where> = {
  ...common,
  ...ofExisting,
  path: `${rubricsPath}/:key/chung/xoa`,
  title: ({ rubric }) => words.removeTitle(rubric?.name ?? ''),
  after: () => rubricsPath,
  fresh: () => ({ values: {}, lists: {} }),
  apply: ({ content }, _typed, { rubric }) => ({
    ...content,
    rubrics: content.rubrics.filter((one) => one !== rubric),
  }),
  view: (state, _edition, { rubric }) => (
    <RemovalForm
      state={state}
      text={words.removeBody(rubric?.name ?? '')}
      verb={words.remove}
      keep={partWords.keep}
    />
  ),
};
