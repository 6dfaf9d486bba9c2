import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { chooserFromSeed } from '../../../../kernel/random.ts';
import { foldForSearch } from '../../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../../platform/command.ts';
import type { Database } from '../../../../platform/database/index.ts';
import { all, inTransaction } from '../../../../platform/database/query.ts';
import { testDatabase } from '../../../../platform/database/testing.ts';
import { testClock, testCx } from '../../../../platform/testing.ts';
import { coverage } from '../../../organisations/index.ts';
import { type PersonLike, weigh } from '../../../people/index.ts';
import type { RosterReading } from '../../../spreadsheets/index.ts';
import { reading } from '../../../spreadsheets/testing.ts';
import { imported, organisation, stagedImport } from '../../testing.ts';
import { gatherCandidates } from './candidates.ts';
import { gather, matchEarlierRows } from './gather.ts';

const choose = chooserFromSeed('candidates');
const names = ['Lò Văn An', 'Lò Văn Án', 'Hà Văn An', 'Lò Thị Hoa', 'Lò Thị Hoà', 'Hà Văn Bình'];
const births = ['1950', '1950-02', '1950-02-03', '1950-02-04', '1951', null];
const phones = Array.from({ length: 12 }, (_, n) => `09120001${10 + n}`);
const emails = Array.from({ length: 12 }, (_, n) => `hop${n}@example.vn`);

/** People of few names, births, telephones and addresses: much is shared by chance. */
function somebody(row: number): RosterReading {
  const some = <T>(list: readonly T[], share: number) =>
    choose.chance(share) ? choose.pick(list) : null;
  const phone = [some(phones, 0.7), some(phones, 0.2)].filter((one) => one !== null);
  return reading(row, choose.pick(names), {
    birthDate: choose.pick(births),
    phones: [...new Set(phone)],
    email: some(emails, 0.4),
    branch: some(['Chi hội 1', 'Chi hội 2'], 0.5),
  });
}

const people = (count: number) => Array.from({ length: count }, (_, at) => somebody(at + 2));

interface Known extends PersonLike {
  readonly id: string;
}

describe('candidates of a roster', () => {
  let database: Database;
  let cx: Cx;
  let garden: string;
  let law: string;
  before(async () => {
    database = await testDatabase();
    cx = testCx(database.db, { coverage, clock: testClock(), via: 'cli' });
    const union = await organisation(cx, 'sonla', 'provincial_union', 'Liên hiệp hội', []);
    garden = await organisation(cx, 'lamvuon', 'member_association', 'Hội Làm vườn', [union]);
    law = await organisation(cx, 'luatgia', 'member_association', 'Hội Luật gia', [union]);
    await imported(cx, garden, people(150));
    await database.ownerPool.query('analyze person');
  });
  after(() => database.close());

  const known = () =>
    all(
      cx.db,
      sql<Known>`select p.id, p.family, p.middle, p.given, p.search, p.birth_date as "birthDate",
          p.gender, p.phones, p.email, p.workplace, m.organisation_id as "organisationId", m.branch,
          m.card_number as "cardNumber"
        from person p join membership m on m.person_id = p.id`,
    );

  // Few rows look each up in the indexes, many are joined with everybody.
  for (const [rows, likelyFrom] of [
    [100, 60],
    [100, 30],
    [5, 60],
    [5, 30],
  ] as const)
    it(`of ${rows} rows miss nobody who weighs ${likelyFrom} points`, async () => {
      const readings = people(rows);
      const of = await stagedImport(cx, law, readings, { likelyFrom });
      const gathered = await inTransaction(cx.db, async (db) => {
        await gather({ ...cx, db }, of);
        await matchEarlierRows(db, of);
        await gatherCandidates(db, likelyFrom);
        const found = await all(
          db,
          sql<{ line: number; person_id: string }>`select line, person_id from candidate`,
        );
        const pending = await all(db, sql<{ line: number }>`select line from pending`);
        return { found, lines: new Set(pending.map(({ line }) => line)) };
      });
      const has = new Set(gathered.found.map(({ line, person_id }) => `${line} ${person_id}`));
      const everybody = await known();
      const missed: string[] = [];
      let weighty = 0;
      for (const [at, { values }] of readings.entries()) {
        if (!gathered.lines.has(at + 1)) continue;
        const search = foldForSearch(`${values.family} ${values.middle} ${values.given}`);
        const row: PersonLike = { ...values, search, organisationId: law };
        for (const person of everybody) {
          if (!sharesSomething(row, person)) continue;
          const context = { likelyFrom, sameRoster: true, unique: true };
          if (weigh(row, person, context).verdict === 'none') continue;
          weighty += 1;
          if (!has.has(`${at + 1} ${person.id}`)) missed.push(`${search} – ${person.search}`);
        }
      }
      assert.ok(weighty > rows, `${weighty} pairs to be found`);
      assert.deepEqual(missed, []);
    });
});

const sharesSomething = (a: PersonLike, b: PersonLike): boolean =>
  a.phones.some((phone) => b.phones.includes(phone)) ||
  (a.email !== null && a.email === b.email) ||
  (a.search === b.search &&
    a.birthDate !== null &&
    b.birthDate !== null &&
    (a.birthDate.startsWith(b.birthDate) || b.birthDate.startsWith(a.birthDate)));
