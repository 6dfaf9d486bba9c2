import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/index.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import {
  acceptPlaces,
  freezeForm,
  frozenContent,
  reportForm,
  saveForm,
  submitForm,
} from './index.ts';
import { runs } from './jobs.ts';
import { derivedFigures } from './queries/index.ts';
import { FREEZE_ROUND } from './service/index.ts';
import { cellOf, contentOf, did, type Reporting, reporting, row, rows } from './testing.ts';

let database: Database;
let r: Reporting;
let clerk: Cx;
let leader: Cx;
let national: Cx;

before(async () => {
  database = await testDatabase();
  r = await reporting(database.db);
  clerk = await r.person('Hà', 'clerk', 'bac');
  leader = await r.person('Lò', 'leader', 'bac');
  national = await r.person('Vân', 'national', 'toanquoc');
});
after(() => database.close());

/** The same numbers each time. */
function dice(seed: number) {
  let state = seed;
  return (sides: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

const organisations = ['bac', 'nam', 'bac-a', 'bac-b'];

async function idsOf(codes: readonly string[]): Promise<Map<string, string>> {
  const found = await all(
    r.db,
    sql<{ id: string; code: string }>`select id, code from organisation
      where code = any(${[...codes]}::text[])`,
  );
  return new Map(found.map(({ id, code }) => [code, id]));
}

test('on random records and forms the values equal what is counted by hand', async () => {
  const roll = dice(20_191_231);
  const ids = await idsOf(organisations);
  for (let time = 0; time < 12; time += 1) {
    const year = 2000 + time;
    const talks = new Map<string, number>();
    for (const code of organisations) {
      const own = roll(4);
      talks.set(code, own);
      for (let more = 0; more < own; more += 1)
        await r.activity(code, 'talk', `${year}-${String(roll(12) + 1).padStart(2, '0')}-28`);
      if (roll(2) === 1) await r.activity(code, 'contest', `${year}-05-05`);
    }
    const until = `${year}-12-31`;
    const round = await r.round(String(year), `${year}-01-01`, until);
    const { values } = await derivedFigures(r.db, { until }, rows, [...ids.values()]);
    for (const [code, id] of ids) {
      assert.equal(values.get(id)?.get('TALKS'), talks.get(code), `${code} ${year}`);
      const alone = await derivedFigures(r.db, { until }, rows, [id]);
      assert.deepEqual(alone.values.get(id), values.get(id));
    }
    const form = await r.owe(round, 'bac');
    let sum = 0;
    let of = 0;
    for (const code of ['bac-a', 'bac-b']) {
      const pid = await r.owe(round, code, 'bac');
      const declared = roll(100);
      const cell = { row: 'HAND', declared, version: 0 };
      await did(clerk, saveForm, { pid, cells: [cell] });
      const officer = await r.person('Cán bộ', 'officer', code);
      await did(officer, submitForm, { pid, confirmed: true });
      if (roll(3) === 0) continue;
      await did(clerk, acceptPlaces, { pid });
      sum += declared;
      of += 1;
    }
    const found = await reportForm(clerk, form);
    const hand = cellOf(found, 'HAND');
    assert.deepEqual([hand.below, hand.belowOf], of === 0 ? [null, 0] : [sum, of]);
    assert.equal(cellOf(found, 'TALKS').derived, talks.get('bac'));
    await did(leader, saveForm, { pid: form, cells: [{ row: 'HAND', declared: 1, version: 0 }] });
    await did(leader, submitForm, { pid: form, confirmed: true });
    await did(national, acceptPlaces, { pid: form });
    await did(national, freezeForm, { pid: form });
    const kept = (await frozenContent(clerk, form))?.sections.flatMap((one) => one.rows) ?? [];
    for (const { key, derived, declared, below, records } of kept) {
      const cell = cellOf(found, key);
      assert.equal(derived, cell.derived, `${key} ${year}`);
      assert.equal(below, cell.below);
      assert.equal(declared, key === 'HAND' ? 1 : cell.offered, `${key} ${year}`);
      if (key === 'TALKS') assert.equal(records?.count, talks.get('bac'));
    }
    const stored = await all(
      r.db,
      sql<{ key: string; derived: string | null }>`select c.row_key as key, c.derived
        from report_cell c join report_obligation b on b.id = c.obligation_id where b.pid = ${form}`,
    );
    for (const { key, derived } of stored) {
      const shown = cellOf(found, key).derived;
      assert.equal(derived === null ? null : Number(derived), shown, key);
    }
  }
});

describe('before', () => {
  test('the nearest earlier period of the same kind that was accepted, else the records', async () => {
    const oldest = await r.round('2014', '2014-01-01', '2014-12-31');
    const between = await r.round('2015', '2015-01-01', '2015-12-31');
    const now = await r.round('2016', '2016-01-01', '2016-12-31');
    const accepted = await r.owe(oldest, 'nam');
    const filler = await r.person('Nam', 'leader', 'nam');
    const cells = [
      { row: 'HAND', declared: 7, version: 0 },
      { row: 'TALKS', declared: 70, reason: 'theo sổ giấy', version: 0 },
    ];
    await did(filler, saveForm, { pid: accepted, cells });
    await did(filler, submitForm, { pid: accepted, confirmed: true });
    await did(national, acceptPlaces, { pid: accepted });
    const open = await r.owe(between, 'nam');
    await did(filler, saveForm, { pid: open, cells: [{ row: 'HAND', declared: 9, version: 0 }] });
    const form = await reportForm(filler, await r.owe(now, 'nam'));
    const previous = (key: string) => [
      cellOf(form, key).previous,
      cellOf(form, key).previousPeriod,
    ];
    assert.deepEqual(previous('HAND'), [7, '2014'], 'what was not accepted is not before');
    assert.deepEqual(previous('TALKS'), [70, '2014']);
    assert.deepEqual(previous('OFFICE'), [0, '2014']);
    assert.deepEqual(previous('STAFF'), [null, null], 'nothing known is not before');
    assert.deepEqual(previous('SHARE'), [null, null]);
  });
});

test('the number of statements stays the same whatever the rows and those below', async () => {
  const small = await r.owe(await r.round('2017', '2017-01-01', '2017-12-31'), 'bac');
  const many = Array.from({ length: 200 }, (_, at) =>
    row(`R${at}`, { indicator: at % 4 === 0 ? 'TALKS' : at % 4 === 1 ? 'STAFF' : null }),
  );
  const big = await r.round('2017', '2017-01-01', '2017-12-31', contentOf([...rows, ...many]));
  const large = await r.owe(big, 'bac');
  for (let at = 0; at < 60; at += 1) {
    const code = `con-${at}`;
    await r.organisation(code, 'member_association', '2005-01-01');
    await r.affiliate(code, 'bac', '2005-01-01');
    const pid = await r.owe(big, code, 'bac');
    await sql`with b as (update report_obligation set state = 'accepted' where pid = ${pid} returning id)
      insert into report_cell (id, obligation_id, row_key, declared, state, updated_at)
      select ${r.cx.ids.uuid()}, b.id, 'HAND', ${at}, 'accepted', now() from b`.execute(r.db);
  }
  const reading = async (pid: string) => countQueries(() => reportForm(clerk, pid));
  const [few, lots] = [await reading(small), await reading(large)];
  assert.equal(cellOf(lots.result, 'HAND').below, (59 * 60) / 2);
  assert.equal(lots.count, few.count, lots.queries.join('\n'));
  const writing = (pid: string, keys: readonly string[], declared: number) =>
    countQueries(() =>
      did(clerk, saveForm, {
        pid,
        cells: keys.map((key) => ({ row: key, declared, reason: 'x', version: 0 })),
      }),
    );
  const keys = many.map((one) => one.key);
  await writing(small, ['STAFF'], 3);
  await writing(large, ['STAFF'], 3);
  const one = await writing(small, ['HAND'], 3);
  const all200 = await writing(large, keys, 3);
  // A row without an indicator asks for no figures: the one has none, the many have.
  assert.ok(all200.count - one.count <= 1, `${one.count} and ${all200.count}`);
  assert.equal(
    all200.result.places.every((place) => place.outcome === 'saved'),
    true,
  );
  await writing(small, ['HAND'], 4);
  const clashes = await writing(large, keys, 4);
  assert.equal(
    clashes.result.places.every((place) => place.outcome === 'conflict'),
    true,
  );
  const again = await writing(large, keys.slice(0, 1), 5);
  assert.equal(clashes.count, again.count);
});

test('a run freezes all accepted forms of a round, and only these', async () => {
  const round = await r.round('1999', '1999-01-01', '1999-12-31');
  const forms: string[] = [];
  for (const code of ['bac', 'nam']) {
    const pid = await r.owe(round, code);
    const own = await r.person('Lãnh đạo', 'leader', code);
    await did(own, saveForm, { pid, cells: [{ row: 'HAND', declared: 1, version: 0 }] });
    await did(own, submitForm, { pid, confirmed: true });
    forms.push(pid);
  }
  await did(national, acceptPlaces, { pid: forms[0] });
  const seen: [number, number | null][] = [];
  const run = {
    progress: async (done: number, total: number | null) => void seen.push([done, total]),
    cancelled: () => false,
    signal: new AbortController().signal,
    attempt: 1,
  };
  assert.deepEqual(await runs[FREEZE_ROUND]?.run(national, { round }, run), { frozen: 1 });
  assert.deepEqual(await Promise.all(forms.map((pid) => r.state(pid))), ['frozen', 'checked']);
  assert.deepEqual(seen, [[1, 1]]);
  assert.deepEqual(await runs[FREEZE_ROUND]?.run(national, { round }, run), { frozen: 0 });
});
