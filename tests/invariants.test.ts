// The demo is sound, and each invariant finds the one thing that it is there to find: the fault is
// planted by the owner, against constraints, in a transaction that is rolled back.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type pg from 'pg';
import { examine } from '../src/cli/keeping.ts';
import { modules } from '../src/modules.ts';
import { sealEvents } from '../src/platform/audit/seal.ts';
import { demoProduct } from '../src/testing.ts';
import { type Fault, judgingFaults } from './support/judging-faults.ts';
import { judgingRows } from './support/judging-rows.ts';
import { siteFaults } from './support/site-faults.ts';

const product = await demoProduct();
after(() => product.close());
const { database } = product.runtime;

// Beside the demo an edition that is judged, from its dossiers to certificates, with a ballot that is open.
const judging = await judgingRows(product.runtime.cx('cli'), 'sonla');
for (const n of [1, 2, 3]) await judging.add(n);
await judging.decide();
await judging.vote(4);

const org = (code: string) => `(select id from organisation where code = '${code}')`;
const oneActivity = '(select id from activity where deleted_at is null order by id limit 1)';
const oneDistinction = (recipient: string) =>
  `(select id from distinction where recipient_${recipient}_id is not null and deleted_at is null order by id limit 1)`;

// The unique constraints stay: a card that stands, a person's open membership, a receipt's number.
const oneMembership = '(select id from membership where deleted_at is null order by id limit 1)';
const oneValidCard = "(select id from card where state = 'valid' order by id limit 1)";
const onePayment = '(select id from fee_payment where voided_at is null order by id limit 1)';
const oneDue = '(select id from fee_due order by id limit 1)';

const oneWaiting = "(select id from report_obligation where state = 'waiting' order by id limit 1)";
const onePlace = (what: 'cell' | 'narrative', state: string) =>
  `(select id from report_${what} where state = '${state}' order by id limit 1)`;

/** A mailing on its way: a letter sent, somebody of the same address, nobody's address, one waits, one failed. */
const prepared = `
  with going as (
    update mailing set state = 'sending', prepared_at = now(), started_at = now(), site = 'https://hoi.example'
    where id = (select id from mailing order by id limit 1) returning id),
  members as (
    select m.id, m.person_id, m.organisation_id from membership m where m.deleted_at is null
    order by m.id limit 1)
  insert into mailing_recipient (mailing_id, number, letter, person_id, membership_id, organisation_id,
    address, state, reason, message_pid, token_hash)
  select going.id, r.number, r.letter, members.person_id, members.id, members.organisation_id,
    r.address, r.state, r.reason, r.message, r.token
  from going, members, (values
    (1, 1, 'an@example.org', 'sent', null, 'letter-1', 'token-1'),
    (2, 1, 'an@example.org', 'left_out', 'same_address', null, null),
    (3, 3, null, 'left_out', 'no_email', null, null),
    (4, 4, 'binh@example.org', 'waiting', null, null, null),
    (5, 5, 'cuc@example.org', 'failed', '550 no such user', 'letter-5', 'token-5')
  ) r (number, letter, address, state, reason, message, token)`;
const recipient = (number: number, what: string): Fault => ({
  ground: prepared,
  plant: `update mailing_recipient set ${what} where number = ${number}`,
});
const going = (what: string): Fault => ({
  ground: prepared,
  plant: `update mailing set ${what} where state = 'sending'`,
});

const oneSubmitted = '(select id from dossier where submitted > 0 order by id limit 1)';
const oneEntry = '(select dossier_id from archive_entry order by dossier_id limit 1)';
const oneFigures = '(select edition_id from past_figures order by edition_id limit 1)';
const toldEdition = `(select edition_id from dossier where origin = 'import' order by id limit 1)`;

/** Two dossiers (texts 1 and 2) and two texts from files (3 and 4), with three keys each; 2 was found like 1. */
const texts = `
  with of_dossiers as (
    select row_number() over (order by d.id)::integer as id, d.id as dossier_id, e.organisation_id
    from dossier d join edition e on e.id = d.edition_id where d.submitted > 0
    order by d.id limit 2),
  told as (
    select id, dossier_id, organisation_id, null as origin from of_dossiers
    union all select n, null, ${org('sonla')}, 'cu.docx' from generate_series(3, 4) n),
  kept as (
    insert into likeness_text (id, pid, dossier_id, organisation_id, title, year, origin, body, sha256,
      words_sha256, imported_sha256, words, key_limit, keys, key_count, kept_at)
    select id, 'text-' || id, dossier_id, organisation_id, 'Giải pháp', 2019, origin, 'một hai ba',
      encode(sha256(convert_to('một hai ba', 'UTF8')), 'hex'), 'words-' || id,
      case when origin is not null then 'words-' || id end, 3, 9, array[10, 20, 30] , 3, now()
    from told returning id)
  insert into likeness_finding (id, pid, newer_id, earlier_id, score, words, found_at)
  select gen_random_uuid(), 'finding', 2, 1, 0.5, 60, now() from (select count(*) from kept) counted`;
const found = (newer: number, earlier: number): Fault => ({
  ground: texts,
  plant: `insert into likeness_finding (id, pid, newer_id, earlier_id, score, words, found_at)
    values (gen_random_uuid(), 'planted', ${newer}, ${earlier}, 0.5, 60, now())`,
});

/** Each fault of an invariant breaks another part of it. */
const faults: Readonly<Record<string, Fault | readonly Fault[]>> = {
  ...siteFaults,
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
  membership_of_another_identity: {
    plant: `update membership set identity_id = gen_random_uuid() where id = ${oneMembership}`,
  },
  membership_joined_after_leaving: {
    plant: `update membership set during = '[2001-01-01,2002-01-01)', joined = '2003'
      where id = ${oneMembership}`,
  },
  deleted_person_with_membership: {
    plant: `update person set deleted_at = now()
      where id = (select person_id from membership where id = ${oneMembership})`,
  },
  person_name_not_composed: [
    {
      plant: `update person set given = normalize('Dũng', nfd)
        where id = (select id from person order by id limit 1)`,
    },
    // Letters that only look like Đ and đ: eth and African D.
    ...['\\00D0', '\\0189', '\\00F0', '\\0256'].map((letter) => ({
      plant: `update person set family = U&'${letter}inh' where id = (select id from person order by id limit 1)`,
    })),
  ],
  word_of_a_name_not_known: {
    plant:
      "delete from name_word where word = (select split_part(search, ' ', 1) from person limit 1)",
  },
  person_joined_into_itself: {
    plant:
      'update person set merged_into = id where id = (select id from person order by id limit 1)',
  },
  card_of_its_membership: {
    plant: `update card set organisation_id = ${org('vusta')} where id = ${oneValidCard}`,
  },
  card_replaced_has_successor: [
    { plant: 'update card set replaces_id = null where replaces_id is not null' },
    {
      plant: `update card set state = 'replaced', ended_on = issued_on, reason = 'x' where id = ${oneValidCard}`,
    },
    {
      plant: `update card set state = 'valid', ended_on = null, number = 'planted', membership_id =
        (select id from membership where id not in (select membership_id from card) limit 1)
        where state = 'replaced'`,
    },
  ],
  card_successor_of_same_membership: {
    plant: `update card set membership_id = (select membership_id from card where id = ${oneValidCard})
      where state = 'replaced'`,
  },
  card_ended_with_reason: [
    { plant: "update card set reason = null where state = 'revoked'" },
    { plant: "update card set reason = '' where state = 'replaced'" },
  ],
  fee_paid_is_sum_of_payments: [
    { plant: `update fee_due set paid = paid + 1 where id = ${oneDue}` },
    { plant: `update fee_payment set amount = amount + 1 where id = ${onePayment}` },
    {
      plant: `update fee_payment set voided_at = now(), void_reason = 'x' where id = ${onePayment}`,
    },
  ],
  // The triggers of fee_due keep the sums: the sums themselves are spoiled.
  fee_tally_is_sum_of_dues: [
    ...['people', 'owed', 'paid', 'missing'].map((column) => ({
      plant: `update fee_tally set ${column} = ${column} + 1 where state = 'paid'`,
    })),
    { plant: "delete from fee_tally where state = 'none'" },
  ],
  fee_paid_not_negative: { plant: `update fee_due set paid = -1 where id = ${oneDue}` },
  fee_payment_in_its_period: [
    { plant: `update fee_payment set organisation_id = ${org('vusta')} where id = ${onePayment}` },
    {
      plant: `with other as (
          insert into fee_period (id, pid, organisation_id, name, during, due_on, below, amount_full,
            amount_associate, amount_honorary, search, created_at)
          select gen_random_uuid(), 'planted', organisation_id, name, during, due_on, below, amount_full,
            amount_associate, amount_honorary, search, created_at from fee_period limit 1
          returning id)
        update fee_payment set period_id = other.id from other where fee_payment.id = ${onePayment}`,
    },
  ],
  fee_receipt_of_standing_payment: [
    { plant: 'update fee_receipt set amount = amount + 1 where number = 1' },
    {
      plant: `update fee_payment set voided_at = now(), void_reason = 'x'
        where id = (select payment_id from fee_receipt where number = 1)`,
    },
  ],
  fee_receipt_numbers_without_gap: [
    { plant: 'delete from fee_receipt where number = 2' },
    { plant: 'update fee_receipt set number = 99 where number = 1' },
    { plant: 'update fee_receipt_series set last = last + 1' },
  ],
  fee_statement_undone_leaves_nothing: {
    plant: "update fee_statement set state = 'undone', undone_at = now() where state = 'applied'",
  },
  fee_period_deleted_without_money: {
    plant: `update fee_period set deleted_at = now()
      where id = (select period_id from fee_payment where id = ${onePayment})`,
  },
  mailing_letter_once_per_address: recipient(4, "address = 'an@example.org'"),
  mailing_letter_of_a_recipient: [
    recipient(2, 'letter = 2'),
    recipient(2, 'letter = 9'),
    recipient(2, "letter = 3, reason = 'no_email'"),
    recipient(4, 'letter = 1'),
  ],
  mailing_left_out_for_a_reason: [recipient(3, 'reason = null'), recipient(5, "reason = ''")],
  mailing_letter_has_message_and_link: [
    recipient(1, 'message_pid = null'),
    recipient(1, 'token_hash = null'),
    recipient(1, 'address = null'),
    recipient(4, "state = 'queued'"),
  ],
  dashboard_tiles: [
    { plant: `update dashboard set tiles = '{}'` },
    { plant: `update dashboard set tiles = tiles || tiles` },
    { plant: `update dashboard set tiles = jsonb_set(tiles, '{0,kind}', '"pie"')` },
    { plant: `update dashboard set tiles = tiles #- '{0,key}'` },
  ],
  mailing_recipients_when_prepared: going('prepared_at = null'),
  mailing_finished_when_sent: [
    going('finished_at = now()'),
    going("state = 'sent'"),
    going("state = 'sent', finished_at = now()"),
  ],
  edition_deleted_only_as_draft: {
    plant: "update edition set deleted_at = now() where state = 'open'",
  },
  edition_holds_its_newest_revision: [
    { plant: 'update edition set content = content || \'{"name": "x"}\' where state = \'open\'' },
    { plant: "update edition set revision = 2 where state = 'open'" },
  ],
  obligation_below_one_of_its_round: {
    plant: `update report_obligation set round_id = r.id from report_round r
      where report_obligation.id = (select b.id from report_obligation b join organisation o
          on o.id = b.organisation_id where b.parent_id is not null and o.code like 'hanoi-%'
          order by b.id limit 1)
        and r.id <> report_obligation.round_id`,
  },
  obligation_due_within_its_round: [
    {
      plant: `update report_obligation set due_on = '2001-01-01'
        where id = (select id from report_obligation where parent_id is not null order by id limit 1)`,
    },
    {
      plant: `update report_obligation set due_on = '2099-01-01'
        where id = (select id from report_obligation where parent_id is not null order by id limit 1)`,
    },
  ],
  obligation_stamps_as_its_state: [
    { plant: `update report_obligation set state = 'checked' where id = ${oneWaiting}` },
    { plant: `update report_obligation set accepted_at = now() where id = ${oneWaiting}` },
    { plant: `update report_obligation set checked_at = now() where id = ${oneWaiting}` },
    {
      plant: `update report_obligation set open_until = '2099-01-01', open_reason = 'x'
        where id = ${oneWaiting}`,
    },
  ],
  round_draft_asks_nobody: [
    { plant: "update report_round set state = 'draft' where period = '2019'" },
    { plant: "update report_round set deleted_at = now() where period = '2019'" },
  ],
  round_frozen_holds_frozen_forms: {
    plant: "update report_round set state = 'frozen' where period = '2019'",
  },
  report_freeze_hash_matches: {
    plant: `insert into report_freeze (id, pid, obligation_id, frozen_at, content, hash, superseded_at)
      select gen_random_uuid(), 'planted', obligation_id, now(), '{}', repeat('0', 64), now()
      from report_freeze limit 1`,
  },
  report_frozen_is_kept: {
    plant: `update report_obligation set state = 'frozen'
      where id = (select id from report_obligation where state = 'accepted' order by id limit 1)`,
  },
  report_accepted_in_all_places: [
    { plant: `update report_cell set state = 'open' where id = ${onePlace('cell', 'accepted')}` },
    {
      plant: `update report_narrative set state = 'open', obligation_id =
          (select id from report_obligation where state = 'accepted' order by id limit 1)
        where id = (select id from report_narrative order by id limit 1)`,
    },
  ],
  report_cell_of_its_content: {
    plant: `update report_cell set row_key = 'planted' where id = ${onePlace('cell', 'open')}`,
  },
  report_narrative_of_its_content: {
    plant: `update report_narrative set section_key = 'ket-qua' where id = ${onePlace('narrative', 'open')}`,
  },
  report_number_without_gap: { plant: 'update official_number set number = number + 1' },
  report_returned_with_words: [
    {
      plant: `update report_cell set state = 'returned' where id = ${onePlace('cell', 'accepted')}`,
    },
    { plant: "update report_message set settled_at = now() where kind = 'return'" },
    { plant: "update report_message set place = 'planted' where kind = 'return'" },
  ],
  dossier_holds_its_newest_version: [
    { plant: `update dossier set submitted = submitted + 1 where id = ${oneSubmitted}` },
    { plant: `delete from dossier_version where dossier_id = ${oneSubmitted}` },
    {
      plant: `with gone as (delete from dossier_version where dossier_id = ${oneSubmitted} returning *)
        insert into dossier_version (dossier_id, number, revision, frozen, sha256, received_at, receipt,
          signature, key_id)
        select dossier_id, 9, revision, frozen, sha256, received_at, receipt, signature, key_id from gone`,
    },
  ],
  dossier_numbered_by_its_series: [
    { plant: `update dossier set number = number || '9' where id = ${oneSubmitted}` },
    { plant: 'delete from edition_series' },
  ],
  dossier_files_are_linked: {
    plant: `delete from file_link where (subject_id, file_id) =
      (select dossier_id, file_id from dossier_file order by dossier_id, file_id limit 1)`,
  },
  likeness_keys_of_their_texts: [
    { ground: texts, plant: 'delete from likeness_posting where key = 20' },
    { ground: texts, plant: 'update likeness_posting set key = 40 where key = 20 and text_id = 3' },
    { ground: texts, plant: 'insert into likeness_posting values (10, 5)' },
  ],
  likeness_frequent_miscounted: [
    { plant: 'insert into likeness_frequent values (1, 400)' },
    { ground: texts, plant: 'insert into likeness_frequent values (10, 301)' },
    { plant: 'insert into likeness_posting select 1, n from generate_series(1, 301) n' },
  ],
  likeness_finding_of_no_dossier: found(3, 4),
  likeness_finding_twice: found(1, 2),
  likeness_text_of_other_organisation: {
    ground: texts,
    plant: `update likeness_text set organisation_id = ${org('vusta')} where id = 1`,
  },
  likeness_text_of_a_draft: {
    free: ['dossier'],
    ground: texts,
    plant:
      "update dossier set state = 'draft' where id = (select dossier_id from likeness_text where id = 1)",
  },
  archive_entry_of_what_may_be_found: [
    ...['draft', 'invalid', 'withdrawn'].map((state) => ({
      plant: `update dossier set state = '${state}' where id = ${oneEntry}`,
    })),
    {
      plant: `with none as (delete from dossier_award where dossier_id = ${oneEntry} returning id)
        update dossier set state = 'submitted' where id = ${oneEntry}`,
    },
    {
      plant: `update edition set state = 'open' where id =
        (select edition_id from archive_entry order by dossier_id limit 1)`,
    },
    {
      free: ['edition'],
      plant: `update edition set deleted_at = now() where id =
        (select edition_id from archive_entry order by dossier_id limit 1)`,
    },
    {
      plant: `update archive_entry set edition_id = (select id from edition where state = 'open' limit 1)
        where dossier_id = ${oneEntry}`,
    },
    {
      plant: `update archive_entry set organisation_id = ${org('vusta')} where dossier_id = ${oneEntry}`,
    },
  ],
  archive_entry_not_refused: {
    plant: `insert into dossier_consent (id, dossier_id, author, party, purpose, given, told_by, how, at)
      select gen_random_uuid(), a.dossier_id, a.key, 'author', 'publish', false, 'x', 'paper', now()
      from archive_entry x join dossier_author a on a.dossier_id = x.dossier_id where x.public limit 1`,
  },
  archive_entry_hidden_tells_nothing: {
    plant: "update archive_entry set public = false, public_since = null, search = 'x'",
  },
  ...judgingFaults,
  past_figures_of_a_closed_edition: [
    { free: ['edition'], plant: `update edition set state = 'draft' where id = ${oneFigures}` },
    {
      plant: `update past_figures set organisation_id = ${org('vusta')} where edition_id = ${oneFigures}`,
    },
  ],
  past_figures_with_a_list_have_its_dossiers: [
    { plant: `update past_figures set dossiers = dossiers + 1 where edition_id = ${toldEdition}` },
    {
      plant:
        "delete from dossier where id = (select id from dossier where origin = 'import' order by id limit 1)",
    },
  ],
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

/** Takes away what stands in the way of a fault; the rollback brings it back. */
async function prepare(client: pg.PoolClient, fault: Fault): Promise<void> {
  for (const table of fault.free ?? []) await free(client, table);
  for (const table of fault.still ?? [])
    await client.query(`alter table ${table} disable trigger user`);
  if (fault.unindexed !== undefined) await client.query(`drop index ${fault.unindexed}`);
}

/** Takes checks, exclusions and references of a table away. */
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
    for (const fault of [faults[name]!].flat()) await plantAndFind(sql, fault);
  });
}

async function plantAndFind(sql: string, fault: Fault): Promise<void> {
  const client = await database.ownerPool.connect();
  const find = async () => (await client.query(sql)).rows;
  try {
    await client.query('begin');
    if (fault.ground !== undefined) assert.ok((await client.query(fault.ground)).rowCount);
    assert.deepEqual(await find(), []);
    await prepare(client, fault);
    const planted = await client.query(fault.plant);
    assert.ok((planted.rowCount ?? 0) > 0, `nothing was planted: ${fault.plant}`);
    assert.ok((await find()).length > 0, `not found: ${fault.plant}`);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('doctor tells a fault by its name, and ends with code 1', async () => {
  const { plant } = faults.activity_kind_fields_unique as Fault;
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
