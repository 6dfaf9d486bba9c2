import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command, type Done } from '../../../platform/command.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { personRead, personWrite, visiblePerson } from '../../people/index.ts';
import { findMerge, lowestAbove } from '../queries/index.ts';
import { type MergeUndo, mergeInput, unmergeInput } from '../schema.ts';
import { fillPerson, fillSensitive, joinMemberships, restoreFields } from './fill.ts';
import { moveReferences, returnReferences } from './move.ts';

export interface Joined {
  readonly id: string;
  readonly pid: string;
  readonly identityId: string;
  readonly account: string | null;
}

/**
 * Joins two records of one human: the second one's facts, memberships and every other reference go to
 * the first, which stays; `unmergePersons` takes it apart again. Both must be seen, and the right is
 * needed at the lowest organisation above both. Gives the public ids of the joining and the kept record.
 */
export const mergePersons = command({
  name: 'person.merge',
  input: mergeInput,
  permission: personWrite,
  load: async (cx, input) => {
    const kept = await seen(cx, input.keep);
    const merged = await seen(cx, input.merge);
    const at = await lowestAbove(cx.db, kept.id, merged.id, cx.clock.today());
    return { kept, merged, at };
  },
  at: ({ at }) => (at === null ? [null] : [at]),
  check: ({ kept, merged }) => {
    if (kept.id === merged.id) return [issue('merge', 'same_record')];
    const both = kept.account !== null && merged.account !== null;
    return both ? [issue('merge', 'both_sign_in')] : [];
  },
  run: async (cx, { kept, merged, at }) => join(cx, kept, merged, at!),
});

/** Joins two records inside another command, whose rights were looked at there. */
export async function join(
  cx: Cx,
  kept: Joined,
  merged: Joined,
  organisationId: string,
): Promise<Done<{ pid: string; kept: string }>> {
  const { db } = cx;
  const now = cx.clock.now();
  const fields = await fillPerson(db, kept.id, merged.id);
  const memberships = await joinMemberships(db, kept.id, merged.id, now);
  const undo: MergeUndo = {
    fields,
    ...memberships,
    sensitive: await fillSensitive(db, kept.id, merged.id),
    references: await moveReferences(db, merged.id, kept.id),
    account: await moveAccount(cx, merged, kept),
    identity: await oneIdentity(cx, merged.identityId, kept.identityId),
  };
  const ids = { id: cx.ids.uuid(), pid: cx.ids.pid() };
  await sql`update person set merged_into = ${kept.id}, version = version + 1
    where id = ${merged.id}`.execute(db);
  const by = cx.actor.kind === 'account' ? cx.actor.personId : null;
  await sql`insert into person_merge (id, pid, kept_id, merged_id, organisation_id, undo, merged_at, merged_by)
    values (${ids.id}, ${ids.pid}, ${kept.id}, ${merged.id}, ${organisationId},
      ${JSON.stringify(undo)}::jsonb, ${now}, ${by})`.execute(db);
  await sql`update duplicate_pair set state = 'same', decided_by = ${by}, decided_at = ${now}
    where person_a = least(${kept.id}::uuid, ${merged.id}::uuid)
      and person_b = greatest(${kept.id}::uuid, ${merged.id}::uuid)`.execute(db);
  return {
    result: { pid: ids.pid, kept: kept.pid },
    subject: { type: 'person', id: kept.id },
    organisationId,
    changes: { merged: { new: merged.pid }, ...fields },
  };
}

/** Takes a joining apart: rows and values that nobody changed since go back to where they were. */
export const unmergePersons = command({
  name: 'person.unmerge',
  input: unmergeInput,
  permission: personWrite,
  load: async (cx, { pid }) => {
    const merge = await findMerge(cx.db, pid);
    if (merge === null) throw new NotFound('person_merge');
    const kept = await one(
      cx.db,
      sql<{ pid: string; merged: string }>`select k.pid, m.pid as merged from person k, person m
        where k.id = ${merge.keptId} and m.id = ${merge.mergedId}`,
    );
    await seen(cx, kept.pid);
    return { ...merge, keptPid: kept.pid, mergedPid: kept.merged };
  },
  at: (merge) => [merge.organisationId],
  run: async (cx, merge) => {
    const { db } = cx;
    const { keptId, mergedId, undo } = merge;
    await sql`update person set merged_into = null, version = version + 1
      where id = ${mergedId}`.execute(db);
    await restoreFields(db, 'person', keptId, undo.fields);
    for (const [id, fields] of Object.entries(undo.filled))
      await restoreFields(db, 'membership', id, fields);
    await sql`update membership set person_id = ${mergedId}, version = version + 1
      where id = any(${undo.moved}::uuid[]) and person_id = ${keptId}`.execute(db);
    await sql`update membership set deleted_at = null, version = version + 1
      where id = any(${undo.closed}::uuid[])`.execute(db);
    for (const name of undo.sensitive)
      await sql`update person_identity k set ${sql.id(name)} = null from person_identity m
        where k.person_id = ${keptId} and m.person_id = ${mergedId}
          and k.${sql.id(name)} = m.${sql.id(name)}`.execute(db);
    await returnReferences(db, undo.references, keptId, mergedId);
    if (undo.account !== null)
      await sql`update auth_user set "personId" = ${mergedId}
        where id = ${undo.account} and "personId" = ${keptId}`.execute(db);
    if (undo.identity !== null) await setIdentity(cx, undo.identity.persons, undo.identity.old);
    await sql`update person_merge set undone_at = ${cx.clock.now()} where id = ${merge.id}`.execute(
      db,
    );
    await sql`update duplicate_pair set state = 'open', decided_by = null, decided_at = null
      where person_a = least(${keptId}::uuid, ${mergedId}::uuid)
        and person_b = greatest(${keptId}::uuid, ${mergedId}::uuid)`.execute(db);
    return {
      result: { kept: merge.keptPid, merged: merge.mergedPid },
      subject: { type: 'person', id: keptId },
      organisationId: merge.organisationId,
      changes: { merged: { old: merge.mergedPid } },
    };
  },
});

/** A person that the actor may see, by the public id. @throws NotFound */
export async function seen(cx: Cx, pid: string): Promise<Joined> {
  const found = await maybe(
    cx.db,
    sql<Joined>`select p.id, p.pid, p.identity_id as "identityId", u.id as account
      from person p left join auth_user u on u."personId" = p.id
      where p.pid = ${pid} and ${visiblePerson(cx, personRead, 'p')} for update of p`,
  );
  if (found === null) throw new NotFound('person');
  return found;
}

async function moveAccount(cx: Cx, from: Joined, to: Joined): Promise<string | null> {
  if (from.account === null) return null;
  await sql`update auth_user set "personId" = ${to.id} where id = ${from.account}`.execute(cx.db);
  return from.account;
}

// Whoever was known to be the same human as the merged record is now the same as the kept one.
async function oneIdentity(cx: Cx, old: string, wanted: string): Promise<MergeUndo['identity']> {
  if (old === wanted) return null;
  const rows = await all(
    cx.db,
    sql<{ id: string }>`select id from person where identity_id = ${old} order by id`,
  );
  const persons = rows.map((row) => row.id);
  await setIdentity(cx, persons, wanted);
  return { old, persons };
}

async function setIdentity(cx: Cx, persons: readonly string[], id: string): Promise<void> {
  await sql`update person set identity_id = ${id} where id = any(${persons}::uuid[])`.execute(
    cx.db,
  );
  await sql`update membership m set identity_id = p.identity_id from person p
    where p.id = m.person_id and m.identity_id <> p.identity_id
      and (p.id = any(${persons}::uuid[]) or p.identity_id = ${id})`.execute(cx.db);
}
