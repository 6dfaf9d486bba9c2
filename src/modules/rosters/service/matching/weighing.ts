import { type RawBuilder, sql } from 'kysely';
import { copyInto, copyText } from '../../../../platform/database/copying.ts';
import { all, type Db } from '../../../../platform/database/query.ts';
import { type Evidence, type PersonLike, sensitiveEvidence, weigh } from '../../../people/index.ts';
import type { Decision, RosterImport } from '../../schema.ts';
import { digestOf } from '../lines.ts';
import { Stopped, type Watch } from '../staging.ts';

const page = 5_000;

interface PairRow {
  readonly line: number;
  readonly person: string | null;
  readonly other: number | null;
  readonly hidden: boolean;
  /** Both stand in the list of one organisation. */
  readonly roster: boolean;
  /** Nobody else in that list has the name and the day of birth. */
  readonly unique: boolean;
  readonly a: Side;
  readonly b: Side;
}

/**
 * Weighs every candidate by the rules and keeps, in `pair`, those that are certain or likely: with
 * what somebody decided about the pair or about all pairs of its pattern.
 */
export async function weighCandidates(db: Db, of: RosterImport, watch: Watch): Promise<void> {
  await sql`create temp table pair (line integer, person_id uuid, other_line integer, hidden boolean,
    level text, score integer, evidence jsonb, pattern text, decision text, decided boolean)
    on commit drop`.execute(db);
  await stream(db, of, registryPairs(of), watch);
  await stream(db, of, insidePairs(of), watch);
  await decide(db, of);
  await sql`analyze pair`.execute(db);
}

const sideColumns = [
  'family',
  'middle',
  'given',
  'search',
  'birth_date',
  'gender',
  'phones',
  'email',
  'citizen_id_index',
  'workplace',
];

const rowSide = (alias: string) =>
  sql`jsonb_build_array(${sql.join(
    [...sideColumns, 'organisation_id', 'branch', 'card_number'].map((column) =>
      sql.ref(`${alias}.${column}`),
    ),
  )})`;

const sameNameAndBirth = (
  a: string,
  b: string,
) => sql`(${sql.ref(`${a}.search`)} = ${sql.ref(`${b}.search`)}
  and ${sql.ref(`${a}.birth_date`)} = ${sql.ref(`${b}.birth_date`)})`;

function registryPairs(of: RosterImport): RawBuilder<PairRow> {
  const here = sql`m.organisation_id = r.organisation_id`;
  return sql<PairRow>`select c.line, c.person_id as person, null::integer as other,
      not (coalesce(p.keeper_id in (select id from view_organisation), false)
        or exists (select from membership v where v.person_id = p.id and v.deleted_at is null
          and v.organisation_id in (select id from view_organisation))) as hidden,
      coalesce(${here}, false) as roster,
      n.line is null and count(*) filter (where ${here} and ${sameNameAndBirth('p', 'r')})
        over (partition by c.line) = 1 as unique,
      ${rowSide('r')} as a,
      jsonb_build_array(p.family, p.middle, p.given, p.search, p.birth_date, p.gender, p.phones, p.email,
        i.citizen_id_index, p.workplace, m.organisation_id, m.branch, m.card_number) as b
    from candidate c
    join roster_row r on r.import_id = ${of.id} and r.line = c.line
    join person p on p.id = c.person_id
    left join namesake n on n.line = c.line
    left join person_identity i on i.person_id = p.id
    left join lateral (select m.card_number, m.organisation_id, m.branch from membership m
      where m.person_id = p.id and m.deleted_at is null
      order by m.organisation_id = r.organisation_id desc, upper_inf(m.during) desc, m.id limit 1) m on true
    order by c.line`;
}

/** A long list has people of one name and day of birth who are two; a short one, or a branch, hardly. */
const shortList = 5_000;

function insidePairs(of: RosterImport): RawBuilder<PairRow> {
  return sql<PairRow>`select c.line, null::uuid as person, c.other_line as other, false as hidden,
      r.organisation_id = q.organisation_id as roster,
      coalesce(n.many = 2 and ${sameNameAndBirth('q', 'r')}
        and (r.phones = '{}' or q.phones = '{}')
        and coalesce(r.branch, '') = coalesce(q.branch, '')
        and (r.branch is not null or (select count(*) from staged) < ${shortList}), false) as unique,
      ${rowSide('r')} as a, ${rowSide('q')} as b
    from inside c
    join roster_row r on r.import_id = ${of.id} and r.line = c.line
    join roster_row q on q.import_id = ${of.id} and q.line = c.other_line
    left join namesake n on n.line = c.line
    order by c.line, c.other_line`;
}

async function stream(
  db: Db,
  of: RosterImport,
  pairs: RawBuilder<PairRow>,
  watch: Watch,
): Promise<void> {
  await sql`declare pairs no scroll cursor for ${pairs}`.execute(db);
  for (;;) {
    if (watch.cancelled()) throw new Stopped();
    const rows = await all(db, sql<PairRow>`fetch ${sql.lit(page)} from pairs`);
    const lines = rows.flatMap((row) => weighed(row, of.options.likelyFrom));
    if (lines.length > 0)
      await copyInto(
        db,
        'pair',
        ['line', 'person_id', 'other_line', 'hidden', 'level', 'score', 'evidence', 'pattern'],
        [lines.join('')],
      );
    if (rows.length < page) break;
  }
  await sql`close pairs`.execute(db);
}

function weighed(row: PairRow, likelyFrom: number): string[] {
  const context = { likelyFrom, sameRoster: row.roster, unique: row.unique };
  const { verdict, score, evidence } = weigh(personOf(row.a), personOf(row.b), context);
  if (verdict === 'none') return [];
  const texts = [
    String(row.line),
    row.person ?? '\\N',
    row.other === null ? '\\N' : String(row.other),
    row.hidden ? 't' : 'f',
    verdict,
    String(score),
    copyText(JSON.stringify(evidence)),
    patternOf(evidence),
  ];
  return [`${texts.join('\t')}\n`];
}

/** The codes in order; what tells of a citizen ID only as a digest. */
function patternOf(evidence: readonly Evidence[]): string {
  const codes = evidence.map(({ code }) => code);
  const open = !codes.some((code) => sensitiveEvidence.includes(code));
  return open ? codes.join('+') : digestOf(codes).slice(0, 16);
}

/** The values in the order of `rowSide`. */
type Side = readonly [
  family: string,
  middle: string,
  given: string,
  search: string,
  birthDate: string | null,
  gender: PersonLike['gender'],
  phones: readonly string[],
  email: string | null,
  citizenIdIndex: string | null,
  workplace: string | null,
  organisationId: string | null,
  branch: string | null,
  cardNumber: string | null,
];

const personOf = (side: Side): PersonLike => ({
  family: side[0],
  middle: side[1],
  given: side[2],
  search: side[3],
  birthDate: side[4],
  gender: side[5],
  phones: side[6],
  email: side[7],
  citizenIdIndex: side[8],
  workplace: side[9],
  organisationId: side[10],
  branch: side[11],
  cardNumber: side[12],
});

/** A decision about the pair goes before one about its pattern; both before the weight. */
async function decide(db: Db, of: RosterImport): Promise<void> {
  const rules = JSON.stringify(of.options.rules satisfies Readonly<Record<string, Decision>>);
  await sql`update pair p set decision = d.decision, decided = d.decision = 'same',
      level = case d.decision when 'same' then 'certain' else 'likely' end
    from (select q.line, q.person_id, q.other_line, coalesce(
        (select c.decision from roster_choice c where c.import_id = ${of.id} and c.line = q.line
          and c.person_id is not distinct from q.person_id
          and c.other_line is not distinct from q.other_line and c.decision <> 'skip'),
        case when q.level = 'likely' then ${rules}::jsonb ->> q.pattern end) as decision
      from pair q where not q.hidden) d
    where d.decision is not null and p.line = d.line
      and p.person_id is not distinct from d.person_id
      and p.other_line is not distinct from d.other_line`.execute(db);
  await sql`update pair set decided = false where decided is null`.execute(db);
}

/** Keeps the pairs for the pages that show them. */
export async function keepPairs(db: Db, of: RosterImport): Promise<void> {
  await sql`delete from roster_pair where import_id = ${of.id}`.execute(db);
  await sql`insert into roster_pair (import_id, line, person_id, other_line, hidden, level, score,
      evidence, pattern, decision)
    select ${of.id}, p.line, p.person_id, p.other_line, p.hidden, p.level, p.score, p.evidence,
      p.pattern, p.decision
    from pair p where not exists (select from found f where f.line = p.line and f.match = 'row')
    order by p.line, p.score desc`.execute(db);
}
