import type { Hono } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import { site } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { ButtonLink, Buttons, EntryList, ExternalLink, Section } from '../../../ui/index.ts';
import { DashboardTiles } from '../pages/dashboard.tsx';
import { publicDashboards } from '../queries/index.ts';
import { words } from '../vi/index.ts';
import { accentOf, tilePicture } from './charts.tsx';
import { csvFile, figuresOf, jsonFile, path, publicTiles, shownOf } from './site-data.ts';
import type { TileSurroundings } from './tile-tables.ts';
import { tileView } from './tile-view.ts';

/** Public dashboards on the site of their organisation, and their figures as open data. */
export function dashboardSite(app: Hono<Env>): void {
  app.get(`/${path}`, listPage);
  app.get(`/${path}/:pid`, dashboardPage);
  app.get(`/${path}/:pid/o/:tile/bieu-do.svg`, picture);
  app.get(`/${path}/:pid/du-lieu.csv`, csvFile);
  app.get(`/${path}/:pid/du-lieu.json`, jsonFile);
}

function aroundOf(c: WebContext): TileSurroundings {
  const { place, cx } = c.var;
  return {
    code: place.code,
    shortName: place.shortName,
    today: cx.clock.today(),
    office: null,
    mapHref: (unions) => (unions.length === 1 ? site(unions[0]!) : undefined),
  };
}

const crumbs = (c: WebContext, last?: string) => [
  { label: words.site.home, href: site(c.var.place.code) },
  ...(last === undefined
    ? [{ label: words.site.title }]
    : [{ label: words.site.title, href: site(c.var.place.code, path) }, { label: last }]),
];

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const all = await publicDashboards(cx.db, place.organisationId);
  return shell.portal(c, {
    title: words.site.title,
    crumbs: crumbs(c),
    lead: words.site.lead(place.name),
    body: (
      <>
        <h1>{words.site.title}</h1>
        <p>{words.site.lead(place.name)}</p>
        {all.length === 0 ? <p>{words.site.none}</p> : null}
        <EntryList
          items={all.map(({ pid, name }) => ({
            title: name,
            href: site(place.code, `${path}/${pid}`),
          }))}
        />
      </>
    ),
  });
}

async function dashboardPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const dashboard = await shownOf(c);
  const today = cx.clock.today();
  const address = site(place.code, `${path}/${dashboard.pid}`);
  const figures = await figuresOf(c, publicTiles(dashboard));
  const around = aroundOf(c);
  return shell.portal(c, {
    title: dashboard.name,
    description: words.site.lead(place.name),
    crumbs: crumbs(c, dashboard.name),
    body: (
      <>
        <h1>{dashboard.name}</h1>
        <p>
          {place.name}. {words.site.on(today)}
        </p>
        {figures.length === 0 ? (
          <p>{words.site.empty}</p>
        ) : (
          <DashboardTiles
            tiles={figures.map((one) => tileView(one, around))}
            accent={accentOf(c)}
            pictureHref={(key) => `${address}/o/${key}/bieu-do.svg`}
            openHref={() => null}
          />
        )}
        <Section title={words.site.data} id="du-lieu-mo">
          <Buttons>
            <ButtonLink icon="download" href={`${address}/du-lieu.csv`}>
              {words.site.csv}
            </ButtonLink>
            <ButtonLink href={`${address}/du-lieu.json`}>{words.site.json}</ButtonLink>
          </Buttons>
          <p>
            {words.site.licence}{' '}
            <ExternalLink href={words.site.licenceHref}>{words.site.licenceName}</ExternalLink>.{' '}
            {words.site.source(place.name, today)}.
          </p>
        </Section>
      </>
    ),
  });
}

async function picture(c: WebContext): Promise<Response> {
  const tile = publicTiles(await shownOf(c)).find(({ key }) => key === c.req.param('tile'));
  const [figures] = tile === undefined ? [] : await figuresOf(c, [tile]);
  if (figures === undefined) throw new NotFound('tile');
  return tilePicture(c, figures, aroundOf(c));
}
