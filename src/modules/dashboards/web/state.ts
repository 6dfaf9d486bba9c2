import { yearOf } from '../../../kernel/day.ts';
import { parsePeriod, periodOf, previousPeriod } from '../../../kernel/period.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { SelectOption } from '../../../ui/index.ts';
import {
  extraWords,
  groupWords,
  kindWords,
  layoutWords,
  meantBy,
  type PivotState,
} from '../pages/address.ts';
import { mostPeriods, type PeriodKind, plainQuestion } from '../rules/index.ts';
import { periodName } from '../vi/index.ts';

const mostCodes = 400;

/** All values of a parameter: repeated by a form, or with commas between in an address. */
function codesIn(c: WebContext, name: string): string[] {
  const values = (c.req.queries(name) ?? []).flatMap((value) => value.split(','));
  const codes = values.map((value) => value.trim().slice(0, 60)).filter((value) => value !== '');
  return [...new Set(codes)].slice(0, mostCodes);
}

/** What the address of a pivot asks for; what it does not know is as in the first ready-made question. */
export function pivotState(c: WebContext): PivotState {
  const query = (name: string) => c.req.query(name);
  const count = Number(query('so-ky'));
  const until = query('den') ?? '';
  return {
    place: c.var.place.code,
    group: meantBy(groupWords, query('don-vi')) ?? plainQuestion.group,
    organisations: codesIn(c, 'ma'),
    indicators: codesIn(c, 'chi-tieu'),
    kind: meantBy(kindWords, query('ky')) ?? plainQuestion.kind,
    count:
      Number.isInteger(count) && count >= 1 ? Math.min(count, mostPeriods) : plainQuestion.count,
    until: parsePeriod(until) === null ? null : until,
    periods: codesIn(c, 'cac-ky').filter((code) => parsePeriod(code) !== null),
    structure: query('co-cau') === 'hien-nay' ? 'today' : 'then',
    layout: meantBy(layoutWords, query('bo-cuc')) ?? plainQuestion.layout,
    extra: meantBy(extraWords, query('them')) ?? plainQuestion.extra,
    table: query('bang')?.slice(0, 60) || null,
  };
}

/** Periods of a kind that may be the last one, the latest first; the chosen one is among them. */
export function untilOptions(
  today: string,
  kind: PeriodKind,
  chosen: string | null,
): SelectOption[] {
  const wanted = kind === 'year' ? yearOf(today) - 2009 : kind === 'month' ? 36 : 24;
  const found: SelectOption[] = [];
  for (let at = previousPeriod(periodOf(kind, today)); at !== null && found.length < wanted; ) {
    found.push({ value: at.code, label: periodName(at) });
    at = previousPeriod(at);
  }
  const period = chosen === null ? null : parsePeriod(chosen);
  if (period !== null && !found.some(({ value }) => value === period.code)) {
    found.push({ value: period.code, label: periodName(period) });
  }
  return found;
}
