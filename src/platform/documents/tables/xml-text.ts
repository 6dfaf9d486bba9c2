import { damaged } from './types.ts';

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The characters behind the five entities and the character references. No other is known. */
export function decodeEntities(text: string): string {
  return text.replace(/&([^;&]{0,12};?)/g, (_, body: string) => {
    if (!body.endsWith(';')) throw damaged('entity');
    const name = body.slice(0, -1);
    const found = NAMED[name] ?? reference(name);
    if (found === null) throw damaged('entity', { entity: name });
    return found;
  });
}

function reference(name: string): string | null {
  const match = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (match === null) return null;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code < 0xd800) ||
    (code >= 0xe000 && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff);
  return allowed ? String.fromCodePoint(code) : null;
}

/** Office writes characters that XML may not hold as _xHHHH_: "_x000D_" is a carriage return. */
export function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;
}

/** White space at both ends of a text counts only under xml:space="preserve". */
export function trimSpace(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}
