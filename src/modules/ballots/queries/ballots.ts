import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { nameOn } from '../../organisations/index.ts';
import { resultRead } from '../policy.ts';
import type { Paper } from '../rules.ts';
import type { Ballot } from '../schema.ts';

const edition = sql`jsonb_build_object('id', e.id, 'pid', e.pid, 'code', e.code, 'state', e.state,
  'content', e.content, 'organisation',
  jsonb_build_object('id', o.id, 'code', o.code, 'name', coalesce(n.name, o.code)))`;

const options = sql`coalesce((select jsonb_agg(jsonb_build_object('position', p.position, 'label', p.label,
    'dossier', case when d.id is null then null
      else jsonb_build_object('id', d.id, 'pid', d.pid, 'number', d.number) end) order by p.position)
  from ballot_option p left join dossier d on d.id = p.dossier_id where p.ballot_id = b.id), '[]')`;

const order = sql`array_position('{chair,vice,secretary,critic,member}'::text[], v.role), j.name, j.pid`;
const voters = sql`coalesce((select jsonb_agg(jsonb_build_object('judgeId', v.judge_id, 'pid', j.pid,
    'name', j.name, 'role', v.role, 'present', v.present, 'voted', v.voted) order by ${order})
  from ballot_voter v join judge j on j.id = v.judge_id where v.ballot_id = b.id), '[]')`;

const select = (cx: Cx) => sql<Ballot>`select b.id, b.pid,
    jsonb_build_object('id', c.id, 'pid', c.pid, 'name', c.name) as council, ${edition} as edition,
    b.phase, b.kind, b.subject, b.most, b.how, b.rule, b.state, b.tellers, b.totals, b.result,
    b.reason, b.version, b.opened_at as "openedAt", b.closed_at as "closedAt",
    ${options} as options, ${voters} as voters
  from ballot b join council c on c.id = b.council_id join edition e on e.id = c.edition_id
    join organisation o on o.id = e.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}`;

const seen = (cx: Cx): RawBuilder<boolean> =>
  sql<boolean>`e.deleted_at is null and ${visible(cx, resultRead, sql`e.organisation_id`)}`;

type Hold = 'read' | 'held';
const hold = (how: Hold) => (how === 'held' ? sql`for update of b` : sql``);

/** A ballot that the actor's office may see. @throws NotFound */
export async function ballotByPid(cx: Cx, pid: string, how: Hold = 'read'): Promise<Ballot> {
  // Locked first, so that what is read after it is what stands.
  if (how === 'held')
    await sql`select from ballot b where b.pid = ${pid} ${hold(how)}`.execute(cx.db);
  const row = await maybe(cx.db, sql<Ballot>`${select(cx)} where b.pid = ${pid} and ${seen(cx)}`);
  if (row === null) throw new NotFound('ballot');
  return row;
}

/** The ballots of an edition, the newest first: one query. Ask for the right to read before. */
export function ballotsOf(cx: Cx, editionId: string): Promise<Ballot[]> {
  return all(
    cx.db,
    sql<Ballot>`${select(cx)} where e.id = ${editionId}
      order by b.state = 'open' desc, b.created_at desc, b.pid`,
  );
}

/** A ballot in which a judge is entitled, open or closed. @throws NotFound */
export async function ballotOfJudge(
  cx: Cx,
  judgeId: string,
  pid: string,
  how: Hold = 'read',
): Promise<Ballot> {
  if (how === 'held')
    await sql`select from ballot b where b.pid = ${pid} ${hold(how)}`.execute(cx.db);
  const row = await maybe(
    cx.db,
    sql<Ballot>`${select(cx)} where b.pid = ${pid} and ${ofJudge(judgeId)}`,
  );
  if (row === null) throw new NotFound('ballot');
  return row;
}

const ofJudge = (judgeId: string): RawBuilder<boolean> =>
  sql<boolean>`b.state in ('open', 'closed') and exists (select from ballot_voter v
    where v.ballot_id = b.id and v.judge_id = ${judgeId})`;

/** The ballots that a judge votes or voted in, the open ones first: one query. */
export function ballotsOfJudge(cx: Cx, judgeId: string): Promise<Ballot[]> {
  return all(
    cx.db,
    sql<Ballot>`${select(cx)} where ${ofJudge(judgeId)}
      order by b.state = 'open' desc, b.opened_at desc, b.pid`,
  );
}

/** What lies in the box of an open ballot; nothing of a closed one. */
export async function boxOf(db: Db, ballotId: string): Promise<readonly Paper[]> {
  const row = await maybe(
    db,
    sql<{ papers: Paper[] }>`select papers from ballot_box where ballot_id = ${ballotId}`,
  );
  return row?.papers ?? [];
}

/** How many papers lie in the box: all that may be told while it is open. */
export async function papersIn(db: Db, ballotId: string): Promise<number> {
  const { many } = await one(
    db,
    sql<{ many: number }>`select coalesce((select jsonb_array_length(papers) from ballot_box
      where ballot_id = ${ballotId}), 0)::integer as many`,
  );
  return many;
}

/** The papers of closed ballots by the ballot's id, each list by code: one query. */
export async function papersOf(
  db: Db,
  ballotIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Paper[]>> {
  const rows = await all(
    db,
    sql<
      Paper & { ballotId: string }
    >`select ballot_id as "ballotId", code, choices from ballot_paper
      where ballot_id = any(${ballotIds}::uuid[]) order by ballot_id, code collate "C"`,
  );
  const grouped = Map.groupBy(rows, ({ ballotId }) => ballotId);
  return new Map(
    [...grouped].map(([id, papers]) => [
      id,
      papers.map(({ code, choices }) => ({ code, choices })),
    ]),
  );
}
