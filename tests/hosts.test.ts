// Whose site a host shows: a union's own domain, its other names, the main address, and hosts that nobody proved.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { withdrawArticle } from '../src/modules/articles/index.ts';
import { published, section } from '../src/modules/articles/testing.ts';
import {
  addRedirect,
  bannerCommands,
  blockCommands,
  editSite,
  menuCommands,
  quoteCommands,
} from '../src/modules/sites/index.ts';
import { type Command, type Cx, execute } from '../src/platform/command.ts';
import { setMainAddress } from '../src/platform/http/addresses.ts';
import { demoProduct } from '../src/testing.ts';

const product = await demoProduct();
setMainAddress('https://lientri.example.vn');
after(async () => {
  setMainAddress(null);
  await product.close();
});
const cx: Cx = product.runtime.cx('cli');
const { db } = cx;

// biome-ignore lint/suspicious/noExplicitAny: any command, whatever its input
async function run(command: Command<any, any, any>, raw: object): Promise<void> {
  const outcome = await execute(cx, command, { organisation: 'sonla', ...raw });
  assert.ok(outcome.ok, JSON.stringify(outcome));
}

// Proving is tested where the module is; here the domains are proved.
const domain = (code: string, host: string, main: boolean) =>
  sql`insert into site_domain (id, pid, organisation_id, host, token, verified_at, proof, main, created_at)
    select gen_random_uuid(), ${host}, id, ${host}, ${host}, now(), 'record', ${main}, now()
    from organisation where code = ${code}`.execute(db);
await domain('sonla', 'trithucsonla.vn', true);
await domain('sonla', 'www.trithucsonla.vn', false);
await domain('sonla', 'xn--trthcsonla-n7a1741d.vn', false);
await domain('hanoi', 'trithuchanoi.vn', true);
await domain('vusta', 'nation.vn', true);
const token = 'a'.repeat(40);
await sql`insert into site_domain (id, pid, organisation_id, host, token, created_at)
  select gen_random_uuid(), 'waiting', id, 'waiting.vn', ${token}, now()
  from organisation where code = 'sonla'`.execute(db);

// Whatever the demo has set up there: these tests begin with a site as it is without any settings.
for (const table of ['site', 'site_menu', 'site_banner', 'site_link', 'site_quote', 'site_block'])
  await sql`delete from ${sql.id(table)}`.execute(db);

const main = 'https://lientri.example.vn';
const ask = (host: string, path: string, init: RequestInit = {}) =>
  product.app.request(`http://${host.replace(/[^\w.:[\]-]/g, '')}${path}`, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), host },
  });
const text = async (host: string, path: string): Promise<string> => {
  const answer = await ask(host, path);
  assert.equal(answer.status, 200, `${host}${path}`);
  return answer.text();
};
const goesTo = async (host: string, path: string, init?: RequestInit) => {
  const answer = await ask(host, path, init);
  return [answer.status, answer.headers.get('location')];
};
const hrefs = (html: string): string[] =>
  [...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, href]) => href!);

const sonla = (html: string) => /Sơn La/.test(html) && /<title>[^<]*tỉnh Sơn La</.test(html);

test('a site without any settings looks as it always did', async () => {
  const html = await text('lientri.example.vn', '/sonla');
  assert.ok(sonla(html));
  assert.match(html, /Diễn đàn trí thức/);
  assert.match(html, /href="\/sonla\/hoi-thi"/);
  assert.doesNotMatch(html, /site\.css|<details name|class="banner/);
});

test('on its own domain the site is at /, and its addresses have no code', async () => {
  const html = await text('trithucsonla.vn', '/');
  assert.ok(sonla(html));
  const links = hrefs(html);
  assert.ok(links.includes('/to-chuc'), links.join(' '));
  assert.deepEqual(
    links.filter((href) => href === '/sonla' || href.startsWith('/sonla/')),
    [],
  );
  assert.match(html, /<link rel="canonical" href="https:\/\/trithucsonla.vn\/"/);
});

test('a link to another site leads to the main address; every address that stays is served here', async () => {
  const nation = await text('nation.vn', '/');
  assert.ok(
    hrefs(nation).some((href) => href === `${main}/sonla`),
    'a union by the main address',
  );
  const links = hrefs(await text('trithucsonla.vn', '/to-chuc')).filter((href) =>
    /^\/[^/]/.test(href),
  );
  for (const href of [...new Set(links)].slice(0, 40)) {
    const { status } = await ask('trithucsonla.vn', href);
    assert.ok([200, 301, 303].includes(status), `${href} ${status}`);
  }
});

test('what the national site chose is at home on the union’s own domain, wherever it is read', async () => {
  const { rows } = await sql<{
    slug: string;
  }>`select a.slug from showing_offer f join showing_article a using (article_id)
    join organisation o on o.id = a.organisation_id
    where f.state = 'chosen' and o.code = 'sonla' order by a.slug limit 1`.execute(db);
  const slug = rows[0]?.slug;
  for (const host of ['nation.vn', 'lientri.example.vn']) {
    const html = await text(host, `/bai/tu/sonla/${slug}`);
    assert.ok(
      html.includes(`<link rel="canonical" href="https://trithucsonla.vn/bai/${slug}"`),
      host,
    );
    assert.match(html, /<title>[^<]*Việt Nam</);
  }
});

test('a host is one however it is written', async () => {
  for (const host of [
    'TriThucSonLa.VN',
    'trithucsonla.vn:8080',
    'trithucsonla.vn.',
    'TRITHUCSONLA.vn.:443',
  ])
    assert.ok(sonla(await text(host, '/')), host);
});

test('its other names lead to where it is at home, with path and question', async () => {
  assert.deepEqual(await goesTo('www.trithucsonla.vn', '/to-chuc?q=a%20b'), [
    301,
    'https://trithucsonla.vn/to-chuc?q=a%20b',
  ]);
  assert.deepEqual(await goesTo('xn--trthcsonla-n7a1741d.vn', '/'), [
    301,
    'https://trithucsonla.vn/',
  ]);
  assert.deepEqual(await goesTo('www.trithucsonla.vn', '//evil.vn'), [
    301,
    'https://trithucsonla.vn/evil.vn',
  ]);
  assert.deepEqual(await goesTo('trithucsonla.vn', '/sonla/to-chuc'), [
    301,
    'https://trithucsonla.vn/to-chuc',
  ]);
  assert.deepEqual(await goesTo('trithucsonla.vn', '/sonla'), [301, 'https://trithucsonla.vn/']);
  assert.deepEqual(await goesTo('trithucsonla.vn', '/sonla//evil.vn'), [
    301,
    'https://trithucsonla.vn/evil.vn',
  ]);
});

test('what belongs to no site lies at the main address, and nobody is signed in elsewhere', async () => {
  assert.deepEqual(await goesTo('trithucsonla.vn', '/dang-nhap'), [301, `${main}/dang-nhap`]);
  assert.deepEqual(await goesTo('trithucsonla.vn', '/vp/sonla'), [301, `${main}/vp/sonla`]);
  assert.deepEqual(await goesTo('trithucsonla.vn', '/api/v1/openapi.json'), [
    301,
    `${main}/api/v1/openapi.json`,
  ]);
  assert.equal((await ask('trithucsonla.vn', '/dang-nhap', { method: 'POST' })).status, 421);
  const headers = Object.fromEntries(await product.signIn('leader'));
  const there = await ask('lientri.example.vn', '/sonla', { headers });
  assert.match(await there.text(), /Vào văn phòng/);
  const here = await ask('trithucsonla.vn', '/', { headers });
  const html = await here.text();
  assert.doesNotMatch(html, /Vào văn phòng/);
  assert.match(html, /Đăng nhập/);
});

test('a host that nobody proved shows the root, and gives no other site away', async () => {
  for (const host of ['waiting.vn', 'khac.vn', '10.0.0.1', '[::1]:80', 'trithucsonla.vn.evil.vn']) {
    const html = await text(host, '/');
    assert.ok(!sonla(html), host);
    assert.doesNotMatch(html, /rel="canonical" href="https:\/\/(khac|waiting|trithucsonla)/);
  }
  assert.ok(sonla(await text('khac.vn', '/sonla')));
});

test('a site at the main address says where it is at home', async () => {
  const html = await text('lientri.example.vn', '/sonla/to-chuc');
  assert.match(html, /<link rel="canonical" href="https:\/\/trithucsonla.vn\/to-chuc"/);
});

test('the proof of a domain is shown at the domain that waits for it, and nowhere else', async () => {
  const path = `/.well-known/lientri/${token}`;
  assert.equal(await text('waiting.vn', path), token);
  assert.equal(await text('WAITING.vn.', path), token);
  assert.equal((await ask('khac.vn', path)).status, 404);
  assert.equal((await ask('trithucsonla.vn', path)).status, 404);
  assert.equal((await ask('waiting.vn', '/.well-known/lientri/trithucsonla.vn')).status, 404);
});

test('what was set up stands around each page', async () => {
  await run(editSite, {
    version: 0,
    name: 'Trí thức Tây Bắc',
    licence: 'Giấy phép số 12/GP-TTĐT',
    responsible: 'Lò Văn A',
    phone: '0212 3 852 000',
  });
  const room = (label: string, more: object = {}) =>
    run(menuCommands.add, { label, target_kind: 'room', room: 'organisations', ...more });
  await room('Các hội <script>');
  const long = 'Tư vấn, phản biện và giám định xã hội các đề án của tỉnh vùng';
  await room(long.slice(0, 60), { room: 'contests' });
  const { pid } = await sql<{ pid: string }>`select pid from site_menu order by position limit 1`
    .execute(db)
    .then((r) => r.rows[0]!);
  await room('Danh ngôn', { room: 'quotes', parent: pid });
  await run(bannerCommands.add, {
    title: 'Ngày <b>hội</b>',
    place: 'top',
    kind: 'advertisement',
    href: '/sonla/hoi-thi',
  });
  const html = await text('lientri.example.vn', '/sonla/danh-ngon');
  assert.match(html, /Trí thức Tây Bắc/);
  assert.match(html, /Chịu trách nhiệm nội dung: Lò Văn A\. Giấy phép số 12/);
  assert.match(html, /0212 3 852 000/);
  assert.match(html, /Các hội &lt;script&gt;/);
  assert.match(html, /Ngày &lt;b&gt;hội/);
  assert.match(html, /<figcaption>Quảng cáo<\/figcaption>/);
  assert.match(html, /<summary aria-current="true">Các hội/);
  assert.match(html, /<a href="\/sonla\/danh-ngon" aria-current="page">/);
  assert.match(html, /<a href="\/sonla\/hoi-thi"><span class="banner-words">/);
  const own = await text('trithucsonla.vn', '/danh-ngon');
  assert.match(own, /<a href="\/danh-ngon" aria-current="page">/);
  assert.match(own, /<a href="\/hoi-thi"><span class="banner-words">/);
});

test('an address that has no page follows its redirect; one that has a page is never led away', async () => {
  await run(addRedirect, { source: '/index.php?id=5', target: '/to-chuc' });
  await run(addRedirect, { source: '/to-chuc', target: 'https://evil.example' });
  await run(addRedirect, { source: '/tin-cu/Bài 1.html', target: '/sonla/danh-ngon' });
  assert.deepEqual(await goesTo('lientri.example.vn', '/sonla/index.php?id=5'), [
    301,
    '/sonla/to-chuc',
  ]);
  assert.deepEqual(await goesTo('trithucsonla.vn', '/index.php?id=5'), [301, '/to-chuc']);
  assert.deepEqual(await goesTo('trithucsonla.vn', '/tin-cu/B%C3%A0i%201.html'), [
    301,
    '/danh-ngon',
  ]);
  assert.equal((await ask('trithucsonla.vn', '/to-chuc')).status, 200);
  assert.equal((await ask('lientri.example.vn', '/index.php?id=5')).status, 404);
  assert.equal((await ask('trithuchanoi.vn', '/index.php?id=5')).status, 404);
  assert.equal(
    (
      await ask('trithucsonla.vn', '/index.php?id=5', {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin' },
      })
    ).status,
    404,
  );
});

test('a home out of blocks: those without content leave no gap, unknown ones are passed over', async () => {
  await run(blockCommands.add, { kind: 'quotes' });
  // Nothing to show yet: the home is as it always was.
  assert.doesNotMatch(await text('lientri.example.vn', '/sonla'), /class="home"/);
  await run(quoteCommands.add, {
    words: 'Khoa học là nguồn lực',
    who: 'Tạ Quang Bửu',
    source: 'Bài nói năm 1960',
  });
  await run(blockCommands.add, { kind: 'map', place: 'aside' });
  await sql`update site_block set kind = 'not_there' where kind = 'map'`.execute(db);
  const html = await text('lientri.example.vn', '/sonla');
  assert.match(html, /class="home"/);
  assert.match(html, /Khoa học là nguồn lực/);
  assert.match(html, /Tạ Quang Bửu, Bài nói năm 1960/);
  assert.doesNotMatch(html, /columns-aside/);
  assert.equal([...html.matchAll(/<h1/g)].length, 1);
});

test('a home of articles: the pinned one leads, sections and notices follow, all at the domain', async () => {
  const { pid } = await section(cx, 'Chuyên mục thử');
  const news = (title: string, more: object = {}) =>
    published(cx, { kind: 'news', title, section: pid, ...more });
  await news('Bài thử thứ nhất');
  await news('Bài thử thứ hai');
  await published(cx, { kind: 'notice', title: 'Triệu tập Hội nghị', number: '99/TB-THU' });
  for (const kind of ['lead', 'latest', 'notices', 'gallery', 'listen_watch', 'open_call', 'links'])
    await run(blockCommands.add, { kind });
  await run(blockCommands.add, { kind: 'section', of: pid });
  const html = await text('trithucsonla.vn', '/');
  assert.match(html, /<article class="lead-story"/);
  assert.match(html, /href="\/bai\/bai-thu-thu-nhat"/);
  assert.match(html, /Triệu tập Hội nghị/);
  assert.match(html, /href="\/chuyen-muc\/chuyen-muc-thu"/);
  assert.match(html, /columns-aside/);
  const inside = hrefs(html).filter((href) => /^\/[a-z]/.test(href));
  for (const href of new Set(inside)) {
    const { status } = await ask('trithucsonla.vn', href);
    assert.ok(status < 400, `${href} ${status}`);
  }
  // A menu leads to the section by its slug of now, and to nothing once the article is withdrawn.
  const article = await news('Bài sẽ rút');
  await run(menuCommands.add, { label: 'Mục của bài', target_kind: 'page', page: article.pid });
  await run(menuCommands.add, {
    label: 'Mục của chuyên mục',
    target_kind: 'section',
    section: pid,
  });
  assert.match(await text('trithucsonla.vn', '/danh-ngon'), /href="\/bai\/bai-se-rut">Mục của bài/);
  const gone = await execute(cx, withdrawArticle, { pid: article.pid, reason: 'Sai số liệu' });
  assert.ok(gone.ok);
  const after = await text('trithucsonla.vn', '/danh-ngon');
  assert.doesNotMatch(after, /Mục của bài/);
  assert.match(after, /href="\/chuyen-muc\/chuyen-muc-thu">Mục của chuyên mục/);
});
