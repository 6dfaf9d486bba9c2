// npm run bench: how fast the product is, as ratios within one run. Nothing here is a test: machines
// differ, and two things measured side by side do not.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import autocannon from 'autocannon';
import { freePort } from '../support/server.ts';
import { measureAssignment } from './assignment.ts';
import { measureCalibration } from './calibration.ts';
import { measureDatabase } from './database.ts';
import { median, quantile, row, shown, timed } from './figures.ts';
import { measureImports } from './imports.ts';
import { measureLikenesses } from './likenesses.ts';
import { namesByPersons } from './names.ts';
import { demoFolder, processorTime, run, said, serve, signIn, stop, stopAll } from './programs.ts';
import { measureScale } from './scale.ts';
import { measureSimilarity } from './similarity.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const parts = (
  process.env.BENCH_PARTS ??
  'pages,imports,names,database,similarity,assignment,calibration,likenesses,scale'
).split(',');
const scale = Number(process.env.BENCH_SCALE ?? 0);
const connections = 64;
const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-bench-'));
const data = path.join(folder, 'data');

async function starts(): Promise<{ base: string; server: ChildProcess }> {
  const begun = performance.now();
  const { server: first } = await serve(data, { LIENTRI_FIRST_RUN: 'demo' });
  row('first start, with the demo made', shown((performance.now() - begun) / 1000, ' s'), '');
  await stop(first);
  const again = performance.now();
  const { base, server } = await serve(data);
  await (await fetch(`${base}/`)).arrayBuffer();
  const took = (performance.now() - again) / 1000;
  row('second start, until `/` is answered', shown(took, ' s'), '≤ 5 s');
  return { base, server };
}

interface Place {
  readonly name: string;
  readonly url: string;
  readonly child: ChildProcess;
  readonly rates: number[];
  readonly p99: number[];
  /** Microseconds of processor time for each request. */
  readonly cost: number[];
}

const place = (name: string, url: string, child: ChildProcess): Place => ({
  ...{ name, url, child, rates: [], p99: [], cost: [] },
});

async function load({ name, url, child, rates, p99, cost }: Place): Promise<void> {
  const before = processorTime(child);
  const headers = { 'accept-encoding': 'gzip, br' };
  const result = await autocannon({ url, connections, duration: seconds, headers });
  if (result.non2xx + result.errors > 0) throw new Error(`${name}: not all were answered`);
  rates.push(result.requests.average);
  p99.push(result.latency.p99);
  cost.push(((processorTime(child) - before) * 1000) / result.requests.total);
}

async function throughput(base: string, server: ChildProcess, address: string): Promise<void> {
  const headers = { 'accept-encoding': 'gzip, br' };
  for (let turn = 0; turn < 3; turn += 1) await (await fetch(base + address, { headers })).text();
  // The answer as it goes over the line: fetch would unpack it.
  const raw = await rawAnswer(base + address, headers);
  const file = path.join(folder, 'page');
  writeFileSync(file, raw.body);
  const port = await freePort();
  const bare = run('tests/load/bare.ts', [String(port), file, JSON.stringify(raw.headers)]);
  await said(bare, /ready/);
  const ours = place('ours', base + address, server);
  const theirs = place('bare', `http://127.0.0.1:${port}/`, bare);
  const places = [ours, theirs];
  for (const { url } of places) await autocannon({ url, connections, duration: 2, headers });
  for (let round = 0; round < 3; round += 1) {
    for (const one of round % 2 === 0 ? places : places.toReversed()) await load(one);
  }
  await stop(bare);
  const kilobytes = shown(raw.body.length / 1000, ' KB');
  const rate = median(ours.rates) / median(theirs.rates);
  const each = `${shown(median(ours.rates))} and ${shown(median(theirs.rates))} a second`;
  row(
    `\`${address}\` warm against a bare Fastify route (${kilobytes}): throughput`,
    `${shown(rate)} × (${each})`,
    '≥ 1 ×',
  );
  const cost = median(theirs.cost) / median(ours.cost);
  row(
    '– by the processor time of the server for a request (the client may be the slower one)',
    `${shown(cost)} × (${shown(median(ours.cost))} and ${shown(median(theirs.cost))} µs)`,
    '≥ 1 ×',
  );
  row(
    `\`${address}\` warm: p99 at ${connections} connections`,
    shown(median(ours.p99), ' ms'),
    '≤ 50 ms',
  );
}

async function rawAnswer(
  url: string,
  headers: Record<string, string>,
): Promise<{ body: Buffer; headers: Record<string, string> }> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(url, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const kept = Object.entries(answer.headers).filter(
          ([name]) => !['date', 'connection', 'keep-alive', 'content-length'].includes(name),
        );
        resolve({
          body: Buffer.concat(chunks),
          headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
        });
      });
    }).on('error', reject);
  });
}

/** Pages that nothing keeps: signed in, or with an address that nobody asked for before. */
async function cold(base: string): Promise<void> {
  const cookie = await signIn(base);
  const pages: readonly (readonly [string, string?])[] = [
    ['/'],
    ['/sonla'],
    ['/sonla/to-chuc'],
    ['/sonla/so-lieu'],
    ['/vp/sonla', cookie],
    ['/vp/sonla/hoat-dong', cookie],
    ['/vp/sonla/hoat-dong/ghi-nhan/seminar', cookie],
    ['/vp/sonla/to-chuc', cookie],
    ['/vp/sonla/khen-thuong', cookie],
    ['/vp/sonla/bao-cao/bang-so-sanh?ngay=2019-12-31', cookie],
  ];
  for (const [address, who] of pages) {
    const taken = await timed(60, async (turn) => {
      const url = `${base}${address}${address.includes('?') ? '&' : '?'}khong-giu=${turn}`;
      const answer = await fetch(url, who === undefined ? {} : { headers: { cookie: who } });
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      await answer.arrayBuffer();
    });
    const what = `\`${address}\` rendered, ${who === undefined ? 'nobody' : 'clerk'}: median, p95`;
    row(what, `${shown(median(taken))} and ${shown(quantile(taken, 0.95))} ms`, '≤ 25 ms');
  }
}

try {
  row('what', 'measured', 'budget');
  row('---', '---', '---');
  if (parts.includes('pages')) {
    const { base, server } = await starts();
    await throughput(base, server, '/');
    await throughput(base, server, '/sonla');
    await cold(base);
    await stop(server);
  }
  if (parts.includes('similarity')) measureSimilarity();
  if (parts.includes('assignment')) await measureAssignment();
  if (parts.includes('calibration')) measureCalibration();
  const withDemo = parts.some((part) =>
    ['imports', 'names', 'database', 'likenesses', 'scale'].includes(part),
  );
  const demo = withDemo ? await demoFolder(folder) : '';
  if (parts.includes('imports')) await measureImports(demo);
  if (parts.includes('likenesses')) await measureLikenesses(demo);
  if (parts.includes('scale') && scale > 0) await measureScale(demo, scale);
  if (parts.includes('names')) await namesByPersons(demo);
  if (parts.includes('database')) await measureDatabase(demo);
} finally {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
