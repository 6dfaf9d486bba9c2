import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { longestSelect } from '../../../platform/forms/pick.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { fewerFilters, type SetFilter, sameQuestion } from '../../../platform/records/narrowing.ts';
import { offers } from '../../../platform/records/section.ts';
import { ButtonLink, type LinkItem, Toast } from '../../../ui/index.ts';
import { DistinctionList, type ListedDistinction } from '../pages/list.tsx';
import { distinctionWrite } from '../policy.ts';
import {
  countDistinctions,
  type DistinctionFilter,
  findDistinction,
  listDistinctions,
} from '../queries/index.ts';
import type { Distinction } from '../schema.ts';
import { levelNames, words } from '../vi.ts';
import { type Asked, askedOf, filtersOf, orderOf } from './asked.ts';
import { nameOf, pathOf, suggest } from './shared.ts';

const pageSize = 50;

export function listDoors(app: Hono<Env>): void {
  app.get('/khen-thuong', listPage);
  app.get('/khen-thuong/don-vi', suggest);
}

async function listPage(c: WebContext): Promise<Response> {
  const asked = await askedOf(c);
  const { question, filter, titles, facets } = asked;
  const page = { page: question.page, size: pageSize };
  const list = { ...filter, ...orderOf(question), ...page };
  const { rows, total } = await listDistinctions(c.var.cx, list);
  const canRecord = offers(c, distinctionWrite);
  const href = pathOf(c, 'ghi-nhan');
  const chips = filtersOf(asked);
  const many = facets.organisations.length > longestSelect;
  return c.var.shell.office(c, {
    title: words.list,
    lead: total === 0 ? words.listOf(c.var.place.shortName) : words.found(total, question.filtered),
    action: canRecord ? (
      <ButtonLink kind="primary" icon="plus" href={href}>
        {words.record}
      </ButtonLink>
    ) : undefined,
    before: await notice(c),
    body: (
      <DistinctionList
        question={question}
        path={pathOf(c)}
        rows={rows.map((row) => listed(c, row))}
        total={total}
        size={pageSize}
        titles={[...titles.values()].map(({ code, name }) => ({ value: code, label: name }))}
        organisations={facets.organisations.map((o) => ({ value: o.code, label: o.name }))}
        suggestHref={many ? pathOf(c, 'don-vi') : null}
        years={facets.years.map((year) => ({ value: String(year), label: String(year) }))}
        chips={chips}
        would={total === 0 ? await wouldFind(c, asked, chips) : null}
        record={canRecord ? { href, importHref: pathOf(c, 'nhap-excel') } : null}
        links={linksOf(c, asked, canRecord)}
      />
    ),
  });
}

function linksOf(c: WebContext, { question }: Asked, canRecord: boolean): readonly LinkItem[] {
  return [
    { href: sameQuestion(question, pathOf(c, 'xuat-excel')), label: words.export },
    ...(canRecord ? [{ href: pathOf(c, 'nhap-excel'), label: words.import }] : []),
  ];
}

function listed(c: WebContext, row: Distinction): ListedDistinction {
  return {
    href: pathOf(c, row.pid),
    recipient: row.recipientName,
    title: [row.titleName, row.class].filter(Boolean).join(' '),
    level: levelNames[row.level],
    day: formatDate(row.decidedOn),
    decisionNo: row.decisionNo ?? '',
    organisation: row.organisationName,
    revoked: row.revokedOn === null ? null : formatDate(row.revokedOn),
  };
}

async function notice(c: WebContext) {
  const removed = c.req.query('da-xoa');
  if (removed === undefined) return undefined;
  const distinction = await findDistinction(c.var.cx, removed);
  if (distinction === null || distinction.deletedAt === null) return undefined;
  const undo = { action: pathOf(c, `${distinction.pid}/khoi-phuc`) };
  return <Toast text={words.removed(nameOf(distinction))} undo={undo} />;
}

const withoutFilter: Readonly<Record<string, Partial<DistinctionFilter>>> = {
  'don-vi': { organisation: null },
  'danh-hieu': { title: null },
  cap: { level: null },
  cho: { recipient: null },
  nam: { from: null, to: null },
  q: { q: '' },
};

async function wouldFind(c: WebContext, { filter }: Asked, set: readonly SetFilter[]) {
  const fewer = await fewerFilters(set, withoutFilter, (change) =>
    countDistinctions(c.var.cx, { ...filter, ...change }),
  );
  if (fewer === null) return null;
  const label = fewer.name === 'q' ? fewer.label : words.searchChip(fewer.label);
  return { ...words.wouldFind(label, fewer.total), href: fewer.removeHref };
}
