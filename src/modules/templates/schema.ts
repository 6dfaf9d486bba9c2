import { z } from 'zod';
import { PERIOD_KINDS, type PeriodKind } from '../../kernel/period.ts';
import {
  choice,
  code,
  optionalChoice,
  optionalNumber,
  optionalText,
  text,
  version,
  yesNo,
} from '../../platform/forms/fields.ts';
import {
  type Level,
  rowKinds,
  sectionKinds,
  type TemplateContent,
  type TemplateRow,
  type TemplateSection,
} from './rules/index.ts';

export {
  type Level,
  type RowKind,
  rowKinds,
  rowsOf,
  type SectionKind,
  sectionKinds,
  type TemplateContent,
  type TemplateRow,
  type TemplateSection,
} from './rules/index.ts';

/** What a report is for: 'to_date' is no period that somebody reports on. */
export type TemplatePeriod = Exclude<PeriodKind, 'to_date'>;
export const templatePeriods = PERIOD_KINDS.filter(
  (kind): kind is TemplatePeriod => kind !== 'to_date',
);

const KEY = /^[A-Za-z0-9]{1,30}([.-][A-Za-z0-9]{1,30}){0,9}$/;

/** Key of a section or row: letters, digits, dots and strokes; {key} names its figure in sentences. */
export const placeKey = text(60).superRefine((value, ctx) => {
  if (!KEY.test(value)) {
    ctx.addIssue({ code: 'custom', params: { code: 'not_a_key', data: { typed: value } } });
  }
});

const level = () =>
  optionalNumber({ min: 1, max: 3, integer: true }).transform((typed) => (typed ?? 1) as Level);
const words = (max: number) => optionalText(max).transform((typed) => typed ?? '');
const listOf = <T>(item: z.ZodType<T, unknown>, max: number) =>
  z
    .array(item)
    .max(max)
    .optional()
    .transform((typed): readonly T[] => typed ?? []);

const rowShape = z.strictObject({
  key: placeKey,
  number: words(12),
  label: text(300),
  unit: optionalText(30),
  decimals: optionalNumber({ min: 0, max: 6, integer: true }).transform((typed) => typed ?? 0),
  kind: optionalChoice(rowKinds).transform((typed) => typed ?? 'number'),
  indicator: optionalText(40),
  level: level(),
  sum: listOf(placeKey, 100),
  within: optionalText(60),
  required: yesNo(),
});

const sectionShape = z.strictObject({
  key: placeKey,
  number: words(12),
  title: text(300),
  level: level(),
  kind: choice(sectionKinds),
  hint: optionalText(2000),
  sentences: listOf(text(1000), 30),
  rows: listOf(rowShape as z.ZodType<TemplateRow, unknown>, 300),
});

/** The shape of a template's content; relations are checked by `checkContent`. */
export const templateContent = z.strictObject({
  sections: z.array(sectionShape as z.ZodType<TemplateSection, unknown>).max(100),
}) as unknown as z.ZodType<TemplateContent, unknown>;

const about = {
  name: text(200),
  period_kind: choice(templatePeriods),
  legal_basis: optionalText(2000),
};

export const createInput = z.strictObject({
  code: code(40),
  ...about,
  content: templateContent.optional(),
});

/** What is left out stays as it is. */
export const editInput = z.strictObject({
  pid: text(16),
  name: about.name.optional(),
  period_kind: about.period_kind.optional(),
  legal_basis: about.legal_basis.optional(),
  content: templateContent.optional(),
  version: version(),
});

export const copyInput = z.strictObject({ pid: text(16), code: code(40), name: text(200) });

/** A template as queries give it. */
export interface Template {
  readonly id: string;
  readonly pid: string;
  readonly code: string;
  readonly name: string;
  readonly periodKind: TemplatePeriod;
  readonly legalBasis: string | null;
  readonly content: TemplateContent;
  readonly sample: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

const rowView = z.object({
  key: z.string(),
  number: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  decimals: z.number().int(),
  kind: z.enum(rowKinds),
  indicator: z.string().nullable().describe('code of the indicator that the records answer'),
  level: z.number().int(),
  sum: z.array(z.string()).describe('keys of the rows that add up to this one'),
  within: z.string().nullable().describe('key of the row that this one is part of'),
  required: z.boolean(),
});

export const contentView = z.object({
  sections: z.array(
    z.object({
      key: z.string(),
      number: z.string(),
      title: z.string(),
      level: z.number().int(),
      kind: z.enum(sectionKinds),
      hint: z.string().nullable(),
      sentences: z.array(z.string()).describe('{key} stands for the figure of that row'),
      rows: z.array(rowView),
    }),
  ),
});

/** A template in a list of REST. */
export const templateItem = z.object({
  pid: z.string(),
  code: z.string(),
  name: z.string(),
  period_kind: z.enum(templatePeriods),
  legal_basis: z.string().nullable(),
  sample: z.boolean(),
  sections: z.number().int(),
  rows: z.number().int(),
  version: z.number().int(),
});

export const templateView = templateItem
  .omit({ sections: true, rows: true })
  .extend({ content: contentView });
