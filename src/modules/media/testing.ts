import sharp, { type Sharp } from 'sharp';
import type { Cx } from '../../platform/command.ts';
import { execute } from '../../platform/command.ts';
import { type Added, addMedium, createAlbum, type Said } from './service/index.ts';

// What the tests of this module share: pictures in their real formats. Who works in the federation: `activities`.

export { cxOf, idOf, placeAt, smallFederation, someone } from '../activities/testing.ts';

let drawn = 0;

/** A picture of its own: no two of them are the same file. */
export function picture(width = 400, height = 300, channels: 3 | 4 = 3): Sharp {
  drawn += 1;
  // Far enough from each other that no encoder makes two of them the same.
  const [r, g] = [(drawn * 37) % 256, (drawn * 91) % 256];
  const background = { r, g, b: 90, alpha: channels === 4 ? 0.5 : 1 };
  return sharp({ create: { width, height, channels, background } });
}

/** A GIF of two frames. */
export const movingGif = (): Promise<Buffer> =>
  sharp(Buffer.concat([Buffer.alloc(30_000, 200), Buffer.alloc(30_000, 20)]), {
    raw: { width: 100, height: 200, channels: 3, pageHeight: 100 },
  })
    .gif({ delay: [100, 100] })
    .toBuffer();

/** Adds a file to the library of Sơn La and gives what came of it. */
export async function addedTo(
  cx: Cx,
  name: string,
  bytes: Buffer,
  said: Partial<Said> = {},
): Promise<Added> {
  const outcome = await addMedium(cx, { organisation: 'sonla', ...said }, { name, bytes });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

/** Adds a small picture; gives its pid. */
export async function aPicture(cx: Cx, said: Partial<Said> = {}): Promise<string> {
  return (await addedTo(cx, 'anh.jpg', await picture().jpeg().toBuffer(), said)).pid;
}

/** An album of Sơn La; gives its pid. */
export async function anAlbum(cx: Cx, title = 'Đại hội lần thứ IX'): Promise<string> {
  const input = { organisation: 'sonla', title, held_on: '12/05/2026', public: '1' };
  const made = await execute(cx, createAlbum, input);
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return made.value.pid;
}
