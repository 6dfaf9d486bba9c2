import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { fixedClock } from '../../kernel/clock.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { all, inTransaction, one } from '../../platform/database/query.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { setRootCode } from '../../platform/http/addresses.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { verifyText } from '../../platform/keys.ts';
import { broken, sound } from '../../platform/testing.ts';
import { editionByPid } from '../calls/index.ts';
import { dossierByPid } from '../dossiers/index.ts';
import { awardKey, recordAward, removeAward } from '../dossiers/service/index.ts';
import { actorWith, cxOf, smallFederation } from '../organisations/testing.ts';
import { done, refused } from '../rounds/testing.ts';
import { issueAndPrint } from './jobs.ts';
import {
  candidatesOf,
  certificateByPid,
  invariants,
  listCertificates,
  revokedIn,
  unawarded,
  waiting,
} from './queries/index.ts';
import { isListed, type Json, proofHolds, readFrozen } from './rules/index.ts';
import {
  certificateKeys,
  designOfEdition,
  issueCertificates,
  replaceCertificate,
  revokeAfterAward,
  revokeCertificate,
  sendLetter,
  setDesign,
  statusList,
} from './service/index.ts';
import {
  adult,
  certificateNamed,
  chooseDesign,
  issueAll,
  numbersOf,
  openContest,
  site,
  winner,
} from './testing.ts';
import { words } from './vi/index.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;
await installJobs(database.ownerPool);
const emit: Cx['emit'] = async (cx, happening) => {
  if (happening.name === 'dossier.remove_award') await revokeAfterAward(cx, happening);
};
const cx: Cx = { ...cxOf(db), emit };
await smallFederation(cx);
setRootCode('vusta');
const leader: Cx = { ...cxOf(db, await actorWith(db, ['leader', 'sonla'])), emit };
const other = cxOf(db, await actorWith(db, ['leader', 'sonla-y']));
const auditor = cxOf(db, await actorWith(db, ['auditor', 'sonla']));
const today = cx.clock.today();

let contests = 0;
/** A contest of its own series, with a design. */
async function contest(design: object = {}): Promise<string> {
  contests += 1;
  const edition = await openContest(cx, 'sonla', `hoi-thi-${contests}`);
  await chooseDesign(cx, edition, { symbol: `GCN-${contests}`, ...design });
  return edition;
}

const person = (name: string, birth = '1980-05-01') => ({ name, birth });

async function awardOf(by: Cx, pid: string): Promise<string> {
  const dossier = await dossierByPid(by, pid);
  const { id } = await one(
    db,
    sql<{ id: string }>`select id from dossier_award where dossier_id = ${dossier.id}`,
  );
  return awardKey({ id });
}

test('numbers follow the prizes, then the numbers of dossiers, then the authors', async () => {
  const edition = await contest();
  const { prizes } = (await editionByPid(cx, edition)).content.prizes;
  const [high, low] = [prizes[0]!.key, prizes[1]!.key];
  await winner(cx, { edition, prize: low, people: [person('Một')] });
  await winner(cx, { edition, prize: high, people: [person('Hai'), person('Ba')] });
  await winner(cx, { edition, prize: high, people: [person('Bốn')] });
  await winner(cx, { edition, prize: null, people: [person('Giải nơi khác')] });
  assert.equal((await issueAll(leader, edition)).length, 4);
  const { rows } = await listCertificates(leader, {
    edition: (await editionByPid(cx, edition)).id,
    sort: 'so',
    descending: false,
    page: 1,
    size: 50,
  });
  assert.deepEqual(
    rows.map(({ number, holderName }) => [number.split('/')[0], holderName]),
    [
      ['01', 'Hai'],
      ['02', 'Ba'],
      ['03', 'Bốn'],
      ['04', 'Một'],
    ],
  );
  // Again: nobody waits.
  const again = { edition, issued_on: today, site };
  assert.deepEqual(await refused(issueCertificates(leader, cx.ids.uuid(), again)), [
    'nobody_waits',
  ]);
});

test('nothing is issued without a design, for a day to come, or before the decision', async () => {
  const edition = await openContest(cx, 'sonla', 'chua-mau');
  await winner(cx, { edition });
  const issue = (more: object = {}) =>
    refused(issueCertificates(leader, cx.ids.uuid(), { edition, issued_on: today, site, ...more }));
  assert.deepEqual(await issue(), ['design_missing']);
  await chooseDesign(cx, edition, { symbol: 'GCN-X' });
  assert.deepEqual(await issue({ issued_on: '2026-05-13' }), ['issued_on day_in_future']);
  assert.deepEqual(await issue({ issued_on: '2026-05-09' }), ['issued_on before_decision']);
  assert.deepEqual(await issue({ prize: 'khong-co' }), ['nobody_waits']);
  assert.deepEqual(await issue({ issued_on: '2026-05-10' }), []);
});

test('what was issued is hashed, signed and never changed', async () => {
  const edition = await contest();
  await winner(cx, { edition, people: [person('Nông Văn Bất Biến')], title: 'Máy “tách” hạt' });
  await issueAll(leader, edition);
  const found = await certificateNamed(cx, 'Nông Văn Bất Biến');
  const { sha256, signature, keyId, number } = await certificateByPid(leader, found.pid);
  assert.equal(createHash('sha256').update(found.frozen).digest('hex'), sha256);
  assert.equal(verifyText(cx.keys, 'certificate', found.frozen, { signature, keyId }), 'good');
  // A key of its own: receipts are signed by another one.
  assert.equal(verifyText(cx.keys, 'receipt', found.frozen, { signature, keyId }), 'unknown');
  const forged = found.frozen.replace('Bất Biến', 'Tùy Biến');
  assert.equal(verifyText(cx.keys, 'certificate', forged, { signature, keyId }), 'bad');
  const frozen = readFrozen(found.frozen);
  assert.equal(frozen.number, number);
  assert.equal(frozen.address, `${site}/chung-nhan/${found.code}`);
  assert.deepEqual(frozen.text.wording[0], 'Giải pháp: “Máy “tách” hạt”');
  const change = (column: string, value: unknown) =>
    db
      .transaction()
      .execute((t) =>
        sql`update certificate set ${sql.ref(column)} = ${value} where id = ${found.id}`.execute(t),
      );
  for (const [column, value] of [
    ['frozen', forged],
    ['holder_name', 'Ai khác'],
    ['number', 99],
    ['credential', '{}'],
    ['nameless', '{}'],
    ['code', '0'.repeat(16)],
    ['issued_on', '2020-01-01'],
  ] as const)
    await assert.rejects(change(column, value), /append_only/, column);
  await assert.rejects(
    db.transaction().execute((t) => sql`delete from certificate where id = ${found.id}`.execute(t)),
    /append_only/,
  );
  // Another design changes nothing of it.
  await chooseDesign(cx, edition, { title: 'GIẤY KHEN' });
  assert.equal((await certificateNamed(cx, 'Nông Văn Bất Biến')).frozen, found.frozen);
});

test('both credentials hold by the published key; one letter changed and they do not', async () => {
  const edition = await contest();
  await winner(cx, { edition, people: [person('Hà Thị Chứng')] });
  await issueAll(leader, edition);
  const found = await certificateNamed(cx, 'Hà Thị Chứng');
  const [key] = certificateKeys(cx.keys);
  for (const text of [found.credential, found.nameless]) {
    const badge = JSON.parse(text) as Json & { proof: { verificationMethod: string }[] };
    assert.equal(proofHolds(badge, key!.multikey), true);
    assert.equal(badge.proof[0]?.verificationMethod, `did:web:lhh.example:sonla#${key!.multikey}`);
    let looked = 0;
    for (let at = 0; at < text.length; at += 1) {
      const letter = text[at] ?? '';
      if (!/[a-z0-9]/i.test(letter) || text[at - 1] === '\\') continue;
      const changed = `${text.slice(0, at)}${letter === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
      let read: Json;
      try {
        read = JSON.parse(changed) as Json;
      } catch {
        // A number or a word of JSON is no more: that is noticed by itself.
        continue;
      }
      assert.equal(proofHolds(read, key!.multikey), false, text.slice(at - 30, at + 10));
      looked += 1;
    }
    assert.ok(looked > 1000, String(looked));
  }
  assert.ok(found.credential.includes('Hà Thị Chứng'));
  assert.ok(!found.nameless.includes('Chứng"') && !found.nameless.includes('Hà Thị'));
});

test('two at once give no number twice; what fails leaves no gap', async () => {
  const edition = await contest();
  const twin = await contest();
  const symbol = 'GCN-CHUNG';
  for (const pid of [edition, twin]) await chooseDesign(cx, pid, { symbol });
  for (let at = 0; at < 30; at += 1) {
    await winner(cx, { edition, people: [person(`Đôi A ${at}`)] });
    await winner(cx, { edition: twin, people: [person(`Đôi B ${at}`)] });
  }
  const batches = Array.from({ length: 4 }, () => cx.ids.uuid());
  const crash = () =>
    inTransaction(db, async (inner) => {
      const raw = { edition, issued_on: today, site };
      await done(issueCertificates({ ...leader, db: inner }, cx.ids.uuid(), raw));
      throw new Error('crashed');
    });
  await assert.rejects(crash(), /crashed/);
  const outcomes = await Promise.all(
    batches.map((batch, at) =>
      issueCertificates(leader, batch, {
        edition: at % 2 === 0 ? edition : twin,
        issued_on: today,
        site,
      }),
    ),
  );
  // Of two that ordered the same, one found that nobody waits any more.
  assert.equal(outcomes.filter(({ ok }) => ok).length, 2);
  const numbers = (await Promise.all(batches.map((batch) => numbersOf(cx, batch)))).flat();
  const counted = numbers.map((text) => Number(text.split('/')[0])).sort((a, b) => a - b);
  assert.deepEqual(
    counted,
    Array.from({ length: 60 }, (_, at) => at + 1),
  );
  assert.deepEqual(await broken(db, invariants), []);
});

test('a series begins anew with each year; the day on the paper tells the year', async () => {
  const edition = await contest();
  await winner(cx, { edition, people: [person('Năm Nay')] });
  assert.deepEqual(await issueAll(leader, edition), [`01/GCN-${contests}`]);
  await winner(cx, { edition, people: [person('Năm Sau')] });
  const later: Cx = { ...leader, clock: fixedClock('2027-01-02T08:00:00+07:00') };
  assert.deepEqual(await issueAll(later, edition), [`01/GCN-${contests}`]);
  await winner(cx, { edition, people: [person('Ghi Lùi')] });
  assert.deepEqual(await issueAll(later, edition, { issued_on: '2026-12-31' }), [
    `02/GCN-${contests}`,
  ]);
});

test('a group as a whole, and an organisation that entered', async () => {
  const edition = await contest({ per: 'dossier' });
  const { form } = (await editionByPid(cx, edition)).content;
  const line = form.find(({ kind, means }) => kind === 'text' && means !== 'title');
  await winner(cx, {
    edition,
    people: [person('Lò Thị Nhóm'), person('Cầm Văn Nhóm')],
    title: 'Của nhóm',
  });
  await issueAll(leader, edition);
  const group = readFrozen((await certificateNamed(cx, 'Lò Thị Nhóm, Cầm Văn Nhóm')).frozen);
  assert.equal(group.holder.kind, 'group');
  assert.equal(group.text.grant, 'Chứng nhận nhóm tác giả');
  const key = line?.key ?? 'ten';
  await chooseDesign(cx, edition, { organisation_field: key, symbol: `GCN-${contests}` });
  await winner(cx, {
    edition,
    entrant: 'organisation',
    people: [],
    answers: { [key]: 'Công ty Cổ phần Cơ khí Sơn La' },
  });
  await issueAll(leader, edition);
  const firm = readFrozen((await certificateNamed(cx, 'Công ty Cổ phần Cơ khí Sơn La')).frozen);
  assert.deepEqual([firm.holder.kind, firm.holder.unit], ['organisation', null]);
});

test('where the form names nobody, nothing is issued and it is told', async () => {
  const edition = await contest();
  await winner(cx, { edition, people: [] });
  await winner(cx, { edition, people: [person('Có Tên')] });
  const raw = { edition, issued_on: today, site };
  const result = await done(issueCertificates(leader, cx.ids.uuid(), raw));
  assert.deepEqual(result, { issued: 1, left: 0, nameless: 1 });
});

test('a mistyped name: a new certificate with another number, the old one says so', async () => {
  const edition = await contest();
  await winner(cx, { edition, people: [{ ...adult, name: 'Nguyễn Thị Ngoc' }] });
  await issueAll(leader, edition);
  const old = await certificateNamed(cx, 'Nguyễn Thị Ngoc');
  const raw = { pid: old.pid, issued_on: today, site, reason: 'Sai dấu', unit: 'Sở Y tế' };
  const replace = (more: object) => execute(leader, replaceCertificate, { ...raw, ...more });
  assert.deepEqual(await refused(replace({ names: ' \n ' })), ['names required']);
  assert.deepEqual(await refused(replace({ names: 'Một\nHai' })), ['names one_name']);
  assert.deepEqual(await refused(replace({ names: 'Một', issued_on: '2026-05-09' })), [
    'issued_on before_decision',
  ]);
  const fresh = await done(replace({ names: 'Nguyễn  Thị Ngọc' }));
  assert.match(fresh.number, /^02\//);
  const now = await certificateByPid(leader, fresh.pid);
  assert.deepEqual(
    [now.state, now.holderName, now.replacesPid],
    ['valid', 'Nguyễn Thị Ngọc', old.pid],
  );
  assert.equal(
    readFrozen((await certificateNamed(cx, now.holderName)).frozen).holder.unit,
    'Sở Y tế',
  );
  const before = await certificateByPid(leader, old.pid);
  assert.deepEqual(
    [before.state, before.reason, before.replacedByPid],
    ['replaced', 'Sai dấu', fresh.pid],
  );
  assert.deepEqual(await refused(replace({ names: 'Ai' })), ['already_replaced']);
  // Nobody waits: the new one stands for the award.
  const { design } = await designOfEdition(cx, await editionByPid(cx, edition));
  const found = await candidatesOf(db, await editionByPid(cx, edition), design);
  assert.equal(waiting(found, true).length, 0);
});

test('a revoked one is not issued again by itself, only when somebody says so', async () => {
  const edition = await contest();
  const { pid } = await winner(cx, { edition, people: [person('Vì Văn Gian')] });
  await issueAll(leader, edition);
  const old = await certificateNamed(cx, 'Vì Văn Gian');
  const raw = { pid: old.pid, reason: 'Sao chép', decision: '20/QĐ-BTC' };
  assert.deepEqual(await refused(execute(leader, revokeCertificate, { pid: old.pid })), [
    'reason required',
  ]);
  await assert.rejects(execute(leader, revokeCertificate, { ...raw, version: 9 }), Conflict);
  await done(execute(leader, revokeCertificate, { ...raw, version: 1 }));
  const now = await certificateByPid(leader, old.pid);
  assert.deepEqual([now.state, now.endedOn, now.decision], ['revoked', today, '20/QĐ-BTC']);
  assert.deepEqual(await refused(execute(leader, revokeCertificate, raw)), ['already_revoked']);
  const again = { edition, issued_on: today, site };
  assert.deepEqual(await refused(issueCertificates(leader, cx.ids.uuid(), again)), [
    'nobody_waits',
  ]);
  assert.equal((await issueAll(leader, edition, { again: true, dossiers: [pid] })).length, 1);
});

test('an award that is taken off takes its certificates with it, in the same transaction', async () => {
  const edition = await contest();
  const { id, pid } = await winner(cx, {
    edition,
    people: [person('Gỡ Một'), person('Gỡ Hai')],
  });
  await issueAll(leader, edition);
  await done(execute(leader, removeAward, { pid, award: await awardOf(leader, pid) }));
  for (const name of ['Gỡ Một', 'Gỡ Hai']) {
    const { pid: one } = await certificateNamed(cx, name);
    const now = await certificateByPid(leader, one);
    assert.deepEqual([now.state, now.reason, now.awardId], ['revoked', words.awardGone, null]);
    const raw = { pid: one, names: 'Ai', issued_on: today, site, reason: 'x' };
    assert.deepEqual(await refused(execute(leader, replaceCertificate, raw)), ['already_revoked']);
  }
  const events = await all(
    db,
    sql<{ name: string }>`select action as name from event
      where action = 'certificate.revoke_unawarded'`,
  );
  assert.equal(events.length, 2);
  // Written down again it is another award.
  const { content } = await editionByPid(cx, edition);
  const award = { pid, level: 'province', prize: content.prizes.prizes[0]!.key };
  await done(execute(leader, recordAward, award));
  assert.equal((await issueAll(leader, edition)).length, 2);
  assert.deepEqual(await unawarded(db, id), []);
});

test('unions do not see, issue or end certificates of others; readers only read', async () => {
  const edition = await contest();
  await winner(cx, { edition, people: [person('Kim Văn Riêng')] });
  const raw = { edition, issued_on: today, site };
  await assert.rejects(issueCertificates(other, cx.ids.uuid(), raw), Forbidden);
  await assert.rejects(issueCertificates(auditor, cx.ids.uuid(), raw), Forbidden);
  await issueAll(leader, edition);
  const { pid } = await certificateNamed(cx, 'Kim Văn Riêng');
  await assert.rejects(certificateByPid(other, pid), NotFound);
  await assert.rejects(execute(other, revokeCertificate, { pid, reason: 'x' }), NotFound);
  assert.equal((await certificateByPid(auditor, pid)).pid, pid);
  await assert.rejects(execute(auditor, revokeCertificate, { pid, reason: 'x' }), Forbidden);
  const design = {
    per: 'person',
    heading: 'X',
    title: 'X',
    grant: 'X',
    grant_group: 'X',
    grant_organisation: 'X',
    prize: 'X',
    place: 'X',
    seal: 'none',
    symbol: 'X',
    frame: 'none',
    colour: 'red',
    face: 'serif',
  };
  await assert.rejects(execute(other, setDesign, { ...design, edition }), Forbidden);
  const list = { edition: null, sort: 'so', descending: false, page: 1, size: 50 } as const;
  assert.equal((await listCertificates(other, list)).total, 0);
});

test('a design: braces, half a signer, degrees, a seal beside nobody', async () => {
  const edition = await contest();
  const { design } = await designOfEdition(cx, await editionByPid(cx, edition));
  assert.equal(design.signer?.name, 'Cầm Văn Thịnh');
  const refuse = async (more: object) => {
    try {
      await chooseDesign(leader, edition, more);
      return [];
    } catch (error) {
      return (JSON.parse((error as Error).message) as { path: string; code: string }[]).map(
        ({ path, code }) => `${path} ${code}`,
      );
    }
  };
  assert.deepEqual(await refuse({ wording: 'Đạt {giải}' }), ['wording placeholder']);
  assert.deepEqual(await refuse({ signer_name: '' }), ['signer_name signer_half']);
  assert.deepEqual(await refuse({ signer_name: 'TS. Cầm Văn Thịnh' }), [
    'signer_name signer_titled',
  ]);
  assert.deepEqual(await refuse({ seal: 'second' }), ['seal seal_nobody']);
  assert.deepEqual(await refuse({ symbol: 'gcn' }), ['symbol symbol_form']);
  assert.deepEqual(
    await refuse({ second_post: 'PHÓ BAN', second_name: 'Lò Thị Hai', seal: 'second' }),
    [],
  );
});

test('a letter for a dossier: its certificates, and a link that opens them', async () => {
  const edition = await contest();
  const { id } = await winner(cx, {
    edition,
    people: [person('Thư Một'), person('Thư Hai')],
    email: 'thu@example.vn',
  });
  const none = await winner(cx, { edition, people: [person('Không Thư')], email: null });
  await issueAll(leader, edition, { letters: true });
  await sendLetter(cx, { dossier: id, site });
  await sendLetter(cx, { dossier: none.id, site });
  const letters = await all(
    db,
    sql<{ body: string; recipient: string }>`select body, recipient from mail_message
      where subject like 'Giấy chứng nhận%'`,
  );
  assert.deepEqual(
    letters.map(({ recipient }) => recipient),
    ['thu@example.vn'],
  );
  const body = letters[0]?.body ?? '';
  assert.ok(body.includes('Thư Một') && body.includes('Thư Hai'));
  assert.match(body, /https:\/\/lhh\.example\/chung-nhan\/nhan\/[0-9a-f]{40}/);
  // The secret itself is kept nowhere.
  const kept = await all(
    db,
    sql<{ hash: Buffer }>`select token_hash as hash from certificate_link`,
  );
  assert.ok(kept.every(({ hash }) => hash.length === 32));
});

test('the list of what is revoked: signed, and only the places of what ended are set', async () => {
  const edition = await contest();
  await winner(cx, { edition, people: [person('Còn Giá Trị')] });
  await winner(cx, { edition, people: [person('Hết Giá Trị')] });
  await issueAll(leader, edition);
  const [good, bad] = [
    await certificateNamed(cx, 'Còn Giá Trị'),
    await certificateNamed(cx, 'Hết Giá Trị'),
  ];
  await done(execute(leader, revokeCertificate, { pid: bad.pid, reason: 'Sai' }));
  const credential = (await statusList(cx, site, bad.list)) as Json & {
    credentialSubject: { encodedList: string };
  };
  const { encodedList } = credential.credentialSubject;
  assert.equal(isListed(encodedList, bad.index), true);
  assert.equal(isListed(encodedList, good.index), false);
  assert.ok((await revokedIn(db, bad.list)).includes(bad.index));
  assert.equal(proofHolds(credential, certificateKeys(cx.keys)[0]!.multikey), true);
  await assert.rejects(statusList(cx, site, 99), NotFound);
});

test('issuing and printing all who wait: in parts, each once, the files kept', async () => {
  const edition = await contest();
  for (let at = 0; at < 105; at += 1) await winner(cx, { edition, people: [person(`Đông ${at}`)] });
  const found = await editionByPid(cx, edition);
  const batch = cx.ids.uuid();
  const order = {
    place: 'sonla',
    edition: { pid: edition, code: found.code },
    sent: { issued_on: today, prize: null, again: false, letters: false, site },
    batch,
  };
  const told: [number, number | null][] = [];
  const watch = {
    progress: async (at: number, total: number | null) => {
      told.push([at, total]);
    },
    cancelled: () => false,
  };
  const printed = await issueAndPrint(leader, order, watch);
  assert.deepEqual(told.slice(0, 2), [
    [100, 105],
    [105, 105],
  ]);
  const row = await one(
    db,
    sql<{ printed: number; files: number }>`select g.printed,
        (select count(*)::integer from file_link l where l.subject_id = g.id) as files
      from certificate_printing g where g.pid = ${printed?.pid ?? ''}`,
  );
  assert.deepEqual(row, { printed: 105, files: 1 });
  assert.equal((await numbersOf(cx, batch)).length, 105);
  // An attempt that was cut off after issuing only prints.
  await issueAndPrint(leader, order);
  assert.equal((await numbersOf(cx, batch)).length, 105);
});

test('what must hold finds what was planted', async () => {
  await sound(db, invariants);
  const table: readonly (readonly [string, string])[] = [
    [
      'update certificate_series set last = last + 1 where year = 2027',
      'certificate_series_without_gaps',
    ],
    [
      "delete from dossier_award where id = (select award_id from certificate where state = 'valid' limit 1)",
      'certificate_valid_without_award',
    ],
    [
      "update certificate set state = 'replaced', reason = 'x', ended_on = '2026-05-12' where id = (select id from certificate where state = 'valid' limit 1)",
      'certificate_replaced_has_successor',
    ],
    [
      "update certificate set frozen = replace(frozen, 'Giải', 'Giai'), sha256 = encode(sha256(convert_to(replace(frozen, 'Giải', 'Giai'), 'UTF8')), 'hex'), status_index = 131071 - status_index where state = 'revoked'",
      'certificate_text_of_its_row',
    ],
    [
      'update certificate set nameless = credential where number = 1',
      'certificate_nameless_names_nobody',
    ],
    [
      "alter table certificate drop constraint certificate_hash; update certificate set sha256 = repeat('0', 64) where number = 1",
      'certificate_hash_of_its_text',
    ],
  ];
  for (const [statement, name] of table) {
    const client = await database.ownerPool.connect();
    try {
      await client.query('begin');
      await client.query('alter table certificate disable trigger user');
      await client.query(statement);
      const found: string[] = [];
      for (const one of invariants)
        if ((await client.query(one.sql)).rows.length > 0) found.push(one.name);
      assert.deepEqual(found, [name]);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }
});
