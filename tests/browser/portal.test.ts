// What a reader meets on the public sites: with a phone, a keyboard, without a script; and every box of the model pages
// of docs/widgets.md in its place.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { firstArticles } from '../../src/demo/portal/articles-first.ts';
import { site } from '../../src/platform/http/addresses.ts';
import { demoProduct } from '../../src/testing.ts';
import { textOf } from '../support/html.ts';
import { serve } from '../support/server.ts';
import { follow, tabTo, type } from './keyboard.ts';
import { contentWidth, launch, tooSmall, violations } from './look.ts';

const product = await demoProduct();
const server = await serve(product);
const browser = await launch();
after(async () => {
  await browser.close();
  await server.stop();
  await product.close();
});

/** The one value of a question to the demo. */
async function asked(question: string, ...values: readonly string[]): Promise<string> {
  const { rows } = await product.runtime.database.ownerPool.query<{ value: string }>(question, [
    ...values,
  ]);
  assert.equal(rows.length, 1, question);
  return rows[0]!.value;
}

async function addressOf(title: string): Promise<string> {
  const found = await asked(
    `select o.code || ' ' || a.slug as value from showing_article a
     join organisation o on o.id = a.organisation_id where a.title = $1`,
    title,
  );
  const [code = '', slug = ''] = found.split(' ');
  return site(code, `bai/${slug}`);
}

const articles = await Promise.all(firstArticles.map(({ title }) => addressOf(title)));
const tenYears = articles[3]!;
const ofSonla = (table: string, more = ''): Promise<string> =>
  asked(`select t.pid as value from ${table} t join organisation o on o.id = t.organisation_id
    where o.code = 'sonla' ${more} order by t.id limit 1`);
const album = await ofSonla('album');
const film = await ofSonla('medium', "and t.kind = 'video'");
const poll = await ofSonla('poll');
const issue = await ofSonla('bulletin');
const article = await asked(
  'select pid as value from article where title = $1',
  firstArticles[3]!.title,
);

const publicPages = [
  '/',
  '/sonla',
  tenYears,
  `${tenYears}/in`,
  articles[1]!,
  '/sonla/tin',
  '/sonla/thong-bao',
  '/sonla/chuyen-muc/tin-hoat-dong',
  '/sonla/tim?q=nang+luong',
  '/sonla/tim?q=khong-co-chu-nao-nhu-the',
  '/sonla/thu-vien',
  `/sonla/thu-vien/${album}`,
  `/sonla/thu-vien/nghe-xem/${film}`,
  `/sonla/tham-do/${poll}`,
  '/sonla/gop-y',
  `/sonla/gui-thu/article/${article}`,
  `/sonla/ban-tin/${issue}`,
  '/sonla/ban-do',
  '/sonla/danh-ngon',
  '/sonla/lien-ket',
  '/sonla/so-lieu-truy-cap',
  '/sonla/kho-giai-phap',
  '/sonla/khong-co-trang-nay',
];

const officePages = [
  '/vp/sonla/bai-viet',
  '/vp/sonla/bai-viet/moi?loai=news',
  `/vp/sonla/bai-viet/${article}`,
  '/vp/sonla/chuyen-muc',
  '/vp/sonla/thu-vien',
  '/vp/sonla/thu-vien/them',
  '/vp/sonla/trang-dien-tu',
  '/vp/sonla/trang-dien-tu/trang-chu',
  '/vp/sonla/binh-luan',
  '/vp/sonla/tham-do',
  '/vp/sonla/gop-y',
  '/vp/sonla/truy-cap',
  '/vp/sonla/ban-tin',
];

async function open(
  width: number,
  more: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    baseURL: server.base,
    viewport: { width, height: 844 },
    locale: 'vi-VN',
    ...more,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 404/.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  return { page, complaints };
}

/** On a phone of 320 px nothing scrolls sideways and nothing is too small; axe finds nothing. */
async function soundEach(page: Page, addresses: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const address of addresses) {
    const answer = await page.goto(address);
    if (answer?.status() !== (address.includes('khong-co-trang') ? 404 : 200))
      found.push(`${address} answers ${answer?.status()}`);
    const width = await contentWidth(page);
    if (width > 320) found.push(`${address} is ${width} px wide`);
    for (const one of [...(await violations(page)), ...(await tooSmall(page))])
      found.push(`${address}: ${one}`);
  }
  return found;
}

test('public pages hold on a phone of 320 px and before axe', async () => {
  const { page, complaints } = await open(320, { bypassCSP: true });
  assert.deepEqual(await soundEach(page, publicPages), []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('office pages of the sites hold on a phone of 320 px and before axe', async () => {
  const { page, complaints } = await open(320, { bypassCSP: true });
  const cookie = (await product.signIn('leader')).get('cookie') ?? '';
  await page.context().addCookies(
    cookie.split('; ').map((one) => {
      const at = one.indexOf('=');
      return { name: one.slice(0, at), value: one.slice(at + 1), url: server.base };
    }),
  );
  assert.deepEqual(await soundEach(page, officePages), []);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('on a desk axe finds nothing, pictures are there, and the content policy blocks nothing of ours', async () => {
  const { page, complaints } = await open(1280);
  const pictures = `[...document.images].filter((one) => { one.loading = 'eager'; return one.complete && one.naturalWidth === 0; }).map((one) => one.src)`;
  for (const address of ['/', '/sonla', tenYears, '/sonla/thu-vien', `/sonla/ban-tin/${issue}`]) {
    await page.goto(address, { waitUntil: 'networkidle' });
    assert.deepEqual(await page.evaluate<string[]>(pictures), [], address);
    assert.ok((await contentWidth(page)) <= 1280, address);
  }
  assert.deepEqual(complaints, []);
  const free = await open(1280, { bypassCSP: true });
  for (const address of ['/', '/sonla', tenYears]) {
    await free.page.goto(address);
    assert.deepEqual(await violations(free.page), [], address);
  }
  await page.context().close();
  await free.page.context().close();
});

test('a public page is at most 50 KB of markup and style, and needs no script', async () => {
  const sizes = new Map<string, number>();
  for (const address of publicPages) {
    const html = await (await fetch(`${server.base}${address}`)).text();
    let size = gzipSync(html).length;
    for (const [, href = ''] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
      if (!sizes.has(href))
        sizes.set(href, gzipSync(await (await fetch(`${server.base}${href}`)).bytes()).length);
      size += sizes.get(href)!;
    }
    assert.ok(size <= 50_000, `${address} is ${size} bytes`);
  }
  assert.ok(sizes.size > 1);
});

/** What is sent within three seconds was not typed by a person, says the door. */
const aWhile = (page: Page): Promise<void> => page.waitForTimeout(3_200);

test('a comment and a vote by the keyboard alone', async () => {
  const { page, complaints } = await open(390);
  await page.goto(tenYears);
  await type(page, 'name', 'Quàng Thị Thương');
  await type(page, 'body', 'Bảng so sánh này nên có thêm cột của năm trước.');
  await aWhile(page);
  await follow(
    page,
    '#viet-binh-luan button[type=submit], #viet-binh-luan button:not([type])',
    /da-gui/,
  );
  assert.match(await page.locator('main').innerText(), /Đã nhận bình luận/);

  await page.goto(`/sonla/tham-do/${poll}`);
  await tabTo(page, 'main [name=choices]');
  await page.keyboard.press('ArrowDown');
  await aWhile(page);
  await follow(page, 'main form button:not([tabindex="-1"])', /tham-do/);
  assert.match(await page.locator('main').innerText(), /Quý vị đã chọn: Công nghệ thông tin/);
  assert.deepEqual(complaints, []);
  await page.context().close();

  const queue = await product.get('/vp/sonla/binh-luan', await product.signIn('leader'));
  assert.match(await queue.text(), /cột của năm trước/);
});

test('without a script: the menu, an article, agreeing, a comment, a vote, search, the next page', async () => {
  const { page } = await open(1280, { javaScriptEnabled: false });
  const main = page.locator('main');
  await page.goto('/sonla');
  const branch = page.locator('.portal-menu details', { hasText: 'Kho giải pháp' });
  assert.equal(await branch.getByText('Kho giải pháp').isVisible(), false);
  await branch.locator('summary').click();
  await branch.getByText('Kho giải pháp').click();
  assert.match(page.url(), /kho-giai-phap$/);

  await page.goto(tenYears);
  assert.match(await main.innerText(), /Chặng khó nhất là chặng đầu/);
  await page.locator('.comment-agree').first().click();
  assert.match(await main.innerText(), /Đã đồng tình \(\d+\)/);
  await page.locator('main [name=name]').fill('Lò Văn Pản');
  await page.locator('main [name=body]').fill('Không có tập lệnh vẫn gửi được.');
  await aWhile(page);
  await page.getByRole('button', { name: 'Gửi bình luận' }).click();
  assert.match(await main.innerText(), /Đã nhận bình luận/);

  await page.goto('/sonla');
  await page.locator('.poll-box [name=choices]').nth(2).check();
  await aWhile(page);
  await page.getByRole('button', { name: 'Bỏ phiếu' }).click();
  assert.match(await main.innerText(), /Quý vị đã chọn: Y dược/);

  await page.locator('header [name=q]').fill('nha say');
  await page.locator('header [name=q]').press('Enter');
  assert.match(await main.innerText(), /Nhà sấy năng lượng mặt trời/);

  await page.goto(articles[0]!);
  await page.locator('.neighbours a').first().click();
  assert.match(page.url(), /\/bai\//);
  assert.notEqual(new URL(page.url()).pathname, articles[0]);
  await page.goto('/kho-giai-phap');
  await page.getByRole('link', { name: 'Sau', exact: true }).click();
  assert.match(page.url(), /trang=2/);
  await page.context().close();
});

test('every box of the model pages stands where docs/widgets.md says', async (t) => {
  const table = readFileSync(new URL('../../docs/widgets.md', import.meta.url), 'utf8');
  const rows = table
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 7 && /^`|^bài [A-E]$/.test(cells[4]!));
  assert.ok(rows.length >= 30, `${rows.length} rows`);
  const seen = new Map<string, string>();
  for (const [, box = '', , , where = '', what = ''] of rows)
    await t.test(box, async () => {
      const address = where.startsWith('bài ')
        ? articles['ABCDE'.indexOf(where.at(-1)!)]!
        : where.replaceAll('`', '');
      if (!seen.has(address)) {
        const answer = await fetch(`${server.base}${address}`);
        assert.equal(answer.status, 200, address);
        seen.set(address, textOf(await answer.text()));
      }
      assert.ok(seen.get(address)!.includes(what), `${address} does not say “${what}”`);
    });
});
