import { createHash } from 'node:crypto';
import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Cx, Outcome } from '../../../platform/command.ts';
import { safeFileName } from '../../../platform/documents/filename.ts';
import { keepMade, openFile, type StoredFile, saveFile } from '../../../platform/files.ts';
import { type Kind, kindOf, largest, limitFor, pictureIn, sizeTypes } from '../rules/index.ts';
import { filmFacts } from './film.ts';
import { takeIn } from './pictures/index.ts';

/** A file as it arrives. */
export interface Sent {
  /** As the sender wrote it. */
  readonly name: string;
  readonly bytes: Buffer | AsyncIterable<Uint8Array>;
}

/** A file that is kept, and what the machine found in it. */
export interface Taken {
  readonly file: Pick<StoredFile, 'pid' | 'name' | 'size'>;
  readonly kind: Kind;
  /** sha256 of what was sent. */
  readonly sent: string;
  readonly facts: {
    readonly width: number | null;
    readonly height: number | null;
    readonly alpha: boolean;
    readonly animated: boolean;
    readonly seconds: number | null;
  };
  readonly takenOn: string | null;
}

/** What is there already of the same content; the picture is then not drawn again. */
export type Known<T> = (sent: string) => Promise<T | null>;

export type Intake<T> = Outcome<{ readonly known: T } | { readonly taken: Taken }>;

const plain = { width: null, height: null, alpha: false, animated: false, seconds: null };

/**
 * Receives a file for the library: a picture is drawn anew, in a process of its own, so that nothing of what
 * its camera or a program wrote into it is kept; what is no picture is kept as it came, after a look at what it
 * is. It is swept after a day when no medium was made of it.
 */
export async function intake<T>(
  cx: Cx,
  { name, bytes }: Sent,
  known: Known<T>,
  path = 'file',
): Promise<Intake<T>> {
  const { head, all } = await beginning(bytes);
  const picture = pictureIn(head, name);
  if (picture === 'svg') return refuse(issue(path, 'picture_svg'));
  if (picture === 'heic') return refuse(issue(path, 'picture_heic'));
  if (picture === 'bmp') return refuse(issue(path, 'picture_kind'));
  if (picture !== null) {
    const whole = await gathered(all, largest.picture);
    if (whole === null) return refuse(issue(path, 'file_too_large', { limit: largest.picture }));
    return pictureTaken(cx, { name, bytes: whole }, known, path);
  }
  const saved = await saveFile(cx, cx.files, {
    name,
    bytes: all,
    limit: limitFor(name),
    field: path,
  });
  return saved.ok ? otherTaken(cx, saved.value, known) : saved;
}

/** As `intake`, of a file that arrived in pieces and is kept already. */
export async function intakeStored<T>(
  cx: Cx,
  file: StoredFile,
  known: Known<T>,
): Promise<Intake<T>> {
  if (!file.mediaType.startsWith('image/')) return otherTaken(cx, file, known);
  if (file.size > largest.picture)
    return refuse(issue('file', 'file_too_large', { limit: largest.picture }));
  const content = await openFile(cx, file);
  try {
    const bytes = await content.read(0, content.size);
    return await pictureTaken(cx, { name: file.name, bytes }, known, 'file');
  } finally {
    await content.close();
  }
}

async function pictureTaken<T>(
  cx: Cx,
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
  known: Known<T>,
  path: string,
): Promise<Intake<T>> {
  const sent = createHash('sha256').update(bytes).digest('hex');
  const there = await known(sent);
  if (there !== null) return { ok: true, value: { known: there } };
  const drawn = await takeIn(bytes);
  if ('why' in drawn) return refuse(issue(path, drawn.why));
  const { format, width, height, alpha, animated, takenOn } = drawn.master;
  const file = await keepMade(cx, {
    name: `${safeFileName(name.slice(-1000)).replace(/\.[^.]{1,5}$/, '')}.${format}`,
    mediaType: sizeTypes[format],
    bytes: Buffer.from(drawn.master.bytes),
  });
  const facts = { width, height, alpha, animated, seconds: null };
  return { ok: true, value: { taken: { file, kind: 'picture', sent, facts, takenOn } } };
}

async function otherTaken<T>(cx: Cx, file: StoredFile, known: Known<T>): Promise<Intake<T>> {
  const { sha256: sent } = file;
  const there = await known(sent);
  if (there !== null) return { ok: true, value: { known: there } };
  const kind = kindOf(file.mediaType, file.name);
  const film = file.mediaType === 'video/mp4' ? await filmFacts(cx, file) : {};
  const facts = { ...plain, ...film };
  return { ok: true, value: { taken: { file, kind, sent, facts, takenOn: null } } };
}

const refuse = (problem: Issue): { ok: false; issues: readonly Issue[] } => ({
  ok: false,
  issues: [problem],
});

const HEAD = 1024;

/** The first bytes, and all of them once more. */
async function beginning(
  bytes: Sent['bytes'],
): Promise<{ readonly head: Buffer; readonly all: AsyncIterable<Uint8Array> }> {
  const source = (bytes instanceof Uint8Array ? once(bytes) : bytes)[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD) {
    const next = await source.next();
    if (next.done === true) break;
    first.push(next.value);
    size += next.value.byteLength;
  }
  return { head: Buffer.concat(first), all: joined(first, source) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* joined(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** Null when there is more than the limit. */
async function gathered(all: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of all) {
    size += part.byteLength;
    if (size > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
