import { sql } from 'kysely';
import { z } from 'zod';
import { type Cx, command, execute } from '../../../platform/command.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { may } from '../../../platform/policy.ts';
import { organisationId } from '../../organisations/index.ts';
import { personRead, sensitiveRead } from '../../people/index.ts';
import { type MemberLine, memberLines } from '../queries/members.ts';

/** Notes that somebody takes the citizen IDs of an organisation's members out, before they go out. */
const noteSensitiveExport = command({
  name: 'roster.export_sensitive',
  input: z.object({ organisationId: z.uuid() }),
  permission: sensitiveRead,
  load: async () => null,
  at: (_, input) => [input.organisationId],
  run: async (_, __, { organisationId: id }) => ({
    result: null,
    subject: { type: 'organisation', id },
    organisationId: id,
    changes: { fields: { new: ['citizen_id'] } },
  }),
});

/**
 * Gives all members of an organisation and of those below it to `take`, batch by batch. With
 * citizen IDs it is noted in the event log and on the page of each person who has one.
 * @throws NotFound, Forbidden
 */
export async function exportMembers(
  cx: Cx,
  organisation: string,
  sensitive: boolean,
  take: (batch: readonly MemberLine[]) => void | Promise<void>,
): Promise<void> {
  const id = await organisationId(cx, organisation);
  if (!(await may(cx, personRead, id))) throw new NotFound('organisation');
  await inTransaction(cx.db, async (db) => {
    const inner = { ...cx, db };
    await sql`select set_config('statement_timeout', '0', true)`.execute(db);
    if (sensitive) {
      await execute(inner, noteSensitiveExport, { organisationId: id });
      await noteLooks(inner, id);
    }
    for await (const batch of memberLines(inner, id, sensitive)) await take(batch);
  });
}

async function noteLooks(cx: Cx, id: string): Promise<void> {
  const today = cx.clock.today();
  await sql`insert into person_look (person_id, event_id, fields)
    select distinct i.person_id, e.id, array['citizen_id']
    from (select id from event where action = 'roster.export_sensitive' and request_id = ${cx.requestId}
      and subject_id = ${id} order by id desc limit 1) e,
      person_identity i join membership m on m.person_id = i.person_id and m.deleted_at is null
      and (upper_inf(m.during) or upper(m.during) > ${today}::date)
    where i.citizen_id is not null and m.organisation_id in (select organisation_id
      from organisations_below(${[id]}::uuid[], ${today}::date))`.execute(cx.db);
}
