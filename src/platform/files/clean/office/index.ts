import { type Clean, Uncleanable } from '../types.ts';
import { packed, unpacked } from '../zip.ts';
import { Package } from './package.ts';

const LONGEST_TEXT = 1_000_000;

/**
 * A document of Word, Excel or PowerPoint put together anew from the parts that its pages need. What tells
 * who wrote it, when, where and with what is gone, also from the pictures in it; text and look stay. Objects
 * of other programs stay as their picture.
 */
export async function cleanOffice(bytes: Buffer, nested = false): Promise<Clean> {
  const parts = await unpacked(bytes);
  const made = new Package(parts, async (inner) => {
    if (nested) throw new Uncleanable('inside', 'nested');
    return (await cleanOffice(inner, true)).bytes;
  });
  await made.build();
  return { bytes: packed(made.written()), text: made.text().slice(0, LONGEST_TEXT) };
}
