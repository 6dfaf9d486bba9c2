import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import type { DossierEdition, DossierFilter } from '../schema/index.ts';
import { dossierConditions } from './list.ts';
import {
  agePart,
  birthDay,
  placePart,
  placeTyped,
  schoolPart,
  submittedDay,
} from './people-parts.ts';

export const statisticKinds = [
  'state',
  'field',
  'entrant',
  'day',
  'place',
  'school',
  'age',
] as const;
export type StatisticKind = (typeof statisticKinds)[number];

/** One figure: how many dossiers, and of what is told by authors how many of them. */
export interface Statistic {
  readonly kind: StatisticKind;
  /** As the list is filtered by it; '-' where nothing is known. */
  readonly key: string;
  /** As somebody typed it. */
  readonly label: string;
  readonly dossiers: number;
  readonly authors: number | null;
}

/**
 * The figures of what was submitted in an edition, narrowed by a filter: two queries. A dossier whose
 * authors are of several places, schools or ages counts at each of them.
 */
export async function statisticsOf(
  cx: Cx,
  edition: Pick<DossierEdition, 'id' | 'content'>,
  filter: DossierFilter = {},
): Promise<readonly Statistic[]> {
  const where = sql`${await dossierConditions(cx, edition, filter)} and d.state <> 'draft'`;
  const ofDossiers = await all(
    cx.db,
    sql<Statistic>`with counted as (
        select d.state, coalesce(d.field, '-') as field, coalesce(d.entrant, '-') as entrant,
          coalesce(${submittedDay}, '-') as day
        from dossier d join edition e on e.id = d.edition_id where ${where})
      select case when grouping(state) = 0 then 'state' when grouping(field) = 0 then 'field'
          when grouping(entrant) = 0 then 'entrant' else 'day' end as kind,
        coalesce(state, field, entrant, day) as key, coalesce(state, field, entrant, day) as label,
        count(*)::integer as dossiers, null::integer as authors
      from counted group by grouping sets ((state), (field), (entrant), (day))
      order by kind, dossiers desc, key`,
  );
  const ofAuthors = await all(
    cx.db,
    sql<Statistic>`with counted as (
        select d.id, ${placePart} as place, ${placeTyped} as place_typed, ${schoolPart} as school,
          btrim(a.details->>'school') as school_typed,
          ${agePart(birthDay(cx, edition.content))} as age
        from dossier d join edition e on e.id = d.edition_id
          join dossier_author a on a.dossier_id = d.id
        where ${where})
      select case when grouping(place) = 0 then 'place' when grouping(school) = 0 then 'school'
          else 'age' end as kind,
        coalesce(place, school, age) as key,
        coalesce(case when grouping(place) = 0 then min(place_typed)
          when grouping(school) = 0 then min(school_typed) end, place, school, age) as label,
        count(distinct id)::integer as dossiers, count(*)::integer as authors
      from counted group by grouping sets ((place), (school), (age))
      order by kind, dossiers desc, authors desc, key`,
  );
  return [...ofDossiers, ...ofAuthors];
}
