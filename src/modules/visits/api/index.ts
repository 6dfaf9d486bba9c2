import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { optionalDay } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery } from '../../../platform/http/api.ts';
import { may } from '../../../platform/policy.ts';
import { placeOf } from '../../organisations/index.ts';
import { visitRead } from '../policy.ts';
import { daysOf, siteCounts } from '../queries/index.ts';
import { spans } from '../rules/index.ts';
import { dayShape, mostReadShape, siteCountsShape } from '../schema.ts';
import { mostReadNamed } from '../service/index.ts';

const tag = 'visits';
const organisation = z.string().max(60).describe('Code of the organisation whose site it is');

/** REST doors of the counters: the sums for everybody, days and subjects for the office. */
export function visitApi(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/visits/counts',
    tag,
    access: 'public',
    summary: 'How often the public pages of a site were read until now',
    query: z.object({ organisation }),
    response: siteCountsShape,
    handler: async ({ cx, query }) => ({
      organisation: query.organisation,
      ...(await siteCounts(cx, await siteIdOf(cx, query.organisation))),
    }),
  });
  api.endpoint({
    method: 'get',
    path: '/visits',
    tag,
    summary: 'Pages, visits and reads of a site by day, newest first',
    query: z.object({ ...pageQuery, organisation, from: optionalDay(), to: optionalDay() }),
    response: listOf(dayShape),
    handler: async ({ cx, c, query }) => {
      const { page, size, from, to } = query;
      const days = await daysOf(cx.db, await officeIdOf(cx, query.organisation), { from, to });
      return pageOf(c, days.slice((page - 1) * size, page * size), days.length, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: '/visits/most-read',
    tag,
    summary: 'What was read most on a site: today, in 7 days, in 30 days, or ever',
    query: z.object({
      organisation,
      kind: z.string().max(40).default('article'),
      span: z.enum(spans).default('week'),
      size: z.coerce.number().int().min(1).max(200).default(20),
    }),
    response: z.object({ items: z.array(mostReadShape) }),
    handler: async ({ cx, query }) => {
      const { kind, span, size } = query;
      const organisationId = await officeIdOf(cx, query.organisation);
      const rows = await mostReadNamed(cx, { organisationId, kind, span, limit: size });
      return {
        items: rows.map(({ pid, reads, name }) => ({
          kind,
          pid,
          title: name?.title ?? null,
          href: name?.href ?? null,
          reads,
        })),
      };
    },
  });
}

async function siteIdOf(cx: Cx, code: string): Promise<string> {
  const place = await placeOf(cx.db, code, cx.clock.today());
  if (place === null || 'movedTo' in place) throw new NotFound('organisation');
  return place.organisationId;
}

async function officeIdOf(cx: Cx, code: string): Promise<string> {
  const id = await siteIdOf(cx, code);
  if (!(await may(cx, visitRead, id))) throw new NotFound('organisation');
  return id;
}
