import { z } from 'zod';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { execute } from '../../../platform/command.ts';
import { optionalDay, optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid, deletionEndpoints, orderOf } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { listArticles, liveArticle } from '../queries/index.ts';
import { articleKinds, articleLanguages, articleStates } from '../rules/index.ts';
import { articleBody, articleChanges, fieldsOfContent } from '../schema/index.ts';
import { articleDeletion, changeArticle, createArticle } from '../service/index.ts';
import { articleIssues } from '../vi/index.ts';
import { answer, articleShape, articleView, oneArticleShape } from './views.ts';

const tag = 'articles';

export function articleEndpoints(api: Api): void {
  readEndpoints(api);
  writeEndpoints(api);
  deletingEndpoints(api);
}

function readEndpoints(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/articles',
    tag,
    summary: 'Articles that the account may see, in every state, the last changed first',
    query: z.object({
      ...pageQuery,
      organisation: z
        .string()
        .optional()
        .describe('Code: of this organisation and of those below it'),
      state: z.enum(articleStates).optional(),
      kind: z.enum(articleKinds).optional(),
      language: z.enum(articleLanguages).optional(),
      section: z.string().optional().describe('pid: in it, or in one below it'),
      author: optionalText(200),
      tag: z.string().optional().describe('Slug'),
      public: z.stringbool().optional().describe('Only those that the public reads'),
      from: optionalDay(),
      to: optionalDay(),
      q: optionalText(200),
      sort: z
        .enum(['changed', '-changed', 'published', '-published', 'title', '-title'])
        .default('-changed'),
    }),
    response: listOf(articleShape),
    handler: async ({ cx, c, query }) => {
      const { page, size, organisation, q, author, sort, ...rest } = query;
      const { rows, total } = await listArticles(cx, {
        under: organisation === undefined ? null : await organisationId(cx, organisation),
        q: q ?? '',
        author: author === null ? null : foldForSearch(author),
        state: rest.state ?? null,
        kind: rest.kind ?? null,
        language: rest.language ?? null,
        section: rest.section ?? null,
        tag: rest.tag ?? null,
        group: rest.public === true ? 'public' : null,
        from: rest.from,
        to: rest.to,
        ...orderOf(sort),
        page,
        size,
      });
      return pageOf(c, rows.map(articleView), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/articles/{pid}',
    tag,
    summary: 'One article with its newest version and what keeps it from being public',
    params: byPid,
    response: oneArticleShape,
    handler: ({ cx, params }) => answer(cx, params.pid),
  });
}

function writeEndpoints(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/articles',
    tag,
    summary: 'Write a draft; the body is the tree of the editor, or plain text',
    body: articleBody,
    response: oneArticleShape,
    status: 201,
    words: articleIssues,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await execute(cx, createArticle, body), articleIssues).pid),
  });
  api.endpoint({
    method: 'patch',
    path: '/articles/{pid}',
    tag,
    summary:
      'Change what is written; what is left out stays, and the public goes on reading the old',
    params: byPid,
    body: articleChanges,
    response: oneArticleShape,
    words: articleIssues,
    handler: async ({ cx, params, body }) => {
      const { content, version: stands } = await liveArticle(cx, params.pid);
      const now = { ...fieldsOfContent(content), version: stands };
      const raw = { ...now, ...(body as Record<string, unknown>), pid: params.pid };
      settled(await execute(cx, changeArticle, raw), articleIssues);
      return answer(cx, params.pid);
    },
  });
}

function deletingEndpoints(api: Api): void {
  deletionEndpoints(api, {
    path: '/articles/{pid}',
    tag,
    remove: 'Delete an article that the public does not read; it can be taken back for 30 days',
    restore: 'Take a deleted article back',
    response: oneArticleShape,
    words: articleIssues,
    deletion: articleDeletion,
    answer,
  });
}
