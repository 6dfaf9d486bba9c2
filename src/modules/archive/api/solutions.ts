import { z } from 'zod';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { prizeKey } from '../rules/index.ts';
import { publicList, publicOne } from '../service/index.ts';
import { solutionShape, solutionView } from './views.ts';

const tag = 'archive';
const path = '/solutions';

/** REST doors of the public archive: the same as its pages show, for everybody. */
export function solutionDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    access: 'public',
    summary:
      'Solutions that everybody may see: valid or awarded, of editions that are over, with every consent',
    query: z.object({
      ...pageQuery,
      q: optionalText(200).describe('Words, with or without marks'),
      organisation: z.string().optional().describe('Code: of this union and those below it'),
      field: optionalText(300),
      prize: optionalText(200),
      year: z.coerce.number().int().min(1).max(9999).optional(),
      edition: z.string().max(16).optional(),
    }),
    response: listOf(solutionShape),
    handler: async ({ cx, c, query }) => {
      const { page, size, q, organisation, field, prize, year, edition } = query;
      const { items, total } = await publicList(cx, {
        under: organisation === undefined ? null : await organisationId(cx, organisation),
        q: q ?? '',
        field: foldForSearch(field ?? ''),
        prize: prizeKey(prize ?? ''),
        year: year ?? null,
        edition: edition ?? null,
        page,
        size,
      });
      return pageOf(c, items.map(solutionView), total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    access: 'public',
    summary: 'One solution that everybody may see',
    params: byPid,
    response: solutionShape,
    handler: async ({ cx, params }) => solutionView(await publicOne(cx, null, params.pid)),
  });
}
