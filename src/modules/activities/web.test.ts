import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { readXlsx } from '../../platform/documents/sheets/read-xlsx.ts';
import { writeXlsx } from '../../platform/documents/sheets/write-xlsx.ts';
import { type FileStore, localFileStore } from '../../platform/files.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { activityApi } from './api/index.ts';
import { countActivities, findActivity } from './queries/index.ts';
import { cxOf, placeAt, recorded, seminar, smallFederation, someone } from './testing.ts';
import { words } from './vi.ts';
import { activityOffice } from './web/index.ts';

let database: Database;
let store: FileStore;
const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-activities-'));
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

/** The office of `code` as somebody with `role` there meets it. */
const inOffice =
  (role: string, code: string, work: (office: Office) => Promise<void>) => (): Promise<void> =>
    withRollback(database, async (trx) => {
      const cx = await someone(cxOf(trx), role, code);
      const place = await placeAt(cx, code);
      const doors = { cx, place, roles: [role], files: store };
      const ask = testDoors({ ...doors, office: activityOffice, api: activityApi });
      await work({ cx, ask });
    });

const list = '/vp/sonla/hoat-dong';
const full = {
  title: 'Giải pháp phục hồi đất dốc',
  starts_on: '22/04/2026',
  ends_on: '',
  organisation: 'sonla',
  role: 'host',
  'data.form': 'in_person',
  'data.attendees': '120',
};
const fields = (values: Record<string, string>): [string, string][] => Object.entries(values);

describe('the list', () => {
  test(
    'empty, with one row and with three',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const empty = await (await ask(list)).text();
      assert.match(empty, new RegExp(words.firstTitle));
      assert.match(empty, /ghi-nhan/);
      await recorded(cx, { title: 'Một' });
      const one = await (await ask(list)).text();
      assert.match(one, /1–1 trên 1/);
      await recorded(cx, { title: 'Hai', organisation: 'sonla-dat' }, { title: 'Ba' });
      const three = await (await ask(list)).text();
      for (const title of ['Một', 'Hai', 'Ba']) assert.match(three, new RegExp(`>${title}</a>`));
      assert.match(three, /1–3 trên 3/);
    }),
  );

  test(
    'who may only read is offered nothing to write',
    inOffice('auditor', 'sonla', async ({ ask }) => {
      const page = await (await ask(list)).text();
      assert.doesNotMatch(page, /ghi-nhan|nhap-excel/);
      for (const address of ['ghi-nhan', 'ghi-nhan/seminar', 'nhap-excel', 'loai']) {
        assert.equal((await ask(`${list}/${address}`)).status, 403, address);
      }
    }),
  );

  test(
    'filters stand in the address as chips; a dead end shows the way out',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      await recorded(cx, { organisation: 'sonla-dat' }, { kind: 'talk', title: 'Khác' });
      const query = new URLSearchParams({ q: 'phuc hoi', 'don-vi': 'sonla', nam: '2026' });
      const page = await (await ask(`${list}?${query}`)).text();
      assert.match(page, new RegExp(words.noneMatch));
      assert.match(page, /1 hoạt động<\/a>/);
      assert.match(page, /href="\/vp\/sonla\/hoat-dong\?q=phuc\+hoi&amp;nam=2026"/);
      const found = await (await ask(`${list}?q=phuc+hoi&tu=22/04/2026&den=22/04/2026`)).text();
      assert.match(found, />Giải pháp phục hồi đất dốc<\/a>/);
      assert.match(found, /Từ 22\/04\/2026/);
      const bad = await (await ask(`${list}?tu=31/02/2026`)).text();
      assert.match(bad, /31\/02\/2026/);
      assert.match(bad, />Khác<\/a>/);
    }),
  );

  test(
    'as many queries for fifty rows as for one',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const [pid = ''] = await recorded(cx, {});
      const pages = [list, `${list}/${pid}`, `${list}/ghi-nhan/seminar`, `${list}/xuat-excel`];
      const count = async () =>
        Promise.all(pages.map(async (page) => (await countQueries(() => ask(page))).count));
      const one = await count();
      await recorded(cx, ...Array.from({ length: 49 }, (_, i) => ({ title: `No ${i}` })));
      assert.deepEqual(await count(), one);
    }),
  );
});

describe('the form', () => {
  test(
    'comes back with every message of the design and what was typed',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const wrong = {
        ...full,
        ends_on: '21/04/2026',
        organisation: '',
        'data.attendees': 'khoảng 120',
        summary: '<i>6 tham luận</i>',
      };
      const answer = await ask(`${list}/ghi-nhan/seminar`, posted(fields(wrong)));
      assert.equal(answer.status, 422);
      const page = await answer.text();
      for (const words of [
        'Chưa lưu được, còn 3 chỗ cần sửa',
        'Ngày kết thúc đang trước ngày bắt đầu',
        'Chưa chọn đơn vị chủ trì',
        'Số người dự phải là số, hiện là “khoảng 120”',
        'Ngày kết thúc 21/04/2026 trước ngày bắt đầu 22/04/2026. Sửa một trong hai ngày.',
        'Hãy chọn một đơn vị.',
        'Ghi một số, ví dụ 120. Nếu chỉ ước lượng, ghi vào ô Ghi chú.',
      ]) {
        assert.ok(page.includes(words), words);
      }
      assert.ok(page.includes('value="khoảng 120"'));
      assert.ok(page.includes('&lt;i&gt;6 tham luận&lt;/i&gt;'));
      assert.ok(page.includes('id="error-page"'));
      assert.equal(await countActivities(cx, { under: null }), 0);
    }),
  );

  test(
    'sent twice it writes once and leads to the same record',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const form = fields({ ...full, _key: cx.ids.pid() });
      const first = await ask(`${list}/ghi-nhan/seminar`, posted(form));
      const second = await ask(`${list}/ghi-nhan/seminar`, posted(form));
      assert.deepEqual([first.status, second.status], [303, 303]);
      assert.equal(first.headers.get('location'), second.headers.get('location'));
      assert.equal(await countActivities(cx, { under: null }), 1);
      const record = await (await ask(first.headers.get('location') ?? '')).text();
      assert.match(record, /120\u00a0người/);
      assert.match(record, /Trực tiếp/);
    }),
  );

  test(
    'every text is shown as text',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const html = '<img src=x onerror=alert(1)>';
      const form = { ...full, title: html, place: html, partners: html, summary: html };
      const made = await ask(`${list}/ghi-nhan/seminar`, posted(fields(form)));
      const record = made.headers.get('location') ?? '';
      for (const page of [
        record,
        list,
        `${record.split('?')[0]}/sua`,
        `${record.split('?')[0]}/xoa`,
      ]) {
        const text = await (await ask(page)).text();
        assert.ok(text.includes('&lt;img'), page);
        assert.ok(!text.includes('<img'), page);
      }
      assert.equal(await countActivities(cx, { under: null, q: 'img onerror' }), 1);
    }),
  );

  test(
    'a stale form keeps what was typed and saves over the new one only when sent again',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const [pid = ''] = await recorded(cx, {});
      const send = (title: string, version: string) =>
        ask(`${list}/${pid}/sua`, posted(fields({ ...full, title, version })));
      assert.equal((await send('Thứ nhất', '1')).status, 303);
      const stale = await send('Thứ hai', '1');
      assert.equal(stale.status, 422);
      const page = await stale.text();
      assert.ok(page.includes('value="Thứ hai"'));
      assert.match(page, /người khác đã lưu bản mới/);
      assert.match(page, /name="version" value="2"/);
      assert.equal((await findActivity(cx, pid))?.title, 'Thứ nhất');
      assert.equal((await send('Thứ hai', '2')).status, 303);
    }),
  );

  test(
    'a field of 50 MB is refused by its limit, before anything is looked at',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const huge = fields({ ...full, summary: 'a'.repeat(50_000_000) });
      const answer = await ask(`${list}/ghi-nhan/seminar`, posted(huge));
      assert.equal(answer.status, 413);
      assert.equal(await countActivities(cx, { under: null }), 0);
      const long = await ask(
        `${list}/ghi-nhan/seminar`,
        posted(fields({ ...full, title: 'a'.repeat(301) })),
      );
      assert.equal(long.status, 422);
    }),
  );

  test(
    'files come along, also after an error; one that is bad does not lose the others',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const good = new File(['%PDF-1.7\n%%EOF\n'], 'Kỷ yếu.pdf');
      const page = new File(['<html><script></script>'], 'trang.html');
      const first = await ask(`${list}/ghi-nhan/seminar`, {
        ...posted([...fields({ ...full, title: '' }), ['files', good], ['files', page]]),
      });
      assert.equal(first.status, 422);
      const text = await first.text();
      assert.match(text, /trang\.html/);
      assert.match(text, /Kỷ yếu\.pdf/);
      const kept = /name="kept" value="(\w+)"/.exec(text)?.[1] ?? '';
      const again = posted([...fields(full), ['kept', kept]]);
      const made = await ask(`${list}/ghi-nhan/seminar`, again);
      assert.equal(made.status, 303);
      const record = (made.headers.get('location') ?? '').split('?')[0] ?? '';
      const shown = await (await ask(record)).text();
      const file = /href="([^"]+\/tep\/\w+)"/.exec(shown)?.[1] ?? '';
      const sent = await ask(file);
      assert.equal(await sent.text(), '%PDF-1.7\n%%EOF\n');
      assert.match(sent.headers.get('content-disposition') ?? '', /^attachment/);
      assert.equal((await ask(`${file}/go`, posted([]))).status, 303);
      assert.equal((await ask(file)).status, 404);
      const stranger = await someone(cx, 'clerk', 'sonla');
      const other = testDoors({
        cx: stranger,
        place: await placeAt(cx, 'sonla'),
        roles: ['clerk'],
        files: store,
        office: activityOffice,
      });
      const stolen = await other(
        `${list}/ghi-nhan/seminar`,
        posted([...fields({ ...full, title: 'Khác' }), ['kept', kept]]),
      );
      const theirs = (stolen.headers.get('location') ?? '').split('?')[0] ?? '';
      assert.doesNotMatch(await (await other(theirs)).text(), /Kỷ yếu/);
    }),
  );
});

describe('deleting', () => {
  test(
    'asks first, then offers the way back',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const [pid = ''] = await recorded(cx, {});
      const question = await (await ask(`${list}/${pid}/xoa`)).text();
      assert.match(question, /Xóa hội thảo “Giải pháp phục hồi đất dốc”\?/);
      const done = await ask(`${list}/${pid}/xoa`, posted([['version', '1']]));
      const after = await (await ask(done.headers.get('location') ?? '')).text();
      assert.match(after, new RegExp(`action="${list}/${pid}/khoi-phuc"`));
      assert.match(await (await ask(`${list}/${pid}`)).text(), /Khôi phục/);
      assert.equal((await ask(`${list}/${pid}/khoi-phuc`, posted([]))).status, 303);
      assert.match(await (await ask(`${list}/${pid}`)).text(), /Lịch sử/);
    }),
  );

  test(
    'a record of another union is not there',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const [pid = ''] = await recorded(
        { ...cx, actor: { kind: 'system', label: 'x' } },
        {
          organisation: 'laichau',
        },
      );
      for (const address of [pid, `${pid}/sua`, `${pid}/xoa`, 'x'.repeat(16)]) {
        assert.equal((await ask(`${list}/${address}`)).status, 404, address);
      }
      assert.equal((await ask(`/api/v1/activities/${pid}`)).status, 404);
    }),
  );
});

describe('Excel', () => {
  const fileOf = async (rows: readonly Record<string, string | number>[]): Promise<File> => {
    const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const columns = keys.map((key) => ({ key, header: key, width: 20, type: 'text' as const }));
    const bytes = await writeXlsx({ sheets: [{ name: 'S', columns, rows }] });
    return new File([new Uint8Array(bytes)], 'hoat-dong.xlsx');
  };
  const upload = async (ask: Ask, file: File) => {
    const preview = await ask(`${list}/nhap-excel`, posted([['file', file]]));
    const text = await preview.text();
    const value = (name: string) =>
      new RegExp(`name="${name}" value="(\\w+)"`).exec(text)?.[1] ?? '';
    const sent = posted([
      ['file', value('file')],
      ['_key', value('_key')],
    ]);
    return { status: preview.status, text, write: () => ask(`${list}/nhap-excel/ghi`, sent) };
  };
  const row = {
    'Loại hoạt động': 'Hội thảo',
    Tên: 'Cây ăn quả trên đất dốc',
    'Từ ngày': '05/03/2026',
    'Đơn vị': 'Hội Y học tỉnh Sơn La',
    'Số người dự': '80',
    'Hình thức': 'truc tuyen',
  };

  test(
    'a dry run writes nothing; writing keeps what is good; a second time changes nothing',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const file = await fileOf([
        row,
        { ...row, Tên: 'Sai ngày', 'Từ ngày': '31/02/2026' },
        { ...row, Tên: 'Sai số', 'Số người dự': 'khoảng 80' },
        { ...row, Tên: 'Sai mục', 'Loại hoạt động': 'Tập huấn' },
      ]);
      const first = await upload(ask, file);
      assert.equal(first.status, 200);
      assert.match(first.text, /Sẽ ghi 1 dòng mới, sửa 0, không đổi 0, không nhập được 3\./);
      for (const cell of ['C3', 'E4', 'E5']) assert.match(first.text, new RegExp(cell));
      assert.equal(await countActivities(cx, { under: null }), 0);
      const done = await (await first.write()).text();
      assert.match(done, /Đã ghi 1 dòng mới/);
      assert.equal(await (await first.write()).text(), done);
      assert.equal(await countActivities(cx, { under: null }), 1);
      const second = await upload(ask, file);
      assert.match(second.text, /Sẽ ghi 0 dòng mới, sửa 0, không đổi 1, không nhập được 3\./);
    }),
  );

  test(
    'what was exported comes back unchanged, and a changed cell changes that record',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      await recorded(
        cx,
        { data: { form: 'hybrid', attendees: 1200 }, summary: '=1+1', place: '+84' },
        {
          kind: 'science_award',
          title: 'Giải',
          data: { standing_body: true, works: 3 },
          ends_on: '2026-04-30',
        },
        { kind: 'social_work', title: 'Quà', data: { money: 12500000 }, organisation: 'sonla-dat' },
      );
      const answer = await ask(`${list}/xuat-excel`);
      assert.match(
        answer.headers.get('content-disposition') ?? '',
        /hoat-dong-sonla-2026-05-12\.xlsx/,
      );
      const bytes = Buffer.from(await answer.arrayBuffer());
      const back = await upload(ask, new File([new Uint8Array(bytes)], 'x.xlsx'));
      assert.match(back.text, /Sẽ ghi 0 dòng mới, sửa 0, không đổi 3, không nhập được 0\./);
      const sheet = (await readXlsx(bytes)).sheets[0];
      const header = sheet?.rows[0]?.map((cell) => cell.text) ?? [];
      const rows = sheet?.rows
        .slice(1)
        .map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i]?.text ?? ''])));
      const changed = await fileOf((rows ?? []).map((one) => ({ ...one, 'Địa điểm': 'Mộc Châu' })));
      const next = await upload(ask, changed);
      assert.match(next.text, /Sẽ ghi 0 dòng mới, sửa 3/);
      await next.write();
      assert.equal(await countActivities(cx, { under: null, q: 'moc chau' }), 3);
      const data = await all(
        cx.db,
        sql<{ data: object }>`select data from activity order by title`,
      );
      assert.deepEqual(
        data.map((one) => one.data),
        [
          { standing_body: true, works: 3 },
          { form: 'hybrid', attendees: 1200 },
          { money: 12500000 },
        ],
      );
    }),
  );

  test(
    'an officer brings in the own association only; a file that is none is told so',
    inOffice('officer', 'sonla-dat', async ({ cx, ask }) => {
      const file = await fileOf([row, { ...row, 'Đơn vị': '' }]);
      const preview = await ask('/vp/sonla-dat/hoat-dong/nhap-excel', posted([['file', file]]));
      const text = await preview.text();
      assert.match(text, /Sẽ ghi 1 dòng mới, sửa 0, không đổi 0, không nhập được 1\./);
      assert.equal(await countActivities(cx, { under: null }), 0);
      for (const bad of [new File(['x'], 'x.xlsx'), new File([''], 'x.csv')]) {
        const answer = await ask('/vp/sonla-dat/hoat-dong/nhap-excel', posted([['file', bad]]));
        assert.equal(answer.status, 422);
      }
      assert.equal((await ask('/vp/sonla-dat/hoat-dong/nhap-excel', posted([]))).status, 422);
    }),
  );

  test(
    'the template can be read back',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const answer = await ask(`${list}/tep-mau`);
      const sheet = (await readXlsx(Buffer.from(await answer.arrayBuffer()))).sheets[0];
      const texts = sheet?.rows.flatMap((cells) => cells.map((cell) => cell.text)) ?? [];
      for (const header of ['Loại hoạt động', 'Tên', 'Từ ngày', 'Số người dự']) {
        assert.ok(texts.includes(header), header);
      }
    }),
  );
});

describe('kinds', () => {
  test(
    'the administrator of the root adds a field; the form then asks it',
    inOffice('admin', 'vusta', async ({ ask }) => {
      const base = '/vp/vusta/hoat-dong/loai';
      assert.match(await (await ask(base)).text(), /Hội thảo/);
      const field = {
        'field.label': 'Phòng họp',
        'field.type': 'choice',
        'field.options': 'Lớn\nNhỏ\n',
      };
      assert.equal((await ask(`${base}/seminar`, posted(fields(field)))).status, 303);
      const again = await ask(`${base}/seminar`, posted(fields(field)));
      assert.equal(again.status, 422);
      assert.match(await again.text(), /Loại này đã có mục mang tên ấy/);
      const form = await (await ask('/vp/vusta/hoat-dong/ghi-nhan/seminar')).text();
      assert.match(form, /Phòng họp/);
      assert.equal((await ask(`${base}/seminar/dung`, posted([['active', '0']]))).status, 303);
      assert.equal((await ask('/vp/vusta/hoat-dong/ghi-nhan/seminar')).status, 404);
      const kind = { name: 'Đọc sách', noun: 'buổi đọc', topic: 'social', code: 'reading_club' };
      assert.equal((await ask(`${base}/moi`, posted(fields(kind)))).status, 303);
      assert.equal((await ask(`${base}/moi`, posted(fields(kind)))).status, 422);
    }),
  );
});

describe('REST', () => {
  test(
    'create, read, change, delete, take back',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const body = { ...seminar, starts_on: '2026-04-22', data: { attendees: 120 } };
      const made = await ask('/api/v1/activities', sentJson('POST', body));
      assert.equal(made.status, 201);
      const view = (await made.json()) as { pid: string; version: number; data: object };
      assert.deepEqual(view.data, { attendees: 120 });
      assert.ok(!JSON.stringify(view).match(/[0-9a-f]{8}-[0-9a-f]{4}-7/), 'no inner id');
      const address = `/api/v1/activities/${view.pid}`;
      const patch = await ask(
        address,
        sentJson('PATCH', { data: { papers: 6 }, place: 'Mộc Châu' }),
      );
      const changed = (await patch.json()) as typeof view & { title: string; place: string };
      assert.deepEqual(changed.data, { attendees: 120, papers: 6 });
      assert.deepEqual(
        [changed.title, changed.place, changed.version],
        [seminar.title, 'Mộc Châu', 2],
      );
      const stale = await ask(address, sentJson('PATCH', { title: 'x', version: 1 }));
      assert.equal(stale.status, 409);
      assert.equal((await ask(`${address}?version=1`, { method: 'DELETE' })).status, 409);
      assert.equal((await ask(address, { method: 'DELETE' })).status, 204);
      assert.equal((await ask(address)).status, 404);
      assert.equal((await ask(`${address}/restore`, { method: 'POST' })).status, 200);
      assert.equal((await ask(address)).status, 200);
    }),
  );

  test(
    'wrong input is told with path, code and words',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const wrong = {
        ...seminar,
        ends_on: '2026-04-21',
        data: { attendees: 'khoảng 120' },
        extra: 1,
      };
      const answer = await ask('/api/v1/activities', sentJson('POST', wrong));
      assert.equal(answer.status, 422);
      const { issues } = (await answer.json()) as { issues: { path: string; code: string }[] };
      assert.deepEqual(issues.map(({ path, code }) => `${path} ${code}`).sort(), [
        ' unknown_field',
        'data.attendees not_a_number',
        'ends_on end_before_start',
      ]);
      const beside = await ask(
        '/api/v1/activities',
        sentJson('POST', { ...seminar, organisation: 'laichau' }),
      );
      assert.equal(beside.status, 403);
      assert.equal((await ask('/api/v1/activities?from=31/02/2026')).status, 422);
      assert.equal((await ask('/api/v1/activities?org=nowhere')).status, 404);
    }),
  );

  test(
    'lists page through, keep their filters in next, and stay within what one may see',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      await recorded({ ...cx, actor: { kind: 'system', label: 'x' } }, { organisation: 'laichau' });
      await recorded(
        cx,
        { title: 'A' },
        { title: 'B', organisation: 'sonla-y' },
        { kind: 'talk', title: 'C' },
      );
      const read = async (address: string) =>
        (await (await ask(address)).json()) as {
          items: { title: string }[];
          total: number;
          next: string | null;
        };
      const first = await read('/api/v1/activities?org=sonla&kind=seminar&size=1&sort=title');
      assert.deepEqual([first.items.map((one) => one.title), first.total], [['A'], 2]);
      const second = await read(first.next ?? '');
      assert.deepEqual([second.items.map((one) => one.title), second.next], [['B'], null]);
      assert.equal((await read('/api/v1/activities')).total, 3);
      assert.equal((await read('/api/v1/activities?organisation=sonla')).total, 2);
      const kinds = await read('/api/v1/activity-kinds');
      assert.ok(kinds.total >= 20);
    }),
  );
});
