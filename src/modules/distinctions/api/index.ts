import { z } from 'zod';
import { type Api, listOf, pageOf, settled } from '../../../platform/http/api.ts';
import {
  byPid,
  orderOf,
  recordEndpoints,
  recordListQuery,
} from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import {
  allTitles,
  type DistinctionOrder,
  listDistinctions,
  liveDistinction,
} from '../queries/index.ts';
import { levels, recipients } from '../rules.ts';
import { distinctionBody, distinctionChanges } from '../schema.ts';
import {
  changedInput,
  distinctionDeletion,
  distinctionFiles,
  editDistinction,
  recordDistinction,
} from '../service/index.ts';
import { distinctionIssues as issueWords } from '../vi.ts';
import { revocationDoors } from './revoking.ts';
import { answer, distinctionShape, shown, titleShape } from './views.ts';

const sorts = [
  'day',
  '-day',
  'title',
  '-title',
  'recipient',
  '-recipient',
  'organisation',
  '-organisation',
] as const;

const listQuery = z.object({
  ...recordListQuery,
  title: z.string().optional(),
  level: z.enum(levels).optional(),
  recipient: z.enum(recipients).optional(),
  sort: z.enum(sorts).default('-day'),
});

const tag = 'distinctions';

/** REST doors of distinctions. */
export function distinctionApi(api: Api): void {
  listDoors(api);
  writeDoors(api);
  recordEndpoints(api, {
    path: '/distinctions',
    tag,
    noun: 'distinction',
    response: distinctionShape,
    words: issueWords,
    deletion: distinctionDeletion,
    files: distinctionFiles,
    answer,
  });
  revocationDoors(api);
}

function listDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/distinctions',
    tag,
    summary: 'Distinctions that the account may see',
    query: listQuery,
    response: listOf(distinctionShape),
    words: issueWords,
    handler: async ({ cx, c, query }) => {
      const { page, size, org, sort, ...filter } = query;
      const { rows, total } = await listDistinctions(cx, {
        under: org === undefined ? null : await organisationId(cx, org),
        organisation: filter.organisation ?? null,
        title: filter.title ?? null,
        level: filter.level ?? null,
        recipient: filter.recipient ?? null,
        from: filter.from,
        to: filter.to,
        q: filter.q ?? '',
        ...orderOf<DistinctionOrder['sort']>(sort),
        page,
        size,
      });
      return pageOf(c, await shown(cx, rows), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/distinction-titles',
    tag,
    summary: 'Titles and forms that can be given',
    response: listOf(titleShape),
    handler: async ({ cx }) => {
      const items = [...(await allTitles(cx.db)).values()];
      return { items, total: items.length, next: null };
    },
  });
}

function writeDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: '/distinctions',
    tag,
    summary: 'Record a distinction; a person is named in full or by public id',
    body: distinctionBody,
    response: distinctionShape,
    status: 201,
    words: issueWords,
    handler: async ({ cx, body }) =>
      answer(cx, settled(await recordDistinction(cx, body), issueWords).pid),
  });
  api.endpoint({
    method: 'patch',
    path: '/distinctions/{pid}',
    tag,
    summary: 'Change a distinction; what is left out stays',
    params: byPid,
    body: distinctionChanges,
    response: distinctionShape,
    words: issueWords,
    handler: async ({ cx, params, body }) => {
      const distinction = await liveDistinction(cx, params.pid);
      const raw = changedInput(distinction, body as Record<string, unknown>);
      settled(await editDistinction(cx, raw), issueWords);
      return answer(cx, params.pid);
    },
  });
}
