import { z } from 'zod';
import { choice, optionalText, text, version } from '../../../platform/forms/fields.ts';
import { consentParties, consentPurposes, dossierActions, entrantKinds } from '../rules/index.ts';

/**
 * What an entrant sends for the form: by the key of the field, in whatever shape; `readAnswers` reads
 * it by the form. At most 200 keys.
 */
export const sentAnswers = z
  .record(z.string().max(40), z.unknown())
  .refine((sent) => Object.keys(sent).length <= 200)
  .meta({ type: 'object', additionalProperties: true });

/** A draft as it is saved: what is left out stays as it was. */
export const draftInput = z.strictObject({
  pid: text(16),
  entrant: choice(entrantKinds).optional(),
  field: optionalText(40).optional(),
  answers: sentAnswers.optional(),
  version: version(),
});

export const actionInput = z.strictObject({
  pid: text(16),
  action: choice(dossierActions),
  reason: optionalText(2000),
  version: version(),
});

export const consentInput = z.strictObject({
  pid: text(16),
  author: text(40),
  party: choice(consentParties),
  purpose: choice(consentPurposes),
  given: z.boolean(),
});
