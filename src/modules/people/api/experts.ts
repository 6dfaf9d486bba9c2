import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { getInstallation } from '../../../platform/settings.ts';
import { organisationId } from '../../organisations/index.ts';
import { expertByPid, expertFacets, listExperts } from '../queries/index.ts';
import type { Directory, Expert } from '../schema/index.ts';

const tag = 'people';
const path = '/public-experts';

const shape = z.object({
  pid: z.string(),
  family: z.string(),
  middle: z.string(),
  given: z.string(),
  degrees: z.array(z.string()).describe('Codes, the highest first'),
  field: z.string().nullable(),
  workplace: z.string().nullable(),
  organisations: z.array(z.object({ code: z.string(), name: z.string() })),
  posts: z.array(z.object({ title: z.string(), organisation: z.string() })),
});

const view = ({ id: _, ...told }: Expert): z.output<typeof shape> => ({
  ...told,
  degrees: [...told.degrees],
  organisations: [...told.organisations],
  posts: [...told.posts],
});

async function directoryAt(cx: Cx, code: string | undefined): Promise<Directory> {
  const installation = await getInstallation(cx.db);
  if (installation === null) throw new NotFound('installation');
  const root = installation.rootOrganisationId;
  const id = code === undefined ? root : await organisationId(cx, code);
  return { organisationId: id, root: id === root };
}

/** The public directory, for everybody: the same as its pages show. */
export function expertDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    access: 'public',
    summary: 'Those who agreed to stand in the public directory of an organisation',
    query: z.object({
      ...pageQuery,
      organisation: z.string().optional().describe('Code: its directory; the national one else'),
      q: optionalText(200).describe('Words of the name, with or without marks'),
      field: optionalText(200),
      degree: optionalText(20),
      member_of: z.string().optional().describe('Code of an organisation'),
    }),
    response: listOf(shape),
    handler: async ({ cx, c, query }) => {
      const { page, size, organisation, q, field, degree, member_of } = query;
      const directory = await directoryAt(cx, organisation);
      const { rows, total } = await listExperts(cx, directory, {
        facets: await expertFacets(cx, directory),
        filter: {
          q: q ?? '',
          field: field ?? '',
          degree: degree ?? '',
          organisation: member_of ?? '',
        },
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
    query: z.object({ organisation: z.string().optional() }),
    response: shape,
    handler: async ({ cx, params, query }) => {
      const one = await expertByPid(cx, await directoryAt(cx, query.organisation), params.pid);
      if (one === null) throw new NotFound('expert');
      return view(one);
    },
  });
}
