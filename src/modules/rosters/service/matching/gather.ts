import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../../platform/command.ts';
import { type Db, one } from '../../../../platform/database/query.ts';
import { permittedRoots } from '../../../../platform/policy.ts';
import { personRead } from '../../../people/index.ts';
import type { RosterImport } from '../../schema.ts';

const run = (db: Db, statement: RawBuilder<unknown>) => statement.execute(db);

/**
 * Tables of this transaction alone, on which the matching works: `staged` (the rows to be placed),
 * `same` (line → leader of the same person), `found` (line → person), `view_organisation`.
 */
export async function gather(cx: Cx, of: RosterImport): Promise<{ staged: number }> {
  const { db } = cx;
  await run(
    db,
    sql`drop table if exists staged, same, found, view_organisation, pending, candidate, inside, pair, namesake, several`,
  );
  await run(
    db,
    sql`create temp table staged on commit drop as
      select r.line, r.fingerprint, r.search, r.birth_date, r.gender, r.phones, r.email,
        r.citizen_id_index, r.card_number, r.organisation_id, r.branch,
        r.post is not null as has_post,
        coalesce(r.citizen_id, r.ethnicity, r.religion, r.party) is not null as has_identity
      from roster_row r
      where r.import_id = ${of.id} and r.state in ('ready', 'review')
        and not exists (select from roster_choice c where c.import_id = r.import_id
          and c.line = r.line and c.decision = 'skip')`,
  );
  await run(db, sql`create index on staged (line)`);
  await run(db, sql`analyze staged`);
  await run(
    db,
    sql`create temp table found (line integer, person_id uuid, membership_id uuid, match text,
      source_import uuid, source_line integer, score integer, evidence jsonb) on commit drop`,
  );
  await sameRows(db, of.id);
  await viewOrganisations(cx, of);
  return one(db, sql<{ staged: number }>`select count(*)::integer as staged from staged`);
}

/** Rows that say exactly the same are one person, unless somebody said otherwise. */
async function sameRows(db: Db, importId: string): Promise<void> {
  await run(
    db,
    sql`create temp table same on commit drop as
      select line, leader from (
        select line, min(line) over (partition by fingerprint) as leader from staged) s
      where line <> leader and not exists (select from roster_choice c
        where c.import_id = ${importId} and c.line = s.line and c.other_line = s.leader
          and c.decision = 'different')`,
  );
  await run(db, sql`create unique index on same (line)`);
  await run(db, sql`analyze same`);
}

const unionKinds = sql`('national_union', 'provincial_union', 'sector_society')`;

/**
 * The organisations whose persons the importer sees: by their grants, and for the machine all below
 * the nearest union at or above the target.
 */
async function viewOrganisations(cx: Cx, of: RosterImport): Promise<void> {
  const { db } = cx;
  const today = cx.clock.today();
  const roots = permittedRoots(cx.actor, personRead);
  const below =
    roots === 'all'
      ? sql`select b.organisation_id from organisations_below(coalesce(
            (select array[u.organisation_id] from organisations_above(${of.organisationId}::uuid, ${today}::date) u
              join organisation o on o.id = u.organisation_id and o.kind in ${unionKinds}
              order by u.depth, o.kind = 'sector_society', o.code limit 1),
            array[${of.organisationId}::uuid]), ${today}::date) b`
      : cx.coverage.below(roots, today);
  await run(
    db,
    sql`create temp table view_organisation on commit drop as
      select distinct organisation_id as id from (${below}) b`,
  );
  await run(db, sql`create unique index on view_organisation (id)`);
  await run(db, sql`analyze view_organisation`);
}

/**
 * Rows that an earlier file of this organisation had exactly so, whose person still stands: what is
 * equal there and here is the same, each row for one person.
 */
export async function matchEarlierRows(db: Db, of: RosterImport): Promise<void> {
  const standing = sql`join person q on q.id = r.person_id
    join person p on p.id = coalesce(q.merged_into, q.id)
      and p.deleted_at is null and p.merged_into is null
    join membership m on m.id = r.membership_id and m.deleted_at is null
    where r.current and r.organisation_id = ${of.organisationId}`;
  const mine = sql`select s.line, s.fingerprint from staged s
    where not exists (select from same x where x.line = s.line)`;
  const columns = sql`(line, person_id, membership_id, match, source_import, source_line)`;
  // Equal rows that are several people are few, and counted off one by one.
  await run(
    db,
    sql`create temp table several on commit drop as
      select fingerprint from roster_result r
      where r.current and r.organisation_id = ${of.organisationId}
      group by fingerprint having count(*) > 1`,
  );
  await run(db, sql`analyze several`);
  await run(
    db,
    sql`insert into found ${columns}
      select s.line, p.id, r.membership_id, 'row', r.import_id, r.line
      from (${mine}) s join roster_result r on r.fingerprint = s.fingerprint ${standing}
        and not exists (select from several x where x.fingerprint = r.fingerprint)`,
  );
  await run(
    db,
    sql`insert into found ${columns}
      with mine as (
        select s.*, row_number() over (partition by s.fingerprint order by s.line) as n
        from (${mine}) s join several x on x.fingerprint = s.fingerprint
      ), known as (
        select x.*, row_number() over (partition by fingerprint order by person_id) as n
        from (select distinct on (r.fingerprint, p.id)
            r.fingerprint, r.import_id, r.line, p.id as person_id, r.membership_id
          from several x join roster_result r on r.fingerprint = x.fingerprint ${standing}
          order by r.fingerprint, p.id, r.line) x
      )
      select mine.line, known.person_id, known.membership_id, 'row', known.import_id, known.line
      from mine join known using (fingerprint, n)`,
  );
  await gatherPending(db);
}

/** The rows that have to be weighed, and those whose name and birth another row has too. */
async function gatherPending(db: Db): Promise<void> {
  await run(
    db,
    sql`create temp table pending on commit drop as
      select s.* from staged s
      where not exists (select from same x where x.line = s.line)
        and not exists (select from found f where f.line = s.line)`,
  );
  // Rows whose name and birth another row of the same organisation has too.
  await run(
    db,
    sql`create temp table namesake on commit drop as
      select s.line, g.many::integer as many from (
        select search, birth_date, organisation_id, count(*) as many from staged s
        where birth_date is not null and not exists (select from same x where x.line = s.line)
        group by 1, 2, 3 having count(*) > 1) g
      join staged s on s.search = g.search and s.birth_date = g.birth_date
        and s.organisation_id is not distinct from g.organisation_id`,
  );
  await run(db, sql`create index on namesake (line)`);
  await run(db, sql`analyze namesake`);
  await run(db, sql`create index on pending (line)`);
  await run(db, sql`analyze pending`);
}
