import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { optionalText } from '../../../platform/forms/fields.ts';
import { type Api, listOf, pageOf, pageQuery, settled } from '../../../platform/http/api.ts';
import { siteOf } from '../../../platform/http/client.ts';
import { may } from '../../../platform/policy.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { findOrganisation, organisationId } from '../../organisations/index.ts';
import { cardRead } from '../policy.ts';
import { cardOf, findDesign, issuersById, listCards } from '../queries/index.ts';
import { cardStates } from '../rules.ts';
import { designBody, issueBody, replaceBody, revokeBody } from '../schema.ts';
import { defaultDesign, issueCard, replaceCard, revokeCard, setDesign } from '../service/index.ts';
import { cardsPdf } from '../sheets/index.ts';
import { printingWords, cardIssues as words } from '../vi.ts';
import { sendPdf } from '../web/shared.ts';
import { cardShape, cardView, designShape, designView } from './views.ts';

const tag = 'membership cards';
const path = '/membership-cards';

const listQuery = z.object({
  ...pageQuery,
  org: z.string().optional().describe('Code: cards of its members and of all below it'),
  organisation: z.string().optional().describe('Code: cards of its own members only'),
  membership: z.string().optional().describe('Public id of a membership'),
  state: z.enum(cardStates).optional(),
  q: optionalText(200),
});

/** REST doors of membership cards. */
export function cardApi(api: Api): void {
  readDoors(api);
  writeDoors(api);
  designDoors(api);
}

function readDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    summary: 'Cards that the account may see, by number',
    query: listQuery,
    response: listOf(cardShape),
    handler: async ({ cx, c, query }) => {
      const { page, size, org, organisation, membership, state, q } = query;
      const { rows, total } = await listCards(cx, {
        under: org === undefined ? null : await organisationId(cx, org),
        organisation: organisation ?? null,
        membership: membership ?? null,
        state: state ?? null,
        q: q ?? '',
        sort: 'number',
        descending: false,
        page,
        size,
      });
      return pageOf(
        c,
        rows.map((row) => cardView(cx, row)),
        total,
        page,
        size,
      );
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    summary: 'One card',
    params: byPid,
    response: cardShape,
    handler: async ({ cx, params }) => cardView(cx, await cardOf(cx, params.pid)),
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}/pdf`,
    tag,
    summary: 'One card as a PDF of 85.6 × 54 mm, front and back',
    params: byPid,
    handler: async ({ cx, c, params }) => {
      const card = await cardOf(cx, params.pid);
      const issuers = await issuersById(cx, [card.issuerId]);
      const how = { sheets: false, back: true, base: siteOf(c) };
      return sendPdf(c, await cardsPdf([card], issuers, how), printingWords.oneFile(card.number));
    },
  });
}

function writeDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path,
    tag,
    summary: 'Issue a card to a member; one that has expired is replaced',
    body: issueBody,
    response: cardShape,
    status: 201,
    words,
    handler: async ({ cx, body }) =>
      cardView(cx, await cardOf(cx, settled(await issueCard(cx, body), words).pid)),
  });
  api.endpoint({
    method: 'post',
    path: `${path}/{pid}/replace`,
    tag,
    summary: 'Issue a new card in place of this one; the answer is the new card',
    params: byPid,
    body: replaceBody,
    response: cardShape,
    status: 201,
    words,
    handler: async ({ cx, params, body }) => {
      const outcome = await execute(cx, replaceCard, { ...body, ...params });
      return cardView(cx, await cardOf(cx, settled(outcome, words).pid));
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/{pid}/revoke`,
    tag,
    summary: 'From today on this card is not valid',
    params: byPid,
    body: revokeBody,
    response: cardShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, revokeCard, { ...body, ...params }), words);
      return cardView(cx, await cardOf(cx, params.pid));
    },
  });
}

function designDoors(api: Api): void {
  const params = z.object({ code: z.string() });
  api.endpoint({
    method: 'get',
    path: '/card-designs/{code}',
    tag,
    summary: 'How an organisation numbers its cards and what they show',
    params,
    response: designShape,
    handler: async ({ cx, params: { code } }) => {
      const organisation = await findOrganisation(cx.db, code, cx.clock.today());
      if (organisation === null || !(await may(cx, cardRead, organisation.id))) {
        throw new NotFound('organisation');
      }
      const design = await findDesign(cx, organisation.id);
      return designView(design ?? defaultDesign(organisation.id, code));
    },
  });
  api.endpoint({
    method: 'put',
    path: '/card-designs/{code}',
    tag,
    summary: 'Set how an organisation numbers its cards; a new pattern begins its series anew',
    params,
    body: designBody,
    response: designShape,
    words,
    handler: async ({ cx, params: { code }, body }) => {
      settled(await execute(cx, setDesign, { ...body, organisation: code }), words);
      const organisation = await findOrganisation(cx.db, code, cx.clock.today());
      const design = await findDesign(cx, organisation?.id ?? '');
      if (design === null) throw new NotFound('organisation');
      return designView(design);
    },
  });
}
