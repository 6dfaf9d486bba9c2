import type { Hono } from 'hono';
import { NotFound } from '../../../../platform/errors.ts';
import { rootCode } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { type OpenFile, openFile } from '../../queries/index.ts';
import { type Size, sizesOf, sizeTypes } from '../../rules/index.ts';
import { sendBytes } from '../sending.ts';

const forever = 'public, max-age=31536000, immutable';
/** Of what may change or be withdrawn: kept, and asked for again. */
const asked = 'public, no-cache, no-transform';

/** Pictures in their sizes, and files; public ones only. At the root of every library. */
export function fileDoors(app: Hono<Env>): void {
  app.get('/hinh/:pid/:size', sendPicture);
  app.get('/tep/:pid/:name', sendFile);
}

/** Whose media this site sends; null: everybody's. */
export const ownerAt = ({ var: { place } }: WebContext): string | null =>
  place.code === rootCode() ? null : place.organisationId;

/** The size of a picture that is meant; null: it has none such. */
export function sizeNamed(
  file: Pick<OpenFile, 'width' | 'height' | 'alpha' | 'animated'>,
  name: string,
): Size | null {
  const { width, height, alpha, animated } = file;
  if (width === null || height === null) return null;
  return sizesOf({ width, height, alpha, animated }).find((size) => size.name === name) ?? null;
}

async function sendPicture(c: WebContext): Promise<Response> {
  const name = c.req.param('size') ?? '';
  const file = await openFile(c.var.cx.db, ownerAt(c), c.req.param('pid') ?? '', name);
  const size = file === null || file.kind !== 'picture' ? null : sizeNamed(file, name);
  if (file === null || size === null) throw new NotFound('picture');
  const { sizeSha256: sha256, sizeBytes: bytes } = file;
  // Until its sizes are made, the picture itself stands for each of them.
  if (sha256 === null || bytes === null) return sendBytes(c, { ...whole(file), cache: asked });
  const stem = file.fileName.replace(/\.[^.]*$/, '');
  return sendBytes(c, {
    sha256,
    bytes,
    mime: sizeTypes[size.format],
    name: `${stem}-${size.name}`,
    inline: true,
    cache: forever,
  });
}

const whole = ({ sha256, bytes, mime, fileName: name }: OpenFile) => ({
  sha256,
  bytes,
  mime,
  name,
  inline: true,
});

async function sendFile(c: WebContext): Promise<Response> {
  const file = await openFile(c.var.cx.db, ownerAt(c), c.req.param('pid') ?? '', null);
  // A picture is sent in its sizes only.
  if (file === null || file.kind === 'picture') throw new NotFound('file');
  const inline = file.kind !== 'document';
  return sendBytes(c, { ...whole(file), inline, cache: asked });
}
