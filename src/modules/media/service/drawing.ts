import { sql } from 'kysely';
import { z } from 'zod';
import { type Cx, command, execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { keepMade, linkFiles, openFile, type StoredFile } from '../../../platform/files.ts';
import { mediaManage } from '../policy.ts';
import { mediumById, openByPids } from '../queries/index.ts';
import { type Drawn, type Size, sizesOf, sizeTypes } from '../rules/index.ts';
import type { Medium } from '../schema/index.ts';
import { DRAW } from './names.ts';
import { drawSizes } from './pictures/index.ts';

const input = z.strictObject({
  medium: z.uuid(),
  sizes: z.array(z.strictObject({ name: z.string(), file: z.string() })).min(1),
});

/** Gives a picture its sizes: by the machine only, which made them. */
const keepSizes = command({
  name: DRAW,
  input,
  permission: mediaManage,
  load: async (cx, { medium: id }) => {
    if (cx.actor.kind !== 'system') throw new NotFound('media');
    const medium = await mediumById(cx.db, id);
    if (medium === null) throw new NotFound('media');
    return medium;
  },
  at: (medium) => [medium.organisationId],
  run: async (cx, medium, { sizes }) => {
    const { id, organisationId, filePid } = medium;
    await sql`delete from medium_size where medium_id = ${id}`.execute(cx.db);
    const pids = [filePid, ...sizes.map(({ file }) => file)];
    await linkFiles(cx, { type: 'media', id, organisationId }, pids);
    await sql`insert into medium_size (medium_id, name, file_id)
      select ${id}, s.name, f.id
      from unnest(${sizes.map(({ name }) => name)}::text[], ${sizes.map(({ file }) => file)}::text[])
        as s (name, pid) join file f on f.pid = s.pid`.execute(cx.db);
    await sql`update medium set sizes_at = ${cx.clock.now()} where id = ${id}`.execute(cx.db);
    return {
      result: { pid: medium.pid },
      subject: { type: 'media', id },
      organisationId,
      changes: { sizes: { new: sizes.map(({ name }) => name) } },
    };
  },
});

/** The picture of a medium, where it is one. */
export const drawnOf = ({ width, height, alpha, animated }: Medium): Drawn | null =>
  width === null || height === null ? null : { width, height, alpha, animated };

/** Makes the sizes of a picture, one width after the other; what is gone by now is left. */
export async function drawMedium(cx: Cx, id: string): Promise<void> {
  const medium = await mediumById(cx.db, id);
  const drawn = medium === null ? null : drawnOf(medium);
  if (medium === null || drawn === null || medium.kind !== 'picture') return;
  const bytes = await contentOf(cx, medium);
  const made: { name: string; file: string }[] = [];
  const sizes = sizesOf(drawn);
  for (const width of new Set(sizes.map((size) => size.width))) {
    const these = sizes.filter((size) => size.width === width);
    made.push(...(await drawnFiles(cx, bytes, these, drawn)));
  }
  await execute(cx, keepSizes, { medium: id, sizes: made });
}

async function drawnFiles(cx: Cx, bytes: Buffer, sizes: readonly Size[], { animated }: Drawn) {
  const asked = sizes.map(({ width, format }) => ({
    width,
    format,
    moving: animated && format === 'webp',
  }));
  const pictures = await drawSizes(bytes, asked);
  // The worker tries again later, and in the end tells whoever looks after it.
  if (pictures === null) throw new Error('a picture of the library could not be drawn');
  const made: { name: string; file: string }[] = [];
  for (const [at, { name, format }] of sizes.entries()) {
    const file = await keepMade(cx, { name, mediaType: sizeTypes[format], bytes: pictures[at]! });
    made.push({ name, file: file.pid });
  }
  return made;
}

export async function contentOf(
  cx: Pick<Cx, 'files' | 'keys'>,
  { sha256 }: Pick<StoredFile, 'sha256'>,
): Promise<Buffer> {
  const content = await openFile(cx, { sha256, sealed: false });
  try {
    return await content.read(0, content.size);
  } finally {
    await content.close();
  }
}

/** A picture as JPEG for a document on paper. */
export interface PaperPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * Public pictures for a document on paper, at most `px` wide, by their pids; what is not public or no picture is not
 * in it. One query.
 */
export async function picturesForPaper(
  cx: Cx,
  pids: readonly string[],
  px: number,
): Promise<ReadonlyMap<string, PaperPicture>> {
  const found = new Map<string, PaperPicture>();
  for (const medium of await openByPids(cx.db, pids)) {
    const drawn = medium.kind === 'picture' ? drawnOf(medium) : null;
    const picture = drawn === null ? null : await forPaper(cx, medium, drawn, px);
    if (picture !== null) found.set(medium.pid, picture);
  }
  return found;
}

/** One of them; null when there is none to draw. */
export const pictureForPaper = async (
  cx: Cx,
  pid: string,
  px: number,
): Promise<PaperPicture | null> => (await picturesForPaper(cx, [pid], px)).get(pid) ?? null;

async function forPaper(
  cx: Cx,
  medium: Medium,
  drawn: Drawn,
  px: number,
): Promise<PaperPicture | null> {
  const width = Math.min(Math.max(1, Math.round(px)), drawn.width);
  const asked = { width, format: 'jpg', moving: false } as const;
  const [bytes] = (await drawSizes(await contentOf(cx, medium), [asked])) ?? [];
  if (bytes === undefined) return null;
  return { bytes, width, height: Math.max(1, Math.round((drawn.height * width) / drawn.width)) };
}
