import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { setMainAddress } from '../../platform/http/addresses.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { cxOf, placeAt, smallFederation, someone } from '../activities/testing.ts';
import { sites } from './index.ts';
import { editSite } from './service/index.ts';
import { siteFrameOf } from './web/frame.ts';

let database: Database;
before(async () => {
  setMainAddress('https://lientri.example.vn');
  database = await testDatabase();
  await smallFederation(cxOf(database.db));
});
after(async () => {
  setMainAddress(null);
  await database.close();
});

interface Office {
  readonly cx: Cx;
  readonly ask: Ask;
  readonly text: (path: string) => Promise<string>;
  /** Sends a form; gives the address that it leads to, or the page that comes back. */
  readonly send: (path: string, fields: Readonly<Record<string, string>>) => Promise<string>;
}

const inOffice =
  (role: string, work: (office: Office) => Promise<void>, code = 'sonla') =>
  (): Promise<void> =>
    withRollback(database, async (trx) => {
      const cx = await someone(cxOf(trx), role, code);
      const place = await placeAt(cx, code);
      const roles = [role];
      const ask = testDoors({
        cx,
        place,
        roles,
        office: sites.office,
        site: (app) => sites.site?.(app),
        api: (api) => sites.api?.(api),
      });
      await work({
        cx,
        ask,
        text: async (path) => {
          const answer = await ask(path);
          assert.equal(answer.status, 200, `${path} ${answer.status}`);
          return answer.text();
        },
        send: async (path, fields) => {
          const answer = await ask(path, posted(Object.entries(fields)));
          return answer.headers.get('location') ?? answer.text();
        },
      });
    });

const room = '/vp/sonla/trang-dien-tu';

describe('the office', () => {
  test(
    'shows every part, each with what it has',
    inOffice('editor', async ({ text }) => {
      const html = await text(room);
      for (const path of [
        'thiet-lap',
        'danh-muc',
        'trang-chu',
        'banner',
        'lien-ket',
        'danh-ngon',
        'ten-mien',
        'chuyen-huong',
      ]) {
        assert.match(html, new RegExp(`href="${room}/${path}"`));
        await text(`${room}/${path}`);
      }
    }),
  );
  test(
    'keeps what was typed when it is refused, in every form',
    inOffice('leader', async ({ send }) => {
      const long = 'Ẵ'.repeat(61);
      const menu = await send(`${room}/danh-muc/them`, {
        label: long,
        target_kind: 'address',
        address: 'javascript:alert(1)',
      });
      assert.match(menu, new RegExp(long));
      assert.match(menu, /id="error-page"/);
      assert.match(menu, /value="javascript:alert\(1\)"/);
      const banner = await send(`${room}/banner/them`, {
        title: 'Ngày hội',
        kind: 'campaign',
        place: 'top',
        from: '31/02/2026',
        until: '1/1/2026',
      });
      assert.match(banner, /value="31\/02\/2026"/);
      assert.match(banner, /Tháng 02 năm 2026 không có ngày 31/);
      const quote = await send(`${room}/danh-ngon/them`, { words: '<b>câu</b>', who: '' });
      assert.match(quote, /&lt;b&gt;câu&lt;\/b&gt;/);
      const settings = await send(`${room}/thiet-lap`, {
        name: 'Diễn đàn',
        email: 'sai',
        version: '0',
      });
      assert.match(settings, /value="Diễn đàn"/);
      const domain = await send(`${room}/ten-mien/them`, { host: 'hoi.vn/tin' });
      assert.match(domain, /value="hoi.vn\/tin"/);
      const way = await send(`${room}/chuyen-huong/them`, { source: '/a', target: '/a' });
      assert.match(way, /người đọc sẽ đi vòng mãi/);
    }),
  );
  test(
    'orders a menu by buttons, deletes and takes back',
    inOffice('editor', async ({ cx, ask, text, send }) => {
      for (const label of ['Một', 'Hai'])
        assert.equal(
          await send(`${room}/danh-muc/them`, { label, target_kind: 'room', room: 'news' }),
          `${room}/danh-muc?da-luu=1`,
        );
      const shown = async () =>
        [...(await text(`${room}/danh-muc`)).matchAll(/<strong>([^<]+)<\/strong>/g)].map(
          ([, label]) => label,
        );
      assert.deepEqual(await shown(), ['Một', 'Hai']);
      const rows = await all(
        cx.db,
        sql<{ pid: string }>`select pid from site_menu order by position`,
      );
      const second = `${room}/danh-muc/${rows[1]!.pid}`;
      assert.match(await send(`${second}/chuyen`, { direction: 'up' }), /\?da-chuyen=1#/);
      assert.deepEqual(await shown(), ['Hai', 'Một']);
      assert.match(await text(`${second}/xoa`), /Xóa mục “Hai”\?/);
      const after = await send(`${second}/xoa`, { version: '1' });
      assert.match(await text(after), /Đã xóa mục “Hai”/);
      assert.equal((await ask(`${second}/sua`)).status, 404);
      await send(`${second}/khoi-phuc`, {});
      assert.deepEqual(await shown(), ['Hai', 'Một']);
    }),
  );
  test(
    'sends a stale form back with what was typed',
    inOffice('editor', async ({ cx, ask }) => {
      await execute(cx, editSite, { organisation: 'sonla', version: 0, name: 'Tên khác' });
      const answer = await ask(
        `${room}/thiet-lap`,
        posted([
          ['version', '0'],
          ['name', 'Tên của tôi'],
        ]),
      );
      assert.equal(answer.status, 409);
      assert.match(await answer.text(), /Tên của tôi/);
    }),
  );
  test(
    'leads through the kinds of blocks, and keeps the kind of the address',
    inOffice('editor', async ({ cx, text, send }) => {
      assert.match(await text(`${room}/trang-chu/them`), /\?loai=notices/);
      const form = await text(`${room}/trang-chu/them?loai=notices`);
      assert.match(form, /action="[^"]*\?loai=notices"/);
      await send(`${room}/trang-chu/them?loai=notices`, {
        title: 'Thông báo mới',
        place: 'aside',
        count: '4',
      });
      const rows = await all(cx.db, sql`select kind, place, title, settings from site_block`);
      assert.deepEqual(rows, [
        { kind: 'notices', place: 'aside', title: 'Thông báo mới', settings: { count: 4 } },
      ]);
      assert.match(await text(`${room}/trang-chu`), /Thông báo mới/);
    }),
  );
  test(
    'lets a clerk look and not write; an author sees nothing',
    inOffice('clerk', async ({ ask, text }) => {
      assert.doesNotMatch(await text(`${room}/danh-muc`), /them"/);
      assert.equal((await ask(`${room}/danh-muc/them`)).status, 403);
      assert.equal((await ask(`${room}/thiet-lap`)).status, 403);
    }),
  );
  test(
    'is not there for a judge',
    inOffice('judge', async ({ ask }) => {
      for (const path of ['', '/danh-muc', '/ten-mien', '/chuyen-huong'])
        assert.equal((await ask(`${room}${path}`)).status, 404, path);
    }),
  );
  test(
    'costs the same number of queries with one entry and with thirty',
    inOffice('editor', async ({ ask, send }) => {
      const add = (n: number) =>
        send(`${room}/danh-muc/them`, { label: `Mục ${n}`, target_kind: 'room', room: 'news' });
      await add(0);
      const one = (await countQueries(() => ask(`${room}/danh-muc`))).count;
      for (let n = 1; n < 30; n += 1) await add(n);
      assert.equal((await countQueries(() => ask(`${room}/danh-muc`))).count, one);
    }),
  );
});

describe('the site', () => {
  test(
    'lists quotes and links; an address that an editor copied leads where it led',
    inOffice('editor', async ({ text, send }) => {
      assert.match(await text('/sonla/danh-ngon'), /Chưa có câu nào/);
      await send(`${room}/danh-ngon/them`, {
        words: 'Học, học nữa',
        who: 'A',
        source: 'B',
        href: '/sonla/bai/x',
      });
      assert.match(await text('/sonla/danh-ngon'), /href="\/sonla\/bai\/x"/);
      await send(`${room}/lien-ket/them`, {
        label: 'Sở KH&CN',
        href: 'https://sokhcn.example.vn',
        heading: 'Tỉnh',
      });
      const links = await text('/sonla/lien-ket');
      assert.match(links, /Sở KH&amp;CN/);
      assert.match(links, /rel="noopener noreferrer nofollow"/);
    }),
  );
  test(
    'tells where the union and those under it are found',
    inOffice('leader', async ({ text, send }) => {
      await send(`${room}/thiet-lap`, {
        version: '0',
        latitude: '21,3284',
        longitude: '103,9188',
        address: '12 Hoàng Văn Thụ, Sơn La',
      });
      const html = await text('/sonla/ban-do');
      assert.match(html, /geo:21\.3284,103\.9188/);
      assert.match(html, /21,32840° bắc, 103,91880° đông/);
      assert.match(html, /Hội Y học tỉnh Sơn La/);
    }),
  );
});

describe('REST', () => {
  test(
    'writes and reads what the forms do',
    inOffice('editor', async ({ cx, ask }) => {
      const json = async (path: string, init?: RequestInit) => {
        const answer = await ask(`/api/v1${path}`, init);
        return {
          status: answer.status,
          body: answer.status === 204 ? null : ((await answer.json()) as Record<string, never>),
        };
      };
      const made = await json(
        '/site-menu',
        sentJson('POST', {
          organisation: 'sonla',
          label: 'Tin',
          target_kind: 'room',
          room: 'news',
        }),
      );
      assert.equal(made.status, 201);
      const { pid } = made.body as unknown as { pid: string };
      const patched = await json(
        `/site-menu/${pid}`,
        sentJson('PATCH', { label: 'Tin tức', version: 1 }),
      );
      assert.equal(patched.status, 200, JSON.stringify(patched.body));
      assert.equal(
        (await json(`/site-menu/${pid}`, sentJson('PATCH', { label: 'x', version: 1 }))).status,
        409,
      );
      assert.equal((await json('/site-menu?organisation=sonla')).status, 200);
      assert.equal((await json('/site-menu?organisation=vusta')).status, 404);
      const bad = await json(
        '/site-links',
        sentJson('POST', { organisation: 'sonla', label: 'x', href: 'javascript:1' }),
      );
      assert.equal(bad.status, 422);
      assert.equal(
        (await json(`/site-menu/${pid}/move`, sentJson('POST', { direction: 'down' }))).status,
        200,
      );
      assert.equal((await json(`/site-menu/${pid}`, { method: 'DELETE' })).status, 204);
      assert.equal((await json(`/site-menu/${pid}`)).status, 404);
      assert.equal((await json(`/site-menu/${pid}/restore`, sentJson('POST', {}))).status, 200);
      const site = await json(
        '/sites/sonla',
        sentJson('PATCH', { name: 'Diễn đàn', latitude: 21.5, longitude: 103.25 }),
      );
      assert.deepEqual(
        { ...site.body, emblem: null },
        {
          organisation: 'sonla',
          name: 'Diễn đàn',
          english_name: null,
          emblem: null,
          licence: null,
          responsible: null,
          address: null,
          phone: null,
          email: null,
          latitude: 21.5,
          longitude: 103.25,
          directions: null,
          version: 1,
        },
      );
      const way = await json(
        '/site-redirects',
        sentJson('POST', { organisation: 'sonla', source: '/cu', target: '/moi' }),
      );
      assert.equal(way.status, 201);
      assert.equal((await json('/site-redirects?organisation=sonla&q=cu')).body?.total, 1);
      const domain = await json(
        '/site-domains',
        sentJson('POST', { organisation: 'sonla', host: 'hoi-sonla.vn' }),
      );
      assert.equal(domain.status, 201);
      assert.match(JSON.stringify(domain.body), /_lientri\.hoi-sonla\.vn/);
      assert.equal(
        (await siteFrameOf(cx.db, await placeAt(cx, 'sonla'), cx.clock.today())).menu.length,
        1,
      );
    }),
  );
});
