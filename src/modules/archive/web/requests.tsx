import type { Hono } from 'hono';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import { site } from '../../../platform/http/addresses.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { saidIn } from '../../../platform/records/section.ts';
import { Alert } from '../../../ui/index.ts';
import { RequestList } from '../pages/requests.tsx';
import { archiveKeep, archiveRead } from '../policy.ts';
import { listRequests, waitingRequests } from '../queries/index.ts';
import { requestStates } from '../schema.ts';
import { markRequest } from '../service/index.ts';
import { archiveIssues, officeWords as words } from '../vi/index.ts';
import { crumbs, officePath, tabs } from './office.tsx';
import { path as archivePath } from './shared.ts';

const path = 'hoi-thi/chuyen-giao';
const pageSize = 20;

/** Who asks for the transfer of a solution, and what became of it. */
export function requestDoors(app: Hono<Env>): void {
  app.get(`/${path}`, listPage);
  app.post(`/${path}/:pid`, async (c) => {
    const { values } = await formOf(c);
    const { state, note, version } = values;
    const input = { pid: c.req.param('pid'), state, note, version };
    settled(await execute(c.var.cx, markRequest, input), archiveIssues);
    return c.redirect(officePath(c, `${path}?da-ghi=1#${input.pid}`), 303);
  });
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  if (!(await may(cx, archiveRead, place.organisationId))) throw new NotFound('requests');
  const question = listQuestion(officePath(c, path), c.req.query(), {
    filters: ['tinh-trang'],
    sorts: ['ngay'],
    sort: 'ngay',
  });
  const state = requestStates.find((one) => one === question.values['tinh-trang']) ?? null;
  const { rows, total } = await listRequests(cx, {
    organisation: place.organisationId,
    state,
    page: question.page,
    size: pageSize,
  });
  const { count } = await waitingRequests(cx, place.organisationId);
  const writer = await may(cx, archiveKeep, place.organisationId);
  const said = saidIn(c, { 'da-ghi': words.marked });
  return shell.office(c, {
    title: words.requestsTitle,
    lead: words.requestsLead(count),
    crumbs: crumbs(c, { label: words.requestsTitle }),
    before: (
      <>
        {said === undefined ? null : <Alert tone="ok" title={said} live />}
        {tabs(c, 'requests')}
      </>
    ),
    body: (
      <RequestList
        rows={rows.map((request) => ({
          request,
          href:
            request.dossier === null
              ? null
              : site(request.organisation.code, `${archivePath}/${request.dossier}`),
          action: writer ? officePath(c, `${path}/${request.pid}`) : null,
        }))}
        state={state}
        action={officePath(c, path)}
        total={total}
        page={question.page}
        size={pageSize}
        pageHref={question.pageHref}
      />
    ),
  });
}
