import type { FileTypeName } from '../types.ts';
import { cleanOffice } from './office/index.ts';
import { cleanPdf } from './pdf/index.ts';
import { cleanGif, cleanJpeg, cleanPng, cleanWebp } from './pictures/index.ts';
import { cleanMp3 } from './sound/mp3.ts';
import { cleanMp4 } from './sound/mp4.ts';
import { type Cleaned, type Cleaner, largestCleaned, Uncleanable } from './types.ts';

const office: Cleaner = (bytes) => cleanOffice(bytes);

const cleaners: Readonly<Partial<Record<FileTypeName, Cleaner>>> = {
  pdf: cleanPdf,
  docx: office,
  xlsx: office,
  pptx: office,
  jpeg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
  gif: cleanGif,
  mp3: cleanMp3,
  mp4: cleanMp4,
};

/** Cleans in this process: for `process.ts`, and for tests of small files. Never throws. */
export async function cleanHere(bytes: Buffer, type: FileTypeName): Promise<Cleaned> {
  const cleaner = cleaners[type];
  if (cleaner === undefined) return { ok: false, why: 'kind' };
  if (bytes.length > largestCleaned) return { ok: false, why: 'too_large' };
  try {
    return { ok: true, ...(await cleaner(bytes)) };
  } catch (error) {
    // Whatever a broken file makes a reader do, it is the file that is at fault.
    return { ok: false, why: error instanceof Uncleanable ? error.why : 'broken' };
  }
}
