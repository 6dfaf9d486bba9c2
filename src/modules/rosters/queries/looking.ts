import { type RawBuilder, sql } from 'kysely';
import type { Issue } from '../../../kernel/issue.ts';
import { all, type Db, one } from '../../../platform/database/query.ts';
import { may, type PolicyContext, visible } from '../../../platform/policy.ts';
import { LIKELY_FROM, openEvidence, personRead, sensitiveRead } from '../../people/index.ts';

/** Rows of an import that something is said about: those that cannot be taken, those to be looked at. */
export interface Spoken {
  readonly line: number;
  readonly sheet: number;
  readonly rowNumber: number;
  readonly state: 'review' | 'rejected';
  readonly issues: readonly Issue[];
  readonly raw: readonly string[];
  readonly family: string;
  readonly middle: string;
  readonly given: string;
  readonly birthDate: string | null;
  readonly phones: readonly string[];
  readonly workplace: string | null;
  readonly branch: string | null;
}

// A row that was left out by hand is spoken of no more.
const skipped = sql`exists (select from roster_choice c where c.import_id = r.import_id
  and c.line = r.line and c.decision = 'skip')`;

const spokenOf = (id: string, states: readonly string[]) =>
  sql`r.import_id = ${id} and r.state = any(${states}::text[]) and not ${skipped}`;

/** How many rows there are, to be looked at, refused, and left out by hand. */
export function rowCounts(
  db: Db,
  id: string,
): Promise<{ rows: number; review: number; rejected: number; skipped: number }> {
  return one(
    db,
    sql`select count(*)::integer as rows,
        count(*) filter (where state = 'review' and not left_out)::integer as review,
        count(*) filter (where state = 'rejected' and not left_out)::integer as rejected,
        count(*) filter (where left_out)::integer as skipped
      from (select r.state, ${skipped} as left_out from roster_row r where r.import_id = ${id}) x`,
  );
}

/** The rows in question, refused ones first, in the order of the file. */
export function spokenRows(
  db: Db,
  id: string,
  states: readonly ('review' | 'rejected')[],
  { page, size }: { readonly page: number; readonly size: number },
): Promise<Spoken[]> {
  return all(
    db,
    sql<Spoken>`select r.line, r.sheet, r.row_number as "rowNumber", r.state,
        coalesce(r.issues, '[]'::jsonb) as issues, coalesce(r.raw, '[]'::jsonb) as raw,
        r.family, r.middle, r.given, r.birth_date as "birthDate", r.phones, r.workplace, r.branch
      from roster_row r where ${spokenOf(id, states)}
      order by r.state, r.line limit ${size} offset ${(page - 1) * size}`,
  );
}

/** One of two who may be the same human. */
export interface Alike {
  readonly rowNumber: number | null;
  readonly family: string;
  readonly middle: string;
  readonly given: string;
  readonly birthDate: string | null;
  readonly phones: readonly string[];
  readonly workplace: string | null;
  readonly branch: string | null;
  readonly email: string | null;
  readonly cardNumber: string | null;
}

export interface OpenPair {
  readonly line: number;
  readonly person: string | null;
  readonly otherLine: number | null;
  readonly score: number;
  readonly evidence: readonly { readonly code: string; readonly points: number }[];
  readonly pattern: string;
  readonly row: Alike;
  readonly other: Alike;
}

const open = openEvidence(sql`p.evidence`);

// Of what citizen IDs say, others than those who may read them see nothing: neither points nor pairs
// that are proposed for them alone.
async function waitingFor(cx: PolicyContext, id: string) {
  const { at, likelyFrom } = await one(
    cx.db,
    sql<{ at: string; likelyFrom: number }>`select organisation_id as at,
        coalesce((options ->> 'likelyFrom')::integer, ${LIKELY_FROM}) as "likelyFrom"
      from roster_import where id = ${id}`,
  );
  const whole = sql`(${await may(cx, sensitiveRead, at)} or not ${open.saysMore})`;
  return {
    condition: sql`p.import_id = ${id} and not p.hidden and p.level = 'likely'
      and p.decision is null and (${whole} or ${open.score} >= ${likelyFrom})`,
    score: sql`case when ${whole} then p.score else ${open.score} end`,
    evidence: sql`case when ${whole} then p.evidence else ${open.evidence} end`,
  };
}

/** How many likely pairs wait for an answer, by the pattern of their evidence, the most first. */
export async function waitingPatterns(
  cx: PolicyContext,
  id: string,
): Promise<{ pattern: string; pairs: number }[]> {
  const { condition } = await waitingFor(cx, id);
  return all(
    cx.db,
    sql`select p.pattern, count(*)::integer as pairs from roster_pair p
      where ${condition} group by p.pattern order by 2 desc, 1`,
  );
}

/** The strongest pairs that wait, each with both sides; of a person only what the actor may see. */
export async function waitingPairs(
  cx: PolicyContext,
  id: string,
  limit: number,
): Promise<OpenPair[]> {
  const { condition, score, evidence } = await waitingFor(cx, id);
  return all(
    cx.db,
    sql<OpenPair>`select p.line, q.pid as person, p.other_line as "otherLine", p.score, p.evidence,
        p.pattern, ${rowSide(sql`r`)} as row,
        case when q.id is null then ${rowSide(sql`o`)} else ${personSide(cx)} end as other
      from (select p.line, p.person_id, p.other_line, p.pattern, p.import_id, ${score} as score,
          ${evidence} as evidence
        from roster_pair p where ${condition} order by ${score} desc, p.line limit ${limit}) p
      join roster_row r on r.import_id = p.import_id and r.line = p.line
      left join roster_row o on o.import_id = p.import_id and o.line = p.other_line
      left join person q on q.id = p.person_id
      order by p.score desc, p.line`,
  );
}

function rowSide(row: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`jsonb_build_object('rowNumber', ${row}.row_number, 'family', ${row}.family,
    'middle', ${row}.middle, 'given', ${row}.given, 'birthDate', ${row}.birth_date,
    'phones', ${row}.phones, 'workplace', ${row}.workplace, 'branch', ${row}.branch,
    'email', ${row}.email, 'cardNumber', ${row}.card_number)`;
}

function personSide(cx: PolicyContext): RawBuilder<unknown> {
  return sql`(select jsonb_build_object('rowNumber', null, 'family', q.family, 'middle', q.middle,
      'given', q.given, 'birthDate', q.birth_date, 'phones', q.phones, 'workplace', q.workplace,
      'email', q.email, 'branch', min(m.branch), 'cardNumber', min(m.card_number))
    from membership m where m.person_id = q.id and m.deleted_at is null
      and ${visible(cx, personRead, sql`m.organisation_id`)})`;
}
