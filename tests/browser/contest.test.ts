// A contest from nothing, by keyboard: built and opened by a clerk at a desk, entered by a family on a
// phone by the link of a letter, returned, submitted again, accepted, moved, withdrawn.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { demoSignIns } from '../../src/demo/index.ts';
import { vietnamDay } from '../../src/kernel/clock.ts';
import { addDays } from '../../src/kernel/day.ts';
import { formatDate } from '../../src/kernel/vietnamese/dates.ts';
import { listOutbox } from '../../src/platform/mail.ts';
import { demoProduct } from '../../src/testing.ts';
import { serve } from '../support/server.ts';
import { enter, follow, tabTo, type } from './keyboard.ts';
import { contentWidth, launch, violations } from './look.ts';

const product = await demoProduct();
const server = await serve(product);
const browser = await launch();
const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-contest-'));
after(async () => {
  await browser.close();
  await server.stop();
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

const day = (from: number): string => formatDate(addDays(vietnamDay(new Date()), from));
const email = 'gia-dinh@example.vn';

async function open(width: number): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    baseURL: server.base,
    viewport: { width, height: 844 },
    locale: 'vi-VN',
    bypassCSP: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

/** Nothing scrolls sideways, and axe finds nothing. */
async function sound(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const width = page.viewportSize()?.width ?? 0;
  assert.ok((await contentWidth(page)) <= width, `${page.url()} is wider than ${width} px`);
  assert.deepEqual(await violations(page), [], page.url());
}

/** Chooses a radio or ticks a box by the keyboard: within a group the arrows move. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  const wanted = page.locator(`input[name="${name}"][value="${value}"]`);
  await wanted.focus();
  await page.keyboard.press('Space');
  assert.ok(await wanted.isChecked(), `${name} is not ${value}`);
}

async function pressed(page: Page, label: RegExp | string, leadsTo: RegExp): Promise<void> {
  const button = page.getByRole('button', { name: label }).first();
  await button.focus();
  await enter(page, leadsTo);
}

const said = (page: Page): Promise<string> => page.locator('main').innerText();

async function newestLink(to: string): Promise<string> {
  const { db } = product.runtime.database;
  for (let turn = 0; turn < 100; turn += 1) {
    const letter = (await listOutbox(db, 50)).find((one) => one.to === to);
    const found = /\/ho-so\/[0-9a-f]{40}/.exec(letter?.text ?? '')?.[0];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no letter to ${to}`);
}

const contest = '/vp/sonla/hoi-thi';
let edition = '';

async function built(page: Page): Promise<void> {
  await page.goto(`/dang-nhap?tiep=${contest}`);
  await type(page, 'email', 'clerk@demo.example');
  await type(page, 'password', demoSignIns.password);
  await enter(page, /^\/vp\/sonla\/hoi-thi$/);
  await sound(page);
  await follow(page, 'a[href$="/hoi-thi/moi"]', /\/moi$/);
  await choose(page, 'from', 'mau:thanh-thieu-nien-nhi-dong');
  await type(page, 'code', 'sang-tao-tre-14');
  await enter(page, /\/hoi-thi\/[a-z0-9]{16}\?da-lap=1$/);
  edition = /hoi-thi\/([a-z0-9]{16})/.exec(page.url())?.[1] ?? '';
  await sound(page);
  await follow(page, `a[href="${contest}/${edition}/chung"]`, /\/chung$/);
  await type(page, 'name', 'Cuộc thi Sáng tạo thanh thiếu niên, nhi đồng lần thứ XIV');
  await enter(page, /da-luu=1$/);
  await page.goto(`${contest}/${edition}/giai-doan/lich`);
  const phases = await page.locator('input[name$=".opens.day"]').count();
  for (let at = 0; at < phases; at += 1) {
    // Checking begins while dossiers still come in.
    const first = at < 2 ? -3 : 30 * at;
    await type(page, `phases.${at}.opens.day`, day(first));
    await type(page, `phases.${at}.closes.day`, day(first + 25));
  }
  await sound(page);
  await enter(page, /da-luu=1$/);
  await follow(page, `a[href="${contest}/${edition}"]`, /hoi-thi\/[a-z0-9]{16}$/);
  await follow(page, `a[href="${contest}/${edition}/cong-bo"]`, /\/cong-bo$/);
  await pressed(page, /Công bố/, /da-cong-bo=1$/);
}

/** The name of a control as the browser has it. */
const filled: Readonly<Record<string, string>> = {
  'answers.ten': 'Máy bóc vỏ lạc đạp chân từ xe đạp cũ',
  'answers.tac-gia.0.name': 'Lò Minh Khôi',
  'answers.tac-gia.0.birth': '05/09/2012',
  'answers.tac-gia.0.school': 'Trường THCS Mường Bú',
  'answers.tac-gia.0.class': '8B',
  'answers.tac-gia.0.representative': 'Lò Văn Chiến',
  'answers.tac-gia.0.relation': 'Cha',
  'answers.thoi-gian': '02/2026',
  'answers.y-tuong': 'Bóc lạc bằng tay rất lâu.',
  'answers.cau-tao': 'Khung xe đạp, trục gỗ, lưới thép.',
  'answers.hoat-dong': 'Đạp xe quay trục, trục ép vỏ lạc qua lưới.',
  'answers.tinh-moi': 'Dùng xe đạp bỏ đi.',
  'answers.tinh-sang-tao': 'Tự thiết kế.',
  'answers.ap-dung': 'Các hộ trồng lạc.',
  'answers.tom-tat': 'Máy bóc vỏ lạc dùng sức đạp.',
};

async function written(page: Page): Promise<string> {
  await page.goto('/sonla/hoi-thi');
  await sound(page);
  await follow(page, 'a[href="/sonla/hoi-thi/sang-tao-tre-14"]', /sang-tao-tre-14$/);
  await sound(page);
  assert.match(await said(page), /01\/08\/2006/);
  await follow(page, 'a[href$="/bat-dau"]', /\/bat-dau$/);
  await type(page, 'email', 'gia-dinh');
  const refused = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.keyboard.press('Enter');
  assert.equal((await refused).status(), 422);
  await page.waitForLoadState();
  assert.match(await said(page), /thiếu dấu @/);
  await type(page, 'email', email);
  const sent = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.keyboard.press('Enter');
  await sent;
  await page.waitForLoadState();
  assert.match(await said(page), /gia-dinh@example\.vn/);
  const link = await newestLink(email);
  await page.goto(link);
  await sound(page);
  await page.goto(`${link}/viet`);
  await choose(page, 'entrant', 'individual');
  await page.locator('select[name="field"]').selectOption('gia-dinh');
  await page.locator('button.btn-primary[value="save"]').focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await page.locator('[name="answers.ten"]').waitFor();
  for (const [name, text] of Object.entries(filled)) {
    await tabTo(page, `main [name="${name}"]`);
    await page.keyboard.type(text);
  }
  await choose(page, 'answers.cam-doan', 'on').catch(() => choose(page, 'answers.cam-doan', '1'));
  await sound(page);
  await page.locator('button[value="next"]').focus();
  await enter(page, /\/tep/);
  return link;
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function attached(page: Page, link: string): Promise<void> {
  const pdf = path.join(folder, 'thuyet-minh.pdf');
  writeFileSync(pdf, '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  const png = path.join(folder, 'anh.png');
  writeFileSync(png, PNG);
  await page.goto(`${link}/tep`);
  await sound(page);
  for (const [field, file] of [
    ['phieu', png],
    ['thuyet-minh', pdf],
    ['anh-san-pham', png],
    ['giay-khai-sinh', png],
  ] as const) {
    const form = page.locator('form', { has: page.locator(`input[value="${field}"]`) }).first();
    // Chosen is sent, in pieces; then the page comes again.
    const chosen = form.locator('input[type="file"]').setInputFiles(file);
    await Promise.all([page.waitForEvent('load'), chosen]);
    await page.waitForLoadState('networkidle');
    const kept = page.locator(`a[href*="${link}/tep/"]`, { hasText: path.basename(file) });
    assert.ok((await kept.count()) > 0, `${field} was not kept`);
  }
}

async function agreed(page: Page, link: string): Promise<void> {
  await page.goto(`${link}/dong-y`);
  await sound(page);
  for (const party of ['author', 'representative']) {
    const form = page
      .locator('form', { has: page.locator(`input[name="party"][value="${party}"]`) })
      .first();
    for (const purpose of ['enter', 'publish', 'forward']) {
      await form.locator(`input[name="${purpose}"][value="1"]`).focus();
      await page.keyboard.press('Space');
    }
    const told = form.locator('input[name="told_by"]');
    if ((await told.inputValue()) === '') await told.fill('Lò Văn Chiến');
    await told.focus();
    await Promise.all([
      page.waitForResponse((r) => r.request().method() === 'POST'),
      page.keyboard.press('Enter'),
    ]);
    await page.waitForLoadState('networkidle');
  }
}

async function submitted(page: Page, link: string): Promise<string> {
  await page.goto(`${link}/kiem-tra`);
  await sound(page);
  await pressed(page, /Nộp/, /\/bien-nhan\/\d+\?moi=1$/);
  await sound(page);
  const text = await said(page);
  assert.match(text, /TTNND-0001/);
  // In groups of eight, for the eyes.
  const hash = /(?:[0-9a-f]{8} ){7}[0-9a-f]{8}/.exec(text);
  assert.ok(hash !== null, text);
  return hash[0];
}

test('a contest from nothing to a dossier that is withdrawn, by keyboard, on a desk and a phone', async () => {
  const desk = await open(1280);
  const phone = await open(390);
  await built(desk.page);
  const link = await written(phone.page);
  await attached(phone.page, link);
  await agreed(phone.page, link);
  const first = await submitted(phone.page, link);

  // The secretariat returns it with a remark in a field.
  const { page } = desk;
  await page.goto(`${contest}/${edition}/ho-so`);
  await sound(page);
  const row = page.getByRole('link', { name: /Máy bóc vỏ lạc/ }).first();
  await row.focus();
  await enter(page, /ho-so\/[a-z0-9]{16}$/);
  await sound(page);
  const dossier = new URL(page.url()).pathname;
  await follow(page, `a[href="${dossier}/tra-lai"]`, /tra-lai$/);
  await type(page, 'words', 'Đề nghị chụp lại ảnh.');
  await type(page, 'remark.anh-san-pham', 'Ảnh mờ');
  await pressed(page, /Trả/, /da-tra-lai=1$/);

  // The phone reads it, mends and submits again.
  await phone.page.goto(link);
  assert.match(await said(phone.page), /Ảnh mờ/);
  await sound(phone.page);
  await phone.page.goto(`${link}/viet`);
  await type(phone.page, 'answers.tinh-moi', 'Dùng xe đạp bỏ đi, có hộp số.');
  await phone.page.locator('button[value="next"]').focus();
  await enter(phone.page, /\/tep/);
  const second = await submitted(phone.page, link);
  assert.notEqual(second, first);

  // Accepted, moved; then the family takes it back.
  await page.goto(dossier);
  await follow(page, `a[href="${dossier}/chuyen"]`, /chuyen$/);
  await page.locator('select[name="field"]').selectOption('moi-truong');
  await type(page, 'reason', 'Nội dung chính là dùng lại đồ cũ.');
  await pressed(page, /Chuyển/, /da-chuyen=1$/);
  await follow(page, `a[href="${dossier}/hop-le"]`, /hop-le$/);
  await pressed(page, /[Hh]ợp lệ/, /da-hop-le=1$/);
  assert.match(await said(page), /Hợp lệ/);
  await phone.page.goto(`${link}/rut`);
  await sound(phone.page);
  await type(phone.page, 'reason', 'Gia đình chuyển nhà.');
  await type(phone.page, 'confirm_code', 'rút');
  await pressed(phone.page, /Rút/, /\/ho-so\/[0-9a-f]{40}(?:\?|$)/);
  assert.match(await said(phone.page), /[Rr]út/);
  await page.goto(dossier);
  assert.match(await said(page), /Đã rút/);
  assert.deepEqual([...desk.complaints, ...phone.complaints], []);
});
