import { z } from 'zod';
import {
  type Author,
  awardLevels,
  consentParties,
  consentPurposes,
  type Decision,
  dossierStates,
  entrantKinds,
  sayDecision,
} from '../../calls/index.ts';
import { type DossierRow, type SentOn, type Statistic, statisticKinds } from '../queries/index.ts';
import {
  type Award,
  type Dossier,
  type DossierFile,
  type DossierVersion,
  type GivenLeave,
  type KeptConsent,
  origins,
} from '../schema/index.ts';
import { awardKey } from '../service/index.ts';

const time = (at: Date | null): string | null => at?.toISOString() ?? null;
const instant = z.iso.datetime().nullable();
const second = z.string().describe('Vietnam time to the second, the last one included');

export const listedShape = z.object({
  pid: z.string(),
  number: z.string().nullable().describe('Number of its receipt'),
  title: z.string(),
  authors: z.array(z.string()),
  state: z.enum(dossierStates),
  origin: z.enum(origins),
  entrant: z.enum(entrantKinds).nullable(),
  field: z.string().nullable().describe('Code of the field of the edition'),
  submitted: z.number().int().describe('Version that holds; 0: none'),
  submitted_at: instant,
  until: second.nullable(),
});

export const listedView = (row: DossierRow): z.output<typeof listedShape> => ({
  pid: row.pid,
  number: row.number,
  title: row.title,
  authors: [...row.authors],
  state: row.state,
  origin: row.origin,
  entrant: row.entrant,
  field: row.field,
  submitted: row.submitted,
  submitted_at: time(row.submittedAt),
  until: row.until,
});

const authorShape = z.object({
  key: z.string().describe('Of name and birth: what consents are kept by'),
  name: z.string(),
  birth: z.string().nullable().describe('YYYY, YYYY-MM or YYYY-MM-DD'),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const awardShape = z.object({
  award: z.string().describe('To take it off by'),
  level: z.enum(awardLevels),
  prize: z.string().nullable().describe('Key of the prize of the edition'),
  name: z.string(),
  year: z.number().int().nullable(),
  decision: z.string().nullable(),
  decided_on: z.iso.date().nullable(),
});

export const leaveShape = z.object({
  reason: z.enum(['supplement', 'exception']),
  from: z.iso.datetime(),
  until: second,
  acts: z.array(z.string()),
  words: z.string(),
  remarks: z.array(z.object({ field: z.string().nullable(), words: z.string() })),
  answered: z.number().int().nullable().describe('The version that answered it'),
});

const decisionShape = z.object({
  rule: z.string(),
  ok: z.boolean().nullable().describe('false: against the rules; null: not known, to be asked'),
  path: z.string(),
  words: z.string().describe('In Vietnamese'),
});

export const dossierShape = z.object({
  pid: z.string(),
  edition: z.string().describe('Public id'),
  number: z.string().nullable(),
  title: z.string(),
  state: z.enum(dossierStates),
  origin: z.enum(origins),
  email: z.string().nullable(),
  entrant: z.enum(entrantKinds).nullable(),
  field: z.string().nullable(),
  submitted: z.number().int(),
  first_submitted_at: instant,
  submitted_at: instant,
  reason: z.string().nullable(),
  authors: z.array(authorShape),
  against: z.array(decisionShape).describe('What the rules of the edition say against it'),
  leaves: z.array(leaveShape),
  awards: z.array(awardShape),
  version: z.number().int(),
});

export interface DossierParts {
  readonly authors: readonly Author[];
  readonly against: readonly Decision[];
  readonly leaves: readonly GivenLeave[];
  readonly awards: readonly Award[];
}

export const awardView = (award: Award): z.output<typeof awardShape> => ({
  award: awardKey(award),
  level: award.level,
  prize: award.prize,
  name: award.name,
  year: award.year,
  decision: award.decision,
  decided_on: award.decidedOn,
});

export const leaveView = (leave: GivenLeave): z.output<typeof leaveShape> => ({
  reason: leave.reason,
  from: leave.from.toISOString(),
  until: leave.until,
  acts: [...leave.acts],
  words: leave.words,
  remarks: leave.remarks.map(({ field, words }) => ({ field, words })),
  answered: leave.answered,
});

export const dossierView = (
  dossier: Dossier,
  { authors, against, leaves, awards }: DossierParts,
): z.output<typeof dossierShape> => ({
  pid: dossier.pid,
  edition: dossier.edition.pid,
  number: dossier.number,
  title: dossier.title,
  state: dossier.state,
  origin: dossier.origin,
  email: dossier.email,
  entrant: dossier.entrant,
  field: dossier.field,
  submitted: dossier.submitted,
  first_submitted_at: time(dossier.firstSubmittedAt),
  submitted_at: time(dossier.submittedAt),
  reason: dossier.reason,
  authors: authors.map(({ key, name, birth, details }) => ({
    key,
    name,
    birth,
    details: { ...details },
  })),
  against: against.map((one) => ({
    rule: one.rule,
    ok: one.ok,
    path: one.path,
    words: sayDecision(one),
  })),
  leaves: leaves.map(leaveView),
  awards: awards.map(awardView),
  version: dossier.version,
});

export const versionShape = z.object({
  number: z.number().int(),
  revision: z.number().int().describe('Of the edition that it was sent under'),
  received_at: z.iso.datetime(),
  sha256: z.string().describe('Of the text in UTF-8'),
  frozen: z.string().describe('The canonical JSON text that the receipt stands for'),
  receipt: z.string(),
  signature: z.string(),
  key_id: z.string(),
});

export const versionView = (one: DossierVersion): z.output<typeof versionShape> => ({
  number: one.number,
  revision: one.revision,
  received_at: one.receivedAt.toISOString(),
  sha256: one.sha256,
  frozen: one.frozen,
  receipt: one.receipt,
  signature: one.signature,
  key_id: one.keyId,
});

export const fileShape = z.object({
  pid: z.string(),
  field: z.string(),
  name: z.string(),
  media_type: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  removed: z.boolean().describe('Only an earlier version still has it'),
});

export const fileView = (file: DossierFile): z.output<typeof fileShape> => ({
  pid: file.pid,
  field: file.field,
  name: file.name,
  media_type: file.mediaType,
  size: file.size,
  sha256: file.sha256,
  removed: file.removedAt !== null,
});

export const consentShape = z.object({
  author: z.string().describe('Key of the author'),
  party: z.enum(consentParties),
  purpose: z.enum(consentPurposes),
  given: z.boolean(),
  told_by: z.string(),
  how: z.enum(['page', 'link', 'paper']),
  at: z.iso.datetime(),
});

export const consentView = (one: KeptConsent): z.output<typeof consentShape> => ({
  author: one.author,
  party: one.party,
  purpose: one.purpose,
  given: one.given,
  told_by: one.toldBy,
  how: one.how,
  at: one.at.toISOString(),
});

export const statisticShape = z.object({
  kind: z.enum(statisticKinds),
  key: z.string().describe("As the list is filtered by it; '-': nothing is known"),
  label: z.string(),
  dossiers: z.number().int(),
  authors: z.number().int().nullable(),
});

export const statisticView = (one: Statistic): z.output<typeof statisticShape> => ({ ...one });

export const sentOnShape = z.object({
  source: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  dossier: z.string().describe('There'),
  edition: z.string(),
  organisation: z.string(),
  state: z.enum(dossierStates),
  target_number: z.string().nullable(),
  awards: z.array(
    z.object({ name: z.string(), level: z.enum(awardLevels), year: z.number().int().nullable() }),
  ),
});

export const sentOnView = (one: SentOn): z.output<typeof sentOnShape> => ({
  source: one.sourcePid,
  number: one.number,
  title: one.title,
  dossier: one.pid,
  edition: one.edition,
  organisation: one.organisation,
  state: one.state,
  target_number: one.targetNumber,
  awards: one.awards.map(({ name, level, year }) => ({ name, level, year })),
});
