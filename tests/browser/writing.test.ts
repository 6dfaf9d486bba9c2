// People who have no mouse: a clerk signs in, writes a notice, has it wrong first and sends it on; an editor and the
// leader of the union take it to the public, where a reader reads it.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { demoSignIns } from '../../src/demo/index.ts';
import { demoProduct } from '../../src/testing.ts';
import { textOf } from '../support/html.ts';
import { serve } from '../support/server.ts';
import { enter, follow, tabTo, type } from './keyboard.ts';
import { launch } from './look.ts';

const product = await demoProduct();
const server = await serve(product);
const browser = await launch();
after(async () => {
  await browser.close();
  await server.stop();
  await product.close();
});

const title = 'Mời góp ý dự thảo quy chế tư vấn, phản biện';
const body = 'Hạn góp ý là hết ngày 20 tháng 12. Bản dự thảo nhận tại văn phòng.';
const complaints: string[] = [];

/** Signs in by the keyboard and comes to a page. */
async function signedIn(who: string, address: string): Promise<Page> {
  const viewport = { width: 1280, height: 900 };
  const context = await browser.newContext({ baseURL: server.base, viewport, locale: 'vi-VN' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`/dang-nhap?tiep=${address}`);
  await type(page, 'email', `${who}@demo.example`);
  await type(page, 'password', demoSignIns.password);
  await enter(page, new RegExp(`^${address}$`));
  return page;
}

/** Presses the one button that stands out; the address may stay what it was. */
async function next(page: Page): Promise<void> {
  await tabTo(page, 'main .btn-primary');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

test('a notice is written and published by the keyboard alone', async () => {
  const clerk = await signedIn('clerk', '/vp/sonla/bai-viet');
  await follow(clerk, 'a[href^="/vp/sonla/bai-viet/moi"]', /\/moi/);
  await follow(clerk, 'a[href$="loai=notice"]', /loai=notice/);

  // Saved without a name: it comes back, and the focus stands on what is wrong.
  const editor = 'main [contenteditable=true]';
  await clerk.locator(editor).waitFor();
  await tabTo(clerk, editor);
  await clerk.keyboard.type(body);
  await next(clerk);
  await clerk.locator('.error-summary:focus').waitFor();
  assert.match(await clerk.locator(editor).innerText(), /Hạn góp ý là hết ngày 20 tháng 12/);

  await type(clerk, 'title', title);
  await tabTo(clerk, 'main [name=section]');
  await clerk.keyboard.press('ArrowDown');
  await next(clerk);
  const article = new URL(clerk.url()).pathname;
  assert.match(article, /\/bai-viet\/[0-9a-z]{16}$/);
  await next(clerk);
  assert.match(await clerk.locator('main').innerText(), /Chờ biên tập/);

  const editing = await signedIn('editor', article);
  await next(editing);
  const leader = await signedIn('leader', article);
  for (let step = 0; step < 3 && !/\/dang$/.test(leader.url()); step += 1) await next(leader);
  assert.match(leader.url(), /\/dang$/);
  await next(leader);
  assert.match(await leader.locator('main').innerText(), /Đã đăng/);
  assert.deepEqual(complaints, []);

  const list = await (await fetch(`${server.base}/sonla/thong-bao`)).text();
  const [, href = ''] = new RegExp(`href="([^"]+)"[^>]*>\\s*${title}`).exec(list) ?? [];
  assert.match(href, /\/sonla\/bai\//, 'the list of notices has it');
  const read = textOf(await (await fetch(`${server.base}${href}`)).text());
  assert.match(read, /Bản dự thảo nhận tại văn phòng/);
});
