import { fileHeaders } from '../files.ts';
import type { WebContext } from '../http/env.ts';

/** Answers with a workbook to be saved under a name. */
export function sendWorkbook(c: WebContext, bytes: Buffer, name: string): Response {
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const headers = fileHeaders({ name, mediaType, size: bytes.byteLength });
  return c.body(new Uint8Array(bytes), 200, headers);
}
