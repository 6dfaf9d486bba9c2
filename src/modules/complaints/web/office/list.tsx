import type { Hono } from 'hono';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { type ListQuestion, listQuestion } from '../../../../platform/forms/list.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { may } from '../../../../platform/policy.ts';
import { fewerFilters, setFilters } from '../../../../platform/records/narrowing.ts';
import { ButtonLink } from '../../../../ui/index.ts';
import type { Edition } from '../../../calls/index.ts';
import { ComplaintList, type ListedComplaint } from '../../pages/office/list.tsx';
import { complaintHandle } from '../../policy.ts';
import {
  type ComplaintFilter,
  complaintSorts,
  countComplaints,
  figuresOf,
  listComplaints,
} from '../../queries/index.ts';
import {
  type ComplaintState,
  complaintStates,
  daysLeft,
  runningDay,
  type Topic,
  timingOf,
  topics,
} from '../../rules/index.ts';
import type { Complaint, Figures } from '../../schema/index.ts';
import { stateNames, topicNames, words } from '../../vi/index.ts';
import { base, crumbsOf, editionOf, named, pathOf } from './shared.ts';

const pageSize = 50;
const filters = ['q', 'tinh-trang', 've', 'han', 'du-thao', 'ho-so'];
/** What the address calls them. */
const dues = { 'qua-han': 'over', 'sap-het': 'soon' } as const;
type Due = keyof typeof dues;

/** The complaints of an edition. */
export function listDoors(app: Hono<Env>): void {
  app.get(base, listPage);
}

function filterOf(edition: Edition, { values }: ListQuestion): ComplaintFilter {
  return {
    edition: edition.id,
    state: complaintStates.find((state) => state === values['tinh-trang']) ?? null,
    topic: topics.find((topic) => topic === values.ve) ?? null,
    due: dues[values.han as Due] ?? null,
    drafted: values['du-thao'] === '1',
    about: values['ho-so'] || null,
    q: values.q ?? '',
  };
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx } = c.var;
  const edition = await editionOf(c);
  const path = pathOf(c, edition);
  const sorts = [...complaintSorts];
  const question = listQuestion(path, c.req.query(), { filters, sorts, sort: 'han' });
  const filter = filterOf(edition, question);
  const { rows, total } = await listComplaints(cx, {
    ...filter,
    sort: complaintSorts.find((sort) => sort === question.sort) ?? 'han',
    descending: question.descending,
    page: question.page,
    size: pageSize,
  });
  const handles =
    (await may(cx, complaintHandle, edition.organisation.id)) && edition.state !== 'draft';
  const chips = chipsOf(question);
  const fewer =
    total > 0
      ? null
      : await fewerFilters(chips, withoutFilter, (change) =>
          countComplaints(cx, { ...filter, ...change }),
        );
  return c.var.shell.office(c, {
    title: words.list,
    lead: leadOf(await figuresOf(cx, edition.id), total, question.filtered),
    crumbs: crumbsOf(c, named(edition)),
    action: handles ? (
      <ButtonLink kind="primary" icon="plus" href={pathOf(c, edition, 'nhap-don')}>
        {words.letter}
      </ButtonLink>
    ) : undefined,
    body: (
      <ComplaintList
        question={question}
        path={path}
        rows={rows.map((row) => listed(c, edition, row))}
        total={total}
        size={pageSize}
        chips={chips}
        would={
          fewer === null
            ? null
            : { ...words.wouldFind(fewer.label, fewer.total), href: fewer.removeHref }
        }
        record={
          handles
            ? { href: pathOf(c, edition, 'nhap-don'), importHref: pathOf(c, edition, 'thoi-han') }
            : null
        }
        links={[{ href: pathOf(c, edition, 'thoi-han'), label: words.rules.title }]}
      />
    ),
  });
}

function leadOf(figures: Figures, total: number, filtered: boolean): string {
  const { all, open, over, answered, answeredInTime } = figures;
  if (all === 0) return '';
  return [
    words.found(total, filtered),
    words.figures(open, over),
    answered === 0 ? '' : words.inTime(answeredInTime, answered),
  ]
    .filter(Boolean)
    .join(' ');
}

const chipsOf = (question: ListQuestion) =>
  setFilters(question, {
    q: words.searchChip,
    'tinh-trang': (value) => stateNames[value as ComplaintState] ?? value,
    ve: (value) => topicNames[value as Topic] ?? value,
    han: (value) => words.dueNames[dues[value as Due]] ?? value,
    'du-thao': () => words.drafted,
    'ho-so': () => words.aboutChip,
  });

const withoutFilter: Readonly<Record<string, Partial<ComplaintFilter>>> = {
  'ho-so': { about: null },
  'du-thao': { drafted: false },
  han: { due: null },
  ve: { topic: null },
  'tinh-trang': { state: null },
  q: { q: '' },
};

function listed(c: WebContext, edition: Edition, row: Complaint): ListedComplaint {
  const today = c.var.cx.clock.today();
  const due = runningDay(row);
  return {
    href: pathOf(c, edition, row.pid),
    number: row.number,
    complainant: row.complainant,
    topic: topicNames[row.topic],
    received: formatDate(row.receivedOn),
    due:
      due === null
        ? null
        : {
            day: formatDate(due),
            left: words.left(daysLeft(due, today)),
            timing: timingOf(due, today),
          },
    state: row.state,
  };
}
