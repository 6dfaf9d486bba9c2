import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import type { Database } from '../../../platform/database/index.ts';
import { all, inTransaction } from '../../../platform/database/query.ts';
import { testDatabase } from '../../../platform/database/testing.ts';
import { testClock, testCx } from '../../../platform/testing.ts';
import { coverage } from '../../organisations/index.ts';
import type { RosterReading } from '../../spreadsheets/index.ts';
import { reading } from '../../spreadsheets/testing.ts';
import { applied, count, dump, imported, organisation, stagedImport } from '../testing.ts';
import { forecastRows } from './applying/index.ts';
import { phoneWays } from './matching/candidates.ts';
import { gather, matchEarlierRows } from './matching/gather.ts';
import { unwatched } from './staging.ts';
import { undoRows } from './undoing/index.ts';

describe('rows of a roster', () => {
  let database: Database;
  let cx: Cx;
  let clock: ReturnType<typeof testClock>;
  let union: string;
  let garden: string;
  let law: string;
  let far: string;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());
  beforeEach(async () => {
    await database.ownerPool.query(
      'truncate organisation, person, roster_import, roster_row, roster_result, roster_pair, roster_choice cascade',
    );
    clock = testClock();
    cx = testCx(database.db, { coverage, clock, via: 'cli' });
    const top = await organisation(cx, 'vn', 'national_union', 'Liên hiệp hội Việt Nam');
    union = await organisation(cx, 'sonla', 'provincial_union', 'Liên hiệp hội tỉnh Sơn La', [top]);
    garden = await organisation(cx, 'lamvuon', 'member_association', 'Hội Làm vườn tỉnh Sơn La', [
      union,
    ]);
    law = await organisation(cx, 'luatgia', 'member_association', 'Hội Luật gia tỉnh Sơn La', [
      union,
    ]);
    const other = await organisation(cx, 'hanoi', 'provincial_union', 'Liên hiệp hội Hà Nội', [
      top,
    ]);
    far = await organisation(cx, 'hanoi-luat', 'member_association', 'Hội Luật gia Hà Nội', [
      other,
    ]);
  });
  const later = () => clock.move(60_000);
  const undo = (of: Awaited<ReturnType<typeof imported>>['of']) =>
    inTransaction(cx.db, async (db) => {
      const done = await undoRows({ ...cx, db }, of, unwatched);
      await sql`update roster_import set state = 'undone' where id = ${of.id}`.execute(db);
      return done;
    });
  const short = ({
    counts: c,
  }: {
    counts: {
      created: number;
      updated: number;
      unchanged: number;
      rejected: number;
      duplicates: number;
    };
  }) => [c.created, c.updated, c.unchanged, c.rejected, c.duplicates].join(' ');

  const list: RosterReading[] = [
    reading(2, 'Nguyễn Văn An', {
      birthDate: '1950-03-02',
      phones: ['0912000118'],
      gender: 'male',
      degrees: ['TS'],
    }),
    reading(3, 'Lò Thị Hoa', { birthDate: '1961', branch: 'Chi hội 1', joined: '2010' }),
    reading(4, 'Quàng Văn Đức', {
      birthDate: '1970-01-01',
      email: 'duc@example.vn',
      association: 'Hội Luật gia tỉnh Sơn La',
    }),
    reading(5, '', {}, 'rejected'),
    reading(6, 'Lò Thị Hoa', { birthDate: '1961', branch: 'Chi hội 1', joined: '2010' }),
    reading(7, 'Cầm Bá Lai', {
      birthDate: '1980-05-05',
      joined: '2015-06-01',
      post: 'Chi hội trưởng',
    }),
  ];

  it('come in once; the same rows again change nothing', async () => {
    const first = await imported(cx, union, list);
    assert.equal(short(first), '4 0 0 1 1');
    assert.deepEqual(
      await dump(cx),
      [
        'Cầm|Bá|Lai|1980-05-05|{}|{}|sonla:2015-06-01:full:[2015-06-01,)',
        'Lò|Thị|Hoa|1961|{}|{}|sonla:Chi hội 1:2010:full:[2026-01-01,)',
        'Nguyễn|Văn|An|male|1950-03-02|{0912000118}|{TS}|sonla:full:[2026-01-01,)',
        'Quàng|Văn|Đức|1970-01-01|{}|duc@example.vn|{}|luatgia:full:[2026-01-01,)',
      ].sort(),
    );
    const before = await dump(cx);
    later();
    assert.equal(short(await imported(cx, union, list)), '0 0 4 1 1');
    assert.deepEqual(await dump(cx), before);
    assert.equal(await count(cx, 'post'), 1);
  });

  it('of a changed file change only what changed, and a blank cell erases nothing', async () => {
    await imported(cx, union, list);
    await sql`update person set job = 'Nông dân', phones = '{0911111111}', version = version + 1
      where given = 'An'`.execute(cx.db);
    later();
    const changed = list.map((row) =>
      row.values.given === 'An'
        ? reading(2, 'Nguyễn Văn An', {
            birthDate: '1950-03-02',
            phones: ['0912000118'],
            degrees: ['PGS', 'TS'],
            workplace: 'Sở',
          })
        : row.values.given === 'Lai'
          ? reading(7, 'Cầm Bá Lai', {
              birthDate: '1980-05-05',
              phones: ['0988000111'],
              joined: '2015-06-01',
              branch: 'Chi hội 2',
            })
          : row,
    );
    const second = await imported(cx, union, changed);
    assert.equal(short(second), '0 2 2 1 1');
    const now = await dump(cx);
    // The telephone that a hand changed stays, as the file says the same as before.
    assert.ok(
      now.includes(
        'Nguyễn|Văn|An|male|1950-03-02|{0911111111}|{PGS,TS}|Sở|Nông dân|sonla:full:[2026-01-01,)',
      ),
      now.join('\n'),
    );
    assert.ok(
      now.includes(
        'Cầm|Bá|Lai|1980-05-05|{0988000111}|{}|sonla:Chi hội 2:2015-06-01:full:[2015-06-01,)',
      ),
      now.join('\n'),
    );
    later();
    assert.equal(short(await imported(cx, union, changed)), '0 0 4 1 1');
    const [row] = await all(
      cx.db,
      sql<{
        before: unknown;
        after: unknown;
      }>`select before, after from roster_result where outcome = 'updated' order by line limit 1`,
    );
    assert.deepEqual(row, {
      before: { degrees: ['TS'], workplace: null },
      after: { degrees: ['PGS', 'TS'], workplace: 'Sở' },
    });
  });

  it('are taken back, but for what a hand changed since', async () => {
    const none = await dump(cx);
    const first = await imported(cx, union, list);
    const stood = await dump(cx);
    later();
    const second = await imported(cx, union, [
      reading(2, 'Nguyễn Văn An', {
        birthDate: '1950-03-02',
        phones: ['0977000222'],
        job: 'Giáo viên',
      }),
      reading(3, 'Hà Văn Mới', { birthDate: '1999-09-09' }),
    ]);
    assert.equal(short(second), '1 1 0 0 0');
    await sql`update person set job = 'Nghỉ hưu', version = version + 1 where given = 'An'`.execute(
      cx.db,
    );
    assert.deepEqual(await undo(second.of), { persons: 1, memberships: 1, kept: 0, restored: 1 });
    assert.deepEqual(
      await dump(cx),
      stood.map((line) => (line.includes('|An|') ? line.replace('{TS}|', '{TS}|Nghỉ hưu|') : line)),
    );
    await sql`update person set job = null, version = version + 1 where given = 'An'`.execute(
      cx.db,
    );
    later();
    assert.equal(
      short(await imported(cx, union, list)),
      '0 0 4 1 1',
      'the earlier rows speak again',
    );
    // The newest import rests on the persons: they stay.
    assert.deepEqual(await undo(first.of), { persons: 0, memberships: 0, kept: 4, restored: 0 });
    assert.deepEqual(await dump(cx), stood);
    void none;
  });

  it('come back after they were taken back', async () => {
    const first = await imported(cx, union, list);
    const stood = await dump(cx);
    assert.deepEqual(await undo(first.of), { persons: 4, memberships: 4, kept: 0, restored: 0 });
    assert.deepEqual(await dump(cx), []);
    later();
    assert.equal(short(await imported(cx, union, list)), '4 0 0 1 1');
    assert.deepEqual(await dump(cx), stood);
  });

  it('of persons on whom something stands stay when taken back', async () => {
    const first = await imported(cx, union, list);
    await sql`update person set phones = '{0900000000}', version = version + 1 where given = 'An'`.execute(
      cx.db,
    );
    await sql`update membership set note = 'x', version = version + 1 where person_id = (select id from person where given = 'Lai')`.execute(
      cx.db,
    );
    assert.deepEqual(await undo(first.of), { persons: 2, memberships: 2, kept: 2, restored: 0 });
    assert.deepEqual(
      (await dump(cx)).map((line) => line.split('|')[2]),
      ['Lai', 'An'],
    );
  });

  it('of one person on two lists give one person with two memberships', async () => {
    const rows = [
      reading(2, 'Nguyễn Văn An', {
        birthDate: '1950-03-02',
        phones: ['0912000118'],
        association: 'Hội Luật gia tỉnh Sơn La',
      }),
      reading(3, 'Nguyễn Văn An', {
        birthDate: '1950-03-02',
        phones: ['0912000118'],
        job: 'Giáo viên',
        association: 'Hội Làm vườn',
      }),
    ];
    assert.equal(short(await imported(cx, union, rows)), '1 0 0 0 1');
    assert.deepEqual(await dump(cx), [
      'Nguyễn|Văn|An|1950-03-02|{0912000118}|{}|Giáo viên|lamvuon:full:[2026-01-01,);luatgia:full:[2026-01-01,)',
    ]);
    later();
    assert.equal(short(await imported(cx, union, rows)), '0 0 1 0 1');
    later();
    assert.equal(
      short(await imported(cx, garden, [rows[1]!])),
      '0 0 1 0 0',
      'in view of the union: the same person',
    );
    assert.equal(await count(cx, 'person'), 1);
    assert.equal(await count(cx, 'membership'), 2);
    void law;
  });

  it('of a person of another union make a record of the same human, silently', async () => {
    const rows = [
      reading(2, 'Nguyễn Văn An', { birthDate: '1950-03-02', phones: ['0912000118'] }),
      reading(3, 'Lò Văn Bé', { birthDate: '1950', phones: ['0912000119'] }),
    ];
    await imported(cx, far, rows);
    later();
    const here = await imported(cx, garden, [
      rows[0]!,
      reading(3, 'Lò Văn Bẻ', { birthDate: '1950', phones: ['0912000119'] }),
    ]);
    assert.equal(short(here), '2 0 0 0 0');
    const people = await all(
      cx.db,
      sql<{
        given: string;
        identities: number;
        records: number;
      }>`select given, count(distinct identity_id)::integer as identities, count(*)::integer as records from person group by given order by given`,
    );
    assert.deepEqual(people[0], { given: 'An', identities: 1, records: 2 });
    const pairs = await all(
      cx.db,
      sql<{
        code: string;
      }>`select o.code from duplicate_pair d join organisation o on o.id = d.organisation_id`,
    );
    assert.deepEqual(pairs, [{ code: 'vn' }]);
    const told = await all(
      cx.db,
      sql`select 1 from roster_result where import_id = ${here.of.id} and (match is not null or score is not null)`,
    );
    assert.deepEqual(told, []);
  });

  it('look telephones up in either way with the same result, but for those of whole offices', async () => {
    const office = Array.from({ length: 60 }, (_, at) =>
      reading(at + 2, `Lò Văn Số${at}`, {
        birthDate: `19${20 + at}`,
        phones: ['02123852000', `09120${10_000 + at}`],
      }),
    );
    await imported(cx, garden, office);
    later();
    const of = await stagedImport(cx, law, [
      reading(2, 'Hà Văn Số3', { phones: ['02123852000', '0912010003'] }),
      reading(3, 'Hà Văn Số4', { phones: ['0912010004', '0999999999'] }),
      reading(4, 'Hà Văn Lạ', { phones: ['0912010005'] }),
    ]);
    await inTransaction(cx.db, async (db) => {
      await gather({ ...cx, db }, of);
      await matchEarlierRows(db, of);
      const found = async (way: typeof phoneWays.joined) =>
        all(db, sql`select * from ${way} w order by 1, 2`);
      const [one, two] = [await found(phoneWays.lookedUp), await found(phoneWays.joined)];
      assert.deepEqual(one, two);
      assert.equal(one.length, 2);
    });
  });

  it('of one file that are alike are proposed, and joined or parted as somebody decides', async () => {
    const rows = [
      reading(2, 'Nguyễn Thị Hoa', { birthDate: '1950', phones: ['0912000118'] }),
      reading(3, 'Nguyễn Thị Hoà', { birthDate: '1950', phones: ['0912000118'] }),
      reading(4, 'Nguyễn Thị Hoa', { birthDate: '1961' }),
    ];
    const of = await stagedImport(cx, garden, rows);
    await inTransaction(cx.db, (db) => forecastRows({ ...cx, db }, of, unwatched));
    const pairs = await all(
      cx.db,
      sql<{
        line: number;
        other_line: number;
      }>`select line, other_line from roster_pair where level = 'likely'`,
    );
    assert.deepEqual(pairs, [{ line: 2, other_line: 1 }]);
    assert.equal(await count(cx, 'person'), 0);
    await sql`insert into roster_choice (import_id, line, other_line, decision) values (${of.id}, 2, 1, 'same')`.execute(
      cx.db,
    );
    assert.equal(short({ counts: await applied(cx, of) }), '2 0 0 0 1');
    later();
    const apart = await stagedImport(cx, law, rows);
    await sql`insert into roster_choice (import_id, line, other_line, decision) values (${apart.id}, 2, 1, 'different')`.execute(
      cx.db,
    );
    const counts = await applied(cx, apart);
    assert.equal(counts.rows, 3);
    const states = await all(
      cx.db,
      sql<{
        state: string;
      }>`select distinct state from duplicate_pair where import_id = ${apart.id}`,
    );
    assert.ok(states.length <= 1);
  });
});
