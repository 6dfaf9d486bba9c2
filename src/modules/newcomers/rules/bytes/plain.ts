const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Text in which `&amp;`, `&#039;` and their like are letters again. */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,6}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

/** The words of HTML on lines, for leads and comments. */
export function plainText(html: string): string {
  return unescaped(
    html
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
      .replace(/\s*<(br|\/p|\/div|\/li|\/h\d)\b[^>]*>\s*/gi, '\n')
      .replace(/<[^>]*>/g, ''),
  )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim();
}

/** Path and query of an address, as a reader asks for it; null for the first page and what is no address. */
export function pathOf(address: string): string | null {
  if (!URL.canParse(address, 'http://site.invalid')) return null;
  const { pathname, search, protocol } = new URL(address, 'http://site.invalid');
  if (!/^https?:$/.test(protocol)) return null;
  const path = `${pathname}${search}`;
  return path === '/' ? null : path;
}
