import path from 'node:path';
import { Apart } from '../../../../platform/apart.ts';
import type { Answer, Ask, Master, PictureFault, SizeAsked } from './messages.ts';

export type { Master, PictureFault, SizeAsked } from './messages.ts';

const painter = new Apart<Ask, Answer>({
  file: path.join(import.meta.dirname, 'process.ts'),
  largest: 900_000_000,
  speaks: false,
});

/** Takes a picture in: upright, in sRGB, of at most `longestSide`, without what its camera noted. Never throws. */
export async function takeIn(
  bytes: Buffer,
): Promise<{ readonly master: Master } | { readonly why: PictureFault }> {
  const answer = await painter.ask({ bytes });
  if (answer === null) return { why: 'picture_slow' };
  const { drawn } = answer;
  if (!drawn.ok) return { why: drawn.why };
  return 'master' in drawn ? { master: drawn.master } : { why: 'picture_broken' };
}

/** A picture in other sizes, in their order; null when it cannot be drawn. Never throws. */
export async function drawSizes(
  bytes: Buffer,
  sizes: readonly SizeAsked[],
): Promise<readonly Buffer[] | null> {
  const answer = await painter.ask({ bytes, sizes });
  if (answer === null || !answer.drawn.ok || !('sizes' in answer.drawn)) return null;
  return answer.drawn.sizes.map((one) => Buffer.from(one));
}

/** Ends the process that draws; the next picture starts it again. */
export const closePainting = (): void => painter.close();
