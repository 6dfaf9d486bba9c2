import { sql } from 'kysely';
import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { organisationId } from '../../organisations/index.ts';
import { personRead } from '../policy.ts';
import { savedFilters } from '../queries/index.ts';
import { soughtNumber } from '../rules/index.ts';
import { filterSaveInput } from '../schema/index.ts';

const mostFilters = 50;

function account(cx: Cx): string {
  if (cx.actor.kind !== 'account') throw new Forbidden(personRead.name);
  return cx.actor.accountId;
}

/** Keeps what a list is narrowed to under a name of one's own; the same name is written over. */
export const saveFilter = command({
  name: 'member_filter.save',
  input: filterSaveInput,
  permission: personRead,
  load: (cx, input) => organisationId(cx, input.organisation ?? ''),
  at: (id) => [id],
  check: async (id, input, cx) => {
    // What is kept, and told in the event log, holds nobody's number; the same for everybody.
    if (soughtNumber(new URLSearchParams(input.query).get('q') ?? '') !== null)
      return [issue('name', 'number_in_filter')];
    const kept = await savedFilters(cx.db, account(cx), id);
    const replaces = kept.some((one) => one.name === input.name);
    return kept.length < mostFilters || replaces
      ? []
      : [issue('name', 'too_many_filters', { max: mostFilters })];
  },
  run: async (cx, id, input) => {
    const row = { id: cx.ids.uuid(), pid: cx.ids.pid() };
    await sql`insert into saved_filter (id, pid, account_id, organisation_id, list, name, query,
        created_at)
      values (${row.id}, ${row.pid}, ${account(cx)}, ${id}, 'members', ${input.name},
        ${input.query}, ${cx.clock.now()})
      on conflict (account_id, organisation_id, list, name) do update set query = excluded.query`.execute(
      cx.db,
    );
    return {
      result: { name: input.name },
      subject: { type: 'member_filter', id: row.id },
      organisationId: id,
      changes: { name: { new: input.name }, query: { new: input.query } },
    };
  },
});

/** Forgets a filter of one's own. @throws NotFound */
export const deleteFilter = command({
  name: 'member_filter.delete',
  input: z.strictObject({ pid: z.string() }),
  permission: personRead,
  load: async (cx, input) => {
    const found = await maybe(
      cx.db,
      sql<{ id: string; name: string; at: string }>`select id, name, organisation_id as at
        from saved_filter where pid = ${input.pid} and account_id = ${account(cx)}`,
    );
    if (found === null) throw new NotFound('member_filter');
    return found;
  },
  at: ({ at }) => [at],
  run: async (cx, { id, name, at }) => {
    await sql`delete from saved_filter where id = ${id}`.execute(cx.db);
    return {
      result: { name },
      subject: { type: 'member_filter', id },
      organisationId: at,
      changes: { name: { old: name, new: null } },
    };
  },
});
