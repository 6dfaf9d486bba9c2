// The headers that a kept page and its counters look at. Node would read all of a request's headers
// into an object first, which costs more than sending the page.

const looked = [
  'host',
  'cookie',
  'authorization',
  'if-none-match',
  'accept-encoding',
  'user-agent',
  'x-forwarded-for',
  'sec-purpose',
  'purpose',
  'dnt',
  'sec-gpc',
] as const;

/** What a request asks, as far as kept pages and counters need it. */
export type Asked = { [name in (typeof looked)[number]]?: string };

const lengths: boolean[] = [];
for (const name of looked) lengths[name.length] = true;

/**
 * Reads names and values in turn, as they came. Of a header that came twice the last one counts, and any
 * cookie at all counts.
 */
export function askedIn(raw: readonly string[]): Asked {
  const asked: Asked = {};
  for (let at = 0; at < raw.length; at += 2) {
    if (lengths[raw[at]!.length] !== true) continue;
    const name = raw[at]!.toLowerCase() as (typeof looked)[number];
    if (!looked.includes(name)) continue;
    asked[name] = name === 'cookie' ? `${asked.cookie ?? ''};${raw[at + 1]}` : raw[at + 1]!;
  }
  return asked;
}
