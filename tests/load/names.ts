// Names looked for as the list of members does it, by the number of people there are.
import { listMembers } from '../../src/modules/people/index.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { openRuntime, type Runtime } from '../../src/runtime.ts';
import { exponent, median, quantile, row, shown, timed } from './figures.ts';
import { fillRegistry } from './million.ts';
import { inCopy } from './programs.ts';
import { searches } from './requests.ts';

/** Milliseconds of one search for each of `searches`, all of them asked 20 times; the first round is left out. */
export async function measureNames(runtime: Runtime, budget: string): Promise<number[]> {
  const cx = runtime.cx('cli');
  const order = { under: null, sort: 'name', descending: false, page: 1, size: 20 } as const;
  const look = (q: string) => listMembers(cx, { ...order, filter: { q } });
  const taken = await timed(
    240,
    (turn) => look(searches[Math.abs(turn) % searches.length]!),
    searches.length,
  );
  const found = await runtime.database.pool.query('select count(*) as n from person');
  row(
    `names without dấu among ${shown(Number(found.rows[0].n))} persons: p50, p95`,
    `${shown(median(taken))} and ${shown(quantile(taken, 0.95))} ms`,
    budget,
  );
  for (const words of searches)
    row(`– “${words}”`, shown(median(await timed(6, () => look(words))), ' ms'), '');
  return taken;
}

/** The same at 1×, 10× and 100×, each in a copy of the folder. */
export async function namesByPersons(demo: string): Promise<void> {
  const [sizes, middle] = [[3_000, 30_000, 300_000], [] as number[]];
  for (const size of sizes) {
    await inCopy(demo, async (data) => {
      const runtime = await openRuntime(
        loadConfig({ argv: { data }, env: { LIENTRI_LOG: 'error' } }),
      );
      try {
        const client = await runtime.database.ownerPool.connect();
        await fillRegistry(client, Math.ceil((size * 10) / 9)).finally(() => client.release(true));
        const budget = size === 300_000 ? 'p95 ≤ 20 ms' : '';
        middle.push(median(await measureNames(runtime, budget)));
      } finally {
        await runtime.close();
      }
    });
  }
  row('names by the number of persons', `exponent ${shown(exponent(sizes, middle))}`, '');
}
