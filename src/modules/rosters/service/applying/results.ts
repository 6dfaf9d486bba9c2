import { sql } from 'kysely';
import { type Db, one } from '../../../../platform/database/query.ts';
import type { ImportCounts, RosterImport } from '../../schema.ts';

/** How a line is counted. */
const outcome = sql`case
  when p.line <> p.leader then 'duplicate'
  when p.person_id is null then 'created'
  when news.line is not null then 'updated'
  else 'unchanged' end`;

/** `news (line)`: leading lines that tell something new of a person who was known. */
async function gatherNews(db: Db): Promise<void> {
  await sql`drop table if exists news`.execute(db);
  await sql`create temp table news on commit drop as
    select line from changed_person union select line from changed_identity
    union select line from new_post
    union select t.line from told_identity t join plan p on p.line = t.line
      where t.new and p.person_id is not null
    union select p.leader from plan p join changed_seat c on c.line = p.line
    union select p.leader from plan p
      where p.line = p.seat and p.touched and p.membership_id is null and p.person_id is not null`.execute(
    db,
  );
  await sql`analyze news`.execute(db);
}

// What stands out of the importer's view is told nowhere.
const matched = sql`case when p.line <> p.leader then 'same_row' when p.match <> 'hidden' then p.match end,
      case when p.line <> p.leader then p.leader end,
      case when p.match <> 'hidden' then p.score end,
      case when p.match <> 'hidden' then p.evidence end`;

/** Writes what became of each row; the rows of earlier files that a newer row takes the place of rest. */
export async function writeResults(db: Db, of: RosterImport): Promise<void> {
  await gatherNews(db);
  await sql`delete from roster_result where import_id = ${of.id}`.execute(db);
  await sql`update roster_result x set current = false
    from plan p join stands s on s.line = p.leader
    where p.line = p.leader and p.touched and not s.created and x.person_id = s.person_id
      and x.organisation_id = ${of.organisationId} and x.current`.execute(db);
  await sql`insert into roster_result (import_id, line, organisation_id, outcome, match, leader, score,
      evidence, person_id, membership_id, made, before, after, fingerprint, current)
    select ${of.id}, p.line, ${of.organisationId}, ${outcome},
      ${matched}, coalesce(s.person_id, p.person_id),
      coalesce(seat.membership_id, fs.id),
      array_remove(array[
        case when p.line = p.leader and s.created then 'person' end,
        case when p.line = p.seat and fs.id is not null then 'membership' end,
        case when ti.new then 'identity' end,
        case when np.line is not null then 'post:' || fp.id end], null),
      ${told('before')}, ${told('after')}, p.fingerprint,
      p.touched
    from plan p
    left join stands s on s.line = p.leader
    join plan seat on seat.line = p.seat
    left join new_seat ns on ns.line = p.seat
    left join fresh_seat fs on fs.n = ns.n
    left join new_post np on np.line = p.line
    left join fresh_post fp on fp.n = np.n
    left join news on news.line = p.line
    left join changed_person cp on cp.line = p.line
    left join changed_seat cs on cs.line = p.line
    left join changed_identity ci on ci.line = p.line
    left join told_identity ti on ti.line = p.line
    order by p.line`.execute(db);
  await writeRefused(db, of);
}

function told(side: 'before' | 'after') {
  const column = (alias: string) => sql`coalesce(${sql.ref(`${alias}.${side}`)}, '{}')`;
  return sql`nullif(${column('cp')} || ${column('cs')} || ${column('ci')}, '{}')`;
}

/** The same before anything is written: no persons stand behind the new rows yet. */
export async function writeForecast(db: Db, of: RosterImport): Promise<void> {
  await gatherNews(db);
  await sql`delete from roster_result where import_id = ${of.id}`.execute(db);
  await sql`insert into roster_result (import_id, line, organisation_id, outcome, match, leader, score,
      evidence, person_id, before, after)
    select ${of.id}, p.line, ${of.organisationId}, ${outcome},
      ${matched}, p.person_id, ${told('before')}, ${told('after')}
    from plan p
    left join news on news.line = p.line
    left join changed_person cp on cp.line = p.line
    left join changed_seat cs on cs.line = p.line
    left join changed_identity ci on ci.line = p.line
    order by p.line`.execute(db);
  await writeRefused(db, of);
}

async function writeRefused(db: Db, of: RosterImport): Promise<void> {
  await sql`insert into roster_result (import_id, line, organisation_id, outcome)
    select r.import_id, r.line, ${of.organisationId}, 'rejected' from roster_row r
    where r.import_id = ${of.id} and not exists (select from staged s where s.line = r.line)`.execute(
    db,
  );
}

/** The rows of an import by what became of them; each is counted once. */
export function countResults(db: Db, importId: string): Promise<ImportCounts> {
  return one(
    db,
    sql<ImportCounts>`select count(*)::integer as rows,
        count(*) filter (where outcome = 'created')::integer as created,
        count(*) filter (where outcome = 'updated')::integer as updated,
        count(*) filter (where outcome = 'unchanged')::integer as unchanged,
        count(*) filter (where outcome = 'rejected')::integer as rejected,
        count(*) filter (where outcome = 'duplicate')::integer as duplicates
      from roster_result where import_id = ${importId}`,
  );
}
