import type { Hono } from 'hono';
import { contentDisposition, writeXlsx } from '../../../platform/documents/index.ts';
import { NotFound } from '../../../platform/errors.ts';
import { site } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { inAsked } from '../../../platform/http/language.ts';
import { Home } from '../pages/home.tsx';
import { AboutPage, ContactPage, HeadcountsPage } from '../pages/site.tsx';
import {
  aboutOf,
  childrenOf,
  distinctionsOf,
  headcountOf,
  headcountRows,
  historyOf,
} from '../queries/index.ts';
import { mainEntries } from '../rules.ts';
import { headcountBook } from '../sheets.ts';
import { siteWords as words } from '../vi/index.ts';
import { openDataWords } from '../vi/open-data.ts';
import { openDataDoors } from './open-data.tsx';
import { publicSearch } from './search.tsx';
import { xlsxType } from './shared.ts';
import {
  distinctionEntries,
  historyItems,
  homeFigures,
  linksOf,
  memberGroups,
  publishedLinks,
  siteLead,
} from './site-parts.tsx';
import { cardTerms, contactTerms, factTerms } from './site-terms.tsx';

const homeHistory = 5;
const homeDistinctions = 5;
const mostDistinctions = 500;

/** Public pages of an organisation's site. */
export function siteDoors(app: Hono<Env>): void {
  app.get('/', home);
  app.get('/tim', (c) => inAsked(c, () => publicSearch(c)));
  app.get('/so-lieu', headcounts);
  app.get('/so-lieu/xuat', headcountFile);
  openDataDoors(app);
  app.get('/gioi-thieu', aboutPage);
  app.get('/lien-he', contactPage);
}

async function home(c: WebContext) {
  const { cx, place, shell } = c.var;
  const today = cx.clock.today();
  const id = place.organisationId;
  const about = await aboutOf(cx.db, id, today);
  const children = await childrenOf(cx.db, id, today);
  const heads = await headcountOf(cx.db, id, today);
  const history = await historyOf(cx.db, id, today);
  const given = await distinctionsOf(cx.db, id, homeDistinctions);
  const lead = siteLead(place, about, children);
  const more = history.length > 1 || given.total > 0 || factTerms(about).length > 0;
  const aboutHref = more ? site(place.code, 'gioi-thieu') : null;
  return shell.portal(c, {
    title: words.home,
    description: lead,
    body: (
      <Home
        kicker={words.kindTitle(place.kind)}
        name={place.name}
        nameHref={site(place.code)}
        lead={lead}
        card={{ title: place.shortName, terms: cardTerms(about) }}
        searchHref={site(place.code, 'tim')}
        figures={homeFigures(place.code, children, heads, given.total, aboutHref)}
        figuresNote={words.figures.note(today)}
        members={memberGroups(children)}
        membersHref={site(place.code, 'to-chuc')}
        history={history.length > 1 ? historyItems(mainEntries(history, homeHistory)) : []}
        distinctions={distinctionEntries(given.items)}
        distinctionCount={given.total}
        aboutHref={aboutHref}
        links={linksOf(place, about, {
          about: aboutHref,
          headcounts: heads.declared > 0,
          published: await publishedLinks(c),
        })}
      />
    ),
  });
}

async function headcounts(c: WebContext) {
  const { cx, place, shell } = c.var;
  const today = cx.clock.today();
  const rows = await headcountRows(cx.db, place.organisationId, today);
  const total = await headcountOf(cx.db, place.organisationId, today);
  return shell.portal(c, {
    title: words.headcounts.title,
    crumbs: crumbs(place.code, words.headcounts.title),
    body: (
      <HeadcountsPage
        rows={rows.map((row) => ({
          ...row,
          href: row.code === place.code ? null : site(row.code, 'so-lieu'),
        }))}
        total={total}
        lead={words.headcounts.lead(place.name, today)}
        excelHref={site(place.code, 'so-lieu/xuat')}
        csvHref={site(place.code, 'so-lieu/du-lieu.csv')}
        links={[
          ...(await publishedLinks(c)),
          { label: openDataWords.title, href: site(place.code, 'du-lieu-mo') },
        ]}
      />
    ),
  });
}

async function headcountFile(c: WebContext) {
  const { cx, place } = c.var;
  const today = cx.clock.today();
  const rows = await headcountRows(cx.db, place.organisationId, today);
  const book = await writeXlsx(headcountBook(place.name, today, rows));
  return c.body(new Uint8Array(book), 200, {
    'content-type': xlsxType,
    'content-disposition': contentDisposition(words.headcounts.fileName(place.code, today)),
  });
}

async function aboutPage(c: WebContext) {
  const { cx, place, shell } = c.var;
  const today = cx.clock.today();
  const id = place.organisationId;
  const about = await aboutOf(cx.db, id, today);
  const history = await historyOf(cx.db, id, today);
  const given = await distinctionsOf(cx.db, id, mostDistinctions);
  const terms = factTerms(about);
  if (history.length < 2 && given.total === 0 && terms.length === 0) throw new NotFound('about');
  const title = words.aboutOf(place.shortName);
  return shell.portal(c, {
    title,
    crumbs: crumbs(place.code, words.about),
    body: (
      <AboutPage
        title={title}
        lead={siteLead(place, about, await childrenOf(cx.db, id, today))}
        terms={terms}
        history={historyItems(history)}
        distinctions={distinctionEntries(given.items)}
      />
    ),
  });
}

async function contactPage(c: WebContext) {
  const { cx, place, shell } = c.var;
  const about = await aboutOf(cx.db, place.organisationId, cx.clock.today());
  const terms = contactTerms(about);
  if (terms.length === 0) throw new NotFound('contact');
  const title = words.contactOf(place.shortName);
  return shell.portal(c, {
    title,
    crumbs: crumbs(place.code, words.contact),
    body: <ContactPage title={title} terms={terms} />,
  });
}

const crumbs = (code: string, last: string) => [
  { label: words.home, href: site(code) },
  { label: last },
];
