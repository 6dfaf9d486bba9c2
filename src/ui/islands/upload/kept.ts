// What was begun on this machine and not ended, so that another page can go on with it. The address of
// the page, which may be a secret, is kept as a number only.

export interface Kept {
  readonly begun: string;
  readonly name: string;
  readonly size: number;
  /** When it was begun; milliseconds. */
  readonly at: number;
}

const mark = 'upload:';
/** No server keeps them longer. */
const oldMs = 2 * 24 * 3_600_000;

/** The place of an input's uploads. */
export function placeOf(address: string, told: Readonly<Record<string, string>>): string {
  let hash = 0xcbf29ce484222325n;
  for (const unit of new TextEncoder().encode(`${address} ${JSON.stringify(told)}`))
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit)) * 0x100000001b3n);
  return `${mark}${hash.toString(36)}:`;
}

export const keyOf = (place: string, file: File): string =>
  `${place}${file.size}:${file.lastModified}:${file.name}`;

export function read(key: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** Nothing is lost where a browser keeps nothing: the file then begins anew on another page. */
export function write(key: string, kept: Kept | null): void {
  try {
    if (kept === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Private windows, a full store.
  }
}

/** All that was begun at a place; what is old anywhere goes. */
export function keptAt(place: string): { readonly key: string; readonly kept: Kept }[] {
  const found: { key: string; kept: Kept }[] = [];
  for (const key of keys()) {
    const kept = read(key);
    if (kept === null || Date.now() - kept.at > oldMs) write(key, null);
    else if (key.startsWith(place)) found.push({ key, kept });
  }
  return found;
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(mark));
  } catch {
    return [];
  }
}
