import { z } from 'zod';
import { type DateRange, lastDay } from '../../../kernel/date-range.ts';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import { api } from '../../../platform/http/addresses.ts';
import type { Look } from '../queries/index.ts';
import {
  type Consent,
  genders,
  type Member,
  type Membership,
  membershipKinds,
  type PersonRecord,
  type Post,
  purposes,
} from '../schema/index.ts';

const day = z.iso.date().nullable();
const words = z.string().nullable();
const partial = z
  .string()
  .nullable()
  .describe('YYYY, YYYY-MM or YYYY-MM-DD, as far as it is known');
const organisationShape = z.object({ code: z.string(), name: z.string() });

export const membershipShape = z.object({
  pid: z.string(),
  organisation: organisationShape,
  branch: words,
  joined: partial,
  kind: z.enum(membershipKinds),
  card_number: words,
  from: day,
  until: day.describe('The last day; null while it lasts'),
  left_reason: words,
  note: words,
  version: z.number().int(),
});

export const postShape = z.object({
  pid: z.string(),
  organisation: organisationShape,
  title: z.string(),
  from: day,
  last_day: day,
  decision: words,
  version: z.number().int(),
});

const facts = {
  pid: z.string(),
  href: z.string(),
  full_name: z.string(),
  family: z.string(),
  middle: z.string(),
  given: z.string(),
  gender: z.enum(genders).nullable(),
  birth_date: partial,
  phones: z.array(z.string()),
  email: words,
  degrees: z.array(z.string()),
  field: words,
  workplace: words,
  job: words,
  address: words,
  note: words,
  memberships: z.array(membershipShape),
};

export const memberShape = z.object(facts);

export const consentShape = z.object({
  purpose: z.enum(purposes),
  given: z.boolean(),
  source: words,
  at: z.iso.datetime(),
});

export const personShape = z.object({
  ...facts,
  keeper: organisationShape.nullable().describe('The organisation that keeps the record'),
  posts: z.array(postShape),
  consents: z.array(consentShape),
  version: z.number().int(),
});

export const sensitiveShape = z.object({
  citizen_id: words,
  ethnicity: words,
  religion: words,
  party: words,
  locked: z.boolean().describe('Something is there that no key of this installation opens'),
});

export const looksShape = z.object({
  items: z.array(
    z.object({
      at: z.iso.datetime(),
      by: words.describe('Null for the machine itself'),
      organisation: words,
      via: z.string(),
      action: z.string(),
      fields: z.array(z.string()),
    }),
  ),
});

const last = (range: DateRange) => (range.until === null ? null : lastDay(range));

export const membershipView = (m: Membership) => ({
  pid: m.pid,
  organisation: { code: m.organisationCode, name: m.organisationName },
  branch: m.branch,
  joined: m.joined,
  kind: m.kind,
  card_number: m.cardNumber,
  from: m.from,
  until: last(m),
  left_reason: m.leftReason,
  note: m.note,
  version: m.version,
});

export const postView = (post: Post) => ({
  pid: post.pid,
  organisation: { code: post.organisationCode, name: post.organisationName },
  title: post.title,
  from: post.from,
  last_day: last(post),
  decision: post.decision,
  version: post.version,
});

export function memberView(member: Member) {
  const { pid, family, middle, given, gender, phones, email, degrees } = member;
  const { field, workplace, job, address, note } = member;
  return {
    pid,
    href: api(`people/${pid}`),
    full_name: joinName(member),
    family,
    middle,
    given,
    gender,
    birth_date: member.birthDate,
    phones,
    email,
    degrees,
    field,
    workplace,
    job,
    address,
    note,
    memberships: member.memberships.map(membershipView),
  };
}

export const consentView = (one: Consent) => ({
  purpose: one.purpose,
  given: one.given,
  source: one.source,
  at: one.givenAt.toISOString(),
});

export function personView(person: PersonRecord) {
  const { keeperCode: code, keeperName: name } = person;
  return {
    ...memberView(person),
    keeper: code === null ? null : { code, name: name ?? code },
    posts: person.posts.map(postView),
    consents: person.consents.map(consentView),
    version: person.version,
  };
}

export const lookView = (look: Look) => ({
  at: look.at.toISOString(),
  by: look.by,
  organisation: look.organisationName,
  via: look.via,
  action: look.action,
  fields: look.fields,
});
