import type { Hono } from 'hono';
import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDate, formatDateTime } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type ListQuestion, listQuestion } from '../../../platform/forms/list.ts';
import { longestSelect, suggestions } from '../../../platform/forms/pick.ts';
import { office } from '../../../platform/http/addresses.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import {
  pickedCode,
  pickedName,
  sameQuestion,
  setFilters,
} from '../../../platform/records/narrowing.ts';
import { offers } from '../../../platform/records/section.ts';
import { sendWorkbook } from '../../../platform/records/workbook.ts';
import { ButtonLink, type Figure } from '../../../ui/index.ts';
import { type DueRow, PeriodPage } from '../pages/period.tsx';
import { feeWrite } from '../policy.ts';
import {
  countOf,
  type DueFilter,
  dueAssociations,
  dueTotals,
  findPeriod,
  listDues,
} from '../queries/index.ts';
import { type DueState, dueStates, surplus } from '../rules/index.ts';
import type { FeeDue, FeePeriod, FeeTotals } from '../schema.ts';
import { refreshPeriod } from '../service/index.ts';
import { duesXlsx } from '../sheets/index.ts';
import { stateNames, words } from '../vi.ts';
import { deletedPage } from './periods.tsx';
import { base, issueWords, noticeOf, pathOf, periodOf, section, tabsOf } from './shared.tsx';

const pageSize = 50;
const mostExported = 100_000;
const owing = 'con-no';

export function duesDoors(app: Hono<Env>): void {
  app.get(`${base}/:period`, async (c) => {
    const period = await findPeriod(c.var.cx, c.req.param('period'));
    if (period === null) throw new NotFound('fee_period');
    if (period.deletedAt !== null) return deletedPage(c, period, period.deletedAt);
    return duesPage(c, period);
  });
  app.get(`${base}/:period/xuat-excel`, exportDues);
  app.get(`${base}/:period/don-vi`, async (c) =>
    c.json(suggestions(await dueAssociations(c.var.cx, await periodOf(c)), c.req.query('q') ?? '')),
  );
  app.post(`${base}/:period/cap-nhat`, async (c) => {
    await formOf(c);
    const pid = c.req.param('period');
    settled(await execute(c.var.cx, refreshPeriod, { pid }), issueWords);
    return c.redirect(`${pathOf(c, pid)}?da-cap-nhat=1`, 303);
  });
}

interface Asked {
  readonly question: ListQuestion;
  readonly filter: DueFilter;
  readonly associations: readonly { readonly code: string; readonly name: string }[];
}

async function askedOf(c: WebContext, period: FeePeriod): Promise<Asked> {
  const shape = { filters: ['q', 'tinh-trang', 'don-vi'], sorts: ['ten'], sort: 'ten' };
  const question = listQuestion(pathOf(c, period.pid), c.req.query(), shape);
  const associations = await dueAssociations(c.var.cx, period);
  const { values } = question;
  const typed = values['tinh-trang'] ?? '';
  return {
    question,
    associations,
    filter: {
      q: values.q ?? '',
      state: typed === owing ? 'owing' : (dueStates.find((state) => state === typed) ?? null),
      association: pickedCode(associations, values['don-vi']),
    },
  };
}

const stateWords = (value: string): string =>
  value === owing ? words.owingShort : (stateNames[value as DueState] ?? value);

const chipsOf = ({ question, associations }: Asked) =>
  setFilters(question, {
    q: words.searchChip,
    'tinh-trang': stateWords,
    'don-vi': (value) => pickedName(associations, value),
  });

async function duesPage(c: WebContext, period: FeePeriod): Promise<Response> {
  const { cx } = c.var;
  const asked = await askedOf(c, period);
  const { question, filter } = asked;
  const totals = await dueTotals(cx, period, filter);
  const total = countOf(totals, filter.state ?? null);
  const page = { page: question.page, size: pageSize };
  const rows = await listDues(cx, period, { ...filter, descending: question.descending, ...page });
  const writer = offers(c, feeWrite);
  const path = pathOf(c, period.pid);
  const few = asked.associations.length <= longestSelect;
  return c.var.shell.office(c, {
    title: period.name,
    lead: [
      period.organisationName,
      words.range(formatDate(period.first), formatDate(period.last)),
      words.dueOn(formatDate(period.dueOn)),
    ].join(' · '),
    crumbs: section.crumbsTo(c, { label: period.name }),
    action: writer ? (
      <ButtonLink icon="edit" href={`${path}/sua`}>
        {words.edit}
      </ButtonLink>
    ) : undefined,
    before: noticeOf(c),
    body: (
      <PeriodPage
        question={question}
        path={path}
        tabs={tabsOf(c, period, 'payers')}
        figures={figuresOf(totals, question)}
        rows={rows.map((row) => rowOf(path, row))}
        total={total}
        size={pageSize}
        states={statesOf(totals)}
        associations={asked.associations.map((o) => ({ value: o.code, label: o.name }))}
        suggestHref={few ? null : `${path}/don-vi`}
        chips={chipsOf(asked)}
        links={linksOf(c, period, question)}
        listed={period.listedAt === null ? null : formatDateTime(vietnamTime(period.listedAt))}
        acts={writer ? { refreshAction: `${path}/cap-nhat`, removeHref: `${path}/xoa` } : null}
      />
    ),
  });
}

const rowOf = (path: string, due: FeeDue): DueRow => ({
  href: `${path}/nguoi/${due.person}`,
  name: due.name,
  association: [due.organisationName, due.branch].filter(Boolean).join(', '),
  reference: due.reference,
  owed: formatNumber(due.owed),
  paid: formatNumber(due.paid),
  surplus: surplus(due) === 0 ? '' : words.money(surplus(due)),
  state: due.state,
});

function figuresOf(totals: FeeTotals, question: ListQuestion): readonly Figure[] {
  return [
    { value: formatNumber(totals.owed), label: words.totals.owed },
    { value: formatNumber(totals.paid), label: words.totals.paid },
    {
      value: formatNumber(totals.missing),
      label: words.totals.missing,
      href: question.href({ 'tinh-trang': owing }),
    },
  ];
}

const statesOf = (totals: FeeTotals) => [
  { value: owing, label: words.stateCount(words.owing, countOf(totals, 'owing')) },
  ...dueStates.map((state) => ({
    value: state,
    label: words.stateCount(stateNames[state], totals.people[state]),
  })),
];

/** The same people as a workbook, and as the list of a letter that reminds them. */
function linksOf(c: WebContext, period: FeePeriod, question: ListQuestion) {
  const { values } = question;
  const letter = office(c.var.place.code, 'hoi-vien/thu/moi', {
    'hoi-phi': period.pid,
    q: values.q,
    'tinh-trang': values['tinh-trang'] || owing,
    'don-vi': values['don-vi'],
  });
  return [
    { href: sameQuestion(question, `${pathOf(c, period.pid)}/xuat-excel`), label: words.export },
    ...(offers(c, feeWrite) ? [{ href: letter, label: words.remind }] : []),
  ];
}

async function exportDues(c: WebContext): Promise<Response> {
  const period = await periodOf(c);
  const asked = await askedOf(c, period);
  const list = {
    ...asked.filter,
    descending: asked.question.descending,
    page: 1,
    size: mostExported,
  };
  const rows = await listDues(c.var.cx, period, list);
  const filter = chipsOf(asked)
    .map((chip) => chip.label)
    .join('; ');
  const name = `hoi-phi-${period.organisationCode}-${c.var.cx.clock.today()}.xlsx`;
  return sendWorkbook(c, await duesXlsx(period, rows, filter), name);
}
