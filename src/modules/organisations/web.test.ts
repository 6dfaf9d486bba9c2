import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { readXlsx, writeXlsx } from '../../platform/documents/index.ts';
import { localFileStore } from '../../platform/files.ts';
import { factsOf, findOrganisation, namesOf, parentsEver } from './queries/index.ts';
import { closeOrganisation, renameOrganisation, setFact } from './service/index.ts';
import { actorWith, cxOf, doorsFor, must, posted, smallFederation } from './testing.ts';

let database: Database;
const folder = mkdtempSync(path.join(os.tmpdir(), 'organisations-'));
before(async () => {
  database = await testDatabase();
});
after(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

type Doors = (path: string, init?: RequestInit) => Promise<Response>;

function as(
  name: string,
  [role, at]: [string, string],
  body: (request: Doors, cx: Cx) => Promise<void>,
): void {
  test(name, () =>
    withRollback(database, async (db) => {
      const cx = cxOf(db);
      await smallFederation(cx);
      const actor = await actorWith(db, [role, at]);
      const files = localFileStore(folder);
      await body(doorsFor(db, actor, undefined, files).request, cx);
    }),
  );
}

const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const page = '/vp/sonla/to-chuc';
const filled = {
  kind: 'member_association',
  name: 'Hội Tin học',
  short_name: '',
  code: 'sonla-tin',
  from: '24/08/2018',
  parent: 'LHH Sơn La',
  affiliation_kind: '',
  affiliated_from: '',
  decision: '',
};

as(
  'a form saves, goes on to the record, and sent twice writes once',
  ['clerk', 'sonla'],
  async (request, cx) => {
    const form = await (await request(`${page}/moi`)).text();
    const sent = posted({ ...filled, _key: hidden(form, '_key') });
    for (const _ of [1, 2]) {
      const answer = await request(`${page}/moi`, sent);
      assert.equal(answer.status, 303);
      assert.equal(answer.headers.get('location'), `${page}/sonla-tin?da-luu=tao`);
    }
    const found = await findOrganisation(cx.db, 'sonla-tin');
    const parents = await parentsEver(cx.db, found?.id ?? '', '2026-01-01');
    assert.deepEqual(
      parents.map((row) => row.parentCode),
      ['sonla'],
    );
    const shown = await (await request(`${page}/sonla-tin?da-luu=tao`)).text();
    assert.match(shown, /Đã ghi nhận tổ chức\./);
  },
);

as(
  'a form with mistakes comes back as typed, in words, nothing written',
  ['clerk', 'sonla'],
  async (request, cx) => {
    const bad = {
      ...filled,
      name: '<b>x</b>"',
      from: '31/02/2018',
      code: 'VP!',
      parent: 'Hội nào đó',
    };
    const answer = await request(`${page}/moi`, posted(bad));
    assert.equal(answer.status, 422);
    const html = await answer.text();
    assert.match(html, /^ERROR/);
    assert.match(html, /Tháng 02 năm 2018 không có ngày 31/);
    assert.match(html, /Không có tổ chức nào mang mã “Hội nào đó”/);
    assert.match(html, /value="31\/02\/2018"/);
    assert.match(html, /value="&lt;b&gt;x&lt;\/b&gt;&quot;"/);
    assert.doesNotMatch(html, /<b>x/);
    assert.equal(await findOrganisation(cx.db, 'VP!'), null);
  },
);

as(
  'a stale form keeps what was typed and may be sent again',
  ['clerk', 'sonla'],
  async (request, cx) => {
    const at = `${page}/sonla-dat/doi-ten`;
    const form = await (await request(at)).text();
    const typed = { name: 'Hội Đất mới', short_name: '', from: '01/01/2020', decision: '' };
    const sent = { ...typed, version: hidden(form, 'version'), _key: hidden(form, '_key') };
    await must(cx, renameOrganisation, {
      organisation: 'sonla-dat',
      name: 'Khác',
      from: '2019-01-01',
    });
    const stale = await request(at, posted(sent));
    assert.equal(stale.status, 409);
    const again = await stale.text();
    assert.match(again, /người khác đã lưu bản mới/);
    assert.match(again, /value="Hội Đất mới"/);
    const second = { ...typed, version: hidden(again, 'version'), _key: hidden(again, '_key') };
    assert.equal((await request(at, posted(second))).status, 303);
    const found = await findOrganisation(cx.db, 'sonla-dat');
    const names = await namesOf(cx.db, found?.id ?? '');
    assert.deepEqual(names.map((one) => one.name).slice(1), ['Khác', 'Hội Đất mới']);
  },
);

as('closing asks for the code', ['leader', 'sonla'], async (request, cx) => {
  const at = `${page}/sonla-dat/cham-dut`;
  const refused = await request(at, posted({ on: '30/06/2025', confirm_code: 'sonla' }));
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /Gõ đúng mã sonla-dat/);
  const done = await request(at, posted({ on: '30/06/2025', confirm_code: 'sonla-dat' }));
  assert.equal(done.status, 303);
  assert.equal((await findOrganisation(cx.db, 'sonla-dat'))?.during.until, '2025-07-01');
  const shown = await (await request(`${page}/sonla-dat`)).text();
  assert.match(shown, /Chấm dứt ngày 30\/06\/2025/);
  assert.equal((await request(`${page}/sonla-dat/mo-lai`, posted({}))).status, 303);
});

as(
  'a fact is written in two steps, deleted and taken back',
  ['officer', 'sonla-dat'],
  async (request, cx) => {
    const own = '/vp/sonla-dat/to-chuc/sonla-dat/so-lieu';
    assert.match(await (await request(`${own}/moi`)).text(), /name="loai" value="staff"/);
    const form = await (await request(`${own}/moi?loai=staff`)).text();
    assert.match(form, /Số người/);
    const bad = await request(
      `${own}/moi?loai=staff`,
      posted({ amount: 'vài', from: '01/01/2020' }),
    );
    assert.equal(bad.status, 422);
    const good = await request(
      `${own}/moi?loai=staff`,
      posted({ amount: '1.200', from: '01/01/2020' }),
    );
    assert.equal(good.status, 303);
    const id = (await findOrganisation(cx.db, 'sonla-dat'))?.id ?? '';
    const [fact] = await factsOf(cx.db, id);
    assert.equal(fact?.amount, 1200);
    const removed = await request(`${own}/${fact?.pid}/xoa`, posted({}));
    assert.equal(removed.status, 303);
    const shown = await (await request(removed.headers.get('location') ?? '')).text();
    assert.match(shown, /Đã xóa số liệu/);
    assert.match(shown, new RegExp(`action="${own}/${fact?.pid}/khoi-phuc"`));
    assert.equal((await request(`${own}/${fact?.pid}/khoi-phuc`, posted({}))).status, 303);
    assert.equal((await factsOf(cx.db, id)).length, 1);
  },
);

as('who may not sees no facts and opens no form', ['officer', 'sonla-dat'], async (request, cx) => {
  await must(cx, setFact, {
    organisation: 'sonla-y',
    kind: 'staff',
    amount: 77,
    from: '2020-01-01',
  });
  const other = '/vp/sonla-dat/to-chuc/sonla-y';
  assert.equal((await request(`${other}/so-lieu`)).status, 404);
  const html = await (await request(`${other}/dong-thoi-gian`)).text();
  assert.doesNotMatch(html, /77/);
  for (const form of [
    'sua',
    'doi-ten',
    'doi-ma',
    'truc-thuoc/moi',
    'so-lieu/moi',
    'cham-dut',
    'xoa',
  ]) {
    assert.equal((await request(`${other}/${form}`)).status, 403, form);
    assert.equal((await request(`${other}/${form}`, posted({}))).status, 403, form);
  }
  assert.equal((await request('/vp/sonla-dat/to-chuc/moi')).status, 403);
  assert.equal((await request('/vp/sonla-dat/to-chuc/nhap')).status, 403);
});

as(
  'the day rules the page; one that cannot be read says so',
  ['clerk', 'sonla'],
  async (request, cx) => {
    await must(cx, renameOrganisation, {
      organisation: 'sonla-dat',
      name: 'Hội Đất mới',
      from: '2020-01-01',
    });
    await must(cx, closeOrganisation, { organisation: 'sonla-y', on: '2015-12-31' });
    const on = async (day: string) => (await request(`${page}/sonla-dat?ngay=${day}`)).text();
    assert.match(await on('31/12/2019'), /^Hội Khoa học đất tỉnh Sơn La\n/);
    assert.match(await on('01/01/2020'), /^Hội Đất mới\n/);
    assert.match(await on('09/01/2012'), /Ngày này tổ chức chưa thành lập/);
    assert.match(await on('31/02/2020'), /Ngày vừa gõ không đọc được/);
    const list = async (day: string) => (await request(`${page}?ngay=${day}`)).text();
    assert.match(await list('31/12/2015'), /Hội Y học/);
    assert.doesNotMatch(await list('01/01/2016'), /Hội Y học/);
    const empty = await (await request(`${page}?q=khong+co+gi`)).text();
    assert.match(empty, /Không có tổ chức nào khớp với bộ lọc/);
  },
);

as('an old code of an address leads to the new one', ['clerk', 'sonla'], async (request) => {
  const sent = posted({ code: 'dat-sonla' });
  assert.equal((await request(`${page}/sonla-dat/doi-ma`, sent)).status, 303);
  const moved = await request(`${page}/sonla-dat/so-lieu?ngay=01/01/2020`);
  assert.equal(moved.status, 301);
  assert.equal(moved.headers.get('location'), `${page}/dat-sonla/so-lieu?ngay=01/01/2020`);
  const site = await request('/sonla/to-chuc/sonla-dat');
  assert.equal(site.headers.get('location'), '/sonla/to-chuc/dat-sonla');
});

as('the public pages tell nothing internal', ['reader', 'sonla'], async (request, cx) => {
  await must(cx, setFact, {
    organisation: 'sonla-dat',
    kind: 'staff',
    amount: 4711,
    from: '2020-01-01',
    source: 'Nguồn riêng',
  });
  await must(cx, setFact, {
    organisation: 'sonla-dat',
    kind: 'website',
    words: 'javascript:alert(1)',
    from: '2020-01-01',
  });
  const html = await (await request('/sonla/to-chuc/sonla-dat')).text();
  assert.match(html, /Hội Khoa học đất tỉnh Sơn La/);
  assert.doesNotMatch(html, /4711|Nguồn riêng|\/vp\//);
  assert.doesNotMatch(html, /href="javascript:/);
  const list = await (await request('/sonla/to-chuc?q=hoi+dat')).text();
  assert.match(list, /href="\/sonla\/to-chuc\/sonla-dat"/);
  assert.doesNotMatch(list, /Hội Y học/);
  assert.equal((await request('/sonla/to-chuc/khong-co')).status, 404);
});

as(
  'the parent field suggests and takes a name without dấu',
  ['clerk', 'sonla'],
  async (request) => {
    const found = (await (await request(`${page}/goi-y?q=hoi+khoa+hoc+dat`)).json()) as {
      value: string;
    }[];
    assert.deepEqual(found.map((one) => one.value).toSorted(), [
      'Hội Khoa học Đất Việt Nam (hoi-dat)',
      'Hội Khoa học đất tỉnh Sơn La (sonla-dat)',
    ]);
    const sent = { parent: 'hoi khoa hoc dat viet nam', kind: 'sectoral', from: '01/01/2015' };
    const answer = await request(`${page}/sonla-dat/truc-thuoc/moi`, posted(sent));
    assert.equal(answer.status, 303);
  },
);

as(
  'a list goes out to Excel and comes back changing nothing',
  ['clerk', 'sonla'],
  async (request) => {
    const out = await request(`${page}/xuat?loai=member_association`);
    const bytes = Buffer.from(await out.arrayBuffer());
    const { sheets } = await readXlsx(bytes);
    const text =
      sheets[0]?.rows.map((row) => row.map((cell) => cell.text).join('|')).join('\n') ?? '';
    assert.match(text, /Hội Khoa học đất tỉnh Sơn La\|Hội Đất Sơn La\|sonla-dat\|Hội thành viên/);
    const form = new FormData();
    form.set('file', new File([bytes], 'to-chuc.xlsx'));
    const preview = await (await request(`${page}/nhap`, { method: 'POST', body: form })).text();
    assert.match(preview, /không đổi 2/);
    assert.match(preview, /Sẽ ghi 0 dòng mới/);
  },
);

as(
  'import: a message at its cell, then what is right is written',
  ['clerk', 'sonla'],
  async (request, cx) => {
    const header = ['Tên đầy đủ', 'Mã', 'Loại tổ chức', 'Ngày thành lập', 'Mã nơi trực thuộc'];
    const rows = [
      ['Hội Tin học', 'sonla-tin', 'hoi thanh vien', '24/08/2018', 'sonla'],
      ['Chi hội Tin học Mai Châu', 'sonla-tin-1', 'Chi hội', '2019-01-01', 'sonla-tin'],
      ['Hội Trùng mã', 'sonla-dat', 'Hội thành viên', '01/01/2019', 'sonla'],
      ['Hội Sai ngày', 'sonla-x', 'Hội thành viên', '31/02/2019', 'sonla'],
    ];
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A',
          columns: header.map((name) => ({ key: name, header: name, width: 20, type: 'text' })),
          rows: rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]]))),
        },
      ],
    });
    const form = new FormData();
    form.set('file', new File([new Uint8Array(bytes)], 'moi.xlsx'));
    const preview = await (await request(`${page}/nhap`, { method: 'POST', body: form })).text();
    assert.match(preview, /Sẽ ghi 2 dòng mới/);
    assert.match(preview, /B4\. <\/strong>Mã “sonla-dat” đã có tổ chức dùng/);
    assert.match(preview, /Ô D5: &quot;31\/02\/2019&quot; không phải ngày có thật/);
    assert.equal(await findOrganisation(cx.db, 'sonla-tin'), null);
    const sent = posted({ file: hidden(preview, 'file'), _key: hidden(preview, '_key') });
    const done = await (await request(`${page}/nhap/ghi`, sent)).text();
    assert.match(done, /Đã ghi 2 dòng mới/);
    const branch = await findOrganisation(cx.db, 'sonla-tin-1');
    const [parent] = await parentsEver(cx.db, branch?.id ?? '', '2026-01-01');
    assert.deepEqual([parent?.parentCode, parent?.kind], ['sonla-tin', 'branch']);
    assert.equal(await findOrganisation(cx.db, 'sonla-x'), null);
    const template = await request(`${page}/tep-mau`);
    assert.equal((await readXlsx(Buffer.from(await template.arrayBuffer()))).issues.length, 0);
  },
);
