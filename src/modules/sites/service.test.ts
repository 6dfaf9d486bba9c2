import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { setMainAddress, setRootCode } from '../../platform/http/addresses.ts';
import { broken, sound, testClock } from '../../platform/testing.ts';
import { organisationId } from '../organisations/index.ts';
import { actorWith, cxOf, must, refusals, smallFederation } from '../organisations/testing.ts';
import { sites } from './index.ts';
import {
  bannersOn,
  domainsOf,
  findItem,
  frameRow,
  invariants,
  itemsOf,
  linkSource,
  liveDomain,
  menuSource,
  quoteOf,
  redirectFor,
  siteOf,
  siteOfHost,
} from './queries/index.ts';
import { proofPath } from './rules/index.ts';
import {
  addDomain,
  addRedirect,
  banner,
  block,
  domainDeletion,
  editRedirect,
  editSite,
  isInside,
  link,
  makeHome,
  menu,
  quote,
  redirectDeletion,
  verifyDomain,
} from './service/index.ts';
import { nameServer, webServer } from './testing.ts';
import { siteFrameOf } from './web/frame.ts';

const database = await testDatabase();
setRootCode('vusta');
setMainAddress('https://lientri.example.vn');
after(async () => {
  setRootCode(null);
  setMainAddress(null);
  await database.close();
});
const clock = testClock();
const system = cxOf(database.db, undefined, clock);
await smallFederation(system);
assert.equal(sites.name, 'sites');
const sonla = await organisationId(system, 'sonla');
const at = { organisationId: sonla, code: 'sonla' };
const editor = await actorWith(database.db, ['editor', 'sonla']);
const clerk = await actorWith(database.db, ['clerk', 'sonla']);
const stranger = await actorWith(database.db, ['leader', 'sonla-y']);

/** Runs in a transaction that is taken back; afterwards everything still holds together. */
const trying = (work: (cx: Cx) => Promise<void>) => () =>
  withRollback(database, async (db) => {
    await work(cxOf(db, editor, clock));
    await sound(db, invariants);
  });

const entry = (label: string, more: object = {}) => ({
  organisation: 'sonla',
  label,
  target_kind: 'room',
  room: 'news',
  ...more,
});
const labelsIn = async (cx: Cx) =>
  (await siteFrameOf(cx.db, at, cx.clock.today())).menu.map(
    (line) => `${line.label}(${line.below.map((one) => one.label).join(',')})`,
  );

describe('settings', () => {
  test(
    'stand once for a site, and by version',
    trying(async (cx) => {
      assert.equal((await siteOf(cx.db, sonla)).version, 0);
      await must(cx, editSite, { organisation: 'sonla', version: 0, name: 'Diễn đàn Sơn La' });
      await assert.rejects(
        execute(cx, editSite, { organisation: 'sonla', version: 0, name: 'Khác' }),
        Conflict,
      );
      await must(cx, editSite, { organisation: 'sonla', version: 1, responsible: 'Lò Văn A' });
      const { name, responsible, version } = await siteOf(cx.db, sonla);
      assert.deepEqual(
        { name, responsible, version },
        { name: null, responsible: 'Lò Văn A', version: 2 },
      );
    }),
  );
  test(
    'need both halves of a point, an e-mail that is one, and a picture of the own library',
    trying(async (cx) => {
      const refused = (more: object) => refusals(cx, editSite, { organisation: 'sonla', ...more });
      assert.deepEqual(await refused({ latitude: '21,3' }), ['longitude half_a_point']);
      assert.deepEqual(await refused({ longitude: '103' }), ['latitude half_a_point']);
      assert.deepEqual(await refused({ latitude: '91', longitude: '1' }), ['latitude too_large']);
      assert.deepEqual(await refused({ email: 'khong' }), ['email email_no_at']);
      assert.deepEqual(await refused({ emblem: 'khongcoanhnaydau' }), ['emblem not_a_picture']);
      assert.deepEqual(await refused({ latitude: '21,3', longitude: '103,9' }), []);
    }),
  );
  test('are for those who manage the site, and only there', async () => {
    await withRollback(database, async (db) => {
      const write = (actor: typeof editor, organisation: string) =>
        execute(cxOf(db, actor, clock), editSite, { organisation, name: 'X' });
      await assert.rejects(write(clerk, 'sonla'), Forbidden);
      await assert.rejects(write(stranger, 'sonla'), Forbidden);
      await assert.rejects(write(editor, 'vusta'), Forbidden);
      assert.equal((await write(editor, 'sonla-dat')).ok, true);
    });
  });
});

describe('the menu', () => {
  test(
    'has lines of its own in English, each below one of the same language',
    trying(async (cx) => {
      const top = await must(cx, menu.add, entry('Tin'));
      const english = await must(cx, menu.add, entry('News', { language: 'en' }));
      // Whoever says nothing of the language means that of the line above.
      await must(cx, menu.add, entry('Notices', { parent: english.pid, room: 'notices' }));
      assert.deepEqual(
        await refusals(cx, menu.add, entry('Home', { parent: top.pid, language: 'en' })),
        ['parent menu_other_language'],
      );
      const { target_kind, room } = entry('');
      const edit = { pid: english.pid, label: 'News', target_kind, room, language: 'vi' };
      assert.deepEqual(await refusals(cx, menu.edit, edit), ['language menu_below_other_language']);
      const frame = await siteFrameOf(cx.db, at, cx.clock.today());
      assert.deepEqual(frame.menu, [{ label: 'Tin', href: '/sonla/tin', below: [] }]);
      assert.deepEqual(frame.englishMenu, [
        {
          label: 'News',
          href: '/sonla/tin?ngon-ngu=en',
          below: [{ label: 'Notices', href: '/sonla/thong-bao?ngon-ngu=en' }],
        },
      ]);
      // Both are moved among their own.
      await must(cx, menu.add, entry('Cuối'));
      await must(cx, menu.move, { pid: top.pid, direction: 'down' });
      assert.deepEqual(await labelsIn(cx), ['Cuối()', 'Tin()']);
    }),
  );

  test(
    'has two levels and no more, whatever is edited',
    trying(async (cx) => {
      const top = await must(cx, menu.add, entry('Giới thiệu'));
      const below = await must(cx, menu.add, entry('Điều lệ', { parent: top.pid }));
      const other = await must(cx, menu.add, entry('Tin'));
      assert.deepEqual(await refusals(cx, menu.add, entry('Sâu', { parent: below.pid })), [
        'parent menu_two_levels',
      ]);
      const edited = (pid: string, more: object) => {
        const { organisation: _, ...fields } = entry('Tin', more);
        return refusals(cx, menu.edit, { pid, ...fields });
      };
      assert.deepEqual(await edited(top.pid, { parent: other.pid }), ['parent menu_has_entries']);
      assert.deepEqual(await edited(other.pid, { parent: other.pid }), [
        'parent menu_below_itself',
      ]);
      assert.deepEqual(await edited(other.pid, { parent: 'khongco' }), ['parent not_in_list']);
      assert.deepEqual(await edited(other.pid, { parent: top.pid }), []);
      assert.deepEqual(await labelsIn(cx), ['Giới thiệu(Điều lệ,Tin)']);
      assert.deepEqual(
        await refusals(cx, menu.deletion.remove, { pid: top.pid }),
        ['menu_has_entries'.padStart(16)].map((one) => one.trim()),
      );
    }),
  );
  test(
    'is not deepened by what comes back',
    trying(async (cx) => {
      const top = await must(cx, menu.add, entry('A'));
      const below = await must(cx, menu.add, entry('B', { parent: top.pid }));
      await must(cx, menu.deletion.remove, { pid: below.pid });
      const next = await must(cx, menu.add, entry('C'));
      const { organisation: _, ...fields } = entry('A', { parent: next.pid });
      await must(cx, menu.edit, { pid: top.pid, ...fields });
      assert.deepEqual(await refusals(cx, menu.deletion.restore, { pid: below.pid }), [
        'menu_two_levels',
      ]);
      await must(cx, menu.deletion.remove, { pid: top.pid });
      assert.deepEqual(await refusals(cx, menu.deletion.restore, { pid: below.pid }), [
        'menu_parent_gone',
      ]);
    }),
  );
  test(
    'is ordered among neighbours by up and down',
    trying(async (cx) => {
      const pids = [];
      for (const label of ['A', 'B', 'C']) pids.push((await must(cx, menu.add, entry(label))).pid);
      await must(cx, menu.add, entry('b1', { parent: pids[1] }));
      await must(cx, menu.move, { pid: pids[2], direction: 'up' });
      assert.deepEqual(await labelsIn(cx), ['A()', 'C()', 'B(b1)']);
      await must(cx, menu.move, { pid: pids[0], direction: 'up' });
      await must(cx, menu.move, { pid: pids[1], direction: 'down' });
      assert.deepEqual(await labelsIn(cx), ['A()', 'C()', 'B(b1)']);
      await must(cx, menu.deletion.remove, { pid: pids[2] });
      await must(cx, menu.move, { pid: pids[1], direction: 'up' });
      assert.deepEqual(await labelsIn(cx), ['B(b1)', 'A()']);
      assert.deepEqual(await refusals(cx, menu.move, { pid: pids[0], direction: 'ngang' }), [
        'direction not_in_list',
      ]);
    }),
  );
  test(
    'leads to what is there: no scripts, no other site by //, no section of another union',
    trying(async (cx) => {
      const refused = (more: object) => refusals(cx, menu.add, entry('X', more));
      for (const address of [
        'javascript:alert(1)',
        ' java\tscript:alert(1)',
        'data:text/html,x',
        '//evil.vn',
        '/\\evil.vn',
        'vusta.vn',
      ])
        assert.deepEqual(
          await refused({ target_kind: 'address', address }),
          ['address not_an_address'],
          address,
        );
      assert.deepEqual(await refused({ target_kind: 'address', address: '' }), [
        'address required',
      ]);
      assert.deepEqual(await refused({ room: 'constructor' }), ['room not_in_list']);
      assert.deepEqual(await refused({ room: '' }), ['room choose_one']);
      assert.deepEqual(await refused({ target_kind: 'section', section: 'khongco' }), [
        'section not_in_list',
      ]);
      assert.deepEqual(await refused({ target_kind: 'page', page: '' }), ['page choose_one']);
      const top = await must(cx, menu.add, entry('Trên', { target_kind: 'heading', room: '' }));
      assert.deepEqual(await refused({ target_kind: 'heading', parent: top.pid }), [
        'target_kind heading_below',
      ]);
      // A heading without anything below it leads nowhere: it is not shown.
      assert.deepEqual(await labelsIn(cx), []);
      await must(
        cx,
        menu.add,
        entry('VUSTA', { target_kind: 'address', address: 'https://vusta.vn', parent: top.pid }),
      );
      const [line] = (await siteFrameOf(cx.db, at, cx.clock.today())).menu;
      assert.equal(line?.href, undefined);
      assert.equal(line?.below[0]?.href, 'https://vusta.vn');
    }),
  );
});

describe('banners', () => {
  const day = (d: string) => ({
    organisation: 'sonla',
    title: `Banner ${d}`,
    place: 'top',
    kind: 'campaign',
    from: d,
    until: d,
  });
  test(
    'are shown by the days of Viet Nam, first and last included',
    trying(async (cx) => {
      await must(cx, banner.add, day('12/05/2026'));
      const shown = async (iso: string) => {
        const then = cxOf(cx.db, editor, testClock(iso));
        const frame = await siteFrameOf(cx.db, at, then.clock.today());
        const rows = await bannersOn(cx.db, sonla, 'top', then.clock.today());
        assert.equal(frame.banners.length, rows.length);
        return rows.length;
      };
      // 23:59 UTC of the 11th is the morning of the 12th in Viet Nam.
      assert.equal(await shown('2026-05-11T16:59:59Z'), 0);
      assert.equal(await shown('2026-05-11T17:00:00Z'), 1);
      assert.equal(await shown('2026-05-12T16:59:59Z'), 1);
      assert.equal(await shown('2026-05-12T17:00:00Z'), 0);
    }),
  );
  test(
    'end after they begin; a kind and a place are of the list; what is typed is kept by its days',
    trying(async (cx) => {
      assert.deepEqual(
        await refusals(cx, banner.add, { ...day('12/05/2026'), until: '11/05/2026' }),
        ['until end_before_start'],
      );
      assert.deepEqual(
        await refusals(cx, banner.add, {
          ...day('12/05/2026'),
          kind: 'khac',
          place: 'giua',
          from: '31/02/2026',
        }),
        ['place not_in_list', 'kind not_in_list', 'from day_not_in_month'],
      );
      assert.deepEqual(
        await refusals(cx, banner.add, {
          ...day('12/05/2026'),
          href: 'javascript:alert(1)',
          picture: 'x',
        }),
        ['href not_an_address', 'picture not_a_picture'],
      );
      const { pid } = await must(cx, banner.add, day('12/05/2026'));
      const moved = { title: 'Khác', place: 'foot', kind: 'advertisement', from: '', until: '' };
      await must(cx, banner.edit, { pid, version: 1, ...moved });
      const [shown] = (await siteFrameOf(cx.db, at, '1999-01-01')).banners;
      assert.equal(shown?.place, 'foot');
      assert.equal(shown?.kind, 'advertisement');
    }),
  );
});

describe('links and quotes', () => {
  test(
    'links stand by heading and order; one that moves to another heading comes last there',
    trying(async (cx) => {
      const of = (label: string, heading: string) => ({
        organisation: 'sonla',
        label,
        href: 'https://x.vn',
        heading,
      });
      const a = await must(cx, link.add, of('a', 'Tỉnh'));
      for (const label of ['b', 'c']) await must(cx, link.add, of(label, 'Bộ'));
      const { organisation: _, ...fields } = of('a', 'Bộ');
      await must(cx, link.edit, { pid: a.pid, version: 1, ...fields });
      const rows = await itemsOf(cx.db, linkSource, sonla);
      assert.deepEqual(
        rows.map((row) => row.label),
        ['b', 'c', 'a'],
      );
      await assert.rejects(execute(cx, link.edit, { pid: a.pid, version: 1, ...fields }), Conflict);
      assert.deepEqual(await refusals(cx, link.add, { ...of('x', ''), href: 'ftp://x.vn' }), [
        'href not_an_address',
      ]);
    }),
  );
  test(
    'a quote needs who and source; each day has one, and a site without any shows those of the nation',
    trying(async (cx) => {
      const vusta = await organisationId(cx, 'vusta');
      const all = cxOf(cx.db, undefined, clock);
      const said = (organisation: string, words: string) => ({
        organisation,
        words,
        who: 'A',
        source: 'Sách B',
      });
      assert.deepEqual(
        await refusals(cx, quote.add, { organisation: 'sonla', words: 'x', who: '', source: '' }),
        ['who required', 'source required'],
      );
      assert.equal(await quoteOf(cx.db, sonla, vusta, '2026-05-12'), null);
      await must(all, quote.add, said('vusta', 'Chung'));
      assert.equal((await quoteOf(cx.db, sonla, vusta, '2026-05-12'))?.words, 'Chung');
      for (const words of ['Một', 'Hai', 'Ba']) await must(cx, quote.add, said('sonla', words));
      const on = async (day: string) => (await quoteOf(cx.db, sonla, vusta, day))?.words;
      const three = [await on('2026-05-12'), await on('2026-05-13'), await on('2026-05-14')];
      assert.deepEqual([...three].sort(), ['Ba', 'Hai', 'Một']);
      assert.equal(await on('2026-05-15'), three[0]);
      assert.equal(await on('2026-05-12'), three[0]);
    }),
  );
});

describe('blocks', () => {
  test(
    'are of a known kind, in a place of the kind, with what the kind asks for',
    trying(async (cx) => {
      const refused = (more: object) => refusals(cx, block.add, { organisation: 'sonla', ...more });
      assert.deepEqual(await refused({ kind: 'khong_co' }), ['kind not_in_list']);
      assert.deepEqual(await refused({ kind: 'lead', place: 'aside' }), ['place block_not_there']);
      assert.deepEqual(await refused({ kind: 'section' }), ['of choose_one']);
      assert.deepEqual(await refused({ kind: 'section', of: 'khongco' }), ['of not_in_list']);
      assert.deepEqual(await refused({ kind: 'latest', count: '25' }), ['count too_large']);
      const { pid } = await must(cx, block.add, {
        organisation: 'sonla',
        kind: 'latest',
        count: '7',
      });
      const row = await one(
        cx.db,
        sql<{
          place: string;
          settings: object;
        }>`select place, settings from site_block where pid = ${pid}`,
      );
      assert.deepEqual(row, { place: 'main', settings: { count: 7 } });
    }),
  );
});

describe('redirects', () => {
  const way = (source: string, target: string) => ({ organisation: 'sonla', source, target });
  test(
    'are found however the old address is written, with its question before without',
    trying(async (cx) => {
      await must(cx, addRedirect, way('https://cu.vn/index.php?id=5&a=1', '/bai/nam'));
      await must(cx, addRedirect, way('/index.php', '/tin'));
      const onward = (address: string) => redirectFor(cx.db, sonla, address);
      assert.equal(await onward('/index.php?a=1&id=5&utm_source=x'), '/bai/nam');
      assert.equal(await onward('/index.php?id=6'), '/tin');
      assert.equal(await onward('/index.php/'), '/tin');
      assert.equal(await onward('/khac'), null);
      assert.equal(await redirectFor(cx.db, await organisationId(cx, 'vusta'), '/index.php'), null);
      assert.deepEqual(await refusals(cx, addRedirect, way('/index.php/', '/x')), [
        'source redirect_taken',
      ]);
    }),
  );
  test(
    'never lead in a circle, also by an edit or by one that comes back',
    trying(async (cx) => {
      assert.deepEqual(await refusals(cx, addRedirect, way('/a', '/a/')), [
        'target redirect_circle',
      ]);
      const first = await must(cx, addRedirect, way('/a', '/b'));
      await must(cx, addRedirect, way('/b', '/c'));
      assert.deepEqual(await refusals(cx, addRedirect, way('/c', '/a')), [
        'target redirect_circle',
      ]);
      const last = await must(cx, addRedirect, way('/c', '/d'));
      assert.deepEqual(
        await refusals(cx, editRedirect, {
          pid: last.pid,
          source: '/c',
          target: '/a?utm_source=x',
        }),
        ['target redirect_circle'],
      );
      await must(cx, redirectDeletion.remove, { pid: first.pid });
      await must(cx, editRedirect, { pid: last.pid, source: '/c', target: '/a' });
      assert.deepEqual(await refusals(cx, redirectDeletion.restore, { pid: first.pid }), [
        'target redirect_circle',
      ]);
    }),
  );
  test(
    'take no scripts and leave the home alone',
    trying(async (cx) => {
      assert.deepEqual(await refusals(cx, addRedirect, way('/', '/x')), ['source home_stays']);
      assert.deepEqual(await refusals(cx, addRedirect, way('bai', 'javascript:alert(1)')), [
        'source not_an_old_address',
        'target not_an_address',
      ]);
      assert.deepEqual(await refusals(cx, addRedirect, way('/x', '//evil.vn')), [
        'target not_an_address',
      ]);
    }),
  );
});

describe('domains', () => {
  const add = (cx: Cx, host: string, organisation = 'sonla') =>
    must(cx, addDomain, { organisation, host });
  test(
    'are proved by a record of the DNS, and the first is where the site is at home',
    trying(async (cx) => {
      const { pid } = await add(cx, 'LienHiepHoi-SonLa.vn.');
      const row = await liveDomain(cx, pid);
      assert.equal(row.host, 'lienhiephoi-sonla.vn');
      const names = await nameServer({
        '_lientri.lienhiephoi-sonla.vn': { txt: `lientri=${row.token}` },
      });
      try {
        const asking = { nameServers: [names.address] };
        assert.equal(await siteOfHost(cx.db, row.host), null);
        const checked = await verifyDomain(cx, { pid, version: 1 }, asking);
        assert.deepEqual(checked, { ok: true, value: { pid, verified: true, problem: null } });
        assert.deepEqual(await siteOfHost(cx.db, row.host), {
          organisationId: sonla,
          code: 'sonla',
          home: row.host,
        });
      } finally {
        await names.stop();
      }
    }),
  );
  test(
    'are proved by a file; another answer, a redirect, nobody, and the own network prove nothing',
    trying(async (cx) => {
      const pids = [];
      for (const host of ['tot.vn', 'sai.vn', 'chuyen.vn', 'khong.vn'])
        pids.push((await add(cx, host)).pid);
      const [good, wrong, moved, none] = await Promise.all(pids.map((pid) => liveDomain(cx, pid)));
      const names = await nameServer({
        'tot.vn': { a: '127.0.0.1' },
        'sai.vn': { a: '127.0.0.1' },
        'chuyen.vn': { a: '127.0.0.1' },
      });
      const web = await webServer({
        [`tot.vn${proofPath(good!.token)}`]: `${good!.token}\n`,
        [`sai.vn${proofPath(wrong!.token)}`]: good!.token,
        [`chuyen.vn${proofPath(moved!.token)}`]: `-> http://tot.vn${proofPath(good!.token)}`,
      });
      const asking = { nameServers: [names.address], port: web.port, inside: true };
      const problem = async (row: typeof good, how = asking) => {
        const checked = await verifyDomain(cx, { pid: row!.pid }, how);
        return checked.ok ? checked.value.problem : checked.issues;
      };
      try {
        const { inside: _, ...outside } = asking;
        assert.equal(await problem(good, outside as typeof asking), 'inside_network');
        assert.deepEqual(web.asked, []);
        assert.equal(await problem(good), null);
        assert.equal(await problem(wrong), 'other_answer');
        assert.equal(await problem(moved), 'other_answer');
        assert.equal(web.asked.length, 3);
        assert.equal(await problem(none), 'not_found_in_dns');
      } finally {
        await names.stop();
        await web.stop();
      }
      assert.equal(await problem(wrong), 'not_found_in_dns');
      const homes = (await domainsOf(cx.db, sonla)).filter((row) => row.main);
      assert.deepEqual(
        homes.map((row) => row.host),
        ['tot.vn'],
      );
    }),
  );
  test(
    'have one holder: where several claim a host only a record counts, and then nobody else gets it',
    trying(async (cx) => {
      const leader = cxOf(cx.db, await actorWith(cx.db, ['leader', 'sonla-y']), clock);
      const own = await liveDomain(cx, (await add(cx, 'chung.vn')).pid);
      const other = await liveDomain(leader, (await add(leader, 'chung.vn', 'sonla-y')).pid);
      const names = await nameServer({
        'chung.vn': { a: '127.0.0.1' },
        '_lientri.chung.vn': { txt: `lientri=${other.token}` },
      });
      const web = await webServer({ [`chung.vn${proofPath(own.token)}`]: own.token });
      const asking = { nameServers: [names.address], port: web.port, inside: true };
      try {
        const first = await verifyDomain(cx, { pid: own.pid }, asking);
        assert.equal(first.ok && first.value.problem, 'not_found_in_dns');
        assert.deepEqual(web.asked, []);
        const second = await verifyDomain(leader, { pid: other.pid }, asking);
        assert.equal(second.ok && second.value.verified, true);
      } finally {
        await names.stop();
        await web.stop();
      }
      assert.deepEqual(
        await refusals(leader, addDomain, { organisation: 'sonla-dat', host: 'hoi.vn' }).catch(
          (e) => [e.name],
        ),
        ['Error'],
      );
      const third = cxOf(cx.db, await actorWith(cx.db, ['leader', 'sonla-dat']), clock);
      assert.deepEqual(
        await refusals(third, addDomain, { organisation: 'sonla-dat', host: 'chung.vn' }),
        ['host domain_taken'],
      );
      assert.equal((await siteOfHost(cx.db, 'chung.vn'))?.code, 'sonla-y');
    }),
  );
  test(
    'change where the site is at home; what is taken off has to be proved again',
    trying(async (cx) => {
      const verified: string[] = [];
      for (const host of ['mot.vn', 'hai.vn']) {
        const row = await liveDomain(cx, (await add(cx, host)).pid);
        const names = await nameServer({ [`_lientri.${host}`]: { txt: `lientri=${row.token}` } });
        await verifyDomain(cx, { pid: row.pid }, { nameServers: [names.address] });
        await names.stop();
        verified.push(row.pid);
      }
      const waiting = await add(cx, 'ba.vn');
      assert.deepEqual(await refusals(cx, makeHome, { pid: waiting.pid }), ['domain_unverified']);
      await must(cx, makeHome, { pid: verified[1] });
      assert.equal((await siteOfHost(cx.db, 'mot.vn'))?.home, 'hai.vn');
      await must(cx, domainDeletion.remove, { pid: verified[1] });
      assert.equal((await siteOfHost(cx.db, 'mot.vn'))?.home, 'mot.vn');
      assert.equal(await siteOfHost(cx.db, 'hai.vn'), null);
      await must(cx, domainDeletion.restore, { pid: verified[1] });
      assert.equal((await liveDomain(cx, verified[1]!)).verifiedAt, null);
      assert.equal(await siteOfHost(cx.db, 'hai.vn'), null);
      assert.deepEqual(
        await refusals(cx, addDomain, { organisation: 'sonla', host: 'lientri.example.vn' }),
        ['host domain_is_main'],
      );
      assert.deepEqual(await refusals(cx, addDomain, { organisation: 'sonla', host: 'MOT.vn' }), [
        'host domain_here',
      ]);
    }),
  );
  test('are never asked for inside the network', () => {
    for (const ip of [
      '127.0.0.1',
      '10.1.2.3',
      '172.20.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '::1',
      '::',
      'fd00::1',
      'fe80::1',
      '::ffff:10.0.0.1',
      '224.0.0.1',
      'khong',
    ])
      assert.equal(isInside(ip), true, ip);
    for (const ip of ['8.8.8.8', '113.160.0.1', '2405:4800::1'])
      assert.equal(isInside(ip), false, ip);
  });
});

test('what another office set up is not there for this one', async () => {
  await withRollback(database, async (db) => {
    const { pid } = await must(cxOf(db, editor, clock), menu.add, entry('Tin'));
    const other = cxOf(db, stranger, clock);
    assert.equal(await findItem(other, menuSource, pid), null);
    await assert.rejects(execute(other, menu.move, { pid, direction: 'up' }), NotFound);
    await assert.rejects(execute(other, menu.deletion.remove, { pid }), NotFound);
    await assert.rejects(execute(cxOf(db, clerk, clock), menu.deletion.remove, { pid }), Forbidden);
  });
});

test('what stands around a page costs one query, however much there is', async () => {
  await withRollback(database, async (db) => {
    const cx = cxOf(db, editor, clock);
    const asked = () => countQueries(() => siteFrameOf(db, at, cx.clock.today()));
    const empty = await asked();
    for (let n = 0; n < 12; n += 1) await must(cx, menu.add, entry(`Mục ${n}`));
    for (let n = 0; n < 5; n += 1)
      await must(cx, banner.add, {
        organisation: 'sonla',
        title: `B${n}`,
        place: 'top',
        kind: 'campaign',
      });
    const full = await asked();
    assert.equal(queriesOf(empty), 1);
    assert.equal(queriesOf(full), 1);
    assert.equal((await frameRow(db, sonla, cx.clock.today())).menu.length, 12);
  });
});

const queriesOf = (counted: { count: number }): number => counted.count;

describe('each invariant finds its fault', () => {
  const org = `(select id from organisation where code = 'sonla')`;
  const row = (table: string, columns: string, values: string) =>
    `insert into ${table} (id, pid, organisation_id, ${columns}, created_at)
      values (gen_random_uuid(), gen_random_uuid()::text, ${org}, ${values}, now())`;
  const menuRow = (label: string, parent: string) =>
    row(
      'site_menu',
      'label, parent_id, target_kind, target, position',
      `'${label}', ${parent}, 'room', 'news', 1`,
    );
  const named = (label: string) => `(select id from site_menu where label = '${label}')`;
  const faults: Readonly<Record<string, readonly string[]>> = {
    site_menu_two_levels: [
      menuRow('a', 'null'),
      menuRow('b', named('a')),
      menuRow('c', named('b')),
    ],
    site_menu_of_one_site: [
      menuRow('a', 'null'),
      menuRow('b', named('a')),
      `update site_menu set organisation_id = (select id from organisation where code = 'vusta') where label = 'b'`,
    ],
    site_menu_of_one_language: [
      menuRow('a', 'null'),
      menuRow('b', named('a')),
      `update site_menu set language = 'en' where label = 'b'`,
    ],
    site_addresses_may_be_followed: [
      row('site_link', 'label, href, position', `'x', 'javascript:alert(1)', 1`),
    ],
    site_at_home_at_one_domain: [
      row('site_domain', 'host, token, verified_at, proof', `'x.vn', 'token', now(), 'file'`),
    ],
    site_redirect_never_in_a_circle: [
      row('site_redirect', 'source, target', `'/a', '/b'`),
      row('site_redirect', 'source, target', `'/b', '/a'`),
    ],
  };
  for (const { name } of invariants)
    test(name, () =>
      withRollback(database, async (db) => {
        await sound(db, invariants);
        for (const statement of faults[name] ?? []) await sql.raw(statement).execute(db);
        assert.deepEqual(await broken(db, invariants), [name]);
      }),
    );
  test('and the database itself refuses two holders of a host', () =>
    withRollback(database, async (db) => {
      const held = row(
        'site_domain',
        'host, token, verified_at, proof, main',
        `'x.vn', 'a', now(), 'file', true`,
      );
      await sql.raw(held).execute(db);
      const other = held.replace("'sonla'", "'vusta'").replace("'a'", "'b'");
      await assert.rejects(sql.raw(other).execute(db), /site_domain_holder/);
    }));
});

test('every write is an event', async () => {
  await withRollback(database, async (db) => {
    const cx = cxOf(db, editor, clock);
    await must(cx, editSite, { organisation: 'sonla', version: 0, name: 'Diễn đàn' });
    const { pid } = await must(cx, menu.add, entry('Tin'));
    await must(cx, menu.move, { pid, direction: 'up' });
    const rows = await all(
      db,
      sql<{ verb: string }>`select action as verb from event where action like 'site%'`,
    );
    assert.deepEqual(rows.map(({ verb }) => verb).sort(), [
      'site.edit',
      'site_menu.add',
      'site_menu.move',
    ]);
  });
});
