import type { Hono } from 'hono';
import { issue } from '../../kernel/issue.ts';
import { NotFound } from '../errors.ts';
import { refusedName } from '../files.ts';
import {
  beginUpload,
  DISK_RESERVE,
  findUpload,
  finishUpload,
  forgetUpload,
  nextTurn,
  noteReceived,
  type Turn,
  takeTurn,
  type Upload,
  uploadCeiling,
} from '../uploads.ts';
import type { Env } from './env.ts';
import { Invalid } from './problems.ts';
import { answered, outcomeTold, tooLarge } from './tus-answers.ts';
import type { UploadContext as C, UploadDoors } from './tus-doors.ts';
import { bytesIn, metadataIn, metadataOf, pieceType, TusError, tusVersion } from './tus-headers.ts';

export type { UploadDoors, UploadOwner } from './tus-doors.ts';

/** How long somebody who asks waits for a piece that is just being put away. */
const turnMs = 5_000;

/**
 * Takes files in pieces under `path` (tus 1.0: creation, termination, expiration): a sender goes on
 * where the line, the page or the server broke off. The address of the pieces, `path` with one part
 * more, must be in `Module.streams`. The bytes lie open until all are there: not for sealed files.
 */
export function uploadDoors(app: Hono<Env>, path: string, doors: UploadDoors): void {
  const own = [`${path}`, `${path}/:upload`];
  app.on('OPTIONS', own, () => new Response(null, { status: 204, headers: abilities }));
  app.post(path, (c) => answered(c, doors, () => create(c, doors)));
  // Hono asks GET where HEAD was asked.
  app.on(['GET', 'POST', 'PATCH', 'DELETE'], `${path}/:upload`, (c) =>
    answered(c, doors, () => acts[methodOf(c)]?.(c, doors) ?? Promise.reject(new NotFound())),
  );
}

const abilities = {
  'tus-resumable': tusVersion,
  'tus-version': tusVersion,
  'tus-extension': 'creation,termination,expiration',
  'tus-max-size': String(uploadCeiling),
};

const acts: Readonly<Record<string, (c: C, doors: UploadDoors) => Promise<Response>>> = {
  GET: tell,
  HEAD: tell,
  PATCH: append,
  DELETE: cancel,
};

// Some offices' lines let only GET and POST through. Such pieces are no longer than a form.
const methodOf = (c: C): string =>
  c.req.method === 'POST' ? (c.req.header('x-http-method-override') ?? 'POST') : c.req.method;

async function create(c: C, doors: UploadDoors): Promise<Response> {
  const size = bytesIn(c.req.header('upload-length'));
  const { filename = 'file', ...told } = metadataIn(c.req.header('upload-metadata'));
  const owner = await doors.owner(c, { filename, ...told });
  const limit = Math.min(owner.limit, uploadCeiling);
  if (size > limit) return tooLarge(c, doors, limit);
  const fault = size === 0 ? issue('file', 'file_empty') : refusedName('file', filename);
  if (fault !== null) throw new Invalid([fault]);
  const { cx, services } = c.var;
  // Twice: it is copied into the store when it is whole.
  if ((await services.uploads.room()) < 2 * size + DISK_RESERVE)
    throw new Invalid([issue('file', 'upload_disk_full')]);
  const begun = await beginUpload(cx, { owner: owner.key, name: filename, told, size });
  if (!begun.ok) throw new Invalid(begun.issues);
  const { upload, dropped } = begun.value;
  for (const pid of dropped) await services.uploads.delete(pid);
  c.header('location', `${c.req.path.replace(/\/$/, '')}/${upload.pid}`);
  c.header('upload-expires', upload.expiresAt.toUTCString());
  return c.body(null, 201);
}

/** The sender's own upload, as it stands now. */
async function found(c: C, doors: UploadDoors): Promise<Upload> {
  const upload = await findUpload(c.var.cx.db, c.req.param('upload') ?? '');
  if (upload === null) throw new NotFound('upload');
  const owner = await doors.owner(c, { filename: upload.name, ...upload.told });
  if (owner.key !== upload.owner) throw new NotFound('upload');
  if (upload.expiresAt <= c.var.cx.clock.now()) throw new TusError('gone');
  return upload;
}

/** Does it in turn, with the upload as it stands then. */
async function inTurn(
  c: C,
  doors: UploadDoors,
  take: (pid: string) => Promise<Turn | null>,
  act: (upload: Upload, offset: number, turn: Turn) => Promise<Response>,
): Promise<Response> {
  const { pid } = await found(c, doors);
  const turn = await take(pid);
  if (turn === null) throw new TusError('busy');
  try {
    const upload = await findUpload(c.var.cx.db, pid);
    if (upload === null) throw new NotFound('upload');
    return await act(upload, await offsetOf(c, upload), turn);
  } finally {
    turn.end();
  }
}

// After a restore the row may know of more than there is.
async function offsetOf(c: C, { pid, outcome, received, size }: Upload): Promise<number> {
  return outcome === null ? Math.min(received, await c.var.services.uploads.size(pid)) : size;
}

function tell(c: C, doors: UploadDoors): Promise<Response> {
  return inTurn(
    c,
    doors,
    (pid) => nextTurn(pid, turnMs),
    async (upload, offset) => {
      c.header('upload-length', String(upload.size));
      c.header('upload-metadata', metadataOf(upload));
      c.header('upload-expires', upload.expiresAt.toUTCString());
      // The server was killed between the last byte and its answer.
      if (offset === upload.size) return ended(c, doors, upload);
      c.header('upload-offset', String(offset));
      return c.json({ offset, size: upload.size });
    },
  );
}

function append(c: C, doors: UploadDoors): Promise<Response> {
  if (c.req.header('content-type') !== pieceType) throw new TusError('piece');
  const from = bytesIn(c.req.header('upload-offset'));
  return inTurn(
    c,
    doors,
    async (pid) => takeTurn(pid),
    async (upload, offset, { signal }) => {
      if (from !== offset) throw new TusError('offset', { 'upload-offset': String(offset) });
      const most = upload.size - offset;
      if (Number(c.req.header('content-length') ?? 0) > most) throw new TusError('beyond');
      const at = await received(c, upload, { from, most, signal });
      if (at === upload.size) return ended(c, doors, upload);
      c.header('upload-offset', String(at));
      return c.body(null, 204);
    },
  );
}

async function received(
  c: C,
  upload: Upload,
  piece: { from: number; most: number; signal: AbortSignal },
): Promise<number> {
  const { body: bytes } = c.req.raw;
  if (bytes === null || piece.most === 0) return piece.from;
  const { cx, services } = c.var;
  const synced = async (offset: number) => {
    const expires = await noteReceived(cx, upload, offset);
    if (expires === null) throw new NotFound('upload');
    c.header('upload-expires', expires.toUTCString());
  };
  const { offset, ended } = await services.uploads.receive(upload.pid, { ...piece, bytes, synced });
  if (ended === 'long') throw new TusError('beyond');
  if (ended === 'broken') throw new TusError('busy');
  return offset;
}

async function ended(c: C, doors: UploadDoors, upload: Upload): Promise<Response> {
  const { cx, services } = c.var;
  const outcome = await finishUpload(cx, services.uploads, upload, async (inner, file) =>
    doors.done === undefined ? { ok: true, value: undefined } : doors.done(c, upload, file, inner),
  );
  c.header('upload-offset', String(upload.size));
  return outcomeTold(c, doors, outcome);
}

function cancel(c: C, doors: UploadDoors): Promise<Response> {
  return inTurn(
    c,
    doors,
    (pid) => nextTurn(pid, turnMs),
    async (upload) => {
      await forgetUpload(c.var.cx.db, upload);
      await c.var.services.uploads.delete(upload.pid);
      return c.body(null, 204);
    },
  );
}
