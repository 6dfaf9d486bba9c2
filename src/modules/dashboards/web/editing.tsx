import type { Hono } from 'hono';
import { type Cx, execute, type Outcome } from '../../../platform/command.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { saveSent } from '../../../platform/records/saving.ts';
import { saidIn } from '../../../platform/records/section.ts';
import { Alert, ButtonLink } from '../../../ui/index.ts';
import { definitionsOn } from '../../indicators/index.ts';
import { DashboardForm, TileList } from '../pages/forms.tsx';
import type { Dashboard } from '../schema.ts';
import { editDashboard, recordDashboard } from '../service/index.ts';
import { dashboardIssues, labels, tileKindShort, words } from '../vi/index.ts';
import { base, crumbs, liveOf, needs, pathOf } from './shared.tsx';

/** Making a dashboard, its name, its tiles. Before `dashboardDoors`: 'moi' is no pid. */
export function editingDoors(app: Hono<Env>): void {
  app.get(`${base}/moi`, (c) => showForm(c, null, freshForm()));
  app.post(`${base}/moi`, (c) => sent(c, null));
  app.get(`${base}/:pid/sua`, async (c) => {
    const dashboard = await liveOf(c);
    const { name, public: shown } = dashboard;
    return showForm(c, dashboard, freshForm({ name, public: shown ? '1' : '' }));
  });
  app.post(`${base}/:pid/sua`, async (c) => sent(c, await liveOf(c)));
}

async function sent(c: WebContext, dashboard: Dashboard | null): Promise<Response> {
  needs(c);
  const { values, key } = await formOf(c);
  const { name, version } = values;
  const shown = values.public === '1';
  const raw =
    dashboard === null
      ? { organisation: c.var.place.code, name, public: shown }
      : { pid: dashboard.pid, version, name, public: shown };
  const write = (cx: Cx, input: unknown): Promise<Outcome<{ pid: string }>> =>
    dashboard === null ? execute(cx, recordDashboard, input) : execute(cx, editDashboard, input);
  const saved = await saveSent(c.var.cx, key, { raw, early: [], read: [], write });
  if (saved.ok) return c.redirect(`${pathOf(c, saved.value.pid)}?da-luu=1`, 303);
  return showForm(
    c,
    dashboard,
    returnedForm(values, saved.issues, dashboardIssues, labels),
    saved.newer,
  );
}

async function showForm(
  c: WebContext,
  dashboard: Dashboard | null,
  state: FormView,
  newer?: number,
): Promise<Response> {
  needs(c);
  const bad = state.summary.length > 0;
  const title = dashboard === null ? words.makeTitle : words.editTitle;
  const back = dashboard === null ? pathOf(c) : pathOf(c, dashboard.pid);
  const said = saidIn(c, {
    'da-luu-o': words.tileSaved,
    'da-bo-o': words.tileRemoved,
    'da-doi': words.moved,
  });
  const form = (
    <DashboardForm
      state={state}
      action={c.req.path}
      hidden={{
        _key: c.var.cx.ids.pid(),
        version: newer ?? state.values.version ?? dashboard?.version,
      }}
      backHref={back}
      newerHref={newer === undefined ? undefined : back}
      note={dashboard === null ? words.form.makeNote : null}
    />
  );
  return c.var.shell.office(c, {
    title,
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbs(c, ...(dashboard === null ? [] : [{ label: dashboard.name, href: back }]), {
      label: title,
    }),
    before: said === undefined ? undefined : <Alert tone="ok" title={said} live />,
    body:
      dashboard === null ? (
        form
      ) : (
        <>
          {await tilesPart(c, dashboard)}
          {form}
          {removePart(c, dashboard)}
        </>
      ),
  });
}

async function tilesPart(c: WebContext, dashboard: Dashboard) {
  const { cx } = c.var;
  const definitions = await definitionsOn(cx.db, cx.clock.today());
  const named = (code: string) => definitions.get(code)?.label ?? code;
  const path = pathOf(c, dashboard.pid, 'o');
  return (
    <>
      <TileList
        rows={dashboard.tiles.map((tile) => ({
          key: tile.key,
          title: tile.title ?? tile.indicators.map(named).join(', '),
          kind: tileKindShort[tile.kind],
          editHref: `${path}/${tile.key}/sua`,
        }))}
        action={path}
        version={dashboard.version}
      />
      <div class="buttons">
        <ButtonLink icon="plus" href={`${path}/moi`}>
          {words.addTile}
        </ButtonLink>
      </div>
    </>
  );
}

const removePart = (c: WebContext, dashboard: Dashboard) => (
  <div class="buttons">
    <ButtonLink kind="dangerOutline" href={pathOf(c, dashboard.pid, 'xoa')}>
      {words.remove}
    </ButtonLink>
  </div>
);
