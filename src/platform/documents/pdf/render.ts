import path from 'node:path';
import { Apart } from '../../apart.ts';
import type { Answer, Ask, PdfFiles } from './messages.ts';

/** The template does not compile with this data, or the process that set it went away. */
export class PdfFailed extends Error {}

// A fresh process holds 110 MB; the compiler keeps about 75 KB of each card that it has set.
const setter = new Apart<Ask, Answer>({
  file: path.join(import.meta.dirname, 'setter.ts'),
  largest: 400_000_000,
  speaks: true,
});

/**
 * Sets a document with Typst, in a process of its own, one after the other. The template finds its
 * data with `json("/data.json")`, pictures that it is handed by their names, and nothing else: text of the data is never source. Where the data
 * has `{qr: text}`, the template gets an SVG. The same template and data give the same bytes. Fonts:
 * Be Vietnam Pro (400 to 700) unless the template asks for Tinos.
 * @throws PdfFailed
 */
export async function renderPdf(
  template: string,
  data: unknown,
  files: PdfFiles = {},
): Promise<Buffer> {
  const named = Object.keys(files).every((name) => /^[a-z0-9-]+\.(jpg|png)$/.test(name));
  if (!named) throw new PdfFailed('a picture has a name like tranh-1.jpg');
  // Packages would come from the network.
  if (/"@\w/.test(template)) throw new PdfFailed('a template imports no packages');
  const answer = await setter.ask({ template, data: JSON.stringify(data), files });
  if (answer === null) throw new PdfFailed('the process that sets documents ended');
  if ('fault' in answer) throw new PdfFailed(answer.fault);
  return Buffer.from(answer.pdf);
}

/** Ends the process that sets documents; the next one that is asked for starts it again. */
export const closePdf = (): void => setter.close();
