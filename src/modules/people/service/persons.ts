import { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { splitName } from '../../../kernel/vietnamese/names.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { personCreate, personRead, personWrite } from '../policy.ts';
import { personPlaces, personRecord, sameNamed } from '../queries/index.ts';
import {
  bornBeforeJoining,
  cleanName,
  cleanNameParts,
  firstDay,
  pastIssues,
  searchOf,
  sortDegrees,
} from '../rules/index.ts';
import { memberInput, type PersonRecord, personEditInput, personInput } from '../schema/index.ts';
import { factsOf, insertMembership, insertPerson, type PersonRowIn, updatePerson } from './rows.ts';

/** Records a person on behalf of an organisation (its id is the one the right is needed at). */
export const createPerson = command({
  name: 'person.create',
  input: personInput.extend({ organisationId: z.uuid() }),
  permission: personCreate,
  load: async () => null,
  at: (_loaded, input) => [input.organisationId],
  run: async (cx, _loaded, input) => {
    const name = { family: input.family ?? '', middle: input.middle ?? '', given: input.given };
    const person = await insertPerson(cx, name, input.organisationId);
    return {
      result: person,
      subject: { type: 'person', id: person.id },
      organisationId: input.organisationId,
      changes: changesBetween(null, cleanNameParts(name)),
    };
  },
});

type MemberInput = z.output<typeof memberInput>;

// The parts as given win over the guess from the full name, whose titles become degrees.
function nameOf(input: MemberInput) {
  const { family, middle, given, titles } = splitName(cleanName(input.full_name ?? ''));
  const parts = {
    family: input.family ?? (input.given === null ? family : ''),
    middle: input.middle ?? (input.given === null ? middle : ''),
    given: input.given ?? given,
  };
  return { parts: cleanNameParts(parts), titles };
}

/**
 * Writes a new person down, with the membership of an organisation. Persons in view of the same name
 * come back as the issue `same_name` (with their pids) until the input says `another`.
 * @throws Forbidden
 */
export const createMember = command({
  name: 'person.create_member',
  input: memberInput,
  permission: personCreate,
  load: (cx, input) => findOrganisation(cx.db, input.organisation, cx.clock.today()),
  at: (organisation) => (organisation === null ? [] : [organisation.id]),
  check: async (organisation, input, cx) => {
    const today = cx.clock.today();
    const issues: Issue[] = [];
    if (organisation === null) {
      issues.push(issue('organisation', 'unknown', { code: input.organisation }));
    }
    const { parts } = nameOf(input);
    if (parts.given === '') {
      issues.push(issue(input.full_name === null ? 'full_name' : 'given', 'required'));
    }
    issues.push(...pastIssues('birth_date', input.birth_date, today));
    issues.push(...pastIssues('joined', input.joined, today));
    issues.push(...bornBeforeJoining(input.birth_date, input.joined));
    if (issues.length > 0 || input.another) return issues;
    const same = await sameNamed(cx, searchOf(parts));
    return same.length === 0 ? [] : [issue('', 'same_name', { pids: same.map((one) => one.pid) })];
  },
  run: async (cx, organisation, input) => {
    if (organisation === null) throw new NotFound('organisation');
    const { parts, titles } = nameOf(input);
    const facts = factsOf({ ...input, degrees: sortDegrees([...input.degrees, ...titles]) });
    const person = await insertPerson(cx, parts, organisation.id, facts);
    const membership = input.no_membership
      ? null
      : await insertMembership(cx, person.id, {
          organisationId: organisation.id,
          branch: input.branch,
          joined: input.joined,
          kind: input.kind,
          cardNumber: input.card_number,
          note: null,
          from: firstDay(input.joined, null, cx.clock.today()),
        });
    const joined = { organisation: organisation.code, joined: input.joined, branch: input.branch };
    return {
      result: { pid: person.pid, membership: membership?.pid ?? null },
      subject: { type: 'person', id: person.id },
      organisationId: organisation.id,
      changes: {
        ...changesBetween(null, { ...parts, ...facts }),
        ...(membership === null ? {} : changesBetween(null, joined)),
      },
    };
  },
});

/** A record with the places through which the actor may change it. */
export interface Changeable {
  readonly person: PersonRecord;
  readonly places: readonly string[];
}

/** Loads a live person and where the actor has the right over it. @throws NotFound */
export async function changeable(cx: Cx, pid: string): Promise<Changeable> {
  const person = await personRecord(cx, pid);
  const places = await personPlaces(cx, person.id, personWrite);
  if (places.length > 0) return { person, places };
  // Seen but not theirs to change: the right is then asked for, and missing, where it is seen.
  return { person, places: await personPlaces(cx, person.id, personRead) };
}

/** The place whose right a change is made under. */
export const firstPlace = ({ places }: Pick<Changeable, 'places'>): string[] => places.slice(0, 1);

const standing = (person: PersonRecord): PersonRowIn => ({
  family: person.family,
  middle: person.middle,
  given: person.given,
  ...factsOf({ ...person, birth_date: person.birthDate }),
});

/**
 * Changes what is kept of a person; every field is given.
 * @throws NotFound, Forbidden, Conflict
 */
export const editPerson = command({
  name: 'person.edit',
  input: personEditInput,
  permission: personWrite,
  load: (cx, input) => changeable(cx, input.pid),
  at: firstPlace,
  version: ({ person }) => person.version,
  check: (_loaded, input, cx) => pastIssues('birth_date', input.birth_date, cx.clock.today()),
  run: async (cx, { person, places }, input) => {
    const parts = cleanNameParts({
      family: input.family ?? '',
      middle: input.middle ?? '',
      given: input.given,
    });
    const row = { ...parts, ...factsOf(input) };
    await updatePerson(cx, person.id, row);
    return {
      result: { pid: person.pid },
      subject: { type: 'person', id: person.id },
      organisationId: places[0] ?? null,
      changes: changesBetween(standing(person), row),
    };
  },
});

/** The full input of an edit: what stands, with what was sent in its place. */
export function editedInput(
  person: PersonRecord,
  sent: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return { ...standing(person), version: person.version, ...sent, pid: person.pid };
}
