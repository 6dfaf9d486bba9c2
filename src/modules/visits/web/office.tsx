import type { Hono } from 'hono';
import { addDays, type Day, isDay } from '../../../kernel/day.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import { withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { sectionOf } from '../../../platform/records/section.ts';
import { sendWorkbook } from '../../../platform/records/workbook.ts';
import { Empty, Figures, FilterBar, Section, Select } from '../../../ui/index.ts';
import {
  CountTable,
  FileLinks,
  type MostReadLine,
  MostReadTable,
  PeriodTable,
} from '../pages/tables.tsx';
import { visitRead } from '../policy.ts';
import { daysOf, mostReadBetween, siteCounts } from '../queries/index.ts';
import { monthsOf, type Span, spans } from '../rules/index.ts';
import { mostReadNamed, type NamedRead, named } from '../service/index.ts';
import { countsBook } from '../sheets.ts';
import { words } from '../vi/index.ts';
import { asOf, dayLine, officePath, sendCounts } from './shared.ts';

const { pathOf, crumbsTo } = sectionOf(officePath, words.menu);
const kind = 'article';
const shown = 20;
const ever = { from: null, to: null } as const;

/** Words of the address for how far back "most read" looks. */
const spanWords: Readonly<Record<string, Span>> = {
  'hom-nay': 'day',
  tuan: 'week',
  thang: 'month',
  'tat-ca': 'all',
};

/** How often the pages of the organisation's own site are read. */
export function visitOffice(app: Hono<Env>): void {
  app.get(`/${officePath}`, overview);
  app.get(`/${officePath}/theo-ngay.csv`, async (c) => {
    const days = await allDays(c);
    return sendCounts(
      c,
      words.day,
      days.map((line) => ({ ...line, key: line.day })),
    );
  });
  app.get(`/${officePath}/theo-ngay.xlsx`, async (c) => {
    const { place } = c.var;
    const bytes = await countsBook(await allDays(c), place.name);
    return sendWorkbook(c, bytes, `${words.file(place.code)}.xlsx`);
  });
  app.get(`/${officePath}/:day`, dayPage);
}

async function seen(c: WebContext): Promise<void> {
  const { cx, place } = c.var;
  if (!(await may(cx, visitRead, place.organisationId))) throw new NotFound('visits');
}

async function allDays(c: WebContext) {
  await seen(c);
  return daysOf(c.var.cx.db, c.var.place.organisationId, ever);
}

async function overview(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const days = await allDays(c);
  const counts = await siteCounts(cx, place.organisationId);
  const lead = words.lead(place.name);
  if (counts.since === null) {
    return shell.office(c, {
      title: words.title,
      lead,
      body: (
        <Empty kind="first" title={words.noneTitle}>
          {words.none}
        </Empty>
      ),
    });
  }
  const months = monthsOf(days).map(({ month }) => month);
  const asked = c.req.query('thang') ?? '';
  const month = months.includes(asked) ? asked : months[0]!;
  const ofMonth = days.filter(({ day }) => day.startsWith(month));
  const span = spanWords[c.req.query('doc') ?? ''] ?? 'week';
  const most = await mostReadNamed(cx, {
    organisationId: place.organisationId,
    kind,
    span,
    limit: shown,
  });
  return shell.office(c, {
    title: words.title,
    lead,
    body: (
      <>
        <Figures
          boxed
          items={[
            { value: words.count(counts.online), label: words.online },
            { value: words.count(counts.today.visits), label: words.visitsToday },
            { value: words.count(counts.today.pages), label: words.pagesToday },
            { value: words.count(counts.total.visits), label: words.visitsAll },
          ]}
          note={`${words.asOf(asOf(counts.at))} ${words.since(formatDate(counts.since))}`}
        />
        <PeriodTable counts={counts} />
        <Section title={words.byDay} id="theo-ngay">
          <FilterBar
            action={pathOf(c)}
            submit={words.show}
            hidden={{ doc: c.req.query('doc') ?? '' }}
          >
            <Select
              name="thang"
              label={words.chooseMonth}
              value={month}
              width="s"
              options={months.map((value) => ({ value, label: words.monthName(value) }))}
            />
          </FilterBar>
          <CountTable
            title={`${words.byDay}, ${words.monthName(month)}`}
            head={words.day}
            lines={ofMonth.map(dayLine((day) => pathOf(c, day)))}
          />
          <FileLinks
            items={[
              { href: pathOf(c, 'theo-ngay.xlsx'), label: words.xlsx },
              { href: pathOf(c, 'theo-ngay.csv'), label: words.csv },
            ]}
          />
        </Section>
        <MostReadTable
          title={`${words.mostRead}: ${words.spans[span].toLowerCase()}`}
          links={spans
            .filter((one) => one !== span)
            .map((one) => ({
              label: words.spans[one],
              href: `${withQuery(pathOf(c), { thang: asked, doc: wordOf(one) })}#doc-nhieu`,
            }))}
          lines={most.map(lineOf)}
        />
        <p class="help">
          {words.onlineHelp} {words.how}
        </p>
      </>
    ),
  });
}

const wordOf = (span: Span): string =>
  Object.keys(spanWords).find((word) => spanWords[word] === span) ?? '';

const lineOf = ({ name, reads }: NamedRead): MostReadLine => ({
  title: name?.title ?? words.unnamed,
  href: name?.href ?? null,
  reads,
});

/** One day: the record behind a figure. */
async function dayPage(c: WebContext): Promise<Response> {
  await seen(c);
  const { cx, place, shell } = c.var;
  const day: Day = c.req.param('day') ?? '';
  if (!isDay(day)) throw new NotFound('day');
  const about = { organisationId: place.organisationId, kind };
  const [line] = await daysOf(cx.db, place.organisationId, { from: day, to: day });
  const rows = await mostReadBetween(cx.db, { ...about, since: day, until: day, limit: 100 });
  const near = (other: Day) => ({ label: formatDate(other), href: pathOf(c, other) });
  return shell.office(c, {
    title: words.ofDay(formatDate(day)),
    crumbs: crumbsTo(c, { label: formatDate(day) }),
    body: (
      <>
        {line === undefined ? (
          <p>{words.noDay(formatDate(day))}</p>
        ) : (
          <Figures
            boxed
            items={[
              { value: words.count(line.visits), label: words.visits.toLowerCase() },
              { value: words.count(line.pages), label: words.pages.toLowerCase() },
              { value: words.count(line.reads), label: words.reads.toLowerCase() },
            ]}
          />
        )}
        <MostReadTable
          title={words.mostRead}
          links={[near(addDays(day, -1)), near(addDays(day, 1))]}
          lines={(await named(cx, about, rows)).map(lineOf)}
        />
      </>
    ),
  });
}
