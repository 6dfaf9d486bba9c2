import { z } from 'zod';
import { optionalEmail } from '../../../platform/forms/email.ts';
import {
  choice,
  code,
  day,
  optionalChoice,
  optionalCode,
  optionalDay,
  optionalText,
  text,
  version,
  yesNo,
} from '../../../platform/forms/fields.ts';
import { degrees, partialDate, phones } from './fields.ts';
import { genders, membershipKinds, purposes } from './views.ts';

/** A person's name in its three parts; only the given name is always there. */
export const personInput = z.object({
  family: optionalText(60),
  middle: optionalText(80),
  given: text(60),
});

/** What is kept of a person besides the name, none of it sensitive. */
const facts = {
  gender: optionalChoice(genders),
  birth_date: partialDate(),
  phones: phones(),
  email: optionalEmail(),
  degrees: degrees(),
  field: optionalText(200),
  workplace: optionalText(300),
  job: optionalText(200),
  address: optionalText(300),
  note: optionalText(2000),
};

const membershipFacts = {
  branch: optionalText(200),
  joined: partialDate(),
  kind: choice(membershipKinds).prefault('full'),
  card_number: optionalText(40),
};

/** A new person, with the membership of an organisation; the name in one field or in its parts. */
export const memberInput = z.strictObject({
  organisation: code(),
  full_name: optionalText(200),
  family: optionalText(60),
  middle: optionalText(80),
  given: optionalText(60),
  ...facts,
  ...membershipFacts,
  /** Records the person without a membership. */
  no_membership: yesNo(),
  /** Says that none of those who look the same is meant. */
  another: yesNo(),
});

export const personFactsInput = z.strictObject({
  family: optionalText(60),
  middle: optionalText(80),
  given: text(60),
  ...facts,
});

export const personEditInput = z.strictObject({
  pid: z.string(),
  version: version(),
  ...personFactsInput.shape,
});

/** What REST may change; what is left out stays. */
export const personChanges = z
  .strictObject({ ...personFactsInput.shape, version: version() })
  .partial();

export const membershipInput = z.strictObject({
  person: z.string(),
  organisation: code(),
  ...membershipFacts,
  /** The first day; that of `joined`, or today, when left out. */
  from: optionalDay(),
  note: optionalText(1000),
});

export const membershipEditInput = z.strictObject({
  pid: z.string(),
  version: version(),
  ...membershipFacts,
  note: optionalText(1000),
});

export const membershipEndInput = z.strictObject({
  pid: z.string(),
  version: version(),
  /** The last day as a member. */
  last_day: day(),
  reason: optionalText(300),
});

export const byVersion = z.strictObject({ pid: z.string(), version: version() });

const postFacts = {
  title: text(200),
  from: day(),
  last_day: optionalDay(),
  decision: optionalText(200),
};

export const postInput = z.strictObject({ person: z.string(), organisation: code(), ...postFacts });

export const postEditInput = z.strictObject({ pid: z.string(), version: version(), ...postFacts });

export const consentInput = z.strictObject({
  pid: z.string(),
  purpose: choice(purposes),
  given: yesNo(),
  /** Where it was said: a form, a letter, by telephone. */
  source: optionalText(300),
});

export const sensitiveFields = ['citizen_id', 'ethnicity', 'religion', 'party'] as const;
export type SensitiveField = (typeof sensitiveFields)[number];

/** Every field is given: an empty one is taken off. */
export const sensitiveInput = z.strictObject({
  pid: z.string(),
  citizen_id: optionalText(40),
  ethnicity: optionalText(60),
  religion: optionalText(60),
  party: optionalText(60),
});

export const filterSaveInput = z.strictObject({
  organisation: optionalCode(),
  name: text(80),
  query: z.string().max(2000),
});
