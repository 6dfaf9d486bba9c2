import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { code } from '../../../platform/forms/fields.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { may } from '../../../platform/policy.ts';
import { byPid, deletionEndpoints } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { articleRead } from '../policy.ts';
import { liveSection, rulesOf, sectionsOf } from '../queries/index.ts';
import { arrangeInput, rulesInput, sectionBody, sectionChanges } from '../schema/index.ts';
import {
  arrangeSections,
  createSection,
  editSection,
  sectionDeletion,
  setRules,
} from '../service/index.ts';
import { articleIssues } from '../vi/index.ts';
import { sectionAnswer, sectionShape, sectionView } from './views.ts';

const tag = 'sections';

export function sectionEndpoints(api: Api): void {
  treeEndpoints(api);
  writeEndpoints(api);
  deletingEndpoints(api);
  rulesEndpoints(api);
}

/** @throws NotFound for an organisation whose office the actor may not see */
async function seenOffice(cx: Cx, code: string): Promise<string> {
  const id = await organisationId(cx, code);
  if (!(await may(cx, articleRead, id))) throw new NotFound('organisation');
  return id;
}

async function treeOf(cx: Cx, id: string) {
  const sections = await sectionsOf(cx.db, id);
  return sections.map((section) => sectionView(section, sections));
}

function treeEndpoints(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/sections',
    tag,
    summary: 'The sections of an organisation, each followed by those below it',
    query: z.object({ organisation: code() }),
    response: z.array(sectionShape),
    handler: async ({ cx, query }) => treeOf(cx, await seenOffice(cx, query.organisation)),
  });
  api.endpoint({
    method: 'put',
    path: '/sections/order',
    tag,
    summary: 'Put all sections of one parent into an order',
    body: arrangeInput,
    response: z.array(sectionShape),
    words: articleIssues,
    handler: async ({ cx, body }) => {
      settled(await execute(cx, arrangeSections, body), articleIssues);
      return treeOf(
        cx,
        await organisationId(cx, String((body as { organisation: unknown }).organisation)),
      );
    },
  });
}

function writeEndpoints(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/sections',
    tag,
    summary: 'A new section, or one below another',
    body: sectionBody,
    response: sectionShape,
    status: 201,
    words: articleIssues,
    handler: async ({ cx, body }) =>
      sectionAnswer(cx, settled(await execute(cx, createSection, body), articleIssues).pid),
  });
  api.endpoint({
    method: 'get',
    path: '/sections/{pid}',
    tag,
    summary: 'One section',
    params: byPid,
    response: sectionShape,
    handler: async ({ cx, params }) => sectionAnswer(cx, (await liveSection(cx, params.pid)).pid),
  });
  api.endpoint({
    method: 'patch',
    path: '/sections/{pid}',
    tag,
    summary: 'Change a section; what is left out stays',
    params: byPid,
    body: sectionChanges,
    response: sectionShape,
    words: articleIssues,
    handler: async ({ cx, params, body }) => {
      const section = await liveSection(cx, params.pid);
      const all = await sectionsOf(cx.db, section.organisationId);
      const { name, slug, description, parent, version: stands } = sectionView(section, all);
      const now = { name, slug, description, parent, version: stands };
      const raw = { ...now, ...(body as Record<string, unknown>), pid: params.pid };
      settled(await execute(cx, editSection, raw), articleIssues);
      return sectionAnswer(cx, params.pid);
    },
  });
}

function deletingEndpoints(api: Api): void {
  deletionEndpoints(api, {
    path: '/sections/{pid}',
    tag,
    remove: 'Delete a section in which nothing stands; it can be taken back for 30 days',
    restore: 'Take a deleted section back',
    response: sectionShape,
    words: articleIssues,
    deletion: sectionDeletion,
    answer: sectionAnswer,
  });
}

function rulesEndpoints(api: Api): void {
  const response = z.object({
    editing: z.boolean(),
    approval: z.boolean(),
    own: z.boolean(),
    version: z.number().int().describe('0 as long as the office has set none'),
  });
  api.endpoint({
    method: 'get',
    path: '/article-rules',
    tag: 'articles',
    summary: 'What an office asks of its articles before they are public',
    query: z.object({ organisation: code() }),
    response,
    handler: async ({ cx, query }) => rulesOf(cx.db, await seenOffice(cx, query.organisation)),
  });
  api.endpoint({
    method: 'put',
    path: '/article-rules',
    tag: 'articles',
    summary: 'Set what an office asks of its articles',
    body: rulesInput,
    response,
    words: articleIssues,
    handler: async ({ cx, body }) => {
      settled(await execute(cx, setRules, body), articleIssues);
      const { organisation } = body as { organisation: string };
      return rulesOf(cx.db, await organisationId(cx, organisation));
    },
  });
}
