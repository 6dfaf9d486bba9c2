const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?$/;
const VIETNAM_MS = 7 * 60 * 60 * 1000;

/** An instant as the stream writes it, without parts of a second. */
const instant = (ms: number): string | null =>
  Number.isNaN(ms) ? null : new Date(ms).toISOString().replace('.000Z', 'Z');

/** '2019-05-20 08:30:00' in Vietnam ('local') or in Greenwich ('gmt'); null for zeros and what is no time. */
export function timeOf(text: string, zone: 'gmt' | 'local'): string | null {
  const parts = WRITTEN.exec(text.trim());
  if (parts === null || parts[1] === '0000') return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map((part) => Number(part ?? 0));
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(ms);
  // The 31st of February would be another day.
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day) return null;
  return instant(zone === 'gmt' ? ms : ms - VIETNAM_MS);
}

const DATED =
  /\b(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{2,4}) (\d{2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[A-Z]{1,4})?/;

/** 'Mon, 20 May 2019 08:30:00 +0700' or '2019-05-20T08:30:00+07:00'; without a zone it is Vietnam's time. */
export function feedTime(text: string): string | null {
  const trimmed = text.trim();
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/i.test(trimmed))
    return instant(Date.parse(trimmed));
  const plain = timeOf(trimmed, 'local');
  if (plain !== null) return plain;
  const parts = DATED.exec(trimmed);
  if (parts === null) return null;
  const [, day, month, year, hour, minute, second = '00', zone] = parts;
  const ms = Date.parse(`${day} ${month} ${year} ${hour}:${minute}:${second} ${zone ?? '+0700'}`);
  return instant(ms);
}
