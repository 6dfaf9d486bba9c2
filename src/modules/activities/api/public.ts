import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { getInstallation } from '../../../platform/settings.ts';
import { organisationId } from '../../organisations/index.ts';
import { publicActivities, publicActivity } from '../queries/index.ts';
import { roles } from '../rules.ts';
import type { PublicActivity } from '../schema/index.ts';

const tag = 'activities';
const path = '/public-activities';

const shape = z.object({
  pid: z.string(),
  organisation: z.string().describe('Code'),
  kind: z.string(),
  kind_name: z.string(),
  title: z.string(),
  starts_on: z.iso.date(),
  ends_on: z.iso.date().nullable(),
  role: z.enum(roles),
  place: z.string().nullable(),
});

const view = (one: PublicActivity): z.output<typeof shape> => ({
  pid: one.pid,
  organisation: one.organisationCode,
  kind: one.kind,
  kind_name: one.kindName,
  title: one.title,
  starts_on: one.startsOn,
  ends_on: one.endsOn,
  role: one.role,
  place: one.place,
});

async function rootId(cx: Cx): Promise<string> {
  const installation = await getInstallation(cx.db);
  if (installation === null) throw new NotFound('installation');
  return installation.rootOrganisationId;
}

/** What everybody may know of activities, without a token. */
export function publicDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    access: 'public',
    summary: 'Activities of the kinds that everybody may know of, the latest first',
    query: z.object({
      ...pageQuery,
      organisation: z.string().optional().describe('Code: of it and those below it'),
      q: optionalText(200).describe('Words, with or without marks'),
      kind: z.string().max(60).optional(),
      year: z.coerce.number().int().min(1).max(9998).optional(),
      when: z.enum(['coming', 'past']).optional(),
    }),
    response: listOf(shape),
    handler: async ({ cx, c, query }) => {
      const { page, size, organisation, q, kind, year, when } = query;
      const { rows, total } = await publicActivities(cx, {
        under:
          organisation === undefined ? await rootId(cx) : await organisationId(cx, organisation),
        q: q ?? '',
        kind: kind ?? '',
        year: year ?? null,
        ...(when === undefined ? {} : { when }),
        page,
        size,
      });
      return pageOf(c, rows.map(view), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    access: 'public',
    summary: 'One of them',
    params: byPid,
    response: shape,
    handler: async ({ cx, params }) => {
      const one = await publicActivity(cx, await rootId(cx), params.pid);
      if (one === null) throw new NotFound('activity');
      return view(one);
    },
  });
}
