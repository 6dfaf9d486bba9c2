import type { Hono } from 'hono';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { actDoors } from './acts.tsx';
import { askedPage } from './asked.tsx';
import { callDoors } from './calls.tsx';
import { checkDoors } from './check.tsx';
import { consentDoors } from './consents.tsx';
import { fileDoors } from './files.tsx';
import { overview } from './overview.tsx';
import { receiptDoors } from './receipt.tsx';
import { opened } from './shared.tsx';
import { startDoors } from './start.tsx';
import { verifyDoors } from './verify.tsx';
import { writingDoors } from './writing.tsx';

/** The public pages of editions, and beginning a dossier: on the site of the nation and of each union. */
export function dossierSite(app: Hono<Env>): void {
  callDoors(app);
  startDoors(app);
}

/** What stands behind a link that was sent by e-mail, and the check of receipts. */
export function dossierWeb(app: Hono<Env>): void {
  app.get('/ho-so/:token', linked);
  writingDoors(app);
  fileDoors(app);
  consentDoors(app);
  checkDoors(app);
  receiptDoors(app);
  actDoors(app);
  verifyDoors(app);
}

/** Where files arrive: by a form, and in pieces. */
export const dossierStreams: readonly RegExp[] = [
  /^\/ho-so\/[^/]+\/tep$/,
  /^\/ho-so\/[^/]+\/gui-tep\/[^/]+$/,
];

/** Opening a link changes nothing: mail programs open links to look. */
async function linked(c: WebContext): Promise<Response> {
  const found = await opened(c);
  return found.link.author === null ? overview(c, found) : askedPage(c, found);
}
