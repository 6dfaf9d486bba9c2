// One more of everything that the pages about members list: members with what belongs to them, pairs of
// records, rosters, cards, fees, mailings. One person, one period … stand for those that an address names.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { issueCard } from '../../src/modules/cards/index.ts';
import { mergePersons } from '../../src/modules/duplicates/index.ts';
import { createPeriod, openStatement, recordPayment } from '../../src/modules/fees/index.ts';
import { recordMailing, recordTemplate } from '../../src/modules/mailings/index.ts';
import { findOrganisation } from '../../src/modules/organisations/index.ts';
import {
  addMembership,
  addPost,
  createMember,
  readSensitive,
  setConsent,
} from '../../src/modules/people/index.ts';
import { importFile, unwatched } from '../../src/modules/rosters/index.ts';
import { type Command, type Cx, execute, type Outcome } from '../../src/platform/command.ts';
import { one } from '../../src/platform/database/query.ts';

export async function done<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

/** A name of letters only: 'Nguyễn Văn Thab' is the twelfth. */
export const nameOf = (n: number): string =>
  `Nguyễn Văn Th${[...String(n)].map((digit) => 'abcdeghikl'[Number(digit)]).join('')}`;

export interface MemberRows {
  /** One more of everything; `association` is its own organisation under the union. */
  add(n: number, association: string): Promise<void>;
  /** The address with the records that it names, or as it was where it names others. */
  fill(pattern: string): string;
  /** Writes something, so that no figure is kept from before. */
  stir(): Promise<void>;
}

/** @param union the organisation whose pages are looked at */
export async function memberRows(cx: Cx, union: string): Promise<MemberRows> {
  // biome-ignore lint/suspicious/noExplicitAny: any command, whatever its input
  const run = <T>(command: Command<any, any, T>, raw: unknown) => done(execute(cx, command, raw));
  const today = cx.clock.today();
  const thisYear = Number(today.slice(0, 4));
  const at = await findOrganisation(cx.db, union, today);
  if (at === null) throw new Error(`no organisation ${union}`);

  const newMember = (full_name: string, organisation: string) =>
    run(createMember, {
      organisation,
      full_name,
      another: true,
      birth_date: '1960',
      phones: ['0912000118'],
      email: 'chung@example.org',
      address: 'Sơn La',
      joined: '2010',
      branch: 'Chi hội Một',
    });
  const newPeriod = (organisation: string, name: string, year: number) =>
    run(createPeriod, {
      organisation,
      name,
      first_day: `${year}-01-01`,
      last_day: `${year}-12-31`,
      due_on: `${year}-06-30`,
      below: true,
      amount_full: 60_000,
      amount_associate: 30_000,
      amount_honorary: 0,
      bank: '970405',
      account_number: '7900201000000',
      account_holder: 'HOI THU NGHIEM',
    });
  const pay = (period: string, person: string) =>
    run(recordPayment, {
      period,
      person,
      amount: 10_000,
      method: 'cash',
      paid_on: today,
      receipt: true,
    });
  const card = (membership: string | null) => done(issueCard(cx, { membership, issued_on: today }));
  const letter = { organisation: union, subject: 'Thư {ten}', body: 'Kính gửi {ho_ten}.' };

  const person = await newMember('Lò Thị Chung', union);
  const { membership } = person;
  if (membership === null) throw new Error('a member without a membership');
  await run(addPost, {
    person: person.pid,
    organisation: union,
    title: 'Ủy viên',
    from: '2015-01-01',
  });
  const period = await newPeriod(union, 'Hội phí', thisYear);
  const payment = await pay(period.pid, person.pid);
  const statement = await done(
    openStatement(
      cx,
      period.pid,
      new File(
        [
          'Ngày giao dịch;Số tham chiếu;Ghi nợ;Ghi có;Nội dung chi tiết\n01/02/2026;FT1;;60000;LO THI CHUNG nop',
        ],
        'sao-ke.csv',
      ),
    ),
  );
  const ownCard = await card(person.membership);
  const template = await run(recordTemplate, { ...letter, name: 'Mẫu thư' });
  const mailing = await run(recordMailing, { ...letter, kind: 'service' });
  await sql`update mailing set state = 'sent', prepared_at = ${cx.clock.now()}, started_at = ${cx.clock.now()},
    finished_at = ${cx.clock.now()}, site = 'https://hoi.example' where pid = ${mailing.pid}`.execute(
    cx.db,
  );
  const draft = await run(recordMailing, { ...letter, kind: 'service' });
  const read = await readRoster(cx, union);
  const looked = await lookedAt(cx, read);
  const printings = { cards: cx.ids.pid(), labels: cx.ids.pid() };
  for (const [kind, pid] of Object.entries(printings)) await printing(cx, at.id, kind, pid);

  const known = await one(
    cx.db,
    sql<{ receipt: string; post: string }>`select
      (select r.pid from fee_receipt r join fee_payment p on p.id = r.payment_id
        where p.pid = ${payment.pid}) as receipt,
      (select s.pid from post s join person p on p.id = s.person_id where p.pid = ${person.pid}) as post`,
  );
  const meanings: readonly (readonly [RegExp, string])[] = [
    [/(?<=\/api\/v1\/people\/|hoi-vien\/nguoi\/):pid/, person.pid],
    [/(?<=\/memberships\/|tu-cach\/):pid|(?<=hoi-vien\/):row/, membership],
    [/(?<=chuc-danh\/):row/, known.post],
    [/(?<=roster-imports\/|hoi-vien\/nhap\/):pid(?=\/hoan-tac)/, read],
    [/(?<=roster-imports\/|hoi-vien\/nhap\/):pid/, looked],
    [/(?<=hoi-vien\/the\/ban-in\/):pid$/, printings.cards],
    [/(?<=hoi-vien\/nhan\/ban-in\/):pid$/, printings.labels],
    [/(?<=membership-cards\/|hoi-vien\/the\/):pid/, ownCard.pid],
    [/(?<=fee-payments\/|hoi-phi\/khoan\/):pid/, payment.pid],
    [/(?<=fee-receipts\/|hoi-phi\/phieu\/):pid/, known.receipt],
    [/(?<=fee-statements\/|hoi-phi\/sao-ke\/):pid/, statement.pid],
    [/(?<=hoi-phi\/sao-ke\/\w+\/dong\/):row/, '2'],
    [/(?<=fee-periods\/):pid|(?<=hoi-phi\/):period/, period.pid],
    [/(?<=\/(?:dues|nguoi)\/):person/, person.pid],
    [/(?<=mailing-templates\/|hoi-vien\/thu\/mau\/):pid/, template.pid],
    [/(?<=hoi-vien\/thu\/):pid(?=\/(?:gui|sua|xoa))/, draft.pid],
    [/(?<=mailings\/|hoi-vien\/thu\/):pid/, mailing.pid],
  ];

  let before = person.pid;
  return {
    fill: (pattern) =>
      meanings.reduce((address, [where, pid]) => address.replace(where, pid), pattern),
    async stir() {
      await run(setConsent, { pid: person.pid, purpose: 'contact', given: true });
      await sql`insert into member_change values (1)`.execute(cx.db);
    },
    async add(n, association) {
      const added = await newMember(nameOf(n), association);
      const whose = { person: added.pid, organisation: association };
      await run(addPost, { ...whose, title: 'Ủy viên', from: '2015-01-01' });
      await run(setConsent, { pid: added.pid, purpose: 'mailing', given: true });
      // What the one person has: memberships, posts, consents, joined records, looks.
      await run(addMembership, { person: person.pid, organisation: association, joined: '2012' });
      await run(addPost, {
        person: person.pid,
        organisation: association,
        title: `Ủy viên khóa ${n}`,
        from: '2015-01-01',
      });
      await run(setConsent, { pid: person.pid, purpose: 'photo', given: n % 2 === 0 });
      await run(readSensitive, { pid: person.pid });
      const twin = await newMember('Lò Thị Chung', association);
      await run(mergePersons, { keep: person.pid, merge: twin.pid });
      await pair(cx, at.id, before, added.pid);
      before = added.pid;
      await rosterRow(cx, { looked, read, person: added.pid, n });
      await card(added.membership);
      await printing(cx, at.id, n % 2 === 0 ? 'cards' : 'labels', cx.ids.pid());
      // Long past: later changes of the one person do not pass through all of them.
      await newPeriod(association, `Hội phí ${n}`, thisYear - 5);
      await pay(period.pid, added.pid);
      await statementRow(cx, statement.pid, added.pid, n);
      await run(recordTemplate, { ...letter, name: `Mẫu ${n}` });
      await run(recordMailing, { ...letter, kind: 'service' });
      await recipient(cx, mailing.pid, added.membership, n);
      await filter(cx, at.id, n);
    },
  };
}

async function readRoster(cx: Cx, code: string): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-rows-'));
  const file = path.join(folder, 'danh-sach.csv');
  writeFileSync(file, '\uFEFFHọ và tên;Năm sinh;Điện thoại\r\nQuàng Thị Một;1971;0912000119\r\n');
  const at = await findOrganisation(cx.db, code, cx.clock.today());
  if (at === null) throw new Error(`no organisation ${code}`);
  try {
    const local = { path: file, name: 'danh-sach.csv', asOf: cx.clock.today() };
    const { importPid } = await done(importFile(cx, at, local, unwatched));
    if (importPid === null) throw new Error('the roster was not kept');
    return importPid;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same file read again and waiting to be looked at; gives its public id. */
async function lookedAt(cx: Cx, read: string): Promise<string> {
  const pid = cx.ids.pid();
  await copyImport(cx, read, pid, 'checked');
  return pid;
}

async function copyImport(cx: Cx, of: string, pid: string, state: string): Promise<void> {
  await sql`insert into roster_import (id, pid, organisation_id, file_id, file_name, state, sheets, options,
      counts, read_to, created_at, applied_at)
    select ${cx.ids.uuid()}, ${pid}, organisation_id, file_id, file_name, ${state}, sheets, options,
      counts, read_to, created_at, ${state === 'applied' ? cx.clock.now() : null}::timestamptz
    from roster_import where pid = ${of}`.execute(cx.db);
}

interface RosterRow {
  readonly looked: string;
  readonly read: string;
  readonly person: string;
  readonly n: number;
}

// Three rows: one to be looked at, one refused, one that may be somebody known; and one more import.
async function rosterRow(cx: Cx, { looked, read, person, n }: RosterRow): Promise<void> {
  await copyImport(cx, read, cx.ids.pid(), 'applied');
  await sql`insert into roster_row (import_id, line, row_number, state, issues, raw, family, given, search)
    select i.id, ${n} * 3 + x.more, ${n} * 3 + x.more + 1, x.state, x.issues::jsonb,
      '["Quàng Thị Hai", "19x1", "09"]', 'Quàng', 'Hai', 'quang hai'
    from roster_import i, (values
      (0, 'review', '[{"path": "birth_date", "code": "date_unreadable", "data": {"cell": "B2"}}]'),
      (1, 'rejected', '[{"path": "given", "code": "required", "data": {"cell": "A3"}}]'),
      (2, 'ready', null)) x (more, state, issues)
    where i.pid = ${looked}`.execute(cx.db);
  await sql`insert into roster_result (import_id, line, organisation_id, outcome)
    select i.id, ${n} * 3 + x.more, i.organisation_id, x.outcome
    from roster_import i, (values (0, 'created'), (1, 'rejected'), (2, 'created')) x (more, outcome)
    where i.pid = ${looked}`.execute(cx.db);
  await sql`insert into roster_pair (import_id, line, person_id, level, score, evidence, pattern)
    select i.id, ${n} * 3 + 2, p.id, 'likely', 65, '[{"code": "name_same", "points": 65}]',
      'name_same ' || ${n}::text
    from roster_import i, person p where i.pid = ${looked} and p.pid = ${person}`.execute(cx.db);
}

async function pair(cx: Cx, organisationId: string, a: string, b: string): Promise<void> {
  await sql`insert into duplicate_pair (id, pid, person_a, person_b, organisation_id, score, evidence, created_at)
    select ${cx.ids.uuid()}, ${cx.ids.pid()}, least(a.id, b.id), greatest(a.id, b.id), ${organisationId}, 65,
      '[{"code": "phone_same", "points": 35}, {"code": "birth_same", "points": 30}]', ${cx.clock.now()}
    from person a, person b where a.pid = ${a} and b.pid = ${b}`.execute(cx.db);
}

async function printing(cx: Cx, at: string, kind: string, pid: string): Promise<void> {
  await sql`insert into card_printing (id, pid, organisation_id, kind, printed, left_out, made_at)
    values (${cx.ids.uuid()}, ${pid}, ${at}, ${kind}, 3, 0, ${cx.clock.now()})`.execute(cx.db);
}

// One more statement, and one more line of the statement that is looked at.
async function statementRow(cx: Cx, of: string, person: string, n: number): Promise<void> {
  await sql`insert into fee_statement (id, pid, organisation_id, period_id, file_id, file_name, state,
      header_row, columns, created_at)
    select ${cx.ids.uuid()}, ${cx.ids.pid()}, organisation_id, period_id, file_id, file_name, 'opened',
      header_row, columns, created_at from fee_statement where pid = ${of}`.execute(cx.db);
  await sql`insert into fee_statement_line (statement_id, row_number, paid_on, amount, description,
      fingerprint, state, how, dues)
    select s.id, ${n} + 2, ${cx.clock.today()}, 60000, 'nop hoi phi', 'line-' || ${n}::text,
      ${n % 2 === 0 ? 'matched' : 'proposal'}, ${n % 2 === 0 ? 'reference' : 'name'}, array[d.id]
    from fee_statement s join fee_due d on d.period_id = s.period_id
    join person p on p.id = d.person_id and p.pid = ${person} where s.pid = ${of}`.execute(cx.db);
}

async function recipient(
  cx: Cx,
  mailing: string,
  membership: string | null,
  n: number,
): Promise<void> {
  await sql`insert into mailing_recipient (mailing_id, number, letter, person_id, membership_id,
      organisation_id, address, state, message_pid, token_hash, at)
    select g.id, ${n}, ${n}, m.person_id, m.id, m.organisation_id, ${`thu${n}@example.org`}, 'sent',
      ${cx.ids.pid()}, ${cx.ids.pid()}, ${cx.clock.now()}
    from mailing g, membership m where g.pid = ${mailing} and m.pid = ${membership}`.execute(cx.db);
}

async function filter(cx: Cx, at: string, n: number): Promise<void> {
  await sql`insert into saved_filter (id, pid, account_id, organisation_id, list, name, query, created_at)
    select ${cx.ids.uuid()}, ${cx.ids.pid()}, a.id, ${at}, 'members', ${`Bộ lọc ${n}`}, 'gioi-tinh=nu',
      ${cx.clock.now()} from auth_user a where a.email = 'admin@demo.example'`.execute(cx.db);
}
