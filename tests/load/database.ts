// What the database does, asked through the product's own functions.
import { recordActivity } from '../../src/modules/activities/index.ts';
import { benchmarkTable } from '../../src/modules/reporting/index.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { openRuntime, type Runtime } from '../../src/runtime.ts';
import { exponent, median, row, shown, timed } from './figures.ts';
import { measurePivot, tellPivot } from './pivot.ts';

/** Opens the folder and measures; what it writes stays in the folder. */
export async function measureDatabase(data: string): Promise<void> {
  const runtime = await openRuntime(loadConfig({ argv: { data }, env: { LIENTRI_LOG: 'error' } }));
  try {
    await benchmark(runtime);
    await growth(runtime);
  } finally {
    await runtime.close();
  }
}

const question = { org: 'sonla', structure: 'then' } as const;

async function tableOn(runtime: Runtime, on: string): Promise<unknown> {
  return benchmarkTable(runtime.cx('cli'), { ...question, on });
}

/** Another day at each turn and in each year: what was computed for one is kept. */
const anotherDay = (year: number, turn: number) =>
  `${year}-${turn < 0 ? '05' : '06'}-${String(1 + (Math.abs(turn) % 28)).padStart(2, '0')}`;

const bareCount = (runtime: Runtime) =>
  timed(60, () => runtime.database.pool.query('select count(*) from activity'));

async function benchmark(runtime: Runtime): Promise<void> {
  const bare = median(await bareCount(runtime));
  const tell = (what: string, taken: readonly number[], budget: string) =>
    row(
      `benchmark table, 63 unions, ${what}: median; against one bare count`,
      `${shown(median(taken), ' ms')}; ${shown(median(taken) / bare)} ×`,
      budget,
    );
  tell('warm', await timed(30, () => tableOn(runtime, '2019-12-31')), '≤ 100 ms');
  const fresh: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const made = await recordActivity(runtime.cx('cli'), {
      organisation: 'sonla',
      kind: 'social_work',
      title: `Đo tốc độ ${turn}`,
      starts_on: '2019-03-01',
    });
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    const start = performance.now();
    await tableOn(runtime, '2019-12-31');
    fresh.push(performance.now() - start);
  }
  tell('fresh after one change', fresh, '≤ 100 ms');
  const past = await timed(30, (turn) => tableOn(runtime, anotherDay(2014, turn)));
  tell('any past date', past, '≤ 500 ms');
}

/** 1, 10 and 100 times the activities: copies under other unions, of other years. */
async function growth(runtime: Runtime): Promise<void> {
  const { ownerPool } = runtime.database;
  const rows = async () =>
    Number((await ownerPool.query('select count(*) as n from activity')).rows[0].n);
  const [sizes, tables]: [number[], number[]] = [[], []];
  const pivots: Awaited<ReturnType<typeof measurePivot>>[] = [];
  const first = await rows();
  for (const times of [1, 10, 100]) {
    const missing = first * times - (await rows());
    if (missing > 0) {
      await ownerPool.query(
        `insert into activity (id, pid, organisation_id, kind, title, search, starts_on, role, data, version, created_at)
         select gen_random_uuid(), substr(md5(random()::text || n), 1, 16), a.organisation_id, a.kind,
           a.title, a.search, a.starts_on - (n % 3000), a.role, a.data, 1, now()
         from generate_series(1, $1) n
         join (select *, row_number() over (order by id) as nth from activity) a
           on a.nth = 1 + n % $2`,
        [missing, first],
      );
      await ownerPool.query('vacuum analyze activity');
    }
    sizes.push(await rows());
    tables.push(
      median(await timed(10, (turn) => tableOn(runtime, anotherDay(2015 + sizes.length, turn)))),
    );
    pivots.push(await measurePivot(runtime));
  }
  const each = sizes.map((size, at) => `${shown(size)}: ${shown(tables[at]!, ' ms')}`).join('; ');
  row(
    `benchmark table by the number of activities`,
    `${each}; exponent ${shown(exponent(sizes, tables))}`,
    '',
  );
  tellPivot(sizes, pivots);
}
