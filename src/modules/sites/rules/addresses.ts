import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';

// Folded, because rules hold no Vietnamese letters.
const PROVINCE = /^(tinh|thanh pho|tp\.?|thu do) /;
const COMMUNE = /^(xa|phuong|thi tran|dac khu) /;

export interface Parted {
  /** As it was written; null where the address names none. */
  readonly province: string | null;
  readonly commune: string | null;
}

/**
 * The province and commune that an address names: its last part, and the last that says what it is.
 * '12 Hoàng Văn Thụ, phường Chiềng Lề, tỉnh Sơn La' gives 'Sơn La' and 'phường Chiềng Lề'.
 */
export function partedAddress(address: string): Parted {
  const parts = address
    .split(/[,;–]|\s-\s/)
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter(Boolean);
  const commune = parts.findLast((part) => COMMUNE.test(foldForSearch(part))) ?? null;
  const named = parts.findLast((part) => PROVINCE.test(foldForSearch(part)));
  const last = parts.at(-1);
  const province = named ?? (parts.length > 1 && last !== commune ? last : undefined);
  return { province: province === undefined ? null : bare(province), commune };
}

// 'tỉnh Sơn La' and 'Sơn La' are one: the word that says what it is goes.
function bare(province: string): string {
  const words = province.split(/\s+/);
  const opening = PROVINCE.exec(`${foldForSearch(province)} `)?.[1] ?? '';
  return words.slice(opening === '' ? 0 : opening.split(' ').length).join(' ');
}

export interface Grouped<Row> {
  /** Null: those that name none. */
  readonly title: string | null;
  readonly rows: readonly Row[];
}

/**
 * Rows by the province of their address, or by commune where all are of one province; those without come last.
 * The order of rows within a group stays.
 */
export function byPlace<Row extends { readonly address: string | null }>(
  rows: readonly Row[],
  compare: (a: string, b: string) => number,
): readonly Grouped<Row>[] {
  const placed = rows.map((row) => ({
    row,
    ...(row.address === null ? { province: null, commune: null } : partedAddress(row.address)),
  }));
  const key = (text: string): string => foldForSearch(text);
  const provinces = new Set(
    placed.flatMap(({ province }) => (province === null ? [] : [key(province)])),
  );
  const finer = provinces.size < 2;
  const titles = new Map<string, string>();
  const groups = Map.groupBy(placed, ({ province, commune }) => {
    const title = finer ? commune : province;
    if (title === null) return '';
    if (!titles.has(key(title))) titles.set(key(title), title);
    return key(title);
  });
  return [...groups]
    .map(([name, list]) => ({ title: titles.get(name) ?? null, rows: list.map(({ row }) => row) }))
    .sort((a, b) =>
      a.title === null || b.title === null
        ? Number(a.title === null) - Number(b.title === null)
        : compare(a.title, b.title),
    );
}
