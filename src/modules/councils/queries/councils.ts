import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { councilRead } from '../policy.ts';
import { type Council, type OpenedCouncil, type Seat, seatRoles } from '../schema/index.ts';
import { editionColumn, editionJoin, type Hold, readEdition } from './judges.ts';

const councilColumns = sql`c.id, c.pid, c.edition_id as "editionId", c.name, c.fields, c.phases, c.voting,
  c.decision, to_char(c.decided_on, 'YYYY-MM-DD') as "decidedOn", c.version`;

/** The councils of an edition in the order in which they were set up: one query. Ask for the right to read before. */
export function councilsOf(cx: Cx, editionId: string): Promise<Council[]> {
  return all(
    cx.db,
    sql<Council>`select ${councilColumns} from council c where c.edition_id = ${editionId}
      order by c.created_at, c.pid`,
  );
}

/** A council that the actor's office may see. @throws NotFound */
export async function councilByPid(
  cx: Cx,
  pid: string,
  how: Hold = 'read',
): Promise<OpenedCouncil> {
  const row = await maybe(
    cx.db,
    sql<OpenedCouncil>`select ${councilColumns}, ${editionColumn}
      from council c join edition e on e.id = c.edition_id ${editionJoin(cx)}
      where c.pid = ${pid} and e.deleted_at is null
        and ${visible(cx, councilRead, sql`e.organisation_id`)}
      ${how === 'held' ? sql`for update of c` : sql``}`,
  );
  if (row === null) throw new NotFound('council');
  return readEdition(row);
}

const seatSelect = sql`select s.id, s.pid, s.council_id as "councilId", s.judge_id as "judgeId", s.role,
    s.votes, jsonb_build_object('pid', j.pid, 'name', j.name, 'title', j.title, 'unit', j.unit,
      'email', j.email, 'state', j.state, 'expertise', j.expertise, 'maxLoad', j.max_load) as judge
  from seat s join judge j on j.id = s.judge_id`;

const order = sql`order by array_position(${[...seatRoles]}::text[], s.role), s.given_at, s.pid`;

/** The seats of councils, the chair first, each with its judge: one query. */
export function seatsOf(cx: Cx, councilIds: readonly string[]): Promise<Seat[]> {
  return all(
    cx.db,
    sql<Seat>`${seatSelect} where s.council_id = any(${councilIds}::uuid[]) ${order}`,
  );
}

/** The seats of judges: one query. */
export function seatsOfJudges(cx: Cx, judgeIds: readonly string[]): Promise<Seat[]> {
  return all(cx.db, sql<Seat>`${seatSelect} where s.judge_id = any(${judgeIds}::uuid[]) ${order}`);
}

/** A seat that the actor's office may see, with its council. @throws NotFound */
export async function seatByPid(
  cx: Cx,
  pid: string,
): Promise<{ readonly seat: Seat; readonly council: OpenedCouncil }> {
  const found = await maybe(
    cx.db,
    sql<{
      council: string;
    }>`select c.pid as council from seat s join council c on c.id = s.council_id
      where s.pid = ${pid}`,
  );
  if (found === null) throw new NotFound('seat');
  const council = await councilByPid(cx, found.council, 'held');
  const seat = (await seatsOf(cx, [council.id])).find((one) => one.pid === pid);
  if (seat === undefined) throw new NotFound('seat');
  return { seat, council };
}
