import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Database } from './index.ts';

/** A structure with everything that makes copying rows hard; only for tests. */
const tricky = `
create type colour as enum ('đỏ', 'xanh');
create sequence receipt start 41;
create table node (
  id bigint generated always as identity primary key,
  parent_id bigint references node (id),
  name text not null,
  folded text generated always as (lower(name)) stored,
  period daterange,
  money bigint,
  points numeric(10, 4),
  raw bytea,
  body jsonb,
  paint colour,
  days date[],
  at timestamptz not null default now()
);
create table left_side (id int primary key, right_id int not null);
create table right_side (
  id int primary key,
  left_id int not null references left_side (id) deferrable initially deferred
);
alter table left_side add constraint to_right
  foreign key (right_id) references right_side (id) deferrable initially deferred;
create table empty_one (id int primary key);
create table kind (code text primary key);
insert into kind values ('seeded'), ('seeded too');
create table log (n int primary key, text text not null, seen int not null default 0);
create function refuse() returns trigger language plpgsql as $$
begin raise exception 'append_only' using errcode = 'insufficient_privilege'; end $$;
create function stamp() returns trigger language plpgsql as $$
begin new.seen := new.seen + 1; return new; end $$;
create trigger log_append_only before update or delete on log for each row execute function refuse();
create trigger log_no_truncate before truncate on log for each statement execute function refuse();
create trigger log_stamp before insert on log for each row execute function stamp();
alter table log enable always trigger log_stamp;
create materialized view node_count as select count(*) as count from node;
`;

const steps = [
  `create extension if not exists pg_trgm; create extension if not exists unaccent;
   create extension if not exists btree_gist; create table first (id int primary key);`,
  tricky,
  'alter table kind add column note text;',
  'create table fourth (id int);',
  'create table fifth (id int);',
  'create table sixth (id int);',
];

/** Writes the first `count` migrations of the fixture into a folder of their own. */
export function fixtureMigrations(parent: string, count: number): string {
  const folder = path.join(parent, `migrations-${count}`);
  mkdirSync(folder, { recursive: true });
  for (const [index, sql] of steps.slice(0, count).entries())
    writeFileSync(path.join(folder, `${String(index + 1).padStart(4, '0')}_step.sql`), sql);
  return folder;
}

/** Rows for the tricky tables. */
export async function fillFixture(database: Database): Promise<void> {
  const client = await database.ownerPool.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into node (parent_id, name, period, money, points, raw, body, paint, days)
       select nullif(n - 1, 0), E'Hội \\\\ \\t\\n\\r\\\\N số ' || n,
              daterange('2020-01-01', case when n % 2 = 0 then null else date '2021-01-01' end),
              9007199254740993 + n, n / 7.0, decode(md5(n::text), 'hex'),
              jsonb_build_object('tên', 'Nguyễn Thị Đào', 'n', n, 'null', null), 'đỏ',
              array[date '2019-12-31', null]
       from generate_series(1, 3000) n`,
    );
    await client.query(`insert into node (parent_id, name) values (1, ''), (2, E'\\\\.')`);
    await client.query('insert into left_side values (1, 2), (2, 1)');
    await client.query('insert into right_side values (1, 1), (2, 2)');
    await client.query(`insert into log (n, text) values (1, 'a'), (2, 'b')`);
    await client.query(`delete from kind where code = 'seeded too'`);
    await client.query(`select nextval('receipt'), nextval('receipt')`);
    await client.query('refresh materialized view node_count');
    await client.query('commit');
    // A little more than one part of a backup holds.
    await client.query(
      `insert into node (name) select repeat('Sơn La ', 200) || n from generate_series(1, 4000) n`,
    );
  } finally {
    client.release();
  }
}
