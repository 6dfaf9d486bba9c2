// How fast rosters come in: through the command line, as an office would, each into a registry that is
// the same before it; against a bare COPY of the same people into tables with the same indexes.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { createOrganisation } from '../../src/modules/organisations/index.ts';
import { execute } from '../../src/platform/command.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { openTable } from '../../src/platform/documents/tables/index.ts';
import { writeXlsxRows } from '../../src/platform/documents/tables/testing.ts';
import { openRuntime, type Runtime } from '../../src/runtime.ts';
import { exponent, median, row, shown } from './figures.ts';
import { inCopy, peakOf, printed, run } from './programs.ts';
import { measureRequests } from './requests.ts';
import { rosterRows, writeRoster } from './roster.ts';

const sizes = (process.env.BENCH_ROWS ?? '3000,30000,300000').split(',').map(Number);

interface Took {
  readonly seconds: number;
  /** Most memory that the process held, in megabytes. */
  readonly peak: number;
  readonly answer: Readonly<Record<string, number>>;
}

async function bring(data: string, file: string, code: string): Promise<Took> {
  const args = ['import', 'members', file, '--org', code, '--data', data, '--yes', '--json'];
  const child = run('src/cli.ts', args);
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, peakOf(child) || 0);
  }, 50);
  const said = await printed(child, `the import of ${file}`).finally(() => clearInterval(look));
  const answer = JSON.parse(said);
  return { seconds: answer.seconds, peak, answer };
}

async function inRuntime<T>(data: string, work: (runtime: Runtime) => Promise<T>): Promise<T> {
  const runtime = await openRuntime(loadConfig({ argv: { data }, env: { LIENTRI_LOG: 'error' } }));
  try {
    return await work(runtime);
  } finally {
    await runtime.close();
  }
}

function addAssociations(data: string, codes: readonly string[]): Promise<void> {
  return inRuntime(data, async (runtime) => {
    for (const code of codes) {
      const raw = { code, kind: 'member_association', name: `Hội ${code}`, from: '2000-01-01' };
      const made = await execute(runtime.cx('cli'), createOrganisation, {
        ...raw,
        parent: 'sonla',
      });
      if (!made.ok) throw new Error(JSON.stringify(made.issues));
    }
  });
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
    rmSync(file, { force: true });
  }
  return seconds;
}

function bareCopies(data: string, code: string): Promise<number[]> {
  return inRuntime(data, async ({ database }) => {
    const client = await database.ownerPool.connect();
    const bare: number[] = [];
    try {
      for (let turn = 0; turn < 3; turn += 1) bare.push(await bareCopy(client, code));
    } finally {
      client.release();
    }
    return bare;
  });
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

const first = 'do-mot';
const second = 'do-hai';

/** Imports of growing length, each into a copy of the demo; the longest also as a workbook. */
export async function measureImports(demo: string): Promise<void> {
  const folder = path.dirname(demo);
  const idle = await inCopy(demo, async (data) => {
    await addAssociations(data, [first]);
    const few = path.join(folder, 'few.csv');
    await writeRoster(few, 10, 'few');
    return (await bring(data, few, first)).peak;
  });
  const taken: number[] = [];
  for (const size of sizes) {
    const last = size === sizes.at(-1);
    taken.push(await inCopy(demo, (data) => csv(data, folder, size, idle, last)));
    if (last) await inCopy(demo, (data) => workbook(data, folder, size, taken.at(-1)!, idle));
  }
  if (sizes.length > 1)
    row('roster import (CSV) by rows', `exponent ${shown(exponent(sizes, taken))}`, '');
}

async function csv(
  data: string,
  folder: string,
  size: number,
  idle: number,
  last: boolean,
): Promise<number> {
  await addAssociations(data, [first, second]);
  const file = path.join(folder, `${size}.csv`);
  await writeRoster(file, size, `roster ${size}`);
  const once = await bring(data, file, first);
  const again = await bring(data, file, first);
  const bare = median(await bareCopies(data, first));
  const what = `roster import, ${shown(size)} rows × 12, CSV`;
  const against = `${shown(once.seconds, ' s')}; ${shown(once.seconds / bare)} × (${shown(bare, ' s')})`;
  row(`${what}: whole; against bare COPY with the same indexes`, against, '≤ 5 ×');
  row(`${what}: memory above idle`, shown(once.peak - idle, ' MB'), '≤ 300 MB');
  const changes = (again.answer.created ?? 0) + (again.answer.updated ?? 0);
  row(
    `${what}: second time; changes`,
    `${shown(again.seconds / once.seconds)} ×; ${changes}`,
    '≤ 0.7 ×; 0',
  );
  if (last) {
    const clerk = { email: 'clerk@demo.example', name: 'a clerk', organisation: 'sonla' };
    const sorts = ['name', 'birth', '-birth', 'joined', '-joined'];
    await measureRequests(data, size, { ...clerk, sorts }, size <= 300_000 ? 'p95 ≤ 20 ms' : '');
    await growth(data, folder, size, once.seconds);
  }
  return once.seconds;
}

/** As many other people into a registry that holds those of the first file. */
async function growth(data: string, folder: string, size: number, once: number): Promise<void> {
  const file = path.join(folder, `${size}-others.csv`);
  await writeRoster(file, size, `others ${size}`);
  const others = await bring(data, file, second);
  row(
    `roster import, ${shown(size)} other people into a registry of ${shown(size)}, against an empty one`,
    `${shown(others.seconds / once)} × (${shown(others.seconds, ' s')})`,
    '',
  );
}

async function workbook(
  data: string,
  folder: string,
  size: number,
  csvSeconds: number,
  idle: number,
): Promise<void> {
  await addAssociations(data, [first, second]);
  const file = path.join(folder, `${size}.xlsx`);
  // The same people as in the CSV file.
  const sheets = [{ name: 'Hội viên', rows: rosterRows(size, `roster ${size}`) }];
  await writeXlsxRows(file, { sheets, sharedStrings: true });
  const ours = await readOnly(file);
  const theirs = await hucreReads(file);
  const each = `${shown(ours / theirs)} × (${shown(ours)} and ${shown(theirs)} s)`;
  row(`reading ${shown(size)} rows × 12, XLSX with shared strings, against hucre`, each, '≤ 1.5 ×');
  const once = await bring(data, file, first);
  const most = csvSeconds + theirs * 1.5;
  row(
    `roster import, ${shown(size)} rows × 12, XLSX: whole`,
    shown(once.seconds, ' s'),
    `≤ ${shown(most, ' s')}`,
  );
  row('– memory above idle', shown(once.peak - idle, ' MB'), '≤ 300 MB');
}
