import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { addDays } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all, one } from '../../../platform/database/query.ts';
import { allOf, directionOf, pageRows, searchWords } from '../../../platform/records/list-query.ts';
import { type ComplaintState, openStates, soonDays, type Topic } from '../rules/index.ts';
import type { Complaint, Figures } from '../schema/index.ts';
import { columns, from, seen } from './find.ts';

export interface ComplaintFilter {
  /** Id of the edition. */
  readonly edition: string;
  readonly state?: ComplaintState | null;
  readonly topic?: Topic | null;
  /** Its last day is over, or near. */
  readonly due?: 'over' | 'soon' | null;
  /** An answer is drafted and not given. */
  readonly drafted?: boolean;
  /** Public id of the dossier complained about. */
  readonly about?: string | null;
  /** Words of the name, the number, the dossier. */
  readonly q?: string;
}

export const complaintSorts = ['so', 'han', 'ngay'] as const;
export interface ComplaintOrder {
  readonly sort: (typeof complaintSorts)[number];
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** The last day that runs; null once nothing does. */
export const runningColumn = sql`case when k.state = 'received' then k.accept_by
  when k.state in ('accepted', 'handling') then k.answer_by end`;

/** What of the running days is near, and what is over. */
export const isOver = (today: Day): RawBuilder<boolean> =>
  sql<boolean>`${runningColumn} < ${today}::date`;
export const isSoon = (today: Day): RawBuilder<boolean> =>
  sql<boolean>`${runningColumn} between ${today}::date and ${addDays(today, soonDays)}::date`;

/** Open, with an answer that somebody drafted. */
export const isDrafted = sql<boolean>`(k.state = 'handling' and k.outcome is not null)`;

function matching(cx: Cx, filter: ComplaintFilter): RawBuilder<unknown> {
  const { edition, state, topic, due, drafted, about, q } = filter;
  const today = cx.clock.today();
  return allOf([
    seen(cx),
    sql`k.edition_id = ${edition}`,
    ...(state ? [sql`k.state = ${state}`] : []),
    ...(topic ? [sql`k.topic = ${topic}`] : []),
    ...(due === 'over' ? [isOver(today)] : []),
    ...(due === 'soon' ? [isSoon(today)] : []),
    ...(drafted ? [isDrafted] : []),
    ...(about ? [sql`a.pid = ${about}`] : []),
    ...searchWords(q ?? '').map((word) => sql`k.search like ${`%${word}%`}`),
  ]);
}

function order(list: ComplaintOrder): RawBuilder<unknown> {
  const direction = directionOf(list);
  if (list.sort === 'han') return sql`${runningColumn} ${direction} nulls last, k.number`;
  return list.sort === 'ngay'
    ? sql`k.received_on ${direction}, k.number ${direction}`
    : sql`k.number ${direction}`;
}

/** One page of a list and how many there are in all: two queries. */
export async function listComplaints(
  cx: Cx,
  list: ComplaintFilter & ComplaintOrder,
): Promise<{ rows: Complaint[]; total: number }> {
  const total = await countComplaints(cx, list);
  const rows = await all(
    cx.db,
    sql<Complaint>`select ${columns} ${from} where ${matching(cx, list)}
      order by ${order(list)} ${pageRows(list)}`,
  );
  return { rows, total };
}

export async function countComplaints(cx: Cx, filter: ComplaintFilter): Promise<number> {
  const { total } = await one(
    cx.db,
    sql<{
      total: number;
    }>`select count(*)::integer as total ${from} where ${matching(cx, filter)}`,
  );
  return total;
}

const open = sql`k.state = any(${[...openStates]}::text[])`;

/** How the complaints of an edition stand: one query. */
export function figuresOf(cx: Cx, edition: string): Promise<Figures> {
  const answered = sql`k.state in ('answered', 'closed')`;
  return one(
    cx.db,
    sql<Figures>`select count(*)::integer as all, count(*) filter (where ${open})::integer as open,
        count(*) filter (where ${isOver(cx.clock.today())})::integer as over,
        count(*) filter (where ${answered})::integer as answered,
        count(*) filter (where ${answered} and k.answered_on <= k.answer_by)::integer
          as "answeredInTime"
      from complaint k join edition e on e.id = k.edition_id
      where k.edition_id = ${edition} and ${seen(cx)}`,
  );
}

/** What waits in an edition of an organisation. */
export interface DeskEdition {
  readonly pid: string;
  readonly name: string;
  readonly over: number;
  readonly soon: number;
  /** The nearest last day of those that are near. */
  readonly due: Day | null;
  /** The earliest of those that are over. */
  readonly lastOver: Day | null;
  readonly drafted: number;
}

/** The editions of an organisation in which complaints wait: one query. */
export function deskEditions(cx: Cx, organisation: string): Promise<DeskEdition[]> {
  const today = cx.clock.today();
  return all(
    cx.db,
    sql<DeskEdition>`select e.pid, e.content->>'name' as name,
        count(*) filter (where ${isOver(today)})::integer as over,
        count(*) filter (where ${isSoon(today)})::integer as soon,
        min(${runningColumn}) filter (where ${isSoon(today)}) as due,
        min(${runningColumn}) filter (where ${isOver(today)}) as "lastOver",
        count(*) filter (where ${isDrafted})::integer as drafted
      from complaint k join edition e on e.id = k.edition_id
      where e.organisation_id = ${organisation} and e.deleted_at is null and ${open}
      group by e.id order by e.pid limit 20`,
  );
}
