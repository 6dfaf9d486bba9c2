import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command, execute, type Outcome } from '../../../platform/command.ts';
import { version } from '../../../platform/forms/fields.ts';
import { mainHost } from '../../../platform/http/addresses.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { siteManage } from '../policy.ts';
import { claimsOf, domainsOf, findDomain, liveDomain } from '../queries/index.ts';
import { readDomain } from '../rules/index.ts';
import { type DomainRow, domainAct, domainInput } from '../schema.ts';
import { type Asking, proofOf } from './proof.ts';

const MOST_DOMAINS = 10;

/** Names a domain of a site; it shows the site once its owner has shown the token there. */
export const addDomain = command({
  name: 'site_domain.add',
  input: domainInput,
  permission: siteManage,
  load: (cx, { organisation }) => findOrganisation(cx.db, organisation, cx.clock.today()),
  at: (organisation) => (organisation === null ? [] : [organisation.id]),
  check: async (organisation, { organisation: asked, host: typed }, cx) => {
    if (organisation === null) return [issue('organisation', 'unknown', { code: asked })];
    const read = readDomain(typed, mainHost());
    if ('issue' in read) return [read.issue];
    const own = await domainsOf(cx.db, organisation.id);
    if (own.some((row) => row.host === read.host))
      return [issue('host', 'domain_here', { host: read.host })];
    if (own.length >= MOST_DOMAINS)
      return [issue('host', 'too_many_domains', { max: MOST_DOMAINS })];
    const held = (await claimsOf(cx.db, read.host)).some((claim) => claim.verified);
    return held ? [issue('host', 'domain_taken', { host: read.host })] : [];
  },
  run: async (cx, organisation, { host: typed }) => {
    const read = readDomain(typed, mainHost());
    const host = 'host' in read ? read.host : '';
    const [id, pid, organisationId] = [cx.ids.uuid(), cx.ids.pid(), organisation?.id ?? ''];
    const token = randomBytes(20).toString('hex');
    await sql`insert into site_domain (id, pid, organisation_id, host, token, created_at)
      values (${id}, ${pid}, ${organisationId}, ${host}, ${token}, ${cx.clock.now()})`.execute(
      cx.db,
    );
    return {
      result: { pid },
      subject: { type: 'site_domain', id },
      organisationId,
      changes: { host: { old: null, new: host } },
    };
  },
});

/** What the check found, by the machine that asked: no door takes it from outside. */
const noteInput = z.strictObject({
  pid: z.string(),
  version: version(),
  proof: z.enum(['file', 'record']).nullable(),
  problem: z.string().nullable(),
});

const noteCheck = command({
  name: 'site_domain.verify',
  input: noteInput,
  permission: siteManage,
  load: (cx, { pid }) => liveDomain(cx, pid),
  at: (row) => [row.organisationId],
  version: (row) => row.version,
  check: async (row, { proof }, cx) => {
    if (proof === null || row.verifiedAt !== null) return [];
    await sql`select pg_advisory_xact_lock(hashtextextended(${`site_domain ${row.host}`}, 0))`.execute(
      cx.db,
    );
    const claims = await claimsOf(cx.db, row.host);
    if (claims.some((claim) => claim.verified))
      return [issue('host', 'domain_taken', { host: row.host })];
    // What this server shows by itself proves nothing where another site claims the host as well.
    return proof === 'file' && claims.length > 1
      ? [issue('host', 'domain_contested', { host: row.host })]
      : [];
  },
  run: async (cx, row, { proof, problem }) => {
    const now = cx.clock.now();
    const first = !(await domainsOf(cx.db, row.organisationId)).some((one) => one.main);
    await sql`update site_domain set checked_at = ${now}, problem = ${problem},
        verified_at = coalesce(verified_at, ${proof === null ? null : now}),
        proof = coalesce(proof, ${proof}), main = main or ${proof !== null && first},
        version = version + 1 where id = ${row.id}`.execute(cx.db);
    return {
      result: { pid: row.pid, verified: proof !== null || row.verifiedAt !== null, problem },
      subject: { type: 'site_domain', id: row.id },
      organisationId: row.organisationId,
      changes: {
        proof: { old: row.proof, new: proof ?? row.proof },
        problem: { old: row.problem, new: problem },
      },
    };
  },
});

/** Asks the host of a domain for its token and notes what was found. @throws NotFound */
export async function verifyDomain(
  cx: Cx,
  raw: { readonly pid: string; readonly version?: unknown },
  asking?: Asking,
): Promise<Outcome<{ pid: string; verified: boolean; problem: string | null }>> {
  const row = await liveDomain(cx, raw.pid);
  const alone = (await claimsOf(cx.db, row.host)).length === 1;
  const found = await proofOf(row.host, row.token, alone, asking);
  return execute(cx, noteCheck, {
    pid: raw.pid,
    version: raw.version,
    proof: 'proof' in found ? found.proof : null,
    problem: 'problem' in found ? found.problem : null,
  });
}

/** Makes a verified domain the one where the site is at home; the others lead there. */
export const makeHome = command({
  name: 'site_domain.home',
  input: domainAct,
  permission: siteManage,
  load: (cx, { pid }) => liveDomain(cx, pid),
  at: (row) => [row.organisationId],
  version: (row) => row.version,
  check: (row) =>
    row.verifiedAt === null ? [issue('', 'domain_unverified', { host: row.host })] : [],
  run: async (cx, row) => {
    const before = (await domainsOf(cx.db, row.organisationId)).find((one) => one.main);
    await setHome(cx, row.organisationId, row.id);
    await sql`update site_domain set version = version + 1 where id = ${row.id}`.execute(cx.db);
    return {
      result: { pid: row.pid },
      subject: { type: 'site_domain', id: row.id },
      organisationId: row.organisationId,
      changes: { main: { old: before?.host ?? null, new: row.host } },
    };
  },
});

async function setHome(cx: Cx, organisationId: string, id: string | null): Promise<void> {
  await sql`update site_domain set main = false where organisation_id = ${organisationId} and main`.execute(
    cx.db,
  );
  if (id !== null) await sql`update site_domain set main = true where id = ${id}`.execute(cx.db);
}

/** A domain that comes back has to be proved again: whose it is may have changed. */
export const domainDeletion = withHome();

function withHome() {
  const base = deletion<DomainRow>({
    type: 'site_domain',
    table: 'site_domain',
    permission: siteManage,
    find: findDomain,
  });
  const remove: typeof base.remove = {
    ...base.remove,
    run: async (cx, row, input) => {
      await sql`update site_domain set main = false, verified_at = null, proof = null
        where id = ${row.id}`.execute(cx.db);
      const done = await base.remove.run(cx, row, input);
      const rest = (await domainsOf(cx.db, row.organisationId)).filter(
        (one) => one.verifiedAt !== null,
      );
      if (!rest.some((one) => one.main)) await setHome(cx, row.organisationId, rest[0]?.id ?? null);
      return done;
    },
  };
  const restore: typeof base.restore = {
    ...base.restore,
    check: async (row, _input, cx) =>
      (await domainsOf(cx.db, row.organisationId)).some((one) => one.host === row.host)
        ? [issue('host', 'domain_here', { host: row.host })]
        : [],
  };
  return { ...base, remove, restore };
}
