const HIDDEN = '[hidden]';
const LONGEST_TEXT = 4000;
const MOST_ITEMS = 100;
const DEEPEST = 6;

// Compared with the key in lower case without anything but letters and digits.
const SECRET_KEYS =
  /authorization|cookie|password|passwd|passphrase|passcode|secret|token|apikey|privatekey|credential|otp|csrf|smtpurl|databaseurl|recipient|email/;
const SECRET_NAMES = 'token|code|key|secret|password|passphrase|otp|signature|sig|state|ticket';
const QUERY = new RegExp(`([?&;](?:[\\w-]*[_-])?(?:${SECRET_NAMES})=)[^&#\\s"'<>]+`, 'gi');
const ASSIGNMENT =
  /\b((?:set-)?cookie|authorization|password|passwd|passphrase|token)(["']?\s*[:=]\s*["']?)[^\n"']+/gi;
const BEARER = /\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi;
const USER_INFO = /(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s@"']+@/gi;
const ADDRESS = /https?:\/\/[^\s"'<>]+/gi;
// A part of an address that is long and mixed is the secret of a link sent by mail.
const LINK_SECRET = /(?<=\/)(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{20,}/gi;

/** Takes secrets out of free text: passwords in addresses, tokens of links, header values. */
export function redactText(text: string): string {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return cut
    .replace(USER_INFO, `$1${HIDDEN}@`)
    .replace(BEARER, `$1 ${HIDDEN}`)
    .replace(QUERY, `$1${HIDDEN}`)
    .replace(ASSIGNMENT, `$1$2${HIDDEN}`)
    .replace(ADDRESS, (address) => address.replace(LINK_SECRET, HIDDEN));
}

/**
 * A copy of the value that can be written as JSON without secrets: what stands under a key that
 * names a secret is hidden, texts go through `redactText`, errors keep name, message, stack and code.
 */
export function redact(value: unknown): unknown {
  return copy(value, 0, new Set());
}

function copy(value: unknown, depth: number, above: Set<object>): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= DEEPEST || above.has(value)) return '[…]';
  const inside = new Set(above).add(value);
  const next = (inner: unknown) => copy(inner, depth + 1, inside);
  if (value instanceof Error) return errorFields(value, next);
  if (value instanceof URL) return redactText(value.href);
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map(next);
  const entries =
    value instanceof Map || value instanceof Headers ? [...value] : Object.entries(value);
  return Object.fromEntries(
    entries
      .slice(0, MOST_ITEMS)
      .map(([key, inner]) => [String(key), isSecret(String(key)) ? HIDDEN : next(inner)]),
  );
}

// PostgreSQL's `detail` and `where` quote stored values, so an error's own fields are a closed list.
function errorFields(error: Error, next: (value: unknown) => unknown): Record<string, unknown> {
  const known = error as Error & { code?: unknown; constraint?: unknown; table?: unknown };
  const fields: Record<string, unknown> = {
    name: error.name,
    message: next(error.message),
    stack: next(error.stack),
  };
  for (const key of ['code', 'constraint', 'table', 'cause'] as const) {
    if (known[key] !== undefined) fields[key] = next(known[key]);
  }
  return fields;
}

function isSecret(key: string): boolean {
  return SECRET_KEYS.test(key.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
