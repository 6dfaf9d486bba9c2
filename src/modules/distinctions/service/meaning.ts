import { joinName, splitName } from '../../../kernel/vietnamese/names.ts';
import type { Cx } from '../../../platform/command.ts';
import { findOrganisation, type Organisation } from '../../organisations/index.ts';
import { findPerson, insertPersonNamed } from '../../people/index.ts';
import { allTitles, personInRegister } from '../queries/index.ts';
import type { Recipient } from '../rules.ts';
import type { Distinction, Known, Titles } from '../schema.ts';

/** What the words of an input mean. `personId` is null for a person who is not known yet. */
export interface Meaning {
  readonly titles: Titles;
  readonly organisation: Pick<Organisation, 'id' | 'shortName'> | null;
  readonly recipientOrganisation: Pick<Organisation, 'id' | 'shortName'> | null;
  readonly personId: string | null;
  readonly personName: string;
}

export type Raw = Readonly<Record<string, unknown>>;

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

/** What the schemas of an input ask of its meaning. */
export const knownOf = (meaning: Meaning, today: string): Known => ({
  titles: meaning.titles,
  organisation: meaning.organisation !== null,
  recipientOrganisation: meaning.recipientOrganisation !== null,
  person: meaning.personId !== null,
  today,
});

/** The id of the person who is given it, who is written down when not known yet. */
export async function personFor(
  cx: Cx,
  meaning: Meaning,
  recipient: Recipient,
): Promise<string | null> {
  if (recipient !== 'person') return null;
  return (
    meaning.personId ??
    (await insertPersonNamed(cx, meaning.personName, meaning.organisation?.id ?? null)).id
  );
}
