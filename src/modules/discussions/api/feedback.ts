import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { may } from '../../../platform/policy.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { commentRead } from '../policy.ts';
import { feedbackByPid, feedbackViews, listFeedback, settingsOf } from '../queries/index.ts';
import { answerBody, closeBody, settingsBody } from '../schema/index.ts';
import { answerFeedback, closeFeedback, reopenFeedback, setDiscussions } from '../service/index.ts';
import { ownIssues as words } from '../vi/index.ts';
import { feedbackShape, feedbackView, settingsShape, settingsView } from './views.ts';

const tag = 'discussions';

/** REST doors of what readers write to the office. */
export function feedbackApi(api: Api): void {
  readDoors(api);
  for (const [act, command, body, summary] of [
    ['answer', answerFeedback, answerBody, 'Answer by e-mail'],
    ['close', closeFeedback, closeBody, 'Close without an answer by mail'],
    ['reopen', reopenFeedback, closeBody.pick({ version: true }), 'Open again what was closed'],
  ] as const)
    api.endpoint({
      method: 'post',
      path: `/feedback/{pid}/${act}`,
      tag,
      summary,
      params: byPid,
      body: body as z.ZodObject,
      response: feedbackShape,
      words,
      handler: async ({ cx, params, body: sent }) => {
        const raw = { ...(sent as object), ...params };
        settled(await execute(cx, command as typeof closeFeedback, raw), words);
        return feedbackView(await feedbackByPid(cx, params.pid));
      },
    });
}

function readDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/feedback',
    tag,
    summary: 'What readers wrote to offices',
    query: z.object({
      ...pageQuery,
      organisation: z.string().optional().describe('Code'),
      view: z.enum(feedbackViews).optional(),
      q: z.string().max(200).optional(),
    }),
    response: listOf(feedbackShape),
    handler: async ({ cx, c, query }) => {
      const { organisation, view, q, page, size } = query;
      const { rows, total } = await listFeedback(cx, {
        organisation: organisation === undefined ? null : await organisationId(cx, organisation),
        view: view ?? null,
        q: q ?? '',
        page,
        size,
      });
      return pageOf(c, rows.map(feedbackView), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/feedback/{pid}',
    tag,
    summary: 'One of them',
    params: byPid,
    response: feedbackShape,
    handler: async ({ cx, params }) => feedbackView(await feedbackByPid(cx, params.pid)),
  });
}

const ofSite = z.object({ organisation: z.string().describe('Code') });

/** How a site takes what readers write. */
export function settingsApi(api: Api): void {
  const path = '/discussion-settings/{organisation}';
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'How a site takes comments, feedback and letters',
    params: ofSite,
    response: settingsShape,
    handler: async ({ cx, params }) => {
      const id = await organisationId(cx, params.organisation);
      if (!(await may(cx, commentRead, id))) throw new NotFound('organisation');
      return settingsView(await settingsOf(cx.db, id));
    },
  });
  api.endpoint({
    method: 'put',
    path,
    tag,
    summary: 'Set that; words one a line',
    params: ofSite,
    body: settingsBody,
    response: settingsShape,
    words,
    handler: async ({ cx, params, body }) => {
      const id = await organisationId(cx, params.organisation);
      if (!(await may(cx, commentRead, id))) throw new NotFound('organisation');
      settled(await execute(cx, setDiscussions, { ...(body as object), ...params }), words);
      return settingsView(await settingsOf(cx.db, id));
    },
  });
}
