import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { copyInto, copyText } from '../../../platform/database/copying.ts';
import { all, type Db, inTransaction, one } from '../../../platform/database/query.ts';
import type { RunContext } from '../../../platform/jobs/index.ts';
import { may } from '../../../platform/policy.ts';
import {
  livePerson,
  organisationsInView,
  type PersonLike,
  personRead,
  sensitiveRead,
  type Weighed,
  weigh,
} from '../../people/index.ts';
import { gatherAlike } from '../queries/alike.ts';
import { likelyFromAt } from '../queries/settings.ts';
import { insertPairs, mostPairs } from './proposing.ts';

export type Watch = Pick<RunContext, 'progress' | 'cancelled'>;

export interface Found {
  /** Pairs of records that share something telling and were weighed. */
  readonly compared: number;
  /** Those that were proposed now. */
  readonly proposed: number;
}

/** Thrown to leave the transaction when somebody asked to stop. */
export class Stopped extends Error {}

/**
 * Weighs the persons at or below an organisation that the actor may see against each other, and
 * proposes those that may be one human. What was proposed or answered before is left alone. All in one
 * transaction; memory is flat. @throws Stopped
 */
export async function findDuplicates(cx: Cx, organisationId: string, watch: Watch): Promise<Found> {
  const likelyFrom = await likelyFromAt(cx.db, organisationId, cx.clock.today());
  return inTransaction(cx.db, async (db) => {
    const inner = { ...cx, db };
    await sql`select set_config('statement_timeout', '0', true), set_config('jit', 'off', true),
      set_config('work_mem', '64MB', true)`.execute(db);
    await sql`drop table if exists record, alike, answered, likely, new_pair`.execute(db);
    await watch.progress(0, null, 'comparing');
    await gatherRecords(inner, organisationId);
    if (watch.cancelled()) throw new Stopped();
    await gatherAlike(db, 'record', 'alike');
    await gatherAnswered(db);
    const compared = await weighAlike(db, likelyFrom, watch);
    await strongest(db);
    const proposed = await insertPairs(inner, { importId: null, organisationId });
    return { compared, proposed };
  });
}

/** `record`: the persons with one of their memberships here, numbered. */
async function gatherRecords(cx: Cx, organisationId: string): Promise<void> {
  const organisations = await organisationsInView(cx, personRead, organisationId);
  const here = sql`${organisations}::uuid[]`;
  const secret = await may(cx, sensitiveRead, organisationId);
  await sql`create temp table record on commit drop as
    select row_number() over (order by p.id)::integer as line, p.id as person_id, p.identity_id,
      p.family, p.middle, p.given, p.search, p.birth_date, p.gender, p.phones, p.email, p.workplace,
      ${secret ? sql`i.citizen_id_index` : sql`null::text`} as citizen_id_index,
      m.organisation_id, m.branch, m.card_number, coalesce(m.organisation_id, p.keeper_id) as place
    from person p
    left join person_identity i on i.person_id = p.id
    left join lateral (select m.organisation_id, m.branch, m.card_number from membership m
      where m.person_id = p.id and m.deleted_at is null and m.organisation_id = any(${here})
      order by upper_inf(m.during) desc, m.id limit 1) m on true
    where ${livePerson('p')} and (m.organisation_id is not null or p.keeper_id = any(${here}))`.execute(
    cx.db,
  );
  await sql`create index on record (line)`.execute(cx.db);
  await sql`analyze record`.execute(cx.db);
}

/** `answered`: whom somebody told apart, also where one of them was joined into a third record since. */
async function gatherAnswered(db: Db): Promise<void> {
  await sql`create temp table answered on commit drop as
    with recursive up (id, root) as (
      select id, merged_into from person where merged_into is not null
      union all
      select u.id, p.merged_into from up u join person p on p.id = u.root
      where p.merged_into is not null
    ), top as (
      select u.id, u.root from up u join person p on p.id = u.root and p.merged_into is null
    )
    select least(a, b) as person_a, greatest(a, b) as person_b from (
      select coalesce(x.root, d.person_a) as a, coalesce(y.root, d.person_b) as b
      from duplicate_pair d left join top x on x.id = d.person_a left join top y on y.id = d.person_b
      where d.state = 'different' and (x.root is not null or y.root is not null)) t`.execute(db);
  await sql`analyze answered`.execute(db);
}

interface Row {
  readonly line: number;
  readonly other: number;
  readonly a: PersonLike;
  readonly b: PersonLike;
}

const page = 5_000;

const side = (alias: string) => {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`jsonb_build_object('family', ${of('family')}, 'middle', ${of('middle')},
    'given', ${of('given')}, 'search', ${of('search')}, 'birthDate', ${of('birth_date')},
    'gender', ${of('gender')}, 'phones', ${of('phones')}, 'email', ${of('email')},
    'citizenIdIndex', ${of('citizen_id_index')}, 'organisationId', ${of('organisation_id')},
    'branch', ${of('branch')}, 'workplace', ${of('workplace')}, 'cardNumber', ${of('card_number')})`;
};

const alreadyIn = (table: string) => sql`exists (select from ${sql.id(table)} d
  where d.person_a = least(a.person_id, b.person_id)
    and d.person_b = greatest(a.person_id, b.person_id))`;

async function weighAlike(db: Db, likelyFrom: number, watch: Watch): Promise<number> {
  await sql`create temp table likely (line integer, other_line integer, score integer,
    evidence jsonb) on commit drop`.execute(db);
  const { total } = await one(
    db,
    sql<{ total: number }>`select count(*)::integer as total from alike`,
  );
  // Records of one identity are the same human to everybody above: each union keeps its own.
  await sql`declare alike_pairs no scroll cursor for
    select x.line, x.other_line as other, ${side('a')} as a, ${side('b')} as b
    from alike x join record a on a.line = x.line join record b on b.line = x.other_line
    where a.identity_id <> b.identity_id and not ${alreadyIn('duplicate_pair')}
      and not ${alreadyIn('answered')}`.execute(db);
  let compared = 0;
  for (;;) {
    if (watch.cancelled()) throw new Stopped();
    const rows = await all(db, sql<Row>`fetch ${sql.lit(page)} from alike_pairs`);
    const lines = rows.flatMap((row) => weighed(row, likelyFrom));
    const columns = ['line', 'other_line', 'score', 'evidence'];
    if (lines.length > 0) await copyInto(db, 'likely', columns, [lines.join('')]);
    compared += rows.length;
    await watch.progress(compared, total, 'comparing');
    if (rows.length < page) break;
  }
  await sql`close alike_pairs`.execute(db);
  return compared;
}

function weighed({ line, other, a, b }: Row, likelyFrom: number): string[] {
  const full = weigh(a, b, { likelyFrom });
  // Whoever may not read citizen IDs sees the same proposals as if there were none.
  const open = weigh(withoutNumber(a), withoutNumber(b), { likelyFrom });
  if (!isProposed(full) && !isProposed(open)) return [];
  return [`${line}\t${other}\t${full.score}\t${copyText(JSON.stringify(full.evidence))}\n`];
}

const isProposed = ({ verdict }: Weighed): boolean => verdict !== 'none';
const withoutNumber = (person: PersonLike): PersonLike => ({ ...person, citizenIdIndex: null });

/** `new_pair`: of each record the strongest. */
async function strongest(db: Db): Promise<void> {
  await sql`create temp table new_pair on commit drop as
    select row_number() over (order by person_a, person_b)::integer as n, person_a, person_b,
      my_place, other_place, score, evidence, 'open' as state
    from (
      select least(a.person_id, b.person_id) as person_a, greatest(a.person_id, b.person_id) as person_b,
        a.place as my_place, b.place as other_place, l.score, l.evidence,
        row_number() over (partition by l.line order by l.score desc, l.other_line) as rank
      from likely l join record a on a.line = l.line join record b on b.line = l.other_line) t
    where rank <= ${mostPairs}`.execute(db);
}
