import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { readXlsx } from '../../platform/documents/sheets/read-xlsx.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, type TestClock } from '../../platform/testing.ts';
import { cxOf, idOf, placeAt, smallFederation, someone } from '../activities/testing.ts';
import { addConflict, judgeByToken } from '../councils/index.ts';
import { done } from '../rounds/testing.ts';
import { reviewApi } from './api/index.ts';
import { judgeTasks, toDo } from './jobs.ts';
import { invariants } from './queries/index.ts';
import { saveSheet, sayInCouncil, signSheet } from './service/index.ts';
import { type Changes, fullMarks, openContest, type Panel, panel } from './testing.ts';
import { reviewOffice } from './web/office/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

interface Page {
  readonly status: number;
  readonly text: string;
  readonly to: string;
}

interface Trial {
  readonly cx: Cx;
  readonly at: Panel;
  readonly base: string;
  readonly as: (role: string, code?: string) => Promise<Ask>;
  readonly move: (days: number) => void;
}

const pageOf = async (answer: Response): Promise<Page> => ({
  status: answer.status,
  text: await answer.text(),
  to: answer.headers.get('location') ?? '',
});

const inTrial =
  (work: (trial: Trial) => Promise<void>, changes: Changes = {}) =>
  (): Promise<void> =>
    withRollback(database, async (trx) => {
      const cx = cxOf(trx);
      const at = await panel(cx, changes);
      await work({
        cx,
        at,
        base: `/vp/sonla/hoi-thi/${at.edition}/cham`,
        as: async (role, code = 'sonla') =>
          testDoors({
            cx: await someone(cx, role, code),
            place: await placeAt(cx, code),
            roles: [role],
            office: reviewOffice,
            api: reviewApi,
            files: cx.files,
          }),
        move: (days) => (cx.clock as TestClock).move(days * 24 * 3_600_000),
      });
      await sound(cx.db, invariants);
    });

const form = (values: Readonly<Record<string, string | File>>) => posted(Object.entries(values));
const get = async (ask: Ask, path: string): Promise<Page> => pageOf(await ask(path));
const post = async (ask: Ask, path: string, values: Readonly<Record<string, string | File>>) =>
  pageOf(await ask(path, form(values)));

/** Signs the sheets of a judge, the first dossier with so many points less. */
async function signed(cx: Cx, { judges, sheets }: Panel, judge: number, less = 0): Promise<void> {
  for (const [dossier, assignment] of sheets[judge]!.entries()) {
    const points = dossier === 0 ? 28 - less : 28;
    const marks = { ...fullMarks, 'tinh-moi': { points } };
    const { token } = judges[judge]!;
    await done(execute(cx, signSheet, { token, assignment, marks, version: 0, dossier: 1 }));
  }
}

describe('progress', () => {
  test(
    'is shown by judge and by dossier, with what is wide apart',
    inTrial(async ({ cx, at, base, as }) => {
      const clerk = await as('clerk');
      await signed(cx, at, 0);
      const first = await get(clerk, base);
      assert.equal(first.status, 200);
      assert.match(first.text, /2\/4 phiếu đã ký/);
      assert.match(first.text, /Cầm Thị Hoa[\s\S]*2\/2[\s\S]*Quàng Văn Nam[\s\S]*0\/2/);
      assert.doesNotMatch(first.text, /điểm lệch nhiều/);
      await signed(cx, at, 1, 27);
      const page = await get(clerk, base);
      assert.match(page.text, /1 hồ sơ có điểm lệch nhiều/);
      assert.match(page.text, /62[\s\S]*89[\s\S]*75,50[\s\S]*27/);
      const wide = await get(clerk, `${base}?giai-doan=so-khao&lech=1`);
      assert.match(wide.text, /chuối/);
      assert.doesNotMatch(wide.text, /nông sản/);
      assert.equal((await get(clerk, `${base}?giai-doan=hop`)).status, 404);
    }),
  );

  test(
    'what is signed and does not count is told, with the reason, and left out of the figures',
    inTrial(async ({ cx, at, base, as }) => {
      const clerk = await as('clerk');
      await signed(cx, at, 0);
      await signed(cx, at, 1, 27);
      const noted = { judge: at.judges[1].pid, dossier: at.dossiers[0].pid };
      await done(execute(cx, addConflict, { ...noted, kind: 'family', words: 'Anh em họ' }));
      const page = await get(clerk, base);
      assert.match(page.text, /1 phiếu đã ký không tính vì xung đột lợi ích/);
      assert.doesNotMatch(page.text, /điểm lệch nhiều|75,50/);
      const one = await get(clerk, `${base}/ho-so/${at.dossiers[0].pid}`);
      assert.match(one.text, /Không tính[\s\S]*xung đột lợi ích: có quan hệ gia đình/);
      await sql`update score_sheet set state = 'reopened', outdated = true
        from assignment a join judge j on j.id = a.judge_id
        where a.id = assignment_id and j.id = ${at.judges[0].id}`.execute(cx.db);
      const later = await get(clerk, base);
      assert.match(later.text, /2 phiếu phải chấm và ký lại/);
      const list = await clerk(`/api/v1/editions/${at.edition}/score-sheets?phase=so-khao`);
      const { items } = (await list.json()) as { items: { left_out: string | null }[] };
      assert.deepEqual(items.map((row) => row.left_out).sort(), [
        'conflict',
        null,
        'rubric',
        'rubric',
      ]);
    }),
  );

  test(
    'points that are kept from the secretariat are nowhere, until the phase is over',
    inTrial(
      async ({ cx, at, base, as, move }) => {
        const clerk = await as('clerk');
        await signed(cx, at, 0);
        await signed(cx, at, 1, 27);
        const pid = at.sheets[0]![0]!;
        for (const path of [base, `${base}/ho-so/${at.dossiers[0].pid}`, `${base}/phieu/${pid}`]) {
          const page = await get(clerk, path);
          assert.equal(page.status, 200, path);
          assert.doesNotMatch(page.text, /\b89\b|\b62\b|lệch nhiều|30,5|một nửa công/, path);
        }
        // Public ids are random: figures may stand in them.
        const api = async (path: string): Promise<string> =>
          (await (await clerk(`/api/v1/${path}`)).text()).replace(/"pid":"[0-9a-z]{16}"/g, '');
        const list = await api(`editions/${at.edition}/score-sheets?phase=so-khao`);
        assert.doesNotMatch(list, /89|62|true/);
        assert.doesNotMatch(await api(`score-sheets/${pid}`), /89|30,5|30\.5|true/);
        const kept = await workbook(clerk, `${base}.xlsx`);
        assert.ok(!kept.flat().some((value) => value === 89 || value === 62));
        move(9);
        assert.match((await get(clerk, base)).text, /62[\s\S]*89/);
      },
      { 'so-khao': { hidden: [{ from: 'secretariat', what: ['scores'] }] } },
    ),
  );

  test(
    'is taken away as a workbook',
    inTrial(async ({ cx, at, base, as }) => {
      await signed(cx, at, 0);
      const rows = await workbook(await as('clerk'), `${base}.xlsx?giai-doan=so-khao`);
      const line = rows.find(
        (row) => row.includes('Cầm Thị Hoa') && row.includes('Bếp sấy nông sản'),
      );
      assert.ok(
        line?.includes(89) && line.includes(61) && line.includes('Đã ký'),
        JSON.stringify(rows),
      );
      assert.equal(rows.filter((row) => row.includes('Chưa chấm')).length, 2);
    }),
  );

  test(
    'reminds those who lag, and says how many letters went out',
    inTrial(async ({ cx, at, base, as }) => {
      await signed(cx, at, 0);
      const clerk = await as('clerk');
      assert.match((await get(clerk, base)).text, /Nhắc 1 giám khảo/);
      const sent = await post(clerk, `${base}/nhac?giai-doan=so-khao`, {});
      assert.match(sent.to, /da-nhac=1$/);
      assert.match((await get(clerk, sent.to)).text, /Đã gửi 1 thư nhắc/);
      const again = await post(clerk, `${base}/nhac?giai-doan=so-khao`, {});
      assert.match((await get(clerk, again.to)).text, /Không gửi thư nào/);
      const auditor = await as('auditor');
      assert.doesNotMatch((await get(auditor, base)).text, /Nhắc 1/);
      assert.equal((await post(auditor, `${base}/nhac?giai-doan=so-khao`, {})).status, 403);
    }),
  );

  test(
    'an edition without sheets says what to do first',
    inTrial(async ({ cx, as }) => {
      const empty = await openContest(cx, {}, 'moi');
      const page = await get(await as('clerk'), `/vp/sonla/hoi-thi/${empty}/cham`);
      assert.match(page.text, /Chưa phân công chấm/);
    }),
  );
});

async function workbook(ask: Ask, path: string): Promise<unknown[][]> {
  const answer = await ask(path);
  assert.equal(answer.status, 200);
  const read = await readXlsx(Buffer.from(await answer.arrayBuffer()));
  return read.sheets[0]!.rows.map((row) => row.map((cell) => cell.value));
}

describe('one dossier', () => {
  test(
    'shows what was signed, never what is being written, and what the council said',
    inTrial(async ({ cx, at, base, as, move }) => {
      const clerk = await as('clerk');
      await signed(cx, at, 0);
      const draft = {
        token: at.judges[1].token,
        assignment: at.sheets[1]![0]!,
        marks: { 'tinh-moi': { points: 23, comment: 'Chỉ mới một phần' } },
        version: 0,
      };
      await done(execute(cx, saveSheet, draft));
      const page = await get(clerk, `${base}/ho-so/${at.dossiers[0].pid}`);
      assert.match(page.text, /Cầm Thị Hoa[\s\S]*Đã ký[\s\S]*89/);
      assert.match(page.text, /Đang chấm/);
      assert.doesNotMatch(page.text, /\b23\b|một phần/);
      const unsigned = await get(clerk, `${base}/phieu/${draft.assignment}`);
      assert.match(unsigned.text, /Phiếu chưa ký/);
      assert.doesNotMatch(unsigned.text, /\b23\b|một phần/);
      const sheet = await get(clerk, `${base}/phieu/${at.sheets[0]![0]!}`);
      assert.match(sheet.text, /Tiết kiệm một nửa công[\s\S]*[0-9a-f]{64}/);
      move(9);
      const words = {
        token: at.judges[1].token,
        assignment: draft.assignment,
        text: 'Cần xem máy.',
      };
      await done(execute(cx, sayInCouncil, words));
      assert.match((await get(clerk, `${base}/ho-so/${at.dossiers[0].pid}`)).text, /Cần xem máy/);
    }),
  );

  test(
    'opens a signed sheet again with a reason, once',
    inTrial(async ({ cx, at, base, as }) => {
      const clerk = await as('clerk');
      await signed(cx, at, 0);
      const path = `${base}/phieu/${at.sheets[0]![0]!}/mo-lai`;
      assert.equal((await get(clerk, path)).status, 200);
      assert.equal((await post(clerk, path, { reason: ' ', version: '1' })).status, 422);
      const stale = await post(clerk, path, { reason: 'Gõ nhầm', version: '7' });
      assert.equal(stale.status, 422);
      assert.match(stale.text, /Gõ nhầm/);
      const to = (await post(clerk, path, { reason: 'Gõ nhầm', version: '1' })).to;
      assert.match((await get(clerk, to)).text, /Đã mở lại phiếu[\s\S]*Mở lại/);
      assert.equal((await get(clerk, path)).status, 404);
      assert.equal(
        (await post(await as('auditor'), path, { reason: 'x', version: '2' })).status,
        403,
      );
    }),
  );

  test(
    'takes a sheet from paper with its scan, marked as such',
    inTrial(async ({ at, base, as }) => {
      const clerk = await as('clerk');
      const pid = at.sheets[1]![0]!;
      const path = `${base}/phieu/${pid}/nhap-giay`;
      assert.match((await get(clerk, path)).text, /name="mark-tinh-moi"/);
      const values = {
        'mark-tinh-moi': '28',
        'mark-hieu-qua': '30,5',
        'comment-hieu-qua': 'Như phiếu giấy.',
        version: '0',
      };
      const missing = await post(clerk, path, values);
      assert.equal(missing.status, 422);
      assert.match(missing.text, /name="mark-tinh-moi" value="28"/);
      const bad = { ...values, 'gate-an-toan': 'yes', reason: 'Chấm tại buổi họp.' };
      const exe = await post(clerk, path, { ...bad, file: new File(['MZ…'], 'phieu.exe') });
      assert.equal(exe.status, 422);
      const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
      const sent = await post(clerk, path, { ...bad, file: new File([pdf], 'phieu.pdf') });
      assert.match(sent.to, /da-nhap=1$/, sent.text);
      assert.match(
        (await get(clerk, sent.to)).text,
        /Đã ghi phiếu nhập từ giấy[\s\S]*Nhập từ phiếu giấy/,
      );
      const sheet = await get(clerk, `${base}/phieu/${pid}`);
      assert.match(sheet.text, /Nhập theo phiếu giấy đã ký. Chấm tại buổi họp/);
      const scan = /phieu\/[^"]+\/tep\/[0-9a-z]{16}/.exec(sheet.text)?.[0];
      assert.equal((await get(clerk, `${base}/${scan}`)).text, pdf);
      assert.equal((await get(await as('clerk', 'laichau'), `${base}/${scan}`)).status, 404);
    }),
  );
});

describe('votes', () => {
  test(
    'are typed in with their source, and turned into points',
    inTrial(async ({ at, base, as }) => {
      const clerk = await as('clerk');
      const path = `${base}/binh-chon?giai-doan=so-khao`;
      const [a, b] = at.dossiers.map(({ pid }) => `votes.${pid}`) as [string, string];
      assert.match((await get(clerk, path)).text, new RegExp(`name="${a}"`));
      assert.match((await post(clerk, path, { [a]: '', [b]: '' })).text, /Chưa gõ số phiếu nào/);
      const half = await post(clerk, path, { [a]: '12', [b]: 'ba', source: '' });
      assert.equal(half.status, 422);
      assert.match(half.text, /value="ba"/);
      const sent = await post(clerk, path, { [a]: '12', [b]: '7', source: 'Biên bản số 3' });
      const page = await get(clerk, sent.to);
      // 20 × 7 / 12 = 11,67, rounded to 11,7.
      assert.match(page.text, /Đã ghi số phiếu[\s\S]*20[\s\S]*11,7/);
      await post(clerk, path, { [a]: '12', [b]: '12', source: 'Biên bản số 4' });
      const changed = await get(clerk, path);
      assert.match(changed.text, /Biên bản số 3[\s\S]*Biên bản số 4/);
      const auditor = await as('auditor');
      assert.doesNotMatch((await get(auditor, path)).text, /<input/);
      assert.equal((await post(auditor, path, { [a]: '1', source: 'x' })).status, 403);
    }),
  );
});

describe('rights', () => {
  test(
    'others do not know that there are sheets',
    inTrial(async ({ cx, at, base, as }) => {
      await signed(cx, at, 0);
      const pid = at.sheets[0]![0]!;
      const pages = [
        base,
        `${base}.xlsx`,
        `${base}/ho-so/${at.dossiers[0].pid}`,
        `${base}/phieu/${pid}`,
        `${base}/binh-chon`,
        `/api/v1/score-sheets/${pid}`,
        `/api/v1/editions/${at.edition}/score-sheets?phase=so-khao`,
        `/api/v1/editions/${at.edition}/votes?phase=so-khao`,
      ];
      for (const [role, code] of [
        ['clerk', 'laichau'],
        ['officer', 'sonla-y'],
        ['judge', 'sonla'],
      ] as const)
        for (const page of pages)
          assert.equal((await get(await as(role, code), page)).status, 404, `${role} ${page}`);
      for (const [role, code] of [
        ['auditor', 'sonla'],
        ['national', 'vusta'],
      ] as const)
        for (const page of pages)
          assert.equal((await get(await as(role, code), page)).status, 200, `${role} ${page}`);
    }),
  );
});

describe('REST', () => {
  test(
    'lists, opens, opens again, takes paper and votes',
    inTrial(async ({ cx, at, as }) => {
      const clerk = await as('clerk');
      // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, looked into below
      const rest = async (method: string, path: string, body?: object): Promise<any> => {
        const answer = await clerk(`/api/v1${path}`, sentJson(method, body));
        return { status: answer.status, ...((await answer.json()) as object) };
      };
      await signed(cx, at, 0);
      const list = `/editions/${at.edition}/score-sheets?phase=so-khao`;
      const all = await rest('GET', `${list}&size=3`);
      assert.equal(all.total, 4);
      assert.equal(all.items.length, 3);
      assert.match(all.next, /page=2/);
      assert.deepEqual(
        (await rest('GET', `${list}&state=signed`)).items.map(
          (one: { points: string }) => one.points,
        ),
        ['89', '89'],
      );
      const judge = await rest('GET', `${list}&judge=${at.judges[1].pid}`);
      assert.equal(judge.total, 2);
      assert.equal((await rest('GET', `${list}x`)).status, 404);
      const pid = at.sheets[0]![0]!;
      const one = await rest('GET', `/score-sheets/${pid}`);
      assert.equal(one.versions[0].marks['hieu-qua'].points, 30.5);
      assert.equal(JSON.parse(one.versions[0].text).points, '89');
      const opened = await rest('POST', `/score-sheets/${pid}/reopen`, {
        reason: 'Gõ nhầm',
        version: 1,
      });
      assert.equal(opened.state, 'reopened');
      assert.equal(
        (await rest('POST', `/score-sheets/${pid}/reopen`, { reason: 'x' })).status,
        422,
      );
      const paper = `/score-sheets/${at.sheets[1]![0]!}/paper`;
      const typed = { marks: fullMarks, reason: 'Phiếu giấy', version: 0 };
      assert.equal((await rest('POST', paper, { ...typed, marks: {} })).status, 422);
      assert.equal((await rest('POST', paper, typed)).how, 'paper');
      const votes = { phase: 'so-khao', part: 'binh-chon', source: 'Biên bản' };
      const many = [{ dossier: at.dossiers[0].pid, votes: 3 }];
      assert.equal(
        (await rest('PUT', `/editions/${at.edition}/votes`, { ...votes, votes: many })).dossiers,
        1,
      );
      const kept = await rest('GET', `/editions/${at.edition}/votes?phase=so-khao`);
      assert.deepEqual([kept.total, kept.items[0].votes], [1, 3]);
    }),
  );
});

describe('what waits', () => {
  test(
    'the desk tells of unsigned sheets three days before the end of a phase',
    inTrial(async ({ cx, at, as, move }) => {
      void as;
      const clerk = await someone(cx, 'clerk', 'sonla');
      const sonla = await idOf(cx, 'sonla');
      const lines = async () =>
        (await toDo(clerk, sonla, 'sonla')).map(({ title, due }) => [title, due]);
      move(4);
      assert.deepEqual(await lines(), []);
      move(1);
      assert.deepEqual(await lines(), [['4 phiếu chấm của 2 giám khảo chưa ký', '2026-05-20']]);
      assert.deepEqual(await toDo(await someone(cx, 'auditor', 'sonla'), sonla, 'sonla'), []);
      await signed(cx, at, 0);
      assert.deepEqual(await lines(), [['2 phiếu chấm của 1 giám khảo chưa ký', '2026-05-20']]);
      await signed(cx, at, 1);
      assert.deepEqual(await lines(), []);
    }),
  );

  test(
    'a judge finds what is to be judged on the page that the link opens',
    inTrial(async ({ cx, at }) => {
      const { token } = at.judges[1];
      const judge = await judgeByToken(cx, token);
      const [line] = await judgeTasks(cx, judge, token);
      assert.deepEqual(line, {
        phase: 'so-khao',
        title: 'Chấm sơ khảo',
        detail: '0/2 phiếu đã ký',
        due: 'Hạn 17:00:00 ngày 20/05/2026',
        href: `/giam-khao/${token}/cham/so-khao`,
        verb: 'Chấm',
        done: false,
      });
      await sql`update assignment set state = 'removed', ended_at = now()`.execute(cx.db);
      assert.deepEqual(await judgeTasks(cx, judge, token), []);
    }),
  );
});
