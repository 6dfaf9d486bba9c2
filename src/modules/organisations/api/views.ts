import { z } from 'zod';
import { type DateRange, lastDay } from '../../../kernel/date-range.ts';
import type { Day } from '../../../kernel/day.ts';
import type {
  Affiliation,
  DatedName,
  Fact,
  ListedOrganisation,
  Organisation,
  TimelineEntry,
} from '../schema/index.ts';

// What REST answers: last days inclusive, codes and pids, never an inner id.

const day = z.string().meta({ format: 'date' });
const range = { from: day.nullable(), to: day.nullable().describe('last day; null: still holds') };

export function shownRange(during: DateRange): { from: Day | null; to: Day | null } {
  return { from: during.from, to: during.until === null ? null : lastDay(during) };
}

export const listedView = z.object({
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  short_name: z.string(),
  founded_on: day.nullable(),
  closed_on: day.nullable(),
  special_status: z.boolean(),
  members: z.number().int(),
  parent: z.object({ code: z.string(), name: z.string() }).nullable(),
});

export function showListed(row: ListedOrganisation): z.output<typeof listedView> {
  const { from, to } = shownRange(row.during);
  return {
    code: row.code,
    kind: row.kind,
    name: row.name,
    short_name: row.shortName,
    founded_on: from,
    closed_on: to,
    special_status: row.special,
    members: row.members,
    parent:
      row.parentCode === null
        ? null
        : { code: row.parentCode, name: row.parentName ?? row.parentCode },
  };
}

export const organisationView = z.object({
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  short_name: z.string(),
  founded_on: day.nullable(),
  closed_on: day.nullable(),
  on: day,
  exists: z.boolean().describe('true when it exists on that day'),
  parents: z.array(z.object({ code: z.string(), name: z.string(), kind: z.string(), ...range })),
  members: z.number().int().describe('what stands directly under it on that day'),
  version: z.number().int(),
});

export function showOrganisation(
  organisation: Organisation,
  on: Day,
  exists: boolean,
  parents: readonly Affiliation[],
  members: number,
): z.output<typeof organisationView> {
  const { from, to } = shownRange(organisation.during);
  return {
    code: organisation.code,
    kind: organisation.kind,
    name: organisation.name,
    short_name: organisation.shortName,
    founded_on: from,
    closed_on: to,
    on,
    exists,
    parents: parents.map((a) => ({
      code: a.parentCode,
      name: a.parentName,
      kind: a.kind,
      ...shownRange(a.during),
    })),
    members,
    version: organisation.version,
  };
}

export const memberView = z.object({
  code: z.string(),
  kind: z.string(),
  name: z.string(),
  affiliation: z.string(),
  ...range,
});

export function showMember(row: Affiliation): z.output<typeof memberView> {
  return {
    code: row.childCode,
    kind: row.childKind,
    name: row.childName,
    affiliation: row.kind,
    ...shownRange(row.during),
  };
}

export const nameView = z.object({ name: z.string(), short_name: z.string(), ...range });

export function showName(row: DatedName): z.output<typeof nameView> {
  return { name: row.name, short_name: row.shortName, ...shownRange(row.during) };
}

export const affiliationView = z.object({
  pid: z.string(),
  kind: z.string(),
  child: z.object({ code: z.string(), kind: z.string(), name: z.string() }),
  parent: z.object({ code: z.string(), kind: z.string(), name: z.string() }),
  ...range,
  decision: z.string().nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
});

export function showAffiliation(row: Affiliation): z.output<typeof affiliationView> {
  return {
    pid: row.pid,
    kind: row.kind,
    child: { code: row.childCode, kind: row.childKind, name: row.childName },
    parent: { code: row.parentCode, kind: row.parentKind, name: row.parentName },
    ...shownRange(row.during),
    decision: row.decision,
    note: row.note,
    version: row.version,
  };
}

export const factView = z.object({
  pid: z.string(),
  organisation: z.string(),
  kind: z.string(),
  label: z.string(),
  unit: z.string().nullable(),
  amount: z.number().nullable(),
  yes: z.boolean().nullable(),
  words: z.string().nullable(),
  ...range,
  source: z.string().nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
});

export function showFact(fact: Fact): z.output<typeof factView> {
  const yesNo = fact.measure === 'yes_no';
  return {
    pid: fact.pid,
    organisation: fact.organisationCode,
    kind: fact.kind,
    label: fact.label,
    unit: fact.unit,
    amount: yesNo ? null : fact.amount,
    yes: yesNo ? fact.amount === 1 : null,
    words: fact.words,
    ...shownRange(fact.during),
    source: fact.source,
    note: fact.note,
    version: fact.version,
  };
}

export const timelineView = z.object({
  day,
  what: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  code: z.string().nullable().describe('the organisation or kind of fact that it is about'),
});

export function showEntry(entry: TimelineEntry): z.output<typeof timelineView> {
  return { ...entry };
}
