import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { contentDisposition } from '../../platform/documents/index.ts';
import { Forbidden, NotFound } from '../../platform/errors.ts';
import { filesOf } from '../../platform/files.ts';
import type { Env, WebContext } from '../../platform/http/env.ts';
import { fileSize } from '../../platform/records/uploads.ts';
import { section } from '../ballots/index.ts';
import type { PrizePanel } from '../results/index.ts';
import { BundlePanel } from './pages/bundle.tsx';
import { resultProof } from './policy.ts';
import { bundlesOf } from './queries.ts';
import { bundleSubject } from './service/index.ts';
import { bundleWords as words } from './vi/index.ts';

/** The bundle of the decision, as it was signed. */
export function bundleDoor(app: Hono<Env>): void {
  app.get(`${section.base}/chung-cu.zip`, async (c) => {
    const edition = await section.editionOf(c);
    if (!(await section.mayAt(c, edition, resultProof))) throw new Forbidden(resultProof.name);
    return sendBundle(c, edition.id, c.req.query('ma') ?? null);
  });
}

/**
 * Sends the bundle of the decision that stands, or the one with a public id, also when its decision was taken back.
 * @throws NotFound
 */
export async function sendBundle(
  c: WebContext,
  editionId: string,
  pid: string | null,
): Promise<Response> {
  const { cx } = c.var;
  const kept = (await bundlesOf(cx, editionId)).find((one) =>
    pid === null ? one.takenBackAt === null : one.pid === pid,
  );
  const [file] =
    kept === undefined ? [] : ((await filesOf(cx.db, bundleSubject, [kept.id])).get(kept.id) ?? []);
  if (file === undefined) throw new NotFound('decision_bundle');
  const stream = await cx.files.open(file.sha256);
  return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
    'content-type': 'application/zip',
    'content-length': String(file.size),
    'content-disposition': contentDisposition(file.name),
    'cache-control': 'private, no-store',
  });
}

/** The bundles under the prizes, for those who may have them. */
export const bundlePanel: PrizePanel = async (c, { edition }) => {
  if (!(await section.mayAt(c, edition, resultProof))) return null;
  const kept = await bundlesOf(c.var.cx, edition.id);
  if (kept.length === 0) return null;
  return (
    <BundlePanel
      bundles={kept.map(({ pid, sha256, size, takenBackAt }) => ({
        href: section.pathOf(c, edition, 'chung-cu.zip', {
          ma: takenBackAt === null ? null : pid,
        }),
        sha256,
        size: fileSize(Number(size)),
        note: takenBackAt === null ? null : words.takenBack(section.moment(takenBackAt)),
      }))}
    />
  );
};
