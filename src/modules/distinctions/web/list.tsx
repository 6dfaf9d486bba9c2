import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import { longestSelect, pick } from '../../../platform/forms/pick.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { ButtonLink, type FilterChip, type LinkItem, Toast } from '../../../ui/index.ts';
import { DistinctionList, type ListedDistinction } from '../pages/list.tsx';
import { distinctionWrite } from '../policy.ts';
import {
  allTitles,
  countDistinctions,
  type DistinctionFacets,
  type DistinctionFilter,
  facetsOf,
  findDistinction,
  listDistinctions,
} from '../queries.ts';
import { type Level, levels, type Recipient, recipients } from '../rules.ts';
import type { Distinction, Titles } from '../schema.ts';
import { levelNames, recipientNames, words } from '../vi.ts';
import { nameOf, offers, pathOf, suggest } from './shared.ts';

const pageSize = 50;
const filters = ['q', 'danh-hieu', 'cap', 'cho', 'don-vi', 'nam'];
const sorts = {
  ngay: 'day',
  ten: 'recipient',
  'danh-hieu': 'title',
  'don-vi': 'organisation',
} as const;

export function listDoors(app: Hono<Env>): void {
  app.get('/khen-thuong', listPage);
  app.get('/khen-thuong/don-vi', suggest);
}

/** What the address asks for, read against what there is. */
export interface Asked {
  readonly question: ListQuestion;
  readonly filter: DistinctionFilter;
  readonly titles: Titles;
  readonly facets: DistinctionFacets;
}

/** Reads the question of the list; the export answers the same one. */
export async function askedOf(c: WebContext): Promise<Asked> {
  const { cx, place } = c.var;
  const shape = { filters, sorts: Object.keys(sorts), sort: '-ngay' };
  const question = listQuestion(pathOf(c), c.req.query(), shape);
  const titles = await allTitles(cx.db);
  const facets = await facetsOf(cx, place.organisationId);
  const { values } = question;
  const year = /^\d{4}$/.test(values.nam ?? '') ? values.nam : null;
  const picked = pick('don-vi', facets.organisations, values['don-vi'] ?? '');
  const filter: DistinctionFilter = {
    under: place.organisationId,
    // A name that is nobody's finds nothing, rather than everything.
    organisation: 'code' in picked ? picked.code : values['don-vi'] === '' ? null : '-',
    title: values['danh-hieu'] || null,
    level: levels.find((level) => level === values.cap) ?? null,
    recipient: recipients.find((one) => one === values.cho) ?? null,
    from: year ? `${year}-01-01` : null,
    to: year ? `${year}-12-31` : null,
    q: values.q ?? '',
  };
  return { question, filter, titles, facets };
}

/** The order of the rows, as the queries know it. */
export function orderOf(question: ListQuestion) {
  const sort = sorts[question.sort as keyof typeof sorts];
  return { sort, descending: question.descending };
}

async function listPage(c: WebContext): Promise<Response> {
  const asked = await askedOf(c);
  const { question, filter, titles, facets } = asked;
  const page = { page: question.page, size: pageSize };
  const list = { ...filter, ...orderOf(question), ...page };
  const { rows, total } = await listDistinctions(c.var.cx, list);
  const canRecord = offers(c, distinctionWrite);
  const recordHref = pathOf(c, 'ghi-nhan');
  const many = facets.organisations.length > longestSelect;
  return c.var.shell.office(c, {
    title: words.list,
    lead: total === 0 ? words.listOf(c.var.place.shortName) : words.found(total, question.filtered),
    action: canRecord ? (
      <ButtonLink kind="primary" icon="plus" href={recordHref}>
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
        chips={chipsOf(asked)}
        would={total === 0 ? await wouldFind(c, asked) : null}
        canRecord={canRecord}
        recordHref={recordHref}
        importHref={pathOf(c, 'nhap-excel')}
        links={linksOf(c, question, canRecord)}
      />
    ),
  });
}

function linksOf(c: WebContext, question: ListQuestion, canRecord: boolean): readonly LinkItem[] {
  const query = question.href().split('?')[1];
  const sheet = pathOf(c, 'xuat-excel');
  return [
    { href: query === undefined ? sheet : `${sheet}?${query}`, label: words.export },
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

/** The filters that are set, each with the address without it. */
function chipsOf({ question, titles, facets }: Asked): FilterChip[] {
  const { values } = question;
  const place = pick('don-vi', facets.organisations, values['don-vi'] ?? '');
  const code = 'code' in place ? place.code : null;
  const shown: Record<string, (value: string) => string> = {
    q: words.searchChip,
    'danh-hieu': (value) => titles.get(value)?.name ?? value,
    cap: (value) => levelNames[value as Level] ?? value,
    cho: (value) => recipientNames[value as Recipient] ?? value,
    'don-vi': (value) => facets.organisations.find((o) => o.code === code)?.name ?? value,
    nam: words.yearChip,
  };
  return filters.flatMap((name) => {
    const value = values[name] ?? '';
    if (value === '') return [];
    return [{ label: shown[name]?.(value) ?? value, removeHref: question.href({ [name]: null }) }];
  });
}

const filterKeys: Readonly<Record<string, Partial<DistinctionFilter>>> = {
  'don-vi': { organisation: null },
  'danh-hieu': { title: null },
  cap: { level: null },
  cho: { recipient: null },
  nam: { from: null, to: null },
  q: { q: '' },
};

/** The first filter without which something would be found: a bounded number of counts. */
async function wouldFind(c: WebContext, asked: Asked) {
  const chips = chipsOf(asked);
  const set = filters.filter((name) => asked.question.values[name] !== '');
  for (const [name, without] of Object.entries(filterKeys)) {
    const chip = chips[set.indexOf(name)];
    if (chip === undefined) continue;
    const total = await countDistinctions(c.var.cx, { ...asked.filter, ...without });
    const label = name === 'q' ? chip.label : words.searchChip(chip.label);
    if (total > 0) return { label, href: chip.removeHref, total };
  }
  return null;
}
