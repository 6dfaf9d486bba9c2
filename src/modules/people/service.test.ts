import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { joinName } from '../../kernel/vietnamese/names.ts';
import { timeline } from '../../platform/audit/timeline.ts';
import { type Cx, execute } from '../../platform/command.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { testClock } from '../../platform/testing.ts';
import {
  findMembership,
  findPersonRecord,
  looksOf,
  memberChange,
  personRecord,
} from './queries/index.ts';
import {
  addMembership,
  addPost,
  createMember,
  deletePerson,
  editedInput,
  editMembership,
  editPerson,
  editPost,
  endMembership,
  purgePartsOfPersons,
  purgePersons,
  readSensitive,
  readSensitiveOfMany,
  removeMembership,
  removePost,
  reopenMembership,
  restorePerson,
  setConsent,
  writeSensitive,
} from './service/index.ts';
import { cxOf, idOf, member, someone, twoUnions } from './testing.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;
const machine = cxOf(db);
let clerk: Cx;
let officer: Cx;
let neighbour: Cx;
let keeper: Cx;

before(async () => {
  await twoUnions(machine);
  clerk = await someone(machine, 'sonla', 'clerk');
  officer = await someone(machine, 'sonla-dat', 'officer');
  neighbour = await someone(machine, 'laichau', 'clerk');
  keeper = await someone(machine, 'sonla', 'clerk', 'custodian');
});

async function codes(outcome: ReturnType<typeof execute>): Promise<string[]> {
  const settled = await outcome;
  return settled.ok ? [] : settled.issues.map((one) => `${one.path} ${one.code}`.trim());
}

test('a new member: name, degrees before it, contacts and the membership in one form', async () => {
  const outcome = await execute(officer, createMember, {
    organisation: 'sonla-dat',
    full_name: 'PGS.TS. Nguyễn Văn Đức',
    gender: 'male',
    birth_date: '3/1968',
    phones: '+84 912 000 118; 0212.3852.000',
    email: 'Duc@Example.vn',
    degrees: 'KS',
    joined: '12/3/2005',
    branch: 'Thành phố',
    card_number: 'SL-118',
  });
  assert.ok(outcome.ok);
  const person = await personRecord(clerk, outcome.value.pid);
  assert.equal(joinName(person), 'Nguyễn Văn Đức');
  assert.deepEqual([person.family, person.middle, person.given], ['Nguyễn', 'Văn', 'Đức']);
  assert.deepEqual(person.degrees, ['PGS', 'TS', 'KS']);
  assert.deepEqual(person.phones, ['0912000118', '02123852000']);
  assert.equal(person.email, 'duc@example.vn');
  assert.equal(person.birthDate, '1968-03');
  assert.equal(person.keeperCode, 'sonla-dat');
  const [membership] = person.memberships;
  assert.equal(membership?.organisationCode, 'sonla-dat');
  assert.deepEqual(
    [membership?.from, membership?.until, membership?.joined, membership?.kind],
    ['2005-03-12', null, '2005-03-12', 'full'],
  );
  const events = await timeline(db, { type: 'person', id: person.id });
  assert.deepEqual(
    events.map((event) => event.action),
    ['person.create_member'],
  );
});

test('decomposed letters and the Icelandic one are stored as the Vietnamese name', async () => {
  const nfd = 'Nguyễn Văn Đức'.normalize('NFD').replace('Đ', '\u00d0');
  const pid = await member(officer, 'sonla-dat', nfd, { birth_date: '1970' });
  const person = await personRecord(officer, pid);
  assert.equal(joinName(person), 'Nguyễn Văn Đức');
  assert.equal(joinName(person), joinName(person).normalize('NFC'));
});

test('whoever has the same name in view is shown first; another one is written on demand', async () => {
  const pid = await member(officer, 'sonla-dat', 'Quàng Thị Inh');
  const again = { organisation: 'sonla-y', full_name: 'quang thi inh' };
  const refused = await execute(clerk, createMember, again);
  assert.ok(!refused.ok);
  assert.deepEqual(refused.issues, [{ path: '', code: 'same_name', data: { pids: [pid] } }]);
  assert.ok((await execute(clerk, createMember, { ...again, another: true })).ok);
});

test('a person of the same name out of view changes nothing in the answer', async () => {
  await member(neighbour, 'laichau-dat', 'Vàng A Chống');
  const input = { organisation: 'sonla-dat', full_name: 'Vàng A Chống' };
  assert.ok((await execute(officer, createMember, input)).ok);
});

test('what cannot be is told all at once', async () => {
  const wrong = {
    organisation: 'sonla-dat',
    full_name: 'Lò Văn Pản',
    birth_date: '31/2/1970',
    phones: '09120',
    email: 'pan',
    degrees: 'XYZ',
  };
  assert.deepEqual(await codes(execute(officer, createMember, wrong)), [
    'birth_date day_not_in_month',
    'phones phone_length',
    'email email_no_at',
    'degrees degree_unknown',
  ]);
  const later = {
    ...wrong,
    birth_date: '2027',
    phones: '',
    email: '',
    degrees: '',
    joined: '1/1/2027',
  };
  assert.deepEqual(await codes(execute(officer, createMember, later)), [
    'birth_date date_in_future',
    'joined date_in_future',
  ]);
  const early = { ...later, birth_date: '1970', joined: '1969' };
  assert.deepEqual(await codes(execute(officer, createMember, early)), [
    'joined joined_before_birth',
  ]);
});

test('only in one’s own association; others are not told apart from those that are not there', async () => {
  const there = { organisation: 'laichau-dat', full_name: 'Lò Văn Pản' };
  await assert.rejects(execute(officer, createMember, there), Forbidden);
  assert.deepEqual(
    await codes(execute(officer, createMember, { ...there, organisation: 'khong-co' })),
    ['organisation unknown'],
  );
});

test('an edit changes what was sent, keeps the rest, and tells the fields', async () => {
  const pid = await member(officer, 'sonla-dat', 'Cầm Thị Ngọc', { phones: '0912000119' });
  const before = await personRecord(officer, pid);
  const raw = editedInput(before, { given: 'Ngọc Ánh', birth_date: '1971' });
  assert.ok((await execute(officer, editPerson, raw)).ok);
  const now = await personRecord(officer, pid);
  assert.equal(now.birthDate, '1971');
  assert.deepEqual(now.phones, ['0912000119']);
  assert.equal(now.version, before.version + 1);
  const [event] = await timeline(db, { type: 'person', id: now.id });
  assert.deepEqual(
    event?.changes.map((change) => change.field),
    ['birth_date', 'given'],
  );
  await assert.rejects(execute(officer, editPerson, raw), Conflict);
});

test('out of view nothing can be read, changed or deleted', async () => {
  const pid = await member(officer, 'sonla-dat', 'Tòng Văn Hặc');
  assert.equal(await findPersonRecord(neighbour, pid), null);
  const other = { pid, version: null };
  await assert.rejects(execute(neighbour, deletePerson, other), NotFound);
  const input = { person: pid, organisation: 'laichau-dat' };
  await assert.rejects(execute(neighbour, addMembership, input), NotFound);
});

test('a second membership, leaving with a last day, coming back, a mistake taken away', async () => {
  const pid = await member(officer, 'sonla-dat', 'Mùa A Tủa', { joined: '2001' });
  const add = { person: pid, organisation: 'sonla-y', joined: '5/2010' };
  const added = await execute(clerk, addMembership, add);
  assert.ok(added.ok);
  assert.deepEqual(await codes(execute(clerk, addMembership, add)), [
    'organisation already_member',
  ]);

  const first = async () => (await findMembership(clerk, added.value.pid))!;
  assert.equal((await first()).from, '2010-05-01');
  const end = {
    pid: added.value.pid,
    version: null,
    last_day: '31/12/2019',
    reason: 'Chuyển công tác',
  };
  assert.deepEqual(await codes(execute(clerk, endMembership, { ...end, last_day: '30/4/2010' })), [
    'last_day end_before_start',
  ]);
  assert.deepEqual(await codes(execute(clerk, endMembership, { ...end, last_day: '13/5/2026' })), [
    'last_day end_in_future',
  ]);
  assert.ok((await execute(clerk, endMembership, end)).ok);
  assert.equal((await first()).until, '2020-01-01');
  assert.deepEqual(await codes(execute(clerk, endMembership, end)), ['left_already']);

  assert.deepEqual(await codes(execute(clerk, addMembership, { ...add, joined: '2015' })), [
    'from was_member',
  ]);
  const back = await execute(clerk, addMembership, { ...add, joined: '1/1/2020' });
  assert.ok(back.ok);
  const reopen = { pid: added.value.pid, version: null };
  assert.deepEqual(await codes(execute(clerk, reopenMembership, reopen)), [
    'organisation already_member',
  ]);
  assert.ok((await execute(clerk, removeMembership, { pid: back.value.pid, version: null })).ok);
  assert.ok((await execute(clerk, reopenMembership, reopen)).ok);
  assert.equal((await first()).until, null);
});

test('a corrected day of joining moves the first day, but not past the last one', async () => {
  const pid = await member(officer, 'sonla-dat', 'Giàng Thị Dợ', { joined: '2001' });
  const [membership] = (await personRecord(officer, pid)).memberships;
  const edit = (joined: string) =>
    execute(officer, editMembership, {
      pid: membership!.pid,
      version: null,
      joined,
      kind: 'honorary',
    });
  assert.ok((await edit('6/1999')).ok);
  const moved = await findMembership(officer, membership!.pid);
  assert.deepEqual([moved?.from, moved?.kind], ['1999-06-01', 'honorary']);
  const end = { pid: membership!.pid, version: null, last_day: '31/12/2009' };
  assert.ok((await execute(officer, endMembership, end)).ok);
  assert.deepEqual(await codes(edit('2010')), ['joined joined_after_leaving']);
});

test('an officer of one association does not end the membership of another', async () => {
  const pid = await member(officer, 'sonla-dat', 'Sùng A Páo');
  const added = await execute(clerk, addMembership, { person: pid, organisation: 'sonla-y' });
  assert.ok(added.ok);
  const end = { pid: added.value.pid, version: null, last_day: '1/5/2026' };
  await assert.rejects(execute(officer, endMembership, end), NotFound);
});

test('a person shared by two unions: each sees its own membership and the common facts', async () => {
  const pid = await member(machine, 'sonla-dat', 'Lường Văn Thịnh');
  await execute(machine, addMembership, { person: pid, organisation: 'laichau-dat' });
  const seen = await Promise.all(
    [officer, neighbour, machine].map(async (cx) =>
      (await personRecord(cx, pid)).memberships.map((one) => one.organisationCode).sort(),
    ),
  );
  assert.deepEqual(seen, [['sonla-dat'], ['laichau-dat'], ['laichau-dat', 'sonla-dat']]);
  assert.equal((await personRecord(neighbour, pid)).keeperCode, null);
});

test('posts: from a day to a last one', async () => {
  const pid = await member(officer, 'sonla-dat', 'Hà Thị Phượng');
  const input = { person: pid, organisation: 'sonla-dat', title: 'Chủ tịch', from: '1/3/2020' };
  assert.deepEqual(await codes(execute(officer, addPost, { ...input, last_day: '1/2/2020' })), [
    'last_day end_before_start',
  ]);
  const added = await execute(officer, addPost, input);
  assert.ok(added.ok);
  const edit = { ...input, pid: added.value.pid, version: null, last_day: '28/2/2025' };
  const { person: _p, organisation: _o, ...changed } = edit;
  assert.ok((await execute(officer, editPost, changed)).ok);
  const [post] = (await personRecord(officer, pid)).posts;
  assert.deepEqual([post?.from, post?.until], ['2020-03-01', '2025-03-01']);
});

test('the newest word on a purpose holds', async () => {
  const clock = testClock();
  const cx = { ...officer, clock };
  const pid = await member(cx, 'sonla-dat', 'Điêu Chính Én');
  const say = (given: boolean, source: string) =>
    execute(cx, setConsent, { pid, purpose: 'mailing', given, source });
  assert.ok((await say(true, 'phiếu')).ok);
  clock.move(1000);
  assert.ok((await say(false, 'điện thoại')).ok);
  const { consents } = await personRecord(cx, pid);
  assert.deepEqual(
    consents.map(({ purpose, given, source }) => [purpose, given, source]),
    [['mailing', false, 'điện thoại']],
  );
});

test('sensitive fields: a right of their own, encrypted, each opening noted', async () => {
  const pid = await member(officer, 'sonla-dat', 'Bạc Cầm Khánh', {
    birth_date: '1968',
    gender: 'male',
  });
  const write = {
    pid,
    citizen_id: '014 068 000 118',
    ethnicity: 'Thái',
    religion: '',
    party: 'Đảng viên',
  };
  await assert.rejects(execute(clerk, writeSensitive, write), Forbidden);
  await assert.rejects(execute(clerk, readSensitive, { pid }), Forbidden);
  assert.deepEqual(await codes(execute(keeper, writeSensitive, { ...write, citizen_id: '12' })), [
    'citizen_id citizen_id_length',
  ]);
  const written = await execute(keeper, writeSensitive, write);
  assert.ok(written.ok);
  assert.deepEqual(written.value.warnings, []);
  const [row] = await all(
    db,
    sql<
      Record<string, string>
    >`select i.* from person_identity i join person p on p.id = i.person_id
      where p.pid = ${pid}`,
  );
  assert.ok(!JSON.stringify(row).includes('014068000118') && !JSON.stringify(row).includes('Thái'));
  assert.equal(row?.religion, null);

  const read = await execute(keeper, readSensitive, { pid });
  assert.ok(read.ok);
  assert.deepEqual(read.value, {
    citizen_id: '014068000118',
    ethnicity: 'Thái',
    religion: null,
    party: 'Đảng viên',
    locked: false,
  });
  const person = await personRecord(keeper, pid);
  const looks = await looksOf(db, [person.id]);
  assert.deepEqual(
    looks.map((look) => [look.action, look.fields.length, look.organisationName]),
    [['person.sensitive.read', 4, 'Hội Khoa học đất tỉnh Sơn La']],
  );
  const stored = await all(
    db,
    sql<{ text: string }>`select coalesce(old::text, '') || new::text as text from event_value`,
  );
  const log = stored.map(({ text }) => text).join();
  assert.ok(!log.includes('014068000118') && !log.includes('Đảng viên'));
});

test('an export of many opens those in view in one event', async () => {
  const pids = [
    await member(machine, 'sonla-dat', 'Lèo Văn Một'),
    await member(machine, 'sonla-y', 'Lèo Văn Hai'),
    await member(machine, 'laichau-dat', 'Lèo Văn Ba'),
  ];
  const people = await Promise.all(pids.map((pid) => personRecord(machine, pid)));
  for (const pid of pids) {
    const values = { pid, citizen_id: '', ethnicity: 'Thái', religion: '', party: '' };
    assert.ok((await execute(machine, writeSensitive, values)).ok);
  }
  const input = {
    organisationId: await idOf(machine, 'sonla'),
    personIds: people.map((one) => one.id),
    reason: 'danh sách',
  };
  await assert.rejects(execute(clerk, readSensitiveOfMany, input), Forbidden);
  const outcome = await execute(keeper, readSensitiveOfMany, input);
  assert.ok(outcome.ok);
  const names = people.filter(({ id }) => outcome.value.has(id)).map((one) => one.given);
  assert.deepEqual(names.sort(), ['Hai', 'Một']);
  const looks = await Promise.all(people.map(({ id }) => looksOf(db, [id])));
  assert.deepEqual(
    looks.map((list) => list.map((look) => look.action)),
    [['person.sensitive.export'], ['person.sensitive.export'], []],
  );
});

test('deleted with the memberships, taken back with them, purged after thirty days', async () => {
  const clock = testClock();
  const cx = { ...officer, clock };
  const pid = await member(cx, 'sonla-dat', 'Vì Văn Sang');
  assert.ok((await execute(cx, deletePerson, { pid, version: null })).ok);
  await assert.rejects(personRecord(cx, pid), NotFound);
  assert.ok((await findPersonRecord(cx, pid))?.deletedAt);
  assert.equal(await findPersonRecord({ ...neighbour, clock }, pid), null);
  assert.ok((await execute(cx, restorePerson, { pid, version: null })).ok);
  assert.equal((await personRecord(cx, pid)).memberships.length, 1);

  assert.ok((await execute(cx, deletePerson, { pid, version: null })).ok);
  clock.move(30 * 86_400_000);
  assert.equal(await purgePersons({ ...machine, clock }), 0);
  clock.move(86_400_000);
  await assert.rejects(execute(cx, restorePerson, { pid, version: null }), NotFound);
  assert.equal(await purgePersons({ ...machine, clock }), 1);
  assert.equal(await findPersonRecord(cx, pid), null);
});

test('a deleted membership or post goes after thirty days, also where the person stays', async () => {
  const clock = testClock();
  const cx = { ...officer, clock };
  const pid = await member(cx, 'sonla-dat', 'Vì Văn Ở Lại');
  await execute({ ...machine, clock }, addMembership, { person: pid, organisation: 'sonla-y' });
  const post = await execute(cx, addPost, {
    person: pid,
    organisation: 'sonla-dat',
    title: 'Thư ký',
    from: '01/01/2020',
  });
  assert.ok(post.ok, JSON.stringify(post));
  const [gone, carded] = (await personRecord({ ...clerk, clock }, pid)).memberships;
  const kept = gone!.organisationCode === 'sonla-dat' ? carded! : gone!;
  const deleted = gone!.organisationCode === 'sonla-dat' ? gone! : carded!;
  for (const one of [deleted, kept])
    assert.ok(
      (await execute({ ...machine, clock }, removeMembership, { pid: one.pid, version: null })).ok,
    );
  assert.ok((await execute(cx, removePost, { pid: post.value.pid, version: null })).ok);
  // A card was issued for the one: it stays, since the card names it.
  await sql`insert into card (id, pid, token, membership_id, organisation_id, issuer_id, issuer_name,
      number, issued_on, created_at)
    values (${machine.ids.uuid()}, ${machine.ids.pid()}, ${machine.ids.pid()}, ${kept.id},
      ${kept.organisationId}, ${kept.organisationId}, 'Hội Y', '1', '2026-01-01', now())`.execute(
    db,
  );
  const left = async () =>
    (
      await all(
        db,
        sql<{ pid: string }>`select m.pid from membership m join person p on p.id = m.person_id
      where p.pid = ${pid} union all select o.pid from post o join person p on p.id = o.person_id
      where p.pid = ${pid}`,
      )
    )
      .map((row) => row.pid)
      .sort();
  const purge = () => purgePartsOfPersons({ ...machine, clock });
  clock.move(30 * 86_400_000);
  await purge();
  assert.deepEqual(await left(), [deleted.pid, kept.pid, post.value.pid].sort());
  clock.move(86_400_000);
  await purge();
  assert.deepEqual(await left(), [kept.pid]);
  assert.equal(await purge(), 0);
  assert.ok(await personRecord(cx, pid), 'who kept the member keeps the record');
});

test('what one union deletes, another goes on keeping; neither learns of it', async () => {
  const pid = await member(machine, 'sonla-dat', 'Lò Thị Bun');
  await execute(machine, addMembership, { person: pid, organisation: 'laichau-dat' });
  assert.ok((await execute(clerk, deletePerson, { pid, version: null })).ok);
  await assert.rejects(personRecord(clerk, pid), NotFound);
  assert.ok((await findPersonRecord(clerk, pid))?.deletedAt);
  const there = await personRecord(neighbour, pid);
  assert.deepEqual(
    there.memberships.map((one) => one.organisationCode),
    ['laichau-dat'],
  );
  assert.ok((await execute(clerk, restorePerson, { pid, version: null })).ok);
  const back = (await personRecord(clerk, pid)).memberships;
  assert.deepEqual(
    back.map((one) => one.organisationCode),
    ['sonla-dat'],
  );
});

test('the change number is another one after each write, and none after a rollback', async () => {
  const first = await memberChange(db);
  await member(officer, 'sonla-dat', 'Cà Văn Chung');
  const second = await memberChange(db);
  assert.notEqual(second, first);
  await assert.rejects(
    db.transaction().execute(async (trx) => {
      await sql`update membership set branch = 'x'`.execute(trx);
      throw new Error('back');
    }),
  );
  assert.equal(await memberChange(db), second);
});
