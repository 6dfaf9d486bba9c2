import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { writeXlsx } from '../../platform/documents/sheets/write-xlsx.ts';
import { type FileStore, localFileStore } from '../../platform/files.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { cxOf, placeAt, smallFederation, someone, system } from '../activities/testing.ts';
import { distinctionApi } from './api/index.ts';
import { countDistinctions, findDistinction } from './queries/index.ts';
import { commendation, given } from './testing.ts';
import { words } from './vi.ts';
import { distinctionOffice } from './web/index.ts';

let database: Database;
let store: FileStore;
const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-distinctions-'));
before(async () => {
  database = await testDatabase();
  store = localFileStore(folder);
  await smallFederation(cxOf(database.db));
});
after(async () => {
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
      const cx = await someone(cxOf(trx), role, code);
      const doors = { cx, place: await placeAt(cx, code), roles: [role], files: store };
      await work({
        cx,
        ask: testDoors({ ...doors, office: distinctionOffice, api: distinctionApi }),
      });
    });

const list = '/vp/sonla/khen-thuong';
const toPerson = { recipient: 'person', recipient_person: 'Nguyễn Thị Minh Họa' };
const fields = (values: Record<string, string>): [string, string][] => Object.entries(values);

describe('the register', () => {
  test(
    'empty, with one row and with three',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      assert.match(await (await ask(list)).text(), new RegExp(words.firstTitle));
      await given(cx, toPerson);
      const one = await (await ask(list)).text();
      assert.match(one, />Nguyễn Thị Minh Họa<\/a>/);
      assert.match(one, /1–1 trên 1/);
      await given(cx, {}, { organisation: 'sonla-y' });
      assert.match(await (await ask(list)).text(), /1–3 trên 3/);
    }),
  );

  test(
    'filters, chips and the way out of a dead end',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      await given(cx, toPerson, { title: 'emulation_flag' });
      const found = await (await ask(`${list}?cho=person&q=minh+hoa`)).text();
      assert.match(found, />Nguyễn Thị Minh Họa<\/a>/);
      assert.match(found, /Cá nhân/);
      const none = await (await ask(`${list}?cho=person&danh-hieu=emulation_flag`)).text();
      assert.match(none, new RegExp(words.noneMatch));
      assert.match(none, /1 khen thưởng<\/a>/);
    }),
  );

  test(
    'who may only read is offered nothing to write',
    inOffice('auditor', 'sonla', async ({ cx, ask }) => {
      const [pid = ''] = await given({ ...cx, actor: system }, {});
      assert.doesNotMatch(await (await ask(list)).text(), /ghi-nhan|nhap-excel/);
      assert.doesNotMatch(await (await ask(`${list}/${pid}`)).text(), /\/(sua|xoa|huy-bo|tep)"/);
      for (const page of ['ghi-nhan', 'nhap-excel', `${pid}/sua`, `${pid}/huy-bo`, `${pid}/xoa`]) {
        assert.equal((await ask(`${list}/${page}`)).status, 403, page);
      }
    }),
  );

  test(
    'as many queries for fifty rows as for one',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const [pid = ''] = await given(cx, toPerson);
      const pages = [list, `${list}/${pid}`, `${list}/ghi-nhan`, `${list}/xuat-excel`];
      const count = async () =>
        Promise.all(pages.map(async (page) => (await countQueries(() => ask(page))).count));
      const one = await count();
      await given(cx, ...Array.from({ length: 49 }, (_, i) => ({ decision_no: `${i}` })));
      assert.deepEqual(await count(), one);
    }),
  );
});

describe('the form', () => {
  const form = {
    organisation: 'sonla',
    recipient: 'person',
    recipient_person: 'Lò Văn Minh Họa',
    title: 'commendation',
    level: 'province',
    decided_on: '28/12/2018',
    decision_no: '3012/QĐ-UBND',
  };

  test(
    'comes back with all that is wrong and what was typed',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const wrong = {
        ...form,
        title: 'emulation_flag',
        decided_on: '31/02/2018',
        organisation: '',
        note: '<b>',
      };
      const answer = await ask(`${list}/ghi-nhan`, posted(fields(wrong)));
      assert.equal(answer.status, 422);
      const page = await answer.text();
      for (const text of [
        'còn 3 chỗ cần sửa',
        'Chưa chọn đơn vị ghi sổ',
        'chỉ tặng tập thể',
        'Tháng 02 năm 2018 không có ngày 31',
        'value="31/02/2018"',
        '&lt;b&gt;',
        'value="Lò Văn Minh Họa"',
      ]) {
        assert.ok(page.includes(text), text);
      }
      assert.equal(await countDistinctions(cx, { under: null }), 0);
    }),
  );

  test(
    'sent twice it writes once; a stale one keeps what was typed',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const once = fields({ ...form, _key: cx.ids.pid() });
      const first = await ask(`${list}/ghi-nhan`, posted(once));
      const second = await ask(`${list}/ghi-nhan`, posted(once));
      assert.equal(first.status, 303);
      assert.equal(first.headers.get('location'), second.headers.get('location'));
      assert.equal(await countDistinctions(cx, { under: null }), 1);
      const record = (first.headers.get('location') ?? '').split('?')[0] ?? '';
      const send = (giver: string) =>
        ask(`${record}/sua`, posted(fields({ ...form, giver, version: '1' })));
      assert.equal((await send('Một')).status, 303);
      const stale = await send('Hai');
      assert.equal(stale.status, 422);
      const page = await stale.text();
      assert.ok(page.includes('value="Hai"'));
      assert.match(page, /name="version" value="2"/);
      const edit = await (await ask(`${record}/sua`)).text();
      assert.ok(edit.includes('value="Lò Văn Minh Họa"'));
    }),
  );

  test(
    'a scan of the decision comes along',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const scan = new File(['%PDF-1.7\n%%EOF\n'], 'QĐ 3012.pdf');
      const made = await ask(`${list}/ghi-nhan`, posted([...fields(form), ['files', scan]]));
      const page = await (await ask(made.headers.get('location') ?? '')).text();
      const file = /href="([^"]+\/tep\/\w+)"/.exec(page)?.[1] ?? '';
      assert.equal(await (await ask(file)).text(), '%PDF-1.7\n%%EOF\n');
    }),
  );

  test(
    'revoked with day and reason, shown, and put right',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const [pid = ''] = await given(cx, {});
      const record = `${list}/${pid}`;
      const early = await ask(
        `${record}/huy-bo`,
        posted([
          ['revoked_on', '01/01/2018'],
          ['reason', ''],
        ]),
      );
      assert.equal(early.status, 422);
      assert.match(await early.text(), /Chưa ghi lý do/);
      const sent: [string, string][] = [
        ['revoked_on', '01/02/2020'],
        ['reason', 'Hồ sơ sai'],
      ];
      assert.equal((await ask(`${record}/huy-bo`, posted(sent))).status, 303);
      const page = await (await ask(record)).text();
      assert.match(page, /Hủy bỏ từ ngày 01\/02\/2020/);
      assert.match(page, /Hồ sơ sai/);
      assert.equal((await ask(`${record}/con-hieu-luc`, posted([]))).status, 303);
      assert.equal((await findDistinction(cx, pid))?.revokedOn, null);
      assert.equal((await ask(`${record}/con-hieu-luc`, posted([]))).status, 422);
    }),
  );

  test(
    'deleted after a question, and taken back',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const [pid = ''] = await given(cx, toPerson);
      assert.match(
        await (await ask(`${list}/${pid}/xoa`)).text(),
        /Bằng khen: Nguyễn Thị Minh Họa/,
      );
      const done = await ask(`${list}/${pid}/xoa`, posted([['version', '1']]));
      const after = await (await ask(done.headers.get('location') ?? '')).text();
      assert.match(after, new RegExp(`action="${list}/${pid}/khoi-phuc"`));
      assert.equal((await ask(`${list}/${pid}/khoi-phuc`, posted([]))).status, 303);
      assert.equal(await countDistinctions(cx, { under: null }), 1);
    }),
  );
});

describe('Excel', () => {
  const upload = async (ask: Ask, file: File) => {
    const preview = await ask(`${list}/nhap-excel`, posted([['file', file]]));
    const text = await preview.text();
    const value = (name: string) =>
      new RegExp(`name="${name}" value="(\\w+)"`).exec(text)?.[1] ?? '';
    const sent = posted([
      ['file', value('file')],
      ['_key', value('_key')],
    ]);
    return { text, write: () => ask(`${list}/nhap-excel/ghi`, sent) };
  };

  test(
    'good rows are written once, bad ones stay behind at their cells',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const row = {
        'Danh hiệu, hình thức': 'Bằng khen',
        'Cấp khen': 'Tỉnh, thành phố',
        'Tập thể hay cá nhân': 'Cá nhân',
        'Họ và tên cá nhân': 'Lò Văn Minh Họa',
        'Ngày quyết định': '28/12/2018',
        'Số quyết định': '3012/QĐ-UBND',
      };
      const rows = [
        row,
        row,
        { ...row, 'Họ và tên cá nhân': '' },
        { ...row, 'Danh hiệu, hình thức': 'Cờ thi đua' },
        { ...row, 'Tập thể hay cá nhân': 'Tập thể', 'Họ và tên cá nhân': '' },
      ];
      const columns = Object.keys(row).map((key) => ({
        key,
        header: key,
        width: 20,
        type: 'text' as const,
      }));
      const bytes = await writeXlsx({ sheets: [{ name: 'S', columns, rows }] });
      const file = new File([new Uint8Array(bytes)], 'khen.xlsx');
      const first = await upload(ask, file);
      assert.match(first.text, /Sẽ ghi 2 dòng mới, sửa 0, không đổi 1, không nhập được 2\./);
      assert.match(first.text, /<strong>D4\. <\/strong>/);
      assert.equal(await countDistinctions(cx, { under: null }), 0);
      await first.write();
      assert.equal(await countDistinctions(cx, { under: null }), 2);
      const second = await upload(ask, file);
      assert.match(second.text, /Sẽ ghi 0 dòng mới, sửa 0, không đổi 3, không nhập được 2\./);
    }),
  );

  test(
    'what was exported comes back unchanged',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      await given(
        cx,
        toPerson,
        { title: 'labour_order', level: 'state', class: 'Hạng Ba', giver: '=x' },
        { recipient_organisation: 'sonla-y', decision_no: '01' },
      );
      const bytes = await (await ask(`${list}/xuat-excel`)).arrayBuffer();
      const back = await upload(ask, new File([new Uint8Array(bytes)], 'x.xlsx'));
      assert.match(back.text, /Sẽ ghi 0 dòng mới, sửa 0, không đổi 3, không nhập được 0\./);
      assert.equal((await ask(`${list}/tep-mau`)).status, 200);
    }),
  );
});

describe('REST', () => {
  test(
    'create, change, revoke, delete, take back',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const body = { ...commendation, ...toPerson, decided_on: '2018-12-28' };
      const made = await ask('/api/v1/distinctions', sentJson('POST', body));
      assert.equal(made.status, 201);
      const view = (await made.json()) as Record<string, unknown>;
      assert.deepEqual(
        [view.recipient, view.recipient_name, view.title_name],
        ['person', 'Nguyễn Thị Minh Họa', 'Bằng khen'],
      );
      const address = `/api/v1/distinctions/${String(view.pid)}`;
      const patched = await ask(address, sentJson('PATCH', { giver: 'UBND tỉnh' }));
      const changed = (await patched.json()) as Record<string, unknown>;
      assert.deepEqual(
        [changed.giver, changed.person, changed.version],
        ['UBND tỉnh', view.person, 2],
      );
      assert.equal((await ask(address, sentJson('PATCH', { giver: 'x', version: 1 }))).status, 409);
      const revoked = { revoked_on: '2020-02-01', reason: 'x' };
      const answer = await ask(`${address}/revoke`, sentJson('POST', revoked));
      assert.equal(((await answer.json()) as Record<string, unknown>).revoked_on, '2020-02-01');
      assert.equal((await ask(`${address}/revoke`, sentJson('POST', revoked))).status, 422);
      assert.equal((await ask(`${address}/unrevoke`, { method: 'POST' })).status, 200);
      assert.equal((await ask(address, { method: 'DELETE' })).status, 204);
      assert.equal((await ask(address)).status, 404);
      assert.equal((await ask(`${address}/restore`, { method: 'POST' })).status, 200);
    }),
  );

  test(
    'filters, pages, and nothing of another union',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      await given({ ...cx, actor: system }, { organisation: 'laichau' });
      await given(cx, toPerson, {}, { level: 'national_union' });
      const read = async (query: string) =>
        (await (await ask(`/api/v1/distinctions${query}`)).json()) as {
          total: number;
          items: unknown[];
          next: string | null;
        };
      assert.equal((await read('')).total, 3);
      assert.equal((await read('?recipient=person')).total, 1);
      assert.equal((await read('?level=national_union&title=commendation')).total, 1);
      const first = await read('?org=sonla&size=2');
      assert.deepEqual([first.items.length, first.next !== null], [2, true]);
      assert.equal(
        (
          await ask(
            '/api/v1/distinctions',
            sentJson('POST', { ...commendation, organisation: 'laichau' }),
          )
        ).status,
        403,
      );
      assert.ok((await (await ask('/api/v1/distinction-titles')).json()) !== null);
    }),
  );
});
