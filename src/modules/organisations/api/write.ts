import { z } from 'zod';
import { type Command, type Cx, execute } from '../../../platform/command.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import {
  affiliateInput,
  closeInput,
  codeInput,
  createInput,
  editInput,
  endAffiliationInput,
  factInput,
  organisationInput,
  renameInput,
} from '../schema/index.ts';
import {
  affiliate,
  changeOrganisationCode,
  closeOrganisation,
  createOrganisation,
  deleteAffiliation,
  deleteFact,
  deleteOrganisation,
  editOrganisation,
  endAffiliation,
  renameOrganisation,
  reopenOrganisation,
  restoreAffiliation,
  restoreFact,
  restoreOrganisation,
  setFact,
} from '../service/index.ts';
import { organisationIssues as words } from '../vi.ts';
import { byCode, byPid, organisationOf, tag } from './read.ts';

const codeView = z.object({ code: z.string() });
const pidView = z.object({ pid: z.string(), code: z.string() });
const versionQuery = z.object({ version: z.string().optional() });

async function done<I extends z.ZodType, L, R>(
  cx: Cx,
  command: Command<I, L, R>,
  raw: unknown,
): Promise<R> {
  return settled(await execute(cx, command, raw), words);
}

const sent = (body: unknown) => body as Readonly<Record<string, unknown>>;

/** Changes of an organisation itself. */
export function organisationWrites(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/organisations',
    tag,
    summary: 'Record an organisation',
    body: createInput,
    response: codeView,
    status: 201,
    words,
    handler: ({ cx, body }) => done(cx, createOrganisation, body),
  });
  api.endpoint({
    method: 'patch',
    path: '/organisations/{code}',
    tag,
    summary: 'Change founding day, colour, seal; what is left out stays',
    params: byCode,
    body: editInput.omit({ organisation: true }),
    response: codeView,
    words,
    handler: async ({ cx, params, body }) => {
      const now = await organisationOf(cx, params.code, null);
      const stays = {
        founded_on: now.during.from,
        accent: now.accent,
        seal: now.seal?.join('\n') ?? null,
      };
      return done(cx, editOrganisation, { ...stays, ...sent(body), organisation: params.code });
    },
  });
  api.endpoint({
    method: 'delete',
    path: '/organisations/{code}',
    tag,
    summary: 'Delete an organisation on which nothing hangs; restorable for 30 days',
    params: byCode,
    query: versionQuery,
    status: 204,
    words,
    handler: ({ cx, params, query }) =>
      done(cx, deleteOrganisation, { organisation: params.code, version: query.version }),
  });
}

/** Acts upon an organisation: a POST under its address. */
export function organisationActs(api: Api): void {
  const act = <I extends z.ZodType, L, R>(
    path: string,
    summary: string,
    body: z.ZodType,
    command: Command<I, L, R>,
    response: z.ZodType = codeView,
  ) =>
    api.endpoint({
      method: 'post',
      path: `/organisations/{code}/${path}`,
      tag,
      summary,
      params: byCode,
      body,
      response,
      words,
      handler: ({ cx, params, body: raw }) =>
        done(cx, command, { ...sent(raw), organisation: params.code }),
    });
  const own = { organisation: true } as const;
  act('names', 'Give a name from a day on', renameInput.omit(own), renameOrganisation);
  act('facts', 'Say what holds from a day on', factInput.omit(own), setFact, pidView);
  act(
    'close',
    'Close an organisation: `on` is its last day',
    closeInput.omit(own),
    closeOrganisation,
  );
  const bare = organisationInput.omit(own);
  act('reopen', 'Take a closing back', bare, reopenOrganisation);
  act('restore', 'Take a deletion back', bare, restoreOrganisation);
  api.endpoint({
    method: 'post',
    path: '/organisations/{code}/code',
    tag,
    summary: 'Give another code; the old one keeps leading here',
    params: byCode,
    body: z.strictObject({ code: codeInput.shape.code, version: codeInput.shape.version }),
    response: codeView,
    words,
    handler: ({ cx, params, body }) =>
      done(cx, changeOrganisationCode, { ...sent(body), organisation: params.code }),
  });
}

/** Affiliations and facts by their own address. */
export function recordWrites(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/affiliations',
    tag,
    summary: 'Put an organisation under another',
    body: affiliateInput,
    response: pidView,
    status: 201,
    words,
    handler: ({ cx, body }) => done(cx, affiliate, body),
  });
  api.endpoint({
    method: 'patch',
    path: '/affiliations/{pid}',
    tag,
    summary: 'End an affiliation: `to` is its last day',
    params: byPid,
    body: endAffiliationInput.omit({ affiliation: true }),
    response: pidView,
    words,
    handler: ({ cx, params, body }) =>
      done(cx, endAffiliation, { ...sent(body), affiliation: params.pid }),
  });
  const removal = <I extends z.ZodType, L, M, R>(
    noun: 'affiliations' | 'facts',
    key: 'affiliation' | 'fact',
    remove: Command<I, L, R>,
    restore: Command<I, M, R>,
  ) => {
    api.endpoint({
      method: 'delete',
      path: `/${noun}/{pid}`,
      tag,
      summary: 'Delete what was recorded by mistake; restorable for 30 days',
      params: byPid,
      query: versionQuery,
      status: 204,
      words,
      handler: ({ cx, params, query }) =>
        done(cx, remove, { [key]: params.pid, version: query.version }),
    });
    api.endpoint({
      method: 'post',
      path: `/${noun}/{pid}/restore`,
      tag,
      summary: 'Take a deletion back',
      params: byPid,
      response: pidView,
      words,
      handler: ({ cx, params }) => done(cx, restore, { [key]: params.pid }),
    });
  };
  removal('affiliations', 'affiliation', deleteAffiliation, restoreAffiliation);
  removal('facts', 'fact', deleteFact, restoreFact);
}
