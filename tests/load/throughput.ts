// A kept page under load, in turns with a bare Fastify route that returns the same bytes and headers.
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import path from 'node:path';
import autocannon from 'autocannon';
import { freePort } from '../support/server.ts';
import { median, row, shown } from './figures.ts';
import { processorTime, run, said, stop } from './programs.ts';

export const seconds = Number(process.env.BENCH_SECONDS ?? 5);
export const connections = 64;
/** What a browser says it can read. */
export const browser = { 'accept-encoding': 'gzip, br' };

interface Place {
  readonly name: string;
  readonly url: string;
  readonly child: ChildProcess;
  readonly rates: number[];
  readonly p50: number[];
  readonly p99: number[];
  /** Microseconds of processor time for each request. */
  readonly cost: number[];
}

const place = (name: string, url: string, child: ChildProcess): Place => ({
  ...{ name, url, child, rates: [], p50: [], p99: [], cost: [] },
});

async function load({ name, url, child, rates, p50, p99, cost }: Place): Promise<void> {
  const before = processorTime(child);
  const result = await autocannon({ url, connections, duration: seconds, headers: browser });
  if (result.non2xx + result.errors > 0) throw new Error(`${name}: not all were answered`);
  rates.push(result.requests.average);
  p50.push(result.latency.p50);
  p99.push(result.latency.p99);
  cost.push(((processorTime(child) - before) * 1000) / result.requests.total);
}

/** Prints how many a second, what each costs, and the slowest of a hundred; `folder` takes the bytes of the page. */
export async function throughput(
  { base, server }: { readonly base: string; readonly server: ChildProcess },
  address: string,
  folder: string,
): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1)
    await (await fetch(base + address, { headers: browser })).text();
  // The answer as it goes over the line: fetch would unpack it.
  const raw = await rawAnswer(base + address, browser);
  const file = path.join(folder, 'page');
  writeFileSync(file, raw.body);
  const port = await freePort();
  const bare = run('tests/load/bare.ts', [String(port), file, JSON.stringify(raw.headers)]);
  await said(bare, /ready/);
  const ours = place('ours', base + address, server);
  const theirs = place('bare', `http://127.0.0.1:${port}/`, bare);
  const places = [ours, theirs];
  for (const { url } of places)
    await autocannon({ url, connections, duration: 2, headers: browser });
  for (let round = 0; round < 3; round += 1) {
    for (const one of round % 2 === 0 ? places : places.toReversed()) await load(one);
  }
  await stop(bare);
  tell(address, raw.body.length, ours, theirs);
}

function tell(address: string, bytes: number, ours: Place, theirs: Place): void {
  const rate = median(ours.rates) / median(theirs.rates);
  const each = `${shown(median(ours.rates))} and ${shown(median(theirs.rates))} a second`;
  row(
    `\`${address}\` warm against a bare Fastify route (${shown(bytes / 1000, ' KB')}): throughput`,
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
    `\`${address}\` warm: p50, p99 at ${connections} connections`,
    `${shown(median(ours.p50))} and ${shown(median(ours.p99))} ms`,
    'p99 ≤ 50 ms',
  );
}

/** Body and headers as they go over the line. */
export async function rawAnswer(
  url: string,
  headers: Record<string, string>,
): Promise<{ body: Buffer; headers: Record<string, string> }> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`${url}: ${answer.statusCode}`));
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
