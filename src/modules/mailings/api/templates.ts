import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid, deletionEndpoints } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { listTemplates, liveTemplate } from '../queries/index.ts';
import { templateBody, templateChanges } from '../schema.ts';
import { editTemplate, recordTemplate, templateDeletion } from '../service/index.ts';
import { mailingIssues as issueWords } from '../vi.ts';
import { templateAnswer, templateShape, templateView } from './views.ts';

const tag = 'mailings';

/** REST doors of templates. */
export function templateEndpoints(api: Api): void {
  readEndpoints(api);
  api.endpoint({
    method: 'post',
    path: '/mailing-templates',
    tag,
    summary: 'Write a template',
    body: templateBody,
    response: templateShape,
    status: 201,
    words: issueWords,
    handler: async ({ cx, body }) =>
      templateAnswer(cx, settled(await execute(cx, recordTemplate, body), issueWords).pid),
  });
  api.endpoint({
    method: 'patch',
    path: '/mailing-templates/{pid}',
    tag,
    summary: 'Change a template; what is left out stays',
    params: byPid,
    body: templateChanges,
    response: templateShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      const { name, subject, body: text, version: stands } = await liveTemplate(cx, params.pid);
      const now = { name, subject, body: text, version: stands };
      const raw = { ...now, ...(body as Record<string, unknown>), pid: params.pid };
      settled(await execute(cx, editTemplate, raw), issueWords);
      return templateAnswer(cx, params.pid);
    },
  });
  deleteEndpoints(api);
}

function readEndpoints(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/mailing-templates',
    tag,
    summary: 'Templates that the account may see, by name',
    query: z.object({
      ...pageQuery,
      organisation: z.string().optional().describe('Code: its own templates only'),
    }),
    response: listOf(templateShape),
    handler: async ({ cx, c, query }) => {
      const { page, size, organisation } = query;
      const under = organisation === undefined ? null : await organisationId(cx, organisation);
      const { rows, total } = await listTemplates(cx, { under, page, size });
      return pageOf(c, rows.map(templateView), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/mailing-templates/{pid}',
    tag,
    summary: 'One template',
    params: byPid,
    response: templateShape,
    handler: ({ cx, params }) => templateAnswer(cx, params.pid),
  });
}

function deleteEndpoints(api: Api): void {
  deletionEndpoints(api, {
    path: '/mailing-templates/{pid}',
    tag,
    remove: 'Delete a template; it can be taken back for 30 days',
    restore: 'Take a deleted template back',
    response: templateShape,
    deletion: templateDeletion,
    answer: templateAnswer,
  });
}
