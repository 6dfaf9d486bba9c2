import type { Hono } from 'hono';
import type { Day } from '../../../kernel/day.ts';
import { formatDate, parseVietnameseDate } from '../../../kernel/vietnamese/dates.ts';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import { longestSelect, pick } from '../../../platform/forms/pick.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { ButtonLink, type FilterChip, type LinkItem, Toast } from '../../../ui/index.ts';
import { ActivityList, type ListedActivity } from '../pages/list.tsx';
import { activityKindsManage, activityWrite } from '../policy.ts';
import {
  type ActivityFacets,
  type ActivityFilter,
  allKinds,
  countActivities,
  facetsOf,
  findActivity,
  listActivities,
} from '../queries.ts';
import { type ActivityRole, roles } from '../rules.ts';
import type { Activity, Kinds } from '../schema.ts';
import { roleNames, words } from '../vi.ts';
import { offers, pathOf, suggest } from './shared.ts';

const pageSize = 50;
const filters = ['q', 'loai', 'don-vi', 'nam', 'tu', 'den', 'vai-tro'];
const sorts = { ngay: 'day', ten: 'title', 'don-vi': 'organisation' } as const;

export function listDoors(app: Hono<Env>): void {
  app.get('/hoat-dong', listPage);
  app.get('/hoat-dong/don-vi', suggest);
}

/** What the address asks for, read against what there is. */
export interface Asked {
  readonly question: ListQuestion;
  readonly filter: ActivityFilter;
  readonly errors: Readonly<Record<string, string>>;
  readonly kinds: Kinds;
  readonly facets: ActivityFacets;
}

/** Reads the question of the list; the export answers the same one. */
export async function askedOf(c: WebContext): Promise<Asked> {
  const { cx, place } = c.var;
  const shape = { filters, sorts: Object.keys(sorts), sort: '-ngay' };
  const question = listQuestion(pathOf(c), c.req.query(), shape);
  const kinds = await allKinds(cx.db);
  const facets = await facetsOf(cx, place.organisationId);
  const { values } = question;
  const [from, to] = [readDay(values.tu), readDay(values.den)];
  const year = /^\d{4}$/.test(values.nam ?? '') ? values.nam : null;
  const picked = pick('don-vi', facets.organisations, values['don-vi'] ?? '');
  const typed = values['don-vi'] !== '';
  const filter: ActivityFilter = {
    under: place.organisationId,
    // A name that is nobody's finds nothing, rather than everything.
    organisation: 'code' in picked ? picked.code : typed ? '-' : null,
    kind: values.loai || null,
    role: roles.find((role) => role === values['vai-tro']) ?? null,
    from: latest(from.day, year ? `${year}-01-01` : null),
    to: earliest(to.day, year ? `${year}-12-31` : null),
    q: values.q ?? '',
  };
  const errors = Object.fromEntries(
    [
      ['tu', from.error],
      ['den', to.error],
    ].filter((entry): entry is [string, string] => entry[1] !== null),
  );
  return { question, filter, errors, kinds, facets };
}

/** The order of the rows, as the queries know it. */
export function orderOf(question: ListQuestion): {
  sort: 'day' | 'title' | 'organisation';
  descending: boolean;
} {
  const sort = sorts[question.sort as keyof typeof sorts];
  return { sort, descending: question.descending };
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const asked = await askedOf(c);
  const { question, filter, kinds, facets } = asked;
  const page = { page: question.page, size: pageSize };
  const { rows, total } = await listActivities(cx, { ...filter, ...orderOf(question), ...page });
  const kind = kinds.get(question.values.loai ?? '');
  const canRecord = offers(c, activityWrite);
  const recordHref = pathOf(c, kind?.active ? `ghi-nhan/${kind.code}` : 'ghi-nhan');
  const title = titleOf(kind?.name ?? words.list, question.values.nam ?? '');
  const suggestHref = facets.organisations.length > longestSelect ? pathOf(c, 'don-vi') : null;
  return c.var.shell.office(c, {
    title,
    lead: total === 0 ? words.listOf(c.var.place.shortName) : words.found(total, question.filtered),
    action: canRecord ? (
      <ButtonLink kind="primary" icon="plus" href={recordHref}>
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
        chips={chipsOf(asked)}
        errors={asked.errors}
        would={total === 0 ? await wouldFind(c, asked) : null}
        canRecord={canRecord}
        recordHref={recordHref}
        importHref={pathOf(c, 'nhap-excel')}
        links={linksOf(c, question, canRecord)}
      />
    ),
  });
}

function titleOf(name: string, year: string): string {
  return /^\d{4}$/.test(year) ? words.inYear(name, year) : name;
}

function linksOf(c: WebContext, question: ListQuestion, canRecord: boolean): readonly LinkItem[] {
  const query = question.href().split('?')[1];
  const sheet = pathOf(c, 'xuat-excel');
  return [
    { href: query === undefined ? sheet : `${sheet}?${query}`, label: words.export },
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
  if (removed !== undefined) {
    const activity = await findActivity(c.var.cx, removed);
    if (activity === null || activity.deletedAt === null) return undefined;
    const undo = { action: pathOf(c, `${activity.pid}/khoi-phuc`) };
    return <Toast text={words.removed(activity.title)} undo={undo} />;
  }
  return undefined;
}

/** The filters that are set, each with the address without it. */
function chipsOf({ question, kinds, facets }: Asked): FilterChip[] {
  const { values } = question;
  const place = pick('don-vi', facets.organisations, values['don-vi'] ?? '');
  const code = 'code' in place ? place.code : null;
  const shown: Record<string, (value: string) => string> = {
    q: words.searchChip,
    loai: (value) => kinds.get(value)?.name ?? value,
    'don-vi': (value) => facets.organisations.find((o) => o.code === code)?.name ?? value,
    nam: words.yearChip,
    tu: words.fromChip,
    den: words.toChip,
    'vai-tro': (value) => roleNames[value as ActivityRole] ?? value,
  };
  return filters.flatMap((name) => {
    const value = values[name] ?? '';
    if (value === '') return [];
    return [{ label: shown[name]?.(value) ?? value, removeHref: question.href({ [name]: null }) }];
  });
}

const filterKeys: Readonly<Record<string, readonly (keyof ActivityFilter)[]>> = {
  'don-vi': ['organisation'],
  loai: ['kind'],
  'vai-tro': ['role'],
  nam: ['from', 'to'],
  tu: ['from'],
  den: ['to'],
  q: ['q'],
};

/** The first filter without which something would be found: a bounded number of counts. */
async function wouldFind(c: WebContext, { question, filter, kinds, facets, errors }: Asked) {
  const chips = chipsOf({ question, filter, kinds, facets, errors });
  const set = filters.filter((name) => question.values[name] !== '');
  for (const [name, keys] of Object.entries(filterKeys)) {
    const chip = chips[set.indexOf(name)];
    if (chip === undefined) continue;
    const fewer = {
      ...filter,
      ...Object.fromEntries(keys.map((key) => [key, key === 'q' ? '' : null])),
    };
    const total = await countActivities(c.var.cx, fewer);
    if (total > 0) return { label: quoted(chip.label), href: chip.removeHref, total };
  }
  return null;
}

const quoted = (label: string): string => (label.startsWith('“') ? label : words.searchChip(label));

function readDay(typed = ''): { day: Day | null; error: string | null } {
  if (typed === '') return { day: null, error: null };
  const read = parseVietnameseDate(typed);
  return 'ok' in read ? { day: read.ok, error: null } : { day: null, error: words.badDate(typed) };
}

const latest = (a: Day | null, b: Day | null): Day | null =>
  a === null || (b !== null && b > a) ? b : a;
const earliest = (a: Day | null, b: Day | null): Day | null =>
  a === null || (b !== null && b < a) ? b : a;
