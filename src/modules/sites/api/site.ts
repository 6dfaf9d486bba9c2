import { z } from 'zod';
import { type Cx, execute } from '../../../platform/command.ts';
import { optionalNumber, version } from '../../../platform/forms/fields.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { byPid, deletionEndpoints } from '../../../platform/records/endpoints.ts';
import { domainsOf, liveDomain, siteOf } from '../queries/index.ts';
import { proofPath, proofRecord } from '../rules/index.ts';
import { type DomainRow, domainInput, siteFields } from '../schema.ts';
import { addDomain, domainDeletion, editSite, makeHome, verifyDomain } from '../service/index.ts';
import { siteIssues as words } from '../vi/index.ts';
import { lookedAt, tag } from './items.ts';

const word = z.string().nullable();
const settingsShape = z.object({
  organisation: z.string(),
  name: word,
  english_name: word,
  emblem: word,
  licence: word,
  responsible: word,
  address: word,
  phone: word,
  email: word,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  directions: word,
  version: z.number().int(),
});

async function settingsAnswer(cx: Cx, asked: string) {
  const {
    organisationId: _,
    organisationCode,
    language: __,
    ...row
  } = await siteOf(cx.db, await lookedAt(cx, asked));
  return { organisation: organisationCode, ...row };
}

const byCode = z.object({ code: z.string() });

/** REST doors of what stands at the head and foot of a site's pages. */
export function settingsEndpoints(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/sites/{code}',
    tag,
    summary: 'How the site of an organisation is set up; version 0 while nobody has set anything',
    params: byCode,
    response: settingsShape,
    handler: ({ cx, params }) => settingsAnswer(cx, params.code),
  });
  api.endpoint({
    method: 'patch',
    path: '/sites/{code}',
    tag,
    summary: 'Set up the site of an organisation; what is left out stays',
    params: byCode,
    body: z
      .strictObject({ ...siteFields, version: optionalNumber({ min: 0, integer: true }) })
      .partial(),
    response: settingsShape,
    words,
    handler: async ({ cx, params, body }) => {
      const { organisation, ...now } = await settingsAnswer(cx, params.code);
      settled(await execute(cx, editSite, { ...now, ...(body as object), organisation }), words);
      return settingsAnswer(cx, params.code);
    },
  });
}

const domainShape = z.object({
  pid: z.string(),
  organisation: z.string(),
  host: z.string(),
  verified: z.boolean(),
  home: z.boolean(),
  problem: word,
  record: z.object({ name: z.string(), value: z.string() }),
  file: z.object({ address: z.string(), text: z.string() }),
  version: z.number().int(),
});

const domainView = (row: DomainRow) => ({
  pid: row.pid,
  organisation: row.organisationCode,
  host: row.host,
  verified: row.verifiedAt !== null,
  home: row.main,
  problem: row.problem,
  record: proofRecord(row.host, row.token),
  file: { address: `https://${row.host}${proofPath(row.token)}`, text: row.token },
  version: row.version,
});

const domainAnswer = async (cx: Cx, pid: string) => domainView(await liveDomain(cx, pid));

/** REST doors of the domains of a site. */
export function domainEndpoints(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/site-domains',
    tag,
    summary: 'The domains of a site, with what proves them',
    query: z.object({ organisation: z.string() }),
    response: z.object({ items: z.array(domainShape) }),
    handler: async ({ cx, query }) => {
      const rows = await domainsOf(cx.db, await lookedAt(cx, query.organisation));
      return { items: rows.map(domainView) };
    },
  });
  api.endpoint({
    method: 'post',
    path: '/site-domains',
    tag,
    summary: 'Name a domain of a site; it shows the site once it is proved',
    body: domainInput,
    response: domainShape,
    status: 201,
    words,
    handler: async ({ cx, body }) =>
      domainAnswer(cx, settled(await execute(cx, addDomain, body), words).pid),
  });
  domainActs(api);
}

function domainActs(api: Api): void {
  const path = '/site-domains/{pid}';
  const versioned = z.strictObject({ version: version() }).partial();
  api.endpoint({
    method: 'post',
    path: `${path}/verify`,
    tag,
    summary: 'Look whether the domain shows its token, in DNS or as a file',
    params: byPid,
    body: versioned,
    response: domainShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await verifyDomain(cx, { ...(body as object), pid: params.pid }), words);
      return domainAnswer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/home`,
    tag,
    summary: 'Make a proved domain the one where the site is at home',
    params: byPid,
    body: versioned,
    response: domainShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, makeHome, { ...(body as object), pid: params.pid }), words);
      return domainAnswer(cx, params.pid);
    },
  });
  deletionEndpoints(api, {
    path,
    tag,
    remove: 'Delete a domain; taken back within 30 days it has to be proved again',
    restore: 'Take a deleted domain back',
    response: domainShape,
    words,
    deletion: domainDeletion,
    answer: domainAnswer,
  });
}
