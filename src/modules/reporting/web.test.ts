import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import { readXlsx } from '../../platform/documents/index.ts';
import { type Ask, testDoors } from '../../platform/http/testing.tsx';
import { type Federation, federation } from '../indicators/testing.ts';
import { reporting } from './index.ts';

let database: Database;
let f: Federation;
const places = new Map<string, { id: string; kind: string }>();

before(async () => {
  database = await testDatabase();
  f = await federation(database.db, '2026-05-12');
  for (const [code, founded] of [
    ['bac', '2001-03-05'],
    ['nam', '2010-04-21'],
  ] as const) {
    places.set(code, { id: await f.union(code, founded), kind: 'provincial_union' });
  }
  const id = await f.organisation('nam-a', 'member_association', '2011-01-01');
  places.set('nam-a', { id, kind: 'member_association' });
  await f.affiliate('nam-a', 'nam', '2011-01-01');
  await f.fact('nam-a', 'headcount_members', 12_345, '2015-01-01');
  for (let n = 1; n <= 11; n += 1) {
    const day = `2019-01-${String(n).padStart(2, '0')}`;
    await f.activity('nam', 'social_work', day, { title: `<b>Quà</b> ${n}` });
  }
});
after(() => database.close());

function doors(cx: Cx, code: string): Ask {
  const place = places.get(code);
  assert.ok(place);
  return testDoors({
    cx,
    place: {
      organisationId: place.id,
      code,
      kind: place.kind,
      name: code,
      shortName: code,
      seal: [code],
      accent: 'indigo',
      contact: { address: null, phone: null, email: null },
    },
    roles: ['clerk'],
    ...(reporting.office ? { office: reporting.office } : {}),
    ...(reporting.api ? { api: reporting.api } : {}),
  });
}

const clerk = () => doors(f.someone('clerk', 'nam'), 'nam');
const base = '/vp/nam/bao-cao/bang-so-sanh';
const day = 'ngay=2019-12-31';
const html = async (ask: Ask, path: string, status = 200) => {
  const answer = await ask(path);
  assert.equal(answer.status, status, path);
  return answer.text();
};

describe('the page', () => {
  test('says year, day and structure, and links every figure', async () => {
    const page = await html(clerk(), `${base}?${day}`);
    assert.match(page, /<h1>nam trong cả nước, năm 2019<\/h1>/);
    assert.match(page, /value="31\/12\/2019"/);
    assert.match(page, /value="khi-do" selected/);
    assert.match(
      page,
      new RegExp(
        `href="${base.replaceAll('/', '\\/')}\\?ngay=2019-12-31&amp;chi-tieu=II.7#bang-ghi"`,
      ),
    );
  });

  test('a figure opens its records beside the table, its row marked', async () => {
    const page = await html(clerk(), `${base}?${day}&chi-tieu=II.7`);
    assert.match(page, /id="chi-tieu-II.7"[^>]*class="row-selected"/);
    assert.match(page, /id="bang-ghi"/);
    assert.match(page, /&lt;b&gt;Quà&lt;\/b&gt; 1</);
    assert.doesNotMatch(page, /<b>Quà/);
    assert.match(page, /Xem cả 11 bản ghi/);
    assert.match(page, /Loại: Hoạt động xã hội|: Hoạt động xã hội/);
  });

  test('a stock shows how the year moved it', async () => {
    const page = await html(clerk(), `${base}?ngay=2011-12-31&chi-tieu=I.2`);
    const sums = [...page.matchAll(/<dd>([^<]*)<\/dd>/g)].map((match) => match[1]);
    assert.deepEqual(sums.slice(0, 4), ['0', '+1', '0', '1']);
  });

  test('the peers of a figure stand with value and rank, and a picture of its own', async () => {
    const page = await html(clerk(), `${base}?${day}&chi-tieu=I.1&xem=don-vi`);
    assert.match(page, /So với|ở các đơn vị/);
    const src = /<img src="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
    assert.ok(src);
    const svg = await clerk()(src);
    assert.equal(svg.headers.get('content-type'), 'image/svg+xml; charset=utf-8');
    assert.match(await svg.text(), /^<svg/);
  });

  test('another union is seen, its records are not', async () => {
    const page = await html(clerk(), `${base}?${day}&don-vi=bac&chi-tieu=I.1`);
    assert.match(page, /<h1>bac trong cả nước/);
    assert.match(page, /bản ghi phía sau chỉ mở cho người làm việc ở đơn vị ấy/);
    assert.doesNotMatch(page, /Bản ghi của chỉ tiêu/);
    await html(clerk(), `${base}/ban-ghi?${day}&don-vi=bac&chi-tieu=I.1`, 404);
  });

  test('an association looks at the union above it', async () => {
    const officer = doors(f.someone('officer', 'nam-a'), 'nam-a');
    const page = await html(officer, `/vp/nam-a/bao-cao/bang-so-sanh?${day}`);
    assert.match(page, /<h1>nam trong cả nước/);
  });

  test('a day that is none stays as typed and is named', async () => {
    const page = await html(clerk(), `${base}?ngay=31/02/2019`, 422);
    assert.match(page, /value="31\/02\/2019"/);
    assert.match(page, /Tháng 02 năm 2019 không có ngày 31/);
  });

  test('an unknown indicator or union in the address does no harm', async () => {
    assert.doesNotMatch(await html(clerk(), `${base}?${day}&chi-tieu=X.9`), /id="bang-ghi"/);
    await html(clerk(), `${base}?${day}&don-vi=khong-co`, 404);
    await html(clerk(), `${base}/ban-ghi?${day}`, 404);
    await html(clerk(), `${base}/bieu-do.svg?${day}&chi-tieu=X.9`, 404);
  });

  test('choosing another year moves the day to its end', async () => {
    const page = await html(clerk(), `${base}?ngay=31/12/2019&nam=2018&nam-truoc=2019`);
    assert.match(page, /value="31\/12\/2018"/);
  });

  test('before there was any union to compare with, it says so', async () => {
    const page = await html(clerk(), `${base}?ngay=1999-12-31`);
    assert.match(page, /chưa có liên hiệp hội nào thuộc Liên hiệp hội toàn quốc/);
  });
});

describe('files and lists', () => {
  test('all records behind a figure, and as a workbook', async () => {
    const page = await html(clerk(), `${base}/ban-ghi?${day}&chi-tieu=II.7`);
    assert.match(page, /11 bản ghi/);
    const answer = await clerk()(`${base}/ban-ghi.xlsx?${day}&chi-tieu=II.7`);
    const { sheets } = await readXlsx(Buffer.from(await answer.arrayBuffer()));
    const titles = sheets[0]?.rows.map((row) => row[0]?.text) ?? [];
    assert.equal(titles.filter((title) => title?.startsWith('<b>Quà')).length, 11);
  });

  test('the table as Word and Excel, named by union and day', async () => {
    for (const end of ['xlsx', 'docx']) {
      const answer = await clerk()(`${base}.${end}?${day}`);
      assert.equal(answer.status, 200);
      const name = answer.headers.get('content-disposition') ?? '';
      assert.match(name, new RegExp(`^attachment; filename="bang-so-sanh-nam-2019-12-31.${end}"`));
      assert.equal(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 2)
          .toString(),
        'PK',
      );
    }
  });
});

describe('REST', () => {
  const json = async (path: string, status = 200) => {
    const answer = await clerk()(`/api/v1${path}`);
    assert.equal(answer.status, status, `${path} ${await answer.clone().text()}`);
    return answer.json() as Promise<Record<string, unknown>>;
  };

  test('answers the table, its records page by page, and the peers', async () => {
    const table = await json('/benchmark?org=nam&on=2019-12-31');
    assert.deepEqual(Object.keys(table), ['org', 'on', 'structure', 'peers', 'rows']);
    const first = await json('/benchmark/records?org=nam&indicator=II.7&on=2019-12-31&size=6');
    assert.equal(first.total, 11);
    const second = await json(String(first.next).replace('/api/v1', ''));
    assert.deepEqual([(second.items as unknown[]).length, second.next], [5, null]);
    const peers = await json('/benchmark/peers?indicator=I.1&on=2019-12-31');
    assert.deepEqual(peers.items, [
      { organisation: { code: 'bac', name: 'bac' }, value: 18, rank: 1 },
      { organisation: { code: 'nam', name: 'nam' }, value: 9, rank: 2 },
    ]);
  });

  test('refuses what it cannot read, and does not know what is not there', async () => {
    const bad = await json('/benchmark?org=nam&on=31/02/2019', 422);
    assert.match(JSON.stringify(bad), /không có ngày 31/);
    await json('/benchmark?org=nam', 422);
    await json('/benchmark?org=nam&on=2019-12-31&structure=past', 422);
    await json('/benchmark?org=khong-co&on=2019-12-31', 404);
    await json('/benchmark/records?org=nam&indicator=X&on=2019-12-31', 404);
    await json('/benchmark/records?org=bac&indicator=I.1&on=2019-12-31', 404);
  });
});
