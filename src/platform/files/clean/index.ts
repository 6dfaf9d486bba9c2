import path from 'node:path';
import { Apart } from '../../apart.ts';
import type { FileTypeName } from '../types.ts';
import type { Answer, Ask } from './messages.ts';
import { type Cleaned, cleanable, largestCleaned } from './types.ts';

export { type Cleaned, type CleanFault, cleanable, cleanFaults, largestCleaned } from './types.ts';

const cleaner = new Apart<Ask, Answer>({
  file: path.join(import.meta.dirname, 'process.ts'),
  node: ['--max-old-space-size=1500'],
  largest: 700_000_000,
  speaks: false,
});

/**
 * Takes from a file what tells who made it, with what and when: two files that differ in nothing else come
 * out the same, byte by byte, and look as before. Also gives the text that people read in it ('' for
 * pictures and sound). In a process of its own, one after the other; never throws.
 */
export async function cleanFile(bytes: Buffer, type: FileTypeName): Promise<Cleaned> {
  if (!cleanable.has(type)) return { ok: false, why: 'kind' };
  if (bytes.length > largestCleaned) return { ok: false, why: 'too_large' };
  const answer = await cleaner.ask({ type, bytes });
  if (answer === null) return { ok: false, why: 'failed' };
  const { cleaned } = answer;
  return cleaned.ok ? { ...cleaned, bytes: Buffer.from(cleaned.bytes) } : cleaned;
}

/** Ends the process that cleans; the next file starts it again. */
export const closeCleaning = (): void => cleaner.close();
