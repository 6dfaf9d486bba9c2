import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { LinePage } from '../pages/line.tsx';
import { findStatement, listDues, livePeriod, statementLine } from '../queries/index.ts';
import type { DueBrief, FeeStatement } from '../schema.ts';
import { decideLine } from '../service/index.ts';
import { howWords, words } from '../vi.ts';
import { allowWriting, base, pathOf, periodCrumbs, told } from './shared.tsx';

const mostFound = 20;

/** Deciding whose one line of a statement is. */
export function lineDoors(app: Hono<Env>): void {
  app.get(`${base}/sao-ke/:pid/dong/:row`, (c) => linePage(c, null, {}));
  app.post(`${base}/sao-ke/:pid/dong/:row`, decide);
}

async function decide(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const pid = c.req.param('pid') ?? '';
  const row = rowOf(c);
  const typed = (values.reference ?? '').trim();
  const outcome = await execute(c.var.cx, decideLine, {
    pid,
    row,
    decision: values.decision,
    reference: typed === '' ? (values.candidate ?? '') : typed,
  });
  if (outcome.ok) return c.redirect(`${pathOf(c, `sao-ke/${pid}`)}?da-quyet=1`, 303);
  return linePage(c, told(outcome.issues), values);
}

function rowOf(c: WebContext): number {
  const row = Number(c.req.param('row'));
  if (!Number.isInteger(row) || row < 1 || row > 10_000_000) throw new NotFound('line');
  return row;
}

async function linePage(
  c: WebContext,
  problem: string | null,
  values: Readonly<Record<string, string>>,
): Promise<Response> {
  const { cx } = c.var;
  const statement = await findStatement(cx, c.req.param('pid') ?? '');
  const line = await statementLine(cx, statement.id, rowOf(c));
  allowWriting(c);
  const typed = (c.req.query('q') ?? '').slice(0, 200);
  const found = await search(c, statement, typed);
  const candidates = typed === '' ? line.dues : found;
  const own = line.chosen === null ? [] : [line.chosen];
  const back = pathOf(c, `sao-ke/${statement.pid}`);
  const title = words.lineTitle(line.row);
  return c.var.shell.office(c, {
    title,
    lead: [statement.fileName, formatDate(line.paidOn), words.money(line.amount)].join(' · '),
    error: problem !== null,
    status: problem === null ? 200 : 422,
    crumbs: periodCrumbs(
      c,
      { pid: statement.period, name: statement.periodName },
      { label: statement.fileName, href: back },
      { label: title },
    ),
    body: (
      <LinePage
        facts={line.description}
        how={howWords[line.how] ?? ''}
        problem={problem}
        action={c.req.path}
        searchAction={c.req.path}
        typed={typed}
        reference={values.reference ?? ''}
        candidates={uniqueOf([...own, ...candidates]).map(optionOf)}
        chosen={values.candidate ?? line.chosen?.reference ?? only(candidates)}
        nobody={typed !== '' && found.length === 0}
        backHref={back}
      />
    ),
  });
}

const only = (dues: readonly DueBrief[]): string =>
  dues.length === 1 ? (dues[0]?.reference ?? '') : '';

// Whoever was chosen before stands first, and once.
const uniqueOf = (dues: readonly DueBrief[]): readonly DueBrief[] => [
  ...new Map(dues.map((due) => [due.id, due])).values(),
];

const optionOf = (due: DueBrief) => ({
  value: due.reference,
  label: due.name,
  help: words.candidate(due.association, due.reference, due.owed, due.paid),
});

async function search(
  c: WebContext,
  statement: FeeStatement,
  typed: string,
): Promise<readonly DueBrief[]> {
  if (typed === '') return [];
  const period = await livePeriod(c.var.cx, statement.period);
  const list = { descending: false, page: 1, size: mostFound };
  const dues = await listDues(c.var.cx, period, { ...list, q: typed });
  return dues.map((due) => ({ ...due, association: due.organisationName }));
}
