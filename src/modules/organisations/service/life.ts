import { sql } from 'kysely';
import { formatDateRange, lastDay } from '../../../kernel/date-range.ts';
import { addDays } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import type { Db } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { organisationClose } from '../policy.ts';
import { findDeleted } from '../queries/index.ts';
import { closeInput, type Organisation, organisationInput } from '../schema/index.ts';
import { vi } from '../vi.ts';
import { isRoot, keeperOf, loadSubject, restorable, type Subject } from './shared.ts';
import { countOutside, lockOrganisation, lockStructure, touch, whatHangsOn } from './write.ts';

async function loadLocked(cx: Cx, code: string): Promise<Subject & { version: number }> {
  await lockStructure(cx.db);
  const subject = await loadSubject(cx, code, organisationClose);
  const version = await lockOrganisation(cx.db, subject.organisation.id);
  return { ...subject, version: version ?? 0 };
}

const changed = (organisation: Organisation) => ({
  result: { code: organisation.code },
  subject: { type: 'organisation', id: organisation.id },
  organisationId: organisation.id,
});

/** Closes an organisation: `on` is its last day. Its name, affiliations and facts end with it. */
export const closeOrganisation = command({
  name: 'organisation.close',
  input: closeInput,
  permission: organisationClose,
  load: (cx, input) => loadLocked(cx, input.organisation),
  at: ({ keeper }) => [keeper],
  version: ({ version }) => version,
  check: async ({ organisation }, input, cx): Promise<Issue[]> => {
    const { during } = organisation;
    if (await isRoot(cx, organisation.id)) return [issue('', 'root_stays')];
    if (during.until !== null) return [issue('on', 'already_closed', { closed: lastDay(during) })];
    if (during.from !== null && input.on < during.from) {
      return [issue('on', 'closed_before_founding', { founded: during.from })];
    }
    const existence = { from: during.from, until: addDays(input.on, 1) };
    const { after, members } = await countOutside(cx.db, organisation.id, existence);
    if (after > 0) return [issue('on', 'records_after', { count: after })];
    if (members === 0 || input.end_members) return [];
    return [issue('end_members', 'members_remain', { count: members })];
  },
  run: async (cx, { organisation }, input) => {
    await cutAt(cx.db, organisation.id, addDays(input.on, 1));
    await touch(cx.db, organisation.id);
    return {
      ...changed(organisation),
      changes: { closed_on: { new: input.on }, end_members: { new: input.end_members } },
      reason: input.reason,
    };
  },
});

async function cutAt(db: Db, id: string, until: string): Promise<void> {
  const cut = sql`during * daterange(null, ${until}::date)`;
  await sql`update organisation set during = ${cut} where id = ${id}`.execute(db);
  await sql`update organisation_name set during = ${cut}
    where organisation_id = ${id} and during @> ${until}::date`.execute(db);
  await sql`update affiliation set during = ${cut}, version = version + 1
    where (child_id = ${id} or parent_id = ${id}) and deleted_at is null
      and during @> ${until}::date`.execute(db);
  await sql`update organisation_fact set during = ${cut}, version = version + 1
    where organisation_id = ${id} and deleted_at is null and during @> ${until}::date`.execute(db);
}

/** Takes a closing back: what ended with the organisation goes on. */
export const reopenOrganisation = command({
  name: 'organisation.reopen',
  input: organisationInput,
  permission: organisationClose,
  load: (cx, input) => loadLocked(cx, input.organisation),
  at: ({ keeper }) => [keeper],
  version: ({ version }) => version,
  check: ({ organisation }) =>
    organisation.during.until === null ? [issue('', 'not_closed')] : [],
  run: async (cx, { organisation }) => {
    const { from, until } = organisation.during;
    if (until !== null) await continueAt(cx.db, organisation.id, from, until);
    await touch(cx.db, organisation.id);
    return {
      ...changed(organisation),
      changes: { closed_on: { old: until === null ? null : lastDay(organisation.during) } },
    };
  },
});

// The other end of an affiliation may have been closed since, or stand elsewhere: those stay ended.
async function continueAt(db: Db, id: string, from: string | null, until: string): Promise<void> {
  const on = sql`daterange(lower(during), null)`;
  await sql`update organisation set during = ${formatDateRange({ from, until: null })}
    where id = ${id}`.execute(db);
  await sql`update organisation_name set during = ${on}
    where organisation_id = ${id} and upper(during) = ${until}::date`.execute(db);
  await sql`update organisation_fact set during = ${on}, version = version + 1
    where organisation_id = ${id} and deleted_at is null
      and upper(during) = ${until}::date`.execute(db);
  await sql`update affiliation a set during = daterange(lower(a.during), null), version = a.version + 1
    from organisation o
    where (a.child_id = ${id} and o.id = a.parent_id or a.parent_id = ${id} and o.id = a.child_id)
      and a.deleted_at is null and upper(a.during) = ${until}::date and upper_inf(o.during)
      and o.deleted_at is null
      and not exists (select from affiliation b where b.child_id = a.child_id and b.id <> a.id
        and b.kind = a.kind and b.deleted_at is null
        and b.during && daterange(${until}::date, null))`.execute(db);
}

/** Takes an organisation that was recorded by mistake out of the book, while nothing hangs on it. */
export const deleteOrganisation = command({
  name: 'organisation.delete',
  input: organisationInput,
  permission: organisationClose,
  load: (cx, input) => loadLocked(cx, input.organisation),
  at: ({ keeper }) => [keeper],
  version: ({ version }) => version,
  check: async ({ organisation }, _input, cx) => {
    if (await isRoot(cx, organisation.id)) return [issue('', 'root_stays')];
    const tables = await whatHangsOn(cx.db, organisation.id);
    if (tables.length === 0) return [];
    const names = new Set(tables.map((table) => vi.hanging[table] ?? vi.otherRecords));
    return [issue('', 'still_used', { what: [...names].join(', ') })];
  },
  run: async (cx, { organisation }) => {
    await markDeleted(cx.db, organisation.id, null, cx.clock.now());
    return { ...changed(organisation), changes: { name: { old: organisation.name } } };
  },
});

/** Takes a deletion of the last days back, with what was deleted along with the organisation. */
export const restoreOrganisation = command({
  name: 'organisation.restore',
  input: organisationInput,
  permission: organisationClose,
  load: async (cx, input) => {
    await lockStructure(cx.db);
    const found = await findDeleted(cx.db, input.organisation, cx.clock.today());
    if (found === null) throw new NotFound('organisation');
    return { ...found, keeper: await keeperOf(cx, found.organisation.id, organisationClose) };
  },
  at: ({ keeper }) => [keeper],
  check: ({ deletedAt }, _input, cx) => (restorable(cx, deletedAt) ? [] : [issue('', 'too_late')]),
  run: async (cx, { organisation, deletedAt }) => {
    await markDeleted(cx.db, organisation.id, deletedAt, null);
    return { ...changed(organisation), changes: { name: { new: organisation.name } } };
  },
});

// What was deleted at that instant, or is not deleted when there is none, becomes deleted at another.
async function markDeleted(db: Db, id: string, was: Date | null, now: Date | null): Promise<void> {
  const state = sql`deleted_at is not distinct from ${was}::timestamptz`;
  await sql`update organisation set deleted_at = ${now}, version = version + 1
    where id = ${id} and ${state}`.execute(db);
  await sql`update affiliation set deleted_at = ${now}, version = version + 1
    where child_id = ${id} and ${state}`.execute(db);
  await sql`update organisation_fact set deleted_at = ${now}, version = version + 1
    where organisation_id = ${id} and ${state}`.execute(db);
}
