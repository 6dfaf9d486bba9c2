import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';
import { type EditionContent, type EntrantKind, readFrozen } from '../../calls/index.ts';
import { authorsOf } from '../../dossiers/index.ts';
import { type Design, holdersOf } from '../rules/index.ts';
import type { Candidate } from '../schema/index.ts';

interface Row {
  readonly award: Candidate['award'];
  readonly dossier: Candidate['dossier'];
  readonly entrant: EntrantKind | null;
  /** Of the version that holds, where an organisation entered. */
  readonly frozen: string | null;
}

interface Known {
  readonly awardId: string;
  readonly holder: string;
  readonly pid: string;
  readonly number: string;
  readonly state: 'valid' | 'revoked';
}

export interface CandidateFilter {
  /** Key of a prize. */
  readonly prize?: string | null;
  /** Public ids of dossiers. */
  readonly dossiers?: readonly string[] | null;
}

/**
 * Who gets a certificate for what the dossiers of an edition won: its own prizes, from the highest to the
 * lowest, by the numbers of the dossiers. Three queries. Past editions that came from files are left out.
 */
export async function candidatesOf(
  db: Db,
  edition: { readonly id: string; readonly content: EditionContent },
  design: Pick<Design, 'per' | 'organisationField'>,
  filter: CandidateFilter = {},
): Promise<Candidate[]> {
  const { prizes } = edition.content.prizes;
  const keys = prizes.map(({ key }) => key).filter((key) => !filter.prize || key === filter.prize);
  const rows = await rowsOf(db, edition.id, keys, filter.dossiers ?? null);
  const authors = await authorsOf(db, [...new Set(rows.map(({ dossier }) => dossier.id))]);
  const known = await knownOf(
    db,
    rows.map(({ award }) => award.id),
  );
  return rows.flatMap(({ award, dossier, entrant, frozen }) => {
    const organisation = organisationIn(edition.content, design, frozen);
    const won = { entrant, authors: authors.get(dossier.id) ?? [], organisation };
    const holders = holdersOf(won, design.per);
    const of = known.get(award.id) ?? [];
    const alone = (key: string) => of.filter(({ holder }) => holder === key);
    if (holders.length === 0)
      return [{ award, dossier, holder: null, standing: null, revoked: false }];
    return holders.map((holder): Candidate => {
      const found = alone(holder.key);
      return {
        award,
        dossier,
        holder,
        standing: found.find(({ state }) => state === 'valid') ?? null,
        revoked: found.some(({ state }) => state === 'revoked'),
      };
    });
  });
}

function rowsOf(
  db: Db,
  edition: string,
  prizes: readonly string[],
  dossiers: readonly string[] | null,
): Promise<Row[]> {
  return all(
    db,
    sql<Row>`select jsonb_build_object('id', a.id, 'prize', a.prize, 'name', a.name,
        'decision', a.decision, 'decidedOn', to_char(a.decided_on, 'YYYY-MM-DD')) as award,
      jsonb_build_object('id', d.id, 'pid', d.pid, 'number', d.number, 'title', d.title,
        'field', d.field) as dossier,
      d.entrant, v.frozen
    from dossier_award a join dossier d on d.id = a.dossier_id
      left join dossier_version v on v.dossier_id = d.id and v.number = d.submitted
        and d.entrant = 'organisation'
    where d.edition_id = ${edition} and a.prize = any(${prizes}::text[])
      and d.origin <> 'import' and d.state in ('submitted', 'valid')
      and (${dossiers}::text[] is null or d.pid = any(${dossiers}::text[]))
    order by array_position(${prizes}::text[], a.prize), length(d.number), d.number, a.id`,
  );
}

async function knownOf(db: Db, awards: readonly string[]) {
  const rows = await all(
    db,
    sql<Known>`select award_id as "awardId", holder, pid, state,
        lpad(number::text, greatest(2, length(number::text)), '0') || '/' || symbol as number
      from certificate where award_id = any(${awards}::uuid[]) and state <> 'replaced'`,
  );
  return Map.groupBy(rows, (row) => row.awardId);
}

/** The name of an organisation that entered: the answer that was chosen for it, or that tells who it is. */
function organisationIn(
  { form }: EditionContent,
  { organisationField }: Pick<Design, 'organisationField'>,
  frozen: string | null,
): string | null {
  if (frozen === null) return null;
  const { answers } = readFrozen(frozen);
  const lines = form.filter(({ kind }) => kind === 'text');
  const field =
    lines.find(({ key }) => key === organisationField) ??
    lines.find(({ identifies }) => identifies);
  const answer = field === undefined ? undefined : answers[field.key];
  return typeof answer === 'string' ? answer : null;
}

/** Those who wait for a certificate, in their order. */
export const waiting = (candidates: readonly Candidate[], again = false): Candidate[] =>
  candidates.filter(
    ({ holder, standing, revoked }) => holder !== null && standing === null && (again || !revoked),
  );
