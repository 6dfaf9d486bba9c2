import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { allOf, pageRows } from '../../../platform/records/list-query.ts';
import { nameOn } from '../../organisations/index.ts';
import { nameHas } from '../../people/index.ts';
import { type DueState, dueStates, parseReference, writeReference } from '../rules/index.ts';
import type { FeeDue, FeePeriod, FeeTotals } from '../schema.ts';
import { livePeriod } from './periods.ts';

export interface DueFilter {
  /** 'owing': none or part of it paid. Without a state those who are no members are left out. */
  readonly state?: DueState | 'owing' | null;
  /** Code of the association through which somebody is a member. */
  readonly association?: string | null;
  /** Words of a name with or without dấu, or a payment reference. */
  readonly q?: string;
}

export interface DueOrder {
  readonly descending: boolean;
  readonly page: number;
  readonly size: number;
}

export const personName = sql`concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given)`;

type Row = Omit<FeeDue, 'reference'> & { readonly year: number; readonly number: number };

const columns = sql`d.id, d.period_id as "periodId", p.pid as person, ${personName} as name,
  d.person_id as "personId", o.code as "organisationCode",
  coalesce(n.short_name, o.code) as "organisationName", m.branch, d.kind, d.amount, d.owed, d.paid,
  d.state, d.exempt_reason as "exemptReason", d.year, d.number, d.version`;

// The rows are chosen and put in order first, then joined: fifty joins, not three hundred thousand.
const joined = (cx: Cx, chosen: RawBuilder<unknown>): RawBuilder<unknown> => sql`from (${chosen}) d
  join person p on p.id = d.person_id
  join organisation o on o.id = d.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}
  left join lateral (select branch from membership where person_id = d.person_id
    and organisation_id = d.organisation_id and deleted_at is null
    order by upper_inf(during) desc, lower(during) desc limit 1) m on true`;

const toDue = ({ year, number, ...row }: Row): FeeDue => ({
  ...row,
  reference: writeReference({ year, number }),
});

function conditions(period: FeePeriod, filter: DueFilter): RawBuilder<unknown>[] {
  const parts: RawBuilder<unknown>[] = [sql`d.period_id = ${period.id}`];
  if (filter.association) {
    parts.push(
      sql`d.organisation_id = (select id from organisation where code = ${filter.association})`,
    );
  }
  const typed = filter.q ?? '';
  const reference = parseReference(typed, Number(period.first.slice(0, 4)));
  if (reference !== null) {
    parts.push(sql`d.year = ${reference.year} and d.number = ${reference.number}`);
    return parts;
  }
  if (typed.trim() !== '')
    parts.push(sql`d.person_id in (select p.id from person p where ${nameHas('p', typed)})`);
  return parts;
}

function ofState(state: DueFilter['state']): RawBuilder<unknown> {
  if (state === 'owing') return sql`d.state in ('none', 'part')`;
  return state ? sql`d.state = ${state}` : sql`d.state <> 'gone'`;
}

const name = sql`d.given collate "vi-x-icu", d.family collate "vi-x-icu", d.middle collate "vi-x-icu", d.id`;
const nameDown = sql`d.given collate "vi-x-icu" desc, d.family collate "vi-x-icu" desc,
  d.middle collate "vi-x-icu" desc, d.id desc`;

const order = (list: DueOrder): RawBuilder<unknown> => (list.descending ? nameDown : name);

/** One page of those who pay in a period. The actor may see the period. */
export async function listDues(
  cx: Cx,
  period: FeePeriod,
  list: DueFilter & DueOrder,
): Promise<FeeDue[]> {
  const chosen = sql`select d.*, row_number() over (order by ${order(list)}) as at from fee_due d
    where ${allOf([...conditions(period, list), ofState(list.state)])}
    order by ${order(list)} ${pageRows({ ...list, sort: 'name' })}`;
  return (await all(cx.db, sql<Row>`select ${columns} ${joined(cx, chosen)} order by d.at`)).map(
    toDue,
  );
}

interface Sums {
  readonly state: DueState;
  readonly people: number;
  readonly owed: number;
  readonly paid: number;
  readonly missing: number;
}

// Without a search the kept sums answer; with one the dues that it finds are added up.
function sumsBy(period: FeePeriod, filter: DueFilter): RawBuilder<Sums> {
  if ((filter.q ?? '').trim() === '') {
    const association = filter.association
      ? sql`t.organisation_id = (select id from organisation where code = ${filter.association})`
      : sql`true`;
    return sql<Sums>`select t.state, sum(t.people)::integer as people, sum(t.owed)::bigint as owed,
        sum(t.paid)::bigint as paid, sum(t.missing)::bigint as missing
      from fee_tally t where t.period_id = ${period.id} and ${association} group by t.state`;
  }
  return sql<Sums>`select d.state, count(*)::integer as people, sum(d.owed)::bigint as owed,
      sum(d.paid)::bigint as paid, sum(greatest(d.owed - d.paid, 0))::bigint as missing
    from fee_due d where ${allOf(conditions(period, filter))} group by d.state`;
}

/** How many are in which state and how much money that is, whatever state the filter asks for. */
export async function dueTotals(cx: Cx, period: FeePeriod, filter: DueFilter): Promise<FeeTotals> {
  const rows = await all(cx.db, sumsBy(period, filter));
  const of = (state: DueState) => rows.find((row) => row.state === state)?.people ?? 0;
  const sum = (pick: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + pick(row), 0);
  return {
    people: Object.fromEntries(dueStates.map((state) => [state, of(state)])) as FeeTotals['people'],
    owed: sum((row) => row.owed),
    paid: sum((row) => row.paid),
    missing: sum((row) => row.missing),
  };
}

/** How many a filter finds, from the totals. */
export function countOf(totals: FeeTotals, state: DueFilter['state']): number {
  const { people } = totals;
  if (state === 'owing') return people.none + people.part;
  if (state) return people[state];
  return people.none + people.part + people.paid + people.over + people.exempt;
}

/** The associations in a period's list, by name. */
export function dueAssociations(
  cx: Cx,
  period: FeePeriod,
): Promise<{ code: string; name: string }[]> {
  return all(
    cx.db,
    sql<{ code: string; name: string }>`select o.code, coalesce(n.short_name, o.code) as name
      from (select distinct organisation_id as id from fee_tally
        where period_id = ${period.id} and people > 0) t
      join organisation o on o.id = t.id ${nameOn(sql`o.id`, cx.clock.today())}
      order by coalesce(n.short_name, o.code) collate "vi-x-icu"`,
  );
}

/** What a person owes in a period. The actor may see the period. @throws NotFound */
export async function dueOf(cx: Cx, period: FeePeriod, person: string): Promise<FeeDue> {
  const chosen = sql`select * from fee_due where period_id = ${period.id}
    and person_id = (select id from person where pid = ${person})`;
  const row = await maybe(cx.db, sql<Row>`select ${columns} ${joined(cx, chosen)}`);
  if (row === null) throw new NotFound('fee_due');
  return toDue(row);
}

/** The persons that a filter finds in a period: a select of ids, for other modules' lists. */
export function duePersons(
  period: FeePeriod,
  filter: DueFilter,
): RawBuilder<{ person_id: string }> {
  return sql<{ person_id: string }>`select d.person_id from fee_due d
    where ${allOf([...conditions(period, filter), ofState(filter.state)])}`;
}

/** The first of those who pay in a period, by name. @throws NotFound */
export async function listFees(cx: Cx, period: string, size: number): Promise<FeeDue[]> {
  const list = { descending: false, page: 1, size };
  return listDues(cx, await livePeriod(cx, period), list);
}
