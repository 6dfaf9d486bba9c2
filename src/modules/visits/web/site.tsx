import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { site } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { keepFor } from '../../../platform/http/shown.ts';
import { Empty, Figures, Section } from '../../../ui/index.ts';
import { CountTable, FileLinks, VisitBox } from '../pages/tables.tsx';
import { daysOf, siteCounts } from '../queries/index.ts';
import { monthsOf } from '../rules/index.ts';
import { words } from '../vi/index.ts';
import { asOf, monthLine, sendCounts, sitePath } from './shared.ts';

const ever = { from: null, to: null } as const;
/** How old counts on a page that everybody is sent may be. */
const keptMs = 60_000;

/** How often a site is read, for everybody. */
export function visitSite(app: Hono<Env>): void {
  app.get(`/${sitePath}`, page);
  app.get(`/${sitePath}/du-lieu.csv`, async (c) => {
    const { cx, place } = c.var;
    const months = monthsOf(await daysOf(cx.db, place.organisationId, ever));
    return sendCounts(
      c,
      words.monthHead,
      months.map((line) => ({ ...line, key: line.month })),
    );
  });
}

async function page(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  keepFor(c, keptMs);
  const counts = await siteCounts(cx, place.organisationId);
  const months = monthsOf(await daysOf(cx.db, place.organisationId, ever));
  const lead = words.publicLead(place.name);
  return shell.portal(c, {
    title: words.title,
    description: lead,
    crumbs: [{ label: words.home, href: site(place.code) }, { label: words.title }],
    body: (
      <>
        <h1>{words.title}</h1>
        <p class="lead">{lead}</p>
        {counts.since === null ? (
          <Empty kind="first" title={words.noneTitle}>
            {words.none}
          </Empty>
        ) : (
          <>
            <Figures
              items={[
                { value: words.count(counts.online), label: words.online },
                { value: words.count(counts.today.visits), label: words.visitsToday },
                { value: words.count(counts.month.visits), label: words.visitsMonth },
                { value: words.count(counts.total.visits), label: words.visitsAll },
              ]}
              note={`${words.asOf(asOf(counts.at))} ${words.since(formatDate(counts.since))}`}
            />
            <Section title={words.byMonth} id="theo-thang">
              <CountTable
                title={words.byMonth}
                head={words.monthHead}
                lines={months.map(monthLine(() => undefined))}
              />
              <FileLinks
                items={[{ href: site(place.code, `${sitePath}/du-lieu.csv`), label: words.csv }]}
              />
            </Section>
          </>
        )}
        <p class="help">
          {words.onlineHelp} {words.how}
        </p>
      </>
    ),
  });
}

/**
 * The block of a site's own pages. A page with it is kept for a minute at most, so what it says of now is
 * true to the minute, without a script and without a query for each reader.
 */
export async function visitBlock(c: WebContext) {
  const { cx, place } = c.var;
  keepFor(c, keptMs);
  const counts = await siteCounts(cx, place.organisationId);
  return <VisitBox counts={counts} at={asOf(counts.at)} moreHref={site(place.code, sitePath)} />;
}
