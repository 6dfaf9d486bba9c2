import type { Cx } from '../../../platform/cx.ts';
import { runsOf } from '../../assignments/index.ts';
import type { Edition } from '../../calls/index.ts';
import type { Council } from '../../councils/index.ts';
import type { BundleRun } from '../rules/index.ts';

/** The runs that assigned judges, with all that they were run from. */
export async function runsToTell(
  cx: Cx,
  edition: Pick<Edition, 'id'>,
  councils: readonly Council[],
): Promise<BundleRun[]> {
  const pids = new Map(councils.map(({ id, pid }) => [id, pid]));
  const runs = await runsOf(cx, { editionId: edition.id });
  return runs
    .map(({ pid, councilId, phase, seed, input, output }) => ({
      pid,
      council: pids.get(councilId) ?? '',
      phase,
      seed,
      input,
      output,
    }))
    .sort((a, b) => (a.pid < b.pid ? -1 : 1));
}
