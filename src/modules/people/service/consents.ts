import { sql } from 'kysely';
import { command } from '../../../platform/command.ts';
import { personWrite } from '../policy.ts';
import { consentInput } from '../schema/index.ts';
import { changeable, firstPlace } from './persons.ts';

/** Notes that a person agreed to a purpose, or no longer does; the newest line holds. */
export const setConsent = command({
  name: 'consent.set',
  input: consentInput,
  permission: personWrite,
  load: (cx, input) => changeable(cx, input.pid),
  at: firstPlace,
  run: async (cx, { person, places }, input) => {
    const before = person.consents.find((one) => one.purpose === input.purpose)?.given ?? null;
    await sql`insert into consent (id, person_id, purpose, given, source, given_at)
      values (${cx.ids.uuid()}, ${person.id}, ${input.purpose}, ${input.given}, ${input.source},
        ${cx.clock.now()})`.execute(cx.db);
    return {
      result: { pid: person.pid },
      subject: { type: 'person', id: person.id },
      organisationId: places[0] ?? null,
      changes: { [input.purpose]: { old: before, new: input.given } },
      reason: input.source,
    };
  },
});
