import { z } from 'zod';
import { execute } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { sensitiveRead } from '../policy.ts';
import { looksOf, personPlaces, personRecord } from '../queries/index.ts';
import { consentInput, purposes, sensitiveInput } from '../schema/index.ts';
import { readSensitive, setConsent, writeSensitive } from '../service/index.ts';
import { personIssues as words } from '../vi.ts';
import { consentShape, consentView, looksShape, lookView, sensitiveShape } from './views.ts';

const tag = 'people';

/** REST doors of consents, of sensitive fields and of who looked at them. */
export function privateDoors(api: Api): void {
  api.endpoint({
    method: 'put',
    path: '/people/{pid}/consents/{purpose}',
    tag,
    summary: 'Note that a person agrees to a purpose, or does not',
    params: z.object({ pid: z.string(), purpose: z.enum(purposes) }),
    body: consentInput.omit({ pid: true, purpose: true }),
    response: z.object({ items: z.array(consentShape) }),
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, setConsent, { ...body, ...params }), words);
      const { consents } = await personRecord(cx, params.pid);
      return { items: consents.map(consentView) };
    },
  });
  api.endpoint({
    method: 'get',
    path: '/people/{pid}/looks',
    tag,
    summary: 'Who read the sensitive fields of a person',
    params: byPid,
    response: looksShape,
    handler: async ({ cx, params }) => {
      const person = await personRecord(cx, params.pid);
      const own = cx.actor.kind === 'account' && cx.actor.personId === person.id;
      const places = own ? [] : await personPlaces(cx, person.id, sensitiveRead);
      if (!own && places.length === 0) throw new Forbidden(sensitiveRead.name);
      return { items: (await looksOf(cx.db, [person.id])).map(lookView) };
    },
  });
  sensitiveDoors(api);
}

function sensitiveDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: '/people/{pid}/sensitive',
    tag,
    summary: 'The sensitive fields of a person; each reading is noted',
    params: byPid,
    response: sensitiveShape,
    handler: async ({ cx, params }) => settled(await execute(cx, readSensitive, params)),
  });
  api.endpoint({
    method: 'put',
    path: '/people/{pid}/sensitive',
    tag,
    summary: 'Write the sensitive fields of a person; an empty one is taken off',
    params: byPid,
    body: sensitiveInput.omit({ pid: true }),
    status: 204,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, writeSensitive, { ...body, ...params }), words);
    },
  });
}
