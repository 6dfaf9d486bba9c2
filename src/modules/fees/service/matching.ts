import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { duesByName, duesByReference, recordedLines, transfersByHand } from '../queries/index.ts';
import {
  type Candidate,
  findReferences,
  type Judged,
  judge,
  nameRuns,
  type StatementLine,
} from '../rules/index.ts';
import type { FeeStatement } from '../schema.ts';

type Of = Pick<FeeStatement, 'id' | 'organisationId' | 'periodId'>;

/** Judges the lines of a statement and keeps them; four queries, whatever their number. */
export async function writeLines(cx: Cx, of: Of, lines: readonly StatementLine[]): Promise<void> {
  const judged = await judgeLines(cx, of, lines);
  await sql`delete from fee_statement_line where statement_id = ${of.id}`.execute(cx.db);
  await sql`insert into fee_statement_line (statement_id, row_number, paid_on, amount, description,
      bank_reference, fingerprint, state, how, dues)
    select ${of.id}, u.row, u.day, u.amount, u.description, u.reference, u.fingerprint, u.state, u.how,
      u.dues::uuid[]
    from unnest(${lines.map((l) => l.row)}::integer[], ${lines.map((l) => l.paidOn)}::date[],
      ${lines.map((l) => l.amount)}::bigint[], ${lines.map((l) => l.description)}::text[],
      ${lines.map((l) => l.reference)}::text[], ${lines.map((l) => l.fingerprint)}::text[],
      ${judged.map((j) => j.state)}::text[], ${judged.map((j) => j.how)}::text[],
      ${judged.map((j) => `{${j.dues.join(',')}}`)}::text[])
      u (row, day, amount, description, reference, fingerprint, state, how, dues)`.execute(cx.db);
}

async function judgeLines(
  { db }: Cx,
  of: Of,
  lines: readonly StatementLine[],
): Promise<readonly Judged[]> {
  const references = lines.map((line) => findReferences(line.description));
  const byReference = await duesByReference(db, of.organisationId, references.flat());
  const recorded = await recordedLines(db, of.organisationId, lines);
  const byHand = await transfersByHand(
    db,
    byReference.map((due) => due.id),
  );
  const known = new Map(byReference.map((due) => [`${due.year}|${due.number}`, due]));
  const found = lines.map((line, at): Candidate[] =>
    (references[at] ?? []).flatMap((one) => {
      const due = known.get(`${one.year}|${one.number}`);
      if (due === undefined) return [];
      return [{ ...due, byHand: byHand.has(`${due.id}|${line.paidOn}|${line.amount}`) }];
    }),
  );
  const named = await candidatesByName(
    db,
    of,
    lines.filter((_, at) => found[at]?.length === 0),
  );
  return lines.map((line, at) =>
    judge(line.amount, recorded.has(line.fingerprint), found[at] ?? [], named.get(line.row) ?? []),
  );
}

async function candidatesByName(
  db: Cx['db'],
  of: Of,
  lines: readonly StatementLine[],
): Promise<Map<number, readonly Candidate[]>> {
  const runs = new Map(lines.map((line) => [line.row, nameRuns(line.description)]));
  const found = await duesByName(db, of.periodId, [...new Set([...runs.values()].flat())]);
  const bySearch = Map.groupBy(found, (due) => due.search);
  return new Map(
    lines.map((line) => [
      line.row,
      (runs.get(line.row) ?? []).flatMap((run) => bySearch.get(run) ?? []),
    ]),
  );
}
