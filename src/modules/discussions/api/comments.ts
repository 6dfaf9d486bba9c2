import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { commentByPid, commentsOf, listQueue, queueViews } from '../queries/index.ts';
import { commentOrders } from '../rules/index.ts';
import { actBody, approveBody, eraseBody, replyBody } from '../schema/index.ts';
import {
  approveComment,
  eraseWriter,
  hideComment,
  keepComment,
  refuseComment,
  replyComment,
  restoreComment,
  subjectOf,
} from '../service/index.ts';
import { ownIssues as words } from '../vi/index.ts';
import { commentShape, commentView, threadShape, threadView } from './views.ts';

const tag = 'discussions';

/** REST doors of comments. Writing one, agreeing with one and reporting one is for readers of a page. */
export function commentApi(api: Api): void {
  readDoors(api);
  actDoor(api, 'refuse', 'Put aside what waits; it is kept for 30 days', refuseComment);
  actDoor(api, 'hide', 'Take back what everybody saw; the reason is required', hideComment);
  actDoor(api, 'restore', 'Show again what was hidden', restoreComment);
  actDoor(api, 'keep', 'Find that a reported comment is fine', keepComment);
  eraseDoor(api);
  api.endpoint({
    method: 'post',
    path: '/comments/{pid}/approve',
    tag,
    summary: 'Publish what waits or was refused',
    params: byPid,
    body: approveBody,
    response: commentShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, approveComment, { ...(body as object), ...params }), words);
      return commentView(await commentByPid(cx, params.pid));
    },
  });
  api.endpoint({
    method: 'post',
    path: '/comments/{pid}/replies',
    tag,
    summary:
      'Answer in the name of the organisation, or of the author; what waits is published with it',
    params: byPid,
    body: replyBody,
    response: commentShape,
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      const { pid } = settled(
        await execute(cx, replyComment, { ...(body as object), ...params }),
        words,
      );
      return commentView(await commentByPid(cx, pid));
    },
  });
}

/** Who wrote asks to be forgotten. */
function eraseDoor(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/comments/{pid}/erase',
    tag,
    summary:
      'Forget who wrote it, here and in all comments of the same writer; with `text` the words too; cannot be taken back',
    params: byPid,
    body: eraseBody,
    response: z.object({ pid: z.string(), comments: z.number().int() }),
    words,
    handler: async ({ cx, params, body }) =>
      settled(await execute(cx, eraseWriter, { ...(body as object), ...params }), words),
  });
}

function actDoor(api: Api, act: string, summary: string, command: typeof hideComment): void {
  api.endpoint({
    method: 'post',
    path: `/comments/{pid}/${act}`,
    tag,
    summary,
    params: byPid,
    body: actBody,
    response: commentShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, command, { ...(body as object), ...params }), words);
      return commentView(await commentByPid(cx, params.pid));
    },
  });
}

function readDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/public-comments/{kind}/{pid}',
    tag,
    summary: 'What everybody sees of the comments on something that is published',
    access: 'public',
    params: z.object({ kind: z.string().describe("'article'"), pid: z.string() }),
    query: z.object({ ...pageQuery, order: z.enum(commentOrders).default('newest') }),
    response: listOf(threadShape),
    handler: async ({ cx, c, params, query }) => {
      const { order, page, size } = query;
      if ((await subjectOf(cx, params)) === null) throw new NotFound('subject');
      const found = await commentsOf(cx.db, params, { order, page, size });
      return pageOf(c, found.threads.map(threadView), found.total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/comment-queue',
    tag,
    summary: 'Comments as the office sees them; those that wait, the oldest first',
    query: z.object({
      ...pageQuery,
      organisation: z.string().optional().describe('Code'),
      view: z.enum(queueViews).default('held'),
      q: z.string().max(200).optional(),
      subject: z
        .string()
        .max(40)
        .optional()
        .describe('Public id of what is talked about: an article'),
    }),
    response: listOf(commentShape),
    handler: async ({ cx, c, query }) => {
      const { organisation, view, q, subject, page, size } = query;
      const { rows, total } = await listQueue(cx, {
        organisation: organisation === undefined ? null : await organisationId(cx, organisation),
        view,
        q: q ?? '',
        subject: subject ?? null,
        page,
        size,
      });
      return pageOf(c, rows.map(commentView), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/comment-queue/{pid}',
    tag,
    summary: 'A comment as the office sees it',
    params: byPid,
    response: commentShape,
    handler: async ({ cx, params }) => commentView(await commentByPid(cx, params.pid)),
  });
}
