import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildAssets, encode } from './assets.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const assets = await buildAssets(root);
const text = (address: string) => Buffer.from(assets.files.get(address)!.body).toString('utf8');

const temporary = mkdtempSync(path.join(tmpdir(), 'lientri-assets-'));
after(() => rmSync(temporary, { recursive: true, force: true }));

test('every address holds a hash and every asset a type it is served with', () => {
  for (const [address, asset] of assets.files) {
    assert.match(address, /^\/assets\/[0-9A-Z]{8}\/[a-z0-9-]+\.(css|js|svg|woff2)$/);
    assert.match(
      asset.type,
      /^(text\/(css|javascript); charset=utf-8|image\/svg\+xml|font\/woff2)$/,
    );
    assert.match(asset.etag, /^"[\w-]{22}"$/);
  }
  assert.ok(assets.files.has(assets.styles));
  assert.deepEqual(assets.scripts, [assets.islands.get('ui/base')]);
});

test('a second build gives the same addresses and bytes', async () => {
  const again = await buildAssets(root);
  assert.deepEqual([...again.files.keys()], [...assets.files.keys()]);
  assert.deepEqual(again.files, assets.files);
});

test('the stylesheet asks only for files that are served, and for nothing from elsewhere', () => {
  const asked = [...text(assets.styles).matchAll(/url\("?([^)"]+)"?\)/g)].map((m) => m[1]!);
  assert.equal(asked.filter((url) => url.endsWith('.woff2')).length, 12);
  for (const url of asked) assert.ok(assets.files.has(url), url);
  assert.doesNotMatch(text(assets.styles), /@import|https?:|data:/);
});

test('compressed forms are smaller and give the same bytes', () => {
  for (const [address, { body, gzip, brotli, type }] of assets.files) {
    if (gzip) assert.deepEqual(gunzipSync(gzip), Buffer.from(body), address);
    if (brotli) assert.deepEqual(brotliDecompressSync(brotli), Buffer.from(body), address);
    if (/css|javascript/.test(type))
      assert.ok(gzip!.length < body.length && brotli!.length < gzip!.length);
    if (type === 'font/woff2') assert.equal(gzip ?? brotli, undefined);
  }
});

test('the form to send follows Accept-Encoding', () => {
  const file = assets.files.get(assets.styles)!;
  assert.deepEqual(encode(file, 'gzip, deflate, br'), { body: file.brotli, encoding: 'br' });
  assert.deepEqual(encode(file, 'GZIP'), { body: file.gzip, encoding: 'gzip' });
  assert.deepEqual(encode(file, 'br;q=0, gzip;q=0.5'), { body: file.gzip, encoding: 'gzip' });
  for (const none of [undefined, '', 'identity', 'brx', 'gzip;q=0.0']) {
    assert.deepEqual(encode(file, none), { body: file.body, encoding: undefined });
  }
});

test('what every page loads stays small: 6 KB of script, 12 KB of style, both compressed', () => {
  const script = assets.scripts.reduce((sum, href) => sum + assets.files.get(href)!.body.length, 0);
  assert.ok(script < 6 * 1024, String(script));
  assert.ok(assets.files.get(assets.styles)!.gzip!.length < 12 * 1024);
});

test('islands of modules get an address by module and name; tests beside them do not', async () => {
  for (const folder of ['src/ui/styles', 'src/modules/calls/islands']) {
    mkdirSync(path.join(temporary, folder), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(temporary, 'node_modules'));
  writeFileSync(path.join(temporary, 'src/ui/styles/index.css'), 'p{color:red}');
  const island = path.join(temporary, 'src/modules/calls/islands');
  writeFileSync(path.join(island, 'sheet.ts'), 'const n: number = 1; document.title = String(n);');
  writeFileSync(path.join(island, 'sheet.test.ts'), 'throw new Error();');
  const built = await buildAssets(temporary);
  assert.deepEqual([...built.islands.keys()], ['calls/sheet']);
  assert.deepEqual(built.scripts, []);
  assert.match(built.islands.get('calls/sheet')!, /^\/assets\/\w{8}\/sheet\.js$/);
});

test('a source that does not compile is reported, not served', async () => {
  const broken = path.join(temporary, 'broken');
  mkdirSync(path.join(broken, 'src/ui/styles'), { recursive: true });
  writeFileSync(path.join(broken, 'src/ui/styles/index.css'), '@import "./none.css";');
  await assert.rejects(buildAssets(broken), /none\.css/);
});
