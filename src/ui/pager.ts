export interface PagerModel {
  /** The page shown, between 1 and `last`, whatever was asked for. */
  readonly page: number;
  readonly last: number;
  /** Place of the first and last row shown, from 1; both 0 when there are none. */
  readonly from: number;
  readonly to: number;
  /** Page numbers to link; null where numbers are left out. */
  readonly numbers: readonly (number | null)[];
}

/** Pages of `size` rows out of `total`; the first, the last and those beside the current are shown. */
export function pagerModel(page: number, size: number, total: number): PagerModel {
  const last = Math.max(1, Math.ceil(total / size));
  const now = Math.min(Math.max(1, Math.trunc(page) || 1), last);
  const shown = [1, now - 1, now, now + 1, last].filter((n) => n >= 1 && n <= last);
  const numbers: (number | null)[] = [];
  let before = 0;
  for (const n of [...new Set(shown)].sort((a, b) => a - b)) {
    // A gap of a single page is shown as that page: dots would take as much room.
    if (n === before + 2) numbers.push(before + 1);
    else if (n > before + 2) numbers.push(null);
    numbers.push(n);
    before = n;
  }
  const from = total === 0 ? 0 : (now - 1) * size + 1;
  return { page: now, last, from, to: Math.min(total, now * size), numbers };
}
