import { z } from 'zod';
import type { Api } from '../../../platform/http/api.ts';
import { exportMembers } from '../service/index.ts';

/** The members of an organisation as the command line gives them. */
export function exportDoor(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/roster-exports',
    tag: 'roster-exports',
    summary:
      'All members of an organisation and of those below it; with citizen IDs for those who may read them',
    query: z.object({ organisation: z.string(), sensitive: z.enum(['true', 'false']).optional() }),
    response: z.object({
      items: z.array(
        z.object({
          fullName: z.string(),
          birthDate: z.string().nullable(),
          gender: z.string().nullable(),
          phones: z.array(z.string()),
          email: z.string().nullable(),
          degrees: z.array(z.string()),
          branch: z.string().nullable(),
          joined: z.string().nullable(),
          citizenId: z.string().nullable().optional(),
        }),
      ),
      total: z.number().int(),
      next: z.string().nullable(),
    }),
    handler: async ({ cx, c, query }) => {
      const parts: string[] = [];
      let total = 0;
      const sensitive = query.sensitive === 'true';
      await exportMembers(cx, query.organisation, sensitive, (batch) => {
        total += batch.length;
        parts.push(batch.map((member) => JSON.stringify(member)).join(','));
      });
      const text = `{"items":[${parts.filter(Boolean).join(',')}],"total":${total},"next":null}`;
      return c.body(text, 200, { 'content-type': 'application/json' });
    },
  });
}
