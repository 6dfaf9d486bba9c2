// Fills a scratch registry with millions of persons and memberships inside the database itself.
import type pg from 'pg';
import { foldForSearch } from '../../src/kernel/vietnamese/fold.ts';

const families =
  'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Phạm Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lò Quàng Cầm Tòng Mùa Vàng Giàng Hà Lường Đinh Triệu Nông'.split(
    ' ',
  );
const middles =
  'Văn Văn Văn Văn Văn Thị Thị Thị Thị Thị Đức Minh Ngọc Quốc Hữu Thanh Thu Hồng Xuân Bá Công Đình Gia Hải Khánh Kim Mai Như A Thế Tuấn Việt Anh Bích Diệu'.split(
    ' ',
  );
const givens =
  'An Ánh Bình Bảo Châu Chi Cường Dũng Dung Duy Đạt Đức Giang Hà Hải Hạnh Hằng Hiền Hiếu Hoa Hòa Hoàn Hồng Hùng Huy Hương Khanh Khánh Khoa Kiên Lan Linh Loan Long Mai Mạnh Minh Mỹ Nam Nga Ngân Nghĩa Ngọc Nhung Oanh Phong Phúc Phương Quân Quang Quyên Quỳnh Sơn Tâm Thảo Thắng Thành Thúy Thủy Tiến Toàn Trang Trung Tú Tuấn Tùng Tuyết Uyên Vân Việt Vinh Xuân Yến Én Ỏn Ổn Ấm'.split(
    ' ',
  );

const tables = ['person', 'membership'];
const steps = 20;

interface IndexRow {
  readonly name: string;
  readonly definition: string;
}

/** Indexes that no constraint stands on: made again at the end, all at once. */
async function looseIndexes(client: pg.ClientBase): Promise<IndexRow[]> {
  const found = await client.query<IndexRow>(
    `select x.indexrelid::regclass::text as name, pg_get_indexdef(x.indexrelid) as definition
     from pg_index x where x.indrelid = any($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = x.indexrelid)`,
    [tables],
  );
  return found.rows;
}

const id = (kind: number, n: string) =>
  `('0190${kind}000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const pick = (list: string, salt: number) =>
  `(${list})[1 + abs(hashint8extended(n, ${salt}) % cardinality(${list}))]`;

// Four of five have one middle name, the others two; three of four a birth to the day.
const persons = `
  insert into person (id, pid, identity_id, keeper_id, family, middle, given, search, gender,
    birth_date, phones, created_at)
  select ${id(1, 'n')}, 'p' || lpad(n::text, 15, '0'), ${id(1, 'n')}, null, x.f,
    concat_ws(' ', x.m, x.m2), x.g, concat_ws(' ', x.sf, x.sm, x.sm2, x.sg),
    case when x.m = 'Thị' then 'female' else 'male' end,
    case when n % 4 = 0 then to_char(y, 'YYYY') else to_char(y, 'YYYY-MM-DD') end,
    array['09' || lpad((n * 7919 % 100000000)::text, 8, '0')], now()
  from generate_series($1::bigint, $2::bigint) n
  cross join lateral (select date '1940-01-01' + abs(hashint8extended(n, 9) % 23000)::integer as y) d
  cross join lateral (select f.t as f, f.s as sf, m.t as m, m.s as sm, g.t as g, g.s as sg,
      case when n % 5 = 0 then m2.t end as m2, case when n % 5 = 0 then m2.s end as sm2
    from (select ${pick('$3::text[]', 1)} as t, ${pick('$6::text[]', 1)} as s) f,
      (select ${pick('$4::text[]', 2)} as t, ${pick('$7::text[]', 2)} as s) m,
      (select ${pick('$4::text[]', 3)} as t, ${pick('$7::text[]', 3)} as s) m2,
      (select ${pick('$5::text[]', 4)} as t, ${pick('$8::text[]', 4)} as s) g) x`;

// As rosters come in: those of one association lie together. Each ninth person is in two.
const memberships = `
  insert into membership (id, pid, person_id, identity_id, organisation_id, branch, during, joined, created_at)
  select ${id(2, 'n')}, 'm' || lpad(n::text, 15, '0'), ${id(1, 'p')}, ${id(1, 'p')},
    ($3::uuid[])[1 + (place % cardinality($3::uuid[]))],
    'Chi hội ' || n % 40, daterange(date '2000-01-01' + (n % 9000)::integer, null), null, now()
  from generate_series($1::bigint, $2::bigint) n
  cross join lateral (select case when n <= $4 then n else (n - $4) * 9 end as p) w
  cross join lateral (select p * cardinality($3::uuid[]) / ($4 + 1) + case when n <= $4 then 0 else 700 end
    as place) o`;

async function inSteps(
  client: pg.ClientBase,
  count: number,
  statement: string,
  values: readonly unknown[],
): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    const [from, to] = [step, step + 1].map((at) => Math.floor((count * at) / steps)) as [
      number,
      number,
    ];
    await client.query(statement, [from + 1, to, ...values]);
  }
}

/** So many memberships of nine tenths as many persons, spread over all associations. */
export async function fillRegistry(client: pg.ClientBase, count: number): Promise<void> {
  const people = Math.floor((count * 9) / 10);
  const indexes = await looseIndexes(client);
  await client.query(`set session_replication_role = replica`);
  await client.query(`set maintenance_work_mem = '1GB'`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  const words = [families, middles, givens];
  const folded = words.map((list) => list.map(foldForSearch));
  await inSteps(client, people, persons, [...words, ...folded]);
  const { rows } = await client.query<{ id: string }>(
    `select id from organisation where kind = 'member_association' and deleted_at is null order by id`,
  );
  const places = rows.map((row) => row.id);
  await inSteps(client, count, memberships, [places, people]);
  for (const { definition } of indexes) await client.query(definition);
  await client.query(`set session_replication_role = origin`);
  await client.query('insert into member_change values (1)');
  await client.query(
    `insert into name_word select distinct unnest(string_to_array(search, ' ')) from person`,
  );
  for (const table of [...tables, 'name_word']) await client.query(`vacuum analyze ${table}`);
}
