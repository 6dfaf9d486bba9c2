import { z } from 'zod';
import { type Api, listOf, pageOf, settled } from '../../../platform/http/api.ts';
import {
  byPid,
  orderOf,
  recordEndpoints,
  recordListQuery,
} from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { type ActivityOrder, listActivities, liveActivity } from '../queries/index.ts';
import { roles } from '../rules.ts';
import { activityBody, activityChanges } from '../schema/index.ts';
import {
  activityDeletion,
  activityFiles,
  changedInput,
  editActivity,
  recordActivity,
} from '../service/index.ts';
import { activityIssues as issueWords } from '../vi.ts';
import { kindDoors } from './kinds.ts';
import { publicDoors } from './public.ts';
import { activityShape, answer, shown } from './views.ts';

const listQuery = z.object({
  ...recordListQuery,
  kind: z.string().optional(),
  role: z.enum(roles).optional(),
  sort: z.enum(['day', '-day', 'title', '-title', 'organisation', '-organisation']).default('-day'),
});

const tag = 'activities';

/** REST doors of activities and their kinds. */
export function activityApi(api: Api): void {
  listDoor(api);
  writeDoors(api);
  recordEndpoints(api, {
    path: '/activities',
    tag,
    noun: 'activity',
    response: activityShape,
    words: issueWords,
    deletion: activityDeletion,
    files: activityFiles,
    answer,
  });
  kindDoors(api);
  publicDoors(api);
}

function listDoor(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/activities',
    tag,
    summary: 'Activities that the account may see',
    query: listQuery,
    response: listOf(activityShape),
    words: issueWords,
    handler: async ({ cx, c, query }) => {
      const { page, size, org, sort, ...filter } = query;
      const { rows, total } = await listActivities(cx, {
        ...orderOf<ActivityOrder['sort']>(sort),
        under: org === undefined ? null : await organisationId(cx, org),
        organisation: filter.organisation ?? null,
        kind: filter.kind ?? null,
        role: filter.role ?? null,
        from: filter.from,
        to: filter.to,
        q: filter.q ?? '',
        page,
        size,
      });
      return pageOf(c, await shown(cx, rows), total, page, size);
    },
  });
}

function writeDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/activities',
    tag,
    summary: 'Record an activity; the own fields of its kind stand under data',
    body: activityBody,
    response: activityShape,
    status: 201,
    words: issueWords,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await recordActivity(cx, body), issueWords).pid),
  });
  api.endpoint({
    method: 'patch',
    path: '/activities/{pid}',
    tag,
    summary: 'Change an activity; what is left out stays, also inside data',
    params: byPid,
    body: activityChanges,
    response: activityShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      const activity = await liveActivity(cx, params.pid);
      const raw = changedInput(activity, body as Record<string, unknown>);
      settled(await editActivity(cx, raw), issueWords);
      return answer(cx, params.pid);
    },
  });
}
