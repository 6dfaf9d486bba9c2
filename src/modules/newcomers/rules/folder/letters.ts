import {
  decodeText,
  encodingJudge,
  encodingOfFont,
  type TextEncoding,
} from '../../../../kernel/vietnamese/encodings/index.ts';
import { composed, encodingNamed, isUtf8, markedEncoding } from '../bytes/decode.ts';

const META = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;
const OLD_FONT = /(?:face|font-family)\s*[=:]\s*["']?\s*(\.vn|vni-)/i;

/**
 * The text of an HTML file. What is UTF-8 throughout is nothing else by chance, whatever the page says of itself; pages
 * in old fonts are read byte by byte, for their letters to be read by their fonts afterwards.
 */
export function htmlText(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  if (isUtf8(bytes, true)) return new TextDecoder().decode(bytes);
  const asBytes = new TextDecoder('windows-1252').decode(bytes);
  const said = encodingNamed(META.exec(asBytes.slice(0, 4_096))?.[1] ?? '');
  const western = said === null || said === 'utf-8' || said === 'windows-1252';
  if (OLD_FONT.test(asBytes)) return asBytes;
  if (!western) return composed(new TextDecoder(said).decode(bytes), said);
  if (legacyOf(asBytes.replace(/<[^>]*>/g, ' ')) !== null) return asBytes;
  return composed(new TextDecoder('windows-1258').decode(bytes), 'windows-1258');
}

/** TCVN3 or VNI, where the words of a text are written so; null where they are not. */
export function legacyOf(text: string): TextEncoding | null {
  const judge = encodingJudge();
  for (const line of text.slice(0, 50_000).split(/\n+/))
    if (line.trim() !== '') judge.add(line.trim());
  const { encoding } = judge.verdict();
  return encoding === 'tcvn3' || encoding === 'vni' ? encoding : null;
}

/** The encoding that a list of fonts says: the first that is one of the old ones. */
export function encodingOfFonts(fonts: string): TextEncoding | null {
  for (const font of fonts.split(',')) {
    const encoding = encodingOfFont(font);
    if (encoding !== null) return encoding;
  }
  return null;
}

export const inUnicode = (text: string, encoding: TextEncoding): string => {
  // Spaces at the ends part words of neighbouring elements.
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return inner === '' ? text : before + decodeText(inner, encoding) + after;
};
