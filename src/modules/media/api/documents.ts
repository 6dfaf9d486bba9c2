import { z } from 'zod';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery } from '../../../platform/http/api.ts';
import { organisationId } from '../../organisations/index.ts';
import { type OpenDocument, openDocuments } from '../service/index.ts';

const shape = z.object({
  pid: z.string(),
  organisation: z.string(),
  title: z.string(),
  caption: z.string().nullable(),
  type: z.string().describe('PDF, Word, Excel …'),
  mime: z.string(),
  bytes: z.number().int(),
  day: z.iso.date(),
  tags: z.array(z.string()),
  href: z.string().describe('Its page'),
  file: z.string().describe('Where the file is taken'),
});

const view = (one: OpenDocument): z.output<typeof shape> => {
  const { organisationCode: organisation, ...told } = one;
  return { ...told, organisation, tags: [...told.tags] };
};

/** Documents in the public lists of libraries, for everybody. */
export function documentDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/public-documents',
    tag: 'media',
    access: 'public',
    summary: 'Documents that everybody may take, the newest first',
    query: z.object({
      ...pageQuery,
      organisation: z.string().optional().describe('Code: its own library only'),
      q: optionalText(200).describe('Words, with or without marks'),
      tag: z.string().max(100).optional(),
    }),
    response: listOf(shape),
    handler: async ({ cx, c, query }) => {
      const { page, size, organisation, q, tag } = query;
      const { items, total } = await openDocuments(cx.db, {
        organisationId: organisation === undefined ? null : await organisationId(cx, organisation),
        q: q ?? '',
        tag: tag ?? null,
        page,
        size,
      });
      return pageOf(c, items.map(view), total, page, size);
    },
  });
}
