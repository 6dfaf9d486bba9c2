import { execute } from '../../../platform/command.ts';
import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Api, settled } from '../../../platform/http/api.ts';
import { isAssumed, siteOf } from '../../../platform/http/client.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { type Edition, editionByPid } from '../../calls/index.ts';
import { certificateRead } from '../policy.ts';
import { certificateByPid } from '../queries/index.ts';
import { designBody, issueBody, replaceBody, revokeBody } from '../schema/index.ts';
import {
  designOfEdition,
  issueCertificates,
  replaceCertificate,
  revokeCertificate,
  setDesign,
} from '../service/index.ts';
import { certificateIssues as words } from '../vi/index.ts';
import {
  certificateShape,
  certificateView,
  designShape,
  designView,
  issuedShape,
} from './views.ts';

export const tag = 'certificates';
export const path = '/certificates';
const ofEdition = '/editions/{pid}/certificates';
const designOf = '/editions/{pid}/certificate-design';

/** An edition whose certificates the account may read. @throws NotFound */
export async function readable(cx: Cx, pid: string): Promise<Edition> {
  const edition = await editionByPid(cx, pid);
  if (!(await may(cx, certificateRead, edition.organisation.id))) throw new NotFound('edition');
  return edition;
}

const siteFor = (c: WebContext) => ({ site: siteOf(c), assumed: isAssumed(c) });

/** Issuing, replacing and revoking. */
export function writeDoors(api: Api): void {
  api.endpoint({
    method: 'post',
    path: ofEdition,
    tag,
    summary: 'Issue certificates to the next 100 who wait for one, in the order of prizes',
    params: byPid,
    body: issueBody,
    response: issuedShape,
    status: 201,
    words,
    handler: async ({ cx, c, params, body }) => {
      const raw = { ...body, edition: params.pid, ...siteFor(c) };
      return settled(await issueCertificates(cx, cx.ids.uuid(), raw), words);
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/{pid}/replace`,
    tag,
    summary:
      'Issue one with another spelling of the name in place of it; the answer is the new one',
    params: byPid,
    body: replaceBody,
    response: certificateShape,
    status: 201,
    words,
    handler: async ({ cx, c, params, body }) => {
      const raw = { ...body, ...params, ...siteFor(c) };
      const { pid } = settled(await execute(cx, replaceCertificate, raw), words);
      return certificateView(await certificateByPid(cx, pid));
    },
  });
  api.endpoint({
    method: 'post',
    path: `${path}/{pid}/revoke`,
    tag,
    summary: 'From today on this certificate is not valid',
    params: byPid,
    body: revokeBody,
    response: certificateShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, revokeCertificate, { ...body, ...params }), words);
      return certificateView(await certificateByPid(cx, params.pid));
    },
  });
}

/** How certificates look. */
export function designDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path: designOf,
    tag,
    summary: 'How the certificates of an edition look; version 0 is the sample that nobody chose',
    params: byPid,
    response: designShape,
    handler: async ({ cx, params }) =>
      designView(await designOfEdition(cx, await readable(cx, params.pid))),
  });
  api.endpoint({
    method: 'put',
    path: designOf,
    tag,
    summary: 'Choose how certificates look from now on; those that were issued stay as they are',
    params: byPid,
    body: designBody,
    response: designShape,
    words,
    handler: async ({ cx, params, body }) => {
      settled(await execute(cx, setDesign, { ...body, edition: params.pid }), words);
      return designView(await designOfEdition(cx, await readable(cx, params.pid)));
    },
  });
}
