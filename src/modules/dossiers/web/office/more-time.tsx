import type { Hono } from 'hono';
import { parseEmail } from '../../../../kernel/email.ts';
import { isPid } from '../../../../kernel/ids.ts';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { formatSecond } from '../../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { saidIn } from '../../../../platform/records/section.ts';
import { Alert } from '../../../../ui/index.ts';
import type { Edition } from '../../../calls/index.ts';
import { LeaveForm } from '../../pages/office/acts.tsx';
import { MoreTimePage } from '../../pages/office/more-time.tsx';
import { type EntrantDraft, entrantDrafts } from '../../queries/index.ts';
import { grantLeave } from '../../service/index.ts';
import { inFours } from '../../vi/index.ts';
import { actWords, moreTimeWords as words } from '../../vi/office/index.ts';
import { leaveFields } from './acts.tsx';
import { base, crumbsOf, issueWords, keptEdition, moment, pathOf } from './shared.tsx';

/** Below the address of the list. */
const word = 'chua-nop';

/**
 * Time for a draft: found by the address that it was begun with, or by its public id; nothing of what it says
 * is shown. What is typed is posted, so that no address of a person stands in an address of the site.
 */
export function moreTimeDoors(app: Hono<Env>): void {
  app.get(`${base}/${word}`, async (c) => page(c, await keptEdition(c), freshForm({}), null));
  app.post(`${base}/${word}`, find);
  grantDoor(app);
}

async function find(c: WebContext): Promise<Response> {
  const edition = await keptEdition(c);
  const { values } = await formOf(c);
  const whose = readWhose(values.who ?? '');
  if ('code' in whose)
    return page(c, edition, returnedForm(values, [whose], issueWords, { who: words.who }), null);
  return page(c, edition, freshForm(values), await entrantDrafts(c.var.cx, edition, whose));
}

/** An address, or a public id as it is read aloud. */
function readWhose(typed: string): { email: string } | { pid: string } | Issue {
  if (typed.trim() === '') return issue('who', 'required');
  const pid = typed.replace(/[\s.-]/g, '').toLowerCase();
  if (isPid(pid)) return { pid };
  const read = parseEmail(typed);
  if ('ok' in read) return { email: read.ok };
  return read.error === 'email_no_at'
    ? issue('who', 'draft_unreadable', read.data)
    : issue('who', read.error, read.data);
}

function page(
  c: WebContext,
  edition: Edition,
  form: FormView,
  found: readonly EntrantDraft[] | null,
): Response | Promise<Response> {
  const path = pathOf(c, edition, word);
  const said = saidIn(c, { 'da-gia-han': words.granted });
  const bad = form.summary.length > 0;
  return c.var.shell.office(c, {
    title: words.title,
    lead: words.lead,
    crumbs: crumbsOf(c, edition, { label: words.title }),
    status: bad ? 422 : 200,
    error: bad,
    before: said === undefined ? undefined : <Alert tone="ok" title={said} live />,
    body: (
      <MoreTimePage
        form={form}
        action={path}
        found={
          found?.map(({ pid, savedAt, until }) => ({
            pid: inFours(pid),
            saved: moment(savedAt),
            until: until === null ? null : formatSecond(until),
            href: `${path}/${pid}`,
          })) ?? null
        }
      />
    ),
  });
}

interface Subject {
  readonly edition: Edition;
  readonly draft: EntrantDraft;
}

async function draftOf(c: WebContext): Promise<Subject> {
  const edition = await keptEdition(c);
  const [draft] = await entrantDrafts(c.var.cx, edition, { pid: c.req.param('pid') ?? '' });
  if (draft === undefined) throw new NotFound('dossier');
  return { edition, draft };
}

function grantDoor(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${base}/${word}/:pid{[0-9a-z]{16}}`,
    command: grantLeave,
    title: () => actWords.leave.title,
    lead: ({ draft }: Subject) => words.subject(inFours(draft.pid), moment(draft.savedAt)),
    open: draftOf,
    crumbs: (c, { edition }) =>
      crumbsOf(
        c,
        edition,
        { label: words.title, href: pathOf(c, edition, word) },
        { label: actWords.leave.title },
      ),
    initial: leaveFields.initial,
    fixed: async (c, { draft }, typed) => ({
      values: { ...leaveFields.values(c, typed), pid: draft.pid },
    }),
    version: ({ draft }) => draft.version,
    labels: actWords.labels,
    after: (c, { edition }) => `${pathOf(c, edition, word)}?da-gia-han=1`,
    view: (c, { edition }, state) => (
      <LeaveForm state={{ ...state, backHref: pathOf(c, edition, word) }} />
    ),
  });
}
