import type { Hono } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import { rootCode } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { setFilters } from '../../../platform/records/narrowing.ts';
import { offers } from '../../../platform/records/section.ts';
import { ButtonLink, Toast } from '../../../ui/index.ts';
import { EditionList } from '../pages/list.tsx';
import { callManage, callRead } from '../policy.ts';
import { findEdition, listEditions } from '../queries/index.ts';
import { type EditionState, editionStates } from '../schema/index.ts';
import { pageWords as words } from '../vi/pages.ts';
import { base, mayManage, pathOf } from './shared.tsx';

const pageSize = 50;

/** The editions of an office; at the top those of all unions. */
export function listDoors(app: Hono<Env>): void {
  app.get(base, listPage);
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  if (!(await may(cx, callRead, place.organisationId))) throw new NotFound('edition');
  const question = listQuestion(pathOf(c), c.req.query(), {
    filters: ['q', 'tinh-trang'],
    sorts: ['nam'],
    sort: '-nam',
  });
  const several = place.code === rootCode();
  const { rows, total } = await listEditions(cx, {
    organisation: several ? null : place.organisationId,
    q: question.values.q ?? '',
    state: editionStates.find((one) => one === question.values['tinh-trang']) ?? null,
    page: question.page,
    size: pageSize,
  });
  const newHref = offers(c, callManage) ? pathOf(c, 'moi') : null;
  return c.var.shell.office(c, {
    title: words.list,
    lead: several ? words.listLeadAll(total) : words.listLead(total, place.shortName),
    action:
      newHref === null ? undefined : (
        <ButtonLink kind="primary" icon="plus" href={newHref}>
          {words.add}
        </ButtonLink>
      ),
    before: await removedToast(c),
    body: (
      <EditionList
        question={question}
        path={pathOf(c)}
        rows={rows}
        hrefOf={(row) => pathOf(c, row.pid)}
        total={total}
        size={pageSize}
        chips={setFilters(question, {
          q: (value) => value,
          'tinh-trang': (value) => words.states[value as EditionState] ?? value,
        })}
        several={several}
        newHref={newHref}
        links={linksOf(c)}
      />
    ),
  });
}

// Pages of later modules: whoever may read editions sees findings, who manages them the others.
function linksOf(c: WebContext): { href: string; label: string }[] {
  const { likenesses, past, transfers } = words.beside;
  const read = [{ href: pathOf(c, 'so-trung'), label: likenesses }];
  return offers(c, callManage)
    ? [
        ...read,
        { href: pathOf(c, 'chuyen-giao'), label: transfers },
        { href: pathOf(c, 'nhap-lan-truoc'), label: past },
      ]
    : read;
}

async function removedToast(c: WebContext) {
  const pid = c.req.query('da-xoa');
  const edition = pid === undefined ? null : await findEdition(c.var.cx, pid);
  if (edition === null || edition.deletedAt === null || !(await mayManage(c, edition))) return null;
  const undo = { action: pathOf(c, `${edition.pid}/khoi-phuc`) };
  return <Toast text={words.removed(edition.content.name)} undo={undo} />;
}
