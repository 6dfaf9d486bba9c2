import { office } from '../../../platform/http/addresses.ts';
import { benchmarkAddress, structureWord } from '../../reporting/index.ts';
import type { Extra, Group, Layout, PeriodKind, PivotQuestion } from '../rules/index.ts';

export const groupWords: Readonly<Record<Group, string>> = {
  own: 'don-vi-nay',
  below: 'truc-thuoc',
  peers: 'lien-hiep-hoi',
  chosen: 'tu-chon',
};

export const kindWords: Readonly<Record<PeriodKind, string>> = {
  year: 'nam',
  half_year: 'nua-nam',
  quarter: 'quy',
  month: 'thang',
};

export const layoutWords: Readonly<Record<Layout, string>> = {
  'indicator-period': 'chi-tieu-theo-ky',
  'organisation-period': 'don-vi-theo-ky',
  'organisation-indicator': 'don-vi-theo-chi-tieu',
  'indicator-organisation': 'chi-tieu-theo-don-vi',
  'period-indicator': 'ky-theo-chi-tieu',
  'period-organisation': 'ky-theo-don-vi',
};

export const extraWords: Readonly<Record<Extra, string>> = {
  none: 'khong',
  difference: 'chenh-lech',
  share: 'ty-trong',
};

/** The value whose word stands in the address; null for any other word. */
export function meantBy<Value extends string>(
  words: Readonly<Record<Value, string>>,
  word: string | undefined,
): Value | null {
  const found = (Object.keys(words) as Value[]).find((value) => words[value] === word);
  return found ?? null;
}

/** What a pivot page shows; all of it stands in the address. */
export interface PivotState extends PivotQuestion {
  /** Code of the office that the page belongs to. */
  readonly place: string;
  /** Key of the table that is shown, of those that the layout makes; null: the first. */
  readonly table: string | null;
}

/** The address of a pivot, of one of its files (`.xlsx`) or of its form (`/chon`). */
export function pivotAddress(
  state: PivotState,
  change: Partial<PivotState> = {},
  end = '',
): string {
  const s = { ...state, ...change };
  const named = s.periods.length > 0;
  return office(s.place, `bao-cao/tong-hop${end}`, {
    'don-vi': groupWords[s.group],
    ma: s.group === 'chosen' ? s.organisations.join() : null,
    'chi-tieu': s.indicators.join(),
    ky: named ? null : kindWords[s.kind],
    'so-ky': named ? null : s.count,
    den: named ? null : s.until,
    'cac-ky': s.periods.join(),
    'co-cau': s.structure === 'then' ? null : structureWord(s.structure),
    'bo-cuc': layoutWords[s.layout],
    them: s.extra === 'none' ? null : extraWords[s.extra],
    bang: s.table,
  });
}

/** The records behind one figure. */
export function recordsAddress(
  place: string,
  figure: {
    readonly organisation: string;
    readonly indicator: string;
    readonly on: string;
    readonly structure: 'then' | 'today';
  },
): string {
  return benchmarkAddress(
    {
      place,
      org: figure.organisation,
      on: figure.on,
      structure: figure.structure,
      indicator: figure.indicator,
      view: 'records',
    },
    {},
    '/ban-ghi',
  );
}

export const dashboardsPath = 'bao-cao/bang-dieu-khien';

/** Address of a dashboard of an office; of the list without a pid. */
export function dashboardAddress(place: string, pid = '', rest = ''): string {
  return office(place, [dashboardsPath, pid, rest].filter(Boolean).join('/'));
}
