import { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { optionalEmail } from '../../../platform/forms/email.ts';
import {
  choice,
  day,
  number,
  optionalDay,
  optionalText,
  text,
  version,
  yesNo,
} from '../../../platform/forms/fields.ts';
import { type Raw, together } from '../../../platform/forms/together.ts';
import { filePids } from '../../../platform/records/attachments.ts';
import {
  countings,
  isNamed,
  mostDays,
  mostMore,
  needsDossier,
  outcomes,
  refusals,
  topics,
} from '../rules/index.ts';

export const mostText = 20_000;
export const mostFiles = 5;

const said = {
  topic: choice(topics),
  about: optionalText(300),
  complainant: text(200),
  address: text(300),
  phone: optionalText(40),
  body: text(mostText),
  asks: text(4000),
  files: filePids,
};

function saidIssues(raw: Raw): Issue[] {
  const typed = (name: string): string => String(raw[name] ?? '').trim();
  const topic = topics.find((one) => one === typed('topic'));
  const name = typed('complainant');
  return [
    ...(name !== '' && !isNamed(name) ? [issue('complainant', 'anonymous')] : []),
    ...(topic !== undefined && needsDossier(topic) && typed('about') === ''
      ? [issue('about', 'about_missing')]
      : []),
  ];
}

/** Behind the link of a dossier. */
export const enterInput = together(
  z.strictObject({
    ...said,
    token: z.string(),
    site: z.string(),
    // When the server had the request; no later than now, whatever the door says.
    received: z.date().optional(),
  }),
  (raw) => ({ issues: saidIssues(raw) }),
);

const letter = z.strictObject({
  ...said,
  received_on: day(),
  email: optionalEmail(),
});
/** A letter on paper, as REST takes it; the edition stands in the address. */
export const letterBody = letter;
export const letterInput = together(
  letter.extend({ edition: z.string(), site: z.string() }),
  (raw) => ({ issues: saidIssues(raw) }),
);

const act = { version: version() };
const onOne = { pid: z.string(), site: z.string() };

export const acceptBody = z.strictObject({ on: optionalDay(), reason: optionalText(2000), ...act });
export const acceptInput = acceptBody.extend(onOne);
export const refuseBody = z.strictObject({
  refusal: choice(refusals),
  reason: text(4000),
  ...act,
});
export const refuseInput = refuseBody.extend(onOne);
/** Number of its receipt; empty takes it off. */
export const identifyBody = z.strictObject({ about: optionalText(60), ...act });
export const identifyInput = identifyBody.extend(onOne);
export const assignBody = z.strictObject({
  handler: text(200),
  reason: optionalText(2000),
  ...act,
});
export const assignInput = assignBody.extend(onOne);
export const consultBody = z.strictObject({ reason: text(4000), reopens: yesNo(), ...act });
export const consultInput = consultBody.extend(onOne);
export const extendBody = z.strictObject({
  days: number({ min: 1, max: mostMore, integer: true }),
  reason: text(2000),
  ...act,
});
export const extendInput = extendBody.extend(onOne);
export const proposeBody = z.strictObject({
  outcome: choice(outcomes),
  answer: text(mostText),
  ...act,
});
export const proposeInput = proposeBody.extend(onOne);
export const answerBody = z.strictObject({ document: text(60), answered_on: day(), ...act });
export const answerInput = answerBody.extend(onOne);
export const closeBody = z.strictObject({ reason: optionalText(2000), ...act });
export const closeInput = closeBody.extend(onOne);
export const withdrawBody = z.strictObject({ reason: text(2000), ...act });
export const withdrawInput = withdrawBody.extend(onOne);
/** By the complainant, behind the link. */
export const takeBackInput = z.strictObject({
  token: z.string(),
  pid: z.string(),
  reason: text(2000),
  ...act,
});

export const rulesBody = z.strictObject({
  days_to_accept: number({ min: 1, max: mostDays, integer: true }),
  days_to_answer: number({ min: 1, max: mostDays, integer: true }),
  counting: choice(countings),
  basis: optionalText(1000),
  ...act,
});
export const rulesInput = rulesBody.extend({ edition: z.string() });
