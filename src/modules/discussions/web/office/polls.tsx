import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { contentDisposition } from '../../../../platform/documents/filename.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { listQuestion } from '../../../../platform/forms/list.ts';
import { site } from '../../../../platform/http/addresses.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { deletionDoors } from '../../../../platform/records/doors.ts';
import { offers, saidIn } from '../../../../platform/records/section.ts';
import { ButtonLink, Toast } from '../../../../ui/index.ts';
import { PollList } from '../../pages/polls/list.tsx';
import { OnePoll } from '../../pages/polls/one.tsx';
import { pollManage, pollRead } from '../../policy.ts';
import { listPolls } from '../../queries/index.ts';
import { phaseOf, pollStates } from '../../rules/index.ts';
import type { Poll } from '../../schema/index.ts';
import { closePoll, openPollForVotes, pollDeletion } from '../../service/index.ts';
import { pollCsv, pollWorkbook, sheetType } from '../../sheets/index.ts';
import { pollOffice as words } from '../../vi/index.ts';
import { allow, officePath, pollsPath as path, told } from '../shared.ts';
import { closePage, pollIn, removePage, section } from './poll-asking.tsx';
import { pollFormDoors } from './poll-form.tsx';
import { sectionTabs } from './tabs.tsx';

const pageSize = 25;

/** The polls of an office. */
export function pollOfficeDoors(app: Hono<Env>): void {
  app.get(`/${path}`, listPage);
  pollFormDoors(app);
  app.get(`/${path}/:pid`, async (c) => onePage(c, await pollIn(c), []));
  app.get(`/${path}/:pid/ket-qua.xlsx`, (c) => sendResult(c, 'xlsx'));
  app.get(`/${path}/:pid/ket-qua.csv`, (c) => sendResult(c, 'csv'));
  app.post(`/${path}/:pid/mo`, (c) => turn(c, openPollForVotes, 'da-mo'));
  app.get(`/${path}/:pid/ket-thuc`, closePage);
  app.post(`/${path}/:pid/ket-thuc`, (c) => turn(c, closePoll, 'da-ket-thuc'));
  app.get(`/${path}/:pid/xoa`, removePage);
  deletionDoors(app, `/${path}`, section, pollDeletion);
}

async function listPage(c: WebContext): Promise<Response> {
  await allow(c, pollRead);
  const { cx, place, shell } = c.var;
  const question = listQuestion(officePath(c, path), c.req.query(), {
    filters: ['q', 'tinh-trang'],
    sorts: ['ngay'],
    sort: 'ngay',
  });
  const today = cx.clock.today();
  const { rows, total } = await listPolls(cx, {
    organisation: place.organisationId,
    state: pollStates.find((one) => one === question.values['tinh-trang']) ?? null,
    q: question.values.q ?? '',
    page: question.page,
    size: pageSize,
  });
  const polls = rows.map((poll) => ({
    poll,
    phase: phaseOf(poll, today),
    href: officePath(c, `${path}/${poll.pid}`),
  }));
  const writer = offers(c, pollManage);
  const gone = c.req.query('da-xoa');
  return shell.office(c, {
    title: words.title,
    lead: words.lead(polls.filter(({ phase }) => phase === 'open').length, total),
    crumbs: [{ label: words.title }],
    ...(writer && total > 0
      ? {
          action: (
            <ButtonLink kind="primary" icon="plus" href={officePath(c, `${path}/lap`)}>
              {words.create}
            </ButtonLink>
          ),
        }
      : {}),
    before: (
      <>
        {gone === undefined ? null : (
          <Toast
            text={words.removed}
            undo={
              writer
                ? {
                    action: officePath(c, `${path}/${encodeURIComponent(gone)}/khoi-phuc`),
                    label: words.restore,
                  }
                : undefined
            }
          />
        )}
        {sectionTabs(c, path)}
      </>
    ),
    body: (
      <PollList
        rows={polls}
        total={total}
        size={pageSize}
        question={question}
        path={officePath(c, path)}
        createHref={writer ? officePath(c, `${path}/lap`) : null}
      />
    ),
  });
}

async function onePage(c: WebContext, poll: Poll, issues: readonly Issue[]): Promise<Response> {
  const own = officePath(c, `${path}/${poll.pid}`);
  return c.var.shell.office(c, {
    title: poll.question,
    crumbs: section.crumbsTo(c, { label: words.result }),
    status: issues.length > 0 ? 422 : 200,
    error: issues.length > 0,
    body: (
      <OnePoll
        poll={poll}
        phase={phaseOf(poll, c.var.cx.clock.today())}
        said={saidIn(c, {
          'da-luu': words.saved,
          'da-mo': words.opened,
          'da-ket-thuc': words.closedDone,
          'da-khoi-phuc': words.restored,
        })}
        problem={issues.length > 0 ? told(issues).join(' ') : null}
        acts={
          offers(c, pollManage)
            ? {
                edit: `${own}/sua`,
                open: `${own}/mo`,
                close: `${own}/ket-thuc`,
                remove: `${own}/xoa`,
              }
            : null
        }
        publicHref={poll.state === 'draft' ? null : site(c.var.place.code, `${path}/${poll.pid}`)}
        xlsxHref={`${own}/ket-qua.xlsx`}
        csvHref={`${own}/ket-qua.csv`}
      />
    ),
  });
}

async function turn(
  c: WebContext,
  command: typeof closePoll | typeof openPollForVotes,
  said: string,
): Promise<Response> {
  const poll = await pollIn(c);
  const { values } = await formOf(c);
  const raw = { pid: poll.pid, version: values.version };
  try {
    const outcome = await execute(c.var.cx, command as typeof closePoll, raw);
    if (!outcome.ok) return onePage(c, poll, outcome.issues);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return onePage(c, await pollIn(c), [issue('', 'changed_meanwhile')]);
  }
  return c.redirect(officePath(c, `${path}/${poll.pid}?${said}=1`), 303);
}

async function sendResult(c: WebContext, kind: 'xlsx' | 'csv'): Promise<Response> {
  const poll = await pollIn(c);
  const body = kind === 'csv' ? pollCsv(poll) : new Uint8Array(await pollWorkbook(poll));
  return c.body(body, 200, {
    'content-type': kind === 'csv' ? 'text/csv; charset=utf-8' : sheetType,
    'content-disposition': contentDisposition(words.file(poll.pid, kind)),
    'cache-control': 'private, no-store',
  });
}
