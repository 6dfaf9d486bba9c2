import { contentDisposition } from '../../../../platform/documents/index.ts';
import type { WebContext } from '../../../../platform/http/env.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A Word file that is not kept on the way. */
export function sendDocx(c: WebContext, bytes: Buffer, name: string): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': DOCX,
    'content-disposition': contentDisposition(`${name}.docx`),
    'cache-control': 'private, no-store',
  });
}
