// What was typed on this machine and not saved yet: a page that is opened again goes on with it. Kept under
// the public id of the assignment, never under the address, which is a secret.

/** The fields of a sheet in their order, the version that they were typed on, and the page that sent them. */
export interface Kept {
  readonly version: string;
  readonly writer: string;
  readonly seq: number;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Milliseconds. */
  readonly at: number;
}

const mark = 'phieu-cham:';
/** Longer than any phase is discussed. */
const oldMs = 60 * 24 * 3_600_000;

export function readKept(key: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(mark + key) ?? 'null') as Kept | null;
    return kept === null || Date.now() - kept.at > oldMs ? null : kept;
  } catch {
    return null;
  }
}

/** Where a browser keeps nothing, the page itself still has what was typed, and warns before it is left. */
export function keep(key: string, kept: Kept | null): void {
  try {
    if (kept === null) localStorage.removeItem(mark + key);
    else localStorage.setItem(mark + key, JSON.stringify(kept));
  } catch {
    // Private windows, a full store.
  }
}
