import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { type Federation, federation } from '../indicators/testing.ts';
import { templates } from './index.ts';
import { templateByCode } from './queries.ts';
import { rowsOf, type TemplateContent } from './rules/index.ts';
import type { Template } from './schema.ts';

let database: Database;
let f: Federation;
const ids = new Map<string, string>();

before(async () => {
  database = await testDatabase();
  f = await federation(database.db, '2026-05-12');
  ids.set('nam', await f.union('nam', '2010-04-21'));
});
after(() => database.close());

function doors(cx: Cx, role: 'national' | 'clerk'): Ask {
  return testDoors({
    cx,
    place: {
      organisationId: ids.get('nam') ?? '',
      code: 'nam',
      kind: 'provincial_union',
      name: 'nam',
      shortName: 'nam',
      seal: ['nam'],
      accent: 'indigo',
      contact: { address: null, phone: null, email: null },
    },
    roles: [role],
    ...(templates.office ? { office: templates.office } : {}),
    ...(templates.api ? { api: templates.api } : {}),
  });
}

const national = () => doors(f.someone('national', 'toanquoc'), 'national');
const clerk = () => doors(f.someone('clerk', 'nam'), 'clerk');
const base = '/vp/nam/bao-cao/mau';
const text = async (ask: Ask, path: string, status = 200, init?: RequestInit) => {
  const answer = await ask(path, init);
  const page = await answer.text();
  assert.equal(answer.status, status, `${path} ${answer.status === status ? '' : page}`);
  return page;
};
type Values = Record<string, string | readonly string[]>;
const form = (values: Values) =>
  posted(
    Object.entries(values).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  );
const hidden = (page: string, name: string) =>
  new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
async function stored(code: string): Promise<Template> {
  const found = await templateByCode(f.db, code);
  assert.ok(found);
  return found;
}
/** Opens a form, sends it with these values, and gives where it leads. */
async function send(path: string, values: Values): Promise<string> {
  const page = await text(national(), path);
  const own = { _key: hidden(page, '_key'), version: hidden(page, 'version') };
  const answer = await national()(path, form({ ...own, ...values }));
  assert.equal(answer.status, 303, await answer.clone().text());
  return answer.headers.get('location') ?? '';
}

describe('reading', () => {
  test('everybody in an office reads the list, the outline and the whole; only few may write', async () => {
    const { pid } = await stored('nam');
    assert.match(await text(clerk(), base), />Báo cáo năm</);
    const outline = await text(clerk(), `${base}/${pid}`);
    assert.match(outline, /IV\. Kiến nghị, đề xuất/);
    assert.doesNotMatch(outline, /Xuống|Sửa tên/);
    const whole = await text(clerk(), `${base}/${pid}/xem`);
    assert.match(whole, /Bằng tổng: Tư vấn \+ Phản biện \+ Giám định xã hội/);
    assert.match(whole, /Nằm trong: Hội viên của các hội thành viên/);
    assert.doesNotMatch(whole, /\{I\.3\}/);
    for (const path of ['moi', `${pid}/sua`, `${pid}/xoa`, `${pid}/muc-moi`, `${pid}/muc/to-chuc`])
      await text(clerk(), `${base}/${path}`, 404);
    await text(clerk(), `${base}/${pid}/chuyen`, 404, form({ place: 'to-chuc', way: 'up' }));
    await text(clerk(), `${base}/khongco`, 404);
  });
});

describe('a template made in the browser', () => {
  let pid = '';
  const content = async (): Promise<TemplateContent> => (await stored('quy')).content;

  test('is made empty, or from another one; a code is used once', async () => {
    const at = await send(`${base}/moi`, {
      name: 'Báo cáo quý',
      code: 'quy',
      period_kind: 'quarter',
      from: '',
      legal_basis: '',
    });
    pid = (await stored('quy')).pid;
    assert.equal(at, `${base}/${pid}?da-luu=1`);
    assert.match(await text(national(), at), /Mẫu chưa có mục nào/);
    const source = await stored('nam');
    assert.match(await text(national(), `${base}/moi?tu=${source.pid}`), /Báo cáo năm \(bản sao\)/);
    await send(`${base}/moi`, { name: 'Hai', code: 'hai', period_kind: 'year', from: source.pid });
    assert.deepEqual((await stored('hai')).content, source.content);
    assert.equal((await stored('hai')).sample, false);
    const taken = await text(
      national(),
      `${base}/moi`,
      422,
      form({ name: 'Ba', code: 'quy', period_kind: 'year' }),
    );
    assert.match(taken, /Mã “quy” đã có mẫu khác dùng/);
    assert.match(taken, /value="Ba"/);
  });

  test('gets sections, which stand where they are put and move', async () => {
    const words = { number: '', level: '1', hint: '', sentences: '', after: '' };
    await send(`${base}/${pid}/muc-moi`, { ...words, title: 'Kết quả', kind: 'heading' });
    await send(`${base}/${pid}/muc-moi`, { ...words, title: 'Kiến nghị', kind: 'narrative' });
    const at = await send(`${base}/${pid}/muc-moi`, {
      ...words,
      title: 'Số liệu',
      kind: 'table',
      after: 'ket-qua',
    });
    assert.equal(at, `${base}/${pid}/muc/so-lieu?da-luu=1`);
    const keys = async () => (await content()).sections.map(({ key }) => key);
    assert.deepEqual(await keys(), ['ket-qua', 'so-lieu', 'kien-nghi']);
    const { version } = await stored('quy');
    const move = { place: 'kien-nghi', what: 'section', way: 'up', version: String(version) };
    const moved = await national()(`${base}/${pid}/chuyen`, form(move));
    assert.equal(moved.headers.get('location'), `${base}/${pid}?da-chuyen=1#muc-kien-nghi`);
    assert.deepEqual(await keys(), ['ket-qua', 'kien-nghi', 'so-lieu']);
    // The same move again was meant for what stood before.
    const late = await national()(`${base}/${pid}/chuyen`, form(move));
    assert.equal(late.headers.get('location'), `${base}/${pid}?da-doi=1`);
    assert.match(await text(national(), `${base}/${pid}?da-doi=1`), /vừa được người khác sửa/);
    assert.deepEqual(await keys(), ['ket-qua', 'kien-nghi', 'so-lieu']);
  });

  test('gets rows: many from the benchmark table, one by one with what the indicator says', async () => {
    const table = `${base}/${pid}/muc/so-lieu`;
    assert.match(
      await text(national(), `${table}/tu-bang`, 422, form({ version: '1' })),
      /Chưa đánh dấu chỉ tiêu nào/,
    );
    await send(`${table}/tu-bang`, { codes: ['I.2', 'II.7'] });
    await send(`${table}/dong-moi`, {
      indicator: 'T.1',
      number: '1.1',
      label: '',
      unit: '',
      decimals: '',
      kind: 'number',
      level: '2',
      within: 'I.2',
      after: 'I.2',
    });
    await send(`${table}/dong-moi`, {
      indicator: '',
      number: '1.2',
      label: 'Tổ đảng mới lập',
      unit: 'hội',
      decimals: '',
      kind: 'number',
      level: '2',
      required: '1',
      within: '',
      after: '',
    });
    const rows = rowsOf(await content());
    assert.deepEqual(
      rows.map((row) => [
        row.key,
        row.label,
        row.unit,
        row.kind,
        row.indicator,
        row.within,
        row.required,
      ]),
      [
        ['I.2', 'Số hội thành viên', 'hội', 'number', 'I.2', null, true],
        ['T.1', 'Hội thành viên', 'hội', 'number', 'T.1', 'I.2', false],
        ['II.7', 'Hoạt động xã hội', null, 'yes_no', 'II.7', null, true],
        ['to-dang-moi-lap', 'Tổ đảng mới lập', 'hội', 'number', null, null, true],
      ],
    );
    assert.match(await text(national(), `${table}/tu-bang`), /value="I\.1"/);
    assert.doesNotMatch(await text(national(), `${table}/tu-bang`), /value="I\.2"/);
  });

  test('what is wrong with a row stands at its field, with what was typed', async () => {
    const path = `${base}/${pid}/muc/so-lieu/dong/I.2`;
    const page = await text(national(), path);
    const values = {
      version: hidden(page, 'version'),
      indicator: 'I.2',
      number: '1',
      label: 'Tổng số',
      unit: 'vạn',
      decimals: 'x',
      kind: 'number',
      level: '1',
      sum: ['T.1', 'to-dang-moi-lap'],
      within: '',
    };
    const bad = await text(national(), path, 422, form(values));
    assert.match(bad, /value="Tổng số"/);
    assert.match(bad, /value="T\.1" checked/);
    assert.match(bad, /id="f-decimals-error"/);
    const units = await text(national(), path, 422, form({ ...values, decimals: '0' }));
    assert.match(units, /id="f-sum-error"/);
    assert.match(units, /tính bằng “vạn” còn “Hội thành viên” tính bằng “hội”/);
    const fine = { ...values, decimals: '0', unit: 'hội', required: '1' };
    assert.equal((await national()(path, form(fine))).status, 303);
    const stale = await text(national(), path, 409, form({ ...fine, label: 'Hai' }));
    assert.match(stale, /value="Hai"/);
    assert.notEqual(hidden(stale, 'version'), values.version);
  });

  test('a figure is put into a sentence by choosing its row', async () => {
    const path = `${base}/${pid}/muc/kien-nghi`;
    const before = await stored('quy');
    const page = await text(national(), path);
    const values = {
      version: hidden(page, 'version'),
      number: 'IV',
      title: 'Kiến nghị',
      level: '1',
      kind: 'narrative',
      hint: '',
    };
    const inserted = await text(
      national(),
      path,
      200,
      form({ ...values, sentences: 'Hiện có', act: 'insert', insert: 'T.1' }),
    );
    assert.match(inserted, /Hiện có \{T\.1\}<\/textarea>/);
    assert.equal((await stored('quy')).version, before.version);
    const unknown = await text(national(), path, 422, form({ ...values, sentences: 'Có {X}.' }));
    assert.match(unknown, /id="f-sentences-error"/);
    assert.match(unknown, /Có \{X\}\.<\/textarea>/);
    await send(path, {
      ...values,
      version: String(before.version),
      sentences: 'Có {T.1} hội.\n\nCó {I.2}.',
    });
    assert.deepEqual((await content()).sections[1]?.sentences, ['Có {T.1} hội.', 'Có {I.2}.']);
  });

  test('a row and a section go with what others said of them', async () => {
    await send(`${base}/${pid}/muc/so-lieu/dong/T.1/xoa`, {});
    const { sections } = await content();
    assert.deepEqual(sections[1]?.sentences, ['Có {I.2}.']);
    assert.deepEqual(rowsOf(await content())[0]?.sum, ['to-dang-moi-lap']);
    await send(`${base}/${pid}/muc/so-lieu/xoa`, {});
    assert.deepEqual(
      (await content()).sections.map(({ key }) => key),
      ['ket-qua', 'kien-nghi'],
    );
  });

  test('is deleted after a question and taken back', async () => {
    assert.equal(await send(`${base}/${pid}/xoa`, {}), `${base}?da-xoa=${pid}`);
    assert.match(await text(national(), `${base}?da-xoa=${pid}`), /Đã xóa mẫu “Báo cáo quý”/);
    await text(clerk(), `${base}/${pid}`, 404);
    assert.match(await text(national(), `${base}/${pid}`), /Khôi phục được đến hết ngày/);
    const back = await national()(`${base}/${pid}/khoi-phuc`, form({}));
    assert.equal(back.status, 303);
    assert.match(await text(clerk(), `${base}/${pid}`), /Báo cáo quý/);
  });
});

describe('REST', () => {
  const ask = async (who: Ask, method: string, path: string, body?: unknown) => {
    const answer = await who(`/api/v1${path}`, sentJson(method, body));
    // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, looked into by each test
    const json: any = answer.status === 204 ? null : await answer.json();
    return { status: answer.status, json };
  };
  const row = { key: 'a', label: 'Một', unit: 'hội' };
  const body = {
    code: 'rest',
    name: 'Mẫu REST',
    period_kind: 'year',
    content: { sections: [{ key: 'bang', title: 'Bảng', kind: 'table', rows: [row] }] },
  };

  test('makes, reads, changes, copies, deletes and restores', async () => {
    assert.equal((await ask(clerk(), 'POST', '/report-templates', body)).status, 403);
    const made = await ask(national(), 'POST', '/report-templates', body);
    assert.equal(made.status, 201);
    assert.deepEqual(made.json.content.sections[0].rows, [
      {
        ...row,
        number: '',
        decimals: 0,
        kind: 'number',
        indicator: null,
        level: 1,
        sum: [],
        within: null,
        required: false,
      },
    ]);
    const { pid, version } = made.json;
    const list = await ask(clerk(), 'GET', '/report-templates');
    const item = list.json.items.find((one: { pid: string }) => one.pid === pid);
    assert.deepEqual([item.sections, item.rows], [1, 1]);
    const renamed = await ask(national(), 'PATCH', `/report-templates/${pid}`, {
      name: 'Tên mới',
      version,
    });
    assert.deepEqual(
      [renamed.json.name, renamed.json.period_kind, renamed.json.content],
      ['Tên mới', 'year', made.json.content],
    );
    assert.equal(
      (await ask(national(), 'PATCH', `/report-templates/${pid}`, { name: 'x', version })).status,
      409,
    );
    const copy = await ask(national(), 'POST', `/report-templates/${pid}/copies`, {
      code: 'rest-hai',
      name: 'Hai',
    });
    assert.deepEqual([copy.status, copy.json.content], [201, made.json.content]);
    assert.equal((await ask(national(), 'DELETE', `/report-templates/${pid}`)).status, 204);
    assert.equal((await ask(clerk(), 'GET', `/report-templates/${pid}`)).status, 404);
    assert.equal((await ask(national(), 'POST', `/report-templates/${pid}/restore`)).status, 200);
  });

  test('says where in the content something is wrong', async () => {
    const bad = (rows: readonly object[]) =>
      ask(national(), 'POST', '/report-templates', {
        ...body,
        code: 'bad',
        content: { sections: [{ key: 'bang', title: 'Bảng', kind: 'table', rows }] },
      });
    const known = await bad([{ ...row, indicator: 'X.9' }]);
    assert.deepEqual(
      [known.status, known.json.issues[0].path, known.json.issues[0].code],
      [422, 'content.sections.0.rows.0.indicator', 'indicator_unknown'],
    );
    const shape = await bad([{ key: 'có dấu', label: '' }]);
    assert.deepEqual(
      shape.json.issues.map((one: { path: string; code: string }) => `${one.path} ${one.code}`),
      ['content.sections.0.rows.0.key not_a_key', 'content.sections.0.rows.0.label required'],
    );
  });
});
