import { NotFound } from '../../../../platform/errors.ts';
import { FormFieldForm } from '../../pages/parts/form-field.tsx';
import { RemovalForm } from '../../pages/parts/removal.tsx';
import { type FieldKind, type FormField, fieldKinds, freeKey, put } from '../../rules/index.ts';
import type { Edition } from '../../schema/index.ts';
import { fieldKindNames } from '../../vi/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import type { Part } from '../part-types.ts';
import { pathOf } from '../shared.tsx';
import type { Typed } from '../typed.ts';
import { fieldFrom, fieldTyped, newField } from './field-values.ts';

const words = partWords.form;
export const formPath = 'mau-ho-so';
/** Words of addresses below the outline, which no key may be. */
export const fixedWords = ['moi', 'chuyen', 'lich'];

/** Where a new item comes to stand: after the one of that key, or at the end. */
export function placeAfter(
  items: readonly { readonly key: string }[],
  after: string | undefined,
): number {
  const at = items.findIndex(({ key }) => key === after);
  return at < 0 ? items.length : at + 1;
}

interface Where {
  readonly kind: FieldKind;
  /** Null for a new one. */
  readonly field: FormField | null;
}

const limits = (name: string, label: string) => ({
  [`${name}.min`]: label,
  [`${name}.max`]: label,
});
const labels = {
  label: words.label[0],
  key: words.label[0],
  help: words.help[0],
  required: words.required[0],
  for: words.for[0],
  means: words.means[0],
  public: words.public[0],
  identifies: words.identifies[0],
  max: words.max[0],
  decimals: words.decimals[0],
  unit: words.unit[0],
  precision: words.precision[0],
  types: words.types[0],
  size: words.size[0],
  words: words.declaration[0],
  'options.label': words.option[0],
  'options.value': words.option[0],
  columns: words.columnsTitle,
  ...limits('words', words.words),
  ...limits('characters', words.characters),
  ...limits('bounds', words.bounds),
  ...limits('count', words.files),
};

const common = {
  rows: [{ name: 'options', filled: ['label'] }],
  place: ({ content }: Edition, { field }: Where, { values }: Typed) =>
    `form.${field === null ? placeAfter(content.form, values.after) : content.form.indexOf(field)}`,
  labels,
  alias: {
    key: 'label',
    characters: 'characters.min',
    bounds: 'bounds.min',
    count: 'count.min',
    options: 'options.0.label',
    needs: 'columns.birth',
    asks: 'columns.birth',
  },
  back: () => formPath,
  parents: (c: Parameters<typeof pathOf>[0], { pid }: Edition) => [
    { label: words.title, href: pathOf(c, `${pid}/${formPath}`) },
  ],
  view: (
    state: Parameters<Part<Where>['view']>[0],
    { content }: Edition,
    { kind, field }: Where,
  ) => (
    <FormFieldForm
      state={state}
      kind={kind}
      others={field === null ? content.form.map(({ key, label }) => ({ value: key, label })) : null}
    />
  ),
} satisfies Partial<Part<Where>>;

const applied = ({ content }: Edition, typed: Typed, { kind, field }: Where) => {
  const taken = [...fixedWords, ...content.form.map(({ key }) => key)];
  const key = field?.key ?? freeKey(typed.values.label ?? '', taken, 'muc');
  return {
    ...content,
    form: put(
      content.form,
      fieldFrom(key, kind, typed) as unknown as FormField,
      typed.values.after,
    ),
  };
};

/** A new field of a kind, at the end of the form. */
export const newFieldPart: Part<Where> = {
  ...common,
  path: `${formPath}/moi/:kind`,
  open: (c) => {
    const kind = fieldKinds.find((one) => one === c.req.param('kind'));
    if (kind === undefined) throw new NotFound('edition');
    return { kind, field: null };
  },
  title: ({ kind }) => words.newTitle(fieldKindNames[kind]),
  fresh: (_edition, { kind }) => fieldTyped(newField(kind)),
  apply: applied,
};

function existing(c: Parameters<Part<Where>['open']>[0], { content }: Edition): Where {
  const field = content.form.find(({ key }) => key === c.req.param('key'));
  if (field === undefined) throw new NotFound('edition');
  return { kind: field.kind, field };
}

export const fieldPart: Part<Where> = {
  ...common,
  path: `${formPath}/:key`,
  open: existing,
  title: ({ field }) => words.editTitle(field?.label ?? ''),
  fresh: (_edition, { field }) => fieldTyped(field as FormField),
  apply: applied,
  removal: words.remove,
};

export const fieldRemovalPart: Part<Where> = {
  ...common,
  path: `${formPath}/:key/xoa`,
  open: existing,
  title: ({ field }) => words.removeTitle(field?.label ?? ''),
  rows: [],
  fresh: () => ({ values: {}, lists: {} }),
  apply: ({ content }, _typed, { field }) => ({
    ...content,
    form: content.form.filter((one) => one !== field),
  }),
  view: (state, _edition, { field }) => (
    <RemovalForm
      state={state}
      text={words.removeBody(field?.label ?? '')}
      verb={words.remove}
      keep={partWords.keep}
    />
  ),
};
