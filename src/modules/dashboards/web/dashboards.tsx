import type { Hono } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import { site } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { deletionDoors } from '../../../platform/records/doors.ts';
import { offers, saidIn, sectionOf } from '../../../platform/records/section.ts';
import { Alert, ButtonLink, type LinkItem, RecordHistory } from '../../../ui/index.ts';
import { reportTabs } from '../../indicators/index.ts';
import { historyOf } from '../../people/index.ts';
import { DashboardTiles, OtherDashboards } from '../pages/dashboard.tsx';
import { dashboardManage, dashboardRead } from '../policy.ts';
import { defaultTiles, listDashboards, tilesFigures } from '../queries/index.ts';
import type { Dashboard, Tile } from '../schema.ts';
import { dashboardDeletion } from '../service/index.ts';
import { actionNames, labels, words } from '../vi/index.ts';
import { accentOf, tilePicture } from './charts.tsx';
import { deletedPage, removedToast, removePage } from './removal.tsx';
import {
  aroundOf,
  base,
  crumbs,
  dashboardOf,
  defaultWord,
  liveOf,
  openHref,
  pathOf,
} from './shared.tsx';
import { tileView } from './tile-view.ts';

const mostListed = 50;
const section = sectionOf('bao-cao/bang-dieu-khien', words.title);

export function dashboardDoors(app: Hono<Env>): void {
  app.get(base, firstPage);
  app.get(`${base}/${defaultWord}`, (c) => showDefault(c, null));
  app.get(`${base}/${defaultWord}/o/:tile/bieu-do.svg`, async (c) => {
    await requireReader(c);
    return picture(c, await defaultTiles(c.var.cx));
  });
  app.get(`${base}/:pid`, async (c) => show(c, await dashboardOf(c)));
  app.get(`${base}/:pid/o/:tile/bieu-do.svg`, async (c) => picture(c, (await liveOf(c)).tiles));
  app.get(`${base}/:pid/xoa`, removePage);
  deletionDoors(app, base, section, dashboardDeletion);
}

async function requireReader(c: WebContext): Promise<void> {
  const { cx, place } = c.var;
  if (!(await may(cx, dashboardRead, place.organisationId))) throw new NotFound('dashboard');
}

async function picture(c: WebContext, tiles: readonly Tile[]): Promise<Response> {
  const tile = tiles.find(({ key }) => key === c.req.param('tile'));
  if (tile === undefined) throw new NotFound('tile');
  const [figures] = await tilesFigures(c.var.cx, [tile], c.var.place, { open: false });
  if (figures === undefined) throw new NotFound('tile');
  return tilePicture(c, figures, aroundOf(c));
}

async function dashboardsHere(c: WebContext): Promise<Dashboard[]> {
  const of = c.var.place.organisationId;
  return (await listDashboards(c.var.cx, { of, page: 1, size: mostListed })).items;
}

async function firstPage(c: WebContext): Promise<Response> {
  const [first] = await dashboardsHere(c);
  return first === undefined
    ? showDefault(c, words.defaultNote(c.var.place.shortName))
    : show(c, first);
}

async function showDefault(c: WebContext, note: string | null): Promise<Response> {
  await requireReader(c);
  return page(c, {
    title: words.title,
    word: defaultWord,
    tiles: await defaultTiles(c.var.cx),
    note: note === null ? null : <Alert tone="info">{note}</Alert>,
    links: [],
    aside: undefined,
  });
}

async function show(c: WebContext, dashboard: Dashboard): Promise<Response> {
  if (dashboard.deletedAt !== null) return deletedPage(c, dashboard, dashboard.deletedAt);
  const { cx, place } = c.var;
  const saved = saidIn(c, { 'da-luu': words.saved, 'da-khoi-phuc': words.restored });
  const publicLink = {
    label: words.publicAt,
    href: site(place.code, `bang-so-lieu/${dashboard.pid}`),
  };
  const history = await historyOf(
    cx.db,
    { type: 'dashboard', id: dashboard.id },
    { actions: actionNames, fields: labels },
  );
  return page(c, {
    title: dashboard.name,
    word: dashboard.pid,
    tiles: dashboard.tiles,
    note: saved === undefined ? null : <Alert tone="ok" title={saved} live />,
    links: dashboard.public ? [publicLink] : [],
    aside: <RecordHistory items={history} />,
  });
}

interface Shown {
  readonly title: string;
  readonly word: string;
  readonly tiles: readonly Tile[];
  readonly note: ReturnType<typeof Alert> | null;
  readonly links: readonly LinkItem[];
  readonly aside: ReturnType<typeof RecordHistory> | undefined;
}

async function page(c: WebContext, shown: Shown): Promise<Response> {
  const { cx, place } = c.var;
  const all = await dashboardsHere(c);
  const figures = await tilesFigures(cx, shown.tiles, place, { open: false });
  const around = aroundOf(c);
  const others = [
    ...all
      .filter(({ pid }) => pid !== shown.word)
      .map(({ pid, name }) => ({ label: name, href: pathOf(c, pid) })),
    ...(shown.word === defaultWord
      ? []
      : [{ label: words.defaultName, href: pathOf(c, defaultWord) }]),
  ];
  return c.var.shell.office(c, {
    title: shown.title,
    lead: words.lead,
    crumbs: shown.title === words.title ? crumbs(c) : crumbs(c, { label: shown.title }),
    action: offers(c, dashboardManage) ? <Actions path={pathOf(c)} word={shown.word} /> : undefined,
    before: (
      <>
        {reportTabs(c, 'dashboards')}
        {await removedToast(c)}
        {shown.note}
      </>
    ),
    body: (
      <>
        <OtherDashboards items={[...shown.links, ...others]} />
        <DashboardTiles
          tiles={figures.map((one) => tileView(one, around))}
          accent={accentOf(c)}
          pictureHref={(key) => pathOf(c, shown.word, `o/${key}/bieu-do.svg`)}
          openHref={({ tile }) => openHref(c, tile)}
        />
        {shown.aside}
      </>
    ),
  });
}

function Actions(props: { readonly path: string; readonly word: string }) {
  const own = props.word !== defaultWord;
  return (
    <>
      {own ? (
        <ButtonLink icon="edit" href={`${props.path}/${props.word}/sua`}>
          {words.editTitle}
        </ButtonLink>
      ) : null}
      <ButtonLink kind="primary" icon="plus" href={`${props.path}/moi`}>
        {words.make}
      </ButtonLink>
    </>
  );
}
