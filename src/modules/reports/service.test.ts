import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { canonicalJson } from '../../platform/audit/canonical.ts';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { sound } from '../../platform/testing.ts';
import {
  acceptPlaces,
  answerReturn,
  checkForm,
  formRecords,
  formTimeline,
  freezeForm,
  frozenContent,
  issueNumber,
  publishedReport,
  publishedReports,
  publishForm,
  reopenForm,
  reportForm,
  restated,
  returnPlaces,
  saveForm,
  sendBackForm,
  settleRival,
  submitForm,
  withdrawForm,
  writeCell,
  writeNarrative,
} from './index.ts';
import { sha256 } from './queries/frozen.ts';
import { invariants } from './queries/index.ts';
import {
  cellOf,
  contentOf,
  did,
  narrativeOf,
  type Reporting,
  refused,
  reporting,
  row,
  sumOfTalks,
} from './testing.ts';

let database: Database;
let r: Reporting;
let round: string;
let form: string;
let clerk: Cx;
let leader: Cx;
let national: Cx;

before(async () => {
  database = await testDatabase();
  r = await reporting(database.db);
  await r.fact('bac', 'staff', 9, '2015-01-01');
  await r.fact('bac', 'office', 1, '2015-01-01');
  for (const day of ['2019-02-01', '2019-05-01', '2018-05-01'])
    await r.activity('bac', 'talk', day);
  clerk = await r.person('Hà', 'clerk', 'bac');
  leader = await r.person('Lò', 'leader', 'bac');
  national = await r.person('Vân', 'national', 'toanquoc');
});
after(async () => {
  await sound(r.db, invariants);
  await database.close();
});

// Each test has a round of its own, all of the same period: none is before another.
beforeEach(async () => {
  round = await r.round('2019', '2019-01-01', '2019-12-31');
  form = await r.owe(round, 'bac');
});

const write = (cx: Cx, row: string, declared: number | null, version = 0, reason?: string) =>
  did(cx, writeCell, { pid: form, row, declared, reason, version });
const send = (cx: Cx, confirmed = true) => did(cx, submitForm, { pid: form, confirmed });
const version = async () => (await reportForm(national, form)).obligation.version;
const later = () => r.clock.move(60_000);

/** A form that has gone up. */
async function sent() {
  await write(clerk, 'HAND', 3);
  await send(clerk);
  later();
  await did(leader, checkForm, { pid: form });
  later();
}

describe('a form as it opens', () => {
  test('values from the records stand in it and are offered', async () => {
    const found = await reportForm(clerk, form);
    const value = (key: string) => cellOf(found, key).offered;
    assert.deepEqual(['TALKS', 'STAFF', 'RATIO', 'OFFICE', 'HAND'].map(value), [
      2,
      9,
      0.2,
      1,
      null,
    ]);
    assert.equal(cellOf(found, 'TALKS').previous, 1);
    assert.equal(cellOf(found, 'TALKS').previousPeriod, '2018');
    assert.equal(cellOf(found, 'HAND').previous, null);
    assert.equal(cellOf(found, 'HAND').records, null);
    assert.equal(cellOf(found, 'TALKS').records, `bao-cao/phieu/${form}/ban-ghi/TALKS`);
    assert.equal(
      narrativeOf(found, 'I.1').sentences[0]?.shown,
      'Tổ chức 2 buổi; có 9 người; trụ sở: có.',
    );
    assert.deepEqual(
      found.blocking.map((one) => `${one.path} ${one.code}`),
      ['cells.HAND row_required'],
    );
    assert.deepEqual(found.may, {
      fill: true,
      submit: true,
      withdraw: false,
      check: false,
      receive: false,
      returns: false,
      accept: false,
      reopen: false,
      freeze: false,
      publish: false,
      number: false,
    });
  });

  test('a figure opens to the records behind it', async () => {
    const { items, total } = await formRecords(clerk, form, 'TALKS', 1, 50);
    assert.equal(total, 2);
    assert.deepEqual(
      items.map((item) => item.day),
      ['2019-02-01', '2019-05-01'],
    );
    await assert.rejects(formRecords(clerk, form, 'HAND', 1, 50), NotFound);
    await assert.rejects(formRecords(clerk, form, 'NONE', 1, 50), NotFound);
  });
});

describe('writing', () => {
  test('the first value begins the form; the same again changes nothing', async () => {
    const first = await write(clerk, 'TALKS', 2);
    assert.equal(first.state, 'filling');
    assert.deepEqual(first.places[0]?.outcome, 'saved');
    assert.equal(first.places[0]?.version, 1);
    const again = await write(clerk, 'TALKS', 2);
    assert.equal(again.places[0]?.outcome, 'unchanged');
    assert.equal(again.version, first.version);
  });

  test('what cannot stand in a row is refused with its reason', async () => {
    const bad = (row: string, declared: unknown) =>
      refused(clerk, writeCell, { pid: form, row, declared, version: 0 });
    assert.deepEqual(await bad('OFFICE', 2), ['declared yes_or_no']);
    assert.deepEqual(await bad('TALKS', 1.5), ['declared too_precise']);
    assert.deepEqual(await bad('SHARE', 1.25), ['declared too_precise']);
    assert.deepEqual(await bad('TALKS', 'nhiều'), ['declared not_a_number']);
    assert.deepEqual(await bad('NONE', 1), ['row row_unknown']);
    assert.deepEqual(await bad('SHARE', 1.5), []);
    assert.deepEqual(
      await refused(clerk, writeNarrative, { pid: form, section: 'I', words: 'x', version: 0 }),
      ['section section_unknown'],
    );
  });

  test('two people at one cell: nothing is overwritten, both see both, one is chosen', async () => {
    const other = await r.person('Mai', 'clerk', 'bac');
    await write(clerk, 'HAND', 3);
    const clash = await write(other, 'HAND', 4, 0, 'đếm lại');
    const [place] = clash.places;
    assert.equal(place?.outcome, 'conflict');
    assert.equal(place?.version, 1);
    assert.equal(place?.stands?.declared, 3);
    assert.equal(place?.stands?.by, 'Hà');
    for (const cx of [clerk, other]) {
      const cell = cellOf(await reportForm(cx, form), 'HAND');
      assert.equal(cell.declared, 3);
      assert.deepEqual(
        cell.rivals.map((one) => [one.declared, one.reason, one.by]),
        [[4, 'đếm lại', 'Mai']],
      );
    }
    assert.deepEqual(await refused(clerk, submitForm, { pid: form, confirmed: true }), [
      'cells.HAND rival_open',
    ]);
    const settled = await did(clerk, settleRival, {
      pid: form,
      rival: place?.rival,
      keep: 'typed',
    });
    assert.equal(settled.places[0]?.version, 2);
    const cell = cellOf(await reportForm(clerk, form), 'HAND');
    assert.deepEqual([cell.declared, cell.reason, cell.rivals.length], [4, 'đếm lại', 0]);
    await assert.rejects(
      execute(clerk, settleRival, { pid: form, rival: place?.rival, keep: 'standing' }),
      NotFound,
    );
  });

  test('the same value typed by two is no conflict, and keeping what stands changes nothing', async () => {
    const other = await r.person('Mai', 'clerk', 'bac');
    await write(clerk, 'HAND', 3);
    assert.equal((await write(other, 'HAND', 3)).places[0]?.outcome, 'unchanged');
    const clash = await write(other, 'HAND', 5);
    await did(other, settleRival, { pid: form, rival: clash.places[0]?.rival, keep: 'standing' });
    const cell = cellOf(await reportForm(clerk, form), 'HAND');
    assert.deepEqual([cell.declared, cell.version, cell.rivals.length], [3, 1, 0]);
  });

  test('whoever types again over a conflict has one rival, and none once it is saved', async () => {
    const other = await r.person('Mai', 'clerk', 'bac');
    await write(clerk, 'HAND', 3);
    await write(other, 'HAND', 4);
    await write(other, 'HAND', 5);
    const rivals = async () => cellOf(await reportForm(clerk, form), 'HAND').rivals;
    assert.deepEqual(
      (await rivals()).map((one) => one.declared),
      [5],
    );
    assert.equal((await write(other, 'HAND', 6, 1)).places[0]?.outcome, 'saved');
    assert.deepEqual(await rivals(), []);
  });

  test('two transactions at once: one is saved, the other is told', async () => {
    const other = await r.person('Mai', 'clerk', 'bac');
    const outcomes = await Promise.all([write(clerk, 'HAND', 1), write(other, 'HAND', 2)]);
    const told = outcomes.map((one) => one.places[0]?.outcome).sort();
    assert.deepEqual(told, ['conflict', 'saved']);
    const cell = cellOf(await reportForm(clerk, form), 'HAND');
    assert.deepEqual([cell.declared, ...cell.rivals.map((one) => one.declared)].sort(), [1, 2]);
  });

  test('many places in one go: saved, unchanged and in conflict, each for itself', async () => {
    const other = await r.person('Mai', 'clerk', 'bac');
    await did(clerk, saveForm, {
      pid: form,
      cells: [
        { row: 'HAND', declared: '3', version: 0 },
        { row: 'TALKS', declared: '2', version: 0 },
      ],
      narratives: [{ section: 'II', words: 'Thiếu kinh phí.', version: 0 }],
    });
    const answer = await did(other, saveForm, {
      pid: form,
      cells: [
        { row: 'HAND', declared: '4', version: 0 },
        { row: 'TALKS', declared: '2', version: 0 },
        { row: 'STAFF', declared: '9', version: 0 },
      ],
      narratives: [{ section: 'II', words: 'Thiếu người.', version: 0 }],
    });
    assert.deepEqual(
      answer.places.map((one) => [one.place, one.outcome]),
      [
        ['HAND', 'conflict'],
        ['TALKS', 'unchanged'],
        ['STAFF', 'saved'],
        ['II', 'conflict'],
      ],
    );
    const found = await reportForm(clerk, form);
    assert.equal(narrativeOf(found, 'II').words, 'Thiếu kinh phí.');
    assert.equal(narrativeOf(found, 'II').rivals[0]?.words, 'Thiếu người.');
    assert.deepEqual(
      await refused(clerk, saveForm, {
        pid: form,
        cells: [
          { row: 'HAND', declared: '9', version: 1 },
          { row: 'OFFICE', declared: '7', version: 0 },
        ],
      }),
      ['cells.1.declared yes_or_no'],
    );
    assert.equal(cellOf(await reportForm(clerk, form), 'HAND').declared, 3);
  });
});

describe('up the graph and back', () => {
  test('a difference asks for a reason; what is offered is declared by sending', async () => {
    await write(clerk, 'HAND', 3);
    await write(clerk, 'TALKS', 5);
    assert.deepEqual(await refused(clerk, submitForm, { pid: form, confirmed: true }), [
      'cells.TALKS reason_required',
    ]);
    await write(clerk, 'TALKS', 5, 1, 'ba buổi của hội cơ sở chưa ghi vào sổ');
    const answer = await send(clerk);
    assert.equal(answer.state, 'submitted');
    const found = await reportForm(leader, form);
    const declared = (key: string) => cellOf(found, key).declared;
    assert.deepEqual(['TALKS', 'STAFF', 'RATIO', 'OFFICE', 'HAND', 'SHARE'].map(declared), [
      5,
      9,
      0.2,
      1,
      3,
      null,
    ]);
    assert.equal(found.may.check, true);
  });

  test('warnings must be confirmed', async () => {
    await did(clerk, writeCell, { pid: form, row: 'HAND', declared: -3, version: 0 });
    assert.deepEqual(await refused(clerk, submitForm, { pid: form }), [
      'confirmed confirm_warnings',
    ]);
    assert.deepEqual(await refused(clerk, submitForm, { pid: form, confirmed: 'on' }), []);
  });

  test('sent forms are shut; the sender takes them back while nothing was taken', async () => {
    await sent();
    assert.deepEqual(
      await refused(clerk, writeCell, { pid: form, row: 'HAND', declared: 4, version: 1 }),
      ['declared locked_checked'],
    );
    await did(clerk, withdrawForm, { pid: form });
    assert.equal(await r.state(form), 'filling');
    await write(clerk, 'HAND', 4, 1);
    await send(leader);
    assert.equal(await r.state(form), 'checked');
    await did(national, acceptPlaces, { pid: form, places: ['TALKS'] });
    assert.deepEqual(await refused(clerk, withdrawForm, { pid: form }), ['already_taken']);
  });

  test('the own leader sends back with words', async () => {
    await write(clerk, 'HAND', 3);
    await send(clerk);
    await assert.rejects(execute(clerk, sendBackForm, { pid: form, words: 'x' }), Forbidden);
    await did(leader, sendBackForm, { pid: form, words: 'Xem lại số hội viên.' });
    const found = await reportForm(clerk, form);
    assert.equal(found.obligation.state, 'filling');
    assert.deepEqual(
      found.messages.map((one) => [one.kind, one.words, one.by]),
      [['remark', 'Xem lại số hội viên.', 'Lò']],
    );
  });

  test('the whole way: one cell returned, corrected, accepted, frozen; the timeline tells it', async () => {
    await sent();
    assert.deepEqual(
      await refused(national, returnPlaces, { pid: form, places: [{ place: 'X', words: 'y' }] }),
      ['places.0.place place_unknown'],
    );
    await did(national, returnPlaces, {
      pid: form,
      version: await version(),
      places: [{ place: 'STAFF', words: 'Biên chế được giao là 10, đề nghị kiểm tra.' }],
    });
    later();
    const returned = await reportForm(clerk, form);
    const editable = returned.sections.flatMap((one) => one.cells).filter((cell) => cell.editable);
    assert.deepEqual(
      editable.map((cell) => cell.row.key),
      ['STAFF'],
    );
    assert.equal(cellOf(returned, 'STAFF').messages[0]?.by, 'Vân');
    assert.deepEqual(await refused(clerk, submitForm, { pid: form }), ['STAFF return_unanswered']);
    assert.deepEqual(
      await refused(clerk, writeCell, { pid: form, row: 'HAND', declared: 4, version: 1 }),
      ['declared place_not_returned'],
    );
    await write(clerk, 'STAFF', 10, 1, 'một người mới tuyển');
    later();
    await send(clerk);
    later();
    await did(leader, checkForm, { pid: form });
    later();
    await did(national, acceptPlaces, { pid: form });
    later();
    assert.equal(await r.state(form), 'accepted');
    assert.deepEqual(
      await refused(clerk, writeCell, { pid: form, row: 'STAFF', declared: 11, version: 2 }),
      ['declared locked_accepted'],
    );
    await did(national, freezeForm, { pid: form });
    const content = await frozenContent(clerk, form);
    const kept = content?.sections.flatMap((one) => one.rows) ?? [];
    const talks = kept.find((one) => one.key === 'TALKS');
    assert.equal(talks?.records?.count, 2);
    assert.equal(talks?.records?.pids.length, 2);
    assert.equal(kept.find((one) => one.key === 'RATIO')?.records?.count, 3);
    assert.equal(kept.find((one) => one.key === 'STAFF')?.reason, 'một người mới tuyển');
    const found = await reportForm(clerk, form);
    assert.equal(found.freeze?.hash, sha256(canonicalJson(content)));
    const events = await formTimeline(clerk, form);
    assert.deepEqual(events.map((one) => [one.action, one.by]).reverse(), [
      ['report.cell.write', 'Hà'],
      ['report.submit', 'Hà'],
      ['report.check', 'Lò'],
      ['report.return', 'Vân'],
      ['report.cell.write', 'Hà'],
      ['report.submit', 'Hà'],
      ['report.check', 'Lò'],
      ['report.accept', 'Vân'],
      ['report.freeze', 'Vân'],
    ]);
    assert.equal(events[5]?.reason, 'Biên chế được giao là 10, đề nghị kiểm tra.');
    await sound(r.db, invariants);
  });

  test('a return is answered in words; taking back what was sent again returns it once more', async () => {
    await sent();
    await did(national, returnPlaces, {
      pid: form,
      places: [{ place: 'II', words: 'Viết thêm.' }],
    });
    later();
    assert.deepEqual(
      await refused(clerk, answerReturn, { pid: form, place: 'HAND', words: 'Đúng.' }),
      ['place nothing_to_answer'],
    );
    await did(clerk, answerReturn, { pid: form, place: 'II', words: 'Không có gì thêm.' });
    later();
    await send(clerk);
    later();
    assert.equal(narrativeOf(await reportForm(clerk, form), 'II').state, 'open');
    await did(clerk, withdrawForm, { pid: form });
    const again = await reportForm(clerk, form);
    assert.equal(again.obligation.state, 'returned');
    assert.equal(narrativeOf(again, 'II').editable, true);
    assert.equal(cellOf(again, 'HAND').editable, false);
    await send(leader);
    assert.equal(await r.state(form), 'checked');
  });

  test('a whole form returned opens all places, and is touched by any of them', async () => {
    await sent();
    await did(national, returnPlaces, { pid: form, places: [{ place: '', words: 'Làm lại.' }] });
    later();
    assert.equal(cellOf(await reportForm(clerk, form), 'TALKS').editable, true);
    assert.deepEqual(await refused(clerk, submitForm, { pid: form, confirmed: true }), [
      'return_unanswered',
    ]);
    await write(clerk, 'SHARE', 12.5, 1);
    await send(leader);
    assert.equal(await r.state(form), 'checked');
  });

  test('accepting the returned place alone takes the return away', async () => {
    await sent();
    await did(national, returnPlaces, { pid: form, places: [{ place: 'HAND', words: 'Sai?' }] });
    assert.deepEqual(await refused(national, acceptPlaces, { pid: form }), ['places_returned']);
    await did(national, acceptPlaces, { pid: form, places: ['HAND'] });
    assert.equal(await r.state(form), 'checked');
    assert.equal(cellOf(await reportForm(clerk, form), 'HAND').state, 'accepted');
    await did(national, acceptPlaces, { pid: form });
    await sound(r.db, invariants);
  });

  test('a step over a form that changed is a conflict', async () => {
    await sent();
    const seen = await version();
    await did(clerk, withdrawForm, { pid: form });
    await send(leader);
    await assert.rejects(execute(national, acceptPlaces, { pid: form, version: seen }), Conflict);
  });

  test('a closed round takes nothing that has not gone up, and still corrections', async () => {
    await sent();
    await did(national, returnPlaces, { pid: form, places: [{ place: 'HAND', words: 'Sai?' }] });
    const other = await r.owe(round, 'nam');
    await sql`update report_round set state = 'closed' where pid = ${round}`.execute(r.db);
    const filler = await r.person('Nam', 'clerk', 'nam');
    assert.deepEqual(
      await refused(filler, writeCell, { pid: other, row: 'HAND', declared: 4, version: 0 }),
      ['declared round_closed'],
    );
    assert.deepEqual(await refused(filler, submitForm, { pid: other }), ['round_closed']);
    await write(clerk, 'HAND', 4, 1);
    await send(leader);
    assert.equal(await r.state(form), 'checked');
  });
});

describe('after it was taken', () => {
  async function accepted() {
    await sent();
    await did(national, acceptPlaces, { pid: form });
    later();
  }

  test('a lock exception ends with its day; what sending asks for is asked at once', async () => {
    await accepted();
    const today = r.clock.today();
    assert.deepEqual(
      await refused(national, reopenForm, { pid: form, until: '2020-01-01', reason: 'x' }),
      ['until in_the_past'],
    );
    await did(national, reopenForm, { pid: form, until: today, reason: 'Sai đơn vị tính.' });
    assert.deepEqual(
      await refused(clerk, writeCell, { pid: form, row: 'STAFF', declared: 12, version: 1 }),
      ['reason reason_required'],
    );
    assert.deepEqual(
      await refused(clerk, writeCell, { pid: form, row: 'HAND', declared: null, version: 1 }),
      ['declared row_required'],
    );
    await write(clerk, 'HAND', 8, 1);
    await write(clerk, 'SHARE', 1.5);
    assert.equal(await r.state(form), 'accepted');
    await sound(r.db, invariants);
    r.clock.move(86_400_000);
    assert.deepEqual(
      await refused(clerk, writeCell, { pid: form, row: 'HAND', declared: 9, version: 2 }),
      ['declared locked_accepted'],
    );
    r.clock.move(-86_400_000);
  });

  test('records that change later show as restated; a new freeze keeps the old one', async () => {
    await accepted();
    await did(national, freezeForm, { pid: form });
    assert.deepEqual(await restated(clerk, form), []);
    const pid = await r.activity('bac', 'talk', '2019-12-31');
    const [talks, ratio, ...more] = await restated(clerk, form);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [talks?.row, talks?.declared, talks?.derivedThen, talks?.derivedNow, talks?.difference],
      ['TALKS', 2, 2, 3, 1],
    );
    assert.equal(ratio?.difference, 0.1);
    assert.deepEqual(await refused(national, freezeForm, { pid: form }), ['freeze_not_now']);
    await did(national, reopenForm, { pid: form, until: r.clock.today(), reason: 'Bổ sung.' });
    await write(clerk, 'TALKS', 3, 1);
    await did(national, freezeForm, { pid: form });
    assert.deepEqual(
      (await restated(clerk, form)).map((one) => one.row),
      [],
    );
    const [count] = await all(
      r.db,
      sql<{ n: number }>`select count(*)::integer as n from report_freeze z
        join report_obligation b on b.id = z.obligation_id where b.pid = ${form}`,
    );
    assert.equal(count?.n, 2);
    await sql`delete from activity where pid = ${pid}`.execute(r.db);
  });

  test('what was frozen cannot be rewritten or taken away', async () => {
    await accepted();
    await did(national, freezeForm, { pid: form });
    await assert.rejects(sql`update report_freeze set content = '{}'`.execute(r.db), /append_only/);
    await assert.rejects(sql`delete from report_freeze`.execute(r.db), /append_only/);
  });

  test('numbers run without gap, once for each report', async () => {
    await accepted();
    const number = (pid: string, more = {}) => ({
      pid,
      signed_on: '2020-01-08',
      signer: 'Lò Văn An',
      position: 'Chủ tịch',
      authority: 'TM.',
      authority_of: 'Ban Thường vụ',
      ...more,
    });
    assert.deepEqual(await refused(clerk, issueNumber, number(form, { signed_on: '2030-01-01' })), [
      'signed_on in_the_future',
    ]);
    assert.deepEqual(await refused(clerk, issueNumber, number(form, { symbol: 'BC LHH' })), [
      'symbol not_a_symbol',
    ]);
    // A number cannot be taken back: what could not be printed takes none.
    assert.deepEqual(
      await refused(clerk, issueNumber, number(form, { signer: 'PGS.TS. Lò Văn An' })),
      ['signer document.signer_title'],
    );
    assert.deepEqual(await refused(clerk, issueNumber, number(form, { authority_of: null })), [
      'authority_of required',
    ]);
    assert.deepEqual(await refused(clerk, issueNumber, number(form, { authority: 'XX' })), [
      'authority not_in_list',
    ]);
    const others = [form];
    for (let more = 0; more < 4; more += 1) {
      const next = await r.round('2019', '2019-01-01', '2019-12-31');
      others.push(await r.owe(next, 'bac'));
    }
    for (const pid of others.slice(1)) {
      await did(clerk, writeCell, { pid, row: 'HAND', declared: 1, version: 0 });
      await did(leader, submitForm, { pid, confirmed: true });
    }
    await Promise.all(others.map((pid) => did(clerk, issueNumber, number(pid))));
    const numbers = await Promise.all(
      others.map(async (pid) => (await reportForm(clerk, pid)).number),
    );
    assert.deepEqual(numbers.map((one) => one?.number).sort(), [1, 2, 3, 4, 5]);
    assert.equal(numbers[0]?.symbol, 'BC-B');
    assert.deepEqual(await refused(clerk, issueNumber, number(form)), ['number_stands']);
  });

  test('everybody sees a published report: values and words, no reasons', async () => {
    await write(clerk, 'HAND', 3);
    await did(clerk, writeNarrative, {
      pid: form,
      section: 'I.1',
      words: 'Đã tổ chức {TALKS} buổi, {NONE}.',
      version: 0,
    });
    assert.deepEqual(await refused(leader, publishForm, { pid: form, published: true }), [
      'publish_not_now',
    ]);
    await send(leader);
    await did(national, acceptPlaces, { pid: form });
    assert.equal(await publishedReport(r.cx, form), null);
    await did(leader, publishForm, { pid: form, published: true });
    const open = await publishedReport(r.cx, form);
    assert.equal(open?.sections[1]?.shown, 'Đã tổ chức 2 buổi, ….');
    assert.equal(open?.sections[2]?.rows[0]?.declared, 2);
    assert.equal(JSON.stringify(open?.sections).includes('reason'), false);
    await did(national, freezeForm, { pid: form });
    assert.deepEqual((await publishedReport(r.cx, form))?.sections, open?.sections);
    const owner = (await reportForm(clerk, form)).obligation.organisation.id;
    assert.equal(
      (await publishedReports(r.cx, owner)).some((one) => one.pid === form),
      true,
    );
    await did(leader, publishForm, { pid: form, published: false });
    assert.equal(await publishedReport(r.cx, form), null);
  });
});

describe('those below', () => {
  test('what was accepted below adds up, only where it makes sense', async () => {
    for (const [at, code] of ['bac-a', 'bac-b'].entries()) {
      const pid = await r.owe(round, code, 'bac');
      const officer = await r.person(`Cán bộ ${code}`, 'officer', code);
      await did(officer, saveForm, {
        pid,
        cells: [
          { row: 'HAND', declared: 10 + at, version: 0 },
          { row: 'SHARE', declared: 50, version: 0 },
          { row: 'OFFICE', declared: 1, reason: 'ở nhờ', version: 0 },
          { row: 'TALKS', declared: 4, reason: 'chưa ghi sổ', version: 0 },
        ],
      });
      assert.equal((await did(officer, submitForm, { pid, confirmed: true })).state, 'checked');
      const before = cellOf(await reportForm(clerk, form), 'HAND');
      assert.deepEqual([before.below, before.belowOf], at === 0 ? [null, 0] : [10, 1]);
      await did(clerk, acceptPlaces, { pid });
    }
    const found = await reportForm(clerk, form);
    const below = (key: string) => [cellOf(found, key).below, cellOf(found, key).belowOf];
    assert.deepEqual(below('HAND'), [21, 2]);
    assert.deepEqual(below('TALKS'), [8, 2]);
    assert.deepEqual(below('SHARE'), [null, 0]);
    assert.deepEqual(below('OFFICE'), [null, 0]);
    assert.deepEqual(below('RATIO'), [null, 0]);
    assert.deepEqual(found.below, { asked: 2, sent: 2, accepted: 2 });
    assert.equal(cellOf(found, 'HAND').offered, 21);
    assert.equal(
      found.warnings.some((one) => one.code === 'below_differs' && one.data?.place === 'TALKS'),
      true,
    );
  });

  test('nothing happened: 0 is offered for a sum, declared by sending; unknown amounts are none', async () => {
    await r.indicator('PEOPLE', sumOfTalks);
    await r.indicator('MONEY', {
      ...{ source: 'facts', filter: { kind: ['money'] }, measure: 'sum', argument: 'amount' },
      window: 'year',
    });
    const rows = [
      row('PEOPLE', { required: true }),
      row('MONEY', { required: true }),
      row('HAND', { indicator: null, required: true }),
    ];
    const year = await r.round('2012', '2012-01-01', '2012-12-31', contentOf(rows));
    const pid = await r.owe(year, 'bac');
    // Another year, another kind, another organisation.
    await r.activity('bac', 'talk', '2011-12-31', { data: { people: 5 } });
    await r.activity('bac', 'talk', '2013-01-01', { data: { people: 5 } });
    await r.activity('bac', 'contest', '2012-05-05', { data: { people: 5 } });
    await r.activity('nam', 'talk', '2012-05-05', { data: { people: 5 } });
    const told = async () => {
      const found = await reportForm(clerk, pid);
      return ['PEOPLE', 'MONEY', 'HAND'].map((key) => {
        const { derived, offered, nothing, issues } = cellOf(found, key);
        return [derived, offered, nothing, issues.map((one) => one.code).join()];
      });
    };
    const empty = [null, null, false, 'row_required'];
    assert.deepEqual(await told(), [[null, 0, true, ''], empty, empty]);
    assert.equal((await reportForm(clerk, pid)).blocking.length, 2);
    const talk = await r.activity('bac', 'talk', '2012-12-31');
    assert.deepEqual((await told())[0], empty);
    const put = (data: string) =>
      sql`update activity set data = ${data}::jsonb where pid = ${talk}`.execute(r.db);
    await put('{"people": 0}');
    assert.deepEqual((await told())[0], [0, 0, false, '']);
    await sql`delete from activity where pid = ${talk}`.execute(r.db);
    // What those below declared comes first.
    const below = await r.owe(year, 'bac-a', 'bac');
    const typed = (more: Record<string, number>) =>
      Object.entries(more).map(([key, declared]) => ({ row: key, declared, version: 0 }));
    await did(clerk, saveForm, { pid: below, cells: typed({ PEOPLE: 3, MONEY: 1, HAND: 1 }) });
    await did(await r.person('Cán bộ', 'officer', 'bac-a'), submitForm, {
      pid: below,
      confirmed: true,
    });
    assert.deepEqual((await told())[0], [null, 0, true, '']);
    await did(clerk, acceptPlaces, { pid: below });
    assert.deepEqual((await told())[0], [null, 3, true, '']);
    const lone = await r.owe(year, 'bac-b', 'bac');
    await did(clerk, saveForm, { pid: lone, cells: typed({ MONEY: 1, HAND: 1 }) });
    await did(await r.person('Cán bộ', 'officer', 'bac-b'), submitForm, {
      pid: lone,
      confirmed: true,
    });
    const sentCell = cellOf(await reportForm(clerk, lone), 'PEOPLE');
    assert.deepEqual([sentCell.declared, sentCell.version], [0, 1]);
    await did(clerk, acceptPlaces, { pid: lone });
    await did(clerk, freezeForm, { pid: lone });
    assert.deepEqual(await restated(clerk, lone), []);
    await r.activity('bac-b', 'talk', '2012-03-03', { data: { people: 7 } });
    const [now, ...more] = await restated(clerk, lone);
    assert.deepEqual([now?.row, now?.declared, now?.derivedNow, more], ['PEOPLE', 0, 7, []]);
    await sound(r.db, invariants);
  });

  test('who may see and do what', async () => {
    const child = await r.owe(round, 'bac-a', 'bac');
    const officer = await r.person('Cán bộ', 'officer', 'bac-a');
    const stranger = await r.person('Nam', 'clerk', 'nam');
    const auditor = await r.person('Kiểm', 'auditor', 'bac');
    for (const [who, pid] of [
      [stranger, form],
      [stranger, child],
      [officer, form],
    ] as const) {
      await assert.rejects(reportForm(who, pid), NotFound);
      await assert.rejects(formTimeline(who, pid), NotFound);
      await assert.rejects(restated(who, pid), NotFound);
      const raw = { pid, row: 'HAND', declared: 1, version: 0 };
      await assert.rejects(execute(who, writeCell, raw), NotFound);
      await assert.rejects(execute(who, submitForm, { pid }), NotFound);
    }
    const raw = { pid: form, row: 'HAND', declared: 1, version: 0 };
    await assert.rejects(execute(auditor, writeCell, raw), Forbidden);
    await assert.rejects(execute(national, writeCell, raw), Forbidden);
    assert.equal((await reportForm(auditor, form)).may.fill, false);
    assert.equal(cellOf(await reportForm(auditor, form), 'HAND').editable, false);
    // A clerk of the union may fill for an association that has no computer.
    await did(clerk, writeCell, { ...raw, pid: child });
    await assert.rejects(execute(clerk, checkForm, { pid: child }), Forbidden);
    await sent();
    await assert.rejects(execute(leader, acceptPlaces, { pid: form }), Forbidden);
    await assert.rejects(
      execute(leader, returnPlaces, { pid: form, places: [{ place: 'HAND', words: 'x' }] }),
      Forbidden,
    );
  });
});
