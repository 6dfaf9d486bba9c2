import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { text } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { standingIn } from '../../assignments/index.ts';
import { votesOf } from '../queries/index.ts';
import { votesInput } from '../schema/index.ts';
import { recordVotes } from '../service/index.ts';
import { phaseOf, tag, words } from './sheets.ts';

const path = '/editions/{pid}/votes';

const voteShape = z.object({
  dossier: z.string(),
  number: z.string().nullable(),
  part: z.string(),
  votes: z.number().int(),
  source: z.string(),
  typed_at: z.string(),
});

/** Votes that count for parts of the rubric. */
export function voteDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'Votes of the dossiers of a phase',
    params: byPid,
    query: z.object({ ...pageQuery, phase: text(40) }),
    response: listOf(voteShape),
    words,
    handler: async ({ cx, c, params, query }) => {
      const { page, size, phase: key } = query;
      const { edition } = await phaseOf(cx, params.pid, key);
      const standing = await standingIn(cx, edition, key);
      const votes = await votesOf(cx, edition.id, key);
      const items = standing.flatMap((dossier) =>
        votes
          .filter(({ dossierId }) => dossierId === dossier.id)
          .map(({ part, votes: many, source, typedAt }) => ({
            dossier: dossier.pid,
            number: dossier.number,
            part,
            votes: many,
            source,
            typed_at: typedAt.toISOString(),
          })),
      );
      return pageOf(c, items.slice((page - 1) * size, page * size), items.length, page, size);
    },
  });
  api.endpoint({
    method: 'put',
    path,
    tag,
    summary: 'Keeps how many votes dossiers had for one part; others stay as they are',
    params: byPid,
    body: votesInput.omit({ edition: true }),
    response: z.object({ dossiers: z.number().int() }),
    words,
    handler: async ({ cx, params, body }) =>
      settled(await execute(cx, recordVotes, { ...body, edition: params.pid }), words),
  });
}
