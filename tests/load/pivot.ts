// The pivot of 63 unions × the benchmark table × 5 years, by the number of records; called by the bench
// once the activities have their size.

import { recordActivity } from '../../src/modules/activities/index.ts';
import { pivotOf, plainQuestion } from '../../src/modules/dashboards/index.ts';
import { findOrganisation } from '../../src/modules/organisations/index.ts';
import type { Runtime } from '../../src/runtime.ts';
import { exponent, median, row, shown, timed } from './figures.ts';

const question = { ...plainQuestion, group: 'peers', until: '2019', count: 5 } as const;

/** Measures a pivot at one size of the data: computed after a change, and kept. */
export async function measurePivot(runtime: Runtime): Promise<{ fresh: number; kept: number }> {
  const cx = runtime.cx('cli');
  const union = await findOrganisation(cx.db, 'sonla', cx.clock.today());
  if (union === null) throw new Error('no sonla');
  const ask = () => pivotOf(cx, question, { organisationId: union.id });
  const fresh: number[] = [];
  for (let turn = -2; turn < 5; turn += 1) {
    const made = await recordActivity(cx, {
      organisation: 'sonla',
      kind: 'social_work',
      title: `Đo bảng tổng hợp ${turn}`,
      starts_on: '2019-03-01',
    });
    if (!made.ok) throw new Error(JSON.stringify(made.issues));
    const start = performance.now();
    const pivot = await ask();
    if (turn >= 0) fresh.push(performance.now() - start);
    const figures = pivot.organisations.length * pivot.indicators.length * pivot.periods.length;
    if (figures !== 63 * 27 * 5) throw new Error(`${figures} figures`);
  }
  return { fresh: median(fresh), kept: median(await timed(20, ask)) };
}

/** Prints the growth. `sizes`: the numbers of activities, smallest first. */
export function tellPivot(
  sizes: readonly number[],
  taken: readonly { readonly fresh: number; readonly kept: number }[],
): void {
  for (const what of ['fresh', 'kept'] as const) {
    const times = taken.map((one) => one[what]);
    const each = sizes.map((size, at) => `${shown(size)}: ${shown(times[at]!, ' ms')}`).join('; ');
    row(
      `pivot, 63 unions × 27 indicators × 5 years, ${what}, by the number of activities`,
      `${each}; exponent ${shown(exponent(sizes, times))}`,
      what === 'fresh' ? '≤ 500 ms' : '≤ 100 ms',
    );
  }
}
