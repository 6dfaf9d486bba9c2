import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import { ageBands, bandKey, bandKeys, degreeKeys, degreeRanks, inOrder } from '../rules/index.ts';
import type { Census, Share } from '../schema.ts';
import { humansOn } from './people.ts';

const genders = ['male', 'female', 'other', 'unknown'] as const;
const mostFields = 15;

/** People at or below an organisation on a day, by age, sex, highest degree and field; one statement. */
export async function sharesOn(
  db: Db,
  organisation: string,
  on: Day,
): Promise<Pick<Census, 'ages' | 'genders' | 'degrees' | 'fields'>> {
  const rows = await all(
    db,
    sql<Share & { by: string }>`with humans as materialized (${humansOn(organisation, on)}),
      known as (
        select ${age(on)} as age, coalesce(p.gender, 'unknown') as gender, ${degree()} as degree,
          coalesce(lower(p.field), '') as field
        from humans h join person p on p.id = h.person_id
      )
      select case when grouping(age) = 0 then 'age' when grouping(gender) = 0 then 'gender'
          when grouping(degree) = 0 then 'degree' else 'field' end as by,
        coalesce(age, gender, degree, field) as key, count(*)::integer as people
      from known group by grouping sets ((age), (gender), (degree), (field))`,
  );
  const by = (name: string) => rows.filter((row) => row.by === name);
  return {
    ages: inOrder(bandKeys, by('age')),
    genders: inOrder(genders, by('gender')),
    degrees: inOrder(degreeKeys, by('degree')),
    fields: by('field')
      .filter((one) => one.key !== '')
      .map(({ key, people }) => ({ key, people }))
      .sort((a, b) => b.people - a.people || (a.key < b.key ? -1 : 1))
      .slice(0, mostFields),
  };
}

// As offices count it, and as the list of members asks for it: the year less the year of birth.
function age(on: Day): RawBuilder<unknown> {
  const years = sql`${Number(on.slice(0, 4))}::integer - left(p.birth_date, 4)::integer`;
  const bands = ageBands
    .toReversed()
    .map((from) => sql`when ${years} >= ${from}::integer then ${bandKey(from)}::text`);
  return sql`case when p.birth_date is null then 'unknown' ${sql.join(bands, sql` `)} else 'unknown' end`;
}

function degree(): RawBuilder<unknown> {
  const ranks = degreeRanks
    .toReversed()
    .map(([key, codes]) => sql`when p.degrees && ${[...codes]}::text[] then ${key}::text`);
  return sql`case ${sql.join(ranks, sql` `)} else 'none' end`;
}
