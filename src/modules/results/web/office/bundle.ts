import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { contentDisposition } from '../../../../platform/documents/index.ts';
import { Forbidden, NotFound } from '../../../../platform/errors.ts';
import { filesOf } from '../../../../platform/files.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { resultProof } from '../../policy.ts';
import { bundleOf } from '../../queries/index.ts';
import { bundleSubject } from '../../service/index.ts';
import { base, editionOf, mayAt } from './shared.tsx';

/** The bundle of the decision, as it was signed. */
export function bundleDoor(app: Hono<Env>): void {
  app.get(`${base}/chung-cu.zip`, async (c) => {
    const edition = await editionOf(c);
    if (!(await mayAt(c, edition, resultProof))) throw new Forbidden(resultProof.name);
    return sendBundle(c, edition.id);
  });
}

/** @throws NotFound while nothing was approved */
export async function sendBundle(c: WebContext, editionId: string): Promise<Response> {
  const { cx } = c.var;
  const kept = await bundleOf(cx, editionId);
  const [file] =
    kept === null ? [] : ((await filesOf(cx.db, bundleSubject, [kept.id])).get(kept.id) ?? []);
  if (file === undefined) throw new NotFound('decision_bundle');
  const stream = await cx.files.open(file.sha256);
  return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
    'content-type': 'application/zip',
    'content-length': String(file.size),
    'content-disposition': contentDisposition(file.name),
    'cache-control': 'private, no-store',
  });
}
