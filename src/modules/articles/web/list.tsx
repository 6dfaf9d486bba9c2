import type { Hono } from 'hono';
import { exportColumns } from '../../../platform/documents/sheets/template.ts';
import { writeXlsx } from '../../../platform/documents/sheets/write-xlsx.ts';
import { office, withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { fewerFilters, type SetFilter, sameQuestion } from '../../../platform/records/narrowing.ts';
import { offers } from '../../../platform/records/section.ts';
import { sendWorkbook } from '../../../platform/records/workbook.ts';
import { ButtonLink, Tabs, Toast } from '../../../ui/index.ts';
import { ArticleList } from '../pages/list.tsx';
import type { ListedLine } from '../pages/list-parts.tsx';
import { articlePublish, articleWrite } from '../policy.ts';
import {
  type ArticleFilter,
  articleGroups,
  articleRows,
  countArticles,
  countGroups,
  findArticle,
  type GroupCounts,
  listArticles,
  sectionsOf,
} from '../queries/index.ts';
import type { ListedArticle } from '../schema/index.ts';
import { articleRow, articleShape } from '../sheets/index.ts';
import { kindNames, words } from '../vi/index.ts';
import { type Asked, askedOf, chipsOf, orderOf } from './asked.ts';
import { optionOf } from './form.tsx';
import { pathOf } from './shared.ts';

const pageSize = 50;
const mostExported = 20_000;

export function listDoors(app: Hono<Env>): void {
  app.get('/bai-viet', listPage);
  app.get('/bai-viet/xuat-excel', exportList);
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const asked = askedOf(c);
  const { question, filter } = asked;
  const page = { page: question.page, size: pageSize };
  const { rows, total } = await listArticles(cx, { ...filter, ...orderOf(question), ...page });
  const sections = await sectionsOf(cx.db, place.organisationId);
  const counts = await countGroups(cx, filter);
  const writer = offers(c, articleWrite);
  const chips = chipsOf(asked, sections);
  return c.var.shell.office(c, {
    title: words.list,
    lead: question.filtered ? words.found(total) : words.listLead(total, place.shortName),
    action: writer ? (
      <ButtonLink kind="primary" icon="edit" href={pathOf(c, 'moi')}>
        {words.write}
      </ButtonLink>
    ) : undefined,
    before: (
      <>
        {await removedToast(c)}
        {total === 0 && !question.filtered ? null : tabsOf(c, asked, counts)}
      </>
    ),
    body: (
      <ArticleList
        question={question}
        path={pathOf(c)}
        rows={rows.map((row) => lineOf(c, row))}
        total={total}
        size={pageSize}
        sections={sections.map(optionOf)}
        errors={asked.errors}
        chips={chips}
        would={total === 0 ? await wouldFind(c, asked, chips) : null}
        writeHref={writer ? pathOf(c, 'moi') : null}
        links={[
          { href: sameQuestion(question, pathOf(c, 'xuat-excel')), label: words.export },
          { href: office(place.code, 'chuyen-muc'), label: words.sectionsLink },
          ...(offers(c, articlePublish)
            ? [{ href: pathOf(c, 'quy-trinh'), label: words.rulesLink }]
            : []),
        ]}
      />
    ),
  });
}

function tabsOf(c: WebContext, { question, group }: Asked, counts: GroupCounts) {
  const all = { href: question.href({ buoc: null }), label: words.groups.all, count: counts.all };
  return (
    <Tabs
      label={words.tabs}
      items={[
        { ...all, current: group === null },
        ...articleGroups.map((one) => ({
          href: withQuery(pathOf(c), { ...question.values, ...question.kept, buoc: one }),
          label: words.groups[one],
          count: counts[one],
          current: one === group,
        })),
      ]}
    />
  );
}

function lineOf(c: WebContext, row: ListedArticle): ListedLine {
  return {
    href: pathOf(c, row.pid),
    title: row.title,
    kind: kindNames[row.kind],
    section: row.section ?? '',
    authors: row.authors || words.one.who(row.createdName),
    state: row.state,
    beside: row.liveVersion !== null && row.state !== 'published',
    failed: row.scheduleFailed !== null,
    language: row.language,
    changed: words.moment(row.changedAt),
    published: row.publishedAt === null ? '' : words.moment(row.publishedAt),
  };
}

const withoutFilter: Readonly<Record<string, Partial<ArticleFilter>>> = {
  nguoi: { author: null },
  'tu-khoa': { tag: null },
  'chuyen-muc': { section: null },
  'tinh-trang': { state: null },
  loai: { kind: null },
  'ngon-ngu': { language: null },
  tu: { from: null },
  den: { to: null },
  q: { q: '' },
};

async function wouldFind(c: WebContext, { filter }: Asked, set: readonly SetFilter[]) {
  const fewer = await fewerFilters(set, withoutFilter, (change) =>
    countArticles(c.var.cx, { ...filter, ...change }),
  );
  return fewer === null
    ? null
    : { ...words.wouldFind(fewer.label, fewer.total), href: fewer.removeHref };
}

async function removedToast(c: WebContext) {
  const pid = c.req.query('da-xoa');
  const article = pid === undefined ? null : await findArticle(c.var.cx, pid);
  if (article === null || article.deletedAt === null) return null;
  const undo = { action: pathOf(c, `${article.pid}/khoi-phuc`) };
  return <Toast text={words.removed(article.title)} undo={undo} />;
}

async function exportList(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const rows = await articleRows(cx, askedOf(c).filter, mostExported);
  const bytes = await writeXlsx({
    title: words.list,
    sheets: [
      {
        name: words.sheet.name,
        columns: exportColumns(articleShape),
        rows: rows.map(articleRow),
      },
    ],
  });
  return sendWorkbook(c, bytes, `bai-viet-${place.code}-${cx.clock.today()}.xlsx`);
}
