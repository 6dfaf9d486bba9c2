import { site } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { newestPublic, type Shown } from '../service/index.ts';
import { siteWords as words } from '../vi/index.ts';
import { path, scopeOf, siteOf } from './shared.ts';

const most = 50;

/** What became public last, as Atom (RFC 4287). Made anew at each request: a consent may be gone. */
export async function feed(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const items = await newestPublic(cx, { under: scopeOf(c), limit: most });
  const [origin, code] = [siteOf(c), place.code];
  const own = `${origin}${site(code, `${path}/nguon-tin`)}`;
  const updated = items[0]?.since ?? new Date(0);
  const text = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">',
    element('title', `${words.title}: ${place.name}`),
    element('id', own),
    element('updated', updated.toISOString()),
    `<author>${element('name', place.name)}</author>`,
    `<link rel="self" href="${escaped(own)}"/>`,
    `<link href="${escaped(`${origin}${site(code, path)}`)}"/>`,
    ...items.map((one) => entry(one, `${origin}${site(code, `${path}/${one.pid}`)}`)),
    '</feed>',
    '',
  ].join('\n');
  return c.body(text, 200, {
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'no-cache',
  });
}

function entry(one: Shown, href: string): string {
  const facts = [one.prizes.join(', '), one.field, one.edition.name, one.union.name, one.summary];
  return [
    '<entry>',
    element('title', one.title),
    element('id', href),
    `<link href="${escaped(href)}"/>`,
    element('updated', one.since.toISOString()),
    ...one.authors.map(({ name }) => `<author>${element('name', name)}</author>`),
    element('summary', facts.filter(Boolean).join(' · ')),
    '</entry>',
  ].join('\n');
}

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

// XML has no place for most control characters, whoever typed them.
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (mark) => marks[mark]!);
