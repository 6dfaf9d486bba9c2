import { sql } from 'kysely';
import { z } from 'zod';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import { joinName, splitName } from '../../kernel/vietnamese/names.ts';
import { type Cx, command } from '../../platform/command.ts';
import { personCreate } from './policy.ts';
import { type Person, personInput } from './schema.ts';

/** Records a person on behalf of an organisation (its id is the one the right is needed at). */
export const createPerson = command({
  name: 'person.create',
  input: personInput.extend({ organisationId: z.uuid() }),
  permission: personCreate,
  load: async () => null,
  at: (_loaded, input) => [input.organisationId],
  run: async (cx, _loaded, input) => {
    const person = await insertPerson(cx, {
      family: input.family ?? '',
      middle: input.middle ?? '',
      given: input.given,
    });
    return {
      result: person,
      subject: { type: 'person', id: person.id },
      organisationId: input.organisationId,
      changes: {
        family: { new: person.family },
        middle: { new: person.middle },
        given: { new: person.given },
      },
    };
  },
});

/**
 * Inserts a person inside another command, whose event tells of it: a person who is named in a
 * record for the first time.
 */
export async function insertPerson(
  cx: Cx,
  name: { family: string; middle: string; given: string },
): Promise<Person> {
  const person: Person = { id: cx.ids.uuid(), pid: cx.ids.pid(), ...name };
  await sql`insert into person (id, pid, family, middle, given, search, created_at)
    values (${person.id}, ${person.pid}, ${name.family}, ${name.middle}, ${name.given},
      ${foldForSearch(joinName(name))}, ${cx.clock.now()})`.execute(cx.db);
  return person;
}

/** Inserts a person from a full name as people write it; titles before the name are left out. */
export async function insertPersonNamed(cx: Cx, fullName: string): Promise<Person> {
  const { family, middle, given } = splitName(fullName);
  return insertPerson(cx, { family, middle, given });
}
