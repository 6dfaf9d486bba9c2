import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf, searchWords } from '../../../platform/records/list-query.ts';
import { tokenHash } from '../../../platform/tokens.ts';
import type { Edition } from '../../calls/index.ts';
import { nameOn } from '../../organisations/index.ts';
import { councilRead } from '../policy.ts';
import type { Judge, JudgeState, OpenedJudge } from '../schema/index.ts';

export const judgeColumns = sql`j.id, j.pid, j.edition_id as "editionId", j.person_id as "personId", j.name,
  j.title, j.unit, j.email, j.phone, j.birth, j.state, j.expertise, j.max_load as "maxLoad", j.version,
  j.invited_at as "invitedAt", j.answered_at as "answeredAt", j.reason`;

/** The edition `e`, with its organisation joined by `editionJoin`, in one column. */
export const editionColumn = sql`jsonb_build_object('id', e.id, 'pid', e.pid, 'code', e.code,
  'content', e.content, 'state', e.state, 'revision', e.revision, 'version', e.version,
  'openedAt', e.opened_at, 'deletedAt', e.deleted_at, 'organisation',
  jsonb_build_object('id', o.id, 'code', o.code, 'name', coalesce(n.name, o.code))) as edition`;

export const editionJoin = (cx: Cx): RawBuilder<unknown> => sql`join organisation o
  on o.id = e.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}`;

interface WithEdition {
  readonly edition: Edition;
}

const date = (text: unknown): Date | null => (typeof text === 'string' ? new Date(text) : null);

/** JSON has no instants. */
export const readEdition = <T extends WithEdition>(row: T): T => ({
  ...row,
  edition: {
    ...row.edition,
    openedAt: date(row.edition.openedAt),
    deletedAt: date(row.edition.deletedAt),
  },
});

/** 'held': nobody else writes it until the transaction ends. */
export type Hold = 'read' | 'held';

async function judgeWhere(
  cx: Cx,
  where: RawBuilder<boolean>,
  how: Hold = 'read',
): Promise<OpenedJudge> {
  const row = await maybe(
    cx.db,
    sql<OpenedJudge>`select ${judgeColumns}, ${editionColumn}
      from judge j join edition e on e.id = j.edition_id ${editionJoin(cx)}
      where ${where} and e.deleted_at is null ${how === 'held' ? sql`for update of j` : sql``}`,
  );
  if (row === null) throw new NotFound('judge');
  return readEdition(row);
}

/** A judge whom the actor's office may see. @throws NotFound */
export const judgeByPid = (cx: Cx, pid: string, how: Hold = 'read'): Promise<OpenedJudge> =>
  judgeWhere(
    cx,
    sql<boolean>`j.pid = ${pid} and ${visible(cx, councilRead, sql`e.organisation_id`)}`,
    how,
  );

/** A judge by the inner id, whoever asks: for the machine. @throws NotFound */
export const judgeById = (cx: Cx, id: string): Promise<OpenedJudge> =>
  judgeWhere(cx, sql<boolean>`j.id = ${id}`);

/**
 * The judge whose link it is, invited, accepted or declined. @throws NotFound for an unknown or old link,
 * also where the office ended the judge's part
 */
export const judgeByToken = (cx: Cx, token: string, how: Hold = 'read'): Promise<OpenedJudge> =>
  judgeWhere(
    cx,
    sql<boolean>`j.state in ('invited', 'accepted', 'declined')
      and j.id = (select l.judge_id from judge_link l
        where l.token_hash = ${tokenHash(token)} and l.expires_at > ${cx.clock.now()})`,
    how,
  );

// By the given name first, as lists of people are.
const byName = sql`order by regexp_replace(j.name, '^.* ', '') collate "vi-x-icu",
  j.name collate "vi-x-icu", j.pid`;

/** All judges of an edition, by name: one query. Ask for the right to read before. */
export function judgesOf(cx: Cx, editionId: string): Promise<Judge[]> {
  return all(
    cx.db,
    sql<Judge>`select ${judgeColumns} from judge j where j.edition_id = ${editionId} ${byName}`,
  );
}

/** A judge as a list tells of one. */
export interface ListedJudge extends Judge {
  /** Names of the councils that the judge has a seat in. */
  readonly councils: readonly string[];
  /** Dossiers that the judge must not judge. */
  readonly conflicted: number;
  /** Conflicts that nobody looked at yet. */
  readonly open: number;
}

export interface JudgeFilter {
  readonly state?: JudgeState | null;
  /** Code of a field: those who know it, and those who take any. */
  readonly field?: string | null;
  readonly q?: string;
}

/** One page of an edition's judges by name, and how many there are by state: two queries. */
export async function listJudges(
  cx: Cx,
  editionId: string,
  { page, size, ...filter }: JudgeFilter & { readonly page: number; readonly size: number },
): Promise<{ rows: ListedJudge[]; total: number; states: Partial<Record<JudgeState, number>> }> {
  const narrowed = allOf([
    sql`j.edition_id = ${editionId}`,
    ...(filter.field
      ? [sql`(cardinality(j.expertise) = 0 or ${filter.field} = any(j.expertise))`]
      : []),
    ...searchWords(filter.q ?? '').map((word) => sql`j.search like ${`%${word}%`}`),
  ]);
  const counted = await all(
    cx.db,
    sql<{ state: JudgeState; many: number }>`select j.state, count(*)::integer as many from judge j
      where ${narrowed} group by j.state`,
  );
  const states = Object.fromEntries(counted.map(({ state, many }) => [state, many]));
  const where = filter.state ? sql`${narrowed} and j.state = ${filter.state}` : narrowed;
  const rows = await all(
    cx.db,
    sql<ListedJudge>`select ${judgeColumns},
        coalesce((select array_agg(c.name order by c.name) from seat s join council c
          on c.id = s.council_id where s.judge_id = j.id), '{}') as councils,
        coalesce(x.conflicted, 0) as conflicted, coalesce(x.open, 0) as open
      from judge j left join (
          select judge_id, count(distinct dossier_id)::integer as conflicted,
            count(*) filter (where state = 'found' and source <> 'declared')::integer as open
          from conflict where state <> 'dismissed' group by judge_id) x on x.judge_id = j.id
      where ${where} ${byName} limit ${size} offset ${(page - 1) * size}`,
  );
  const total = counted
    .filter(({ state }) => !filter.state || state === filter.state)
    .reduce((sum, { many }) => sum + many, 0);
  return { rows, total, states };
}
