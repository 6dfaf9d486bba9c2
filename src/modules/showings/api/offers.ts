import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { may } from '../../../platform/policy.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { organisationId } from '../../organisations/index.ts';
import { showingOffers } from '../policy.ts';
import { offersOf } from '../queries/index.ts';
import {
  chooseInput,
  type Offer,
  offerInput,
  offerStates,
  takeBackInput,
  unchooseInput,
} from '../schema.ts';
import {
  chooseShowing,
  nationalSite,
  offerShowing,
  takeBackShowing,
  unchooseShowing,
} from '../service/index.ts';
import { showingIssues as words } from '../vi/index.ts';

const tag = 'public articles';
const path = '/showing-offers';

const shape = z.object({
  pid: z.string(),
  organisation: z.string().describe('Code of the union'),
  title: z.string(),
  state: z.enum(offerStates),
  section: z.string().nullable(),
  note: z.string().nullable(),
  offered_at: z.iso.datetime(),
  offered_by: z.string(),
  decided_at: z.iso.datetime().nullable(),
  version: z.number().int(),
});

const view = (one: Offer): z.output<typeof shape> => ({
  pid: one.article.pid,
  organisation: one.article.publisher.code,
  title: one.article.title,
  state: one.state,
  section: one.sectionName,
  note: one.note,
  offered_at: one.offeredAt.toISOString(),
  offered_by: one.offeredBy,
  decided_at: one.decidedAt?.toISOString() ?? null,
  version: one.version,
});

const result = z.object({ pid: z.string(), state: z.enum(offerStates) });

/** REST doors of what unions offer to the national site. */
export function offerDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary:
      'What a union offers to the national site, or, of the national organisation, what all offer',
    query: z.object({
      ...pageQuery,
      organisation: z.string().describe('Code'),
      state: z.enum(offerStates).optional(),
    }),
    response: listOf(shape),
    handler: async ({ cx, c, query }) => {
      const { page, size, state } = query;
      const id = await organisationId(cx, query.organisation);
      if (!(await may(cx, showingOffers, id))) throw new NotFound('offers');
      const national = (await nationalSite(cx)) === id;
      const { rows, total } = await offersOf(cx, {
        siteId: national ? id : null,
        publisherId: national ? null : id,
        state: state ?? null,
        page,
        size,
      });
      return pageOf(c, rows.map(view), total, page, size);
    },
  });
  api.endpoint({
    method: 'post',
    path,
    tag,
    summary: 'Offer an article to the national site',
    body: offerInput,
    response: result,
    status: 201,
    words,
    handler: async ({ cx, body }) => settled(await execute(cx, offerShowing, body), words),
  });
  api.endpoint({
    method: 'put',
    path: `${path}/{pid}/choice`,
    tag,
    summary:
      'Show an offered article on the national site, in one of its sections or among its news',
    params: byPid,
    body: chooseInput.omit({ pid: true }),
    response: result,
    words,
    handler: async ({ cx, params, body }) =>
      settled(await execute(cx, chooseShowing, { ...(body as object), ...params }), words),
  });
  api.endpoint({
    method: 'post',
    path: `${path}/{pid}/decline`,
    tag,
    summary: 'Do not show an offered article on the national site, or no longer',
    params: byPid,
    body: unchooseInput.omit({ pid: true }),
    response: result,
    words,
    handler: async ({ cx, params, body }) =>
      settled(await execute(cx, unchooseShowing, { ...(body as object), ...params }), words),
  });
  api.endpoint({
    method: 'post',
    path: `${path}/{pid}/take-back`,
    tag,
    summary: 'Take an offer back',
    params: byPid,
    body: takeBackInput.omit({ pid: true }),
    response: result,
    words,
    handler: async ({ cx, params, body }) =>
      settled(await execute(cx, takeBackShowing, { ...(body as object), ...params }), words),
  });
}
