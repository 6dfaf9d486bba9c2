import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { version } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid, deletionEndpoints } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { findPoll, listPolls, publicPoll, publicPolls } from '../queries/index.ts';
import { phaseOf, pollStates } from '../rules/index.ts';
import { editPollBody, pollBody } from '../schema/index.ts';
import {
  closePoll,
  createPoll,
  editPoll,
  openPollForVotes,
  pollDeletion,
} from '../service/index.ts';
import { ownIssues as words } from '../vi/index.ts';
import { pollShape, pollView, publicPollShape, publicPollView } from './views.ts';

const tag = 'discussions';

async function viewOf(cx: Cx, pid: string) {
  const poll = await findPoll(cx, pid);
  if (poll === null || poll.deletedAt !== null) throw new NotFound('poll');
  return pollView(poll, phaseOf(poll, cx.clock.today()));
}

/** REST doors of polls. Voting is for readers of a page. */
export function pollApi(api: Api): void {
  publicDoors(api);
  listDoors(api);
  writeDoors(api);
  deletionEndpoints(api, {
    path: '/polls/{pid}',
    tag,
    remove: 'Delete a poll that is not open; it can be restored within 30 days',
    restore: 'Take the deletion of a poll back',
    response: pollShape,
    words,
    deletion: pollDeletion,
    answer: viewOf,
  });
}

function publicDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/public-polls',
    tag,
    summary: 'The polls of a site; how one came out is told once it is over',
    access: 'public',
    query: z.object({ ...pageQuery, organisation: z.string().describe('Code') }),
    response: listOf(publicPollShape),
    handler: async ({ cx, c, query }) => {
      const { page, size } = query;
      const today = cx.clock.today();
      const { rows, total } = await publicPolls(cx.db, {
        organisationId: await organisationId(cx, query.organisation),
        today,
        page,
        size,
      });
      const items = rows.map((poll) => publicPollView(poll, phaseOf(poll, today)));
      return pageOf(c, items, total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/public-polls/{pid}',
    tag,
    summary: 'A poll as everybody sees it',
    access: 'public',
    params: byPid,
    response: publicPollShape,
    handler: async ({ cx, params }) => {
      const poll = await publicPoll(cx.db, params.pid);
      if (poll === null) throw new NotFound('poll');
      return publicPollView(poll, phaseOf(poll, cx.clock.today()));
    },
  });
}

function listDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/polls',
    tag,
    summary: 'Polls as the office sees them, the newest first',
    query: z.object({
      ...pageQuery,
      organisation: z.string().optional().describe('Code'),
      state: z.enum(pollStates).optional(),
      q: z.string().max(200).optional(),
    }),
    response: listOf(pollShape),
    handler: async ({ cx, c, query }) => {
      const { organisation, state, q, page, size } = query;
      const { rows, total } = await listPolls(cx, {
        organisation: organisation === undefined ? null : await organisationId(cx, organisation),
        state: state ?? null,
        q: q ?? '',
        page,
        size,
      });
      const today = cx.clock.today();
      const items = rows.map((poll) => pollView(poll, phaseOf(poll, today)));
      return pageOf(c, items, total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/polls/{pid}',
    tag,
    summary: 'A poll as the office sees it, with how it stands',
    params: byPid,
    response: pollShape,
    handler: ({ cx, params }) => viewOf(cx, params.pid),
  });
}

function writeDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/polls',
    tag,
    summary: 'Make a poll, as a draft; the answers one a line',
    body: pollBody.extend({ organisation: z.string().describe('Code') }),
    response: pollShape,
    status: 201,
    words,
    handler: async ({ cx, body }) => {
      const { pid } = settled(await execute(cx, createPoll, body), words);
      return viewOf(cx, pid);
    },
  });
  api.endpoint({
    method: 'put',
    path: '/polls/{pid}',
    tag,
    summary: 'Change a poll; once somebody has voted, question and answers stay',
    params: byPid,
    body: editPollBody,
    response: pollShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, editPoll, { ...(body as object), ...params }), words);
      return viewOf(cx, params.pid);
    },
  });
  for (const [act, command, summary] of [
    ['open', openPollForVotes, 'Let readers vote'],
    ['close', closePoll, 'End a poll for good'],
  ] as const)
    api.endpoint({
      method: 'post',
      path: `/polls/{pid}/${act}`,
      tag,
      summary,
      params: byPid,
      body: z.strictObject({ version: version() }),
      response: pollShape,
      words,
      handler: async ({ cx, params, body }) => {
        const raw = { ...(body as object), ...params };
        settled(await execute(cx, command as typeof closePoll, raw), words);
        return viewOf(cx, params.pid);
      },
    });
}
