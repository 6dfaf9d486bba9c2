import { z } from 'zod';
import { type Command, type Cx, execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { version } from '../../../platform/forms/fields.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { findMembership, findPost } from '../queries/index.ts';
import {
  type Membership,
  membershipEditInput,
  membershipEndInput,
  membershipInput,
  type Post,
  postEditInput,
  postInput,
} from '../schema/index.ts';
import {
  addMembership,
  addPost,
  editMembership,
  editPost,
  endMembership,
  removeMembership,
  removePost,
  reopenMembership,
} from '../service/index.ts';
import { personIssues as words } from '../vi.ts';
import { membershipShape, membershipView, postShape, postView } from './views.ts';

async function membership(cx: Cx, pid: string): Promise<Membership> {
  const found = await findMembership(cx, pid);
  if (found === null) throw new NotFound('membership');
  return found;
}

async function post(cx: Cx, pid: string): Promise<Post> {
  const found = await findPost(cx, pid);
  if (found === null) throw new NotFound('post');
  return found;
}

const membershipAnswer = async (cx: Cx, pid: string) => membershipView(await membership(cx, pid));
const postAnswer = async (cx: Cx, pid: string) => postView(await post(cx, pid));

/** REST doors of memberships. */
export function membershipDoors(api: Api): void {
  const tag = 'memberships';
  const common = { tag, response: membershipShape, words } as const;
  api.endpoint({
    ...common,
    method: 'post',
    path: '/memberships',
    summary: 'Make a person a member of an organisation',
    body: membershipInput,
    status: 201,
    handler: async ({ cx, body }) =>
      membershipAnswer(cx, settled(await execute(cx, addMembership, body), words).pid),
  });
  api.endpoint({
    ...common,
    method: 'get',
    path: '/memberships/{pid}',
    summary: 'One membership',
    params: byPid,
    handler: ({ cx, params }) => membershipAnswer(cx, params.pid),
  });
  api.endpoint({
    ...common,
    method: 'patch',
    path: '/memberships/{pid}',
    summary: 'Change a membership; what is left out stays',
    params: byPid,
    body: membershipEditInput.omit({ pid: true }).partial(),
    handler: async ({ cx, params, body }) => {
      const found = await membership(cx, params.pid);
      const { branch, joined, kind, cardNumber, note, version: now } = found;
      const stands = { branch, joined, kind, card_number: cardNumber, note, version: now };
      settled(await execute(cx, editMembership, { ...stands, ...body, ...params }), words);
      return membershipAnswer(cx, params.pid);
    },
  });
  endDoors(api);
  removal(api, '/memberships/{pid}', tag, 'Delete a membership that never was', removeMembership);
}

function endDoors(api: Api): void {
  const common = { tag: 'memberships', response: membershipShape, words } as const;
  api.endpoint({
    ...common,
    method: 'post',
    path: '/memberships/{pid}/end',
    summary: 'The person leaves the organisation',
    params: byPid,
    body: membershipEndInput.omit({ pid: true }),
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, endMembership, { ...body, ...params }), words);
      return membershipAnswer(cx, params.pid);
    },
  });
  api.endpoint({
    ...common,
    method: 'post',
    path: '/memberships/{pid}/reopen',
    summary: 'Take the end of a membership back',
    params: byPid,
    handler: async ({ cx, params }) => {
      settled(await execute(cx, reopenMembership, params), words);
      return membershipAnswer(cx, params.pid);
    },
  });
}

/** REST doors of posts. */
export function postDoors(api: Api): void {
  const tag = 'posts';
  const common = { tag, response: postShape, words } as const;
  api.endpoint({
    ...common,
    method: 'post',
    path: '/posts',
    summary: 'Note what a person is in an organisation',
    body: postInput,
    status: 201,
    handler: async ({ cx, body }) =>
      postAnswer(cx, settled(await execute(cx, addPost, body), words).pid),
  });
  api.endpoint({
    ...common,
    method: 'patch',
    path: '/posts/{pid}',
    summary: 'Change a post; what is left out stays',
    params: byPid,
    body: postEditInput.omit({ pid: true }).partial(),
    handler: async ({ cx, params, body }) => {
      const found = postView(await post(cx, params.pid));
      const { title, from, last_day, decision, version: now } = found;
      const stands = { title, from, last_day, decision, version: now };
      settled(await execute(cx, editPost, { ...stands, ...body, ...params }), words);
      return postAnswer(cx, params.pid);
    },
  });
  removal(api, '/posts/{pid}', tag, 'Delete a post that never was', removePost);
}

function removal<Input extends z.ZodType, Loaded, Result>(
  api: Api,
  path: string,
  tag: string,
  summary: string,
  command: Command<Input, Loaded, Result>,
): void {
  api.endpoint({
    method: 'delete',
    path,
    tag,
    summary,
    params: byPid,
    query: z.object({ version: version() }),
    status: 204,
    handler: async ({ cx, params, query }) => {
      settled(await execute(cx, command, { ...params, ...query }));
    },
  });
}
