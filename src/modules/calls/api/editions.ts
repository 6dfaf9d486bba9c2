import { z } from 'zod';
import { type Cx, execute } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { optionalText, version } from '../../../platform/forms/fields.ts';
import {
  type Api,
  listOf,
  pageOf,
  pageQuery,
  readInput,
  settled,
} from '../../../platform/http/api.ts';
import { may } from '../../../platform/policy.ts';
import { byPid, deletionEndpoints } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { callManage } from '../policy.ts';
import { editionByPid, listEditions, revisionsOf } from '../queries/index.ts';
import {
  checkEdition,
  diffEditions,
  type EditionContent,
  missingForOpening,
} from '../rules/index.ts';
import {
  copyInput,
  editionContent,
  editionEdit,
  editionInput,
  editionStates,
} from '../schema/index.ts';
import {
  closeEdition,
  copyEdition,
  createEdition,
  editEdition,
  editionDeletion,
  openEdition,
  reopenEdition,
} from '../service/index.ts';
import { samples, sayChange, callsIssues as words } from '../vi/index.ts';
import {
  changeShape,
  editionShape,
  editionView,
  listedEditionShape,
  listedEditionView,
  revisionShape,
  revisionView,
  sampleShape,
} from './views.ts';

const tag = 'calls';
const path = '/editions';

const answer = async (cx: Cx, pid: string) => editionView(await editionByPid(cx, pid));

/** REST doors of editions. */
export function editionDoors(api: Api): void {
  readDoors(api);
  historyDoors(api);
  writeDoors(api);
  stateDoors(api);
  deletionDoors(api);
}

function readDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'Editions of contests, honours and selections; drafts for those of the office',
    query: z.object({
      ...pageQuery,
      organisation: z.string().optional().describe('Code of the union that holds them'),
      state: z.enum(editionStates).optional(),
      q: optionalText(200),
    }),
    response: listOf(listedEditionShape),
    words,
    handler: async ({ cx, c, query }) => {
      const { page, size, organisation, state, q } = query;
      const of = organisation === undefined ? null : await organisationId(cx, organisation);
      const asked = { organisation: of, state: state ?? null, q: q ?? '', page, size };
      const { rows, total } = await listEditions(cx, asked);
      return pageOf(c, rows.map(listedEditionView), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    summary: 'One edition with all that it sets',
    params: byPid,
    response: editionShape,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
  api.endpoint({
    method: 'get',
    path: '/edition-samples',
    tag,
    summary: 'Ready editions to begin with',
    response: listOf(sampleShape),
    handler: async () => ({
      items: samples.map((sample) => ({ ...sample, content: { ...sample.content } })),
      total: samples.length,
      next: null,
    }),
  });
}

const changesOf = (before: EditionContent, after: EditionContent) =>
  diffEditions(before, after).map((one) => ({
    path: one.path,
    effect: one.effect,
    words: sayChange(one),
  }));

const problem = z.object({ path: z.string(), code: z.string(), words: z.string() });

const previewInput = z.strictObject({ content: editionContent });

function historyDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}/revisions`,
    tag,
    summary: 'What held from when on since it was opened, and what each change did to whom',
    params: byPid,
    response: listOf(revisionShape),
    handler: async ({ cx, params }) => {
      const edition = await editionByPid(cx, params.pid);
      const revisions = await revisionsOf(cx.db, edition.id);
      const items = revisions.map((one, at) => {
        const before = revisions[at - 1];
        return revisionView(one, before ? changesOf(before.content, one.content) : []);
      });
      return { items, total: items.length, next: null };
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/{pid}/preview`,
    tag,
    summary: 'What a change would do to whom, and what would be wrong with it; nothing is written',
    params: byPid,
    body: previewInput,
    response: z.object({
      changes: z.array(changeShape),
      contradictions: z.array(problem),
      missing: z.array(problem).describe('Still to be set before it can be opened'),
    }),
    words,
    handler: async ({ cx, params, body }) => {
      const edition = await editionByPid(cx, params.pid);
      if (!(await may(cx, callManage, edition.organisation.id)))
        throw new Forbidden(callManage.name);
      const { content } = readInput(previewInput, body, words);
      const said = (issues: ReturnType<typeof checkEdition>) =>
        issues.map((one) => ({
          path: one.path,
          code: one.code,
          words: words[one.code]?.(one.data ?? {}) ?? one.code,
        }));
      return {
        changes: changesOf(edition.content, content),
        contradictions: said(checkEdition(content)),
        missing: said(missingForOpening(content)),
      };
    },
  });
}

function writeDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path,
    tag,
    summary: 'Make an edition as a draft, from a sample or with content of your own',
    body: editionInput,
    response: editionShape,
    status: 201,
    words,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await execute(cx, createEdition, body), words).pid),
  });
  api.endpoint({
    method: 'patch',
    path: `${path}/{pid}`,
    tag,
    summary:
      'Change an edition: what is left out stays, content is replaced as a whole; with a reason once it is open',
    params: byPid,
    body: editionEdit.omit({ pid: true }),
    response: editionShape,
    words,
    handler: async ({ cx, params, body }) => {
      const raw = { ...(body as object), pid: params.pid };
      settled(await execute(cx, editEdition, raw), words);
      return answer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/{pid}/copies`,
    tag,
    summary: 'Make the next edition of the same as a draft, years and windows moved on',
    params: byPid,
    body: copyInput.omit({ pid: true }),
    response: editionShape,
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      const raw = { ...(body as object), pid: params.pid };
      return answer(cx, settled(await execute(cx, copyEdition, raw), words).pid);
    },
  });
}

function stateDoors(api: Api): void {
  const acts = [
    ['open', openEdition, 'Tell the public: nothing may be missing'],
    ['close', closeEdition, 'End it: nothing of it changes any more'],
    ['reopen', reopenEdition, 'Open again what was ended'],
  ] as const;
  for (const [name, act, summary] of acts)
    api.endpoint({
      method: 'post',
      path: `${path}/{pid}/${name}`,
      tag,
      summary,
      params: byPid,
      body: z.strictObject({ version: version() }),
      response: editionShape,
      words,
      handler: async ({ cx, params, body }) => {
        settled(await execute(cx, act, { ...(body as object), pid: params.pid }), words);
        return answer(cx, params.pid);
      },
    });
}

function deletionDoors(api: Api): void {
  deletionEndpoints(api, {
    path: `${path}/{pid}`,
    tag,
    remove: 'Delete a draft; it can be taken back for 30 days',
    restore: 'Take a deleted draft back',
    response: editionShape,
    words,
    deletion: editionDeletion,
    answer,
  });
}
