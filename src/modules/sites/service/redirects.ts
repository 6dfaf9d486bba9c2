import { sql } from 'kysely';
import { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { code, version } from '../../../platform/forms/fields.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { siteManage } from '../policy.ts';
import { domainsOf, findRedirect, liveRedirect, redirectFrom } from '../queries/index.ts';
import { followed, newAddress, oldAddress } from '../rules/index.ts';
import { type RedirectRow, redirectFields } from '../schema.ts';
import { lockSite } from './items.ts';

interface Read {
  readonly source: string;
  readonly target: string;
}

/** Both addresses as they are kept; an address of the site's own domain becomes a path. */
async function read(
  cx: Cx,
  organisationId: string,
  typed: Read,
): Promise<{ read: Read; issues: Issue[] }> {
  const issues: Issue[] = [];
  const source = oldAddress(typed.source);
  if (source === null)
    issues.push(issue('source', 'not_an_old_address', { typed: typed.source.slice(0, 60) }));
  else if (source === '/') issues.push(issue('source', 'home_stays'));
  const href = newAddress(typed.target);
  if (href === null)
    issues.push(issue('target', 'not_an_address', { typed: typed.target.slice(0, 60) }));
  const hosts = (await domainsOf(cx.db, organisationId)).map((row) => row.host);
  return {
    read: { source: source ?? '', target: href === null ? '' : ownPath(href, hosts) },
    issues,
  };
}

function ownPath(href: string, hosts: readonly string[]): string {
  if (!/^https?:/i.test(href)) return href;
  const url = new URL(href);
  return hosts.includes(url.hostname) ? `${url.pathname}${url.search}${url.hash}` : href;
}

async function issuesOf(
  cx: Cx,
  organisationId: string,
  typed: Read,
  self: string | null,
): Promise<Issue[]> {
  const { read: kept, issues } = await read(cx, organisationId, typed);
  if (issues.length > 0) return issues;
  // One writer at a time: a circle may be made of two redirects.
  await lockSite(cx, organisationId);
  const same = await redirectFrom(cx.db, organisationId, kept.source);
  if (same !== null && same.pid !== self)
    return [issue('source', 'redirect_taken', { source: kept.source })];
  return (await isCircle(cx, organisationId, kept, self))
    ? [issue('target', 'redirect_circle')]
    : [];
}

async function isCircle(
  cx: Cx,
  organisationId: string,
  { source, target }: Read,
  self: string | null,
): Promise<boolean> {
  if (!target.startsWith('/')) return false;
  const ways = new Map<string, string>([[source, target]]);
  for (
    let at = oldAddress(target), step = 0;
    at !== null && step < 12 && at !== source;
    step += 1
  ) {
    const next = await redirectFrom(cx.db, organisationId, at);
    if (next === null || next.pid === self || !next.target.startsWith('/')) break;
    ways.set(at, next.target);
    at = oldAddress(next.target);
  }
  return followed(source, (path) => ways.get(path) ?? null).loop;
}

/** Leads an old address of a site to a new one. Input: `source`, `target`. */
export const addRedirect = command({
  name: 'site_redirect.add',
  input: z.strictObject({ organisation: code(), ...redirectFields }),
  permission: siteManage,
  load: (cx, { organisation }) => findOrganisation(cx.db, organisation, cx.clock.today()),
  at: (organisation) => (organisation === null ? [] : [organisation.id]),
  check: (organisation, input, cx) =>
    organisation === null
      ? [issue('organisation', 'unknown', { code: input.organisation })]
      : issuesOf(cx, organisation.id, input, null),
  run: async (cx, organisation, input) => {
    const [id, pid, organisationId] = [cx.ids.uuid(), cx.ids.pid(), organisation?.id ?? ''];
    const { read: kept } = await read(cx, organisationId, input);
    await sql`insert into site_redirect (id, pid, organisation_id, source, target, created_at)
      values (${id}, ${pid}, ${organisationId}, ${kept.source}, ${kept.target}, ${cx.clock.now()})`.execute(
      cx.db,
    );
    return {
      result: { pid },
      subject: { type: 'site_redirect', id },
      organisationId,
      changes: changesBetween<object>(null, kept),
    };
  },
});

export const editRedirect = command({
  name: 'site_redirect.edit',
  input: z.strictObject({ pid: z.string(), version: version(), ...redirectFields }),
  permission: siteManage,
  load: (cx, { pid }) => liveRedirect(cx, pid),
  at: (row) => [row.organisationId],
  version: (row) => row.version,
  check: (row, input, cx) => issuesOf(cx, row.organisationId, input, row.pid),
  run: async (cx, row, input) => {
    const { read: kept } = await read(cx, row.organisationId, input);
    await sql`update site_redirect set source = ${kept.source}, target = ${kept.target},
      version = version + 1 where id = ${row.id}`.execute(cx.db);
    return {
      result: { pid: row.pid },
      subject: { type: 'site_redirect', id: row.id },
      organisationId: row.organisationId,
      changes: changesBetween<object>({ source: row.source, target: row.target }, kept),
    };
  },
});

/** Taking a redirect back looks again: its old address may have been given to another meanwhile. */
export const redirectDeletion = withCheck();

function withCheck() {
  const base = deletion<RedirectRow>({
    type: 'site_redirect',
    table: 'site_redirect',
    permission: siteManage,
    find: findRedirect,
  });
  const restore: typeof base.restore = {
    ...base.restore,
    check: (row, _input, cx) => issuesOf(cx, row.organisationId, row, row.pid),
  };
  return { ...base, restore };
}
