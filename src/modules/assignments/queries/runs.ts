import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import type { RunInput, RunOutput } from '../rules/index.ts';
import type { Run } from '../schema/index.ts';

const columns = sql`r.id, r.pid, r.council_id as "councilId", r.phase, r.seed::float8 as seed, r.settings,
  r.total::float8 as total, r.bound::float8 as bound, r.worst::float8 as worst,
  r.worst_bound::float8 as "worstBound", r.at`;

/** A run with all that it takes to run it again. */
export interface FullRun extends Run {
  readonly input: RunInput;
  readonly output: RunOutput;
}

interface RunFilter {
  readonly editionId: string;
  readonly councilId?: string;
  readonly phase?: string;
}

/** The runs of an edition with their inputs, the newest first: one query. Ask for the right to read before. */
export function runsOf(cx: Cx, { editionId, councilId, phase }: RunFilter): Promise<FullRun[]> {
  return all(
    cx.db,
    sql<FullRun>`select ${columns}, r.input, r.output
      from assignment_run r join council c on c.id = r.council_id
      where c.edition_id = ${editionId} and (${councilId ?? null}::uuid is null or c.id = ${councilId ?? null})
        and (${phase ?? null}::text is null or r.phase = ${phase ?? null})
      order by r.at desc, r.pid`,
  );
}

/** The same without what it takes to run them again. */
export function runList(cx: Cx, editionId: string): Promise<Run[]> {
  return all(
    cx.db,
    sql<Run>`select ${columns} from assignment_run r join council c on c.id = r.council_id
      where c.edition_id = ${editionId} order by r.at desc, r.pid`,
  );
}

/** The run of a council and phase that was made last, without its input; null: none. */
export function latestRun(cx: Cx, councilId: string, phase: string): Promise<Run | null> {
  return maybe(
    cx.db,
    sql<Run>`select ${columns} from assignment_run r
      where r.council_id = ${councilId} and r.phase = ${phase} order by r.at desc, r.pid limit 1`,
  );
}
