import { sql } from 'kysely';
import { type Issue, issue } from '../../kernel/issue.ts';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import { joinName, splitName } from '../../kernel/vietnamese/names.ts';
import { type Change, type Cx, command, execute, type Outcome } from '../../platform/command.ts';
import { NotFound } from '../../platform/errors.ts';
import { attachments } from '../../platform/records/attachments.ts';
import { deletion } from '../../platform/records/deleting.ts';
import { findOrganisation, type Organisation } from '../organisations/index.ts';
import { findPerson, insertPersonNamed } from '../people/index.ts';
import { distinctionWrite } from './policy.ts';
import { allTitles, findDistinction, personInRegister, sameDistinction } from './queries.ts';
import { type Level, type Recipient, revocationIssues } from './rules.ts';
import {
  type Distinction,
  editInput,
  recordInput,
  revokeInput,
  type Titles,
  unrevokeInput,
} from './schema.ts';
import { levelNames } from './vi.ts';

export type DistinctionIssued = { readonly pid: string };

/** Columns of a record as a command writes them. */
interface Written {
  readonly organisation_id: string;
  readonly recipient_organisation_id: string | null;
  readonly recipient_person_id: string | null;
  readonly title: string;
  readonly level: Level;
  readonly class: string | null;
  readonly decision_no: string | null;
  readonly decided_on: string;
  readonly giver: string | null;
  readonly note: string | null;
}

/** What the words of an input mean. `personId` is null for a person who is not known yet. */
export interface Meaning {
  readonly titles: Titles;
  readonly organisation: Pick<Organisation, 'id' | 'shortName'> | null;
  readonly recipientOrganisation: Pick<Organisation, 'id' | 'shortName'> | null;
  readonly personId: string | null;
  readonly personName: string;
}

type Raw = Readonly<Record<string, unknown>>;

/**
 * Records a distinction. Input: `distinctionBody`.
 * @throws Forbidden
 */
export async function recordDistinction(cx: Cx, raw: unknown): Promise<Outcome<DistinctionIssued>> {
  return execute(cx, recordCommand(await meaningOf(cx, raw), cx.clock.today()), raw);
}

/**
 * Changes a record: every field is given.
 * @throws NotFound, Forbidden, Conflict
 */
export async function editDistinction(cx: Cx, raw: unknown): Promise<Outcome<DistinctionIssued>> {
  const distinction = await live(cx, String((raw as { pid?: unknown } | null)?.pid ?? ''));
  const meaning = await meaningOf(cx, raw, distinction);
  return execute(cx, editCommand(meaning, cx.clock.today()), raw);
}

/** The full input of an edit: what stands, with what was sent in its place. */
export function changedInput(distinction: Distinction, sent: Raw): Record<string, unknown> {
  // A recipient named anew takes the place of the one that stands, by whichever word it is named.
  const names = sent.recipient_person !== undefined || sent.person !== undefined;
  const person = distinction.recipient === 'person' && !names;
  return {
    organisation: distinction.organisationCode,
    recipient: distinction.recipient,
    recipient_organisation: distinction.recipientOrganisationCode,
    ...(person ? { person: distinction.recipientPersonPid } : {}),
    title: distinction.title,
    level: distinction.level,
    class: distinction.class,
    decision_no: distinction.decisionNo,
    decided_on: distinction.decidedOn,
    giver: distinction.giver,
    note: distinction.note,
    // Without a version of the sender's own, what was merged must still be what stands.
    version: distinction.version,
    ...sent,
    pid: distinction.pid,
  };
}

/** Looks up what an input speaks of. `standing` is the record that is changed, if any. */
export async function meaningOf(cx: Cx, input: unknown, standing?: Distinction): Promise<Meaning> {
  const raw = (typeof input === 'object' && input !== null ? input : {}) as Raw;
  const titles = await allTitles(cx.db);
  const organisation = await organisationBy(cx, raw.organisation);
  const named = raw.recipient === 'organisation' ? raw.recipient_organisation : null;
  const recipientOrganisation = named ? await organisationBy(cx, named) : organisation;
  const person = await personBy(cx, raw, organisation?.id ?? null, standing);
  return { titles, organisation, recipientOrganisation, ...person };
}

async function organisationBy(cx: Cx, code: unknown): Promise<Organisation | null> {
  if (typeof code !== 'string' || code === '' || code.length > 60) return null;
  return findOrganisation(cx.db, code, cx.clock.today());
}

async function personBy(
  cx: Cx,
  raw: Raw,
  organisationId: string | null,
  standing: Distinction | undefined,
): Promise<Pick<Meaning, 'personId' | 'personName'>> {
  if (typeof raw.person === 'string' && raw.person !== '') {
    const person = await findPerson(cx.db, raw.person);
    return { personId: person?.id ?? null, personName: person === null ? '' : joinName(person) };
  }
  const typed = typeof raw.recipient_person === 'string' ? raw.recipient_person.slice(0, 200) : '';
  const personName = joinName(splitName(typed));
  if (personName === '') return { personId: null, personName };
  if (standing?.recipient === 'person' && standing.recipientName === personName) {
    return { personId: standing.recipientPersonId, personName };
  }
  const personId =
    organisationId === null ? null : await personInRegister(cx.db, organisationId, personName);
  return { personId, personName };
}

export const knownOf = (meaning: Meaning, today: string) => ({
  titles: meaning.titles,
  organisation: meaning.organisation !== null,
  recipientOrganisation: meaning.recipientOrganisation !== null,
  person: meaning.personId !== null,
  today,
});

async function live(cx: Cx, pid: string): Promise<Distinction> {
  const distinction = await findDistinction(cx, pid);
  if (distinction === null || distinction.deletedAt !== null) throw new NotFound('distinction');
  return distinction;
}

/** The command behind `recordDistinction`, for a door that has the meaning at hand. */
export function recordCommand(meaning: Meaning, today: string) {
  const organisationId = meaning.organisation?.id ?? '';
  return command({
    name: 'distinction.record',
    input: recordInput(knownOf(meaning, today)),
    permission: distinctionWrite,
    load: async () => null,
    at: () => [organisationId],
    check: (_loaded, input, cx) => twiceIssues(cx, written(meaning, meaning.personId, input), null),
    run: async (cx, _loaded, input) => {
      const row = written(meaning, await personFor(cx, meaning, input.recipient), input);
      const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
      await insertDistinction(cx, id, pid, row, searchText(meaning, row));
      const files = await distinctionFiles.change(cx, { id, organisationId }, input.files);
      return {
        result: { pid },
        subject: { type: 'distinction', id },
        organisationId,
        changes: { ...changesOf(null, row), ...files },
      };
    },
  });
}

/** The command behind `editDistinction`. Moving a record needs the right at both registers. */
export function editCommand(meaning: Meaning, today: string) {
  return command({
    name: 'distinction.edit',
    input: editInput(knownOf(meaning, today)),
    permission: distinctionWrite,
    load: (cx, input) => live(cx, input.pid),
    at: (distinction) => [...new Set([distinction.organisationId, meaning.organisation?.id ?? ''])],
    version: (distinction) => distinction.version,
    check: async (distinction, input, cx) => [
      ...(await twiceIssues(cx, written(meaning, meaning.personId, input), distinction.pid)),
      ...(distinction.revokedOn !== null && distinction.revokedOn < input.decided_on
        ? [issue('decided_on', 'after_revocation', { revoked: distinction.revokedOn })]
        : []),
    ],
    run: async (cx, distinction, input) => {
      const row = written(meaning, await personFor(cx, meaning, input.recipient), input);
      await updateDistinction(cx, distinction.id, row, searchText(meaning, row));
      const moved = row.organisation_id !== distinction.organisationId;
      const old = moved ? await distinctionFiles.of(cx, distinction.id) : null;
      const record = { id: distinction.id, organisationId: row.organisation_id };
      const kept = old?.map((file) => file.pid);
      const files = await distinctionFiles.change(cx, record, input.files ?? kept);
      return {
        result: { pid: distinction.pid },
        subject: { type: 'distinction', id: distinction.id },
        organisationId: row.organisation_id,
        changes: { ...changesOf(writtenOf(distinction), row), ...files },
      };
    },
  });
}

/** From a day on a distinction no longer counts; the record stays, with the reason. */
export const revokeDistinction = command({
  name: 'distinction.revoke',
  input: revokeInput,
  permission: distinctionWrite,
  load: (cx, { pid }) => live(cx, pid),
  at: (distinction) => [distinction.organisationId],
  version: (distinction) => distinction.version,
  check: (distinction, input, cx) =>
    distinction.revokedOn === null
      ? revocationIssues(distinction.decidedOn, input.revoked_on, cx.clock.today())
      : [issue('revoked_on', 'already_revoked')],
  run: (cx, distinction, input) => setRevoked(cx, distinction, input.revoked_on, input.reason),
});

/** Takes a revocation back that was recorded by mistake. */
export const unrevokeDistinction = command({
  name: 'distinction.unrevoke',
  input: unrevokeInput,
  permission: distinctionWrite,
  load: (cx, { pid }) => live(cx, pid),
  at: (distinction) => [distinction.organisationId],
  version: (distinction) => distinction.version,
  check: (distinction) => (distinction.revokedOn === null ? [issue('', 'not_revoked')] : []),
  run: (cx, distinction) => setRevoked(cx, distinction, null, null),
});

export const distinctionFiles = attachments('distinction', distinctionWrite, findDistinction);

export const distinctionDeletion = deletion({
  type: 'distinction',
  table: 'distinction',
  permission: distinctionWrite,
  find: findDistinction,
});

async function setRevoked(
  cx: Cx,
  distinction: Distinction,
  on: string | null,
  reason: string | null,
) {
  await sql`update distinction set revoked_on = ${on}::date, revoked_reason = ${reason},
      version = version + 1 where id = ${distinction.id}`.execute(cx.db);
  return {
    result: { pid: distinction.pid },
    subject: { type: 'distinction', id: distinction.id },
    organisationId: distinction.organisationId,
    changes: {
      revoked_on: { old: distinction.revokedOn, new: on },
      revoked_reason: { old: distinction.revokedReason, new: reason },
    },
    reason,
  };
}

// A decision with a number is recorded once for a recipient; without one, nothing can be told.
async function twiceIssues(cx: Cx, row: Written, self: string | null): Promise<readonly Issue[]> {
  const unknown = row.recipient_organisation_id === null && row.recipient_person_id === null;
  if (row.decision_no === null || unknown) return [];
  const same = await sameDistinction(cx, {
    organisationId: row.organisation_id,
    recipientOrganisationId: row.recipient_organisation_id,
    recipientPersonId: row.recipient_person_id,
    title: row.title,
    level: row.level,
    class: row.class,
    decidedOn: row.decided_on,
    decisionNo: row.decision_no,
  });
  if (same === null || same.pid === self) return [];
  return [issue('decision_no', 'already_recorded', { number: row.decision_no, pid: same.pid })];
}

async function personFor(cx: Cx, meaning: Meaning, recipient: Recipient): Promise<string | null> {
  if (recipient !== 'person') return null;
  return meaning.personId ?? (await insertPersonNamed(cx, meaning.personName)).id;
}

type Input = Omit<
  Written,
  'organisation_id' | 'recipient_organisation_id' | 'recipient_person_id'
> & {
  readonly recipient: Recipient;
};

/** The columns that an input comes to. */
export function written(meaning: Meaning, personId: string | null, input: Input): Written {
  const { title, level, decision_no, decided_on, giver, note } = input;
  const person = input.recipient === 'person';
  return {
    organisation_id: meaning.organisation?.id ?? '',
    recipient_organisation_id: person ? null : (meaning.recipientOrganisation?.id ?? null),
    recipient_person_id: person ? personId : null,
    title,
    level,
    class: input.class,
    decision_no,
    decided_on,
    giver,
    note,
  };
}

function writtenOf(distinction: Distinction): Written {
  return {
    organisation_id: distinction.organisationId,
    recipient_organisation_id: distinction.recipientOrganisationId,
    recipient_person_id: distinction.recipientPersonId,
    title: distinction.title,
    level: distinction.level,
    class: distinction.class,
    decision_no: distinction.decisionNo,
    decided_on: distinction.decidedOn,
    giver: distinction.giver,
    note: distinction.note,
  };
}

function searchText(meaning: Meaning, row: Written): string {
  const recipient =
    row.recipient_person_id === null
      ? meaning.recipientOrganisation?.shortName
      : meaning.personName;
  const title = meaning.titles.get(row.title)?.name;
  const parts = [
    recipient,
    title,
    row.class,
    levelNames[row.level],
    row.giver,
    row.decision_no,
    row.note,
  ];
  return foldForSearch(parts.filter(Boolean).join(' '));
}

async function insertDistinction(cx: Cx, id: string, pid: string, row: Written, search: string) {
  await sql`insert into distinction (id, pid, organisation_id, recipient_organisation_id,
      recipient_person_id, title, level, class, decision_no, decided_on, giver, note, search,
      created_at, created_by)
    values (${id}, ${pid}, ${row.organisation_id}, ${row.recipient_organisation_id},
      ${row.recipient_person_id}, ${row.title}, ${row.level}, ${row.class}, ${row.decision_no},
      ${row.decided_on}::date, ${row.giver}, ${row.note}, ${search}, ${cx.clock.now()},
      ${cx.actor.kind === 'account' ? cx.actor.personId : null})`.execute(cx.db);
}

async function updateDistinction(cx: Cx, id: string, row: Written, search: string) {
  await sql`update distinction set organisation_id = ${row.organisation_id},
      recipient_organisation_id = ${row.recipient_organisation_id},
      recipient_person_id = ${row.recipient_person_id}, title = ${row.title}, level = ${row.level},
      class = ${row.class}, decision_no = ${row.decision_no}, decided_on = ${row.decided_on}::date,
      giver = ${row.giver}, note = ${row.note}, search = ${search}, version = version + 1
    where id = ${id}`.execute(cx.db);
}

function changesOf(old: Written | null, now: Written): Record<string, Change> {
  const keys = Object.keys(now) as (keyof Written)[];
  return Object.fromEntries(keys.map((key) => [key, { old: old?.[key], new: now[key] }]));
}
