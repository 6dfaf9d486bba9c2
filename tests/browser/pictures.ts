// Makes the pictures of the guide (docs/huong-dan/anh): npm run pictures [name …]
// A demo of its own in a temporary folder, the walk that the guide describes, cropped pictures.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { demoSignIns, installDemo } from '../../src/demo/index.ts';
import { start } from '../../src/main.ts';
import { loadConfig, projectRoot } from '../../src/platform/config.ts';
import { openRuntime, type Runtime, runtimeOn } from '../../src/runtime.ts';
import { palettePng } from './palette-png.ts';
import { type Crop, type Picture, walk } from './picture-list.ts';

const folder = path.join(projectRoot, 'docs/huong-dan/anh');
const most = 150 * 1024;
const wanted = new Set(process.argv.slice(2));

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function demo(dataDir: string): Promise<{ runtime: Runtime; port: number }> {
  const port = await freePort();
  const config = loadConfig({
    argv: { data: dataDir, port: String(port) },
    env: { LIENTRI_LOG: 'error' },
  });
  const empty = await openRuntime(config, { exclusive: true });
  try {
    await installDemo(empty);
    return { runtime: await runtimeOn(config, empty.database), port };
  } catch (error) {
    await empty.close();
    throw error;
  }
}

interface Visitor {
  readonly page: Page;
  readonly signedIn: Promise<void>;
}

/** One browser window for each person and width, so that a sign-in is done once. */
function visitors(browser: Browser, base: string): (picture: Picture) => Promise<Page> {
  const known = new Map<string, Visitor>();
  const open = async ({ who, width }: Picture): Promise<Visitor> => {
    const context = await browser.newContext({
      baseURL: base,
      viewport: { width: width ?? 1280, height: 900 },
      deviceScaleFactor: 1,
      locale: 'vi-VN',
    });
    const page = await context.newPage();
    return { page, signedIn: who === undefined ? Promise.resolve() : signIn(page, who) };
  };
  return async (picture) => {
    const key = `${picture.who ?? ''} ${picture.width ?? 1280}`;
    const visitor = known.get(key) ?? (await open(picture));
    known.set(key, visitor);
    await visitor.signedIn;
    return visitor.page;
  };
}

async function signIn(page: Page, who: string): Promise<void> {
  await page.goto('/dang-nhap');
  await page.getByLabel('Thư điện tử').fill(`${who}@demo.example`);
  await page.getByLabel('Mật khẩu').fill(demoSignIns.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL(/\/vp(\/|$)/);
}

/** Saves the part of the page that `crop` names; the whole page without it. */
async function take(page: Page, file: string, crop: Crop): Promise<void> {
  await page.waitForLoadState();
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.evaluate(`Promise.all([...document.images].map((image) => {
    image.loading = 'eager';
    return image.decode();
  })).then(() => undefined)`);
  // The ring of the field that was filled last would look like part of the lesson.
  await page.evaluate(
    'document.activeElement.matches("input, select, textarea") && document.activeElement.blur()',
  );
  const size = await page.evaluate<{ width: number; height: number }>(
    '({ width: document.documentElement.clientWidth, height: document.documentElement.scrollHeight })',
  );
  const edge = async (place: Crop['from'], of: 'top' | 'bottom'): Promise<number | null> => {
    if (place === undefined || typeof place === 'number') return place ?? null;
    const box = await page.locator(place).first().boundingBox();
    if (box === null) throw new Error(`${file}: nothing at ${place}`);
    const y = box.y + (await page.evaluate<number>('scrollY'));
    return of === 'top' ? y - 12 : y + box.height + 16;
  };
  const top = Math.max(0, (await edge(crop.from, 'top')) ?? 0);
  const bottom = Math.min(size.height, (await edge(crop.to, 'bottom')) ?? size.height);
  const width = Math.min(size.width, crop.width ?? size.width);
  const clip = { x: 0, y: Math.round(top), width, height: Math.round(bottom - top) };
  const png = palettePng(await page.screenshot({ clip, fullPage: true, animations: 'disabled' }));
  const bytes = png.length;
  const words = `${path.basename(file)} ${clip.width}×${clip.height}, ${Math.ceil(bytes / 1024)} KB`;
  if (bytes > most) throw new Error(`${words}: too heavy, crop it`);
  writeFileSync(file, png);
  process.stdout.write(`${words}\n`);
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'lientri-pictures-'));
  mkdirSync(folder, { recursive: true });
  const { runtime, port } = await demo(dataDir);
  const running = await start(runtime);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const pageOf = visitors(browser, `http://127.0.0.1:${port}`);
    for (const picture of walk) {
      const page = await pageOf(picture);
      const { address } = picture;
      await page.goto(typeof address === 'string' ? address : await address(runtime.cx('cli')));
      await picture.steps?.(page);
      // Every step is taken, so that a single picture comes out as in the whole walk.
      if (wanted.size === 0 || wanted.has(picture.file))
        await take(page, path.join(folder, `${picture.file}.png`), picture.crop ?? {});
    }
  } finally {
    await browser.close();
    await running.stop();
    await runtime.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();
