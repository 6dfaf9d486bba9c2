import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { fixedClock } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/day.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { sound } from '../../platform/testing.ts';
import { createOrganisation, organisationId, renameOrganisation } from '../organisations/index.ts';
import { actorWith, cxOf, must, smallFederation, system } from '../organisations/testing.ts';
import { issueAndPrint } from './jobs.ts';
import {
  cardOf,
  countCandidates,
  countLabels,
  findCard,
  invariants,
  listCards,
  verdictOf,
} from './queries/index.ts';
import { cardStates, stateOn } from './rules.ts';
import { issueCard, issueCards, replaceCard, revokeCard, setDesign } from './service/index.ts';
import { addMember, type TestMember } from './testing.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;
const today = '2026-05-12';
const cx = cxOf(db);
await smallFederation(cx);
await must(cx, setDesign, {
  organisation: 'sonla-dat',
  pattern: 'SL-D-{0001}',
  title: 'Thẻ hội viên',
});
const clerk = cxOf(db, await actorWith(db, ['clerk', 'sonla-dat']));
const other = cxOf(db, await actorWith(db, ['clerk', 'sonla-y']));
const union = cxOf(db, await actorWith(db, ['leader', 'sonla']));
const on = (day: Day): Cx => cxOf(db, system, fixedClock(day));

const member = (name: string, parts: Partial<TestMember> = {}) =>
  addMember(cx, { name, organisation: 'sonla-dat', ...parts });

async function issued(by: Cx, membership: string, days: object = {}) {
  const outcome = await issueCard(by, { membership, issued_on: today, ...days });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return cardOf(cx, outcome.value.pid);
}

async function refused(by: Cx, membership: string, days: object = {}): Promise<string[]> {
  const outcome = await issueCard(by, { membership, issued_on: today, ...days });
  return outcome.ok ? [] : outcome.issues.map(({ path, code }) => `${path} ${code}`);
}

test('numbers follow the series; the number of the roster is kept as it is', async () => {
  const one = await issued(clerk, (await member('Lò Văn Ấm')).membershipPid);
  assert.equal(one.number, 'SL-D-0001');
  const kept = await member('Cầm Thị Én', { cardNumber: ' HV/07 ' });
  assert.equal((await issued(clerk, kept.membershipPid)).number, 'HV/07');
  const two = await issued(clerk, (await member('Hà Thị Hiền')).membershipPid);
  assert.equal(two.number, 'SL-D-0002');
});

test('a series leaves out the numbers that a roster gives to somebody', async () => {
  await member('Quàng Văn Bình', { cardNumber: 'SL-D-0003' });
  const card = await issued(clerk, (await member('Quàng Văn Cường')).membershipPid);
  assert.equal(card.number, 'SL-D-0004');
});

test('two at once get two numbers', async () => {
  const members = await Promise.all(
    ['Lò Thị Một', 'Lò Thị Hai', 'Lò Thị Ba'].map((n) => member(n)),
  );
  const cards = await Promise.all(members.map((one) => issued(clerk, one.membershipPid)));
  assert.equal(new Set(cards.map((card) => card.number)).size, 3);
});

test('one card for a membership, one membership for a number', async () => {
  const one = await member('Đinh Văn Dũng', { cardNumber: 'HV/08' });
  await issued(clerk, one.membershipPid);
  assert.deepEqual(await refused(clerk, one.membershipPid), ['membership already_issued']);
  const twin = await member('Đinh Văn Đức', { cardNumber: 'HV/08' });
  assert.deepEqual(await refused(clerk, twin.membershipPid), ['membership number_taken']);
});

test('no card for who has left; not before today, not until before its first day', async () => {
  const left = await member('Vì Văn Đi', { until: today });
  assert.deepEqual(await refused(clerk, left.membershipPid), ['membership membership_ended']);
  const stays = await member('Vì Văn Ở', { until: '2026-05-13' });
  assert.deepEqual(await refused(clerk, stays.membershipPid, { issued_on: '2026-05-13' }), [
    'issued_on day_in_future',
  ]);
  assert.deepEqual(await refused(clerk, stays.membershipPid, { valid_until: '2026-05-11' }), [
    'valid_until before_issue',
  ]);
  assert.equal((await issued(clerk, stays.membershipPid)).lastDay, '2026-05-12');
});

test('a card ends with its last day or with the membership, whichever comes first', async () => {
  const one = await member('Tòng Văn Hạn', { until: '2027-01-01' });
  const { token, pid } = await issued(clerk, one.membershipPid, { valid_until: '2026-12-30' });
  const verdict = async (day: Day) => (await verdictOf(db, token, day)).verdict;
  assert.equal(await verdict('2026-05-12'), 'valid');
  assert.equal(await verdict('2026-12-30'), 'valid');
  assert.equal(await verdict('2026-12-31'), 'expired');
  await sql`update card set valid_until = null where pid = ${pid}`.execute(db);
  assert.equal(await verdict('2026-12-31'), 'valid');
  assert.equal(await verdict('2027-01-01'), 'expired');
  await sql`update membership set deleted_at = now() where id = ${one.membershipId}`.execute(db);
  assert.equal(await verdict('2026-05-12'), 'expired');
});

test('a lost card is replaced: same number, another code; the old code says so', async () => {
  const old = await issued(clerk, (await member('Lường Văn Mất')).membershipPid);
  const { pid } = await must(clerk, replaceCard, { pid: old.pid, reason: 'Mất' });
  const fresh = await cardOf(cx, pid);
  assert.equal(fresh.number, old.number);
  assert.notEqual(fresh.token, old.token);
  assert.equal(fresh.replacesPid, old.pid);
  assert.equal((await cardOf(cx, old.pid)).reason, 'Mất');
  assert.equal((await verdictOf(db, old.token, today)).verdict, 'replaced');
  assert.equal((await verdictOf(db, fresh.token, today)).verdict, 'valid');
  const again = await execute(clerk, replaceCard, { pid: old.pid, reason: 'Mất' });
  assert.deepEqual(again.ok ? [] : again.issues.map((i) => i.code), ['already_replaced']);
  const third = await must(clerk, replaceCard, { pid, reason: 'Đổi số', new_number: true });
  assert.notEqual(third.number, old.number);
});

test('a card that has expired is replaced by issuing anew, under its number', async () => {
  const one = await member('Lường Văn Gia');
  const old = await issued(clerk, one.membershipPid, { valid_until: '2026-05-12' });
  const later = on('2026-05-13');
  const outcome = await issueCard(later, {
    membership: one.membershipPid,
    issued_on: '2026-05-13',
  });
  assert.ok(outcome.ok);
  assert.equal(outcome.value.number, old.number);
  assert.equal((await verdictOf(db, old.token, '2026-05-13')).verdict, 'replaced');
});

test('a revoked card says so; another may be issued, with a new number', async () => {
  const one = await member('Bạc Cầm Thu');
  const card = await issued(clerk, one.membershipPid);
  await must(clerk, revokeCard, { pid: card.pid, reason: 'Vi phạm điều lệ' });
  assert.equal((await verdictOf(db, card.token, today)).verdict, 'revoked');
  const fresh = await issued(clerk, one.membershipPid);
  assert.notEqual(fresh.number, card.number);
  const twice = await execute(clerk, revokeCard, { pid: card.pid, reason: 'x' });
  assert.deepEqual(twice.ok ? [] : twice.issues.map((i) => i.code), ['already_revoked']);
  await assert.rejects(
    execute(clerk, revokeCard, { pid: fresh.pid, reason: 'x', version: 9 }),
    Conflict,
  );
});

test('unions do not see, issue or end the cards of others; those above them do', async () => {
  const one = await member('Kim Văn Riêng');
  await assert.rejects(
    issueCard(other, { membership: one.membershipPid, issued_on: today }),
    NotFound,
  );
  const card = await issued(union, one.membershipPid);
  assert.equal(await findCard(other, card.pid), null);
  assert.notEqual(await findCard(clerk, card.pid), null);
  await assert.rejects(execute(other, revokeCard, { pid: card.pid, reason: 'x' }), NotFound);
  await assert.rejects(execute(other, replaceCard, { pid: card.pid, reason: 'x' }), NotFound);
  const design = { organisation: 'sonla-dat', pattern: 'X-{1}', title: 'X' };
  await assert.rejects(execute(other, setDesign, design), Forbidden);
  const list = { under: null, sort: 'number', descending: false, page: 1, size: 200 } as const;
  assert.equal((await listCards(other, list)).total, 0);
  const auditor = cxOf(db, await actorWith(db, ['auditor', 'sonla']));
  assert.notEqual(await findCard(auditor, card.pid), null);
  await assert.rejects(execute(auditor, revokeCard, { pid: card.pid, reason: 'x' }), Forbidden);
});

test('many at once: who has a card, left, or has another’s number is left out', async () => {
  const members = await Promise.all([
    member('Nông Văn Một', { cardNumber: 'N/1' }),
    member('Nông Văn Hai', { cardNumber: 'N/1' }),
    member('Nông Văn Ba'),
    member('Nông Văn Bốn', { until: today }),
    member('Nông Văn Năm'),
  ]);
  await issued(clerk, members[2]!.membershipPid);
  const memberships = members.map((one) => one.membershipPid);
  const batch = cx.ids.uuid();
  const outcome = await issueCards(clerk, batch, { memberships, issued_on: today });
  assert.deepEqual(outcome, { ok: true, value: { issued: 2, leftOut: 3 } });
  const again = await issueCards(clerk, batch, { memberships, issued_on: today });
  assert.deepEqual(again, { ok: true, value: { issued: 0, leftOut: 5 } });
});

test('a branch’s members carry the card of the association it belongs to', async () => {
  await must(cx, createOrganisation, {
    code: 'sonla-dat-moc-chau',
    kind: 'branch',
    name: 'Chi hội Đất Mộc Châu',
    short_name: 'Chi hội Mộc Châu',
    from: '2015-01-01',
    parent: 'sonla-dat',
  });
  const one = await member('Mùi Văn Chi', { organisation: 'sonla-dat-moc-chau' });
  const card = await issued(clerk, one.membershipPid);
  assert.equal(card.issuerCode, 'sonla-dat');
  assert.equal(card.organisationCode, 'sonla-dat-moc-chau');
  assert.match(card.number, /^SL-D-/);
});

test('the check tells the name that was printed, also after the association has another', async () => {
  const card = await issued(on('2026-05-12'), (await member('Phàn Văn Cũ')).membershipPid);
  const named = { name: 'Hội Đất và Môi trường tỉnh Sơn La', short_name: 'Hội Đất Môi trường' };
  await must(on('2026-06-01'), renameOrganisation, {
    organisation: 'sonla-dat',
    from: '2026-06-01',
    ...named,
  });
  assert.equal((await verdictOf(db, card.token, '2026-06-02')).issuerName, card.issuerName);
  const later = await member('Phàn Văn Mới');
  const outcome = await issueCard(on('2026-06-02'), {
    membership: later.membershipPid,
    issued_on: '2026-06-02',
  });
  assert.ok(outcome.ok);
  assert.equal((await cardOf(cx, outcome.value.pid)).issuerName, named.name);
});

test('a pattern with the year begins anew with each; a new pattern too', async () => {
  const organisation = 'sonla-y';
  const numbered = async (day: Day, name: string) => {
    const { membershipPid } = await addMember(cx, { name, organisation });
    const outcome = await issueCard(on(day), { membership: membershipPid, issued_on: day });
    return outcome.ok ? outcome.value.number : '';
  };
  await must(cx, setDesign, { organisation, pattern: 'Y/{YYYY}/{01}', title: 'Thẻ' });
  assert.equal(await numbered('2025-12-30', 'Lê A'), 'Y/2025/01');
  assert.equal(await numbered('2025-12-31', 'Lê B'), 'Y/2025/02');
  assert.equal(await numbered('2026-01-01', 'Lê C'), 'Y/2026/01');
  await must(cx, setDesign, { organisation, pattern: 'YT-{10}', title: 'Thẻ' });
  assert.equal(await numbered('2026-01-02', 'Lê D'), 'YT-10');
  assert.equal(await numbered('2026-01-02', 'Lê E'), 'YT-11');
});

test('the list’s states are those of the rules, on every day', async () => {
  for (const day of ['2026-05-12', '2026-05-13', '2027-06-01']) {
    const by = on(day);
    const all = { under: null, sort: 'number', descending: false, page: 1, size: 200 } as const;
    const { rows } = await listCards(by, all);
    assert.ok(rows.length > 10);
    for (const state of cardStates) {
      const found = await listCards(by, { ...all, state });
      const expected = rows.filter((row) => stateOn(row, day) === state).map((row) => row.pid);
      assert.deepEqual(
        found.rows.map((row) => row.pid),
        expected,
        `${state} ${day}`,
      );
    }
  }
});

test('issuing and printing a whole filter: files kept, who cannot is counted', async () => {
  const under = (await organisationId(cx, 'sonla-dat')) ?? '';
  const waiting = await countCandidates(clerk, { under });
  assert.ok(waiting > 2);
  const order = {
    place: { organisationId: under, code: 'sonla-dat' },
    filter: { under },
    days: { issued_on: today, valid_until: null },
    batch: cx.ids.uuid(),
    how: { sheets: true, back: false, base: 'https://lhh.example' },
  };
  const printed = await issueAndPrint(cx, order);
  const [row] = await all(
    db,
    sql<{ printed: number; left: number; files: number }>`select g.printed, g.left_out as left,
      (select count(*)::integer from file_link l where l.subject_id = g.id) as files
      from card_printing g where g.pid = ${printed?.pid ?? ''}`,
  );
  const left = await countCandidates(cx, { under });
  assert.deepEqual(row, { printed: waiting - left, left, files: 1 });
  // Those whose number somebody else's card has.
  assert.equal(left, 2);
});

test('labels: one for a person, members of today, only with an address', async () => {
  const under = (await organisationId(cx, 'sonla-y')) ?? '';
  const organisation = 'sonla-y';
  const before = await countLabels(cx, { under });
  const one = await addMember(cx, { name: 'Tráng A Sử', organisation, address: 'Bản Nà, Sơn La' });
  await addMember(cx, { name: 'Tráng A Lử', organisation, address: '  ' });
  await addMember(cx, { name: 'Tráng A Đi', organisation, address: 'x', until: '2026-01-01' });
  await sql`update person set identity_id = ${one.personId} where given = 'Lử'`.execute(db);
  const after = await countLabels(cx, { under });
  assert.deepEqual([after.members - before.members, after.addressed - before.addressed], [1, 1]);
  assert.equal((await countLabels(clerk, { under })).members, 0);
});

test('nothing of this breaks what must hold', () => sound(db, invariants));
