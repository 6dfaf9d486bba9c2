const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/**
 * The host that a `Host` header or an address names, as it is compared: lower case, without port and final
 * dots, letters beyond ASCII as punycode. Null for what is no name of a host.
 */
export function plainHost(raw: string): string | null {
  const typed = raw.trim();
  if (typed === '' || typed.length > 300 || /[\s/\\?#@,%]/.test(typed)) return null;
  if (!URL.canParse(`http://${typed}`)) return null;
  const name = new URL(`http://${typed}`).hostname.replace(/\.+$/, '').toLowerCase();
  return name === '' ? null : name;
}

/** True for a name that may stand in the public DNS: two labels or more, no address of numbers. */
export function isPublicName(host: string): boolean {
  const labels = host.split('.');
  if (host.length > 253 || labels.length < 2 || !labels.every((label) => LABEL.test(label)))
    return false;
  const last = labels.at(-1) ?? '';
  return (
    !/^\d+$/.test(last) && !['local', 'localhost', 'internal', 'invalid', 'test'].includes(last)
  );
}
