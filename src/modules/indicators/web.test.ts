import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { indicators } from './index.ts';
import { definitionsOn, tableByCode } from './queries/index.ts';
import { type Federation, federation } from './testing.ts';

let database: Database;
let f: Federation;
const ids = new Map<string, string>();

before(async () => {
  database = await testDatabase();
  f = await federation(database.db, '2026-05-12');
  ids.set('nam', await f.union('nam', '2010-04-21'));
  ids.set('bac', await f.union('bac', '2001-03-05'));
  ids.set('toanquoc', '');
  await f.activity('nam', 'talk', '2026-02-02', { title: 'Tọa đàm <i>một</i>' });
});
after(() => database.close());

function doors(cx: Cx, code: string, kind = 'provincial_union'): Ask {
  return testDoors({
    cx,
    place: {
      organisationId: ids.get(code) ?? '',
      code,
      kind,
      name: code,
      shortName: code,
      seal: [code],
      accent: 'indigo',
      contact: { address: null, phone: null, email: null },
    },
    roles: [],
    ...(indicators.office ? { office: indicators.office } : {}),
    ...(indicators.api ? { api: indicators.api } : {}),
  });
}

// The national staff stand above every office, so they may define from any of them.
const national = () => doors(f.someone('national', 'toanquoc'), 'nam');
const clerk = () => doors(f.someone('clerk', 'nam'), 'nam');
const base = '/vp/nam/bao-cao';
const text = async (ask: Ask, path: string, status = 200, init?: RequestInit) => {
  const answer = await ask(path, init);
  assert.equal(
    answer.status,
    status,
    `${path} ${status === answer.status ? '' : await answer.clone().text()}`,
  );
  return answer.text();
};
const form = (values: Record<string, string>) => posted(Object.entries(values));
const fieldsIn = (page: string) => [
  ...new Set(
    [...page.matchAll(/<(?:input(?! type="hidden")|select|textarea)[^>]* name="([^"]+)"/g)]
      .map((m) => m[1] ?? '')
      .filter((name) => name !== 'q'),
  ),
];
const hidden = (page: string, name: string) =>
  new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

const talks = {
  code: 'Z.1',
  label: 'Số tọa đàm',
  measure: 'count',
  source: 'activities',
  'f.kind': 'talk',
  scope: 'self',
  window: 'year',
  national: 'mean',
};

describe('pages', () => {
  test('the list is searched without dấu', async () => {
    const page = await text(clerk(), `${base}/chi-tieu?q=tap%20chi`);
    assert.match(page, />Tạp chí</);
    assert.doesNotMatch(page, /Bản tin/);
    assert.match(await text(clerk(), `${base}/chi-tieu?q=khongco`), /Không có chỉ tiêu nào khớp/);
  });

  test('an indicator says what it means in words and shows the figure with its records', async () => {
    const page = await text(clerk(), `${base}/chi-tieu/II.1.3`);
    assert.match(page, /Loại ấn phẩm: Tạp chí/);
    assert.match(page, /Chưa có/);
    assert.match(page, /Chỉ tiêu mẫu/);
    await text(clerk(), `${base}/chi-tieu/X.9`, 404);
  });

  test('only who may define sees the form, and each field says what it is for', async () => {
    await text(clerk(), `${base}/chi-tieu-moi`, 404);
    await text(clerk(), `${base}/chi-tieu/I.2/sua`, 404);
    await text(clerk(), `${base}/chi-tieu-bang`, 404);
    const page = await text(national(), `${base}/chi-tieu-moi`);
    assert.deepEqual(fieldsIn(page), ['measure', 'source']);
    const stands = await text(national(), `${base}/chi-tieu/I.2/sua`);
    for (const name of fieldsIn(stands).filter((one) => !/^(f\.|try_)/.test(one)))
      assert.match(stands, new RegExp(`class="help" id="f-${name}-help"`), name);
  });

  const look = (more: Record<string, string | readonly string[]>, act = 'try') =>
    posted(
      Object.entries({ measure: 'count', source: 'activities', act, ...more }).flatMap(
        ([name, value]) => [value].flat().map((one): [string, string] => [name, one]),
      ),
    );

  test('the steps follow what was chosen: values by their names, own fields of a kind, what can be summed', async () => {
    const send = (init: RequestInit, status = 200) =>
      text(national(), `${base}/chi-tieu-moi`, status, init);
    const first = await send(look({ source_was: '' }, 'next'));
    assert.match(first, /name="f\.kind" value="talk"[^>]*>\s*<span>Tọa đàm/);
    assert.doesNotMatch(first, /name="f\.data\.form"/);
    const kind = await send(
      look({ source_was: 'activities', 'f.kind': ['publication', 'seminar'] }),
    );
    assert.match(kind, /name="f\.kind" value="seminar" checked/);
    assert.match(kind, /name="f\.data\.form" value="bulletin"[^>]*>\s*<span>Bản tin/);
    // Another kind has no such field: what was ticked there is gone with it.
    const other = await send(
      look({
        source_was: 'activities',
        'f.kind': 'training',
        'f.data.form': 'bulletin',
        measure: 'sum',
        argument: 'data.trainees',
      }),
    );
    assert.doesNotMatch(other, /data\.form/);
    assert.match(other, /value="data\.trainees" selected(="")?>Số học viên</);
    assert.doesNotMatch(other, /value="data\.subject"/);
    const facts = await send(
      look({ source: 'facts', source_was: 'activities', 'f.kind': 'training', measure: 'stock' }),
    );
    assert.match(facts, /name="f\.kind" value="headcount_members"/);
    assert.doesNotMatch(facts, /name="f\.kind"[^>]*checked/);
    const ratio = await send(look({ measure: 'ratio', source: '', numerator: 'I.3a' }), 422);
    assert.match(ratio, /<select[^>]*name="denominator"/);
    assert.match(ratio, /Mẫu số: Chưa ghi mục này/);
  });

  test('a look tells what it means in a sentence, the figure of a union, its records and all unions, and saves nothing', async () => {
    const page = await text(
      national(),
      `${base}/chi-tieu-moi`,
      200,
      look({
        source_was: 'activities',
        'f.kind': 'talk',
        scope: 'self',
        window: 'year',
        try_union: 'nam',
        try_day: '12/05/2026',
        label: 'Tọa đàm',
        unit: 'cuộc',
      }),
    );
    assert.match(
      page,
      /Đếm số bản ghi của nguồn “Hoạt động”, chỉ tính bản ghi có loại là “Tọa đàm”, của riêng đơn vị, từ đầu năm đến hết ngày tính\./,
    );
    assert.match(page, /<strong>1\u00a0cuộc<\/strong>/);
    assert.match(page, /Tọa đàm &lt;i&gt;một&lt;\/i&gt;/);
    assert.match(page, /Số của các liên hiệp hội \(2 trên 2 đơn vị đã có số\)/);
    assert.match(page, /value="save"/);
    const before = await text(
      national(),
      `${base}/chi-tieu-moi`,
      200,
      look({
        source_was: 'activities',
        'f.kind': 'talk',
        window: 'year',
        scope: 'self',
        try_union: 'nam',
        try_day: '31/12/2025',
      }),
    );
    assert.match(before, /<strong>0<\/strong>/);
    const bad = await text(
      national(),
      `${base}/chi-tieu-moi`,
      422,
      look({ measure: 'stock', source_was: 'activities' }),
    );
    assert.doesNotMatch(bad, /value="save"/);
    assert.match(bad, /Chưa tính được, còn 1 chỗ cần sửa/);
    const made = await all(f.db, sql`select from indicator where code like 'X%' or code = '0'`);
    assert.equal(made.length, 0);
  });

  test('a new indicator counts at once; sent twice it is written once', async () => {
    const page = await text(national(), `${base}/chi-tieu-moi`);
    const body = { ...talks, _key: hidden(page, '_key') };
    const ask = national();
    const first = await ask(`${base}/chi-tieu-moi`, form(body));
    const second = await ask(`${base}/chi-tieu-moi`, form(body));
    assert.deepEqual([first.status, second.status], [303, 303]);
    assert.equal(first.headers.get('location'), `${base}/chi-tieu/Z.1?da-luu=1`);
    const made = await all(
      f.db,
      sql`select from indicator_version v join indicator i on i.id = v.indicator_id where i.code = 'Z.1'`,
    );
    assert.equal(made.length, 1);
    const shown = await text(clerk(), `${base}/chi-tieu/Z.1`);
    assert.match(shown, /Tọa đàm &lt;i&gt;một&lt;\/i&gt;/);
  });

  test('what cannot be counted comes back as typed, with words', async () => {
    const ask = national();
    const bad = { ...talks, code: 'Z.2', divisor: '0', from: '31/02/2019', label: 'Tên đã gõ' };
    const page = await text(ask, `${base}/chi-tieu-moi`, 422, form(bad));
    assert.match(page, /value="Tên đã gõ"/);
    assert.match(page, /name="f\.kind" value="talk" checked/);
    assert.match(page, /Tháng 02 năm 2019 không có ngày 31/);
    const wrong = {
      ...talks,
      code: 'Z.2',
      'f.role': 'guest',
      measure: 'sum',
      argument: 'kind',
    };
    const other = await text(ask, `${base}/chi-tieu-moi`, 422, form(wrong));
    assert.match(other, /Mục “role” không có giá trị “guest”/);
    assert.match(other, /name="f\.role" value="guest" checked/);
    assert.match(other, /Mục “kind” không phải là số/);
  });

  test('a stale form comes back with what was typed and can then be saved', async () => {
    const one = await text(national(), `${base}/chi-tieu/Z.1/sua`);
    const two = await text(national(), `${base}/chi-tieu/Z.1/sua`);
    const send = (page: string, label: string) =>
      national()(
        `${base}/chi-tieu/Z.1/sua`,
        form({ ...talks, label, from: '01/01/2026', version: hidden(page, 'version') }),
      );
    assert.equal((await send(one, 'Tên một')).status, 303);
    const stale = await send(two, 'Tên hai');
    assert.equal(stale.status, 422);
    const page = await stale.text();
    assert.match(page, /người khác đã lưu bản mới/);
    assert.match(page, /value="Tên hai"/);
    assert.equal((await send(page, 'Tên hai')).status, 303);
    assert.equal((await definitionsOn(f.db, '2026-05-12')).get('Z.1')?.label, 'Tên hai');
    assert.equal((await definitionsOn(f.db, '2025-12-31')).get('Z.1')?.label, 'Số tọa đàm');
  });

  test('the rows of the table are lines; a wrong one is named', async () => {
    const page = await text(national(), `${base}/chi-tieu-bang`);
    assert.match(page, /2\.1 \| II\.2\.1 \| 2/);
    const version = hidden(page, 'version');
    const send = (rows: string) =>
      national()(`${base}/chi-tieu-bang`, form({ name: 'Bảng', rows, version }));
    assert.equal((await send('1 | Tiêu đề | 9')).status, 422);
    assert.equal((await send('I | Mục một | 1\n1 | Z.1 | 1\n')).status, 303);
    const table = await tableByCode(f.db, 'benchmark');
    assert.deepEqual(
      table?.lines.map((line) => [line.number, line.heading, line.indicator]),
      [
        ['I', 'Mục một', null],
        ['1', null, 'Z.1'],
      ],
    );
    assert.equal((await send('I | Mục hai | 1')).status, 422);
  });
});

describe('remarks and entered values', () => {
  test('a remark is written by the clerk of the union only', async () => {
    const path = `${base}/ghi-chu?chi-tieu=Z.1&ngay=2026-05-12`;
    const saved = await clerk()(path, form({ words: 'Từ năm 2012', from: '', version: '0' }));
    assert.equal(saved.status, 303);
    assert.match(await text(clerk(), path), /Từ năm 2012<\/textarea>/);
    await text(doors(f.someone('clerk', 'bac'), 'nam'), path, 404);
    await text(doors(f.someone('auditor', 'nam'), 'nam'), path, 404);
  });

  test('a value is entered only where the indicator says so', async () => {
    await f.indicator('E.1', { measure: 'entered' });
    const path = (code: string) => `${base}/gia-tri?chi-tieu=${code}&ngay=2026-05-12`;
    const value = { value: '1.234,5', from: '', note: 'Báo cáo 12', version: '0' };
    const page = await text(clerk(), path('Z.1'), 422, form(value));
    assert.match(page, /không nhập tay/);
    assert.match(page, /value="1\.234,5"/);
    assert.equal((await clerk()(path('E.1'), form(value))).status, 303);
    assert.match(await text(clerk(), path('E.1')), /value="1\.234,5"/);
  });

  test('and taken away after a question', async () => {
    const list = await clerk()('/api/v1/indicator-entries?org=nam&indicator=E.1');
    const { items } = (await list.json()) as { items: { pid: string }[] };
    const path = `${base}/gia-tri/${items[0]?.pid}`;
    const page = await text(clerk(), path);
    assert.match(page, /Xóa giá trị 1\.234,5 của chỉ tiêu E\.1\?/);
    assert.equal((await clerk()(path, form({ version: hidden(page, 'version') }))).status, 303);
    await text(clerk(), path, 404);
  });
});

describe('REST', () => {
  const ask = async (who: Ask, method: string, path: string, body?: unknown) => {
    const answer = await who(`/api/v1${path}`, sentJson(method, body));
    // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, looked into by each test
    const json: any = answer.status === 204 ? null : await answer.json();
    return { status: answer.status, json };
  };

  test('lists what holds on a day and gives all versions of one', async () => {
    const before = await ask(clerk(), 'GET', '/indicators?on=2025-12-31');
    const item = before.json.items.find((one: { code: string }) => one.code === 'Z.1');
    assert.deepEqual(
      [item.label, item.until, item.filter],
      ['Số tọa đàm', '2025-12-31', { kind: ['talk'] }],
    );
    const one = await ask(clerk(), 'GET', '/indicators/Z.1');
    assert.equal(one.json.versions.length, 2);
    assert.equal((await ask(clerk(), 'GET', '/indicators/X')).status, 404);
  });

  test('a version is posted by who may define, and refused when it is stale', async () => {
    const { version: _, ...body } = {
      ...talks,
      filter: { kind: 'talk' },
      from: '2026-03-01',
      version: 0,
    };
    assert.equal((await ask(clerk(), 'POST', '/indicators/Z.1/versions', body)).status, 403);
    assert.equal((await ask(national(), 'POST', '/indicators/Z.1/versions', body)).status, 201);
    const stale = await ask(national(), 'POST', '/indicators/Z.1/versions', {
      ...body,
      version: 1,
    });
    assert.equal(stale.status, 409);
    const bad = await ask(national(), 'POST', '/indicators/Z.1/versions', { ...body, source: 'x' });
    assert.deepEqual([bad.status, bad.json.issues[0].code], [422, 'source_unknown']);
  });

  test('rows of a table, remarks and entered values', async () => {
    const rows = [
      { number: '1', indicator: 'Z.1' },
      { number: '2', heading: 'Mục' },
    ];
    const put = await ask(national(), 'PUT', '/indicator-tables/benchmark', { name: 'B', rows });
    assert.deepEqual([put.status, put.json.rows.length], [200, 2]);
    const unknown = { name: 'B', rows: [{ number: '1', indicator: 'X.9' }] };
    const refused = await ask(national(), 'PUT', '/indicator-tables/benchmark', unknown);
    assert.deepEqual([refused.status, refused.json.issues[0].path], [422, 'rows.0.indicator']);
    const note = { org: 'nam', indicator: 'Z.1', words: 'Mới', from: '2026-01-01' };
    const noted = await ask(clerk(), 'PUT', '/indicator-notes', note);
    assert.deepEqual(
      noted.json.items.map((one: { words: string; until: string }) => [one.words, one.until]),
      [
        ['Từ năm 2012', '2025-12-31'],
        ['Mới', null],
      ],
    );
    assert.equal(
      (await ask(clerk(), 'PUT', '/indicator-notes', { ...note, org: 'bac' })).status,
      404,
    );
    const entry = { org: 'nam', indicator: 'E.1', value: 12.5 };
    const made = await ask(clerk(), 'POST', '/indicator-entries', entry);
    assert.deepEqual([made.status, made.json.items[0].value], [201, 12.5]);
    const path = `/indicator-entries/${made.json.items[0].pid}`;
    const other = doors(f.someone('clerk', 'bac'), 'bac');
    assert.equal((await ask(other, 'GET', path)).status, 404);
    assert.equal((await ask(other, 'DELETE', path)).status, 404);
    assert.equal((await ask(clerk(), 'DELETE', path)).status, 204);
    assert.equal((await ask(clerk(), 'GET', path)).status, 404);
  });
});
