import type { Hono } from 'hono';
import { vietnamDay } from '../../../kernel/clock.ts';
import { contentDisposition, csvOf } from '../../../platform/documents/index.ts';
import { api, rootCode, site } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { organisationOf, thing, toldOf, wholeOf } from '../../../platform/http/linked-data.ts';
import { publicActivities } from '../../activities/index.ts';
import { publicList } from '../../archive/index.ts';
import { publicDashboards } from '../../dashboards/index.ts';
import { openDocuments } from '../../media/index.ts';
import { type Dataset, OpenDataPage } from '../pages/open-data.tsx';
import { articlesChanged, headcountRows, publishedResults } from '../queries/index.ts';
import { siteWords } from '../vi/index.ts';
import { openDataWords as words } from '../vi/open-data.ts';

const mostResults = 20;
const one = { page: 1, size: 1 };

type Format = keyof typeof words.formats;

/** What a site gives as data. */
export function openDataDoors(app: Hono<Env>): void {
  app.get('/du-lieu-mo', openData);
  app.get('/so-lieu/du-lieu.csv', headcountCsv);
  app.get('/so-lieu/du-lieu.json', headcountJson);
}

/** A dataset and the formats of its files, for programs that look for data. */
interface Given extends Dataset {
  readonly formats: readonly Format[];
}

const given = (
  of: Omit<Dataset, 'files'>,
  files: readonly (readonly [format: Format, href: string])[],
): Given => ({
  ...of,
  files: files.map(([format, href]) => ({ label: words.formats[format], href })),
  formats: files.map(([format]) => format),
});

const changedOn = (day: string | null): string =>
  day === null ? words.steady : words.changed(day);

async function openData(c: WebContext): Promise<Response> {
  const { place, shell } = c.var;
  const datasets = [
    ...(await figures(c)),
    ...(await dashboards(c)),
    ...(await contests(c)),
    ...(await writings(c)),
  ];
  const lead = words.lead(place.name);
  const crumbs = [{ label: siteWords.home, href: site(place.code) }];
  return shell.portal(c, {
    title: words.title,
    description: lead,
    crumbs: [...crumbs, { label: words.title }],
    head: toldOf(c, {
      title: words.title,
      href: site(place.code, 'du-lieu-mo'),
      crumbs,
      data: [catalogue(c, lead, datasets)],
    }),
    body: <OpenDataPage lead={lead} datasets={datasets} programs={api('openapi.json')} />,
  });
}

function catalogue(c: WebContext, description: string, datasets: readonly Given[]): object {
  const publisher = organisationOf(c, c.var.place.code, c.var.place.name);
  return thing('DataCatalog', {
    name: words.title,
    description,
    publisher,
    dataset: datasets.map((data) => ({
      '@type': 'Dataset',
      name: data.title,
      description: data.about,
      creator: publisher,
      license: words.licences[data.licence].href ?? words.licences[data.licence].words,
      distribution: data.files.map(({ href }, at) => ({
        '@type': 'DataDownload',
        contentUrl: wholeOf(c, href),
        encodingFormat: words.mime[data.formats[at]!],
      })),
    })),
  });
}

async function figures(c: WebContext): Promise<Given[]> {
  const { cx, place } = c.var;
  const rows = await headcountRows(cx.db, place.organisationId, cx.clock.today());
  const days = rows.map(({ latest }) => latest).filter((day) => day !== null);
  const at = (path: string) => site(place.code, path);
  return [
    ...(rows.length === 0
      ? []
      : [
          given(
            {
              ...words.figures,
              page: at('so-lieu'),
              licence: 'open',
              changed: changedOn(days.toSorted().at(-1) ?? null),
            },
            [
              ['csv', at('so-lieu/du-lieu.csv')],
              ['json', at('so-lieu/du-lieu.json')],
              ['excel', at('so-lieu/xuat')],
            ],
          ),
        ]),
    given(
      {
        ...words.organisations,
        page: at('to-chuc'),
        licence: 'open',
        changed: words.steady,
      },
      [['json', api('organisations', { below: place.code })]],
    ),
  ];
}

async function dashboards(c: WebContext): Promise<Given[]> {
  const { cx, place } = c.var;
  const shown = await publicDashboards(cx.db, place.organisationId);
  return shown.map(({ pid, name }) => {
    const own = site(place.code, `bang-so-lieu/${pid}`);
    return given(
      { title: name, about: words.dashboard, page: own, licence: 'open', changed: words.steady },
      [
        ['csv', `${own}/du-lieu.csv`],
        ['json', `${own}/du-lieu.json`],
      ],
    );
  });
}

async function contests(c: WebContext): Promise<Given[]> {
  const { cx, place } = c.var;
  const under = place.code === rootCode() ? null : place.organisationId;
  const results = await publishedResults(cx.db, place.organisationId, mostResults);
  const solutions = await publicList(cx, { under, ...one });
  return [
    ...results.map(({ pid, code, name, publishedAt }) =>
      given(
        {
          title: words.result(name),
          about: words.resultAbout,
          page: site(place.code, `hoi-thi/${code}`),
          licence: 'open',
          changed: words.changed(vietnamDay(publishedAt)),
        },
        [['json', api(`editions/${pid}/result`)]],
      ),
    ),
    ...(solutions.total === 0
      ? []
      : [
          given(
            {
              title: words.solutions.title,
              about: words.solutions.about(solutions.total),
              page: site(place.code, 'kho-giai-phap'),
              licence: 'kept',
              changed: words.steady,
            },
            [
              ['json', api('solutions', { organisation: under === null ? null : place.code })],
              ['atom', site(place.code, 'kho-giai-phap/nguon-tin')],
            ],
          ),
        ]),
  ];
}

async function writings(c: WebContext): Promise<Given[]> {
  const { cx, place } = c.var;
  const { organisationId: under, code: organisation } = place;
  const activities = await publicActivities(cx, { under, ...one });
  const articles = await articlesChanged(cx.db, under);
  const documents = await openDocuments(cx.db, { organisationId: under, ...one });
  const at = (path: string) => site(organisation, path);
  return [
    ...(activities.total === 0
      ? []
      : [
          given(
            {
              title: words.activities.title,
              about: words.activities.about(activities.total),
              page: at('hoat-dong'),
              licence: 'open',
              changed: words.steady,
            },
            [
              ['json', api('public-activities', { organisation })],
              ['calendar', at('hoat-dong.ics')],
            ],
          ),
        ]),
    ...(articles === null
      ? []
      : [
          given(
            {
              title: words.articles.title,
              about: words.articles.about(articles.total),
              page: at('tin'),
              licence: 'kept',
              changed: words.changed(vietnamDay(articles.changedAt)),
            },
            [
              ['rss', at('rss.xml')],
              ['atom', at('atom.xml')],
              ['json', api('public-articles', { organisation })],
            ],
          ),
        ]),
    ...(documents.items[0] === undefined
      ? []
      : [
          given(
            {
              title: words.documents.title,
              about: words.documents.about(documents.total),
              page: at('tai-lieu'),
              licence: 'kept',
              changed: words.steady,
            },
            [['json', api('public-documents', { organisation })]],
          ),
        ]),
  ];
}

const headcounts = ({ var: { cx, place } }: WebContext) =>
  headcountRows(cx.db, place.organisationId, cx.clock.today());

async function headcountCsv(c: WebContext): Promise<Response> {
  const { unit, code, members, intellectuals, from, source } = siteWords.headcounts;
  const rows = await headcounts(c);
  const text = csvOf([
    [code, unit, members, intellectuals, from, source],
    ...rows.map((row) => [
      row.code,
      row.name,
      row.members,
      row.intellectuals,
      row.latest,
      row.source,
    ]),
  ]);
  const name = siteWords.headcounts.fileName(c.var.place.code, c.var.cx.clock.today());
  return c.body(text, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': contentDisposition(name.replace(/\.xlsx$/, '.csv')),
  });
}

async function headcountJson(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const rows = await headcounts(c);
  return c.json({
    name: siteWords.headcounts.title,
    source: place.name,
    on: cx.clock.today(),
    licence: words.licences.open.href,
    values: rows.map(({ code, name, members, intellectuals, latest, source, declared }) => ({
      organisation: code,
      organisation_name: name,
      members,
      intellectuals,
      latest_declared_from: latest,
      declared_by: declared,
      source,
    })),
  });
}
