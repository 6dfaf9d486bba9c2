import type { z } from 'zod';
import { type Cx, execute } from '../../platform/command.ts';
import { NotFound } from '../../platform/errors.ts';
import { type Api, listOf, settled } from '../../platform/http/api.ts';
import { permittedRoots } from '../../platform/policy.ts';
import { byPid, deletionEndpoints } from '../../platform/records/endpoints.ts';
import { templateRead } from './policy.ts';
import { liveTemplates, templateByPid } from './queries.ts';
import { rowsOf } from './rules/index.ts';
import {
  type contentView,
  copyInput,
  createInput,
  editInput,
  type Template,
  templateItem,
  templateView,
} from './schema.ts';
import { copyTemplate, createTemplate, editTemplate, templateDeletion } from './service.ts';
import { templateIssues as words } from './vi.ts';

const tag = 'report templates';

/** @throws NotFound for one who works in no office */
function requireReader(cx: Cx): void {
  const roots = permittedRoots(cx.actor, templateRead);
  if (roots !== 'all' && roots.length === 0) throw new NotFound('report_template');
}

const about = (template: Template) => ({
  pid: template.pid,
  code: template.code,
  name: template.name,
  period_kind: template.periodKind,
  legal_basis: template.legalBasis,
  sample: template.sample,
  version: template.version,
});

async function answer(cx: Cx, pid: string) {
  const template = await templateByPid(cx.db, pid);
  if (template === null || template.deletedAt !== null) throw new NotFound('report_template');
  return { ...about(template), content: template.content as z.output<typeof contentView> };
}

/** REST doors of report templates. */
export function templateApi(api: Api): void {
  readEndpoints(api);
  writeEndpoints(api);
  deleteEndpoints(api);
}

function readEndpoints(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/report-templates',
    tag,
    summary: 'What reports may be asked for',
    response: listOf(templateItem),
    handler: async ({ cx }) => {
      requireReader(cx);
      const items = (await liveTemplates(cx.db)).map((template) => ({
        ...about(template),
        sections: template.content.sections.length,
        rows: rowsOf(template.content).length,
      }));
      return { items, total: items.length, next: null };
    },
  });
  api.endpoint({
    method: 'get',
    path: '/report-templates/{pid}',
    tag,
    summary: 'One template with its sections and rows',
    params: byPid,
    response: templateView,
    handler: ({ cx, params }) => {
      requireReader(cx);
      return answer(cx, params.pid);
    },
  });
}

function writeEndpoints(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/report-templates',
    tag,
    summary: 'Makes a template; without content it has no sections yet',
    body: createInput,
    response: templateView,
    status: 201,
    words,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await execute(cx, createTemplate, body), words).pid),
  });
  api.endpoint({
    method: 'patch',
    path: '/report-templates/{pid}',
    tag,
    summary: 'Changes a template; what is left out stays, content is replaced as a whole',
    params: byPid,
    body: editInput.omit({ pid: true }),
    response: templateView,
    words,
    handler: async ({ cx, params, body }) => {
      const raw = { ...(body as object), pid: params.pid };
      settled(await execute(cx, editTemplate, raw), words);
      return answer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'post',
    path: '/report-templates/{pid}/copies',
    tag,
    summary: 'Makes a template with the content of this one',
    params: byPid,
    body: copyInput.omit({ pid: true }),
    response: templateView,
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      const raw = { ...(body as object), pid: params.pid };
      return answer(cx, settled(await execute(cx, copyTemplate, raw), words).pid);
    },
  });
}

function deleteEndpoints(api: Api): void {
  deletionEndpoints(api, {
    path: '/report-templates/{pid}',
    tag,
    remove: 'Deletes a template; it can be taken back for 30 days, and rounds keep what they asked',
    restore: 'Takes a deleted template back',
    response: templateView,
    deletion: templateDeletion,
    answer,
  });
}
