import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { type Seat, seatsOf } from '../../councils/index.ts';
import type { Bench } from '../schema/index.ts';

/** Who may be given dossiers of a council: seats with a vote whose judges accepted. One query. */
export async function benchOf(cx: Cx, councilId: string): Promise<Bench[]> {
  const seats = await seatsOf(cx, [councilId]);
  return seats.filter(({ votes, judge }) => votes && judge.state === 'accepted').map(benchSeat);
}

const benchSeat = ({ judgeId, role, judge }: Seat): Bench => ({
  ...{ judgeId, role },
  ...{ pid: judge.pid, name: judge.name, title: judge.title, unit: judge.unit },
  ...{ expertise: judge.expertise, maxLoad: judge.maxLoad },
});

/** How many dossiers judges have in the phase from other councils, by the id of the judge: one query. */
export async function loadsElsewhere(
  cx: Cx,
  editionId: string,
  phase: string,
  councilId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await all(
    cx.db,
    sql<{ judge: string; many: number }>`select a.judge_id as judge, count(*)::integer as many
      from assignment a join council c on c.id = a.council_id
      where c.edition_id = ${editionId} and a.phase = ${phase} and a.state = 'active'
        and a.council_id <> ${councilId}
      group by a.judge_id`,
  );
  return new Map(rows.map(({ judge, many }) => [judge, many]));
}
