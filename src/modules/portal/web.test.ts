import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { modules } from '../../modules.ts';
import { sealEvents } from '../../platform/audit/seal.ts';
import { execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Db } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { readXlsx } from '../../platform/documents/index.ts';
import type { Actor } from '../../platform/policy.ts';
import { mergePersons } from '../duplicates/index.ts';
import { deleteFact, renameOrganisation } from '../organisations/index.ts';
import {
  addMembership,
  createMember,
  readSensitive,
  removeMembership,
  setConsent,
  writeSensitive,
} from '../people/index.ts';
import { actorAt, anonymous, ask, cxOf, federation, records, system } from './testing.tsx';
import { actionVerbs, jobWords } from './vi/index.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await federation(database.db);
  await records(database.db);
});
after(() => database.close());

/** Writes a member down and gives the public id. */
async function member(db: Db, organisation: string, full_name: string, more: object = {}) {
  const input = { organisation, full_name, another: true, ...more };
  const made = await execute(cxOf(db), createMember, input);
  assert.ok(made.ok, JSON.stringify(made));
  return made.value.pid;
}

/** A test that is rolled back. */
function test(name: string, body: (db: Db) => Promise<void>): void {
  it(name, () => withRollback(database, body));
}

/** Somebody with the grants of two. */
const both = (one: Actor, other: Actor): Actor =>
  one.kind === 'account' && other.kind === 'account'
    ? { ...one, grants: [...one.grants, ...other.grants] }
    : one;

const as = async (db: Db, role: string, code: string) => cxOf(db, await actorAt(db, role, code));
const q = (text: string) => encodeURIComponent(text);

describe('public site', () => {
  test('a union: name, figures that open, members, history, its own distinctions', async (db) => {
    const { status, body } = await ask(cxOf(db, anonymous), '/sonla');
    assert.equal(status, 200);
    assert.match(body, /<h1>Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La<\/h1>/);
    assert.match(body, /href="\/sonla\/to-chuc"[^>]*><span class="figures-value">2</);
    assert.match(body, /href="\/sonla\/so-lieu"[^>]*><span class="figures-value">1\.250</);
    assert.match(body, /href="\/sonla\/so-lieu"[^>]*><span class="figures-value">300</);
    assert.match(
      body,
      /href="\/sonla\/gioi-thieu#khen-thuong"[^>]*><span class="figures-value">1</,
    );
    assert.match(body, /Bằng khen/);
    assert.match(body, /2 hội gia nhập/);
    assert.match(body, /href="\/sonla-y"[^>]*>Hội Y Dược học tỉnh Sơn La/);
  });

  test('nothing of the office leaks: staff, activities, persons', async (db) => {
    for (const path of ['/sonla', '/sonla/gioi-thieu', '/sonla/so-lieu', '/vusta']) {
      const { body } = await ask(cxOf(db, anonymous), path);
      assert.doesNotMatch(body, /987[.]?654|thổ nhưỡng|Quỳnh/, path);
    }
  });

  test('markup in a name stays text, a script is no link', async (db) => {
    for (const path of ['/sonla', '/sonla-dat', '/sonla/so-lieu', '/sonla/tim?q=dat']) {
      const { body } = await ask(cxOf(db, anonymous), path);
      assert.match(body, /Hội &lt;b&gt;Đất&lt;\/b&gt;/, path);
      assert.doesNotMatch(body, /<b>Đất|href="javascript:/, path);
    }
  });

  test('an almost empty union has a whole page, without blocks for what is not there', async (db) => {
    const { status, body } = await ask(cxOf(db, anonymous), '/dienbien');
    assert.equal(status, 200);
    assert.match(body, /Chưa có thông tin công khai nào khác/);
    assert.doesNotMatch(body, /figures-value|id="khen-thuong"|undefined|null/);
    assert.equal((await ask(cxOf(db, anonymous), '/dienbien/lien-he')).status, 404);
    assert.equal((await ask(cxOf(db, anonymous), '/sonla/lien-he')).status, 200);
  });

  test('an association under two parents is counted once at the top, in both lines below', async (db) => {
    const { body } = await ask(cxOf(db, anonymous), '/vusta/so-lieu');
    const foot = body.slice(body.indexOf('<tfoot'));
    assert.match(foot, /1\.250/);
    assert.match(body, /href="\/hoi-dat\/so-lieu">[\s\S]*?1\.200/);
    assert.match(body, /href="\/sonla\/so-lieu">[\s\S]*?1\.250/);
  });

  test('public dashboards and reports are linked once there are any', async (db) => {
    const linked = async (path: string): Promise<boolean> =>
      (await ask(cxOf(db, anonymous), path)).body.includes('href="/sonla/bang-so-lieu"');
    const pages = ['/sonla', '/sonla/so-lieu'];
    const seen = async () => Promise.all(pages.map(linked));
    const show = (open: boolean) =>
      sql`update dashboard set public = ${open} where pid = 'bangcongkhai'`.execute(db);
    await sql`insert into dashboard (id, pid, organisation_id, name, created_at)
      select gen_random_uuid(), 'bangcongkhai', id, 'Bảng chung', now()
      from organisation where code = 'sonla'`.execute(db);
    assert.deepEqual(await seen(), [false, false]);
    await show(true);
    assert.deepEqual(await seen(), [true, true]);
    const { body } = await ask(cxOf(db, anonymous), '/sonla');
    assert.doesNotMatch(body, /href="\/sonla\/bao-cao"/);
    assert.doesNotMatch((await ask(cxOf(db, anonymous), '/dienbien')).body, /bang-so-lieu/);
  });

  test('a headcount that ended yesterday is not shown', async (db) => {
    await sql`update organisation_fact set during = daterange('2019-01-01', '2026-05-12')
      where kind = 'headcount_intellectuals'`.execute(db);
    const { body } = await ask(cxOf(db, anonymous), '/sonla');
    assert.doesNotMatch(body, /trí thức<\/span>/);
    await sql`update organisation_fact set during = daterange('2019-01-01', '2026-05-13')
      where kind = 'headcount_intellectuals'`.execute(db);
    assert.match((await ask(cxOf(db, anonymous), '/sonla')).body, /trí thức<\/span>/);
  });

  test('figures as a workbook hold what the page shows', async (db) => {
    const { response } = await ask(cxOf(db, anonymous), '/sonla/so-lieu/xuat');
    const { sheets } = await readXlsx(Buffer.from(await response.arrayBuffer()));
    const texts = sheets[0]?.rows.flat().map((cell) => cell.value) ?? [];
    assert.ok(texts.includes('Hội <b>Đất</b> & "Nước" tỉnh Sơn La'));
    assert.ok(texts.includes(1200));
  });
});

describe('search', () => {
  test('without dấu, by former name, by code; same dấu first', async (db) => {
    const found = async (words: string) => {
      const { body } = await ask(cxOf(db, anonymous), `/vusta/tim?q=${q(words)}`);
      return [...body.matchAll(/class="entry-title"><a href="\/([a-z-]*)"/g)].map((m) => m[1]);
    };
    assert.deepEqual(await found('dien bien'), ['dienbien']);
    assert.deepEqual(await found('sonla-y'), ['sonla-y']);
    assert.deepEqual(await found('Hội Y học'), ['sonla-y']);
    assert.deepEqual(await found('khong co'), []);
    // 'đất' stands with its dấu in two names; 'dat' in the same ones.
    assert.deepEqual(new Set(await found('ĐẤT')), new Set(['hoi-dat', 'sonla-dat']));
    await execute(cxOf(db), renameOrganisation, {
      organisation: 'dienbien',
      name: 'A Hội Đạt Điện Biên',
      short_name: 'A Hội Đạt',
      from: '2020-01-01',
      version: 1,
    });
    assert.equal((await found('Đất')).at(-1), 'dienbien');
    assert.equal((await found('Đạt'))[0], 'dienbien');
  });

  test('a province searches itself and points to the whole', async (db) => {
    const { body } = await ask(cxOf(db, anonymous), '/sonla/tim?q=dien');
    assert.doesNotMatch(body, /href="\/dienbien"/);
    assert.match(body, /href="\/tim\?q=dien"/);
  });

  test('nothing typed, signs only, and markup', async (db) => {
    for (const words of ['', '%%%', '   ', '<script>alert(1)</script>']) {
      const { status, body } = await ask(cxOf(db, anonymous), `/sonla/tim?q=${q(words)}`);
      assert.equal(status, 200);
      assert.doesNotMatch(body, /<script>/);
    }
  });

  test('an office finds what the person may see, and no more', async (db) => {
    const clerk = await as(db, 'clerk', 'sonla');
    const own = await ask(clerk, `/vp/sonla/tim?q=${q('tho nhuong')}`);
    assert.match(own.body, /Hội thảo &lt;i&gt;thổ nhưỡng/);
    assert.doesNotMatch(own.body, /thổ nhưỡng Điện Biên/);
    assert.match((await ask(clerk, '/vp/sonla/tim?q=ngoc+quynh')).body, /Cầm Thị Ngọc Quỳnh/);
    const judge = await as(db, 'judge', 'sonla');
    for (const words of ['tho nhuong', 'ngoc quynh', 'bang khen']) {
      const { body } = await ask(judge, `/vp/sonla/tim?q=${q(words)}`);
      assert.match(body, /Không tìm thấy/, words);
    }
    const national = await as(db, 'national', 'vusta');
    const both = await ask(national, `/vp/vusta/tim?q=${q('thổ nhưỡng')}`);
    assert.match(both.body, /thổ nhưỡng Điện Biên/);
  });

  test('an office finds its members by name, those who left too, and leads to their page', async (db) => {
    const pid = await member(db, 'sonla-y', 'Lò Văn Phiêng', { birth_date: '1968-03' });
    const left = await member(db, 'sonla-y', 'Lò Văn Phiêng Hai');
    await sql`update membership m set during = daterange('2020-01-01', '2024-01-01')
      from person p where p.id = m.person_id and p.pid = ${left}`.execute(db);
    const merged = await member(db, 'sonla-y', 'Lò Văn Phiêng Ba');
    await sql`update person set merged_into = (select id from person where pid = ${pid})
      where pid = ${merged}`.execute(db);
    const found = async (role: string, code: string) =>
      (await ask(await as(db, role, code), `/vp/${code}/tim?q=lo+van+phieng`)).body;
    const own = await found('clerk', 'sonla');
    assert.match(own, new RegExp(`href="/vp/sonla/hoi-vien/nguoi/${pid}">Lò Văn Phiêng<`));
    assert.match(own, /Hội Y Dược học[^<]* · sinh 03\/1968/);
    assert.match(own, new RegExp(`href="/vp/sonla/hoi-vien/nguoi/${left}"`));
    assert.doesNotMatch(own, /Phiêng Ba/);
    assert.match(await found('national', 'vusta'), new RegExp(`/vp/vusta/hoi-vien/nguoi/${pid}`));
    for (const [role, code] of [
      ['clerk', 'dienbien'],
      ['judge', 'sonla'],
    ] as const)
      assert.match(await found(role, code), /Không tìm thấy/, `${role} ${code}`);
  });
});

describe('desk', () => {
  test('a clerk: figures, latest records, events, quick actions', async (db) => {
    const { status, body } = await ask(await as(db, 'clerk', 'sonla'), '/vp/sonla');
    assert.equal(status, 200);
    assert.match(body, /Hôm nay không có việc chờ|Hôm nay có/);
    assert.match(
      body,
      /href="\/vp\/sonla\/hoat-dong\?nam=2026"[^>]*><span class="figures-value">1</,
    );
    assert.match(
      body,
      /href="\/vp\/sonla\/khen-thuong\?nam=2026"[^>]*><span class="figures-value">1</,
    );
    assert.match(body, /Hội thảo &lt;i&gt;thổ nhưỡng/);
    assert.match(body, /<strong>Hệ thống<\/strong> ghi nhận hoạt động/);
    assert.match(body, /hoat-dong\/ghi-nhan/);
    assert.doesNotMatch(body, /Điện Biên|thu-di|nhat-ky/);
  });

  test('an auditor reads and does not write', async (db) => {
    const { body } = await ask(await as(db, 'auditor', 'vusta'), '/vp/vusta');
    assert.match(body, /href="\/vp\/vusta\/nhat-ky"/);
    assert.doesNotMatch(body, /ghi-nhan|thu-di/);
    assert.match((await ask(await as(db, 'admin', 'vusta'), '/vp/vusta')).body, /thu-di/);
  });

  test('a judge without work sees a calm page and no register', async (db) => {
    const { status, body } = await ask(await as(db, 'judge', 'sonla'), '/vp/sonla');
    assert.equal(status, 200);
    assert.match(body, /Không có việc nào chờ/);
    assert.doesNotMatch(body, /thổ nhưỡng|Quỳnh|Vừa diễn ra|hoat-dong/);
  });
});

describe('event log', () => {
  test('only those who may read it, at the place and below', async (db) => {
    assert.equal((await ask(await as(db, 'clerk', 'sonla'), '/vp/sonla/nhat-ky')).status, 404);
    assert.equal((await ask(await as(db, 'admin', 'sonla'), '/vp/vusta/nhat-ky')).status, 404);
    const own = await ask(await as(db, 'auditor', 'sonla'), '/vp/sonla/nhat-ky');
    assert.equal(own.status, 200);
    assert.match(own.body, /Hội thảo &lt;i&gt;thổ nhưỡng/);
    assert.doesNotMatch(own.body, /thổ nhưỡng Điện Biên/);
    const whole = await ask(await as(db, 'auditor', 'vusta'), '/vp/vusta/nhat-ky');
    assert.match(whole.body, /thổ nhưỡng Điện Biên/);
  });

  test('old and new values, and the words for erased ones', async (db) => {
    const auditor = await as(db, 'auditor', 'sonla');
    const { body } = await ask(auditor, '/vp/sonla/nhat-ky?viec=to-chuc');
    assert.match(body, /Hội Y học tỉnh Sơn La →.*Hội Y Dược học tỉnh Sơn La/);
    await sql`delete from event_value where field = 'name'`.execute(db);
    const erased = (await ask(auditor, '/vp/sonla/nhat-ky?viec=to-chuc')).body;
    assert.doesNotMatch(erased, /Hội Y học tỉnh Sơn La →/);
    assert.match(erased, /đã xóa theo yêu cầu bảo vệ dữ liệu cá nhân/);
  });

  test('ids and codes of changed fields are put into words, never shown', async (db) => {
    const auditor = await as(db, 'auditor', 'vusta');
    const pages = ['viec=to-chuc', 'viec=khen-thuong', 'viec=hoat-dong'];
    const bodies = [];
    for (const page of pages) bodies.push((await ask(auditor, `/vp/vusta/nhat-ky?${page}`)).body);
    const all = bodies.join('');
    assert.doesNotMatch(all, /[0-9a-f]{8}-[0-9a-f]{4}-7|headcount_members|member_association/);
    assert.match(all, /Số hội viên khai báo<\/dd>/);
    assert.match(all, /<dd>Cầm Thị Ngọc Quỳnh<\/dd>/);
    assert.match(all, /<dd>Bằng khen<\/dd>/);
    assert.match(all, /<dd>Hội thảo<\/dd>/);
  });

  test('filters by day in Vietnam, by subject, and keeps a day that cannot be read', async (db) => {
    const auditor = await as(db, 'auditor', 'vusta');
    const count = async (query: string) => {
      const { body } = await ask(auditor, `/vp/vusta/nhat-ky?${query}`);
      return Number(/<p>([\d.]+) việc/.exec(body)?.[1]?.replaceAll('.', '') ?? -1);
    };
    const all = await count('');
    assert.ok(all > 10);
    assert.equal(await count('tu=12/05/2026&den=12/05/2026'), all);
    assert.equal(await count('tu=13/05/2026'), 0);
    assert.equal(await count('den=11/05/2026'), 0);
    assert.equal(await count('viec=hoat-dong'), 2);
    assert.equal(await count('ai=khong-ai-ca'), 0);
    const wrong = await ask(auditor, '/vp/vusta/nhat-ky?tu=31/02/2026');
    assert.match(wrong.body, /value="31\/02\/2026"/);
    assert.match(wrong.body, /class="error|field-bad/);
  });

  test('the state of the chain', async (db) => {
    const auditor = await as(db, 'auditor', 'vusta');
    assert.match((await ask(auditor, '/vp/vusta/nhat-ky')).body, /Chờ niêm phong/);
    await sealEvents(db, auditor.clock);
    const { body } = await ask(auditor, '/vp/vusta/nhat-ky');
    assert.doesNotMatch(body, /Chờ niêm phong/);
    assert.match(body, /không việc nào đang chờ/);
    assert.match(body, />Số 1</);
  });

  test('a subject that was deleted is named and not linked', async (db) => {
    const fact = await sql<{ pid: string; version: number }>`
      select pid, version from organisation_fact where kind = 'staff'`.execute(db);
    const row = fact.rows[0];
    await execute(cxOf(db), deleteFact, { fact: row?.pid, version: row?.version });
    const { body } = await ask(await as(db, 'auditor', 'sonla'), '/vp/sonla/nhat-ky');
    assert.match(body, /Nhân lực chuyên trách, Liên hiệp hội Sơn La \(đã xóa\)/);
    assert.doesNotMatch(body, /<a [^>]*>Nhân lực chuyên trách, Liên hiệp hội Sơn La \(đã xóa\)/);
  });

  test('members: who did what, in words, with the way to their page', async (db) => {
    const cx = cxOf(db);
    const pid = await member(db, 'sonla-y', 'Lò Văn Phiêng', { birth_date: '1968-03' });
    const twin = await member(db, 'sonla-y', 'Lò Văn Phiêng Ba', { gender: 'male' });
    assert.ok((await execute(cx, mergePersons, { keep: pid, merge: twin })).ok);
    const consent = { pid, purpose: 'mailing', given: true, source: 'Phiếu' };
    assert.ok((await execute(cx, setConsent, consent)).ok);
    const { body } = await ask(await as(db, 'auditor', 'sonla'), '/vp/sonla/nhat-ky?viec=hoi-vien');
    assert.match(
      body,
      new RegExp(`ghi hội viên mới <a href="/vp/sonla/hoi-vien/nguoi/${pid}">Lò Văn Phiêng</a>`),
    );
    assert.match(body, /<dt>Ngày sinh<\/dt><dd>03\/1968<\/dd>/);
    assert.match(body, /<dt>Đơn vị<\/dt><dd>Hội Y Dược học Sơn La<\/dd>/);
    assert.match(body, /<dt>Bản ghi được gộp<\/dt><dd>Lò Văn Phiêng Ba<\/dd>/);
    assert.match(body, /<dt>Giới tính<\/dt><dd>nam<\/dd>/);
    assert.match(body, /<dt>Nhận thư, bản tin<\/dt><dd>có<\/dd>/);
    assert.doesNotMatch(body, /<dt>[a-z_]+<\/dt>/);
    // The joined record has no page of its own.
    assert.doesNotMatch(body, new RegExp(twin));
    const other = await ask(
      await as(db, 'auditor', 'dienbien'),
      '/vp/dienbien/nhat-ky?viec=hoi-vien',
    );
    assert.doesNotMatch(other.body, /Phiêng/);
  });

  test('that sensitive fields were written and read is told, never what they hold', async (db) => {
    const pid = await member(db, 'sonla-y', 'Lò Văn Phiêng', {
      gender: 'male',
      birth_date: '1968-03-12',
    });
    const custodian = await as(db, 'custodian', 'sonla');
    const secret = {
      citizen_id: '014068000123',
      ethnicity: 'Kháng',
      religion: null,
      party: 'Ðoàn',
    };
    const cx = cxOf(db, both(custodian.actor, (await as(db, 'clerk', 'sonla')).actor));
    assert.ok((await execute(cx, writeSensitive, { pid, ...secret })).ok);
    assert.ok((await execute(cx, readSensitive, { pid })).ok);
    const auditor = await as(db, 'auditor', 'sonla');
    const { body } = await ask(auditor, '/vp/sonla/nhat-ky?viec=hoi-vien');
    assert.match(body, /ghi thông tin riêng của <a/);
    assert.match(body, /xem thông tin riêng của <a/);
    const kept = await sql<{ all: string }>`select coalesce(string_agg(v::text, ' '), '') as all
      from (select field, old, new from event_value) v`.execute(db);
    assert.ok(kept.rows[0]!.all.includes('1968-03-12'));
    for (const value of ['014068000123', 'Kháng', 'Ðoàn']) {
      assert.ok(!body.includes(value), value);
      assert.ok(!kept.rows[0]!.all.includes(value), value);
    }
  });

  test('somebody out of view is named in what was done here, and not linked', async (db) => {
    const pid = await member(db, 'dienbien', 'Lò Văn Phiêng');
    const added = await execute(cxOf(db), addMembership, { person: pid, organisation: 'sonla-y' });
    assert.ok(added.ok);
    const auditor = await as(db, 'auditor', 'sonla');
    const link = new RegExp(`hoi-vien/nguoi/${pid}`);
    assert.match((await ask(auditor, '/vp/sonla/nhat-ky')).body, link);
    await execute(cxOf(db), removeMembership, { pid: added.value.pid, version: 1 });
    const { body } = await ask(auditor, '/vp/sonla/nhat-ky');
    assert.match(body, /xóa một lần ghi vào hội của Lò Văn Phiêng/);
    assert.doesNotMatch(body, link);
  });

  test('as a workbook', async (db) => {
    const { response } = await ask(
      await as(db, 'auditor', 'sonla'),
      '/vp/sonla/nhat-ky/xuat?viec=hoat-dong',
    );
    const { sheets } = await readXlsx(Buffer.from(await response.arrayBuffer()));
    const texts = sheets[0]?.rows.flat().map((cell) => cell.value) ?? [];
    assert.ok(texts.includes('Hội thảo <i>thổ nhưỡng</i>'));
    assert.ok(!texts.includes('Hội thảo thổ nhưỡng Điện Biên'));
  });

  it('has words for every command of the product, and for no other', async () => {
    assert.deepEqual(Object.keys(actionVerbs).sort(), await commandNames());
  });
});

/** Names of all commands and of events that jobs write, as the services declare them. */
async function commandNames(): Promise<string[]> {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(^|[/\\])service([/\\].*)?\.ts$/.test(file) && !file.includes('.test.'),
  );
  const names = new Set<string>();
  for (const file of files) {
    const text = readFileSync(`${folder}/${file}`, 'utf8');
    for (const [, name] of text.matchAll(/command\(\{\s*name: '([^']+)'/g)) names.add(name!);
    for (const [, name] of text.matchAll(/recordEvent\(\w+, '([^']+)'/g)) names.add(name!);
    for (const [, type] of text.matchAll(/deletion\(\{\s*type: '([^']+)'/g)) {
      names.add(`${type}.remove`);
      names.add(`${type}.restore`);
    }
    // Those that are made by a function have their name when they are there.
    const exported = Object.values((await import(`${folder}/${file}`)) as Record<string, unknown>);
    for (const one of exported.flatMap((given) => commandsIn(given, 2))) names.add(one.name);
  }
  return [...names].sort();
}

// A command, or an object that holds some: what is deleted and restored, an ordered list.
function commandsIn(one: unknown, deep: number): { readonly name: string }[] {
  if (isCommand(one)) return [one];
  if (typeof one !== 'object' || one === null || deep === 0) return [];
  return Object.values(one).flatMap((held) => commandsIn(held, deep - 1));
}

const isCommand = (one: unknown): one is { readonly name: string } =>
  typeof one === 'object' && one !== null && 'permission' in one && 'run' in one && 'name' in one;

describe('letters and jobs', () => {
  test('letters are read by the administrator at the root only', async (db) => {
    await sql`insert into mail_message (id, pid, recipient, subject, body, created_at)
      values (gen_random_uuid(), 'abcdefgh23456789', 'a@demo.example', 'Đường <dẫn>',
        ${'Kính gửi,\n\nDòng một\nDòng <b>hai</b>'}, now())`.execute(db);
    const admin = await as(db, 'admin', 'vusta');
    assert.match((await ask(admin, '/vp/vusta/thu-di')).body, /Đường &lt;dẫn&gt;/);
    const open = await ask(admin, '/vp/vusta/thu-di/abcdefgh23456789');
    assert.match(open.body, /Dòng &lt;b&gt;hai/);
    assert.equal((await ask(admin, '/vp/vusta/thu-di/khong-co')).status, 404);
    assert.equal((await ask(admin, '/vp/sonla/thu-di')).status, 404);
    assert.equal((await ask(await as(db, 'admin', 'sonla'), '/vp/sonla/thu-di')).status, 404);
    assert.equal((await ask(await as(db, 'auditor', 'vusta'), '/vp/vusta/thu-di')).status, 404);
  });

  const job = (db: Db, by: string | null) =>
    sql`insert into job_run (id, pid, name, organisation_id, requested_by, state, done, total, created_at)
      select gen_random_uuid(), 'jjjjjjjj23456789', 'roster.import', id, ${by}, 'running', 41870, 48216, now()
      from organisation where code = 'sonla'`.execute(db);

  test('a job shows how far it is, refreshes, and stops when asked', async (db) => {
    const clerk = await as(db, 'clerk', 'sonla');
    await job(db, clerk.actor.kind === 'account' ? clerk.actor.accountId : null);
    const before = await ask(clerk, '/vp/sonla/viec/jjjjjjjj23456789');
    assert.match(before.body, /41\.870 \/ 48\.216/);
    assert.match(before.body, /data-refresh="\d+"/);
    const stop = await ask(clerk, '/vp/sonla/viec/jjjjjjjj23456789/dung', 'POST');
    assert.equal(stop.status, 303);
    const afterwards = await ask(clerk, '/vp/sonla/viec/jjjjjjjj23456789');
    assert.match(afterwards.body, /Đã yêu cầu dừng/);
    assert.doesNotMatch(afterwards.body, /action="[^"]*\/dung"/);
  });

  test('a job of others: staff may look, the leader may stop, the rest know nothing of it', async (db) => {
    await job(db, null);
    const path = '/vp/sonla/viec/jjjjjjjj23456789';
    const clerk = await as(db, 'clerk', 'sonla');
    assert.doesNotMatch((await ask(clerk, path)).body, /action="[^"]*\/dung"/);
    assert.equal((await ask(clerk, `${path}/dung`, 'POST')).status, 404);
    assert.match((await ask(await as(db, 'leader', 'sonla'), path)).body, /action="[^"]*\/dung"/);
    assert.equal((await ask(await as(db, 'judge', 'sonla'), path)).status, 404);
    const elsewhere = path.replace('sonla', 'dienbien');
    assert.equal((await ask(await as(db, 'clerk', 'dienbien'), elsewhere)).status, 404);
  });

  it('have words for every long run of the product and for how it may fail', () => {
    const runs = modules.flatMap((module) => Object.keys(module.jobs?.runs ?? {}));
    assert.deepEqual(Object.keys(jobWords.names).sort(), runs.sort());
    const folder = fileURLToPath(new URL('..', import.meta.url));
    const codes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ts$/.test(file) && !file.includes('.test.'))
      .flatMap((file) => [
        ...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/new RunFailed\('([^']+)'/g),
      ])
      .map(([, code]) => code!);
    assert.ok(codes.length > 0);
    assert.deepEqual(
      codes.filter((code) => jobWords.messages[code] === undefined),
      [],
    );
  });

  test('one that ended without a result leads back to where it was ordered', async (db) => {
    const clerk = await as(db, 'clerk', 'sonla');
    await job(db, null);
    const body = async (state: string, href: string) => {
      await sql`update job_run set state = ${state}, payload = ${JSON.stringify({ href })}::jsonb`.execute(
        db,
      );
      return (await ask(clerk, '/vp/sonla/viec/jjjjjjjj23456789')).body;
    };
    const back = '/vp/sonla/hoi-vien/nhap/abc';
    for (const state of ['failed', 'cancelled'])
      assert.match(await body(state, back), new RegExp(`href="${back}"`), state);
    for (const state of ['running', 'done'])
      assert.doesNotMatch(await body(state, back), new RegExp(`href="${back}"`), state);
    assert.doesNotMatch(await body('failed', '//evil.example'), /evil/);
  });

  test('a result may lead to a page of this site only', async (db) => {
    const clerk = await as(db, 'clerk', 'sonla');
    await job(db, null);
    const result = async (href: string) => {
      await sql`update job_run set state = 'done', result = ${JSON.stringify({ href })}::jsonb`.execute(
        db,
      );
      return (await ask(clerk, '/vp/sonla/viec/jjjjjjjj23456789')).body;
    };
    assert.match(await result('/vp/sonla/to-chuc'), /href="\/vp\/sonla\/to-chuc"/);
    assert.doesNotMatch(await result('//evil.example'), /evil/);
    assert.doesNotMatch(await result('javascript:alert(1)'), /javascript/);
  });
});

describe('queries', () => {
  test('as many for many rows as for few', async (db) => {
    const auditor = await as(db, 'admin', 'vusta');
    const paths = [
      '/vusta',
      '/vusta/so-lieu',
      '/vusta/tim?q=hoi',
      '/vp/vusta',
      '/vp/vusta/tim?q=hoi',
      '/vp/vusta/nhat-ky',
    ];
    const counted = async (path: string) => {
      let queries = 0;
      const counting = db.withPlugin({
        transformQuery: (args) => {
          queries += 1;
          return args.node;
        },
        transformResult: async (args) => args.result,
      });
      const { status } = await ask({ ...auditor, db: counting }, path);
      assert.equal(status, 200, path);
      return queries;
    };
    const few = [];
    for (const path of paths) few.push(await counted(path));
    await more(db);
    const many = [];
    for (const path of paths) many.push(await counted(path));
    assert.deepEqual(many, few);
    assert.ok(Math.max(...few) < 40, String(few));
  });
});

/** Forty more unions, each with an association, by plain statements. */
async function more(db: Db): Promise<void> {
  const cx = cxOf(db, system);
  const { createOrganisation } = await import('../organisations/index.ts');
  for (let i = 0; i < 40; i += 1) {
    const union = {
      code: `tinh-${i}`,
      kind: 'provincial_union',
      name: `Liên hiệp hội Tỉnh ${i}`,
      from: '2012-01-01',
      parent: 'vusta',
    };
    await execute(cx, createOrganisation, union);
  }
}
