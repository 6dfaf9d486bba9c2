import type { Day } from '../../../kernel/day.ts';
import {
  comparePeriods,
  type Period,
  parsePeriod,
  periodEnd,
  periodOf,
  previousPeriod,
} from '../../../kernel/period.ts';

export const axes = ['organisation', 'indicator', 'period'] as const;
/** What stands in the rows or columns of a pivot, or makes a table of its own. */
export type Axis = (typeof axes)[number];

export const layouts = [
  'indicator-period',
  'organisation-period',
  'organisation-indicator',
  'indicator-organisation',
  'period-indicator',
  'period-organisation',
] as const;
/** Rows, then columns; there is one table for each of what is neither. */
export type Layout = (typeof layouts)[number];

export const groups = ['own', 'below', 'peers', 'chosen'] as const;
/** Whose figures: its own, those directly below it, the provincial unions, or the ones named. */
export type Group = (typeof groups)[number];

export const periodKinds = ['year', 'half_year', 'quarter', 'month'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const extras = ['none', 'difference', 'share'] as const;
/** Columns beside the figures: the second less the first, or the share of each in its column. */
export type Extra = (typeof extras)[number];

export const mostPeriods = 24;
export const mostIndicators = 60;
export const mostOrganisations = 300;
/** Figures of one answer, and of one table on a page. */
export const mostFigures = 60_000;
export const mostOnPage = 4_000;

export interface PivotQuestion {
  readonly group: Group;
  /** Codes, where the group is 'chosen'. */
  readonly organisations: readonly string[];
  /** Codes; none: all of the benchmark table. */
  readonly indicators: readonly string[];
  readonly kind: PeriodKind;
  /** How many periods, the last one included. */
  readonly count: number;
  /** Code of the last period; null: the one that today is in. */
  readonly until: string | null;
  /** Codes of periods, where some are named: then kind, count and until say nothing. */
  readonly periods: readonly string[];
  readonly structure: 'then' | 'today';
  readonly layout: Layout;
  readonly extra: Extra;
}

export const plainQuestion: PivotQuestion = {
  group: 'own',
  organisations: [],
  indicators: [],
  kind: 'year',
  count: 5,
  until: null,
  periods: [],
  structure: 'then',
  layout: 'indicator-period',
  extra: 'none',
};

/** A period with the day that its figures are of: its last one, or today while it runs. */
export interface DatedPeriod {
  readonly period: Period;
  readonly on: Day;
  readonly running: boolean;
}

/** The periods of a question, the earliest first, without those that begin after today. */
export function periodsOf(
  question: Pick<PivotQuestion, 'kind' | 'count' | 'until' | 'periods'>,
  today: Day,
): DatedPeriod[] {
  const named = question.periods.flatMap((code) => usable(code) ?? []);
  const found = named.length > 0 ? named : runOf(question, today);
  const once = [...new Map(found.map((period) => [period.code, period])).values()];
  return once
    .filter((period) => (period.range.from ?? '') <= today)
    .sort(comparePeriods)
    .slice(-mostPeriods)
    .map((period) => {
      const end = periodEnd(period);
      return { period, on: end > today ? today : end, running: end > today };
    });
}

function usable(code: string): Period | null {
  const period = parsePeriod(code);
  return period !== null && periodKinds.some((kind) => kind === period.kind) ? period : null;
}

function runOf(
  { kind, count, until }: Pick<PivotQuestion, 'kind' | 'count' | 'until'>,
  today: Day,
): Period[] {
  const asked = until === null ? null : usable(until);
  const now = periodOf(kind, today);
  // A period of another length that was kept in the address: the one of this length at its end.
  const meant =
    asked === null ? now : asked.kind === kind ? asked : periodOf(kind, periodEnd(asked));
  const last = (meant.range.from ?? '') > today ? now : meant;
  const run = [last];
  while (run.length < Math.min(Math.max(1, count), mostPeriods)) {
    const before = previousPeriod(run[0]!);
    if (before === null) break;
    run.unshift(before);
  }
  return run;
}

/** The parts of a layout: rows, columns, and what there is a table of its own for. */
export function axesOf(layout: Layout): { rows: Axis; columns: Axis; tables: Axis } {
  const [rows, columns] = layout.split('-') as [Axis, Axis];
  return { rows, columns, tables: axes.find((axis) => axis !== rows && axis !== columns)! };
}
