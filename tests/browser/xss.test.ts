// What readers are sent of the whole corpus, in a real browser without a content policy: no script of it runs and
// nothing of it is loaded. The corpus itself is shown to the same browser, so that it is known to be dangerous.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { proseFromHtml } from '../../src/platform/documents/prose/index.ts';
import { buildAssets } from '../../src/platform/http/assets.ts';
import { xssCorpus } from '../support/xss-corpus.ts';
import { pastedViews, viewOf, wordViews } from '../support/xss-views.tsx';
import { launch } from './look.ts';

const assets = await buildAssets(path.resolve(import.meta.dirname, '../..'));
const scripts = ['ui/base', 'ui/embed'].map((name) => assets.islands.get(name)!);
const pages = new Map<string, string>();
let browser: Browser;
let server: Server;
let origin: string;

before(async () => {
  browser = await launch();
  server = createServer((request, response) => {
    const file = assets.files.get(request.url ?? '');
    const page = pages.get(request.url ?? '');
    const type = file?.type ?? 'text/html; charset=utf-8';
    response.writeHead(file || page ? 200 : 404, { 'content-type': type });
    response.end(file?.body ?? page ?? '');
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(async () => {
  await browser.close();
  server.close();
});

interface Heard {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Scripts that ran. */
  readonly ran: string[];
  /** What was asked of other sites, and pages that were left for. */
  readonly asked: string[];
}

async function open(): Promise<Heard> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const ran: string[] = [];
  const asked: string[] = [];
  await context.exposeBinding('heard', (_source, what: string) => void ran.push(what));
  await context.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'msgbox'])
      Object.defineProperty(globalThis, name, {
        value: () => (globalThis as unknown as { heard(what: string): void }).heard(location.href),
      });
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  await context.route('**', (route) => {
    const url = route.request().url();
    if (url.startsWith(origin)) return route.continue();
    asked.push(url);
    return route.abort();
  });
  return { page, context, ran, asked };
}

const whole = (body: string): string =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>x</title>${scripts
    .map((src) => `<script type="module" src="${src}"></script>`)
    .join('')}</head><body>${body}</body></html>`;

/** Shows HTML, then does what a reader may do to it: points, focuses, clicks every link. */
async function show({ page }: Heard, html: string, address: string): Promise<void> {
  pages.set(address, html);
  await page.goto(`${origin}${address}`, { waitUntil: 'load', timeout: 120_000 });
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>('body *')) {
      for (const name of ['mouseover', 'pointerenter', 'focus', 'toggle', 'click'])
        one.dispatchEvent(new Event(name, { bubbles: true }));
      if (!(one instanceof HTMLAnchorElement)) continue;
      // Followed where it may run something here; not where it merely leaves.
      if (/^(https?|mailto|tel):/.test(one.protocol)) continue;
      one.click();
    }
  });
  await page.waitForTimeout(150);
}

const together = (views: readonly { readonly html: string }[]): string =>
  whole(views.map(({ html }) => html).join('\n'));

test('the corpus is dangerous: shown as it is, scripts run and other sites are asked', async () => {
  const heard = await open();
  let dangerous = 0;
  for (const [at, html] of xssCorpus.slice(0, 60).entries()) {
    const before = heard.ran.length + heard.asked.length;
    // A page that leaves for another while it is looked at is dangerous too.
    await show(heard, whole(html), `/raw-${at}`).catch(() => heard.asked.push('left'));
    if (heard.ran.length + heard.asked.length > before) dangerous += 1;
  }
  assert.ok(dangerous >= 25, `${dangerous} of 60`);
  await heard.context.close();
});

for (const [address, views] of [
  ['/pasted', pastedViews],
  ['/words', wordViews],
] as const)
  test(`as readers are sent it (${address}), nothing runs, is loaded, leaves the page or breaks out`, async () => {
    const heard = await open();
    await show(heard, together(views), address);
    assert.equal(heard.page.url().split('#')[0], `${origin}${address}`);
    const shown = await heard.page.evaluate(() => ({
      all: document.body.children.length,
      others: [...document.body.children]
        .filter((one) => !one.classList.contains('prose-view'))
        .map((one) => one.outerHTML),
    }));
    assert.deepEqual(shown, { all: views.length, others: [] });
    assert.deepEqual(heard.ran, []);
    assert.deepEqual(heard.asked, []);
    await heard.context.close();
  });

test('what the browser takes apart when somebody pastes is what the server takes apart', async () => {
  const { build } = await import('esbuild');
  const built = await build({
    stdin: {
      contents: `import { proseFromPaste } from './src/ui/islands/prose/paste.ts'; globalThis.paste = proseFromPaste;`,
      resolveDir: path.resolve(import.meta.dirname, '../..'),
    },
    bundle: true,
    write: false,
    format: 'iife',
  });
  const heard = await open();
  await show(heard, whole(''), '/paste');
  await heard.page.evaluate(built.outputFiles[0]!.text);
  const pasted = await heard.page.evaluate(
    (all) =>
      all.map(
        (html) =>
          (globalThis as unknown as { paste(html: string): { prose: unknown } }).paste(html).prose,
      ),
    xssCorpus as string[],
  );
  for (const [at, html] of xssCorpus.entries())
    assert.deepEqual(pasted[at], proseFromHtml(html).prose, html);
  await heard.page.waitForTimeout(200);
  assert.deepEqual(heard.ran, []);
  assert.deepEqual(heard.asked, []);
  await heard.context.close();
});

test('a film of another site is asked for when the reader asks, from its place without cookies', async () => {
  const heard = await open();
  const film = {
    type: 'embed',
    attrs: { provider: 'youtube', id: 'dQw4w9WgXcQ', title: 'Lễ' },
  } as const;
  await show(heard, whole(viewOf({ type: 'doc', content: [film] })), '/film');
  assert.deepEqual(heard.asked, []);
  await heard.page.click('lt-embed a');
  const frame = heard.page.locator('lt-embed iframe');
  assert.equal(await frame.getAttribute('title'), 'Lễ');
  assert.match(
    (await frame.getAttribute('src')) ?? '',
    /^https:\/\/www\.youtube-nocookie\.com\/embed\/dQw4w9WgXcQ\?/,
  );
  await heard.page.waitForTimeout(200);
  assert.ok(heard.asked.length > 0);
  assert.ok(
    heard.asked.every((url: string) => url.startsWith('https://www.youtube-nocookie.com/')),
    heard.asked.join(),
  );
  assert.equal(heard.page.url(), `${origin}/film`);
  await heard.context.close();
});
