import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { takes } from './encoding.ts';

/** A built file, ready to be sent. Its address holds the hash of its content: it never changes. */
export interface Asset {
  readonly body: Uint8Array;
  /** Content-Type. */
  readonly type: string;
  /** Strong validator with its quotes. */
  readonly etag: string;
  /** Compressed forms; absent where they would not be smaller (fonts). */
  readonly gzip?: Uint8Array;
  readonly brotli?: Uint8Array;
}

export interface Assets {
  /** By address, such as `/assets/1A2B3C4D/app.css`. */
  readonly files: ReadonlyMap<string, Asset>;
  /** Address of the stylesheet of every page. */
  readonly styles: string;
  /** Addresses of stylesheets that only some pages ask for, by name: `article`. */
  readonly pageStyles: ReadonlyMap<string, string>;
  /** Addresses of the scripts that every page loads. */
  readonly scripts: readonly string[];
  /** Addresses of islands by name: `ui/base`, `activities/quick-form`. */
  readonly islands: ReadonlyMap<string, string>;
}

/** Sent with every asset: what is under a hash may be kept for ever. */
export const assetCacheControl = 'public, max-age=31536000, immutable';

const base = '/assets';
const styleEntry = 'src/ui/styles/index.css';
const everyPage = ['ui/base'];
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Bundles the stylesheet, its fonts and pictures, and every island (`src/ui/islands/*.ts`,
 * and those of modules) into memory, minified, with the hash of the content in the address.
 * `root` is the folder that holds `src`. Throws what esbuild reports when a source does not compile.
 */
export async function buildAssets(root: string): Promise<Assets> {
  const islands = globSync(['src/ui/islands/*.ts', 'src/modules/*/islands/*.ts'], { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  const sheets = globSync('src/ui/styles/pages/*.css', { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .sort();
  const [styles, scripts] = await Promise.all([
    bundle(root, {
      [styleEntry]: 'app',
      ...Object.fromEntries(sheets.map((file) => [file, path.basename(file, '.css')])),
    }),
    bundle(root, Object.fromEntries(islands.map((file) => [file, path.basename(file, '.ts')]))),
  ]);
  const files = new Map<string, Asset>();
  await Promise.all(
    [...styles.files, ...scripts.files].map(async ([address, body]) => {
      files.set(address, await asset(address, body));
    }),
  );
  const byName = new Map(islands.map((file) => [islandName(file), need(scripts, file)]));
  return {
    files: new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1))),
    styles: need(styles, styleEntry),
    pageStyles: new Map(
      sheets.map((file) => [path.basename(file, '.css'), need(styles, file)] as const),
    ),
    scripts: everyPage.map((name) => byName.get(name)).filter((href) => href !== undefined),
    islands: byName,
  };
}

/** The bytes to send for an asset under an `Accept-Encoding`, and the encoding they are in. */
export function encode(
  file: Asset,
  accept: string | undefined,
): { body: Uint8Array; encoding: 'br' | 'gzip' | undefined } {
  if (file.brotli && takes(accept, 'br')) return { body: file.brotli, encoding: 'br' };
  if (file.gzip && takes(accept, 'gzip')) return { body: file.gzip, encoding: 'gzip' };
  return { body: file.body, encoding: undefined };
}

/** The answer for an asset: the smallest form that the client takes, kept for ever. */
export function assetResponse(request: Headers, file: Asset): Response {
  const { body, encoding } = encode(file, request.get('accept-encoding') ?? undefined);
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': assetCacheControl,
    etag: file.etag,
    vary: 'Accept-Encoding',
  });
  if (encoding !== undefined) headers.set('content-encoding', encoding);
  if (request.get('if-none-match') === file.etag)
    return new Response(null, { status: 304, headers });
  return new Response(Buffer.from(body), { headers });
}

interface Bundle {
  readonly files: readonly (readonly [address: string, body: Uint8Array])[];
  /** Address by the path of the source. */
  readonly entries: ReadonlyMap<string, string>;
}

async function bundle(root: string, entries: Readonly<Record<string, string>>): Promise<Bundle> {
  if (Object.keys(entries).length === 0) return { files: [], entries: new Map() };
  const outdir = path.join(root, 'dist');
  const result = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(entries).map(([source, out]) => ({ in: source, out })),
    outdir,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    publicPath: base,
    entryNames: '[hash]/[name]',
    assetNames: '[hash]/[name]',
    loader: { '.woff2': 'file', '.svg': 'file' },
    logLevel: 'silent',
  });
  const address = (file: string) =>
    `${base}/${path.relative(outdir, file).split(path.sep).join('/')}`;
  return {
    files: result.outputFiles.map((file) => [address(file.path), file.contents] as const),
    entries: entryAddresses(result.metafile, (file) => address(path.join(root, file))),
  };
}

function entryAddresses(meta: Metafile, address: (file: string) => string): Map<string, string> {
  const entries = new Map<string, string>();
  for (const [file, { entryPoint }] of Object.entries(meta.outputs)) {
    if (entryPoint) entries.set(entryPoint, address(file));
  }
  return entries;
}

function need(from: Bundle, source: string): string {
  const address = from.entries.get(source);
  if (address === undefined) throw new Error(`no output for ${source}`);
  return address;
}

/** `src/ui/islands/base.ts` → `ui/base`, `src/modules/activities/islands/x.ts` → `activities/x`. */
function islandName(file: string): string {
  const parts = file.split('/');
  return `${parts.at(-3)}/${path.basename(file, '.ts')}`;
}

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

async function asset(address: string, body: Uint8Array): Promise<Asset> {
  const extension = path.extname(address);
  const type = types[extension] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  if (extension === '.woff2') return { body, type, etag };
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  const [gz, br] = await Promise.all([gzipped(body, { level: 9 }), brotlied(body, quality)]);
  return {
    body,
    type,
    etag,
    ...(gz.length < body.length ? { gzip: gz } : {}),
    ...(br.length < body.length ? { brotli: br } : {}),
  };
}
