import { z } from 'zod';
import { choice, optionalText, text, yesNo } from '../../../platform/forms/fields.ts';
import { fieldTypes, topics } from '../rules.ts';

const option = z.strictObject({ value: text(60), label: text(120) });

/** One more field for a kind. */
export const newField = z.strictObject({
  key: optionalText(40),
  label: text(80),
  type: choice(fieldTypes),
  required: yesNo(),
  unit: optionalText(20),
  help: optionalText(200),
  options: z.array(option).max(40).nullish(),
});

export const newKind = z.strictObject({
  code: text(40),
  name: text(80),
  noun: text(60),
  topic: choice(topics),
});

/** What may be changed of a kind: its words, whether it is offered, whether everybody may know of it, and one field more. */
export const kindChanges = z.strictObject({
  code: text(40),
  name: optionalText(80),
  noun: optionalText(60),
  active: z.boolean().nullish(),
  public: z.boolean().nullish(),
  field: newField.nullish(),
});
