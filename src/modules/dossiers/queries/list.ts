import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, one } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf, directionOf, searchWords } from '../../../platform/records/list-query.ts';
import { type DossierState, localSecond } from '../../calls/index.ts';
import { dossierRead } from '../policy.ts';
import type { DossierEdition, DossierFilter, ListedDossier } from '../schema/index.ts';
import { conflictsOf } from './conflicts.ts';
import { agePart, birthDay, placePart, schoolPart, submittedDay } from './people-parts.ts';

/** A line of the intake list. */
export interface DossierRow extends ListedDossier {
  readonly email: string | null;
  readonly firstSubmittedAt: Date | null;
  readonly version: number;
  /** The version that answered the time given last. */
  readonly answered: number | null;
}

export const dossierSorts = ['so', 'thoi-gian', 'ten'] as const;
export type DossierSort = (typeof dossierSorts)[number];

export interface DossierOrder {
  readonly sort: DossierSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

type Of = Pick<DossierEdition, 'id' | 'content'>;

/** What the office sees of an edition: what was submitted, and what it writes itself. */
const ofOffice = (cx: Cx, { id }: Of): RawBuilder<unknown>[] => [
  sql`d.edition_id = ${id}`,
  sql`(d.submitted > 0 or d.origin <> 'link')`,
  sql`${visible(cx, dossierRead, sql`e.organisation_id`)}`,
];

const lastUntil = sql`(select l.until from dossier_leave l where l.dossier_id = d.id
  order by l.from_at desc, l.id desc limit 1)`;

const ofAuthor = (condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select from dossier_author a where a.dossier_id = d.id and ${condition})`;

/** The conditions of a filter on `dossier d join edition e`; finding conflicts takes two queries more. */
export async function dossierConditions(
  cx: Cx,
  edition: Of,
  filter: DossierFilter,
): Promise<RawBuilder<unknown>> {
  const { q, state, field, entrant, origin, overdue, conflict, place, school, age, day } = filter;
  const now = localSecond(cx.clock.now());
  const parts = [
    ...ofOffice(cx, edition),
    ...searchWords(q ?? '').map((word) => sql`d.search like ${`%${word}%`}`),
    ...(state ? [sql`d.state = ${state}`] : []),
    ...(field ? [sql`coalesce(d.field, '-') = ${field} and d.state <> 'draft'`] : []),
    ...(entrant ? [sql`d.entrant = ${entrant}`] : []),
    ...(origin ? [sql`d.origin = ${origin}`] : []),
    ...(overdue ? [sql`d.state = 'returned' and ${lastUntil} < ${now}`] : []),
    ...(place ? [ofAuthor(sql`${placePart} = ${place}`)] : []),
    ...(school ? [ofAuthor(sql`${schoolPart} = ${school}`)] : []),
    ...(age ? [ofAuthor(sql`${agePart(birthDay(cx, edition.content))} = ${age}`)] : []),
    ...(day ? [sql`${submittedDay} = ${day}`] : []),
  ];
  if (conflict) {
    const found = await conflictsOf(cx, edition, null);
    parts.push(sql`d.id = any(${[...found.keys()]}::uuid[])`);
  }
  return allOf(parts);
}

const from = sql`from dossier d join edition e on e.id = d.edition_id`;

const columns = sql`d.id, d.pid, d.origin, d.state, d.email, d.entrant, d.field, d.title, d.number,
  d.submitted, d.submitted_at as "submittedAt", d.first_submitted_at as "firstSubmittedAt", d.version,
  ${lastUntil} as until,
  (select l.answered from dossier_leave l where l.dossier_id = d.id
    order by l.from_at desc, l.id desc limit 1) as answered,
  coalesce((select jsonb_agg(a.name order by a.position) from dossier_author a
    where a.dossier_id = d.id), '[]'::jsonb) as authors`;

const orders: Readonly<
  Record<DossierSort, (direction: RawBuilder<unknown>) => RawBuilder<unknown>>
> = {
  so: (direction) =>
    sql`length(d.number) ${direction} nulls last, d.number ${direction} nulls last`,
  'thoi-gian': (direction) => sql`d.submitted_at ${direction} nulls last`,
  ten: (direction) => sql`d.title collate "vi-x-icu" ${direction}`,
};

/** One page of the dossiers of an edition that the actor's office may see, and how many: two queries. */
export async function listDossiers(
  cx: Cx,
  edition: Of,
  filter: DossierFilter,
  order: DossierOrder,
): Promise<{ rows: DossierRow[]; total: number }> {
  const where = await dossierConditions(cx, edition, filter);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total ${from} where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<DossierRow>`select ${columns} ${from} where ${where}
      order by ${orders[order.sort](directionOf(order))}, d.id
      limit ${order.size} offset ${(order.page - 1) * order.size}`,
  );
  return { rows, total };
}

const batch = 500;

/** All of them in the order of their numbers, in parts: for files of any length. */
export async function* dossierRows(
  cx: Cx,
  edition: Of,
  filter: DossierFilter,
): AsyncGenerator<readonly DossierRow[]> {
  const where = await dossierConditions(cx, edition, filter);
  const key = sql`(coalesce(length(d.number), 999), coalesce(d.number, ''), d.id)`;
  let after: RawBuilder<unknown> = sql`true`;
  for (;;) {
    const rows: DossierRow[] = await all(
      cx.db,
      sql<DossierRow>`select ${columns} ${from} where ${where} and ${after}
        order by ${key} limit ${batch}`,
    );
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = sql`${key} > (${last.number?.length ?? 999}, ${last.number ?? ''}, ${last.id}::uuid)`;
  }
}

/** How many there are in each state, and how many drafts entrants are writing, which nobody sees. */
export async function stateCounts(
  cx: Cx,
  edition: Of,
): Promise<{
  readonly states: Readonly<Partial<Record<DossierState, number>>>;
  readonly writing: number;
}> {
  const rows = await all(
    cx.db,
    sql<{ state: DossierState; hidden: boolean; many: number }>`select d.state,
        (d.submitted = 0 and d.origin = 'link') as hidden, count(*)::integer as many
      ${from} where d.edition_id = ${edition.id}
        and ${visible(cx, dossierRead, sql`e.organisation_id`)}
      group by 1, 2`,
  );
  const shown = rows.filter(({ hidden }) => !hidden);
  return {
    states: Object.fromEntries(shown.map(({ state, many }) => [state, many])),
    writing: rows.find(({ hidden }) => hidden)?.many ?? 0,
  };
}
