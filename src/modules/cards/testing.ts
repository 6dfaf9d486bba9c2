import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import { joinName, splitName } from '../../kernel/vietnamese/names.ts';
import type { Cx } from '../../platform/command.ts';
import { one } from '../../platform/database/query.ts';

export interface TestMember {
  readonly name: string;
  /** Code of the organisation. */
  readonly organisation: string;
  readonly from?: Day;
  /** The day after the last. */
  readonly until?: Day;
  readonly branch?: string;
  readonly joined?: string;
  readonly cardNumber?: string;
  readonly address?: string;
}

/** Writes a person with a membership, as an import would leave them. */
export async function addMember(
  cx: Cx,
  member: TestMember,
): Promise<{ membershipPid: string; membershipId: string; personId: string }> {
  const { family, middle, given } = splitName(member.name);
  const [personId, membershipId] = [cx.ids.uuid(), cx.ids.uuid()];
  const membershipPid = cx.ids.pid();
  const { id } = await one(
    cx.db,
    sql<{ id: string }>`select id from organisation where code = ${member.organisation}`,
  );
  await sql`insert into person (id, pid, family, middle, given, search, keeper_id, address, created_at)
    values (${personId}, ${cx.ids.pid()}, ${family}, ${middle}, ${given},
      ${foldForSearch(joinName({ family, middle, given }))}, ${id}, ${member.address ?? null},
      ${cx.clock.now()})`.execute(cx.db);
  await sql`insert into membership (id, pid, person_id, identity_id, organisation_id, branch, during,
      joined, card_number, created_at)
    values (${membershipId}, ${membershipPid}, ${personId}, ${personId}, ${id},
      ${member.branch ?? null}, daterange(${member.from ?? '2020-01-01'}::date, ${member.until ?? null}::date),
      ${member.joined ?? null}, ${member.cardNumber ?? null}, ${cx.clock.now()})`.execute(cx.db);
  return { membershipPid, membershipId, personId };
}
