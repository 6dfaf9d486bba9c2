import { type RawBuilder, sql } from 'kysely';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, one } from '../../../platform/database/query.ts';
import type { DayCounts, Span } from '../rules/index.ts';
import { spanOf } from '../rules/index.ts';
import type { Counts, MostReadRow, SiteCounts } from '../schema.ts';

export { invariants } from './invariants.ts';

const onlineMinutes = 15;

type Timed = Pick<Cx, 'db' | 'clock'>;

/** How often the pages of a site were read until now, in one query. */
export async function siteCounts(cx: Timed, organisationId: string): Promise<SiteCounts> {
  const at = cx.clock.now();
  const today = cx.clock.today();
  const within = (condition: RawBuilder<unknown>) => sql`json_build_object(
    'pages', coalesce(sum(d.pages) filter (where ${condition}), 0),
    'visits', coalesce(sum(d.visits) filter (where ${condition}), 0))`;
  const row = await one(
    cx.db,
    sql<{
      online: number;
      since: Day | null;
      today: Counts;
      yesterday: Counts;
      week: Counts;
      month: Counts;
      total: Counts;
    }>`select
        (select count(*) from visit_reader r where r.organisation_id = ${organisationId}
          and r.seen_at > ${at}::timestamptz - make_interval(mins => ${onlineMinutes})) as online,
        min(d.day) as since,
        ${within(sql`d.day = ${today}::date`)} as today,
        ${within(sql`d.day = ${addDays(today, -1)}::date`)} as yesterday,
        ${within(sql`d.day >= ${addDays(today, -6)}::date`)} as week,
        ${within(sql`d.day >= ${`${today.slice(0, 7)}-01`}::date`)} as month,
        ${within(sql`true`)} as total
      from visit_day d where d.organisation_id = ${organisationId}`,
  );
  return { ...row, at };
}

/** The days of a site on which something was read, newest first. */
export function daysOf(
  db: Db,
  organisationId: string,
  between: { readonly from: Day | null; readonly to: Day | null },
): Promise<DayCounts[]> {
  return all(
    db,
    sql<DayCounts>`select day, pages, visits, reads from visit_day
      where organisation_id = ${organisationId}
        and (${between.from}::date is null or day >= ${between.from}::date)
        and (${between.to}::date is null or day <= ${between.to}::date)
      order by day desc`,
  );
}

export interface MostReadQuestion {
  readonly organisationId: string;
  /** 'article' */
  readonly kind: string;
  readonly span: Span;
  readonly limit: number;
}

/** What was read most on a site, most first. */
export function mostRead(cx: Timed, question: MostReadQuestion): Promise<MostReadRow[]> {
  const { organisationId, kind, limit } = question;
  const since = spanOf(question.span, cx.clock.today());
  if (since !== null)
    return mostReadBetween(cx.db, { organisationId, kind, limit, since, until: null });
  return all(
    cx.db,
    sql<MostReadRow>`select pid, reads from visit_read_total
      where organisation_id = ${organisationId} and kind = ${kind}
      order by reads desc, pid limit ${limit}`,
  );
}

/** What was read most from a day to a day, both included; null: until now. */
export function mostReadBetween(
  db: Db,
  question: {
    readonly organisationId: string;
    readonly kind: string;
    readonly limit: number;
    readonly since: Day;
    readonly until: Day | null;
  },
): Promise<MostReadRow[]> {
  const { organisationId, kind, limit, since, until } = question;
  return all(
    db,
    sql<MostReadRow>`select pid, sum(reads)::bigint as reads from visit_read
      where organisation_id = ${organisationId} and kind = ${kind} and day >= ${since}::date
        and (${until}::date is null or day <= ${until}::date)
      group by pid order by sum(reads) desc, pid limit ${limit}`,
  );
}

/** How often subjects were read on all sites, by their public ids; those that nobody read are not in it. */
export async function readsOf(
  db: Db,
  kind: string,
  pids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (pids.length === 0) return new Map();
  const rows = await all(
    db,
    sql<MostReadRow>`select pid, sum(reads)::bigint as reads from visit_read_total
      where kind = ${kind} and pid = any(${[...pids]}::text[]) group by pid`,
  );
  return new Map(rows.map(({ pid, reads }) => [pid, reads]));
}

/** Days of sites as records that figures are counted from; see `Source`. */
export function visitRows(): RawBuilder<unknown> {
  return sql`select d.organisation_id, d.id as record_id, to_char(d.day, 'YYYY-MM-DD') as pid,
      to_char(d.day, 'DD/MM/YYYY') as title, d.day as from_day, null::date as to_day,
      d.pages, d.visits, d.reads
    from visit_day d`;
}
