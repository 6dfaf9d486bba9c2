import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { version } from '../../../platform/forms/fields.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { liveArticle, versionNumbered, versionsOf } from '../queries/index.ts';
import { compare } from '../rules/index.ts';
import { restoreVersion } from '../service/index.ts';
import { articleIssues } from '../vi/index.ts';
import {
  answer,
  contentView,
  oneArticleShape,
  oneVersionShape,
  transitionShape,
  transitionsAnswer,
  versionShape,
  versionView,
} from './views.ts';

const tag = 'articles';
const byNumber = byPid.extend({ number: z.coerce.number().int().min(1).max(1_000_000) });
const piece = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
const paragraphs = z.array(z.array(piece));

/** REST doors of the versions of an article, and of who did what with it. */
export function versionEndpoints(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/articles/{pid}/versions',
    tag,
    summary: 'Every save that changed what is written, the newest first',
    params: byPid,
    response: z.array(versionShape),
    handler: async ({ cx, params }) => {
      const { id } = await liveArticle(cx, params.pid);
      return (await versionsOf(cx.db, id)).map(versionView);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/articles/{pid}/versions/{number}',
    tag,
    summary: 'One version',
    params: byNumber,
    response: oneVersionShape,
    handler: async ({ cx, params }) => {
      const { id } = await liveArticle(cx, params.pid);
      const found = await versionNumbered(cx.db, id, params.number);
      const { title } = found.content;
      return { ...versionView({ ...found, title }), content: contentView(found.content) };
    },
  });
  compareEndpoint(api);
  api.endpoint({
    method: 'post',
    path: '/articles/{pid}/versions/{number}/restore',
    tag,
    summary: 'Bring an earlier version back, as a new one',
    params: byNumber,
    query: z.object({ version: version() }),
    response: oneArticleShape,
    words: articleIssues,
    handler: async ({ cx, params, query }) => {
      const raw = { ...params, ...query };
      settled(await execute(cx, restoreVersion, raw), articleIssues);
      return answer(cx, params.pid);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/articles/{pid}/transitions',
    tag,
    summary: 'Who did what with it, in its order',
    params: byPid,
    response: z.array(transitionShape),
    handler: async ({ cx, params }) =>
      transitionsAnswer(cx, (await liveArticle(cx, params.pid)).id),
  });
}

function compareEndpoint(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/articles/{pid}/versions/{number}/changes',
    tag,
    summary:
      'What a version has that an earlier one (`since`, the one before when left out) has not',
    params: byNumber,
    query: z.object({ since: z.coerce.number().int().min(1).max(1_000_000).optional() }),
    response: z.object({
      same: z.boolean(),
      title: paragraphs,
      lead: paragraphs,
      body: paragraphs,
      added: z.array(z.string()),
      removed: z.array(z.string()),
      fields: z.array(z.object({ field: z.string(), old: z.string(), now: z.string() })),
      shape: z.boolean(),
    }),
    handler: async ({ cx, params, query }) => {
      const { id } = await liveArticle(cx, params.pid);
      const since = query.since ?? Math.max(1, params.number - 1);
      const old = await versionNumbered(cx.db, id, since);
      const now = await versionNumbered(cx.db, id, params.number);
      return compare(old.content, now.content);
    },
  });
}
