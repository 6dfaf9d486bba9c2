// A file field that sends in pieces, in a real browser over a slow line that breaks.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { CDPSession, Page } from 'playwright-core';
import { one } from '../../src/platform/database/query.ts';
import { testDatabase } from '../../src/platform/database/testing.ts';
import { assetResponse, buildAssets } from '../../src/platform/http/assets.ts';
import { serveUploads } from '../../src/platform/http/testing-tus.ts';
import { eventually, testCx } from '../../src/platform/testing.ts';
import { localUploads } from '../../src/platform/uploads.ts';
import { accentCss, Document, FileInput } from '../../src/ui/index.ts';
import { words } from '../../src/ui/islands/upload/vi.ts';
import { contentWidth, launch, tooSmall, violations } from './look.ts';

const MB = 1_048_576;
const assets = await buildAssets(fileURLToPath(new URL('../..', import.meta.url)));
const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-uploads-'));
const waiting = path.join(folder, 'waiting');
const database = await testDatabase();
const server = await serveUploads({
  cx: testCx(database.db),
  uploads: localUploads(waiting),
  pages: (app) => {
    app.get('/assets/*', (c) =>
      assetResponse(
        c.req.raw.headers,
        assets.files.get(c.req.path) ?? assets.files.get(assets.styles)!,
      ),
    );
    app.get('/mau.css', (c) => c.body(accentCss('indigo'), 200, { 'content-type': 'text/css' }));
    app.get('/trang', (c) => c.html(<TestPage />));
    app.post('/trang', (c) => c.text('posted'));
  },
});
const browser = await launch();
after(async () => {
  await browser.close();
  await server.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

function TestPage() {
  const links = {
    styles: assets.styles,
    scripts: [...assets.scripts, assets.islands.get('ui/upload')!],
  };
  return (
    <Document
      face="plain"
      title="Thuyết minh"
      site={{ shortName: 'Sơn La', accentHref: '/mau.css' } as never}
      assets={links}
      demo={false}
    >
      <main id="noi-dung">
        <h1>Hồ sơ dự thi</h1>
        <form method="post" action="/trang" enctype="multipart/form-data">
          <FileInput
            name="report"
            label="Thuyết minh giải pháp"
            help="PDF hoặc Word, mỗi tệp không quá 40 MB."
            multiple
            upload={{
              address: '/kho/s-an/tep',
              told: { field: 'report' },
              limit: 40 * MB,
              into: 'report_file',
            }}
          />
          <button type="submit" class="btn">
            Nộp hồ sơ
          </button>
        </form>
      </main>
    </Document>
  );
}

const fileOf = (name: string, bytes: Buffer): string => {
  const made = path.join(folder, name);
  writeFileSync(made, bytes);
  return made;
};
const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);

interface Opened {
  readonly page: Page;
  /** `Upload-Offset` of every piece that was sent. */
  readonly offsets: number[];
  /** Bytes a second up the line; 0 breaks it. */
  readonly line: (speed: number) => Promise<void>;
}

async function open(width = 390): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const offsets: number[] = [];
  page.on('dialog', (dialog) => void dialog.accept());
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  await page.goto(`${server.base}/trang`);
  const session: CDPSession = await context.newCDPSession(page);
  const line = async (speed: number) => {
    await session.send('Network.emulateNetworkConditions', {
      offline: speed === 0,
      latency: 5,
      downloadThroughput: -1,
      uploadThroughput: speed === 0 ? -1 : speed,
    });
  };
  return { page, offsets, line };
}

const input = 'input[type=file]';
const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text });
const digestOf = async (pid: string | null) =>
  (await one(database.db, sql<{ sha256: string }>`select sha256 from file where pid = ${pid}`))
    .sha256;
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const into = (page: Page) => page.locator('input[name=report_file]');
const pictures = process.env.LIENTRI_PICTURES;
const picture = async (page: Page, name: string) => {
  if (pictures) await page.screenshot({ path: path.join(pictures, `${name}.png`) });
};

test('a file goes on when the line is back, and its pid goes with the form', async () => {
  const { page, line, offsets } = await open();
  const bytes = pdf(5 * MB);
  const name =
    'Thuyết minh giải pháp tưới tiết kiệm cho cà phê chè vùng cao tỉnh Sơn La (bản sửa lần 3).pdf';
  await line(1.5 * MB);
  await page.setInputFiles(input, fileOf(name, bytes));
  await eventually(async () => offsets.some((at) => at > 0));
  assert.equal(await said(page, words.sending).count(), 1);
  await picture(page, 'sending-390');
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  assert.equal(await said(page, words.wait).count(), 1);
  await line(0);
  await said(page, words.waiting).waitFor();
  await picture(page, 'waiting-390');
  assert.deepEqual([await contentWidth(page), await tooSmall(page)], [390, []]);
  assert.deepEqual(await violations(page), []);
  await line(50 * MB);
  await said(page, words.done).waitFor();
  await picture(page, 'done-390');
  assert.deepEqual(
    offsets,
    offsets.toSorted((a, b) => a - b),
  );
  assert.equal(await digestOf(await into(page).getAttribute('value')), hash(bytes));
  assert.equal(await page.locator(input).inputValue(), '');
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await page.getByText('posted').waitFor();
  await page.context().close();
});

test('a page that is loaded again tells what is left, and goes on with it', async () => {
  const { page, line, offsets } = await open(1280);
  const bytes = pdf(6 * MB);
  const file = fileOf('phụ lục.pdf', bytes);
  await line(1.5 * MB);
  await page.setInputFiles(input, file);
  await eventually(async () => offsets.some((at) => at > MB / 2));
  await page.reload();
  await said(page, 'Chọn lại đúng tệp ấy').waitFor();
  await picture(page, 'left-1280');
  const before = offsets.length;
  await line(50 * MB);
  await page.setInputFiles(input, file);
  await said(page, words.done).waitFor();
  assert.ok(
    offsets.slice(before).every((at) => at > MB / 2),
    offsets.join(' '),
  );
  assert.equal(await digestOf(await into(page).getAttribute('value')), hash(bytes));
  assert.equal(await page.locator('.progress').count(), 1);
  await page.reload();
  assert.equal(await page.locator('.progress').count(), 0);
  await page.context().close();
});

test('files are cancelled, and refused in words; one does not stop another', async () => {
  const { page, line, offsets } = await open();
  await line(1.5 * MB);
  await page.setInputFiles(input, [
    fileOf('lớn.pdf', pdf(5 * MB)),
    fileOf('trang.pdf', Buffer.from('<html><script>x</script>'.repeat(100))),
    fileOf('cài đặt.exe', Buffer.from('MZ')),
    fileOf('video.mp4', pdf(41 * MB)),
    fileOf('nhỏ.pdf', pdf(1000)),
  ]);
  await eventually(async () => offsets.length > 0);
  assert.equal(await said(page, words.queued).count(), 3);
  assert.equal(await said(page, words.large(40 * MB)).count(), 1);
  await page.getByRole('button', { name: words.cancelOf('lớn.pdf') }).click();
  await said(page, words.cancelled).waitFor();
  await said(page, words.done).waitFor();
  assert.equal(await said(page, 'Không nhận trang web').count(), 1);
  assert.equal(await said(page, 'Không nhận tệp chương trình').count(), 1);
  assert.equal(await into(page).count(), 1);
  await eventually(async () => readdirSync(waiting).length === 0);
  await picture(page, 'refused-390');
  assert.deepEqual([await contentWidth(page), await tooSmall(page)], [390, []]);
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});
