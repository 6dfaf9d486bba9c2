import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { siteManage } from '../policy.ts';
import { siteOf } from '../queries/index.ts';
import { siteInput } from '../schema.ts';
import { lockSite } from './items.ts';
import { pictureIssues } from './pictures.ts';

/** Sets how a site is called, its emblem, who answers for it, and where the union is found. */
export const editSite = command({
  name: 'site.edit',
  input: siteInput,
  permission: siteManage,
  load: async (cx, { organisation }) => {
    const found = await findOrganisation(cx.db, organisation, cx.clock.today());
    if (found === null) return null;
    // Two who save the first settings at once meet here.
    await lockSite(cx, found.id);
    return siteOf(cx.db, found.id);
  },
  at: (site) => (site === null ? [] : [site.organisationId]),
  version: (site) => site?.version ?? 0,
  check: async (site, input, cx) => {
    if (site === null) return [issue('organisation', 'unknown', { code: input.organisation })];
    const half = (input.latitude === null) !== (input.longitude === null);
    return [
      ...(half ? [issue(input.latitude === null ? 'latitude' : 'longitude', 'half_a_point')] : []),
      ...(await pictureIssues(cx, site.organisationId, 'emblem', input.emblem)),
    ];
  },
  run: async (cx, site, { organisation: _, version: __, ...now }) => {
    const { organisationId, organisationCode, language: ___, version, ...old } = site ?? never();
    const columns = Object.keys(now).map((name) => sql.id(name));
    await sql`insert into site (organisation_id, ${sql.join(columns)}, version, changed_at)
      values (${organisationId}, ${sql.join(Object.values(now))}, ${version + 1}, ${cx.clock.now()})
      on conflict (organisation_id) do update set
        ${sql.join(columns.map((name) => sql`${name} = excluded.${name}`))},
        version = excluded.version, changed_at = excluded.changed_at`.execute(cx.db);
    return {
      result: { code: organisationCode },
      subject: { type: 'site', id: organisationId },
      organisationId,
      changes: changesBetween<object>(old, now),
    };
  },
});

// `at` is empty without an organisation: the command ends before it runs.
function never(): never {
  throw new Error('no organisation');
}
