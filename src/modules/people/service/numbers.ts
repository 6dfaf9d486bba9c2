import { sql } from 'kysely';
import { z } from 'zod';
import { type Cx, command, execute } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { blindIndexes } from '../../../platform/keys.ts';
import { permittedRoots } from '../../../platform/policy.ts';
import { personRead, sensitiveRead } from '../policy.ts';
import { organisationsInView, visiblePerson } from '../queries/index.ts';
import { soughtNumber } from '../rules/index.ts';
import type { PersonFilter } from '../schema/index.ts';
import { noteLooks } from './sensitive.ts';

const findByCitizenId = command({
  name: 'person.sensitive.find',
  input: z.strictObject({
    organisationId: z.uuid(),
    under: z.uuid().nullable(),
    digits: z.string(),
  }),
  permission: sensitiveRead,
  load: async () => null,
  at: (_loaded, { organisationId }) => [organisationId],
  run: async (cx, _loaded, { organisationId, under, digits }) => {
    const eventId = cx.ids.uuid();
    const here = await organisationsInView(cx, personRead, under);
    const marks = blindIndexes(cx.keys, 'citizen_id', digits);
    const rows = await all(
      cx.db,
      sql<{ id: string }>`select p.id from person_identity i join person p on p.id = i.person_id
        where i.citizen_id_index = any(${marks}::text[]) and ${visiblePerson(cx, sensitiveRead, 'p')}
          and (p.keeper_id = any(${here}::uuid[]) or exists (select from membership m
            where m.person_id = p.id and m.deleted_at is null
              and m.organisation_id = any(${here}::uuid[])))`,
    );
    const ids = rows.map(({ id }) => id);
    await noteLooks(cx, eventId, ids, ['citizen_id']);
    return {
      result: ids,
      subject: { type: 'organisation', id: organisationId },
      organisationId,
      changes: {},
      eventId,
    };
  },
});

/**
 * A question about members whose words are a citizen ID, as one about those who have it; noted in the
 * event log and at each of them. For whoever may not read the number anywhere, and where nobody in
 * view has it, the question stays one about names.
 */
export async function byNumber(
  cx: Cx,
  under: string | null,
  filter: PersonFilter,
): Promise<PersonFilter> {
  const digits = soughtNumber(filter.q ?? '');
  if (digits === null) return filter;
  const roots = permittedRoots(cx.actor, sensitiveRead);
  if (roots.length === 0) return filter;
  // The right may hold only for a part of what is asked about: then it is noted there.
  const organisationId = roots === 'all' ? under : roots[0]!;
  if (organisationId === null) return filter;
  const found = await execute(cx, findByCitizenId, { organisationId, under, digits });
  const persons = found.ok ? found.value : [];
  return persons.length === 0 ? filter : { ...filter, q: undefined, persons };
}
