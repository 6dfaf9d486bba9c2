import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { longestSelect } from '../../../platform/forms/pick.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { fewerFilters, type SetFilter, sameQuestion } from '../../../platform/records/narrowing.ts';
import { offers } from '../../../platform/records/section.ts';
import { ButtonLink, type LinkItem, Toast } from '../../../ui/index.ts';
import { ActivityList, type ListedActivity } from '../pages/list.tsx';
import { activityKindsManage, activityWrite } from '../policy.ts';
import {
  type ActivityFilter,
  countActivities,
  findActivity,
  listActivities,
} from '../queries/index.ts';
import type { Activity } from '../schema/index.ts';
import { roleNames, words } from '../vi.ts';
import { type Asked, askedOf, filtersOf, orderOf } from './asked.ts';
import { pathOf, suggest } from './shared.ts';

const pageSize = 50;

export function listDoors(app: Hono<Env>): void {
  app.get('/hoat-dong', listPage);
  app.get('/hoat-dong/don-vi', suggest);
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const asked = await askedOf(c);
  const { question, filter, kinds, facets } = asked;
  const page = { page: question.page, size: pageSize };
  const { rows, total } = await listActivities(cx, { ...filter, ...orderOf(question), ...page });
  const kind = kinds.get(question.values.loai ?? '');
  const canRecord = offers(c, activityWrite);
  const href = pathOf(c, kind?.active ? `ghi-nhan/${kind.code}` : 'ghi-nhan');
  const chips = filtersOf(asked);
  const suggestHref = facets.organisations.length > longestSelect ? pathOf(c, 'don-vi') : null;
  return c.var.shell.office(c, {
    title: titleOf(kind?.name ?? words.list, question.values.nam ?? ''),
    lead: total === 0 ? words.listOf(c.var.place.shortName) : words.found(total, question.filtered),
    action: canRecord ? (
      <ButtonLink kind="primary" icon="plus" href={href}>
        {kind?.active ? words.recordOne(kind.noun) : words.record}
      </ButtonLink>
    ) : undefined,
    before: await notice(c),
    body: (
      <ActivityList
        question={question}
        path={pathOf(c)}
        rows={rows.map((row) => listed(c, row))}
        total={total}
        size={pageSize}
        kinds={[...kinds.values()].map(({ code, name }) => ({ value: code, label: name }))}
        organisations={facets.organisations.map((o) => ({ value: o.code, label: o.name }))}
        suggestHref={suggestHref}
        years={facets.years.map((year) => ({ value: String(year), label: String(year) }))}
        chips={chips}
        errors={asked.errors}
        would={total === 0 ? await wouldFind(c, asked, chips) : null}
        record={canRecord ? { href, importHref: pathOf(c, 'nhap-excel') } : null}
        links={linksOf(c, asked, canRecord)}
      />
    ),
  });
}

function titleOf(name: string, year: string): string {
  return /^\d{4}$/.test(year) ? words.inYear(name, year) : name;
}

function linksOf(c: WebContext, { question }: Asked, canRecord: boolean): readonly LinkItem[] {
  return [
    { href: sameQuestion(question, pathOf(c, 'xuat-excel')), label: words.export },
    ...(canRecord ? [{ href: pathOf(c, 'nhap-excel'), label: words.import }] : []),
    ...(offers(c, activityKindsManage)
      ? [{ href: pathOf(c, 'loai'), label: words.kinds.manage }]
      : []),
  ];
}

function listed(c: WebContext, row: Activity): ListedActivity {
  return {
    href: pathOf(c, row.pid),
    title: row.title,
    kind: row.kindName,
    organisation: row.organisationName,
    days: words.days(formatDate(row.startsOn), row.endsOn === null ? null : formatDate(row.endsOn)),
    role: roleNames[row.role],
  };
}

async function notice(c: WebContext) {
  const removed = c.req.query('da-xoa');
  if (removed === undefined) return undefined;
  const activity = await findActivity(c.var.cx, removed);
  if (activity === null || activity.deletedAt === null) return undefined;
  const undo = { action: pathOf(c, `${activity.pid}/khoi-phuc`) };
  return <Toast text={words.removed(activity.title)} undo={undo} />;
}

const withoutFilter: Readonly<Record<string, Partial<ActivityFilter>>> = {
  'don-vi': { organisation: null },
  loai: { kind: null },
  'vai-tro': { role: null },
  nam: { from: null, to: null },
  tu: { from: null },
  den: { to: null },
  q: { q: '' },
};

async function wouldFind(c: WebContext, { filter }: Asked, set: readonly SetFilter[]) {
  const fewer = await fewerFilters(set, withoutFilter, (change) =>
    countActivities(c.var.cx, { ...filter, ...change }),
  );
  if (fewer === null) return null;
  const label = fewer.name === 'q' ? fewer.label : words.searchChip(fewer.label);
  return { ...words.wouldFind(label, fewer.total), href: fewer.removeHref };
}
