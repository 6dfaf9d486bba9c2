import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import {
  allOf,
  directionOf,
  pageRows,
  type RecordFilter,
  type RecordOrder,
  recordConditions,
} from '../../../platform/records/list-query.ts';
import { type Facets, facetsOf, nameOn } from '../../organisations/index.ts';
import { feeRead } from '../policy.ts';
import type { FeeAccount, FeePeriod } from '../schema.ts';

type Row = Omit<FeePeriod, 'amounts' | 'account'> & {
  readonly full: number;
  readonly associate: number;
  readonly honorary: number;
  readonly account: FeeAccount | null;
};

const columns = sql`f.id, f.pid, f.organisation_id as "organisationId", o.code as "organisationCode",
  coalesce(n.short_name, o.code) as "organisationName", f.name, lower(f.during) as first,
  upper(f.during) - 1 as last, f.due_on as "dueOn", f.below, f.amount_full as full,
  f.amount_associate as associate, f.amount_honorary as honorary,
  case when b.bin is not null then jsonb_build_object('bin', b.bin, 'bank', b.short_name,
    'number', f.account_number, 'holder', f.account_holder) end as account,
  f.note, f.listed_at as "listedAt", f.version, f.deleted_at as "deletedAt"`;

const from = (today: Day): RawBuilder<unknown> => sql`from fee_period f
  join organisation o on o.id = f.organisation_id ${nameOn(sql`o.id`, today)}
  left join bank b on b.bin = f.bank_bin`;

const toPeriod = ({ full, associate, honorary, ...row }: Row): FeePeriod => ({
  ...row,
  amounts: { full, associate, honorary },
});

/** A period that the actor may see, a deleted one too; null when there is none. */
export async function findPeriod(cx: Cx, pid: string): Promise<FeePeriod | null> {
  const row = await maybe(
    cx.db,
    sql<Row>`select ${columns} ${from(cx.clock.today())}
      where f.pid = ${pid} and ${visible(cx, feeRead, sql`f.organisation_id`)}`,
  );
  return row === null ? null : toPeriod(row);
}

/** As `findPeriod`, without deleted ones. @throws NotFound */
export async function livePeriod(cx: Cx, pid: string): Promise<FeePeriod> {
  const period = await findPeriod(cx, pid);
  if (period === null || period.deletedAt !== null) throw new NotFound('fee_period');
  return period;
}

export interface PeriodFilter extends RecordFilter {
  /** Periods that have a day in this year. */
  readonly year?: number | null;
}
export type PeriodOrder = RecordOrder<'first' | 'name' | 'due'>;

export interface ListedPeriod extends FeePeriod {
  /** Those who pay, those of them who paid it all. */
  readonly payers: number;
  readonly settled: number;
  readonly owed: number;
  readonly paid: number;
}

function matching(cx: Cx, filter: PeriodFilter): RawBuilder<unknown> {
  const parts = recordConditions(cx, feeRead, filter, 'f');
  if (filter.year)
    parts.push(
      sql`f.during && daterange(make_date(${filter.year}, 1, 1), make_date(${filter.year + 1}, 1, 1))`,
    );
  return allOf(parts);
}

const orders: Readonly<Record<PeriodOrder['sort'], RawBuilder<unknown>>> = {
  first: sql`lower(f.during)`,
  name: sql`f.name collate "vi-x-icu"`,
  due: sql`f.due_on`,
};

/** One page of the periods with their sums: two queries, whatever the number of rows. */
export async function listPeriods(
  cx: Cx,
  list: PeriodFilter & PeriodOrder,
): Promise<{ rows: ListedPeriod[]; total: number }> {
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from fee_period f
      join organisation o on o.id = f.organisation_id where ${matching(cx, list)}`,
  );
  const rows = await all(
    cx.db,
    sql<Row & ListedPeriod>`with page as materialized (
        select ${columns} ${from(cx.clock.today())} where ${matching(cx, list)}
        order by ${orders[list.sort]} ${directionOf(list)}, f.pid ${pageRows(list)})
      select page.*, s.* from page cross join lateral (
        select coalesce(sum(t.people) filter (where t.state in ('none', 'part', 'paid', 'over')),
            0)::integer as payers,
          coalesce(sum(t.people) filter (where t.state in ('paid', 'over')), 0)::integer as settled,
          coalesce(sum(t.owed), 0)::bigint as owed, coalesce(sum(t.paid), 0)::bigint as paid
        from fee_tally t where t.period_id = page.id) s`,
  );
  const listed = rows.map((row) => {
    const { payers, settled, owed, paid } = row;
    return { ...toPeriod(row), payers, settled, owed, paid };
  });
  return { rows: listed, total };
}

/** What the periods of an office can be narrowed to. */
export function periodFacets(cx: Cx, under: string): Promise<Facets> {
  return facetsOf(
    cx,
    sql`select f.organisation_id, extract(year from lower(f.during))::integer as year, count(*) as many
      from fee_period f join organisation o on o.id = f.organisation_id
      where ${matching(cx, { under })} group by 1, 2`,
  );
}

/** The banks of the list, by their short names. */
export function allBanks(db: Db): Promise<{ bin: string; shortName: string; name: string }[]> {
  return all(
    db,
    sql<{
      bin: string;
      shortName: string;
      name: string;
    }>`select bin, short_name as "shortName", name
      from bank order by short_name collate "vi-x-icu"`,
  );
}

export async function isBank(db: Db, bin: string): Promise<boolean> {
  return (await maybe(db, sql`select from bank where bin = ${bin}`)) !== null;
}

/**
 * Ids of the live periods whose list may still change: current ones and those that ended lately. With an
 * organisation those in which its members, or members below it, pay; with an identity those of one human.
 */
export async function openPeriods(
  cx: Cx,
  of: { readonly organisation: string | null; readonly identity: string | null },
): Promise<string[]> {
  const today = cx.clock.today();
  const parts = [
    sql`f.deleted_at is null`,
    sql`upper(f.during) > ${today}::date - 400`,
    ...(of.organisation === null
      ? []
      : [
          sql`(f.organisation_id in (select a.organisation_id
              from organisations_above(${of.organisation}, ${today}::date) a)
            or f.organisation_id in (${cx.coverage.below([of.organisation], today)}))`,
        ]),
    ...(of.identity === null
      ? []
      : [
          sql`(f.organisation_id in (select a.organisation_id from membership m
              cross join lateral organisations_above(m.organisation_id, ${today}::date) a
              where m.identity_id = ${of.identity} and m.person_id in
                (select id from person where id = ${of.identity}
                  or (identity_id = ${of.identity} and identity_id <> id)))
            or exists (select from fee_due d
              where d.period_id = f.id and d.identity_id = ${of.identity}))`,
        ]),
  ];
  const rows = await all(
    cx.db,
    sql<{ id: string }>`select f.id from fee_period f where ${allOf(parts)} order by f.id`,
  );
  return rows.map((row) => row.id);
}
