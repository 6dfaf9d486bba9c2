// Judges at work: on a phone over a line that breaks, on a desk at the same sheet, by keyboard, without script.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { BrowserContext, Page } from 'playwright-core';
import { demoSignIns } from '../../src/demo/index.ts';
import { words } from '../../src/modules/reviews/islands/sheet/vi.ts';
import { type Panel, panel } from '../../src/modules/reviews/testing.ts';
import { maybe } from '../../src/platform/database/query.ts';
import { eventually } from '../../src/platform/testing.ts';
import { demoProduct } from '../../src/testing.ts';
import { serve } from '../support/server.ts';
import { enter, tabTo, type } from './keyboard.ts';
import { contentWidth, launch, tooSmall, violations } from './look.ts';

const product = await demoProduct();
const server = await serve(product);
const browser = await launch();
after(async () => {
  await browser.close();
  await server.stop();
  await product.close();
});

const second = (days: number): string =>
  new Date(Date.now() + (days * 24 + 7) * 3_600_000).toISOString().slice(0, 19);
const cx = product.runtime.cx('cli');
const at: Panel = await panel(
  cx,
  {
    nhan: { opens: second(-30), closes: second(-20) },
    'so-khao': { opens: second(-10), closes: second(10) },
    hop: { opens: second(11), closes: second(20) },
  },
  'stkt-thu',
);

async function context(width: number, more: object = {}): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: server.base,
    viewport: { width, height: 844 },
    locale: 'vi-VN',
    bypassCSP: true,
    ...more,
  });
}

const complaints: string[] = [];

async function open(where: BrowserContext): Promise<Page> {
  const page = await where.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
}

/** Pictures to look at, where a folder is named. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCORING_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const width = page.viewportSize()?.width ?? 0;
  await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
}

/** Nothing scrolls sideways, axe finds nothing, and on a phone everything can be hit. */
async function sound(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await picture(page, name);
  const width = page.viewportSize()?.width ?? 0;
  assert.ok((await contentWidth(page)) <= width, `${page.url()} is wider than ${width} px`);
  assert.deepEqual(await violations(page), [], page.url());
  if (width < 400) assert.deepEqual(await tooSmall(page), [], page.url());
}

const home = (judge: number, rest = ''): string => `/giam-khao/${at.judges[judge]!.token}/${rest}`;
const sheet = (judge: number, dossier: number, rest = ''): string =>
  home(judge, `phieu/${at.sheets[judge]![dossier]!}${rest}`);

const status = (page: Page) => page.locator('#da-luu');
const saved = (page: Page): Promise<void> =>
  status(page)
    .filter({ hasText: /Đã lưu lúc \d\d:\d\d:\d\d/ })
    .waitFor();

interface Kept {
  readonly state: string;
  readonly working: Readonly<Record<string, { points?: number; comment?: string }>>;
}

const kept = (judge: number, dossier: number): Promise<Kept | null> =>
  maybe(
    cx.db,
    sql<Kept>`select t.state, t.working from score_sheet t join assignment a on a.id = t.assignment_id
      where a.pid = ${at.sheets[judge]![dossier]!}`,
  );

/** What the server has of a place, once it has it. */
const comes = (judge: number, part: string, is: object): Promise<unknown> =>
  eventually(async () => {
    const mark = (await kept(judge, 0))?.working[part];
    return (
      mark !== undefined && Object.entries(is).every(([key, value]) => mark[key as never] === value)
    );
  });

/** The band by its number, as the keyboard chooses it. */
async function chooseBand(page: Page, digit: string): Promise<void> {
  await tabTo(page, 'main [name="band-tinh-moi"]');
  await page.keyboard.press(digit);
}

test('a phone loses its line: what was typed stays, goes out when the line is back, and is signed by keyboard', async () => {
  const where = await context(390);
  const page = await open(where);
  await page.goto(home(0, 'cham/so-khao'));
  await sound(page, 'list-empty');
  await page.goto(sheet(0, 0));
  await sound(page, 'sheet-empty');
  await chooseBand(page, '2');
  await page.locator('[name="band-tinh-moi"][value="1"]:checked').waitFor();
  await type(page, 'mark-tinh-moi', '24');
  await saved(page);
  await comes(0, 'tinh-moi', { points: 24, band: 1 });
  await page.locator('.sheet-total').filter({ hasText: '24' }).waitFor();

  await where.setOffline(true);
  await type(page, 'mark-hieu-qua', '30,5');
  await type(page, 'comment-hieu-qua', 'Tiết kiệm một nửa công.');
  await status(page).filter({ hasText: words.offline }).waitFor();
  await picture(page, 'sheet-offline');
  // Leaving is warned of, and signing waits.
  await page.getByRole('button', { name: 'Xem lại và ký' }).click();
  await status(page).filter({ hasText: words.notWhileOffline }).waitFor();
  assert.equal((await kept(0, 0))?.working['hieu-qua'], undefined);
  await where.setOffline(false);
  await saved(page);
  await comes(0, 'hieu-qua', { points: 30.5, comment: 'Tiết kiệm một nửa công.' });

  // The page is closed without a line, and opened again later.
  await where.setOffline(true);
  await type(page, 'comment-hieu-qua', 'Tiết kiệm hai phần ba công.');
  await status(page).filter({ hasText: words.offline }).waitFor();
  await page.close();
  await where.setOffline(false);
  const again = await open(where);
  await again.goto(sheet(0, 0));
  await saved(again);
  const comment = again.locator('[name="comment-hieu-qua"]');
  await eventually(async () => (await comment.inputValue()) === 'Tiết kiệm hai phần ba công.');
  await comes(0, 'hieu-qua', { comment: 'Tiết kiệm hai phần ba công.' });
  await again.waitForFunction('localStorage.length === 0');

  await tabTo(again, 'main [name="gate-an-toan"]');
  await again.keyboard.press('1');
  await saved(again);
  await again.getByRole('button', { name: 'Xem lại và ký' }).focus();
  await enter(again, /\/ky$/);
  await sound(again, 'sign');
  await again.getByRole('button', { name: 'Ký phiếu' }).focus();
  await enter(again, /da-ky=1/);
  await sound(again, 'signed');
  assert.equal((await kept(0, 0))?.state, 'signed');
  // To the next dossier by its key.
  await again.locator('body').press(']');
  await again.waitForURL((url) => url.pathname === sheet(0, 1));
  await again.goto(home(0, 'cham/so-khao'));
  await sound(again, 'list');
  await again.goto(home(0, 'cham/so-khao/so-sanh'));
  await sound(again, 'compare');
  await again.goto(sheet(0, 0, '/in'));
  await sound(again, 'print');
  await where.close();
});

test('two devices at one sheet: the second one sees both values and loses neither', async () => {
  const desk = await open(await context(1280));
  const phone = await open(await context(390));
  await desk.goto(sheet(1, 0));
  await phone.goto(sheet(1, 0));
  await sound(desk, 'sheet-empty');
  await type(desk, 'mark-tinh-moi', '28');
  await saved(desk);
  await type(phone, 'mark-tinh-moi', '21');
  const conflict = phone.locator('#xung-dot');
  await conflict.filter({ hasText: 'vừa được ghi ở máy khác' }).waitFor();
  await sound(phone, 'conflict');
  assert.match(await conflict.innerText(), /21[\s\S]*28/);
  await comes(1, 'tinh-moi', { points: 28 });
  assert.equal(await phone.locator('[name="mark-tinh-moi"]').inputValue(), '21');
  await phone.getByRole('button', { name: 'Giữ những gì gõ ở đây' }).click();
  await comes(1, 'tinh-moi', { points: 21 });
  await saved(phone);
  // The desk goes on with what it has: it is told, and takes what was saved.
  await type(desk, 'comment-tinh-moi', 'Góc dao là điểm mới.');
  await desk.locator('#xung-dot').filter({ hasText: 'Góc dao' }).waitFor();
  await sound(desk, 'conflict');
  await desk.getByRole('link', { name: 'Lấy bản đã lưu' }).click();
  await desk.waitForLoadState();
  assert.equal(await desk.locator('[name="mark-tinh-moi"]').inputValue(), '21');
  assert.equal(await desk.locator('[name="comment-tinh-moi"]').inputValue(), '');
});

test('without script everything is there: saved, told what is missing, signed', async () => {
  const page = await open(await context(1280, { javaScriptEnabled: false }));
  await page.goto(sheet(1, 1));
  await page.locator('[name="mark-tinh-moi"]').fill('28');
  await page.getByRole('button', { name: 'Xem lại và ký' }).click();
  await page.waitForURL(/thieu=1/);
  assert.match(await page.locator('main').innerText(), /Phiếu chưa đủ để ký/);
  await picture(page, 'missing');
  await page.locator('[name="mark-hieu-qua"]').fill('30,5');
  await page.locator('[name="comment-hieu-qua"]').fill('Tiết kiệm một nửa công.');
  await page.locator('[name="gate-an-toan"][value="yes"]').check();
  await page.getByRole('button', { name: 'Xem lại và ký' }).click();
  await page.waitForURL(/\/ky$/);
  await page.getByRole('button', { name: 'Ký phiếu' }).click();
  await page.waitForURL(/da-ky=1/);
  assert.equal((await kept(1, 1))?.state, 'signed');
});

test('the secretariat looks on, opens a sheet again and takes one from paper', async () => {
  for (const width of [1280, 390]) {
    const page = await open(await context(width));
    const base = `/vp/sonla/hoi-thi/${at.edition}/cham`;
    await page.goto(`/dang-nhap?tiep=${base}`);
    await type(page, 'email', 'clerk@demo.example');
    await type(page, 'password', demoSignIns.password);
    await enter(page, /^\/vp\/sonla\/.*\/cham$/);
    await sound(page, 'office');
    await page.goto(`${base}/ho-so/${at.dossiers[0].pid}?giai-doan=so-khao`);
    await sound(page, 'office-dossier');
    await page.goto(`${base}/phieu/${at.sheets[0]![0]!}`);
    await sound(page, 'office-sheet');
    await page.goto(`${base}/phieu/${at.sheets[0]![1]!}/nhap-giay`);
    await sound(page, 'office-paper');
    await page.goto(`${base}/binh-chon?giai-doan=so-khao`);
    await sound(page, 'office-votes');
    await page.goto(`${base}/phieu/${at.sheets[0]![0]!}/mo-lai`);
    await sound(page, 'office-reopen');
  }
  assert.deepEqual(complaints, []);
});
