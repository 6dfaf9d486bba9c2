import type { ArchiveYear } from '../pages/list.tsx';
import type { Stretch } from '../queries/index.ts';
import type { MonthCount } from '../schema.ts';
import { listWords as words } from '../vi/index.ts';

/** A year or a month of a list. */
export interface Period {
  readonly year: number;
  readonly month: number | null;
  readonly label: string;
  readonly within: Stretch;
  readonly query: { readonly nam: number; readonly thang: number | null };
}

const first = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;

/** What `?nam=2024&thang=5` asks for; null: everything. What is no year is left out. */
export function periodOf(year: string | undefined, month: string | undefined): Period | null {
  if (year === undefined || !/^(?:19|2\d)\d\d$/.test(year)) return null;
  const y = Number(year);
  const m = /^(?:0?[1-9]|1[0-2])$/.test(month ?? '') ? Number(month) : null;
  return {
    year: y,
    month: m,
    label: m === null ? words.year(y) : words.month(m, y),
    within:
      m === null
        ? { from: first(y, 1), to: first(y + 1, 1) }
        : { from: first(y, m), to: m === 12 ? first(y + 1, 1) : first(y, m + 1) },
    query: { nam: y, thang: m },
  };
}

/** The years in which a list has anything, with the months of the one that is looked at. */
export function yearsOf(
  months: readonly MonthCount[],
  period: Period | null,
  href: (query: Readonly<Record<string, number | null>>) => string,
): ArchiveYear[] {
  const years = [...new Set(months.map(({ month }) => Number(month.slice(0, 4))))];
  return years.map((year) => {
    const own = months.filter(({ month }) => Number(month.slice(0, 4)) === year);
    return {
      year,
      href: href({ nam: year }),
      articles: own.reduce((sum, { articles }) => sum + articles, 0),
      current: period?.year === year && period.month === null,
      months:
        period?.year !== year
          ? []
          : own.map(({ month }) => {
              const number = Number(month.slice(5, 7));
              return {
                label: words.monthShort(number),
                href: href({ nam: year, thang: number }),
                current: period.month === number,
              };
            }),
    };
  });
}
