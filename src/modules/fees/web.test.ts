import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { closePdf } from '../../platform/documents/pdf/index.ts';
import { readXlsx } from '../../platform/documents/sheets/read-xlsx.ts';
import { type FileStore, localFileStore } from '../../platform/files.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { cxOf, placeAt, smallFederation, someone, system } from '../activities/testing.ts';
import { feeApi } from './api/index.ts';
import { paymentsOf } from './queries/index.ts';
import { readVietQr } from './rules/index.ts';
import { qrDrawing, transferText } from './sheets/index.ts';
import { due, member, pays, period, statementFile, year2026 } from './testing.ts';
import { words } from './vi.ts';
import { feeOffice } from './web/index.ts';

let database: Database;
let store: FileStore;
const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-fees-'));
before(async () => {
  database = await testDatabase();
  store = localFileStore(folder);
  await smallFederation(cxOf(database.db));
});
after(async () => {
  closePdf();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Office {
  readonly cx: Cx;
  readonly ask: Ask;
}

const inOffice =
  (role: string, code: string, work: (office: Office) => Promise<void>) => (): Promise<void> =>
    withRollback(database, async (trx) => {
      const cx = { ...(await someone(cxOf(trx), role, code)), files: store };
      const doors = { cx, place: await placeAt(cx, code), roles: [role], files: store };
      await work({ cx, ask: testDoors({ ...doors, office: feeOffice, api: feeApi }) });
    });

const base = '/vp/sonla/hoi-vien/hoi-phi';
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const to = (answer: Response): string => {
  assert.equal(answer.status, 303);
  return answer.headers.get('location') ?? '';
};
const form = (values: Record<string, string>) => posted(Object.entries(values));

describe('periods', () => {
  test(
    'none yet, made by the form, listed with its sums',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      assert.match(await text(ask(base)), new RegExp(words.firstTitle));
      const who = await member(cx, { name: 'Lò Văn Đức' });
      const typed = { ...year2026, organisation: 'Hội Y học tỉnh Sơn La', below: '1' };
      const made = to(await ask(`${base}/moi`, form(typed)));
      const page = await text(ask(made));
      assert.match(page, />Lò Văn Đức<\/a>/);
      assert.match(page, /HP26 [0-9A-Z]{6}/);
      const pid = /hoi-phi\/(\w+)/.exec(made)?.[1] ?? '';
      await pays(cx, pid, who, 200_000);
      assert.match(await text(ask(base)), /1\/1 người/);
    }),
  );

  test(
    'a form that is refused comes back as typed, sent twice it makes one period',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const wrong = { ...year2026, last_day: '31/02/2026', account_holder: '' };
      const answer = await ask(`${base}/moi`, form(wrong));
      assert.equal(answer.status, 422);
      const page = await answer.text();
      assert.match(page, /Tháng 02 năm 2026 không có ngày 31/);
      assert.match(page, /value="4110 0001 2345"/);
      const once = { ...year2026, _key: 'k'.repeat(16).replaceAll('k', '7') };
      const [a, b] = [await ask(`${base}/moi`, form(once)), await ask(`${base}/moi`, form(once))];
      assert.equal(to(a), to(b));
      assert.match(await text(ask(base)), /1–1 trên 1/);
    }),
  );

  test(
    'edited, stale, deleted and taken back',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const pid = await period(cx);
      const edit = { ...year2026, version: '1', name: 'Hội phí 2026 (sửa)' };
      assert.match(await text(ask(`${base}/${pid}/sua`)), /value="01\/01\/2026"/);
      to(await ask(`${base}/${pid}/sua`, form(edit)));
      const stale = await ask(`${base}/${pid}/sua`, form(edit));
      assert.equal(stale.status, 422);
      assert.match(await stale.text(), /người khác đã lưu bản mới/);
      const list = to(await ask(`${base}/${pid}/xoa`, form({ version: '2' })));
      assert.match(await text(ask(list)), /Đã xóa “Hội phí 2026 \(sửa\)”/);
      to(await ask(`${base}/${pid}/khoi-phuc`, form({})));
      assert.equal((await ask(`${base}/${pid}`)).status, 200);
    }),
  );

  test(
    'who may only read is offered nothing to write; another union sees nothing',
    inOffice('auditor', 'sonla', async ({ cx, ask }) => {
      const writer = { ...cx, actor: system };
      const who = await member(writer, { name: 'Lò Văn A' });
      const pid = await period(writer);
      const payment = await pays(writer, pid, who, 1000, { receipt: 'on' });
      const pages = [`${pid}`, `${pid}/nguoi/${who}`, `${pid}/khoan-thu`, `${pid}/sao-ke`];
      for (const page of pages) {
        const html = await text(ask(`${base}/${page}`));
        assert.doesNotMatch(html, /\/(sua|xoa|thu|mien|huy|cap-nhat|tra-lai)"|method="post"/, page);
      }
      const forms = [
        `moi`,
        `${pid}/sua`,
        `${pid}/xoa`,
        `${pid}/nguoi/${who}/thu`,
        `khoan/${payment}/huy`,
      ];
      for (const page of forms) assert.equal((await ask(`${base}/${page}`)).status, 403, page);
      const other = testDoors({
        cx: await someone(cx, 'clerk', 'laichau'),
        place: await placeAt(cx, 'laichau'),
        roles: ['clerk'],
        office: feeOffice,
        api: feeApi,
      });
      for (const page of [...pages, ...forms.slice(1), `${pid}/nguoi/${who}/ma-qr.svg`])
        assert.equal((await other(`/vp/laichau/hoi-vien/hoi-phi/${page}`)).status, 404, page);
      for (const address of [
        `fee-periods/${pid}`,
        `fee-periods/${pid}/dues`,
        `fee-payments/${payment}`,
      ])
        assert.equal((await other(`/api/v1/${address}`)).status, 404, address);
    }),
  );
});

describe('one person', () => {
  test(
    'pays in parts, gets a receipt as page, PDF and Word, is given money back',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const who = await member(cx, { name: 'Nguyễn Thị Minh Họa' });
      const pid = await period(cx);
      const here = `${base}/${pid}/nguoi/${who}`;
      assert.match(await text(ask(`${here}/thu`)), /value="200.000"/);
      const paid = { amount: '250.000', method: 'transfer', paid_on: '02/03/2026', receipt: '1' };
      const future = await ask(`${here}/thu`, form({ ...paid, paid_on: '31/12/2026' }));
      assert.equal(future.status, 422);
      assert.match(await future.text(), /Ngày này chưa tới/);
      const page = await text(ask(to(await ask(`${here}/thu`, form(paid)))));
      assert.match(page, /thừa 50\.000 đồng/);
      const receipt = /href="([^"]*phieu\/\w+)"/.exec(page)?.[1] ?? '';
      const shown = await text(ask(receipt));
      assert.match(shown, /Hai trăm năm mươi nghìn đồng/);
      assert.match(shown, /Nộp hội phí năm 2026/);
      const pdf = await ask(`${receipt}/tai-pdf`);
      assert.equal(Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5), '%PDF-');
      const docx = await ask(`${receipt}/tai-word`);
      assert.equal(Buffer.from(await docx.arrayBuffer()).toString('latin1', 0, 2), 'PK');
      assert.match(
        docx.headers.get('content-disposition') ?? '',
        /phieu-thu-sonla-y-2026-0001\.docx/,
      );
      const cancelled = to(await ask(`${receipt}/huy`, form({ reason: 'Sai tên', version: '1' })));
      assert.match(await text(ask(cancelled)), /Phiếu đã hủy: Sai tên/);
      const back = { amount: '50000', method: 'cash', paid_on: '03/03/2026', reason: 'Nộp thừa' };
      const after = await text(ask(to(await ask(`${here}/tra-lai`, form(back)))));
      assert.match(after, /Trả lại · Nộp thừa/);
      assert.match(after, /Đã nộp đủ/);
      const list = await text(ask(`${base}/${pid}/khoan-thu`));
      assert.match(list, /2 khoản, cộng 200\.000 đồng/);
    }),
  );

  test(
    'has a code for what is left to pay, drawn without style; none when all is paid',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const who = await member(cx, { name: 'Lò Văn A' });
      const pid = await period(cx);
      await pays(cx, pid, who, 50_000);
      const here = `${base}/${pid}/nguoi/${who}`;
      const drawn = await ask(`${here}/ma-qr.svg`);
      assert.equal(drawn.headers.get('content-type'), 'image/svg+xml');
      const svg = await drawn.text();
      assert.doesNotMatch(svg, /style|script/);
      const owed = await due(cx, pid, who);
      const said = transferText(
        { bin: '970418', bank: 'BIDV', number: '411000012345', holder: 'X' },
        owed,
      );
      assert.equal(svg, qrDrawing(said ?? ''));
      assert.deepEqual(readVietQr(said ?? ''), {
        bank: '970418',
        account: '411000012345',
        amount: 150_000,
        message: owed.reference,
      });
      await pays(cx, pid, who, 150_000);
      assert.equal((await ask(`${here}/ma-qr.svg`)).status, 404);
      assert.match(await text(ask(here)), new RegExp(words.qrPaid));
    }),
  );

  test(
    'is exempt with a reason, and a payment is voided with one',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const who = await member(cx, { name: 'Lò Văn A' });
      const pid = await period(cx);
      const here = `${base}/${pid}/nguoi/${who}`;
      assert.equal((await ask(`${here}/mien`, form({ reason: ' ' }))).status, 422);
      const exempt = await text(ask(to(await ask(`${here}/mien`, form({ reason: 'Hộ nghèo' })))));
      assert.match(exempt, /Hộ nghèo/);
      to(await ask(`${here}/bo-mien`, form({})));
      const payment = await pays(cx, pid, who, 1000);
      const voiding = `${base}/khoan/${payment}/huy`;
      assert.equal((await ask(voiding, form({ reason: '' }))).status, 422);
      to(await ask(voiding, form({ reason: 'Nhầm', version: '1' })));
      assert.match(await text(ask(here)), /Đã hủy: Nhầm/);
    }),
  );
});

describe('who owes', () => {
  test(
    'filters stay in the address; the workbook answers the same question',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const a = await member(cx, { name: 'Nguyễn Văn Đức' });
      await member(cx, { name: 'Lò Thị Hoa', at: 'sonla-dat' });
      const pid = await period(cx, { organisation: 'sonla', below: '1' });
      await pays(cx, pid, a, 200_000);
      const owing = await text(ask(`${base}/${pid}?tinh-trang=con-no`));
      assert.match(owing, />Lò Thị Hoa<\/a>/);
      assert.doesNotMatch(owing, />Nguyễn Văn Đức<\/a>/);
      assert.match(owing, /thu\/moi\?hoi-phi=\w+&amp;tinh-trang=con-no/);
      assert.match(await text(ask(`${base}/${pid}?q=duc+van`)), />Nguyễn Văn Đức<\/a>/);
      const book = await ask(`${base}/${pid}/xuat-excel?don-vi=sonla-dat`);
      const { sheets } = await readXlsx(Buffer.from(await book.arrayBuffer()));
      const cells = sheets[0]!.rows.flatMap((row) => row.map((cell) => cell.text));
      assert.ok(cells.includes('Lò Thị Hoa') && !cells.includes('Nguyễn Văn Đức'));
      assert.match(await text(ask(`${base}/${pid}?q=khong+co`)), new RegExp(words.nobody));
    }),
  );

  test(
    'as many queries for sixty rows as for one',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const who = await member(cx, { name: 'Lò Văn A' });
      const pid = await period(cx);
      const payment = await pays(cx, pid, who, 1000, { receipt: 'on' });
      const { receipt } = (await paymentsOf(cx, (await due(cx, pid, who)).id))[0]!;
      const made = await ask(
        `${base}/${pid}/sao-ke`,
        posted([['file', statementFile([['02/03/2026', '1.000', 'x']])]]),
      );
      const statement = to(made);
      const pages = [
        base,
        `${base}/${pid}`,
        `${base}/${pid}/xuat-excel`,
        `${base}/${pid}/khoan-thu`,
        `${base}/${pid}/phieu-thu`,
        `${base}/${pid}/sao-ke`,
        `${base}/${pid}/nguoi/${who}`,
        `${base}/khoan/${payment}/huy`,
        `${base}/phieu/${receipt}`,
        statement,
        `/api/v1/fee-periods`,
        `/api/v1/fee-periods/${pid}/dues`,
        `/api/v1/fee-payments`,
        `/api/v1/fee-receipts?period=${pid}`,
      ];
      const count = async (page: string) => {
        const { result, queries } = await countQueries(async () => ask(page));
        assert.equal(result.status, 200, page);
        return queries.length;
      };
      const before = await Promise.all(pages.map((page) => page)).then(async (all) => {
        const found: number[] = [];
        for (const page of all) found.push(await count(page));
        return found;
      });
      for (let n = 0; n < 60; n += 1) {
        const more = await member(cx, { name: `Lò Văn ${'ABCDEGHIKLMNOPQRSTUVXY'[n % 22]}` });
        if (n < 5) await period(cx, { name: `Kỳ ${n}` });
        await ask(`${base}/${pid}/cap-nhat`, form({}));
        await pays(cx, pid, more, 1000, { receipt: 'on' });
      }
      for (const [at, page] of pages.entries()) assert.equal(await count(page), before[at], page);
    }),
  );
});

describe('a statement in the browser', () => {
  test(
    'is read, decided line by line, recorded, undone',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const a = await member(cx, { name: 'Nguyễn Văn Đức' });
      const b = await member(cx, { name: 'Lò Thị Hoa' });
      const pid = await period(cx);
      const { reference } = await due(cx, pid, a);
      const file = statementFile([
        ['02/03/2026', '200.000', reference.toLowerCase().replace(' ', '')],
        ['02/03/2026', '200.000', 'LO THI HOA nop phi'],
        ['02/03/2026', '90.000', 'khong ro'],
      ]);
      const at = to(await ask(`${base}/${pid}/sao-ke`, posted([['file', file]])));
      const opened = await text(ask(at));
      assert.match(opened, /Ghi sổ 1 khoản, 200\.000 đồng/);
      assert.match(opened, />Nguyễn Văn Đức\. </);
      assert.match(await text(ask(`${at}?ket-qua=unknown`)), /khong ro/);
      to(await ask(`${at}/nhan-de-xuat`, form({})));
      const line = `${at}/dong/6`;
      assert.match(await text(ask(`${line}?q=hoa`)), /<span>Lò Thị Hoa<\/span>/);
      const empty = await ask(line, form({ decision: 'take', reference: '', candidate: '' }));
      assert.equal(empty.status, 422);
      assert.match(await empty.text(), /Chọn người nộp, hoặc gõ mã nộp phí/);
      to(await ask(line, form({ decision: 'leave', reference: '' })));
      assert.match(await text(ask(at)), /Ghi sổ 2 khoản, 400\.000 đồng/);
      to(await ask(`${at}/ghi`, form({ version: '1' })));
      assert.equal((await due(cx, pid, b)).state, 'paid');
      const stale = await ask(`${at}/hoan-tac`, form({ version: '1' }));
      assert.equal(stale.status, 409);
      to(await ask(`${at}/hoan-tac`, form({ version: '2' })));
      assert.equal((await due(cx, pid, b)).state, 'none');
    }),
  );

  test(
    'columns are put right on the page; a file that is none says so',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const a = await member(cx, { name: 'Nguyễn Văn Đức' });
      const pid = await period(cx);
      const { reference } = await due(cx, pid, a);
      const file = new File([`a;b;c;d\nx;02/03/2026;${reference};200000`], 'la.csv');
      const at = to(await ask(`${base}/${pid}/sao-ke`, posted([['file', file]])));
      const fixed = { header_row: '1', 'cot-0': 'skip', 'cot-1': 'day', 'cot-2': 'description' };
      const sent = form({ ...fixed, 'cot-3': 'credit', version: '1' });
      const page = await text(ask(to(await ask(`${at}/cot`, sent))));
      assert.match(page, /Ghi sổ 1 khoản/);
      const bad = new File([Buffer.from([1, 2, 3])], 'x.xlsx');
      const refused = await ask(`${base}/${pid}/sao-ke`, posted([['file', bad]]));
      assert.equal(refused.status, 422);
      assert.match(await refused.text(), new RegExp(words.unreadable));
    }),
  );
});

describe('REST', () => {
  test(
    'a period, its dues, payments, receipts, exemption',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const who = await member(cx, { name: 'Nguyễn Văn Đức' });
      const json = async (method: string, address: string, body?: unknown) => {
        const answer = await ask(`/api/v1/${address}`, sentJson(method, body));
        const value = answer.status === 204 ? null : await answer.json();
        return { status: answer.status, value };
      };
      const { below: _, ...fields } = year2026;
      const made = await json('POST', 'fee-periods', { ...fields, below: false });
      assert.equal(made.status, 201);
      const { pid } = made.value as { pid: string };
      const dues = await json('GET', `fee-periods/${pid}/dues?state=owing&q=duc`);
      const [first] = (dues.value as { items: { person: string; vietqr: string }[] }).items;
      assert.equal(first?.person, who);
      assert.equal(readVietQr(first?.vietqr ?? '')?.amount, 200_000);
      const wrong = await json('POST', 'fee-payments', { period: pid, person: who, amount: 0 });
      assert.equal(wrong.status, 422);
      const body = {
        period: pid,
        person: who,
        amount: 200_000,
        method: 'cash',
        paid_on: '2026-03-02',
      };
      const paid = await json('POST', 'fee-payments', body);
      assert.equal(paid.status, 201);
      const payment = (paid.value as { pid: string }).pid;
      const receipt = await json('POST', `fee-payments/${payment}/receipt`);
      assert.equal((receipt.value as { number: string }).number, '0001/2026');
      const back = await json('POST', 'fee-refunds', { ...body, amount: 300_000, reason: 'x' });
      assert.equal(back.status, 422);
      const exempt = await json('PUT', `fee-periods/${pid}/dues/${who}/exemption`, { reason: 'x' });
      assert.equal((exempt.value as { state: string }).state, 'over');
      const ended = await json('DELETE', `fee-periods/${pid}/dues/${who}/exemption`);
      assert.equal(ended.status, 204);
      const one = await json('GET', `fee-periods/${pid}`);
      const { totals } = one.value as { totals: { owed: number; paid: number } };
      assert.deepEqual([totals.owed, totals.paid], [200_000, 200_000]);
      const voided = await json('POST', `fee-payments/${payment}/void`, { reason: 'Nhầm' });
      assert.equal((voided.value as { void_reason: string }).void_reason, 'Nhầm');
      const list = await json('GET', 'fee-payments?org=sonla');
      assert.equal((list.value as { total: number }).total, 0);
      const patched = await json('PATCH', `fee-periods/${pid}`, { name: 'Mới' });
      assert.equal((patched.value as { name: string }).name, 'Mới');
      assert.equal((await json('DELETE', `fee-periods/${pid}`)).status, 204);
    }),
  );

  test(
    'a statement in base64: lines, decisions, apply, undo',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const a = await member(cx, { name: 'Nguyễn Văn Đức' });
      const pid = await period(cx);
      const { reference } = await due(cx, pid, a);
      const json = async (method: string, address: string, body?: unknown) => {
        const answer = await ask(`/api/v1/${address}`, sentJson(method, body));
        return { status: answer.status, value: answer.status === 204 ? null : await answer.json() };
      };
      const file = statementFile([['02/03/2026', '200.000', 'ai do']]);
      const content = Buffer.from(await file.arrayBuffer()).toString('base64');
      const bad = await json('POST', 'fee-statements', { period: pid, content: 5 });
      assert.equal(bad.status, 422);
      const opened = await json('POST', 'fee-statements', {
        period: pid,
        file_name: 'a.csv',
        content,
      });
      assert.equal(opened.status, 201);
      const at = `fee-statements/${(opened.value as { pid: string }).pid}`;
      const take = { decision: 'take', reference };
      assert.equal((await json('PUT', `${at}/lines/4`, take)).status, 204);
      const lines = await json('GET', `${at}/lines`);
      assert.equal((lines.value as { items: { decision: string }[] }).items[0]?.decision, 'take');
      await json('POST', `${at}/apply`);
      assert.equal((await due(cx, pid, a)).state, 'paid');
      assert.equal((await json('POST', `${at}/undo`)).status, 200);
      assert.equal((await due(cx, pid, a)).state, 'none');
    }),
  );
});
