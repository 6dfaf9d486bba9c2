// How fast rosters come in: through the command line, as an office would, into organisations of their
// own; against a bare COPY of the same people into tables with the same indexes.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { createOrganisation } from '../../src/modules/organisations/index.ts';
import { execute } from '../../src/platform/command.ts';
import { loadConfig, projectRoot } from '../../src/platform/config.ts';
import { openTable } from '../../src/platform/documents/tables/index.ts';
import { writeXlsxRows } from '../../src/platform/documents/tables/testing.ts';
import { openRuntime, type Runtime } from '../../src/runtime.ts';
import { exponent, median, row, shown } from './figures.ts';
import { rosterRows, writeRoster } from './roster.ts';

const sizes = (process.env.BENCH_ROWS ?? '3000,30000,300000').split(',').map(Number);

interface Took {
  readonly seconds: number;
  /** Most memory that the process held, in megabytes. */
  readonly peak: number;
  readonly answer: Readonly<Record<string, number>>;
}

/** Megabytes; NaN where the system does not tell, or the process is gone. */
function peakOf(child: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1000;
  } catch {
    return Number.NaN;
  }
}

async function bring(data: string, file: string, code: string): Promise<Took> {
  const hook = path.join(projectRoot, 'bin/tsx-hook.mjs');
  const options = ['--import', hook, '--disable-warning=ExperimentalWarning'];
  const args = ['import', 'members', file, '--org', code, '--data', data, '--yes', '--json'];
  const child = spawn(process.execPath, [...options, 'src/cli.ts', ...args], {
    cwd: projectRoot,
    env: { ...process.env, LIENTRI_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, peakOf(child) || 0);
  }, 50);
  const code_ = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(look);
  if (code_ !== 0) throw new Error(`the import of ${file} ended with ${code_}`);
  const answer = JSON.parse(said);
  return { seconds: answer.seconds, peak, answer };
}

async function addAssociation(runtime: Runtime, code: string): Promise<void> {
  const raw = { code, kind: 'member_association', name: `Hội ${code}`, from: '2000-01-01' };
  const made = await execute(runtime.cx('cli'), createOrganisation, { ...raw, parent: 'sonla' });
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
}

/** Seconds to COPY the people of an organisation into empty tables that have the same indexes. */
async function bareCopy(client: pg.ClientBase, code: string): Promise<number> {
  const whose = `m.organisation_id = (select id from organisation where code = '${code}')`;
  await client.query(`create temp table source_person as
    select p.* from person p join membership m on m.person_id = p.id where ${whose}`);
  await client.query(
    `create temp table source_membership as select m.* from membership m where ${whose}`,
  );
  let seconds = 0;
  for (const table of ['person', 'membership']) {
    const file = `/tmp/lientri-bench-${process.pid}-${table}`;
    await client.query(`create table bare_${table} (like ${table} including all)`);
    await client.query(`copy source_${table} to '${file}'`);
    const start = performance.now();
    await client.query(`copy bare_${table} from '${file}'`);
    seconds += (performance.now() - start) / 1000;
    await client.query(`drop table bare_${table}`);
    await client.query(`drop table source_${table}`);
  }
  return seconds;
}

async function readOnly(file: string): Promise<number> {
  const start = performance.now();
  const opened = await openTable(file, path.basename(file));
  if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
  for await (const _ of opened.table.rows(0));
  await opened.table.close();
  return (performance.now() - start) / 1000;
}

async function hucreReads(file: string): Promise<number> {
  const { readXlsx } = await import('hucre/xlsx');
  const start = performance.now();
  await readXlsx(readFileSync(file));
  return (performance.now() - start) / 1000;
}

/** Imports of growing length into a folder with the demo; the longest also as a workbook. */
export async function measureImports(data: string): Promise<void> {
  const runtime = await openRuntime(loadConfig({ argv: { data }, env: { LIENTRI_LOG: 'error' } }));
  const folder = path.dirname(data);
  try {
    await addAssociation(runtime, 'do-it');
    const few = path.join(folder, 'few.csv');
    await writeRoster(few, 10, 'few');
    const idle = (await bring(data, few, 'do-it')).peak;
    const first: number[] = [];
    for (const size of sizes) first.push(await measure(runtime, data, folder, size, idle));
    row('roster import (CSV) by rows', `exponent ${shown(exponent(sizes, first))}`, '');
  } finally {
    await runtime.close();
  }
}

async function measure(
  runtime: Runtime,
  data: string,
  folder: string,
  size: number,
  idle: number,
): Promise<number> {
  const code = `do-${size}`;
  await addAssociation(runtime, code);
  const csv = path.join(folder, `${size}.csv`);
  await writeRoster(csv, size, `roster ${size}`);
  const once = await bring(data, csv, code);
  const again = await bring(data, csv, code);
  const client = await runtime.database.ownerPool.connect();
  const bare: number[] = [];
  try {
    for (let turn = 0; turn < 3; turn += 1) bare.push(await bareCopy(client, code));
  } finally {
    client.release();
  }
  const what = `roster import, ${shown(size)} rows × 12, CSV`;
  const against = `${shown(once.seconds, ' s')}; ${shown(once.seconds / median(bare))} × (${shown(median(bare), ' s')})`;
  row(`${what}: whole; against bare COPY with the same indexes`, against, '≤ 5 ×');
  row(`${what}: memory above idle`, shown(once.peak - idle, ' MB'), '≤ 300 MB');
  const changes = (again.answer.created ?? 0) + (again.answer.updated ?? 0);
  row(
    `${what}: second time; changes`,
    `${shown(again.seconds / once.seconds)} ×; ${changes}`,
    '≤ 0.7 ×; 0',
  );
  if (size === sizes.at(-1)) await workbook(runtime, data, folder, size, once.seconds, idle);
  return once.seconds;
}

async function workbook(
  runtime: Runtime,
  data: string,
  folder: string,
  size: number,
  csvSeconds: number,
  idle: number,
): Promise<void> {
  const code = `do-xlsx-${size}`;
  await addAssociation(runtime, code);
  const file = path.join(folder, `${size}.xlsx`);
  const sheets = [{ name: 'Hội viên', rows: rosterRows(size, `workbook ${size}`) }];
  await writeXlsxRows(file, { sheets, sharedStrings: true });
  const ours = await readOnly(file);
  const theirs = await hucreReads(file);
  const each = `${shown(ours / theirs)} × (${shown(ours)} and ${shown(theirs)} s)`;
  row(`reading ${shown(size)} rows × 12, XLSX with shared strings, against hucre`, each, '≤ 1.5 ×');
  const once = await bring(data, file, code);
  const most = csvSeconds + theirs * 1.5;
  row(
    `roster import, ${shown(size)} rows × 12, XLSX: whole`,
    shown(once.seconds, ' s'),
    `≤ ${shown(most, ' s')}`,
  );
  row('– memory above idle', shown(once.peak - idle, ' MB'), '≤ 300 MB');
}
