// The demo is sound, and each invariant finds the one thing that it is there to find: the fault is
// planted by the owner, against constraints, in a transaction that is rolled back.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type pg from 'pg';
import { examine } from '../src/cli/keeping.ts';
import { modules } from '../src/modules.ts';
import { sealEvents } from '../src/platform/audit/seal.ts';
import { demoProduct } from '../src/testing.ts';

const product = await demoProduct();
after(() => product.close());
const { database } = product.runtime;

const org = (code: string) => `(select id from organisation where code = '${code}')`;
const oneActivity = '(select id from activity where deleted_at is null order by id limit 1)';
const oneDistinction = (recipient: string) =>
  `(select id from distinction where recipient_${recipient}_id is not null and deleted_at is null order by id limit 1)`;

/** The tables whose constraints stand in the way, and what is done to them. */
interface Fault {
  readonly free?: readonly string[];
  readonly plant: string;
}

const faults: Readonly<Record<string, Fault>> = {
  'organisations: nothing stands above itself on any day': {
    plant: `insert into affiliation (id, pid, child_id, parent_id, kind, during, created_at)
      select gen_random_uuid(), 'planted', ${org('vusta')}, ${org('sonla-khuyenhoc')}, 'territorial', '[2015-01-01,)', now()`,
  },
  'organisations: names cover the whole existence, no more': {
    plant: `update organisation_name set during = daterange(lower(during) + 1, upper(during))
      where organisation_id = ${org('sonla')}`,
  },
  'organisations: affiliations lie within both ends’ existence': {
    plant: `update affiliation set during = '[1900-01-01,)' where child_id = ${org('sonla')}`,
  },
  'organisations: the installation has one root, under nothing': {
    plant: `insert into affiliation (id, pid, child_id, parent_id, kind, during, created_at)
      select gen_random_uuid(), 'planted', ${org('vusta')}, ${org('sonla')}, 'territorial', '[2015-01-01,)', now()`,
  },
  'organisations: facts belong to somebody and hold a value': {
    plant: `update organisation_fact set amount = null
      where organisation_id = ${org('sonla')} and kind = 'staff'`,
  },
  'organisations: an old code is nobody’s code': {
    plant: `insert into organisation_code_alias values ('sonla', ${org('hanoi')}, '2019-01-01')`,
  },
  activity_data_matches_kind: {
    plant: `update activity set data = '{"attendees": "many"}' where id =
      (select id from activity where kind = 'seminar' order by id limit 1)`,
  },
  activity_ends_after_start: {
    free: ['activity'],
    plant: `update activity set ends_on = starts_on - 1 where id = ${oneActivity}`,
  },
  activity_organisation_stands: {
    plant: `update organisation set deleted_at = now() where id =
      (select organisation_id from activity where id = ${oneActivity})`,
  },
  activity_kind_fields_unique: {
    plant: `update activity_kind set fields = fields || fields where code = 'seminar'`,
  },
  distinction_has_one_recipient: {
    free: ['distinction'],
    plant: `update distinction set recipient_organisation_id = null
      where id = ${oneDistinction('organisation')}`,
  },
  distinction_recipient_fits_title: {
    plant: `update distinction_title set recipients = 'person'
      where code = (select title from distinction where id = ${oneDistinction('organisation')})`,
  },
  distinction_revoked_after_decided: {
    plant: `update distinction set revoked_on = decided_on - 1, revoked_reason = 'x'
      where id = ${oneDistinction('organisation')}`,
  },
  distinction_revoked_with_reason: {
    plant: `update distinction set revoked_on = decided_on + 1 where id = ${oneDistinction('organisation')}`,
  },
  distinction_recipient_stands: {
    plant: `update person set deleted_at = now()
      where id = (select recipient_person_id from distinction where id = ${oneDistinction('person')})`,
  },
  'indicators.ratio_has_both_sides': {
    plant: `update indicator_version set measure = 'ratio', numerator = 'I.2', denominator = 'none'
      where indicator_id = (select id from indicator where code = 'I.4')`,
  },
  'indicators.counted_has_source': {
    plant: `update indicator_version set source = null
      where indicator_id = (select id from indicator where code = 'I.4')`,
  },
  'indicators.table_row_has_meaning': {
    plant: `delete from indicator_version
      where indicator_id = (select id from indicator where code = 'I.4')`,
  },
};

const invariants = modules.flatMap((m) => m.invariants ?? []);

test('the demo is sound and every event of it is sealed into the chain', async () => {
  // What setup wrote waits for the sealer of the first server that runs.
  while ((await sealEvents(database.db, product.runtime.clock)) > 0);
  const { json, lines } = await examine(database);
  const { clean, findings, chain } = json as {
    clean: boolean;
    findings: unknown[];
    chain: { sealed: number; pending: number; faults: unknown[] };
  };
  assert.deepEqual(findings, []);
  assert.deepEqual(chain.faults, []);
  assert.equal(chain.pending, 0);
  assert.ok(chain.sealed > 1_000, lines.join('\n'));
  assert.equal(clean, true);
});

test('there is a planted fault for each invariant, and none for what is no more', () => {
  assert.deepEqual(Object.keys(faults).sort(), invariants.map((i) => i.name).sort());
});

/** Takes checks, exclusions and references of a table away; the rollback brings them back. */
async function free(client: pg.PoolClient, table: string): Promise<void> {
  const { rows } = await client.query<{ conname: string }>(
    "select conname from pg_constraint where conrelid = $1::regclass and contype in ('c', 'x', 'f')",
    [table],
  );
  for (const { conname } of rows)
    await client.query(`alter table ${table} drop constraint "${conname}"`);
}

for (const { name, sql } of invariants) {
  test(`a fault against "${name}" is found`, async () => {
    const fault = faults[name]!;
    const client = await database.ownerPool.connect();
    try {
      await client.query('begin');
      assert.equal((await client.query(sql)).rows.length, 0);
      for (const table of fault.free ?? []) await free(client, table);
      const planted = await client.query(fault.plant);
      assert.ok((planted.rowCount ?? 0) > 0, 'nothing was planted');
      assert.ok((await client.query(sql)).rows.length > 0, 'not found');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
}

test('doctor tells a fault by its name, and ends with code 1', async () => {
  const plant = faults.activity_kind_fields_unique!.plant;
  const before = "select fields from activity_kind where code = 'seminar'";
  const { rows } = await database.ownerPool.query(before);
  await database.ownerPool.query(plant);
  const { lines, exitCode } = await examine(database);
  const back = "update activity_kind set fields = $1 where code = 'seminar'";
  await database.ownerPool.query(back, [JSON.stringify(rows[0].fields)]);
  assert.equal(exitCode, 1);
  assert.match(lines[0]!, /^activity_kind_fields_unique: \d+ /);
  assert.equal((await examine(database)).exitCode, 0);
});
