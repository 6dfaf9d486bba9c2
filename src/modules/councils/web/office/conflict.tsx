import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { Conflict, NotFound } from '../../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { RecordHistory, type Term } from '../../../../ui/index.ts';
import { ConflictPage } from '../../pages/office/conflict.tsx';
import { conflictByPid } from '../../queries/index.ts';
import type { ListedConflict } from '../../schema/index.ts';
import { dismissConflict, upholdConflict } from '../../service/index.ts';
import { conflictSourceNames, conflictStateNames } from '../../vi/index.ts';
import { conflictWords as words } from '../../vi/office.ts';
import { dossierHref, shownConflicts } from './conflict-lines.ts';
import {
  base,
  crumbsOf,
  editionOf,
  historyLines,
  issueWords,
  mayManage,
  moment,
  noticeOf,
  pathOf,
  paths,
} from './shared.tsx';

const path = `${base}/${paths.conflicts}/:conflict{[0-9a-z]{16}}`;

/** One conflict, and the decision. */
export function conflictDoor(app: Hono<Env>): void {
  app.get(path, async (c) => page(c, await conflictOf(c), null));
  app.post(path, decide);
}

async function conflictOf(c: WebContext): Promise<ListedConflict> {
  const conflict = await conflictByPid(c.var.cx, c.req.param('conflict') ?? '');
  if (conflict.edition.pid !== c.req.param('edition')) throw new NotFound('conflict');
  return conflict;
}

async function page(
  c: WebContext,
  conflict: ListedConflict,
  returned: FormView | null,
  newer?: number,
): Promise<Response> {
  const edition = await editionOf(c);
  const [row] = await shownConflicts(c, [conflict]);
  const manager = (await mayManage(c, edition)) && edition.state !== 'closed';
  const action = pathOf(c, edition, 'conflicts', conflict.pid);
  const bad = (returned?.summary.length ?? 0) > 0;
  const history = await historyLines(c, 'conflict', conflict.id);
  return c.var.shell.office(c, {
    title: words.title,
    lead: `${row!.judge} · ${row!.dossier}`,
    crumbs: crumbsOf(c, edition, 'conflicts', { label: row!.kind }),
    error: bad,
    status: newer !== undefined ? 409 : bad ? 422 : 200,
    before: noticeOf(c, { 'da-luu': words.saved }),
    body: (
      <ConflictPage
        row={row!}
        terms={termsOf(c, conflict, row!)}
        declared={conflict.source === 'declared'}
        form={
          manager
            ? {
                action,
                version: newer ?? conflict.version,
                state: returned ?? freshForm(decidedValues(conflict)),
                newerHref: newer === undefined ? undefined : action,
              }
            : null
        }
      />
    ),
    ...(history.length === 0 ? {} : { aside: <RecordHistory items={history} /> }),
  });
}

const decidedValues = ({ state, reason }: ListedConflict): Record<string, string> =>
  state === 'found'
    ? {}
    : { answer: state === 'upheld' ? 'uphold' : 'dismiss', reason: reason ?? '' };

function termsOf(
  c: WebContext,
  conflict: ListedConflict,
  row: Awaited<ReturnType<typeof shownConflicts>>[number],
): Term[] {
  const { terms } = words;
  const { state, decidedAt, decidedBy, reason } = conflict;
  return [
    { term: terms.judge, value: <a href={row.judgeHref}>{row.judge}</a> },
    {
      term: terms.dossier,
      value: (
        <a href={dossierHref(c, conflict)}>
          {[conflict.dossier.number, row.dossier].filter(Boolean).join(' · ')}
        </a>
      ),
    },
    { term: terms.kind, value: row.kind },
    { term: terms.source, value: conflictSourceNames[conflict.source] },
    { term: terms.found, value: moment(conflict.foundAt) },
    ...(decidedAt === null
      ? []
      : [
          {
            term: terms.decided,
            value: words.decidedBy(conflictStateNames[state], decidedBy, moment(decidedAt)),
          },
        ]),
    ...(reason === null ? [] : [{ term: words.reason, value: reason }]),
  ];
}

async function decide(c: WebContext): Promise<Response> {
  const conflict = await conflictOf(c);
  const { values } = await formOf(c);
  const { answer, reason, version } = values;
  const again = (issues: readonly Issue[], newer?: number) =>
    page(c, conflict, returnedForm(values, issues, issueWords, words.labels), newer);
  if (answer !== 'dismiss' && answer !== 'uphold') return again([issue('answer', 'choose_one')]);
  const command = answer === 'dismiss' ? dismissConflict : upholdConflict;
  try {
    const done = await execute(c.var.cx, command, { pid: conflict.pid, reason, version });
    if (!done.ok) return await again(done.issues);
    return c.redirect(`${pathOf(c, conflict.edition, 'conflicts', conflict.pid)}?da-luu=1`, 303);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], error.version);
  }
}
