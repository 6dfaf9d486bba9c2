const counts = new Intl.NumberFormat('vi-VN');

/** A whole number with dots between thousands: `4.182`. */
export function formatCount(value: number): string {
  return counts.format(value);
}

/** Joins class names, leaving out what is false or missing; undefined when nothing is left. */
export function cls(...names: (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}

/** The id of the control of a field: `rows.3.title` → `f-rows-3-title`. Error links point at it. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`;
}

/** The address when a browser may safely follow it (http, https, mailto, tel, or a path here), else undefined. */
export function safeHref(href: string): string | undefined {
  // Browsers drop tabs and line ends inside an address, so `java\nscript:` is a script too.
  const text = [...href].filter((letter) => letter > '\u001f' && letter !== '\u007f').join('');
  const address = text.trim();
  if (/^(https?:|mailto:|tel:)/i.test(address)) return address;
  return /^[a-z][a-z0-9+.-]*:/i.test(address) || address === '' ? undefined : address;
}
