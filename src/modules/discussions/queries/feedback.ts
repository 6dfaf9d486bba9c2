import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf, searchWords } from '../../../platform/records/list-query.ts';
import { feedbackRead } from '../policy.ts';
import type { Feedback } from '../schema/index.ts';

const columns = sql`f.id, f.pid, f.organisation_id as "organisationId", o.code as organisation, f.name,
  f.email, f.topic, f.body, f.suspect, f.findings, f.state, f.answer, f.reason, f.sent_at as "sentAt",
  f.done_at as "doneAt", f.done_by as "doneBy", f.version`;

const from = sql`from feedback f join organisation o on o.id = f.organisation_id`;

/** Feedback that the actor's office may see. @throws NotFound */
export async function feedbackByPid(cx: Cx, pid: string, held = false): Promise<Feedback> {
  const found = await maybe(
    cx.db,
    sql<Feedback>`select ${columns} ${from}
      where f.pid = ${pid} and ${visible(cx, feedbackRead, sql`f.organisation_id`)}
      ${held ? sql`for update of f` : sql``}`,
  );
  if (found === null) throw new NotFound('feedback');
  return found;
}

export const feedbackViews = ['new', 'answered', 'closed', 'suspect'] as const;
export type FeedbackView = (typeof feedbackViews)[number];

const views = {
  new: sql`f.state = 'new' and not f.suspect`,
  answered: sql`f.state = 'answered'`,
  closed: sql`f.state = 'closed'`,
  suspect: sql`f.state = 'new' and f.suspect`,
} as const;

/** One page of feedback, what waits longest first: two queries. */
export async function listFeedback(
  cx: Cx,
  of: {
    readonly organisation: string | null;
    readonly view: FeedbackView | null;
    readonly q?: string;
    readonly page: number;
    readonly size: number;
  },
): Promise<{ rows: Feedback[]; total: number }> {
  const where = allOf([
    visible(cx, feedbackRead, sql`f.organisation_id`),
    ...(of.organisation === null ? [] : [sql`f.organisation_id = ${of.organisation}`]),
    ...(of.view === null ? [] : [views[of.view]]),
    ...searchWords(of.q ?? '').map((word) => sql`f.search like ${`%${word}%`}`),
  ]);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total ${from} where ${where}`,
  );
  const order = of.view === 'new' ? sql`f.sent_at, f.id` : sql`f.sent_at desc, f.id desc`;
  const rows = await all(
    cx.db,
    sql<Feedback>`select ${columns} ${from} where ${where}
      order by ${order} limit ${of.size} offset ${(of.page - 1) * of.size}`,
  );
  return { rows, total };
}

export type FeedbackFigures = Readonly<Record<FeedbackView, number>> & {
  readonly since: Date | null;
};

/** How much feedback of an organisation stands where: one query. */
export const feedbackFigures = (cx: Cx, organisation: string): Promise<FeedbackFigures> =>
  one(
    cx.db,
    sql<FeedbackFigures>`select count(*) filter (where ${views.new})::integer as new,
        count(*) filter (where ${views.answered})::integer as answered,
        count(*) filter (where ${views.closed})::integer as closed,
        count(*) filter (where ${views.suspect})::integer as suspect,
        min(f.sent_at) filter (where ${views.new}) as since
      from feedback f where f.organisation_id = ${organisation}
        and ${visible(cx, feedbackRead, sql`f.organisation_id`)}`,
  );

/** Whether the same text came within a day to the same organisation. */
export async function sameFeedback(cx: Cx, organisation: string, search: string): Promise<number> {
  const since = new Date(cx.clock.now().getTime() - 86_400_000);
  const { many } = await one(
    cx.db,
    sql<{ many: number }>`select count(*)::integer as many from feedback f
      where f.organisation_id = ${organisation} and f.search = ${search} and f.sent_at > ${since}`,
  );
  return many;
}
