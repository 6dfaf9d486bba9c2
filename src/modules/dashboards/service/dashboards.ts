import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { dashboardManage } from '../policy.ts';
import { dashboardNamed, defaultTiles, findDashboard, liveDashboard } from '../queries/index.ts';
import { dashboardBody, dashboardEdit, dashboardTiles, type Tile } from '../schema.ts';

const nameIssues = async (
  cx: Cx,
  organisationId: string,
  name: string,
  self: string | null,
): Promise<readonly Issue[]> => {
  const same = await dashboardNamed(cx, organisationId, name);
  return same === null || same.pid === self ? [] : [issue('name', 'name_taken', { name })];
};

/** Each tile is found by its key; only a table shows more than one indicator. */
export function tileIssues(tiles: readonly Tile[]): Issue[] {
  const keys = tiles.map((tile) => tile.key);
  return tiles.flatMap((tile, at) => {
    const found: Issue[] = [];
    if (keys.indexOf(tile.key) !== at) found.push(issue(`tiles.${at}.key`, 'key_taken'));
    if (tile.kind !== 'table' && tile.indicators.length > 1) {
      found.push(issue(`tiles.${at}.indicators`, 'one_indicator'));
    }
    return found;
  });
}

/** The tiles as the event log keeps them: a line for each. */
const told = (tiles: readonly Tile[]): string[] =>
  tiles.map(({ kind, title, indicators, group, period, count, until, structure }) =>
    [title, indicators.join(', '), kind, group, `${count} ${period}`, until, structure]
      .filter(Boolean)
      .join(' · '),
  );

/** A new dashboard of an organisation. Input: `dashboardBody`; without tiles it gets the default ones. */
export const recordDashboard = command({
  name: 'dashboard.record',
  input: dashboardBody,
  permission: dashboardManage,
  load: (cx, input) => findOrganisation(cx.db, input.organisation, cx.clock.today()),
  at: (organisation) => (organisation === null ? [] : [organisation.id]),
  check: async (organisation, input, cx) =>
    organisation === null
      ? [issue('organisation', 'unknown', { code: input.organisation })]
      : [
          ...(await nameIssues(cx, organisation.id, input.name, null)),
          ...tileIssues(input.tiles ?? []),
        ],
  run: async (cx, organisation, input) => {
    const [id, pid, organisationId] = [cx.ids.uuid(), cx.ids.pid(), organisation?.id ?? ''];
    const tiles = input.tiles ?? (await defaultTiles(cx));
    await sql`insert into dashboard (id, pid, organisation_id, name, tiles, public, created_at)
      values (${id}, ${pid}, ${organisationId}, ${input.name}, ${JSON.stringify(tiles)}::jsonb,
        ${input.public}, ${cx.clock.now()})`.execute(cx.db);
    return {
      result: { pid },
      subject: { type: 'dashboard', id },
      organisationId,
      changes: changesBetween(null, { name: input.name, public: input.public, tiles: told(tiles) }),
    };
  },
});

/** Names a dashboard, and says whether it stands on the public site. */
export const editDashboard = command({
  name: 'dashboard.edit',
  input: dashboardEdit,
  permission: dashboardManage,
  load: (cx, { pid }) => liveDashboard(cx, pid),
  at: (dashboard) => [dashboard.organisationId],
  version: (dashboard) => dashboard.version,
  check: (dashboard, input, cx) =>
    nameIssues(cx, dashboard.organisationId, input.name, dashboard.pid),
  run: async (cx, dashboard, { name, public: shown }) => {
    await sql`update dashboard set name = ${name}, public = ${shown}, version = version + 1
      where id = ${dashboard.id}`.execute(cx.db);
    return {
      result: { pid: dashboard.pid },
      subject: { type: 'dashboard', id: dashboard.id },
      organisationId: dashboard.organisationId,
      changes: changesBetween(
        { name: dashboard.name, public: dashboard.public },
        { name, public: shown },
      ),
    };
  },
});

/** Gives a dashboard exactly these tiles, in this order. */
export const setTiles = command({
  name: 'dashboard.set_tiles',
  input: dashboardTiles,
  permission: dashboardManage,
  load: (cx, { pid }) => liveDashboard(cx, pid),
  at: (dashboard) => [dashboard.organisationId],
  version: (dashboard) => dashboard.version,
  check: (_, { tiles }) => tileIssues(tiles),
  run: async (cx, dashboard, { tiles }) => {
    await sql`update dashboard set tiles = ${JSON.stringify(tiles)}::jsonb, version = version + 1
      where id = ${dashboard.id}`.execute(cx.db);
    return {
      result: { pid: dashboard.pid },
      subject: { type: 'dashboard', id: dashboard.id },
      organisationId: dashboard.organisationId,
      changes: changesBetween({ tiles: told(dashboard.tiles) }, { tiles: told(tiles) }),
    };
  },
});

export const dashboardDeletion = deletion({
  type: 'dashboard',
  table: 'dashboard',
  permission: dashboardManage,
  find: findDashboard,
});
