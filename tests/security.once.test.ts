// What docs/security.md says is held: headers, cookies, sessions, tokens, redirects, uploads, logs.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { buildApp } from '../src/app.tsx';
import { demoSignIns } from '../src/demo/index.ts';
import { safeNext } from '../src/modules/accounts/web/sign-in.tsx';
import { loadConfig, projectRoot } from '../src/platform/config.ts';
import { readXlsx } from '../src/platform/documents/index.ts';
import { buildAssets } from '../src/platform/http/assets.ts';
import { loadKeys } from '../src/platform/keys.ts';
import { createLog } from '../src/platform/log.ts';
import { eventually } from '../src/platform/testing.ts';
import { runtimeOn, version } from '../src/runtime.ts';
import { demoProduct } from '../src/testing.ts';
import { getPatterns, samples } from './support/addresses.ts';
import { linksOf, textOf } from './support/html.ts';
import { serve } from './support/server.ts';

const product = await demoProduct();
const server = await serve(product);
after(async () => {
  await server.stop();
  await product.close();
});
const { pool, ownerPool } = product.runtime.database;
const admin = await product.signIn('admin');
const clerk = await product.signIn('clerk');
const found = await samples(product);
const password = demoSignIns.password;

// --- headers ------------------------------------------------------------------------------------

const doors: readonly (readonly [string, RequestInit?])[] = [
  ['/'],
  ['/sonla'],
  ['/sonla/to-chuc'],
  ['/khong-co-trang-nay'],
  ['/dang-nhap'],
  ['/tai-khoan'],
  ['/health'],
  ['/assets/mau/brick.css'],
  ['/api/v1/openapi.json'],
  ['/api/v1/organisations'],
  ['/api/v1/activities'],
  ['/api/v1/none'],
  ['/vp/sonla', { headers: clerk }],
  ['/vp/sonla/bao-cao/bang-so-sanh', { headers: clerk }],
  ['/vp/sonla/bao-cao/bang-so-sanh.xlsx', { headers: clerk }],
  ['/vp/sonla/bao-cao/bang-so-sanh/bieu-do.svg?chi-tieu=II.7&ngay=2019-12-31', { headers: clerk }],
  ['/vp/hanoi', { headers: clerk }],
  ['/dang-nhap', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site', cookie: 'a=b' } }],
];

test('every door answers with the whole set of headers, and nothing may be inline', async () => {
  for (const [path, init] of doors) {
    const { headers } = await product.app.request(path, init);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/, path);
    assert.match(policy, /script-src 'self'(;|$)/, path);
    assert.match(policy, /style-src 'self'(;|$)/, path);
    assert.match(policy, /frame-ancestors 'none'/, path);
    assert.match(policy, /form-action 'self'/, path);
    assert.match(policy, /base-uri 'none'/, path);
    assert.ok(!/unsafe|\*|https?:/.test(policy), `${path}: ${policy}`);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('x-frame-options'), 'DENY', path);
    assert.equal(headers.get('referrer-policy'), 'same-origin', path);
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', path);
    assert.ok(headers.get('permissions-policy'), path);
    assert.equal(headers.get('access-control-allow-origin'), null, path);
    assert.equal(headers.get('x-powered-by') ?? headers.get('server'), null, path);
  }
});

test('the kept pages of the server carry the same headers, each request its own id', async () => {
  const ids = new Set<string | null>();
  for (let turn = 0; turn < 3; turn += 1) {
    const { headers } = await fetch(`${server.base}/sonla`);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('set-cookie'), null);
    ids.add(headers.get('x-request-id'));
  }
  // A page that is sent from memory was asked of nobody: it names no request.
  assert.ok(ids.has(null));
});

test('by https the browser is told to stay there, and cookies are for https only', async () => {
  const { headers } = await product.app.request('https://lientri.example/');
  assert.match(headers.get('strict-transport-security') ?? '', /max-age=31536000/);
  const dataDir = product.runtime.config.dataDir;
  const config = loadConfig({
    argv: { data: dataDir },
    env: { LIENTRI_URL: 'https://lientri.example', LIENTRI_LOG: 'error' },
  });
  const secure = await runtimeOn(config, product.runtime.database);
  const email = 'reader@demo.example';
  const answer = await secure.services.signIn.byPassword({ email, password, address: '10.8.0.1' });
  assert.ok(answer.ok);
  for (const cookie of answer.cookies) assert.match(cookie, /^__Secure-lientri\..*; Secure/);
});

test('what a signed-in person sees is kept by nothing on the way', async () => {
  for (const path of ['/vp/sonla', '/sonla', '/tai-khoan'])
    assert.equal(
      (await product.get(path, clerk)).headers.get('cache-control'),
      'private, no-store',
    );
  const token = await product.token('clerk');
  const answer = await product.rest('GET', '/api/v1/activities', token);
  assert.equal(answer.headers.get('cache-control'), 'private, no-store');
});

test('a kept page is never given to one who is signed in, nor theirs to anybody', async () => {
  const address = `${server.base}/sonla`;
  const headers = { cookie: clerk.get('cookie')! };
  const before = await (await fetch(address)).text();
  const mine = await (await fetch(address, { headers })).text();
  const again = await (await fetch(address)).text();
  assert.match(mine, /Vào văn phòng/);
  assert.doesNotMatch(before, /Vào văn phòng/);
  assert.equal(again, before);
});

// --- redirects ----------------------------------------------------------------------------------

test('nobody is led to another site after signing in', () => {
  for (const bad of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    ' /x',
    '',
    undefined,
  ])
    assert.equal(safeNext(bad), '/vp', JSON.stringify(bad));
  for (const good of ['/vp/sonla', '/vp/sonla/hoat-dong?q=%C4%91'])
    assert.equal(safeNext(good), good);
});

test('no address of ours redirects to another site', async () => {
  for (const path of [
    '/vusta//evil.example',
    '/vusta/%2fevil.example',
    '//evil.example/vusta',
    '/vp/sonla//evil.example',
    '/dang-nhap?tiep=//evil.example',
    '/vusta/\\evil.example',
  ]) {
    const answer = await product.app.request(`http://lientri.test${path}`, { redirect: 'manual' });
    const location = answer.headers.get('location');
    if (location === null) continue;
    const to = new URL(location, 'http://lientri.test/');
    assert.equal(to.host, 'lientri.test', `${path} → ${location}`);
  }
});

// --- signing in ---------------------------------------------------------------------------------

interface Tried {
  readonly status: number;
  readonly text: string;
  readonly cookies: readonly string[];
}

/** A try at the door of the real server, as the browser of its own page. */
async function tryIn(
  email: string,
  secret: string,
  headers: Record<string, string> = {},
): Promise<Tried> {
  const answer = await fetch(`${server.base}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    body: new URLSearchParams({ email, password: secret }),
  });
  return {
    status: answer.status,
    text: textOf(await answer.text()),
    cookies: answer.headers.getSetCookie(),
  };
}

const cookieText = (cookies: readonly string[]): string =>
  cookies.map((c) => c.split(';')[0]).join('; ');

const opens = async (cookie: string): Promise<boolean> =>
  (await product.get('/tai-khoan', new Headers({ cookie }))).status === 200;

test('a session begins anew at each sign-in; the one before ends; cookies are not for scripts', async () => {
  const first = await tryIn('expert@demo.example', password);
  assert.equal(first.status, 303);
  for (const cookie of first.cookies) {
    assert.match(cookie, /; HttpOnly/i);
    assert.match(cookie, /; SameSite=Lax/i);
    assert.match(cookie, /; Path=\//i);
    assert.doesNotMatch(cookie, /; Domain=/i);
  }
  const before = cookieText(first.cookies);
  assert.ok(await opens(before));
  const second = await tryIn('expert@demo.example', password, { cookie: before });
  const now = cookieText(second.cookies);
  assert.notEqual(now, before);
  assert.ok(await opens(now));
  assert.ok(!(await opens(before)), 'the session before still opens');
});

test('a session that somebody else chose is not taken over', async () => {
  const planted = 'lientri.session_token=planted.by-somebody';
  const answer = await tryIn('expert@demo.example', password, { cookie: planted });
  assert.equal(answer.status, 303);
  assert.doesNotMatch(answer.cookies.join(), /planted/);
});

test('a cookie whose signature was changed opens nothing', async () => {
  const cookie = clerk.get('cookie')!;
  const token = /session_token=([^;]+)/.exec(cookie)![1]!;
  for (const changed of [`${token.slice(0, -3)}AAA`, token.split('.')[0]!, `${token}x`])
    assert.ok(!(await opens(cookie.replace(token, changed))), changed);
});

test('signing out ends the session itself, not only the cookie', async () => {
  const { cookies } = await tryIn('reader@demo.example', password);
  const cookie = cookieText(cookies);
  assert.ok(await opens(cookie));
  const out = await product.post('/dang-xuat', {}, new Headers({ cookie }));
  assert.equal(out.status, 303);
  assert.ok(!(await opens(cookie)));
});

test('a changed password ends all other sessions, and needs the old one', async () => {
  const other = await product.runtime.services.signIn.byPassword({
    ...{ email: 'author@demo.example', password, address: '10.8.0.2' },
  });
  assert.ok(other.ok);
  const mine = await product.signIn('author');
  const next = 'Mot-mat-khau-khac-2026';
  const wrong = await product.post('/tai-khoan', { current: 'khong-phai', next }, mine);
  assert.equal(wrong.status, 422);
  assert.ok(await opens(cookieText(other.cookies)));
  const changed = await product.post('/tai-khoan', { current: password, next }, mine);
  assert.equal(changed.status, 303);
  assert.ok(!(await opens(cookieText(other.cookies))));
  assert.ok(await opens(cookieText(changed.headers.getSetCookie())));
});

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await tryIn('officer@demo.example', 'khong-phai-mat-khau');
  const unknown = await tryIn('khong-co@demo.example', 'khong-phai-mat-khau');
  assert.equal(wrong.status, 422);
  assert.equal(wrong.status, unknown.status);
  assert.equal(
    wrong.text.replaceAll('officer@demo.example', ''),
    unknown.text.replaceAll('khong-co@demo.example', ''),
  );
  assert.deepEqual([...wrong.cookies, ...unknown.cookies], []);
});

test('a link by letter works once, by a press and not by being opened', async () => {
  const email = 'judge@demo.example';
  const asked = await product.post('/dang-nhap/thu', { email });
  const unknown = 'khong-co@demo.example';
  const nobody = await product.post('/dang-nhap/thu', { email: unknown });
  // The page repeats the address that was typed, and says nothing else.
  assert.equal(textOf(await asked.text()).replace(email, unknown), textOf(await nobody.text()));
  const { rows } = await pool.query<{ recipient: string; body: string }>(
    // The demo's own letters wait there, too.
    "select recipient, body from mail_message where body like '%/dang-nhap/duong-dan?token=%'",
  );
  assert.deepEqual(
    rows.map((r) => r.recipient),
    [email],
  );
  const token = /token=([\w-]+)/.exec(rows[0]!.body)![1]!;
  for (let turn = 0; turn < 2; turn += 1) {
    const page = await product.get(`/dang-nhap/duong-dan?token=${token}`);
    assert.deepEqual(page.headers.getSetCookie(), []);
  }
  const used = await product.post('/dang-nhap/duong-dan', { token });
  assert.equal(used.status, 303);
  assert.ok(await opens(cookieText(used.headers.getSetCookie())));
  const again = await product.post('/dang-nhap/duong-dan', { token });
  assert.equal(again.status, 422);
  assert.deepEqual(again.headers.getSetCookie(), []);
});

test("the sign-in library's own doors are not reachable", async () => {
  for (const path of ['/auth/sign-in/email', '/api/auth/sign-in/email', '/api/auth/get-session'])
    assert.equal((await product.post(path, {}, admin)).status, 404, path);
});

// --- tokens -------------------------------------------------------------------------------------

const body = {
  ...{ organisation: 'sonla', kind: 'social_work', title: 'Thử mã truy cập' },
  starts_on: '2026-01-05',
};
const recorded = async (): Promise<number> =>
  (await pool.query("select from activity where title = 'Thử mã truy cập'")).rowCount ?? 0;

test('a token that may read does not write, and one for one right has no other', async () => {
  const read = await product.token('clerk', ['read']);
  assert.equal((await product.rest('GET', '/api/v1/activities', read)).status, 200);
  assert.equal((await product.rest('POST', '/api/v1/activities', read, body)).status, 403);
  const narrow = await product.token('clerk', ['activity.read']);
  const list = await product.rest('GET', '/api/v1/activities', narrow);
  assert.ok(((await list.json()) as { total: number }).total > 0);
  const others = await product.rest('GET', '/api/v1/distinctions', narrow);
  assert.equal(((await others.json()) as { total: number }).total, 0);
  assert.equal((await product.rest('POST', '/api/v1/activities', narrow, body)).status, 403);
  assert.equal(await recorded(), 0);
  const write = await product.token('clerk', ['write']);
  assert.equal((await product.rest('POST', '/api/v1/activities', write, body)).status, 201);
  assert.equal(await recorded(), 1);
});

test('a token never gives more than its person has', async () => {
  const reader = await product.token('reader', ['write']);
  assert.equal((await product.rest('POST', '/api/v1/activities', reader, body)).status, 403);
});

test('a token is kept as a hash, works in its header only, and ends', async () => {
  const token = await product.token('clerk');
  const { rows } = await pool.query<{ row: string }>('select t::text as row from api_token t');
  assert.ok(rows.every(({ row }) => !row.includes(token)));
  const events = await pool.query<{ row: string }>('select v::text as row from event_value v');
  assert.ok(events.rows.every(({ row }) => !row.includes(token.slice(3))));
  const status = async (bearer?: string, query = '') =>
    (await product.rest('GET', `/api/v1/activities${query}`, bearer)).status;
  assert.equal(await status(token), 200);
  assert.equal(await status(undefined, `?token=${token}&access_token=${token}`), 401);
  for (const bad of ['', 'x', `${token}0`, token.slice(0, -1), "' or 1=1 --"])
    assert.equal(await status(bad || 'none'), 401, bad);
  const basic = await product.get(
    '/api/v1/activities',
    new Headers({ authorization: 'Basic eA==' }),
  );
  assert.equal(basic.status, 401);
  await ownerPool.query("update api_token set expires_at = now() - interval '1 second'");
  assert.equal(await status(token), 401);
  await ownerPool.query(
    "update api_token set expires_at = now() + interval '1 day', revoked_at = now()",
  );
  assert.equal(await status(token), 401);
});

test('a role that was taken away, or has ended, opens nothing at the next request', async () => {
  const agency = await product.signIn('agency');
  assert.equal((await product.get('/vp/sonla', agency)).status, 200);
  const end = `update role_grant set during = '[2019-01-01,2019-12-31)' where role = 'agency'`;
  await ownerPool.query(end);
  assert.equal((await product.get('/vp/sonla', agency)).status, 404);
});

// --- what GET does and shows ---------------------------------------------------------------------

// Sessions and their limits are kept as they are used; the sealer works beside us.
const sums = async (): Promise<Record<string, string>> => {
  const { rows } = await ownerPool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r'
       and relnamespace = 'public'::regnamespace
       and relname not in ('auth_session', 'auth_rate_limit', 'event_pending', 'event_seal')`,
  );
  const result: Record<string, string> = {};
  for (const { name } of rows) {
    const sum = `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from "${name}" t`;
    result[name] = (await ownerPool.query<{ sum: string }>(sum)).rows[0]!.sum;
  }
  return result;
};

const allPages = getPatterns(product).map((pattern) => found.fill(pattern, 'sonla'));

/** Nothing that the demo ordered waits or runs any more: its letters, its comparisons, the sizes of its pictures. */
const allDone = () =>
  eventually(async () => {
    const { rows } = await ownerPool.query<{ count: string }>(
      'select count(*) from graphile_worker.jobs where run_at <= now() and attempts < max_attempts',
    );
    return Number(rows[0]!.count) === 0;
  }, 300_000);

test('no GET changes anything', async () => {
  const token = await product.token('admin');
  await allDone();
  const before = await sums();
  for (const path of allPages) {
    const api = path.startsWith('/api/');
    const headers = api ? new Headers({ authorization: `Bearer ${token}` }) : admin;
    await (await product.get(path, headers)).arrayBuffer();
  }
  assert.deepEqual(await sums(), before);
});

test('no page and no answer shows an inner id, and no link of a page ends nowhere', async () => {
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;
  const token = await product.token('admin');
  const links = new Set<string>();
  for (const path of allPages) {
    const api = path.startsWith('/api/');
    const headers = api ? new Headers({ authorization: `Bearer ${token}` }) : admin;
    const answer = await product.get(path, headers);
    if (!/html|json/.test(answer.headers.get('content-type') ?? '')) continue;
    const text = await answer.text();
    assert.doesNotMatch(text, uuid, path);
    if (answer.status === 200 && !api)
      for (const link of linksOf(text)) links.add(link.split('?')[0]!);
  }
  assert.ok(links.size > 50);
  for (const link of [...links].slice(0, 150)) {
    const { status } = await product.get(link, admin);
    assert.ok(status < 400, `${link}: ${status}`);
  }
});

// --- files and sheets ---------------------------------------------------------------------------

async function attach(
  name: string,
  type: string,
  content: string | Buffer<ArrayBuffer>,
): Promise<Response> {
  const page = found.fill('/vp/:code/hoat-dong/:pid', 'sonla');
  const form = new FormData();
  form.append('files', new File([content], name, { type }));
  return product.app.request(`${page}/tep`, { method: 'POST', headers: clerk, body: form });
}

test('files that could run, or are not what they say, are refused; others are only downloaded', async () => {
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  for (const [name, type, content] of [
    ['anh.svg', 'image/svg+xml', script],
    ['trang.html', 'text/html', '<script>alert(1)</script>'],
    ['giay-to.pdf', 'application/pdf', '<html><script>alert(1)</script></html>'],
    ['anh.png', 'image/png', script],
    ['chay.exe', 'application/octet-stream', 'MZ\u0090'],
  ] as const) {
    const answer = await attach(name, type, content);
    assert.equal(answer.status, 422, name);
  }
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const answer = await attach('../../../etc/ảnh "1".png', 'image/png', png);
  assert.equal(answer.status, 303);
  const page = await (
    await product.get(found.fill('/vp/:code/hoat-dong/:pid', 'sonla'), clerk)
  ).text();
  const link = linksOf(page).find((href) => /\/tep\//.test(href))!;
  const file = await product.get(link, clerk);
  assert.equal(file.status, 200);
  assert.match(file.headers.get('content-disposition') ?? '', /^(attachment|inline);/);
  assert.doesNotMatch(file.headers.get('content-disposition') ?? '', /\.\.|\/etc/);
  assert.match(file.headers.get('content-security-policy') ?? '', /sandbox/);
  assert.equal(file.headers.get('content-type'), 'image/png');
  assert.equal((await product.get(link, await product.signIn('officer'))).status, 404);
});

test('a formula that was typed as a title is text in Excel', async () => {
  const token = await product.token('clerk');
  const title = '=HYPERLINK("http://evil.example","x")';
  const made = await product.rest('POST', '/api/v1/activities', token, { ...body, title });
  assert.equal(made.status, 201);
  const answer = await product.get('/vp/sonla/hoat-dong/xuat-excel?q=hyperlink', clerk);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const { sheets } = await readXlsx(bytes);
  const cells = sheets.flatMap((s) => s.rows.flat()).filter((c) => c.text.includes('HYPERLINK'));
  assert.ok(cells.length > 0);
  for (const cell of cells) assert.equal(cell.kind, 'text');
  assert.doesNotMatch(bytes.toString('latin1'), /<f>/);
});

// --- logs ---------------------------------------------------------------------------------------

test('an error is logged without what is secret, and answered without what is inside', async () => {
  let written = '';
  const log = createLog({
    write: (line) => {
      written += line;
    },
  });
  const { runtime } = product;
  const broken = buildApp({
    db: runtime.database.db,
    services: runtime.services,
    clock: {
      ...runtime.clock,
      today: () => {
        throw new Error('password=Dau-sac-huyen-2019 of clerk@demo.example broke');
      },
    },
    ids: runtime.ids,
    assets: await buildAssets(projectRoot),
    log,
    version,
  });
  const token = await product.token('clerk');
  const cookie = clerk.get('cookie')!;
  for (const headers of [{ authorization: `Bearer ${token}` }, { cookie }]) {
    const answer = await broken.request('/api/v1/activities', { headers });
    assert.equal(answer.status, 500);
    const text = await answer.text();
    assert.doesNotMatch(text, /password|broke|\.tsx?:|at /);
    const { requestId } = JSON.parse(text) as { requestId: string };
    assert.ok(written.includes(requestId));
  }
  assert.ok(written.includes('broke') || written.includes('[hidden]'));
  for (const secret of [token, password, cookie, /session_token=([^;]+)/.exec(cookie)![1]!])
    assert.ok(!written.includes(secret), `the log holds ${secret.slice(0, 12)}…`);
});

test('keys lie in a file that only the owner reads', async () => {
  const { statSync } = await import('node:fs');
  const path = product.runtime.config.keysPath;
  await loadKeys(path, { create: false });
  if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o077, 0);
});

test('there is no token to read what happened but the log of events cannot be rewritten', async () => {
  await assert.rejects(pool.query("update event set actor_label = 'x'"), /append_only|permission/);
  await assert.rejects(pool.query('delete from event'), /append_only|permission/);
  await assert.rejects(ownerPool.query('truncate event_seal'), /append_only/);
});

// Last: from here on this machine has had its tries.
test('after ten tries in a minute the door stays shut, also for the right password', async () => {
  let refused = 0;
  for (let turn = 0; turn < 12; turn += 1) {
    // A client may write anything into this header; it counts for nothing.
    const forwarded = { 'x-forwarded-for': `203.0.113.${turn}` };
    const answer = await tryIn('leader@demo.example', 'khong-phai-mat-khau', forwarded);
    if (answer.status === 429) refused += 1;
  }
  assert.ok(refused >= 2, String(refused));
  const right = await tryIn('leader@demo.example', password);
  assert.equal(right.status, 429);
  assert.deepEqual(right.cookies, []);
  assert.match(right.text, /quá nhiều lần|[Cc]hờ/);
});
