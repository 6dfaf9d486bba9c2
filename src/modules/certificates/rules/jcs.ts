/**
 * The canonical text of a JSON value (RFC 8785): names in the order of their UTF-16 code units, no blanks,
 * numbers and strings as ECMAScript writes them. Text stays as it is, also where it is not in NFC.
 * @throws RangeError for what JSON has no form for: undefined, NaN, bigint, functions, half a surrogate pair
 */
export function jcs(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, one]) => `${quoted(name)}:${jcs(one)}`).join(',')}}`;
  }
  throw new RangeError(`no canonical text for ${typeof value}`);
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('half a character');
  return JSON.stringify(text);
}
