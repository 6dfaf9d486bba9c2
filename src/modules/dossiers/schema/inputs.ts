import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { email, optionalEmail } from '../../../platform/forms/email.ts';
import {
  choice,
  optionalChoice,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  version,
  yesNo,
} from '../../../platform/forms/fields.ts';
import { together } from '../../../platform/forms/together.ts';
import {
  awardLevels,
  consentParties,
  consentPurposes,
  dossierStates,
  entrantKinds,
  phaseActs,
} from '../../calls/index.ts';
import { fieldIssues } from '../../mailings/index.ts';
import { ageKeys, letterFields } from '../rules/index.ts';
import { origins } from './types.ts';

/**
 * What is sent for the form: by the key of the field, in whatever shape; `readAnswers` reads it by the
 * form. At most 200 keys.
 */
export const answersInput = z
  .record(z.string().max(40), z.unknown())
  .refine((sent) => Object.keys(sent).length <= 200)
  .meta({ type: 'object', additionalProperties: true });

/** Address of the installation as the sender sees it, for the links in letters. */
const site = z.string().max(300);

/** Begins a dossier; its link goes to the address. */
export const startInput = z.strictObject({ edition: text(16), email: email(), site });

/** Sends the links of all dossiers of an address again. */
export const linksInput = startInput;

/** By the secret of its link, or by its public id in the office. */
export const byToken = z.strictObject({ token: text(60) });
export const byPid = z.strictObject({ pid: text(16) });

/** How somebody gets to a dossier. */
export type ByToken = z.output<typeof byToken>;
export type ByPid = z.output<typeof byPid>;

const working = {
  entrant: optionalChoice(entrantKinds).optional(),
  field: optionalText(40).optional(),
  answers: answersInput.optional(),
  version: version(),
};

/** What is left out stays as it was. */
export const saveInput = byToken.extend(working);
export const saveByPid = byPid.extend(working);

export type Saving = Omit<z.output<typeof saveInput>, 'token'>;

/** `received`: when the server had the whole request; left out: now. */
const submitting = { ...working, site, received: z.date().optional() };
export const submitInput = byToken.extend(submitting);
/** A dossier on paper; `reason` where it is taken although something is missing or it is late. */
export const submitByPid = byPid.extend({ ...submitting, reason: optionalText(2000) });

export type Submitting = Omit<z.output<typeof submitInput>, 'token'> & {
  readonly token?: string | undefined;
  readonly reason?: string | null | undefined;
};

export const actByToken = byToken.extend({ reason: optionalText(2000), version: version() });

export const fileInput = byToken.extend({ file: text(16), field: text(40) });
export const fileByPid = byPid.extend({ file: text(16), field: text(40) });
export type Adding = Omit<z.output<typeof fileInput>, 'token'>;
export const fileOut = byToken.extend({ file: text(16) });
export const fileOutByPid = byPid.extend({ file: text(16) });

const consent = {
  author: text(40),
  party: choice(consentParties),
  purpose: choice(consentPurposes),
  given: yesNo(),
  told_by: text(200),
};
export const consentInput = byToken.extend(consent);
export const consentByPid = byPid.extend(consent);

/** Asks a party for its consents by a letter with a link. */
export const consentAsk = byToken.extend({
  author: text(40),
  party: choice(consentParties),
  email: email(),
  site,
});

export const paperInput = z.strictObject({ edition: text(16), email: optionalEmail() });

/** A last second in Vietnam: '2026-08-31T17:00:00', as browsers send it also without seconds. */
const until = text(19).transform((sent) => (/T\d{2}:\d{2}$/.test(sent) ? `${sent}:00` : sent));

export const returnInput = byPid.extend({
  until,
  words: text(4000),
  remarks: z
    .array(z.strictObject({ field: optionalText(40), words: text(2000) }))
    .max(100)
    .optional(),
  site,
  version: version(),
});

export const decideInput = byPid.extend({ reason: optionalText(2000), version: version() });

export const moveInput = byPid.extend({
  field: text(40),
  reason: text(2000),
  version: version(),
});

const entrantActs = phaseActs.filter(
  (act) => act === 'save' || act === 'submit' || act === 'withdraw',
);
export const leaveInput = byPid.extend({
  until,
  acts: z.array(choice(entrantActs)).min(1).max(entrantActs.length),
  reason: text(2000),
  site,
  version: version(),
});

/** `prize`: key of a prize of the edition, else a name; the day of the decision is today when left out. */
export const awardInput = byPid.extend({
  level: choice(awardLevels),
  prize: optionalText(40),
  name: optionalText(200),
  year: optionalNumber({ integer: true, min: 1945, max: 2999 }),
  decision: optionalText(200),
  decided_on: optionalDay(),
  site: site.optional(),
  version: version(),
});

export const awardOut = byPid.extend({ award: text(16), version: version() });

export const forwardInput = byPid.extend({ edition: text(16), version: version() });

/** Which dossiers of an edition a list, a letter or a figure is about. */
export const filterShape = {
  q: optionalText(200).optional(),
  state: optionalChoice(dossierStates).optional(),
  field: optionalText(40).optional(),
  entrant: optionalChoice(entrantKinds).optional(),
  origin: optionalChoice(origins).optional(),
  conflict: yesNo().optional(),
  overdue: yesNo().optional(),
  place: optionalText(200).optional(),
  school: optionalText(200).optional(),
  age: optionalChoice(ageKeys).optional(),
  day: optionalDay().optional(),
};
export const filterInput = z.strictObject(filterShape);
export type DossierFilter = Partial<z.output<typeof filterInput>>;

/** A letter to entrants, chosen by a filter; `site` for the way to their links. */
export const writeToInput = together(
  z.strictObject({
    edition: text(16),
    filter: filterInput.optional(),
    subject: text(180),
    body: text(8000),
  }),
  (raw) => ({
    issues: [
      ...fieldIssues('subject', String(raw.subject ?? ''), letterFields),
      ...fieldIssues('body', String(raw.body ?? ''), letterFields),
      ...(/[\r\n]/.test(String(raw.subject ?? '').trim()) ? [issue('subject', 'one_line')] : []),
    ],
  }),
);

/** One letter of them to one entrant. */
export const sendLetterInput = byPid.extend({ subject: text(400), text: text(40_000) });
