import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Crumb, WebContext } from '../../../platform/http/env.ts';
import { offers } from '../../../platform/records/section.ts';
import { benchmarkAddress } from '../../reporting/index.ts';
import { dashboardAddress, pivotAddress } from '../pages/address.ts';
import { dashboardManage } from '../policy.ts';
import { findDashboard, tileQuestion } from '../queries/index.ts';
import { plainQuestion } from '../rules/index.ts';
import type { Dashboard, Tile } from '../schema.ts';
import { pivotWords, words } from '../vi/index.ts';
import type { TileHref } from './map-view.ts';
import type { TileSurroundings } from './tile-tables.ts';

export const base = '/bao-cao/bang-dieu-khien';
/** In place of a pid: the tiles of those who made no dashboard. */
export const defaultWord = 'mac-dinh';

export const pathOf = (c: WebContext, pid = '', rest = ''): string =>
  dashboardAddress(c.var.place.code, pid, rest);

export const crumbs = (c: WebContext, ...rest: readonly Crumb[]): readonly Crumb[] => [
  { label: pivotWords.section, href: office(c.var.place.code, 'bao-cao') },
  ...(rest.length === 0 ? [{ label: words.title }] : [{ label: words.title, href: pathOf(c) }]),
  ...rest,
];

/** Throws Forbidden unless a role held at the place may make dashboards. */
export function needs(c: WebContext): void {
  if (!offers(c, dashboardManage)) throw new Forbidden(dashboardManage.name);
}

/** The dashboard of an address, of this office. @throws NotFound */
export async function dashboardOf(c: WebContext): Promise<Dashboard> {
  const dashboard = await findDashboard(c.var.cx, c.req.param('pid') ?? '');
  if (dashboard === null || dashboard.organisationId !== c.var.place.organisationId) {
    throw new NotFound('dashboard');
  }
  return dashboard;
}

/** As `dashboardOf`, without deleted ones. */
export async function liveOf(c: WebContext): Promise<Dashboard> {
  const dashboard = await dashboardOf(c);
  if (dashboard.deletedAt !== null) throw new NotFound('dashboard');
  return dashboard;
}

/** What the tiles of an office are shown in. */
export function aroundOf(c: WebContext): TileSurroundings {
  const { place, cx } = c.var;
  return {
    code: place.code,
    shortName: place.shortName,
    today: cx.clock.today(),
    office: place.code,
    mapHref: mapHrefIn(place.code),
  };
}

/** A tile of the map: the figure in the table of its union, or its unions beside each other. */
export const mapHrefIn =
  (place: string): TileHref =>
  (unions, { indicator, period, on, structure }) => {
    const [org] = unions;
    if (org !== undefined && unions.length === 1) {
      return benchmarkAddress({ place, org, on, structure, indicator, view: 'records' });
    }
    const chosen = {
      group: 'chosen',
      organisations: unions,
      layout: 'organisation-period',
    } as const;
    const asked = { ...plainQuestion, ...chosen, indicators: [indicator], periods: [period] };
    return pivotAddress({ ...asked, structure, place, table: null });
  };

/** Where the figures of a tile stand in full. */
export function openHref(c: WebContext, tile: Tile): string {
  const state = { ...tileQuestion(tile), place: c.var.place.code, table: null };
  if (tile.kind === 'map') return pivotAddress(state, {}, '/ban-do');
  return pivotAddress(state);
}

/** The way to a page of the pivot. */
export const pivotCrumbs = (c: WebContext, ...rest: readonly Crumb[]): readonly Crumb[] => [
  { label: pivotWords.section, href: office(c.var.place.code, 'bao-cao') },
  ...rest,
];
