import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../platform/database/query.ts';

/** A telephone of so many people is an office's and names nobody. */
const mostSharing = 50;
/** So many people of one name and birth: nobody can be told from them. */
const mostNamesakes = 200;

/**
 * Pairs of rows of the table `from` that share something telling, in a new temporary table `into` as
 * `(line, other_line)` with the later one first. The rows have `line`, `search`, `birth_date`, `email`,
 * `phones`, `citizen_id_index`, `card_number` and `organisation_id`.
 */
export async function gatherAlike(db: Db, from: string, into: string): Promise<void> {
  const rows = sql.id(from);
  const key = (of: RawBuilder<unknown>, most: number) => sql`(
    select b.line, a.line as other_line from (select line, key, count(*) over (partition by key) as many
        from ${of} k where key is not null) b
      join (select line, key from ${of} k where key is not null) a on a.key = b.key and a.line < b.line
      where b.many <= ${most})`;
  const of = (expression: RawBuilder<unknown>) =>
    sql`(select line, ${expression} as key from ${rows})`;
  const keys = [
    key(of(sql`citizen_id_index`), mostSharing),
    key(of(sql`email`), mostSharing),
    key(of(sql`unnest(phones)`), mostSharing),
    key(
      of(sql`case when card_number is not null then card_number || ' ' || organisation_id end`),
      mostSharing,
    ),
    sql`(select line, other_line from (
      select b.line, a.line as other_line, count(*) over (partition by b.line) as many
      from ${rows} b join ${rows} a on a.search = b.search and left(a.birth_date, 4) = left(b.birth_date, 4)
        and (starts_with(a.birth_date, b.birth_date) or starts_with(b.birth_date, a.birth_date))
        and a.line < b.line) n where many <= ${mostNamesakes})`,
  ];
  await sql`create temp table ${sql.id(into)} on commit drop as
    select line, other_line from (${sql.join(keys, sql` union `)}) c`.execute(db);
  await sql`analyze ${sql.id(into)}`.execute(db);
}
