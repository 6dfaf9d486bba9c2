import type { Hono } from 'hono';
import { pageParameter } from '../../../../platform/forms/list.ts';
import { withQuery } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { deletionDoors } from '../../../../platform/records/doors.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { offers, saidIn } from '../../../../platform/records/section.ts';
import { Alert, ButtonLink } from '../../../../ui/index.ts';
import { ItemForm, RedirectFields } from '../../pages/office/forms.tsx';
import { RedirectList } from '../../pages/office/redirects.tsx';
import { siteManage } from '../../policy.ts';
import { findRedirect, listRedirects } from '../../queries/index.ts';
import type { RedirectRow } from '../../schema.ts';
import { addRedirect, editRedirect, redirectDeletion } from '../../service/index.ts';
import { words as common, kindWords, redirectLabels as labels } from '../../vi/index.ts';
import { removalPage, removedToast } from './removing.tsx';
import { base, crumbsTo, issueWords, mayLook, mayWrite, ofPlace, pathOf } from './shared.ts';

const path = `${base}/chuyen-huong`;
const words = kindWords.redirect;
const pageSize = 50;
const order = ['source', 'target'];
const listPath = (c: WebContext): string => pathOf(c, 'chuyen-huong');

export function redirectDoors(app: Hono<Env>): void {
  app.get(path, listPage);
  formDoor(app, {
    ...shared,
    path: `${path}/them`,
    command: addRedirect,
    title: () => words.add,
    open: async (c): Promise<RedirectRow | null> => {
      mayWrite(c);
      return null;
    },
    crumbs: (c) => crumbsTo(c, { label: words.list, href: listPath(c) }, { label: words.add }),
    initial: () => ({}),
    fixed: async (c) => ({ values: { organisation: c.var.place.code } }),
  });
  formDoor(app, {
    ...shared,
    path: `${path}/:pid/sua`,
    command: editRedirect,
    title: () => words.edit,
    open: async (c): Promise<RedirectRow> => {
      mayWrite(c);
      return rowOf(c);
    },
    crumbs: (c) => crumbsTo(c, { label: words.list, href: listPath(c) }, { label: words.edit }),
    initial: (_c, { source, target }) => ({ source, target }),
    version: (row) => row.version,
    fixed: async (_c, row) => ({ values: { pid: row.pid } }),
  });
  app.get(`${path}/:pid/xoa`, removePage);
  deletionDoors(app, path, { pathOf: listPath, crumbsTo }, redirectDeletion);
}

const shared = {
  words: issueWords,
  labels,
  after: (c: WebContext) => `${listPath(c)}?da-luu=1`,
  view: (
    c: WebContext,
    _row: unknown,
    state: Pick<Parameters<typeof ItemForm>[0], 'form' | 'action' | 'hidden'>,
  ) => (
    <ItemForm {...state} order={order} save={words.save} backHref={listPath(c)}>
      <RedirectFields form={state.form} options={{}} names={labels} />
    </ItemForm>
  ),
};

const rowOf = async (c: WebContext): Promise<RedirectRow> =>
  ofPlace(c, await findRedirect(c.var.cx, c.req.param('pid') ?? ''));

async function listPage(c: WebContext): Promise<Response> {
  mayLook(c);
  const page = Math.max(1, Math.min(10_000, Math.trunc(Number(c.req.query(pageParameter))) || 1));
  const q = (c.req.query('q') ?? '').slice(0, 200);
  const { rows, total } = await listRedirects(c.var.cx.db, c.var.place.organisationId, {
    q,
    page,
    size: pageSize,
  });
  const writer = offers(c, siteManage);
  return c.var.shell.office(c, {
    title: words.list,
    lead: words.lead,
    crumbs: crumbsTo(c, { label: words.list }),
    styles: ['site'],
    before: await said(c),
    action: writer ? (
      <ButtonLink kind="primary" icon="plus" href={`${listPath(c)}/them`}>
        {words.add}
      </ButtonLink>
    ) : undefined,
    body: (
      <RedirectList
        rows={rows}
        q={q}
        path={listPath(c)}
        writer={writer}
        pager={{
          page,
          size: pageSize,
          total,
          href: (n) => withQuery(listPath(c), { q, [pageParameter]: n }),
        }}
      />
    ),
  });
}

async function said(c: WebContext) {
  const text = saidIn(c, { 'da-luu': common.saved, 'da-khoi-phuc': common.restored });
  if (text !== undefined) return <Alert tone="ok" title={text} live />;
  const row = await findRedirect(c.var.cx, c.req.query('da-xoa') ?? '');
  return removedToast(c, row, listPath(c), ({ source }) => words.removed(source));
}

async function removePage(c: WebContext): Promise<Response> {
  mayWrite(c);
  const { version, source } = await rowOf(c);
  const question = words.removeQuestion(source);
  const of = {
    version,
    question,
    list: words.list,
    listPath: listPath(c),
    body: common.removeBody,
  };
  return removalPage(c, of);
}
