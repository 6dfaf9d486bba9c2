import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../platform/errors.ts';
import { site } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { EntryList } from '../../../ui/index.ts';
import { PublishedReport } from '../pages/site.tsx';
import { publishedReport, publishedReports } from '../queries/index.ts';
import { fullNumber } from '../rules/index.ts';
import { words } from '../vi/pages.ts';
import { whenText } from './shared.ts';

/** Reports that an organisation has published, on its site. */
export function reportSite(app: Hono<Env>): void {
  app.get('/bao-cao', listPage);
  app.get('/bao-cao/:pid', reportPage);
}

const crumbs = (c: WebContext, last?: string) => [
  { label: c.var.place.shortName, href: site(c.var.place.code) },
  ...(last === undefined
    ? [{ label: words.reports }]
    : [{ label: words.reports, href: site(c.var.place.code, 'bao-cao') }, { label: last }]),
];

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const all = await publishedReports(cx, place.organisationId);
  const lead = words.publicLead(place.name);
  return shell.portal(c, {
    title: words.reports,
    description: lead,
    crumbs: crumbs(c),
    body: (
      <>
        <h1>{words.reports}</h1>
        <p class="lead">{lead}</p>
        {all.length === 0 ? (
          <p>{words.publicNone}</p>
        ) : (
          <EntryList
            items={all.map(({ pid, name, until }) => ({
              title: name,
              href: site(place.code, `bao-cao/${pid}`),
              meta: words.asOfDay(formatDate(until)),
            }))}
          />
        )}
      </>
    ),
  });
}

async function reportPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const report = await publishedReport(cx, c.req.param('pid') ?? '');
  if (report === null || report.obligation.organisation.id !== place.organisationId)
    throw new NotFound('report');
  const { round, publishedAt } = report.obligation;
  const { number } = report;
  const facts = [
    words.asOfDay(formatDate(round.until)),
    number === null
      ? null
      : words.numbered(fullNumber(number.number, number.symbol), formatDate(number.signedOn)),
    publishedAt === null ? null : words.published(whenText(publishedAt)),
  ];
  return shell.portal(c, {
    title: round.name,
    description: words.publicLead(place.name),
    crumbs: crumbs(c, round.name),
    body: (
      <>
        <h1>{round.name}</h1>
        <p class="lead">{place.name}</p>
        <p class="help">{facts.filter(Boolean).join(' ')}</p>
        <PublishedReport sections={report.sections} />
      </>
    ),
  });
}
