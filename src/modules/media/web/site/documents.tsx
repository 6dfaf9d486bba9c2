import type { Hono } from 'hono';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { keepTogether } from '../../../../kernel/vietnamese/spaces.ts';
import { listQuestion } from '../../../../platform/forms/list.ts';
import { site } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { thing, toldOf } from '../../../../platform/http/linked-data.ts';
import { setFilters } from '../../../../platform/records/narrowing.ts';
import { fileSize } from '../../../../platform/records/uploads.ts';
import { DocumentsPage } from '../../pages/documents.tsx';
import { openDocuments } from '../../service/index.ts';
import { siteWords as words } from '../../vi/index.ts';
import { crumbsTo } from './shared.ts';

const pageSize = 30;

/** The documents of a library, each with what it is and a way to take it. */
export function documentSite(app: Hono<Env>): void {
  app.get('/tai-lieu', documents);
}

async function documents(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const action = site(place.code, 'tai-lieu');
  const question = listQuestion(action, c.req.query(), {
    filters: ['q', 'tu-khoa'],
    sorts: [],
    sort: '',
  });
  const { items, total } = await openDocuments(cx.db, {
    organisationId: place.organisationId,
    q: question.values.q ?? '',
    tag: question.values['tu-khoa'] || null,
    page: question.page,
    size: pageSize,
  });
  const lead = words.documentsLead(place.name);
  return shell.portal(c, {
    title: words.documents,
    description: lead,
    crumbs: crumbsTo(c, { label: words.documents }),
    head: toldOf(c, {
      title: words.documents,
      href: question.filtered ? action : question.pageHref(question.page),
      crumbs: crumbsTo(c),
      indexed: !question.filtered,
      data: [thing('CollectionPage', { name: words.documents, description: lead })],
    }),
    body: (
      <DocumentsPage
        lead={lead}
        action={action}
        question={question}
        chips={setFilters(question, {
          q: (value) => `“${value}”`,
          'tu-khoa': (value) => value,
        })}
        items={items.map((one) => ({
          ...one,
          size: keepTogether(fileSize(one.bytes)),
          shownDay: formatDate(one.day),
        }))}
        total={total}
        size={pageSize}
      />
    ),
  });
}
