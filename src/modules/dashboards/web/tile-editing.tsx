import type { Hono } from 'hono';
import { issue } from '../../../kernel/issue.ts';
import { parsePeriod } from '../../../kernel/period.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { settled } from '../../../platform/http/api.ts';
import { type FormBody, formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { saveSent } from '../../../platform/records/saving.ts';
import { TileForm } from '../pages/forms.tsx';
import { moved, withTile } from '../rules/index.ts';
import { type Dashboard, mostTiles, type Tile } from '../schema.ts';
import { setTiles } from '../service/index.ts';
import { dashboardIssues, labels, words } from '../vi/index.ts';
import { indicatorChoices } from './choosing.tsx';
import { base, crumbs, liveOf, needs, pathOf } from './shared.tsx';

/** Tiles of a dashboard: added, changed, moved and taken off, each by a form of its own. */
export function tileDoors(app: Hono<Env>): void {
  app.get(`${base}/:pid/o/moi`, async (c) =>
    showTile(c, await liveOf(c), null, freshForm(plain), []),
  );
  app.post(`${base}/:pid/o/moi`, async (c) => sentTile(c, await liveOf(c), null));
  app.get(`${base}/:pid/o/:tile/sua`, async (c) => {
    const dashboard = await liveOf(c);
    const tile = tileOf(c, dashboard);
    return showTile(c, dashboard, tile, freshForm(typedOf(tile)), tile.indicators.slice(1));
  });
  app.post(`${base}/:pid/o/:tile/sua`, async (c) => {
    const dashboard = await liveOf(c);
    return sentTile(c, dashboard, tileOf(c, dashboard));
  });
  app.post(`${base}/:pid/o/:tile/len`, (c) => rearranged(c, (tiles, key) => moved(tiles, key, -1)));
  app.post(`${base}/:pid/o/:tile/xuong`, (c) =>
    rearranged(c, (tiles, key) => moved(tiles, key, 1)),
  );
  app.post(`${base}/:pid/o/:tile/go`, (c) =>
    rearranged(c, (tiles, key) => tiles.filter((tile) => tile.key !== key)),
  );
}

function tileOf(c: WebContext, dashboard: Dashboard): Tile {
  const tile = dashboard.tiles.find(({ key }) => key === c.req.param('tile'));
  if (tile === undefined) throw new NotFound('tile');
  return tile;
}

const plain = { kind: 'figure', group: 'own', period: 'year', count: '5', structure: 'then' };

const typedOf = (tile: Tile): Record<string, string> => ({
  kind: tile.kind,
  indicator: tile.indicators[0] ?? '',
  title: tile.title ?? '',
  group: tile.group,
  period: tile.period,
  count: String(tile.count),
  until: tile.until ?? '',
  structure: tile.structure,
});

async function sentTile(c: WebContext, dashboard: Dashboard, tile: Tile | null): Promise<Response> {
  needs(c);
  const form = await formOf(c);
  const { values, key } = form;
  const early = earlyIssues(form);
  if (tile === null && dashboard.tiles.length >= mostTiles) {
    early.push(issue('', 'too_many_tiles', { most: mostTiles }));
  }
  const made = tileFrom(form, tile?.key ?? c.var.cx.ids.pid().slice(0, 8));
  const saved =
    early.length > 0
      ? ({ ok: false, issues: early, newer: undefined } as const)
      : await saveSent(c.var.cx, key, {
          raw: {
            pid: dashboard.pid,
            version: values.version,
            tiles: withTile(dashboard.tiles, made),
          },
          early: [],
          read: [],
          write: (cx, input) => execute(cx, setTiles, input),
        });
  if (saved.ok)
    return c.redirect(`${pathOf(c, dashboard.pid, 'sua')}?da-luu-o=1#o-${made.key}`, 303);
  const issues = saved.issues.map((one) => ({
    ...one,
    path: one.path.replace(/^tiles\.\d+\./, ''),
  }));
  const state = returnedForm(values, issues, dashboardIssues, labels);
  return showTile(c, dashboard, tile, state, form.lists.indicators ?? [], saved.newer);
}

function earlyIssues({ values }: FormBody) {
  const issues = [];
  if ((values.indicator ?? '') === '') issues.push(issue('indicator', 'no_indicator'));
  const until = (values.until ?? '').trim();
  if (until !== '' && parsePeriod(until) === null) {
    issues.push(issue('until', 'not_a_period', { typed: until.slice(0, 20) }));
  }
  if (!/^(?:[1-9]|1\d|2[0-4])$/.test(values.count ?? '')) {
    issues.push(issue('count', 'not_in_list', { typed: (values.count ?? '').slice(0, 20) }));
  }
  return issues;
}

function tileFrom({ values, lists }: FormBody, key: string): Tile {
  const indicators = [values.indicator ?? '', ...(lists.indicators ?? [])].filter(Boolean);
  return {
    key,
    kind: values.kind as Tile['kind'],
    title: (values.title ?? '').trim() || null,
    indicators: [...new Set(indicators)],
    group: values.group as Tile['group'],
    period: values.period as Tile['period'],
    count: Number(values.count),
    until: (values.until ?? '').trim() || null,
    structure: values.structure as Tile['structure'],
  };
}

async function showTile(
  c: WebContext,
  dashboard: Dashboard,
  tile: Tile | null,
  state: FormView,
  more: readonly string[],
  newer?: number,
): Promise<Response> {
  needs(c);
  const bad = state.summary.length > 0;
  const title = tile === null ? words.addTitle : words.editTileTitle;
  const back = pathOf(c, dashboard.pid, 'sua');
  const groups = await indicatorChoices(c);
  return c.var.shell.office(c, {
    title,
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbs(c, { label: dashboard.name, href: pathOf(c, dashboard.pid) }, { label: title }),
    body: (
      <TileForm
        state={state}
        action={c.req.path}
        hidden={{
          _key: c.var.cx.ids.pid(),
          version: newer ?? state.values.version ?? dashboard.version,
        }}
        backHref={back}
        newerHref={newer === undefined ? undefined : back}
        adding={tile === null}
        indicators={groups.map(({ heading, options }) => ({ label: heading, options }))}
        more={more}
      />
    ),
  });
}

async function rearranged(
  c: WebContext,
  change: (tiles: readonly Tile[], key: string) => readonly Tile[],
): Promise<Response> {
  const dashboard = await liveOf(c);
  const { values } = await formOf(c);
  const key = c.req.param('tile') ?? '';
  const tiles = change(dashboard.tiles, tileOf(c, dashboard).key);
  const { version } = values;
  settled(
    await execute(c.var.cx, setTiles, { pid: dashboard.pid, version: Number(version), tiles }),
    dashboardIssues,
  );
  const said = tiles.length < dashboard.tiles.length ? 'da-bo-o' : 'da-doi';
  return c.redirect(`${pathOf(c, dashboard.pid, 'sua')}?${said}=1#o-${key}`, 303);
}
