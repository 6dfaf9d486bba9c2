// npm run load:deadline: the last minute of a call. So many entrants submit, most of them in the last
// seconds, over so many connections; some come too late. With --kills the server and its database are
// killed meanwhile and started again. What was acknowledged has to be there, whole, signed, in time.
//   npm run load:deadline -- [--count 5000] [--connections 200] [--late 250] [--kills 0] [--seconds 60]
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { randomFromSeed } from '../../src/kernel/random.ts';
import { modules } from '../../src/modules.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { serverProcesses } from '../../src/platform/database/postmaster.ts';
import { diagnose } from '../../src/platform/doctor.ts';
import { verifyText } from '../../src/platform/keys.ts';
import { openRuntime } from '../../src/runtime.ts';
import { freePort } from '../support/server.ts';
import { type Entrants, entrants, keptOf } from './entrants.ts';
import { median, quantile, row, shown } from './figures.ts';
import { command, serve, stop, stopAll } from './programs.ts';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '5000' },
    connections: { type: 'string', default: '200' },
    late: { type: 'string', default: '250' },
    kills: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '60' },
  },
});
const count = Number(options.count);
const connections = Number(options.connections);
const late = Number(options.late);
const kills = Number(options.kills);
const lastMs = Number(options.seconds) * 1000;
/** Time for the server to start before the last minute begins. */
const leadMs = 20_000;

interface Sent {
  readonly token: string;
  /** When the last byte of the request left. */
  sentAt: number;
  answeredAt: number;
  status: number;
  /** Where the answer leads, or what it says. */
  said: string;
  tries: number;
}

/** Moments in the last minute, more and more of them towards its end; then those that are late. */
function schedule(closes: number): number[] {
  const next = randomFromSeed('deadline');
  const share = () => next() / 2 ** 32;
  const before = Array.from({ length: count }, () => closes - 1 - lastMs * share() ** 3);
  const after = Array.from({ length: late }, () => closes + 50 + 3_000 * share());
  return [...before.sort((a, b) => a - b), ...after.sort((a, b) => a - b)];
}

const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });

function post(port: number, sent: Sent): Promise<void> {
  return new Promise((resolve, reject) => {
    const body = 'cam_doan=1';
    const asked = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: `/ho-so/${sent.token}/nop`,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': body.length,
          'sec-fetch-site': 'same-origin',
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          sent.answeredAt = Date.now();
          sent.status = answer.statusCode ?? 0;
          sent.said = answer.headers.location ?? Buffer.concat(parts).toString('utf8');
          resolve();
        });
      },
    );
    asked.on('error', reject);
    asked.on('finish', () => {
      sent.sentAt = Date.now();
    });
    asked.end(body);
  });
}

/** Submits, and again where the line broke, as a person would who got no answer. */
async function submit(port: number, sent: Sent): Promise<void> {
  for (; sent.tries < 200; sent.tries += 1) {
    try {
      await post(port, sent);
      // Where we kill the database, the page that says so asks to try again.
      if (sent.status < 500 || kills === 0) return;
    } catch {
      // The line broke: nobody knows whether it arrived.
    }
    await sleep(250);
  }
}

/** Kills the server, its database or both, and starts them again. */
async function killing(data: string, port: number, first: ChildProcess, until: number) {
  let server = first;
  for (let turn = 0; turn < kills; turn += 1) {
    await sleep(Math.max(0, (until - Date.now()) / (kills - turn + 1)));
    const database = serverProcesses(data);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    if (turn % 3 !== 1) for (const pid of database) process.kill(pid, 'SIGKILL');
    if (turn % 3 !== 2) {
      server.kill('SIGKILL');
      await ended;
      ({ server } = await serve(data, {}, port));
    }
  }
  return server;
}

async function tell(data: string, made: Entrants, all: readonly Sent[]): Promise<boolean> {
  const runtime = await openRuntime(loadConfig({ argv: { data }, env: { LIENTRI_LOG: 'error' } }));
  try {
    const cx = runtime.cx('cli');
    const kept = await keptOf(cx, made.tokens);
    const acknowledged = all.filter((one) => one.status === 303);
    const refused = all.filter((one) => one.status === 422);
    const others = all.filter((one) => one.status !== 303 && one.status !== 422);
    const closes = made.closes.getTime();
    const lost = acknowledged.filter(({ token }) => !kept.has(token));
    const broken = [...kept.values()].filter(
      (one) => !one.sound || verifyText(cx.keys, 'receipt', one.receipt, one) !== 'good',
    );
    const tooLate = [...kept.values()].filter(({ receivedAt }) => receivedAt >= made.closes);
    const silent = refused.filter(({ said }) => !said.includes('Hết hạn'));
    const hard = refused.filter(({ sentAt, tries }) => tries === 0 && sentAt < closes);
    const numbers = new Set([...kept.values()].map(({ number }) => number));
    const took = all.map((one) => one.answeredAt - one.sentAt).filter((ms) => ms > 0);
    const findings = await diagnose(
      runtime.database,
      modules.flatMap((m) => m.invariants ?? []),
    );
    row('submissions sent in the last minute, late ones', `${shown(count)}, ${shown(late)}`, '');
    row('acknowledged with a receipt', shown(acknowledged.length), '');
    row('– lost of them', shown(lost.length), '0');
    row(
      'kept in all; receipts that do not verify; numbers given twice',
      `${shown(kept.size)}; ${shown(broken.length)}; ${shown(kept.size - numbers.size)}`,
      '0; 0',
    );
    row('kept although late', shown(tooLate.length), '0');
    row(
      'refused in words; without the reason',
      `${shown(refused.length)}; ${shown(silent.length)}`,
      '; 0',
    );
    row('– refused although sent before the last second was over', shown(hard.length), '');
    row('answered otherwise', shown(others.length), '0');
    row(
      'time to the answer, p50, p95, p99, longest',
      `${[median(took), quantile(took, 0.95), quantile(took, 0.99), Math.max(...took)].map((ms) => shown(ms)).join(', ')} ms`,
      '',
    );
    row(
      'last answer after the deadline',
      shown((Math.max(...all.map((one) => one.answeredAt)) - closes) / 1000, ' s'),
      '',
    );
    row(
      'sent more than once, since the line broke',
      shown(all.filter(({ tries }) => tries > 0).length),
      '',
    );
    row('findings of the doctor', shown(findings.length), '0');
    for (const one of others.slice(0, 3))
      process.stderr.write(`${one.status} ${one.said.slice(0, 300)}\n`);
    for (const one of findings) process.stderr.write(`${JSON.stringify(one)}\n`);
    return [lost, broken, tooLate, silent, others, findings].every((list) => list.length === 0);
  } finally {
    await runtime.close();
  }
}

async function prepare(data: string): Promise<Entrants> {
  const runtime = await openRuntime(loadConfig({ argv: { data }, env: { LIENTRI_LOG: 'error' } }));
  try {
    const closes = new Date(Date.now() + lastMs + leadMs);
    return await entrants(runtime.cx('cli'), {
      organisation: 'vusta',
      code: 'phut-cuoi',
      closes,
      count: count + late,
    });
  } finally {
    await runtime.close();
  }
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-deadline-'));
try {
  const data = path.join(folder, 'data');
  const named = ['--union', 'Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam', '--code', 'vusta'];
  await command(['setup', '--empty', '--data', data, ...named, '--admin', 'admin@hoi.example']);
  const made = await prepare(data);
  const port = await freePort();
  const { base, server } = await serve(data, {}, port);
  const closes = made.closes.getTime();
  process.stdout.write('| what | found | has to be |\n|---|---|---|\n');
  const work = schedule(closes).map(async (at, place): Promise<Sent> => {
    const sent = {
      token: made.tokens[place]!,
      sentAt: 0,
      answeredAt: 0,
      status: 0,
      said: '',
      tries: 0,
    };
    await sleep(Math.max(0, at - Date.now()));
    await submit(port, sent);
    return sent;
  });
  const last = await killing(data, port, server, closes);
  const all = await Promise.all(work);
  const begun = performance.now();
  const page = await fetch(`${base}/`);
  await page.arrayBuffer();
  row('`/` after the storm', `${page.status} in ${shown(performance.now() - begun, ' ms')}`, '200');
  await stop(last);
  if (!(await tell(data, made, all))) process.exitCode = 1;
} finally {
  agent.destroy();
  await stopAll();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
