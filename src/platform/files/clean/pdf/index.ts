import { type Clean, Uncleanable } from '../types.ts';
import { Copy } from './copy.ts';

const MOST_PAGES = 3000;
const READ_PAGES = 300;
const LONGEST_TEXT = 1_000_000;

type Mupdf = typeof import('mupdf');

/**
 * A PDF written anew from its pages: what is on them stays as it was coded; who made it, with what and when,
 * what was attached, tagged, signed or left behind by earlier versions is not copied.
 */
export async function cleanPdf(bytes: Buffer): Promise<Clean> {
  const mupdf = await import('mupdf');
  const source = opened(mupdf, bytes);
  if (source.needsPassword()) throw new Uncleanable('locked');
  let made: Buffer;
  try {
    const pages = source.countPages();
    if (pages === 0 || pages > MOST_PAGES)
      throw new Uncleanable(pages === 0 ? 'broken' : 'too_large');
    const clean = new Copy(source, new mupdf.PDFDocument()).made();
    made = Buffer.from(clean.saveToBuffer('objstms=yes,regenerate-id=no').asUint8Array());
  } catch (error) {
    throw error instanceof Uncleanable ? error : new Uncleanable('broken', String(error));
  } finally {
    source.destroy();
  }
  return { bytes: made, text: textIn(mupdf, made) };
}

function opened(mupdf: Mupdf, bytes: Buffer): InstanceType<Mupdf['PDFDocument']> {
  try {
    return new mupdf.PDFDocument(bytes);
  } catch (error) {
    throw new Uncleanable('broken', String(error));
  }
}

// Read from what was made: if it cannot be, it is of no use to a judge either.
function textIn(mupdf: Mupdf, made: Buffer): string {
  const parts: string[] = [];
  let length = 0;
  try {
    const document = new mupdf.PDFDocument(made);
    const pages = Math.min(document.countPages(), READ_PAGES);
    for (let at = 0; at < pages && length < LONGEST_TEXT; at += 1) {
      const page = document.loadPage(at);
      const words = page.toStructuredText('');
      parts.push(words.asText());
      length += parts.at(-1)!.length;
      words.destroy();
      page.destroy();
    }
  } catch (error) {
    throw new Uncleanable('broken', String(error));
  }
  return parts.join('\n').slice(0, LONGEST_TEXT);
}
