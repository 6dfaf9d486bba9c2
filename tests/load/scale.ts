// BENCH_SCALE=7000000: as many memberships as all unions of the country may have, in a scratch folder.
import { peopleOn } from '../../src/modules/census/index.ts';
import { allSources, type Definition, figuresOf } from '../../src/modules/indicators/index.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { openRuntime, type Runtime } from '../../src/runtime.ts';
import { median, row, shown, timed } from './figures.ts';
import { fillRegistry } from './million.ts';
import { measureNames } from './names.ts';
import { inCopy } from './programs.ts';
import { measureRequests } from './requests.ts';

/** Name searches and people counted once over the graph, at the size of the country. */
export function measureScale(demo: string, memberships: number): Promise<void> {
  return inCopy(demo, async (data) => {
    const runtime = await openRuntime(
      loadConfig({ argv: { data }, env: { LIENTRI_LOG: 'error' } }),
    );
    try {
      await fill(runtime, memberships);
      await measureNames(runtime, 'p95 ≤ 100 ms');
      await distinct(runtime);
    } finally {
      await runtime.close();
    }
    const persons = Math.floor((memberships * 9) / 10);
    const national = { email: 'national@demo.example', name: 'the national union' };
    const clerk = { email: 'clerk@demo.example', name: 'a clerk' };
    const [vusta, sonla] = [
      { ...national, organisation: 'vusta', sorts: ['name', 'birth'] },
      { ...clerk, organisation: 'sonla', sorts: ['name', 'birth', 'joined'] },
    ];
    for (const who of [vusta, sonla]) await measureRequests(data, persons, who, 'p95 ≤ 100 ms');
  });
}

async function fill({ database }: Runtime, memberships: number): Promise<void> {
  const client = await database.ownerPool.connect();
  const start = performance.now();
  await fillRegistry(client, memberships).finally(() => client.release(true));
  const took = (performance.now() - start) / 60_000;
  row(`registry of ${shown(memberships)} memberships made up`, shown(took, ' min'), '');
}

const humans: Definition = {
  indicatorId: '',
  code: 'humans',
  versionId: '',
  versionPid: '',
  from: null,
  until: null,
  sample: false,
  version: 1,
  label: '',
  unit: null,
  decimals: 0,
  source: 'memberships',
  filter: {},
  measure: 'distinct',
  argument: 'human',
  divisor: 1,
  numerator: null,
  denominator: null,
  scope: 'below',
  window: 'on_day',
  national: 'none',
  legalBasis: null,
};

/** The same days and organisations, once as SQL alone and once as the product asks; in turns. */
async function distinct(runtime: Runtime): Promise<void> {
  const { db, pool } = runtime.database;
  const cx = runtime.cx('cli');
  const on = cx.clock.today();
  const unions = await pool.query<{ id: string; kind: string }>(
    `select id, kind from organisation where deleted_at is null
       and kind in ('national_union', 'provincial_union', 'sector_society')`,
  );
  const root = unions.rows.filter(({ kind }) => kind === 'national_union').map(({ id }) => id);
  const all = unions.rows.map(({ id }) => id);
  const question = { wanted: [humans], definitions: new Map(), on };
  for (const [name, ids] of [
    ['the national union', root],
    [`${all.length} unions`, all],
  ] as const) {
    const bare = () =>
      pool.query(
        `select b.root_id, count(distinct m.identity_id)
         from organisations_below($1::uuid[], $2::date) b
         join membership m on m.organisation_id = b.organisation_id
         where m.deleted_at is null and m.during @> $2::date group by b.root_id`,
        [ids, on],
      );
    const ways = [
      bare,
      () => peopleOn(db, ids, on),
      () => figuresOf(db, allSources, question, ids),
    ] as const;
    const taken: number[][] = ways.map(() => []);
    for (let turn = 0; turn < 3; turn += 1)
      for (const [at, way] of ways.entries()) taken[at]!.push(...(await timed(1, way, 0)));
    const [sql, census, figure] = taken.map(median) as [number, number, number];
    const told = (time: number) => `${shown(time / sql)} × (${shown(time)} and ${shown(sql)} ms)`;
    const what = `people counted once at ${name}`;
    row(`${what}, against bare count(distinct)`, told(census), '≤ 1.5 ×');
    row(`${what}: as an indicator`, told(figure), '≤ 1.5 ×');
  }
}
