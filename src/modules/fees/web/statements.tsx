import type { Hono } from 'hono';
import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDate, formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { type Command, execute, once } from '../../../platform/command.ts';
import { columnLetters } from '../../../platform/documents/sheets/types.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { offers } from '../../../platform/records/section.ts';
import { type LineRow, StatementPage } from '../pages/statement.tsx';
import { StatementList } from '../pages/statements.tsx';
import { feeWrite } from '../policy.ts';
import {
  findStatement,
  listStatements,
  statementCounts,
  statementLines,
} from '../queries/index.ts';
import { columnFields, missingColumns } from '../rules/index.ts';
import type { FeeStatement, StatementCounts, StatementLineView } from '../schema.ts';
import {
  applyStatement,
  openStatement,
  setColumns,
  takeProposals,
  undoStatement,
} from '../service/index.ts';
import { columnNames, howWords, lineStateNames, statementStateNames, words } from '../vi.ts';
import {
  allowWriting,
  base,
  noticeOf,
  pathOf,
  periodCrumbs,
  periodOf,
  tabsOf,
  told,
} from './shared.tsx';

const pageSize = 50;
const one = `${base}/sao-ke/:pid`;
const lineStates = ['matched', 'proposal', 'unknown', 'recorded'] as const;

export function statementDoors(app: Hono<Env>): void {
  app.get(`${base}/:period/sao-ke`, (c) => listPage(c, []));
  app.post(`${base}/:period/sao-ke`, upload);
  app.get(one, (c) => statementPage(c, null));
  app.post(`${one}/cot`, columnsSent);
  app.post(`${one}/nhan-de-xuat`, (c) => act(c, takeProposals, 'da-nhan'));
  app.post(`${one}/ghi`, (c) => act(c, applyStatement, 'da-ghi'));
  app.post(`${one}/hoan-tac`, (c) => act(c, undoStatement, 'da-hoan-tac'));
}

async function listPage(c: WebContext, problems: readonly string[]): Promise<Response> {
  const period = await periodOf(c);
  const statements = await listStatements(c.var.cx, period.id);
  const path = pathOf(c, `${period.pid}/sao-ke`);
  const bad = problems.length > 0;
  return c.var.shell.office(c, {
    title: words.statements,
    lead: period.name,
    error: bad,
    status: bad ? 422 : 200,
    crumbs: periodCrumbs(c, period, { label: words.statements }),
    body: (
      <StatementList
        tabs={tabsOf(c, period, 'statements')}
        rows={statements.map((row) => ({
          href: pathOf(c, `sao-ke/${row.pid}`),
          file: row.fileName,
          when: formatDateTime(vietnamTime(row.createdAt)),
          state: statementStateNames[row.state] ?? row.state,
        }))}
        uploadAction={offers(c, feeWrite) ? path : null}
        problems={problems}
      />
    ),
  });
}

async function upload(c: WebContext): Promise<Response> {
  const period = await periodOf(c);
  allowWriting(c);
  const { files, key } = await formOf(c);
  const opened = await once(c.var.cx, key, async (cx) => {
    const answer = await openStatement(cx, period.pid, files.file?.[0]);
    return { keep: answer.ok, answer };
  });
  if (opened.ok) return c.redirect(pathOf(c, `sao-ke/${opened.value.pid}`), 303);
  return listPage(c, [told(opened.issues)]);
}

const statementOf = (c: WebContext): Promise<FeeStatement> =>
  findStatement(c.var.cx, c.req.param('pid') ?? '');

/** A button of the statement's page; what stands in its way is said on the page itself. */
async function act(
  c: WebContext,
  // biome-ignore lint/suspicious/noExplicitAny: any command of a statement, whatever it answers
  command: Command<any, any, { pid: string }>,
  said: string,
): Promise<Response> {
  const { values } = await formOf(c);
  const pid = c.req.param('pid') ?? '';
  const versioned = command.version === undefined ? {} : { version: values.version };
  const outcome = await execute(c.var.cx, command, { pid, ...versioned });
  if (outcome.ok) return c.redirect(`${pathOf(c, `sao-ke/${pid}`)}?${said}=1`, 303);
  return statementPage(c, told(outcome.issues));
}

async function columnsSent(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const pid = c.req.param('pid') ?? '';
  const width = Object.keys(values).filter((name) => /^cot-\d+$/.test(name)).length;
  const outcome = await execute(c.var.cx, setColumns, {
    pid,
    header_row: values.header_row,
    version: values.version,
    fields: Array.from({ length: Math.min(width, 60) }, (_, i) => values[`cot-${i}`] ?? 'skip'),
  });
  if (outcome.ok) return c.redirect(`${pathOf(c, `sao-ke/${pid}`)}?da-doc-lai=1`, 303);
  return statementPage(c, told(outcome.issues));
}

async function statementPage(c: WebContext, problem: string | null): Promise<Response> {
  const { cx } = c.var;
  const statement = await statementOf(c);
  const counts = await statementCounts(cx.db, statement.id);
  const typed = c.req.query('ket-qua');
  const state = lineStates.find((one) => one === typed) ?? null;
  const asked = Number(c.req.query('trang') ?? 1);
  const page = Number.isInteger(asked) && asked >= 1 && asked < 1_000_000 ? asked : 1;
  const lines = await statementLines(cx, statement.id, { state, page, size: pageSize });
  const writer = offers(c, feeWrite);
  const path = pathOf(c, `sao-ke/${statement.pid}`);
  const href = (to: number, of = state) => {
    const query = [of === null ? '' : `ket-qua=${of}`, to === 1 ? '' : `trang=${to}`];
    const text = query.filter(Boolean).join('&');
    return text === '' ? path : `${path}?${text}`;
  };
  const missing = missingColumns(statement).map((field) => columnNames[field]);
  const total = state === null ? sumOf(counts) : counts[state];
  return c.var.shell.office(c, {
    title: statement.fileName,
    lead: [statement.periodName, statementStateNames[statement.state]].join(' · '),
    error: problem !== null,
    status: problem === null ? 200 : 422,
    crumbs: periodCrumbs(
      c,
      { pid: statement.period, name: statement.periodName },
      { label: words.statements, href: pathOf(c, `${statement.period}/sao-ke`) },
      { label: statement.fileName },
    ),
    before: noticeOf(c),
    body: (
      <StatementPage
        summary={words.statementSummary(sumOf(counts))}
        problem={problem}
        missing={missing.length === 0 ? null : words.columnsMissing(missing.join(', '))}
        tabs={[null, ...lineStates].map((one) => ({
          href: href(1, one),
          label: one === null ? words.allLines : (lineStateNames[one] ?? one),
          count: one === null ? sumOf(counts) : counts[one],
          current: one === state,
        }))}
        rows={lines.map((line) => rowOf(path, statement, line, writer))}
        page={page}
        size={pageSize}
        total={total}
        pageHref={href}
        columns={statement.columns.map((column) => ({
          name: `cot-${column.index}`,
          label: words.column(columnLetters(column.index), column.title),
          help: column.samples.length === 0 ? '' : words.samples(column.samples.join(' · ')),
          value: column.field,
        }))}
        headerRow={String(statement.headerRow)}
        fields={columnFields.map((value) => ({ value, label: columnNames[value] }))}
        hidden={{ version: statement.version }}
        acts={actsOf(path, statement, counts, writer)}
        listHref={pathOf(c, `${statement.period}/sao-ke`)}
      />
    ),
  });
}

const sumOf = (counts: StatementCounts): number =>
  lineStates.reduce((sum, state) => sum + counts[state], 0);

function actsOf(path: string, statement: FeeStatement, counts: StatementCounts, writer: boolean) {
  const open = writer && statement.state !== 'applied';
  const { taken, takenAmount } = counts;
  return {
    columns: open ? `${path}/cot` : null,
    takeAll: open && counts.proposal > 0 ? `${path}/nhan-de-xuat` : null,
    apply:
      open && taken > 0 ? { action: `${path}/ghi`, label: words.apply(taken, takenAmount) } : null,
    undo: writer && statement.state === 'applied' ? `${path}/hoan-tac` : null,
  };
}

function rowOf(
  path: string,
  statement: FeeStatement,
  line: StatementLineView,
  writer: boolean,
): LineRow {
  const whose = line.chosen === null ? line.dues : [line.chosen];
  const open = writer && statement.state !== 'applied' && line.state !== 'recorded';
  const takes = line.decision === 'take' || (line.state === 'matched' && line.decision === null);
  const will = line.decision === 'leave' ? words.leftOut : takes ? words.willTake : null;
  const names = whose.slice(0, 3).map((due) => due.name);
  const more = whose.length > 3 ? [words.someMore(whose.length - 3)] : [];
  return {
    row: line.row,
    day: formatDate(line.paidOn),
    amount: formatNumber(line.amount),
    text: [line.description, line.bankReference].filter(Boolean).join(' · '),
    whose: [...names, ...more].join(', '),
    how: line.chosen === null ? (howWords[line.how] ?? '') : words.chosenByHand,
    state: line.state,
    will: statement.state === 'applied' || line.state === 'recorded' ? null : will,
    decideHref: open ? `${path}/dong/${line.row}` : null,
  };
}
