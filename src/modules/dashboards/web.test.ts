import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { readXlsx } from '../../platform/documents/sheets/read-xlsx.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { cxOf, placeAt, recorded, smallFederation, someone } from '../activities/testing.ts';
import { createOrganisation, setFact } from '../organisations/index.ts';
import { dashboardApi } from './api/index.ts';
import { dashboardInvariants, listDashboards, liveDashboard, tilesFor } from './queries/index.ts';
import type { Tile } from './schema.ts';
import { dashboardDeletion, editDashboard, recordDashboard, setTiles } from './service/index.ts';
import { words } from './vi/index.ts';
import { dashboardOffice, dashboardSite } from './web/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  const cx = cxOf(database.db);
  await smallFederation(cx);
  await recorded(cx, { kind: 'social_work', title: '=HYPERLINK("x")' });
  for (const [organisation, kind, amount] of [
    ['sonla', 'staff', 10],
    ['laichau', 'staff', 7],
    ['sonla-dat', 'headcount_members', 30_000],
    ['sonla-y', 'headcount_members', 10_000],
  ] as const) {
    const made = await execute(cx, setFact, { organisation, kind, amount, from: '2024-01-01' });
    assert.ok(made.ok, JSON.stringify(made));
  }
});
after(() => database.close());

interface Office {
  readonly cx: Cx;
  readonly ask: Ask;
  /** The public site of the organisation, as nobody. */
  readonly site: Ask;
}

const inOffice =
  (role: string, code: string, work: (office: Office) => Promise<void>) => (): Promise<void> =>
    withRollback(database, async (trx) => {
      const cx = await someone(cxOf(trx), role, code);
      const place = await placeAt(cx, code);
      const nobody: Cx = { ...cx, actor: { kind: 'anonymous' } };
      const ask = testDoors({
        cx,
        place,
        roles: [role],
        office: dashboardOffice,
        api: dashboardApi,
      });
      const site = testDoors({
        cx: nobody,
        place,
        roles: [],
        office: dashboardSite,
        api: dashboardApi,
      });
      await work({ cx, ask, site });
    });

const text = async (answer: Response | Promise<Response>) => (await answer).text();
/** With its mark, which `text()` takes away. */
const whole = async (answer: Promise<Response>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await answer).arrayBuffer());
const form = (values: Record<string, string>) => posted(Object.entries(values));
const tile = (
  key: string,
  kind: Tile['kind'],
  indicators: string[],
  more: Partial<Tile> = {},
): Tile => ({
  key,
  kind,
  indicators,
  title: null,
  group: 'own',
  period: 'year',
  count: 3,
  until: null,
  structure: 'then',
  ...more,
});
const made = async (cx: Cx, more: object = {}): Promise<string> => {
  const outcome = await execute(cx, recordDashboard, {
    organisation: 'sonla',
    name: 'Giao ban',
    ...more,
  });
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value.pid;
};
const pivot = '/vp/sonla/bao-cao/tong-hop';
const base = '/vp/sonla/bao-cao/bang-dieu-khien';

describe('the pivot', () => {
  test(
    'shows every figure with the way to its records',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const page = await text(ask(`${pivot}?den=2025&so-ky=2&chi-tieu=I.4,II.7`));
      assert.match(
        page,
        /href="\/vp\/sonla\/bao-cao\/bang-so-sanh\/ban-ghi\?ngay=2025-12-31&amp;chi-tieu=I.4"><span class="figure">10</,
      );
      const others = await text(
        ask(`${pivot}?don-vi=lien-hiep-hoi&den=2025&so-ky=1&bo-cuc=don-vi-theo-ky&bang=I.4`),
      );
      assert.match(others, />7</);
      assert.doesNotMatch(
        others,
        /don-vi=laichau[^"]*chi-tieu=I.4/,
        'records of others do not open',
      );
      assert.match(others, /<td class="num"[^>]*>17</, 'and there is a sum');
    }),
  );

  test(
    'says what was not found, what cannot be compared, and what is too much',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const missing = await text(ask(`${pivot}?don-vi=tu-chon&ma=sonla,khong-co`));
      assert.match(missing, /Không tìm thấy: khong-co/);
      assert.match(await text(ask(`${pivot}?them=chenh-lech`)), /cần đúng hai cột/);
      assert.match(await text(ask(`${pivot}?don-vi=tu-chon`)), /Chưa chọn đơn vị nào/);
      const odd = await ask(
        `${pivot}?don-vi=x&ky=%00&so-ky=-3&den=2099&bo-cuc=y&them=z&bang=zz&cac-ky=x`,
      );
      assert.equal(odd.status, 200);
    }),
  );

  test(
    'two periods beside each other, with difference and percent',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const page = await text(ask(`${pivot}?chi-tieu=I.3,I.1&cac-ky=2023,2025&them=chenh-lech`));
      assert.match(page, />Chênh lệch</);
      assert.match(page, />\+2,0</, 'years that it exists');
      assert.match(page, />\+15,4\s%</);
    }),
  );

  test(
    'goes out as CSV, Excel and JSON with the same figures',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const query = '?don-vi=truc-thuoc&den=2025&so-ky=1&chi-tieu=I.3&bo-cuc=don-vi-theo-ky';
      const csv = await whole(ask(`${pivot}.csv${query}`));
      const lines = csv.split('\r\n');
      assert.match(lines[0] ?? '', /^\ufeffChỉ tiêu,Mã,Đơn vị,Đơn vị tính,2025$/);
      assert.ok(
        lines.includes(
          'Số hội viên của các hội thành viên (vạn),sonla-dat,Hội Khoa học đất tỉnh Sơn La,vạn,3',
        ),
      );
      const book = await ask(`${pivot}.xlsx${query}`);
      const { sheets } = await readXlsx(Buffer.from(await book.arrayBuffer()));
      const cells = sheets[0]?.rows.flat().map((cell) => cell.value);
      assert.ok(cells?.includes(3) && cells.includes('Hội Y học tỉnh Sơn La'));
      const rest = await ask(
        '/api/v1/pivot?org=sonla&group=below&until=2025&count=1&indicators=I.3',
      );
      const answer = (await rest.json()) as {
        values: { organisation: string; value: number; records: string }[];
      };
      assert.deepEqual(
        answer.values.map((one) => [one.organisation, one.value]),
        [
          ['sonla-dat', 3],
          ['sonla-y', 1],
        ],
      );
      assert.equal(
        answer.values[0]?.records,
        '/api/v1/benchmark/records?org=sonla-dat&indicator=I.3&on=2025-12-31&structure=then',
      );
    }),
  );

  test(
    'is refused for nobody and for what is not there',
    inOffice('clerk', 'sonla', async ({ ask, site }) => {
      assert.equal((await site('/api/v1/pivot?org=sonla')).status, 401);
      assert.equal((await ask('/api/v1/pivot?org=khong-co')).status, 404);
      assert.equal((await ask('/api/v1/pivot?org=laichau&group=own')).status, 404);
      assert.equal((await ask('/api/v1/pivot?org=sonla&count=99')).status, 422);
    }),
  );

  test(
    'all can be chosen in one form, what was chosen is ticked',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const page = await text(
        ask(`${pivot}/chon?don-vi=tu-chon&ma=laichau&chi-tieu=II.7&cac-ky=2019`),
      );
      for (const value of ['laichau', 'II.7', '2019']) {
        assert.match(page, new RegExp(`value="${value}" checked`), value);
      }
      assert.doesNotMatch(page, /value="sonla-y" checked/);
    }),
  );

  test(
    'as a map: a link on each tile of a union, hatched where there is none, the same in a table',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const page = await text(ask(`${pivot}/ban-do?chi-tieu=I.4&den=2024`));
      assert.match(page, /<title>Sơn La: 10 người<\/title>/);
      assert.match(
        page,
        /<title>Hà Nội: Chưa có số liệu<\/title><rect[^>]*fill="url\(#ban-do-hatch\)"/,
      );
      assert.equal((page.match(/<title>/g) ?? []).length, 63);
      const today = await text(ask(`${pivot}/ban-do?chi-tieu=I.4&den=2024&ban-do=34`));
      assert.equal((today.match(/<title>/g) ?? []).length, 34);
      const picture = await ask(`${pivot}/ban-do.svg?chi-tieu=I.4&den=2024`);
      assert.match(picture.headers.get('content-type') ?? '', /svg/);
      assert.match(await picture.text(), /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    }),
  );
});

describe('dashboards', () => {
  test(
    'before any is made the default one stands, from the benchmark table',
    inOffice('clerk', 'sonla', async ({ ask }) => {
      const page = await text(ask(base));
      assert.match(page, /chưa lập bảng nào/);
      assert.match(page, /bang-dieu-khien\/mac-dinh\/o\/duong\/bieu-do\.svg/);
      for (const key of ['duong', 'phanbo', 'bando']) {
        const picture = await ask(`${base}/mac-dinh/o/${key}/bieu-do.svg`);
        assert.match(await picture.text(), /^<svg /, key);
      }
      assert.equal((await ask(`${base}/mac-dinh/o/so1/bieu-do.svg`)).status, 404);
      assert.equal((await ask(`${base}/mac-dinh/o/khong/bieu-do.svg`)).status, 404);
    }),
  );

  test(
    'is made, gets tiles, is rearranged, is taken away and back, without script',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const first = await ask(`${base}/moi`, form({ name: 'Giao ban quý' }));
      assert.equal(first.status, 303);
      const [dashboard] = (await listDashboards(cx, { of: null, page: 1, size: 10 })).items;
      const path = `${base}/${dashboard?.pid}`;
      const keys = async () =>
        (await liveDashboard(cx, dashboard?.pid ?? '')).tiles.map((one) => one.key);
      const before = await keys();
      assert.ok(before.length > 4);
      const fields = {
        kind: 'line',
        indicator: 'I.4',
        title: 'Cán bộ',
        group: 'own',
        period: 'year',
        count: '4',
        until: '',
        structure: 'then',
      };
      const added = await ask(`${path}/o/moi`, form({ ...fields, version: '1' }));
      assert.equal(added.status, 303);
      const key = (await keys()).at(-1) ?? '';
      assert.equal((await keys()).length, before.length + 1);
      assert.match(await text(ask(path)), /<h2>Cán bộ<\/h2>/);
      await ask(`${path}/o/${key}/len`, form({ version: '2' }));
      assert.equal((await keys()).at(-2), key);
      await ask(`${path}/o/${key}/xuong`, form({ version: '3' }));
      assert.equal((await keys()).at(-1), key);
      const edit = await text(ask(`${path}/o/${key}/sua`));
      assert.match(edit, /value="I.4" selected/);
      await ask(`${path}/o/${key}/sua`, form({ ...fields, title: 'Người', version: '4' }));
      assert.match(await text(ask(path)), /<h2>Người<\/h2>/);
      await ask(`${path}/o/${key}/go`, form({ version: '5' }));
      assert.deepEqual(await keys(), before);
      assert.equal((await ask(`${path}/xoa`, form({ version: '6' }))).status, 303);
      assert.match(await text(ask(path)), /khoi-phuc/);
      assert.equal((await ask(`${path}/khoi-phuc`, form({}))).status, 303);
      assert.equal((await ask(path)).status, 200);
    }),
  );

  test(
    'a form that is wrong comes back as it was typed, with what to do',
    inOffice('clerk', 'sonla', async ({ cx, ask }) => {
      const pid = await made(cx);
      const again = await ask(`${base}/moi`, form({ name: 'Giao ban' }));
      assert.equal(again.status, 422);
      assert.match(await again.text(), /Đã có bảng tên “Giao ban”/);
      const bad = await ask(
        `${base}/${pid}/o/moi`,
        form({
          kind: 'line',
          indicator: '',
          title: 'Tên đã gõ',
          group: 'own',
          period: 'year',
          count: '99',
          until: 'năm ngoái',
          structure: 'then',
          version: '1',
        }),
      );
      assert.equal(bad.status, 422);
      const page = await bad.text();
      assert.match(page, /Hãy chọn chỉ tiêu/);
      assert.match(page, /“năm ngoái” không phải là kỳ/);
      assert.match(page, /value="Tên đã gõ"/);
      const stale = await ask(
        `${base}/${pid}/o/moi`,
        form({
          kind: 'figure',
          indicator: 'I.2',
          title: '',
          group: 'own',
          period: 'year',
          count: '1',
          until: '',
          structure: 'then',
          version: '9',
        }),
      );
      assert.equal(stale.status, 422);
      assert.match(await stale.text(), /name="version" value="1"/);
      const odd = await ask(
        `${base}/${pid}/o/moi`,
        form({
          kind: 'pie',
          indicator: 'I.2',
          title: '',
          group: 'all',
          period: 'year',
          count: '1',
          until: '',
          structure: 'then',
          version: '1',
        }),
      );
      assert.equal(odd.status, 422);
    }),
  );

  test(
    'the same over REST',
    inOffice('leader', 'sonla', async ({ cx, ask }) => {
      const path = '/api/v1/dashboards';
      const answer = async (asked: Promise<Response>, status: number) => {
        const got = await asked;
        assert.equal(got.status, status, await got.clone().text());
        return status === 204 ? null : ((await got.json()) as Record<string, unknown>);
      };
      const tiles = [{ key: 'a', kind: 'figure', indicators: ['I.2'] }];
      const fresh = await answer(
        ask(path, sentJson('POST', { organisation: 'sonla', name: 'Một', tiles })),
        201,
      );
      const one = `${path}/${fresh?.pid}`;
      assert.deepEqual(
        (fresh as { tiles: Tile[] }).tiles[0],
        tile('a', 'figure', ['I.2'], { count: 5 }),
      );
      const open = await answer(ask(one, sentJson('PATCH', { public: true, version: 1 })), 200);
      assert.deepEqual([open?.name, open?.public, open?.version], ['Một', true, 2]);
      await answer(ask(`${one}/tiles`, sentJson('PUT', { tiles: [...tiles, ...tiles] })), 422);
      await answer(
        ask(
          `${one}/tiles`,
          sentJson('PUT', { tiles: [{ ...tiles[0], indicators: ['I.2', 'I.4'] }] }),
        ),
        422,
      );
      await answer(ask(`${one}/tiles`, sentJson('PUT', { tiles: [], version: 1 })), 409);
      await answer(ask(`${one}/tiles`, sentJson('PUT', { tiles: [], version: 2 })), 200);
      const figures = await answer(ask(`${one}/figures`), 200);
      assert.deepEqual(figures, { tiles: [] });
      assert.equal((await answer(ask(`${path}?organisation=sonla`), 200))?.total, 1);
      await answer(ask(one, { method: 'DELETE' }), 204);
      await answer(ask(one), 404);
      await answer(ask(`${one}/restore`, sentJson('POST')), 200);
      assert.equal((await listDashboards(cx, { of: null, page: 1, size: 1 })).total, 1);
    }),
  );

  test(
    'whoever works there reads them; making them is for clerk, leader, national and admin',
    inOffice('clerk', 'sonla', async ({ cx }) => {
      const pid = await made(cx);
      for (const [role, code, sees, may] of [
        ['leader', 'sonla', true, true],
        ['national', 'vusta', true, true],
        ['officer', 'sonla', true, false],
        ['auditor', 'vusta', true, false],
        ['clerk', 'laichau', false, false],
        ['officer', 'sonla-y', false, false],
        ['reader', 'sonla', false, false],
      ] as const) {
        const other = await someone(cxOf(cx.db), role, code);
        const name = `Sửa bởi ${role} ${code}`;
        const edit = execute(other, editDashboard, { pid, name, public: false });
        if (may) assert.ok((await edit).ok, role);
        else await assert.rejects(edit, sees ? Forbidden : NotFound, `${role} ${code}`);
        const seen = liveDashboard(other, pid);
        if (sees) await seen;
        else await assert.rejects(seen, NotFound);
        const make = execute(other, recordDashboard, {
          organisation: 'sonla',
          name: `${role}-${code}`,
        });
        if (may) assert.ok((await make).ok);
        else await assert.rejects(make, Forbidden);
      }
      await assert.rejects(
        execute(cx, setTiles, { pid, tiles: [], version: 1 }),
        Conflict,
        'others changed it meanwhile',
      );
    }),
  );

  test(
    'an officer reads without the ways to change',
    inOffice('officer', 'sonla', async ({ cx, ask }) => {
      const pid = await made(cxOf(cx.db));
      const page = await text(ask(`${base}/${pid}`));
      assert.doesNotMatch(page, new RegExp(words.make));
      assert.equal((await ask(`${base}/moi`)).status, 403);
      assert.equal((await ask(`${base}/${pid}/sua`)).status, 403);
      assert.equal((await ask(`${base}/${pid}/o/moi`)).status, 403);
    }),
  );
});

test(
  'a page of eight tiles asks for what they share once, whatever the number of organisations',
  inOffice('clerk', 'sonla', async ({ cx, ask }) => {
    const count = async () => (await countQueries(() => ask(`${base}/mac-dinh`))).queries;
    const before = await count();
    assert.ok(before.length <= 40, `${before.length}: ${before.join('\n')}`);
    const by = cxOf(cx.db);
    for (const code of ['sonla-them', 'sonla-nua']) {
      const input = {
        code,
        kind: 'member_association',
        name: code,
        from: '2012-01-01',
        parent: 'sonla',
      };
      assert.ok((await execute(by, createOrganisation, input)).ok);
    }
    assert.equal((await count()).length, before.length);
  }),
);

describe('the public site', () => {
  const tiles = [
    tile('so', 'figure', ['I.4']),
    tile('noi', 'bars', ['I.4'], { group: 'peers' }),
    tile('ban', 'map', ['I.4'], { group: 'peers' }),
    tile('hoi', 'bars', ['I.3'], { group: 'below' }),
  ];

  test(
    'has only what was made public, without values of other unions and without office links',
    inOffice('clerk', 'sonla', async ({ cx, site }) => {
      assert.match(await text(site('/vp/sonla/bang-so-lieu')), /chưa công khai/);
      const closed = await made(cx, { name: 'Kín', tiles });
      assert.equal((await site(`/vp/sonla/bang-so-lieu/${closed}`)).status, 404);
      const pid = await made(cx, { public: true, tiles });
      const path = `/vp/sonla/bang-so-lieu/${pid}`;
      assert.match(await text(site('/vp/sonla/bang-so-lieu')), /Giao ban/);
      const page = await text(site(path));
      assert.match(page, /10 người/);
      assert.match(page, /CC BY 4\.0/);
      assert.doesNotMatch(page, /Lai Châu|Xếp thứ|\/vp\//);
      assert.equal((await site(`${path}/o/noi/bieu-do.svg`)).status, 404);
      assert.match(await text(site(`${path}/o/hoi/bieu-do.svg`)), /^<svg /);
      const data = (await (await site(`${path}/du-lieu.json`)).json()) as {
        values: { organisation: string }[];
      };
      const whose = new Set(data.values.map((one) => one.organisation));
      assert.deepEqual([...whose].sort(), ['sonla', 'sonla-dat', 'sonla-y']);
      const csv = await whole(site(`${path}/du-lieu.csv`));
      assert.ok(csv.startsWith('\ufeff'));
      assert.doesNotMatch(csv, /laichau/);
      assert.ok((await execute(cx, dashboardDeletion.remove, { pid, version: 1 })).ok);
      assert.equal((await site(path)).status, 404);
    }),
  );

  test(
    'of the national union shows the unions below it',
    inOffice('national', 'vusta', async ({ cx, site }) => {
      const pid = await made(cx, { organisation: 'vusta', public: true, tiles });
      const page = await text(site(`/vp/vusta/bang-so-lieu/${pid}`));
      assert.match(page, /Lai Châu/);
      assert.match(page, /href="\/laichau"/);
    }),
  );
});

test('without a number there are no default tiles', () => {
  assert.deepEqual(tilesFor([]), []);
});

test('the invariant finds a tile that nobody can draw', () =>
  withRollback(database, async (db) => {
    const cx = cxOf(db);
    const pid = await made(cx, { tiles: [tile('a', 'figure', ['I.2'])] });
    const [invariant] = dashboardInvariants;
    const found = () => all(db, sql.raw<{ pid: string }>(invariant?.sql ?? ''));
    assert.deepEqual(await found(), []);
    await sql`update dashboard set tiles = jsonb_set(tiles, '{0,kind}', '"pie"')`.execute(db);
    assert.deepEqual(await found(), [{ pid }]);
  }));
