// The first whole journey in a real browser against the real server, by keyboard alone: signing in,
// recording a seminar with mistakes first, finding it, the benchmark table and what is behind a
// figure, signing out. On a desk, on a phone, and without any script.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { demoSignIns } from '../../src/demo/index.ts';
import { demoProduct } from '../../src/testing.ts';
import { serve } from '../support/server.ts';
import { enter, focused, follow, tabTo, type } from './keyboard.ts';
import { contentWidth, launch, violations } from './look.ts';

const product = await demoProduct();
const server = await serve(product);
const browser = await launch();
after(async () => {
  await browser.close();
  await server.stop();
  await product.close();
});

interface Options {
  readonly width: number;
  readonly script?: boolean;
  readonly bypassCSP?: boolean;
}

async function open(options: Options): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    baseURL: server.base,
    viewport: { width: options.width, height: 900 },
    javaScriptEnabled: options.script ?? true,
    bypassCSP: options.bypassCSP ?? false,
    locale: 'vi-VN',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    // The browser itself tells of each 422; that is what this journey asks for.
    if (!/status of 422/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/dang-nhap?tiep=/vp/sonla');
  await type(page, 'email', 'clerk@demo.example');
  await type(page, 'password', demoSignIns.password);
  await enter(page, /^\/vp\/sonla$/);
}

const textOf = (page: Page): Promise<string> => page.locator('body').innerText();
const valueIn = (page: Page, name: string): Promise<string> =>
  page.locator(`[name="${name}"]`).inputValue();

/** Records a seminar: first with a day that is none and a number that is none. */
async function recordSeminar(page: Page, title: string): Promise<void> {
  await page.goto('/vp/sonla');
  await follow(page, 'a[href="/vp/sonla/hoat-dong"]', /\/hoat-dong$/);
  await follow(page, 'a[href="/vp/sonla/hoat-dong/ghi-nhan"]', /\/ghi-nhan$/);
  await follow(page, 'a[href$="/ghi-nhan/seminar"]', /\/ghi-nhan\/seminar$/);
  await type(page, 'title', title);
  await type(page, 'starts_on', '31/02/2026');
  await type(page, 'data.attendees', 'đông');
  await type(page, 'place', 'Mộc Châu');
  const again = page.waitForResponse((r) => r.request().method() === 'POST');
  await page.keyboard.press('Enter');
  assert.equal((await again).status(), 422);
  await page.waitForLoadState();
  const summary = page.locator('.error-summary');
  assert.match(await summary.innerText(), /còn 2 chỗ cần sửa/);
  assert.match(await textOf(page), /Tháng 02 năm 2026 không có ngày 31\. Sửa lại ngày\./);
  for (const [name, value] of [
    ['title', title],
    ['starts_on', '31/02/2026'],
    ['data.attendees', 'đông'],
    ['place', 'Mộc Châu'],
  ] as const)
    assert.equal(await valueIn(page, name), value, `${name} was lost`);
  assert.match(await page.title(), /^Lỗi: /);
  assert.equal(await page.evaluate(`${focused}.className`), 'error-summary');
  // The summary's first link leads to the first field that is wrong.
  await tabTo(page, '.error-summary a');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(`${focused}.name`), 'starts_on');
  await type(page, 'starts_on', '28/02/2026');
  await type(page, 'data.attendees', '85');
  await enter(page, /\/hoat-dong\/[a-z0-9]{16}\?da-luu=1$/);
  assert.match(await textOf(page), new RegExp(title));
}

async function findInList(page: Page, title: string): Promise<void> {
  await follow(page, 'a[href="/vp/sonla/hoat-dong"]', /\/hoat-dong$/);
  await type(page, 'q', title.toLowerCase());
  await enter(page, /\/hoat-dong\?.*q=/);
  const row = page.locator('main table').getByRole('link', { name: title, exact: true });
  assert.equal(await row.count(), 1);
  assert.match(await page.locator('main').innerText(), /28\/02\/2026/);
}

async function openFigure(page: Page): Promise<void> {
  await follow(page, 'a[href="/vp/sonla/bao-cao"]', /\/bang-so-sanh/);
  await type(page, 'ngay', '31/12/2019');
  await enter(page, /ngay=31(%2F|\/)12(%2F|\/)2019/);
  const row = page.locator('tr', { hasText: 'Số hội thành viên' }).first();
  assert.match(await row.innerText(), /22,5[\s\S]*19/);
  await follow(
    page,
    'a[href*="chi-tieu=II.7"][href*="bang-ghi"]:not([href*="xem=don-vi"])',
    /chi-tieu=II\.7/,
  );
  const records = page.locator('#bang-ghi');
  assert.match(await records.innerText(), /Hoạt động xã hội/);
  const link = records.locator('a[href^="/vp/sonla/hoat-dong/"]').first();
  await follow(page, `a[href="${await link.getAttribute('href')}"]`, /\/hoat-dong\/[a-z0-9]{16}$/);
}

async function signOut(page: Page): Promise<void> {
  await follow(page, 'a[href="/tai-khoan"]', /\/tai-khoan$/);
  await tabTo(page, 'form[action="/dang-xuat"] button');
  await enter(page, /^\/$/);
  await page.goto('/vp/sonla');
  assert.match(page.url(), /\/dang-nhap\?tiep=/);
}

const ways: readonly (readonly [string, Options])[] = [
  ['on a desk', { width: 1280 }],
  ['on a phone', { width: 390 }],
  ['without script', { width: 1280, script: false }],
];

for (const [name, options] of ways) {
  test(`${name}: the whole journey by keyboard`, async () => {
    const { page, complaints } = await open(options);
    const title = `Hội thảo ${name.replaceAll(' ', '-')}`;
    await signIn(page);
    await recordSeminar(page, title);
    await findInList(page, title);
    await openFigure(page);
    await signOut(page);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}

const publicPages = ['/', '/sonla', '/sonla/to-chuc', '/sonla/so-lieu', '/dang-nhap'];
const officePages = [
  '/vp/sonla',
  '/vp/sonla/to-chuc',
  '/vp/sonla/to-chuc/sonla-khuyenhoc',
  '/vp/sonla/hoat-dong',
  '/vp/sonla/khen-thuong',
  '/vp/sonla/bao-cao/bang-so-sanh?ngay=2019-12-31&chi-tieu=II.7',
];
const form = '/vp/sonla/hoat-dong/ghi-nhan/seminar';

async function show(page: Page, address: string): Promise<void> {
  await page.goto(address);
  if (address !== form) return;
  await page.locator('[name="starts_on"]').fill('31/02/2026');
  await page.locator('.form-actions .btn-primary').click();
  await page.locator('.error-summary').waitFor();
}

test('axe finds nothing, and nothing scrolls sideways at 320, 390 and 1280 px', async () => {
  const { page } = await open({ width: 1280, bypassCSP: true });
  const look = async (address: string): Promise<void> => {
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await show(page, address);
      const wide = await contentWidth(page);
      assert.ok(wide <= width, `${address}: ${wide} px wide at ${width}`);
      if (width !== 320) assert.deepEqual(await violations(page), [], `${address} at ${width}`);
    }
  };
  for (const address of publicPages) await look(address);
  await signIn(page);
  for (const address of [...officePages, form]) await look(address);
  await page.context().close();
});

test('the content policy is kept: no page of the journey is refused anything', async () => {
  const { page, complaints } = await open({ width: 1280 });
  for (const address of publicPages) await page.goto(address);
  await signIn(page);
  for (const address of officePages) {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
  }
  assert.deepEqual(complaints, []);
  await page.context().close();
});
