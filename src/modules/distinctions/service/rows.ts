import { sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/command.ts';
import type { SameDistinction } from '../queries/index.ts';
import type { Level, Recipient } from '../rules.ts';
import type { Distinction } from '../schema.ts';
import { levelNames } from '../vi.ts';
import type { Meaning } from './meaning.ts';

/** Columns of a record as a command writes them. */
export interface Written {
  readonly organisation_id: string;
  readonly recipient_organisation_id: string | null;
  readonly recipient_person_id: string | null;
  readonly title: string;
  readonly level: Level;
  readonly class: string | null;
  readonly decision_no: string | null;
  readonly decided_on: string;
  readonly giver: string | null;
  readonly note: string | null;
}

type Input = Omit<
  Written,
  'organisation_id' | 'recipient_organisation_id' | 'recipient_person_id'
> & {
  readonly recipient: Recipient;
};

/** The columns that an input comes to. */
export function written(meaning: Meaning, personId: string | null, input: Input): Written {
  const { title, level, decision_no, decided_on, giver, note } = input;
  const person = input.recipient === 'person';
  return {
    organisation_id: meaning.organisation?.id ?? '',
    recipient_organisation_id: person ? null : (meaning.recipientOrganisation?.id ?? null),
    recipient_person_id: person ? personId : null,
    title,
    level,
    class: input.class,
    decision_no,
    decided_on,
    giver,
    note,
  };
}

/** The columns of a record as they stand. */
export function writtenOf(distinction: Distinction): Written {
  return {
    organisation_id: distinction.organisationId,
    recipient_organisation_id: distinction.recipientOrganisationId,
    recipient_person_id: distinction.recipientPersonId,
    title: distinction.title,
    level: distinction.level,
    class: distinction.class,
    decision_no: distinction.decisionNo,
    decided_on: distinction.decidedOn,
    giver: distinction.giver,
    note: distinction.note,
  };
}

/** What makes a row the same decision for the same recipient as another. */
export function decisionOf(row: Written): SameDistinction {
  return {
    organisationId: row.organisation_id,
    recipientOrganisationId: row.recipient_organisation_id,
    recipientPersonId: row.recipient_person_id,
    title: row.title,
    level: row.level,
    class: row.class,
    decidedOn: row.decided_on,
    decisionNo: row.decision_no,
  };
}

/** What a search of the register finds a record by. */
export function searchText(meaning: Meaning, row: Written): string {
  const toPerson = row.recipient_person_id !== null;
  const recipient = toPerson ? meaning.personName : meaning.recipientOrganisation?.shortName;
  const title = meaning.titles.get(row.title)?.name;
  const given = [row.class, levelNames[row.level], row.giver, row.decision_no, row.note];
  const parts = [recipient, title, ...given];
  return foldForSearch(parts.filter(Boolean).join(' '));
}

export async function insertDistinction(
  cx: Cx,
  id: string,
  pid: string,
  row: Written,
  search: string,
) {
  await sql`insert into distinction (id, pid, organisation_id, recipient_organisation_id,
      recipient_person_id, title, level, class, decision_no, decided_on, giver, note, search,
      created_at, created_by)
    values (${id}, ${pid}, ${row.organisation_id}, ${row.recipient_organisation_id},
      ${row.recipient_person_id}, ${row.title}, ${row.level}, ${row.class}, ${row.decision_no},
      ${row.decided_on}::date, ${row.giver}, ${row.note}, ${search}, ${cx.clock.now()},
      ${cx.actor.kind === 'account' ? cx.actor.personId : null})`.execute(cx.db);
}

export async function updateDistinction(cx: Cx, id: string, row: Written, search: string) {
  await sql`update distinction set organisation_id = ${row.organisation_id},
      recipient_organisation_id = ${row.recipient_organisation_id},
      recipient_person_id = ${row.recipient_person_id}, title = ${row.title}, level = ${row.level},
      class = ${row.class}, decision_no = ${row.decision_no}, decided_on = ${row.decided_on}::date,
      giver = ${row.giver}, note = ${row.note}, search = ${search}, version = version + 1
    where id = ${id}`.execute(cx.db);
}
