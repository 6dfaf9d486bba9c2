// Pages of a site as nobody: kept, made anew, weighed, and how many queries each of them costs.
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { buildApp } from '../../src/app.tsx';
import { loadConfig, projectRoot } from '../../src/platform/config.ts';
import { countQueries } from '../../src/platform/database/index.ts';
import { type Assets, buildAssets } from '../../src/platform/http/assets.ts';
import { silentLog } from '../../src/platform/log.ts';
import { openRuntime, type Runtime, version } from '../../src/runtime.ts';
import { median, quantile, row, shown, timed } from './figures.ts';
import { databaseTime, processorTime } from './programs.ts';

export interface Served {
  readonly base: string;
  readonly server: ChildProcess;
  /** The folder that it serves. */
  readonly data: string;
}

/** What some work takes of the processors, told for one of `times`: less than its time tells, a busy machine changes it. */
export async function processorsFor(
  { server, data }: Served,
  times: number,
  work: () => Promise<unknown>,
): Promise<string> {
  const before = [processorTime(server), databaseTime(data)];
  await work();
  const after = [processorTime(server), databaseTime(data)];
  return after.map((time, at) => shown((time - before[at]!) / times)).join(' and ');
}

/** The product over a folder, here and beside the server that has it where there is one. */
export const besides = (data: string): Promise<Runtime> =>
  openRuntime(loadConfig({ argv: { data }, env: { LIENTRI_LOG: 'error' } }));

/** Something that is asked for: what it is, and where. */
export type Asked = readonly [what: string, address: string];

/** Asks for something and reads all of it. */
export async function ask(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.text();
}

let unasked = 0;
/** The same page at an address that nobody asked for before: nothing keeps it. */
export const never = (address: string): string => {
  unasked += 1;
  return `${address}${address.includes('?') ? '&' : '?'}khong-giu=${unasked}`;
};

const perPage = 60;

/** Milliseconds of whole requests for a page that is made each time; what is kept of feeds and sitemaps is forgotten. */
export async function rendered(
  runtime: Runtime,
  { base }: Served,
  address: string,
  times = perPage,
  warm = 5,
): Promise<number[]> {
  const taken: number[] = [];
  const feed = address.endsWith('.xml');
  for (let turn = -warm; turn < times; turn += 1) {
    if (feed)
      await runtime.database.ownerPool.query('update showing_site set changes = changes + 1');
    const [one] = await timed(1, () => ask(base + never(address)), 0);
    if (turn >= 0) taken.push(one!);
  }
  return taken;
}

let assets: Promise<Assets> | undefined;

/** The queries of one request for each of them, the names of the session known already. */
export async function queriesOf(
  runtime: Runtime,
  addresses: readonly string[],
): Promise<Map<string, readonly string[]>> {
  assets ??= buildAssets(projectRoot);
  const app = buildApp({
    db: runtime.database.db,
    services: runtime.services,
    clock: runtime.clock,
    ids: runtime.ids,
    assets: await assets,
    log: silentLog,
    version,
  });
  const found = new Map<string, readonly string[]>();
  for (const address of addresses) {
    await app.request(never(address));
    // A feed that is kept costs one query only.
    await runtime.database.ownerPool.query('update showing_site set changes = changes + 1');
    const { result, queries } = await countQueries(async () => app.request(never(address)));
    if (result.status !== 200) throw new Error(`${address}: ${result.status}`);
    found.set(address, queries);
  }
  return found;
}

/** A row for each page: what making it takes, and its queries. */
export async function cold(
  runtime: Runtime,
  served: Served,
  pages: readonly Asked[],
): Promise<void> {
  const queries = await queriesOf(
    runtime,
    pages.map(([, address]) => address),
  );
  for (const [what, address] of pages) {
    let taken: number[] = [];
    const used = await processorsFor(served, perPage + 5, async () => {
      taken = await rendered(runtime, served, address);
    });
    row(
      `${what} \`${address}\` rendered, nobody: median, p95; processors of server and database; queries`,
      `${shown(median(taken))} and ${shown(quantile(taken, 0.95))} ms; ${used} ms; ${queries.get(address)!.length}`,
      '≤ 25 ms',
    );
  }
}

const zipped = {
  gzip: (bytes: Buffer) => gzipSync(bytes).length,
  // As the page cache does it.
  brotli: (bytes: Buffer) =>
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length,
};

/** HTML and every stylesheet it asks for, compressed; and the script that it cannot do without. */
export async function weigh({ base }: Served, address: string): Promise<void> {
  const html = await ask(base + address);
  const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(([tag]) =>
    /href="([^"]+)"/.exec(tag)![1]!.replaceAll('&amp;', '&'),
  );
  const parts = [Buffer.from(html)];
  for (const href of sheets) parts.push(Buffer.from(await ask(new URL(href, base).href)));
  const all = (pack: (bytes: Buffer) => number) => parts.map(pack).reduce((a, b) => a + b, 0);
  const sizes = [all(zipped.gzip), all(zipped.brotli), all((bytes) => bytes.length)];
  const [gzip, brotli, plain] = sizes.map((bytes) => shown(bytes / 1000, ' KB'));
  row(
    `\`${address}\`: page and ${sheets.length} stylesheets, gzip, brotli (as they are)`,
    `${gzip} and ${brotli} (${plain})`,
    '≤ 50 KB',
  );
  const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)].filter(
    ([, tag]) => !tag!.includes('application/ld+json'),
  );
  // Everything stands in the page itself: a script may only add to it.
  const holding = scripts.filter(
    ([, tag, inside]) => inside !== '' || !/type="module"|defer|async/.test(tag!),
  );
  let bytes = 0;
  for (const [, tag] of scripts) {
    const src = /src="([^"]+)"/.exec(tag!)?.[1];
    if (src !== undefined) bytes += zipped.brotli(Buffer.from(await ask(new URL(src, base).href)));
  }
  row(
    '– scripts that hold the page up; those that only add to it, brotli',
    `${holding.length} (0 bytes needed); ${scripts.length}, ${shown(bytes / 1000, ' KB')}`,
    '0',
  );
}

/** Megabytes that a process holds now; NaN where the system does not tell. */
export function memoryOf(child: ChildProcess): number {
  if (process.platform !== 'linux') return Number.NaN;
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000;
}
