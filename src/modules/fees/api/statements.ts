import { z } from 'zod';
import type { IssueWords } from '../../../kernel/issue.ts';
import { type Cx, execute } from '../../../platform/command.ts';
import { documentIssueWords } from '../../../platform/documents/vi.ts';
import {
  type Api,
  listOf,
  pageOf,
  pageQuery,
  readInput,
  settled,
} from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { uploadIssues } from '../../../platform/records/uploads.ts';
import { findStatement, statementCounts, statementLines } from '../queries/index.ts';
import { columnFields } from '../rules/columns.ts';
import type { StatementLineView } from '../schema.ts';
import {
  applyStatement,
  decideLine,
  openStatement,
  setColumns,
  takeProposals,
  undoStatement,
} from '../service/index.ts';
import { feeIssues } from '../vi.ts';

// Also what is wrong with a file that was sent.
const words: IssueWords = { ...documentIssueWords, ...uploadIssues, ...feeIssues };

const tag = 'fees';
const path = '/fee-statements';
const states = ['matched', 'proposal', 'unknown', 'recorded'] as const;

const statementShape = z.object({
  pid: z.string(),
  period: z.string(),
  file_name: z.string(),
  state: z.enum(['opened', 'applied', 'undone']),
  header_row: z.number().int(),
  columns: z.array(z.object({ title: z.string(), field: z.enum(columnFields) })),
  counts: z.object({
    matched: z.number().int(),
    proposal: z.number().int(),
    unknown: z.number().int(),
    recorded: z.number().int(),
    taken: z.number().int(),
    taken_amount: z.number().int(),
  }),
  version: z.number().int(),
});

const lineShape = z.object({
  row: z.number().int(),
  paid_on: z.iso.date(),
  amount: z.number().int(),
  description: z.string(),
  bank_reference: z.string().nullable(),
  state: z.enum(states),
  how: z.string(),
  decision: z.enum(['take', 'leave']).nullable(),
  candidates: z.array(z.object({ name: z.string(), reference: z.string() })),
  chosen: z.object({ name: z.string(), reference: z.string() }).nullable(),
});

async function answer(cx: Cx, pid: string): Promise<unknown> {
  const statement = await findStatement(cx, pid);
  const { takenAmount, ...counts } = await statementCounts(cx.db, statement.id);
  return {
    pid,
    period: statement.period,
    file_name: statement.fileName,
    state: statement.state,
    header_row: statement.headerRow,
    columns: statement.columns.map(({ title, field }) => ({ title, field })),
    counts: { ...counts, taken_amount: takenAmount },
    version: statement.version,
  };
}

const lineView = (line: StatementLineView) => ({
  row: line.row,
  paid_on: line.paidOn,
  amount: line.amount,
  description: line.description,
  bank_reference: line.bankReference,
  state: line.state,
  how: line.how,
  decision: line.decision,
  candidates: line.dues.map(({ name, reference }) => ({ name, reference })),
  chosen: line.chosen && { name: line.chosen.name, reference: line.chosen.reference },
});

/** REST doors of bank statements: bring one in, decide, record all at once, undo. */
export function statementApi(api: Api): void {
  openDoors(api);
  lineDoors(api);
  actDoors(api);
}

const openBody = z.strictObject({
  period: z.string(),
  file_name: z.string().max(200),
  /** The file in base64. */
  content: z.string().max(2_000_000),
});

function openDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path,
    tag,
    summary: 'Bring in a statement of the bank (.xlsx or .csv in base64); no money is recorded yet',
    body: openBody,
    response: statementShape,
    status: 201,
    words,
    handler: async ({ cx, body }) => {
      const { period, file_name, content } = readInput(openBody, body, words);
      const file = new File([Buffer.from(content, 'base64')], file_name);
      return answer(cx, settled(await openStatement(cx, period, file), words).pid);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    summary: 'One statement with how many of its lines are what',
    params: byPid,
    response: statementShape,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
  api.endpoint({
    method: 'put',
    path: `${path}/{pid}/columns`,
    tag,
    summary: 'Say which column is what; the lines are read and matched anew',
    params: byPid,
    body: z.strictObject({
      header_row: z.number().int().min(0),
      fields: z.array(z.enum(columnFields)).max(60),
    }),
    response: statementShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, setColumns, { ...body, ...params }), words);
      return answer(cx, params.pid);
    },
  });
}

function lineDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}/lines`,
    tag,
    summary: 'The lines of money coming in, each with whose it is or may be',
    params: byPid,
    query: z.object({ ...pageQuery, state: z.enum(states).optional() }),
    response: listOf(lineShape),
    handler: async ({ cx, c, params, query }) => {
      const statement = await findStatement(cx, params.pid);
      const { page, size, state } = query;
      const counts = await statementCounts(cx.db, statement.id);
      const total =
        state === undefined ? states.reduce((sum, one) => sum + counts[one], 0) : counts[state];
      const lines = await statementLines(cx, statement.id, { state: state ?? null, page, size });
      return pageOf(c, lines.map(lineView), total, page, size);
    },
  });
  api.endpoint({
    method: 'put',
    path: `${path}/{pid}/lines/{row}`,
    tag,
    summary: 'Take a line in or leave it out; a reference says whose it is',
    params: z.object({ pid: z.string(), row: z.coerce.number().int().min(1).max(10_000_000) }),
    body: z.strictObject({
      decision: z.enum(['take', 'leave']),
      reference: z.string().max(40).nullish(),
    }),
    status: 204,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, decideLine, { ...body, ...params }), words);
    },
  });
}

function actDoors(api: Api): void {
  const act = (
    name: string,
    summary: string,
    run: (cx: Cx, pid: string) => Promise<void>,
  ): void => {
    api.endpoint({
      method: 'post',
      path: `${path}/{pid}/${name}`,
      tag,
      summary,
      params: byPid,
      response: statementShape,
      words,
      handler: async ({ cx, params }) => {
        await run(cx, params.pid);
        return answer(cx, params.pid);
      },
    });
  };
  act('take', 'Take in every proposal that has one answer', async (cx, pid) => {
    settled(await execute(cx, takeProposals, { pid }), words);
  });
  act('apply', 'Record the money of all lines that are sure or were taken', async (cx, pid) => {
    settled(await execute(cx, applyStatement, { pid }), words);
  });
  act('undo', 'Take back all that the statement recorded', async (cx, pid) => {
    settled(await execute(cx, undoStatement, { pid }), words);
  });
}
