import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { buildAssets } from '../../src/platform/http/assets.ts';
import { type GalleryName, galleryPages } from '../../src/ui/gallery/index.tsx';
import { accentCss, accents } from '../../src/ui/index.ts';
import { contentWidth, launch, tooSmall, violations } from './look.ts';

// The pages of the gallery in a real browser, answered from memory, under the strict content policy.
const assets = await buildAssets(fileURLToPath(new URL('../..', import.meta.url)));
const names = Object.keys(galleryPages) as GalleryName[];
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'";

const browser = await launch();
after(() => browser.close());

interface Opened {
  readonly page: Page;
  /** What the browser complained of, such as a breach of the content policy. */
  readonly complaints: string[];
  /** Forms that were sent. */
  readonly sent: string[];
}

interface Options {
  readonly width?: number;
  readonly script?: boolean;
  readonly accent?: string;
  readonly policy?: boolean;
}

async function open(name: GalleryName, options: Options = {}): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: options.script ?? true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const sent: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const headers = options.policy === false ? {} : { 'content-security-policy': policy };
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const asset = assets.files.get(url.pathname);
    if (route.request().method() === 'POST') {
      sent.push(url.pathname);
      // No content: the page stays as it is while a form is being sent.
      return route.fulfill({ status: 204 });
    }
    if (asset) return route.fulfill({ contentType: asset.type, body: Buffer.from(asset.body) });
    if (url.pathname === '/accent.css') {
      return route.fulfill({
        contentType: 'text/css',
        body: accentCss(options.accent ?? 'indigo'),
      });
    }
    if (url.pathname === '/goi-y') {
      const label = `<b>${url.searchParams.get('q')}</b> Hội Khoa học Đất`;
      return route.fulfill({
        json: [
          { value: 'dat', label, note: 'Sơn La' },
          { value: 'x', label: 'X' },
        ],
      });
    }
    const links = { styles: assets.styles, scripts: assets.scripts };
    const html = String(await galleryPages[name]({ assets: links, accentHref: '/accent.css' }));
    return route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: html });
  });
  await page.goto(`http://lientri.test/${name}`);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return { page, complaints, sent };
}

for (const name of names) {
  test(`${name}: no sideways scroll at 320, 390, 720, 768, 1024 and 1280 px`, async () => {
    const { page, complaints } = await open(name);
    for (const width of [320, 390, 720, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await contentWidth(page);
      assert.ok(wide <= width, `${wide} at ${width}`);
    }
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test(`${name}: axe finds nothing on desk and phone`, async () => {
    for (const width of [1280, 390]) {
      const { page } = await open(name, { width, policy: false });
      assert.deepEqual(await violations(page), []);
      await page.context().close();
    }
  });

  test(`${name}: no text under 16 px and no control under 44 px on a phone`, async () => {
    const { page } = await open(name, { width: 390 });
    assert.deepEqual(await tooSmall(page), []);
    await page.context().close();
  });
}

for (const accent of Object.keys(accents)) {
  test(`accent ${accent}: contrast holds on office and portal`, async () => {
    for (const name of ['thanh-phan', 'trang-chu'] as const) {
      const { page } = await open(name, { accent, policy: false });
      assert.deepEqual(await violations(page, ['color-contrast']), []);
      await page.context().close();
    }
  });
}

test('the skip link is the first stop and leads past the menu', async () => {
  const { page } = await open('danh-sach');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate('document.activeElement.className'), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate('document.activeElement.id'), 'noi-dung');
  await page.context().close();
});

test('the error summary has the focus, and its links lead to the fields, also without script', async () => {
  const { page } = await open('bieu-mau', { script: false });
  const focused = page.locator(':focus');
  assert.equal(await focused.getAttribute('class'), 'error-summary');
  await page.getByRole('link', { name: 'Chưa chọn đơn vị chủ trì' }).click();
  assert.equal(await page.locator(':focus').getAttribute('id'), 'f-host');
  await page.context().close();
});

const save = 'document.querySelector(".form-actions .btn-primary")';

test('a form is sent once, and its button says that it is being saved', async () => {
  const { page, sent } = await open('bieu-mau');
  const button = page.getByRole('button', { name: 'Lưu hội thảo' });
  const before = (await button.boundingBox())?.width;
  await page.evaluate(`${save}.click(), ${save}.click()`);
  const busy = page.getByRole('button', { name: 'Đang lưu…' });
  await busy.waitFor();
  const now = (await busy.boundingBox())?.width;
  assert.equal(Math.round(now ?? 0), Math.round(before ?? -1));
  await page.evaluate(`${save}.click()`);
  assert.equal(sent.length, 1);
  await page.context().close();
});

const toastPosition = 'getComputedStyle(document.querySelector("lt-toast")).position';

test('a toast floats with script and is an alert in the page without', async () => {
  const plain = await open('danh-sach', { script: false });
  assert.equal(await plain.page.evaluate(toastPosition), 'static');
  await plain.page.context().close();
  const { page } = await open('danh-sach');
  assert.equal(await page.evaluate(toastPosition), 'fixed');
  await page.context().close();
});

test('a toast leaves after 8 seconds, but not while it has the focus', async () => {
  const { page } = await open('danh-sach');
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  await page.reload();
  const toast = page.locator('lt-toast');
  await page.clock.runFor(7900);
  assert.equal(await toast.isVisible(), true);
  await toast.getByRole('button').focus();
  await page.clock.runFor(20_000);
  assert.equal(await toast.isVisible(), true);
  await page.evaluate('document.activeElement.blur()');
  await page.clock.runFor(8100);
  assert.equal(await toast.isVisible(), false);
  await page.context().close();
});

test('suggestions come while typing, are chosen by keyboard, and their HTML stays text', async () => {
  const { page, complaints } = await open('bieu-mau');
  const input = page.getByLabel('Đơn vị chủ trì').first();
  await input.pressSequentially('dat');
  const option = page.getByRole('option', { name: '<b>dat</b> Hội Khoa học Đất' });
  await option.waitFor();
  assert.equal(await input.getAttribute('aria-expanded'), 'true');
  await input.press('ArrowDown');
  assert.equal(await option.getAttribute('aria-selected'), 'true');
  assert.equal(await input.getAttribute('aria-activedescendant'), await option.getAttribute('id'));
  await input.press('Enter');
  assert.equal(await input.inputValue(), 'dat');
  assert.equal(await input.getAttribute('aria-expanded'), 'false');
  await input.fill('khac');
  await option.or(page.getByRole('option', { name: '<b>khac</b>' })).waitFor();
  await input.press('Escape');
  assert.equal(await page.getByRole('listbox').isVisible(), false);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test('print shows no bars, menus, asides or buttons of the title line', async () => {
  const { page } = await open('bang-so-sanh');
  await page.emulateMedia({ media: 'print' });
  for (const gone of [
    '.office-menu',
    '.office-tools',
    '.columns-aside',
    '.filter-bar',
    '.title-action',
    '.skip',
  ]) {
    assert.equal(await page.locator(gone).isVisible(), false, gone);
  }
  assert.equal(await page.getByRole('table').isVisible(), true);
  await page.context().close();
});
