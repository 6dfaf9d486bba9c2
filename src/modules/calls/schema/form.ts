import { z } from 'zod';
import {
  choice,
  number,
  optionalChoice,
  optionalNumber,
  optionalText,
  text,
  yesNo,
} from '../../../platform/forms/fields.ts';
import {
  type Bounds,
  datePrecisions,
  entrantKinds,
  type FormField,
  fileTypes,
  meanings,
  noBounds,
  personColumns,
} from '../rules/index.ts';

const list = <T>(item: z.ZodType<T, unknown>, max: number) =>
  z
    .array(item)
    .max(max)
    .optional()
    .transform((sent): readonly T[] => [...new Set(sent ?? [])]);

const bounds = (integer: boolean) =>
  z
    .strictObject({ min: optionalNumber({ integer }), max: optionalNumber({ integer }) })
    .optional()
    .transform((sent): Bounds => sent ?? noBounds);

const base = {
  key: text(40),
  label: optionalText(300).transform((sent) => sent ?? ''),
  help: optionalText(1000),
  required: yesNo(),
  for: list(choice(entrantKinds), 8),
  means: optionalChoice(meanings),
  public: yesNo(),
  identifies: yesNo(),
};

/** One field of the dossier form, by its kind. */
export const formField = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('text'), max: number({ integer: true }) }),
  z.strictObject({
    ...base,
    kind: z.literal('long_text'),
    words: bounds(true),
    characters: bounds(true),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('number'),
    bounds: bounds(false),
    decimals: optionalNumber({ min: 0, max: 6, integer: true }).transform((sent) => sent ?? 0),
    unit: optionalText(30),
  }),
  z.strictObject({ ...base, kind: z.literal('money'), bounds: bounds(true), split: yesNo() }),
  z.strictObject({
    ...base,
    kind: z.literal('date'),
    precision: choice(datePrecisions),
    future: yesNo(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('choice'),
    options: z.array(z.strictObject({ value: text(60), label: text(200) })).max(200),
    many: yesNo(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('people'),
    count: bounds(true),
    shares: yesNo(),
    asks: list(choice(personColumns), personColumns.length),
    needs: list(choice(personColumns), personColumns.length),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('files'),
    types: list(choice(fileTypes), fileTypes.length),
    size: number({ integer: true }),
    count: bounds(true),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('declaration'),
    words: optionalText(3000).transform((sent) => sent ?? ''),
  }),
]) as unknown as z.ZodType<FormField, unknown>;
