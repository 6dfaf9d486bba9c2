import type { Day } from '../../../kernel/day.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Structure } from '../rules.ts';

/** What a benchmark page shows; all of it stands in the address. */
export interface BenchmarkState {
  /** Code of the office that the page belongs to. */
  readonly place: string;
  readonly org: string;
  readonly on: Day;
  readonly structure: Structure;
  readonly indicator: string | null;
  readonly view: 'records' | 'peers';
}

/** A structure as a word of the address. */
export const structureWord = (structure: Structure): string =>
  structure === 'then' ? 'khi-do' : 'hien-nay';

/** The address of a state, of one of its files (`.xlsx`) or of a page under it (`/ban-ghi`). */
export function addressOf(
  state: BenchmarkState,
  change: Partial<BenchmarkState> = {},
  end = '',
  page?: number,
): string {
  const s = { ...state, ...change };
  return office(s.place, `bao-cao/bang-so-sanh${end}`, {
    'don-vi': s.org === s.place ? null : s.org,
    ngay: s.on,
    'co-cau': s.structure === 'then' ? null : structureWord(s.structure),
    'chi-tieu': s.indicator,
    xem: s.indicator !== null && s.view === 'peers' ? 'don-vi' : null,
    trang: page === undefined || page === 1 ? null : page,
  });
}

/** Anchor of a row, to come back to it. */
export const rowAnchor = (code: string): string => `chi-tieu-${code}`;
