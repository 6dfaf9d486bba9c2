import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { nameOn } from '../../organisations/index.ts';
import { feeRead } from '../policy.ts';
import { writeReference } from '../rules/index.ts';
import type { DueBrief, FeeStatement, StatementCounts, StatementLineView } from '../schema.ts';
import { personName } from './dues.ts';

const columns = sql`s.id, s.pid, s.organisation_id as "organisationId", f.pid as period,
  s.period_id as "periodId", f.name as "periodName", fl.sha256 as file, s.file_name as "fileName", s.state,
  s.header_row as "headerRow", s.columns, s.created_at as "createdAt", s.applied_at as "appliedAt",
  s.version`;
const from = sql`from fee_statement s join fee_period f on f.id = s.period_id
  join file fl on fl.id = s.file_id`;

/** A statement that the actor may see. @throws NotFound */
export async function findStatement(cx: Cx, pid: string): Promise<FeeStatement> {
  const row = await maybe(
    cx.db,
    sql<FeeStatement>`select ${columns} ${from} where s.pid = ${pid} and f.deleted_at is null
      and ${visible(cx, feeRead, sql`s.organisation_id`)}`,
  );
  if (row === null) throw new NotFound('fee_statement');
  return row;
}

/** The statements of a period, the newest first, at most a hundred. */
export function listStatements(cx: Cx, periodId: string): Promise<FeeStatement[]> {
  return all(
    cx.db,
    sql<FeeStatement>`select ${columns} ${from} where s.period_id = ${periodId}
      order by s.created_at desc, s.id desc limit 100`,
  );
}

/** Lines that applying takes in: sure ones that nobody left out, and others that somebody took. */
export const taken = sql`((l.state = 'matched' and l.decision is distinct from 'leave')
  or (l.decision = 'take' and l.state in ('proposal', 'unknown')
    and (l.chosen is not null or (l.how <> 'names' and cardinality(l.dues) > 0))))`;

export function statementCounts(db: Db, statementId: string): Promise<StatementCounts> {
  return one(
    db,
    sql<StatementCounts>`select count(*) filter (where l.state = 'matched')::integer as matched,
        count(*) filter (where l.state = 'proposal')::integer as proposal,
        count(*) filter (where l.state = 'unknown')::integer as unknown,
        count(*) filter (where l.state = 'recorded')::integer as recorded,
        count(*) filter (where ${taken})::integer as taken,
        coalesce(sum(l.amount) filter (where ${taken}), 0)::bigint as "takenAmount"
      from fee_statement_line l where l.statement_id = ${statementId}`,
  );
}

type LineRow = Omit<StatementLineView, 'dues' | 'chosen'> & {
  readonly dueIds: string[];
  readonly chosenId: string | null;
};

const lineColumns = sql`l.row_number as row, l.paid_on as "paidOn", l.amount, l.description,
  l.bank_reference as "bankReference", l.state, l.how, l.decision, l.dues as "dueIds",
  l.chosen as "chosenId"`;

/** One page of the lines of a statement: two queries. */
export async function statementLines(
  cx: Cx,
  statementId: string,
  list: { readonly state: string | null; readonly page: number; readonly size: number },
): Promise<StatementLineView[]> {
  const rows = await all(
    cx.db,
    sql<LineRow>`select ${lineColumns} from fee_statement_line l where l.statement_id = ${statementId}
      and (${list.state}::text is null or l.state = ${list.state}) order by l.row_number
      limit ${list.size} offset ${(list.page - 1) * list.size}`,
  );
  return withDues(cx, rows);
}

/** One line. @throws NotFound */
export async function statementLine(
  cx: Cx,
  statementId: string,
  row: number,
): Promise<StatementLineView> {
  const found = await all(
    cx.db,
    sql<LineRow>`select ${lineColumns} from fee_statement_line l
      where l.statement_id = ${statementId} and l.row_number = ${row}`,
  );
  const [line] = await withDues(cx, found);
  if (line === undefined) throw new NotFound('fee_statement_line');
  return line;
}

async function withDues(cx: Cx, rows: readonly LineRow[]): Promise<StatementLineView[]> {
  const ids = rows.flatMap((row) => [...row.dueIds, ...(row.chosenId ? [row.chosenId] : [])]);
  const dues = await briefs(cx, ids);
  return rows.map(({ dueIds, chosenId, ...row }) => ({
    ...row,
    dues: dueIds.flatMap((id) => dues.get(id) ?? []),
    chosen: chosenId === null ? null : (dues.get(chosenId) ?? null),
  }));
}

type BriefRow = Omit<DueBrief, 'reference'> & { readonly year: number; readonly number: number };

/** Dues in short, by their inner ids. */
async function briefs(cx: Cx, ids: readonly string[]): Promise<Map<string, DueBrief>> {
  const rows = await all(
    cx.db,
    sql<BriefRow>`select d.id, ${personName} as name, d.year, d.number, d.owed, d.paid,
        coalesce(n.short_name, o.code) as association
      from fee_due d join person p on p.id = d.person_id
      join organisation o on o.id = d.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}
      where d.id = any(${[...new Set(ids)]}::uuid[])`,
  );
  return new Map(
    rows.map(({ year, number, ...row }) => [
      row.id,
      { ...row, reference: writeReference({ year, number }) },
    ]),
  );
}
