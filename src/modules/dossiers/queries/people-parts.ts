import { type RawBuilder, sql } from 'kysely';
import { vietnamDay } from '../../../kernel/clock.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/cx.ts';
import { type EditionContent, instantOf, permits } from '../../calls/index.ts';
import { ageGroups } from '../rules/index.ts';

// Parts that lists and figures share, so that each figure is the length of its list.

const blank = (text: RawBuilder<unknown>) => sql`nullif(lower(btrim(${text})), '')`;

/** Where an author is from: the last part of the address, else of the workplace, else of the school. */
export const placePart: RawBuilder<string> = sql<string>`coalesce(${blank(
  sql`regexp_replace(coalesce(nullif(btrim(a.details->>'address'), ''),
    nullif(btrim(a.details->>'workplace'), ''), a.details->>'school'), '^.*,', '')`,
)}, '-')`;

/** The same as it was typed, for the page. */
export const placeTyped = sql<string>`btrim(regexp_replace(coalesce(
    nullif(btrim(a.details->>'address'), ''), nullif(btrim(a.details->>'workplace'), ''),
    a.details->>'school'), '^.*,', ''))`;

export const schoolPart: RawBuilder<string> = sql<string>`coalesce(${blank(
  sql`a.details->>'school'`,
)}, '-')`;

/** The day in Vietnam on which a dossier was first submitted. */
export const submittedDay: RawBuilder<string> = sql<string>`to_char(
  d.first_submitted_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')`;

/** The last day on which entrants may submit; today where no phase says. */
export function birthDay(cx: Cx, { phases }: Pick<EditionContent, 'phases'>): Day {
  const ends = phases
    .filter((phase) => permits(phase, 'entrant', 'submit'))
    .flatMap(({ closes }) => (closes === null || instantOf(closes) === null ? [] : [closes]))
    .sort();
  return ends.at(-1)?.slice(0, 10) ?? vietnamDay(cx.clock.now());
}

// Full years of the earliest and the latest day that a partial date may be; 29/02 counts on 01/03.
const years = (
  on: Day,
  rest: string,
): RawBuilder<unknown> => sql`(${Number(on.slice(0, 4))}::integer
  - substr(a.birth, 1, 4)::integer
  - (case when ${on.slice(5)}::text < substr(a.birth || substr(${rest}::text, length(a.birth) + 1), 6)
    then 1 else 0 end))`;

const groupOf = (age: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`case ${sql.join(
    ageGroups.map(
      ({ key, from, to }) => sql`when ${age} between ${from} and ${to} then ${key}::text`,
    ),
    sql` `,
  )} end`;

/** The age group of an author on a day; 'unknown' where the date may be of several. */
export function agePart(on: Day): RawBuilder<string> {
  const oldest = groupOf(years(on, '0000-01-01'));
  const youngest = groupOf(years(on, '0000-12-31'));
  return sql<string>`coalesce(case when ${oldest} = ${youngest} then ${oldest} end, 'unknown')`;
}
