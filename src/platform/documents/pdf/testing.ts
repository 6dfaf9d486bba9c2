import { inflateSync } from 'node:zlib';

// Reads back the text of the PDFs that we set: enough of the format for what Typst writes.

interface Part {
  readonly dictionary: string;
  readonly stream: Buffer | null;
}

/** The texts of a PDF's pages in their order; what is set in one go stands on one line. */
export function pdfTexts(pdf: Buffer): string[] {
  const parts = partsOf(pdf);
  const pages = [...parts.values()].find(({ dictionary }) => /\/Type \/Pages\b/.test(dictionary));
  const kids = /\/Kids \[([^\]]*)\]/.exec(pages?.dictionary ?? '')?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map((kid) => pageText(parts, Number(kid[1])));
}

/** The same without white space and soft breaks: for looking for words that a line may break. */
export function pdfLetters(pdf: Buffer): string {
  return lettersOf(pdfTexts(pdf).join(''));
}

export function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[\s\u200b]/g, '');
}

function partsOf(pdf: Buffer): Map<number, Part> {
  const text = pdf.toString('latin1');
  const parts = new Map<number, Part>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = match.index + match[0].length;
    const streamAt = text.indexOf('\nstream\n', start);
    const endAt = text.indexOf('\nendobj', start);
    if (streamAt === -1 || endAt < streamAt) {
      parts.set(Number(match[1]), { dictionary: text.slice(start, endAt), stream: null });
      continue;
    }
    const dictionary = text.slice(start, streamAt);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const raw = pdf.subarray(streamAt + '\nstream\n'.length).subarray(0, length);
    const stream = dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw;
    parts.set(Number(match[1]), { dictionary, stream });
  }
  return parts;
}

const streamText = (part: Part | undefined): string => part?.stream?.toString('latin1') ?? '';

function pageText(parts: ReadonlyMap<number, Part>, id: number): string {
  const page = parts.get(id)?.dictionary ?? '';
  const contentId = Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name, font] of page.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(parts.get(Number(font))?.dictionary ?? '')?.[1];
    fonts.set(name ?? '', lettersByGlyph(streamText(parts.get(Number(map)))));
  }
  let letters: ReadonlyMap<string, string> = new Map();
  let text = '';
  // What is said of a piece of text beside its glyphs is not text of the page.
  const content = streamText(parts.get(contentId)).replace(
    /\/ActualText\s*(<[^>]*>|\((\\[\s\S]|[^\\)])*\))/g,
    '',
  );
  const sign = /\/(f\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\b(ET)\b|\(/g;
  for (let found = sign.exec(content); found !== null; found = sign.exec(content)) {
    const [, font, hex, end] = found;
    if (font !== undefined) letters = fonts.get(font) ?? letters;
    else if (end !== undefined) text += '\n';
    else {
      const [glyphs, after] = hex === undefined ? literal(content, sign.lastIndex) : [hex, 0];
      if (after > 0) sign.lastIndex = after;
      const known = glyphs.toLowerCase().match(/.{4}/g) ?? [];
      text += known.map((glyph) => letters.get(glyph) ?? '\ufffd').join('');
    }
  }
  return text;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

// A string in brackets, which may hold brackets in pairs: its bytes in hex, and where it ends.
function literal(content: string, start: number): [hex: string, after: number] {
  let bytes = '';
  let depth = 1;
  let at = start;
  for (; depth > 0; at += 1) {
    const sign = content[at] ?? '';
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0];
      const next = content[at + 1] ?? '';
      bytes +=
        octal === undefined ? (escapes[next] ?? next) : String.fromCharCode(parseInt(octal, 8));
      at += octal?.length ?? 1;
      continue;
    }
    depth += Number(sign === '(') - Number(sign === ')');
    if (depth > 0) bytes += sign;
  }
  return [Buffer.from(bytes, 'latin1').toString('hex'), at];
}

function lettersByGlyph(map: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, hex] of (block ?? '').matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set((glyph ?? '').toLowerCase(), text(hex ?? ''));
  return letters;
}
