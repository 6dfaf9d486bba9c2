import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command, execute, type Outcome } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { readCsv } from '../../../platform/documents/sheets/read-csv.ts';
import { readXlsx } from '../../../platform/documents/sheets/read-xlsx.ts';
import type { Sheet } from '../../../platform/documents/sheets/types.ts';
import { NotFound } from '../../../platform/errors.ts';
import { linkFiles } from '../../../platform/files.ts';
import { receiveSheet } from '../../../platform/records/sheet-file.ts';
import { feeWrite } from '../policy.ts';
import { findStatement, livePeriod } from '../queries/index.ts';
import {
  guessShape,
  missingColumns,
  readLines,
  type StatementShape,
  shapeAt,
} from '../rules/index.ts';
import { columnsInput, decideInput, type FeeStatement } from '../schema.ts';
import { dueForChoice } from './choosing.ts';
import { writeLines } from './matching.ts';

const type = 'fee_statement';

/**
 * Takes in a statement of the bank and says whose each line is; no money is recorded yet.
 * @throws NotFound, Forbidden
 */
export async function openStatement(
  cx: Cx,
  period: string,
  file: File | undefined,
): Promise<Outcome<{ pid: string }>> {
  const received = await receiveSheet(cx, cx.files, file);
  if (!received.ok) return received;
  return execute(cx, openCommand(received.sheet, received.name), { period, file: received.pid });
}

const openCommand = (sheet: Sheet, fileName: string) =>
  command({
    name: 'fee.statement.open',
    input: z.strictObject({ period: z.string(), file: z.string() }),
    permission: feeWrite,
    load: (cx, input) => livePeriod(cx, input.period),
    at: (period) => [period.organisationId],
    run: async (cx, period, input) => {
      const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
      const { organisationId } = period;
      const files = await linkFiles(cx, { type, id, organisationId }, [input.file]);
      const shape = guessShape(sheet.rows);
      const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
      await sql`insert into fee_statement (id, pid, organisation_id, period_id, file_id, file_name,
          state, header_row, columns, created_at, requested_by)
        select ${id}, ${pid}, ${organisationId}, ${period.id}, f.id, ${fileName}, 'opened',
          ${shape.headerRow}, ${JSON.stringify(shape.columns)}::jsonb, ${cx.clock.now()}, ${account}
        from file f where f.pid = ${input.file}`.execute(cx.db);
      await fill(cx, { id, organisationId, periodId: period.id }, sheet, shape);
      return { result: { pid }, subject: { type, id }, organisationId, changes: { files } };
    },
  });

type Of = Pick<FeeStatement, 'id' | 'organisationId' | 'periodId'>;

async function fill(cx: Cx, of: Of, sheet: Sheet, shape: StatementShape): Promise<void> {
  const missing = missingColumns(shape).length > 0;
  await writeLines(cx, of, missing ? [] : readLines(sheet.rows, shape).lines);
}

/** Says which column is what; the lines are read and judged anew, decisions about them are lost. */
export const setColumns = command({
  name: 'fee.statement.columns',
  input: columnsInput,
  permission: feeWrite,
  load: (cx, { pid }) => findStatement(cx, pid),
  at: (statement) => [statement.organisationId],
  version: (statement) => statement.version,
  check: (statement, input) => {
    if (statement.state === 'applied') return [issue('', 'statement_applied')];
    const fields = input.fields.filter((field) => field !== 'skip');
    const twice = fields.find((field, at) => fields.indexOf(field) !== at);
    return twice === undefined ? [] : [issue('fields', 'column_twice', { field: twice })];
  },
  run: async (cx, statement, input) => {
    const sheet = await sheetOf(cx, statement);
    const read = shapeAt(sheet.rows, input.header_row);
    const columns = read.columns.map((column) => ({
      ...column,
      field: input.fields[column.index] ?? 'skip',
    }));
    await sql`update fee_statement set header_row = ${input.header_row},
      columns = ${JSON.stringify(columns)}::jsonb, version = version + 1
      where id = ${statement.id}`.execute(cx.db);
    await fill(cx, statement, sheet, { headerRow: input.header_row, columns });
    return {
      result: { pid: statement.pid },
      subject: { type, id: statement.id },
      organisationId: statement.organisationId,
      changes: {
        header_row: { old: statement.headerRow, new: input.header_row },
        fields: { old: statement.columns.map((column) => column.field), new: input.fields },
      },
    };
  },
});

async function sheetOf(cx: Cx, statement: FeeStatement): Promise<Sheet> {
  const bytes = await buffer(await cx.files.open(statement.file));
  const csv = /\.(csv|txt)$/i.test(statement.fileName);
  const read = csv ? readCsv(bytes) : await readXlsx(bytes);
  const [sheet] = read.sheets;
  if (sheet === undefined) throw new NotFound('file');
  return sheet;
}

/** Takes a line in or leaves it out; with a person or a reference, also whose it is. */
export const decideLine = command({
  name: 'fee.statement.decide',
  input: decideInput,
  permission: feeWrite,
  load: async (cx, input) => {
    const statement = await findStatement(cx, input.pid);
    const line = await maybe(
      cx.db,
      sql<{ state: string; how: string; many: number }>`select state, how, cardinality(dues) as many
        from fee_statement_line where statement_id = ${statement.id} and row_number = ${input.row}
        for update`,
    );
    if (line === null) throw new NotFound('fee_statement_line');
    return { statement, line, due: await dueForChoice(cx, statement, input.reference) };
  },
  at: ({ statement }) => [statement.organisationId],
  check: ({ statement, line, due }, input) => {
    if (statement.state === 'applied') return [issue('', 'statement_applied')];
    if (line.state === 'recorded') return [issue('', 'line_recorded')];
    if (input.decision === 'leave') return [];
    if (input.reference !== null && due === null) return [issue('reference', 'unknown_reference')];
    const open = line.many === 0 || line.how === 'names';
    return due === null && open ? [issue('reference', 'choose_payer')] : [];
  },
  run: async (cx, { statement, due }, input) => {
    const chosen = input.decision === 'take' ? due : null;
    await sql`update fee_statement_line set decision = ${input.decision}, chosen = ${chosen}
      where statement_id = ${statement.id} and row_number = ${input.row}`.execute(cx.db);
    return {
      result: { pid: statement.pid },
      subject: { type, id: statement.id },
      organisationId: statement.organisationId,
      changes: { [`row_${input.row}`]: { new: input.decision } },
    };
  },
});

/** Takes in every proposal that has one answer. */
export const takeProposals = command({
  name: 'fee.statement.take',
  input: z.strictObject({ pid: z.string() }),
  permission: feeWrite,
  load: (cx, { pid }) => findStatement(cx, pid),
  at: (statement) => [statement.organisationId],
  check: (statement) => (statement.state === 'applied' ? [issue('', 'statement_applied')] : []),
  run: async (cx, statement) => {
    const { numAffectedRows } = await sql`update fee_statement_line set decision = 'take'
      where statement_id = ${statement.id} and state = 'proposal' and how = 'name'
        and decision is null`.execute(cx.db);
    const lines = Number(numAffectedRows ?? 0);
    return {
      result: { pid: statement.pid, taken: lines },
      subject: { type, id: statement.id },
      organisationId: statement.organisationId,
      changes: { taken: { new: lines } },
    };
  },
});
