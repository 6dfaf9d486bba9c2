import { sql } from 'kysely';
import { type Cx, command } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { lastRestoreDay } from '../../../platform/records/deleting.ts';
import { personWrite } from '../policy.ts';
import { findPersonRecord, personPlaces } from '../queries/index.ts';
import { byVersion, type PersonRecord } from '../schema/index.ts';
import { changeable, firstPlace } from './persons.ts';

/**
 * Takes a person out of every list of the actor, with the memberships there; 30 days long it can be
 * taken back. Where others have the person as member, the record stays theirs, and nobody learns it.
 */
export const deletePerson = command({
  name: 'person.remove',
  input: byVersion,
  permission: personWrite,
  load: (cx, input) => changeable(cx, input.pid),
  at: firstPlace,
  version: ({ person }) => person.version,
  run: async (cx, { person, places }) => {
    const now = cx.clock.now();
    await sql`update membership m set deleted_at = ${now}, version = version + 1
      where m.person_id = ${person.id} and m.deleted_at is null
        and ${visible(cx, personWrite, sql`m.organisation_id`)}`.execute(cx.db);
    const heir = await heirOf(cx, person.id);
    await sql`update person p set version = version + 1,
        keeper_id = case when ${heir}::uuid is not null
          and coalesce(${visible(cx, personWrite, sql`p.keeper_id`)}, true)
          then ${heir}::uuid else p.keeper_id end,
        deleted_at = case when ${heir}::uuid is null then ${now}::timestamptz end
      where p.id = ${person.id}`.execute(cx.db);
    return done(person, places, { old: null, new: now });
  },
});

// Who keeps the record after those who deleted it.
async function heirOf(cx: Cx, personId: string): Promise<string | null> {
  const row = await maybe(
    cx.db,
    sql<{ id: string }>`select organisation_id as id from membership
      where person_id = ${personId} and deleted_at is null
      order by upper_inf(during) desc, lower(during), id limit 1`,
  );
  return row?.id ?? null;
}

/** Takes a deleted person back, with the memberships that went along. @throws NotFound */
export const restorePerson = command({
  name: 'person.restore',
  input: byVersion,
  permission: personWrite,
  load: async (cx, input) => {
    const person = await findPersonRecord(cx, input.pid);
    const deletedAt = person?.deletedAt ?? null;
    if (person === null || deletedAt === null) throw new NotFound('person');
    if (lastRestoreDay(deletedAt) < cx.clock.today()) throw new NotFound('person');
    return { person, places: await personPlaces(cx, person.id, personWrite, deletedAt) };
  },
  // Who may not take it back does not learn that it was there.
  at: ({ places }) => places.slice(0, 1),
  run: async (cx, { person, places }) => {
    await sql`update membership m set deleted_at = null, version = version + 1
      where m.person_id = ${person.id} and m.deleted_at = ${person.deletedAt}
        and ${visible(cx, personWrite, sql`m.organisation_id`)}
        and not exists (select from membership x where x.person_id = m.person_id
          and x.organisation_id = m.organisation_id and x.deleted_at is null
          and x.during && m.during)`.execute(cx.db);
    await sql`update person set deleted_at = null, version = version + 1
      where id = ${person.id}`.execute(cx.db);
    return done(person, places, { old: person.deletedAt, new: null });
  },
});

function done(
  person: PersonRecord,
  places: readonly string[],
  deleted_at: { old: Date | null; new: Date | null },
) {
  return {
    result: { pid: person.pid },
    subject: { type: 'person', id: person.id },
    organisationId: places[0] ?? null,
    changes: { deleted_at },
  };
}
