import { SaxesParser } from 'saxes';
import { refuseTraps, xmlText } from './relations.ts';

const svg = 'http://www.w3.org/2000/svg';
const link = 'http://www.w3.org/1999/xlink';
const dropped = new Set(['metadata', 'title', 'desc', 'script', 'foreignObject']);

/** A drawing without what the program that drew it wrote beside it. @throws Uncleanable */
export function cleanSvg(bytes: Buffer): Buffer {
  const out: string[] = [];
  let depth = 0;
  let outside = 0;
  const parser = new SaxesParser({ xmlns: true });
  refuseTraps(parser);
  parser.on('opentag', ({ local, uri, attributes }) => {
    depth += 1;
    if (outside > 0) return;
    if (uri !== svg || dropped.has(local)) {
      outside = depth;
      return;
    }
    const own = Object.values(attributes).flatMap((one) => {
      if (one.uri === link && one.local === 'href') return [`xlink:href="${quoted(one.value)}"`];
      const plain = one.uri === '' && one.prefix === '' && one.name !== 'xmlns';
      return plain && !/^(on|data-)/i.test(one.local) ? [`${one.name}="${quoted(one.value)}"`] : [];
    });
    const spaces = depth === 1 ? [`xmlns="${svg}"`, `xmlns:xlink="${link}"`] : [];
    out.push(`<${[local, ...spaces, ...own].join(' ')}>`);
  });
  parser.on('closetag', ({ local }) => {
    if (outside === 0) out.push(`</${local}>`);
    else if (outside === depth) outside = 0;
    depth -= 1;
  });
  parser.on('text', (text) => {
    if (outside === 0) out.push(quoted(text));
  });
  parser.on('cdata', (text) => {
    if (outside === 0) out.push(quoted(text));
  });
  parser.write(xmlText(bytes)).close();
  return Buffer.from(out.join(''), 'utf8');
}

const quoted = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
