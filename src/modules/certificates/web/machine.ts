import type { Hono } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import { rootCode, site as sitePath } from '../../../platform/http/addresses.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { certificateKeys, issuerKeys, statusList } from '../service/index.ts';
import { printingWords } from '../vi/index.ts';
import { credentialType, sendFile } from './shared.ts';

// What programs ask that check credentials: keys, and what is revoked.

/** Addresses that belong to the installation. */
export function machineDoors(app: Hono<Env>): void {
  app.get('/chung-nhan/khoa', keys);
  app.get('/chung-nhan/thu-hoi/:list{[1-9][0-9]{0,5}}', list);
  app.get('/.well-known/did.json', (c) => document(c, sitePath(rootCode() ?? '')));
}

/** Under the address of every organisation's site: who it is, and with which keys it signs. */
export function issuerDoors(app: Hono<Env>): void {
  app.get('/did.json', (c) => document(c, sitePath(c.var.place?.code ?? rootCode() ?? '')));
}

/** Every public key that certificates were ever signed with, the newest first. */
function keys(c: WebContext): Response {
  const all = certificateKeys(c.var.cx.keys).map(
    ({ id, multikey, pem }) => `# ${id} ${multikey}\n${pem}`,
  );
  const type = 'application/x-pem-file; charset=utf-8';
  return open(sendFile(c, all.join('\n'), { name: printingWords.keyFile, type }), 'no-cache');
}

async function list(c: WebContext): Promise<Response> {
  const number = Number(c.req.param('list'));
  if (!Number.isSafeInteger(number)) throw new NotFound('status list');
  const credential = await statusList(c.var.cx, siteOf(c), number);
  const answer = c.body(JSON.stringify(credential), 200, { 'content-type': credentialType });
  return open(answer, 'no-cache');
}

function document(c: WebContext, path: string): Response {
  const found = issuerKeys(c.var.cx.keys, siteOf(c), path);
  const answer = c.body(JSON.stringify(found), 200, { 'content-type': 'application/did+json' });
  return open(answer, 'public, max-age=300');
}

/** Read by programs of any site: there is nothing in it that is not for everybody. */
function open(answer: Response, kept: string): Response {
  answer.headers.set('access-control-allow-origin', '*');
  answer.headers.set('cache-control', kept);
  return answer;
}
