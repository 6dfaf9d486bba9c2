import { sql } from 'kysely';
import { joinName } from '../../../kernel/vietnamese/names.ts';
import type { Cx } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { decryptField } from '../../../platform/keys.ts';

/** A member as the command line and REST give them. */
export interface MemberLine {
  readonly fullName: string;
  readonly birthDate: string | null;
  readonly gender: string | null;
  readonly phones: readonly string[];
  readonly email: string | null;
  readonly degrees: readonly string[];
  /** The branch as written, else the organisation below that the person belongs to. */
  readonly branch: string | null;
  readonly joined: string | null;
  /** Only where it was asked for and may be read. */
  readonly citizenId?: string | null;
}

interface Row {
  readonly id: string;
  readonly family: string;
  readonly middle: string;
  readonly given: string;
  readonly birth_date: string | null;
  readonly gender: string | null;
  readonly phones: readonly string[];
  readonly email: string | null;
  readonly degrees: readonly string[];
  readonly branch: string | null;
  readonly joined: string | null;
  readonly citizen_id: string | null;
}

const page = 5_000;

/**
 * Everybody who is a member of the organisation or of one below it today, each once, by given name,
 * in batches; a repeatable picture when `cx.db` is a transaction.
 */
export async function* memberLines(
  cx: Cx,
  organisationId: string,
  sensitive: boolean,
): AsyncGenerator<MemberLine[]> {
  const { db } = cx;
  const today = cx.clock.today();
  await sql`declare members no scroll cursor for
    select p.id, p.family, p.middle, p.given, p.birth_date, p.gender, p.phones, p.email, p.degrees,
      coalesce(m.branch, case when m.organisation_id <> ${organisationId} then n.name end) as branch,
      m.joined, ${sensitive ? sql`i.citizen_id` : sql`null::text`} as citizen_id
    from (
      select distinct on (m.person_id) m.* from membership m
      where m.deleted_at is null and (upper_inf(m.during) or upper(m.during) > ${today}::date)
        and m.organisation_id in (select organisation_id
          from organisations_below(${[organisationId]}::uuid[], ${today}::date))
      order by m.person_id, m.organisation_id <> ${organisationId}, m.organisation_id, m.id
    ) m
    join person p on p.id = m.person_id and p.deleted_at is null and p.merged_into is null
    left join organisation_name n on n.organisation_id = m.organisation_id and n.during @> ${today}::date
    left join person_identity i on i.person_id = p.id
    order by p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu",
      p.birth_date, p.id`.execute(db);
  for (;;) {
    const rows = await all(db, sql<Row>`fetch ${sql.lit(page)} from members`);
    if (rows.length > 0) yield rows.map((row) => lineOf(cx, row, sensitive));
    if (rows.length < page) break;
  }
  await sql`close members`.execute(db);
}

function lineOf(cx: Cx, row: Row, sensitive: boolean): MemberLine {
  return {
    fullName: joinName(row).normalize('NFC'),
    birthDate: row.birth_date,
    gender: row.gender,
    phones: row.phones,
    email: row.email,
    degrees: row.degrees,
    branch: row.branch,
    joined: row.joined,
    ...(sensitive ? { citizenId: opened(cx, row.citizen_id) } : {}),
  };
}

function opened(cx: Cx, stored: string | null): string | null {
  if (stored === null) return null;
  const found = decryptField(cx.keys, stored, 'person_identity.citizen_id');
  return found.state === 'open' ? found.value : null;
}
