import { mean } from '../../../kernel/stats.ts';
import { compareVietnamese } from '../../../kernel/vietnamese/sort.ts';
import { type Definition, rankAmong } from '../../indicators/index.ts';
import { valueText } from '../../reporting/index.ts';
import { recordsAddress } from '../pages/address.ts';
import type { Pivot } from '../queries/index.ts';
import type { Place as At } from '../rules/index.ts';
import { writtenAs } from '../sheets/index.ts';
import { mapWords, periodHead, pivotWords, words } from '../vi/index.ts';
import type { TileHref } from './map-view.ts';

export interface TileCell {
  readonly text: string;
  readonly href: string | undefined;
}

export interface TileTable {
  readonly head: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly TileCell[] }[];
}

export interface TileSurroundings {
  /** Code and short name of the organisation whose dashboard it is. */
  readonly code: string;
  readonly shortName: string;
  readonly today: string;
  /** The office in which figures open; null for everybody: nothing opens there. */
  readonly office: string | null;
  readonly mapHref: TileHref;
}

export const mostBars = 15;

export const cell = (pivot: Pivot, around: TileSurroundings, at: At): TileCell => {
  const definition = pivot.indicators.find(
    (one) => one.definition.code === at.indicator,
  )?.definition;
  const value = pivot.valueAt(at);
  const on = pivot.periods.find(({ period }) => period.code === at.period)?.on;
  const opens = pivot.organisations.find(({ code }) => code === at.organisation)?.opens === true;
  if (definition === undefined || value === null || on === undefined) {
    return { text: pivotWords.unknown, href: undefined };
  }
  const { structure } = pivot.question;
  const figure = { organisation: at.organisation, indicator: at.indicator, on, structure };
  return {
    text: valueText(value, writtenAs(definition)),
    href: around.office !== null && opens ? recordsAddress(around.office, figure) : undefined,
  };
};

/** Values of one indicator and the last period, of those that have one. */
export function valuesOf(pivot: Pivot): { code: string; name: string; value: number }[] {
  const indicator = pivot.indicators[0]?.definition.code ?? '';
  const period = pivot.periods.at(-1)?.period.code ?? '';
  return pivot.organisations
    .flatMap(({ code, name }) => {
      const value = pivot.valueAt({ organisation: code, indicator, period });
      return value === null ? [] : [{ code, name, value: Number(value) }];
    })
    .sort((a, b) => b.value - a.value || compareVietnamese(a.name, b.name));
}

export function rankOf(
  peers: Pivot,
  code: string,
  indicator: string,
): { rank: number; of: number } | null {
  const period = peers.periods.at(-1)?.period.code ?? '';
  const value = (organisation: string) => peers.valueAt({ organisation, indicator, period });
  if (!peers.organisations.some((one) => one.code === code)) return null;
  const rank = rankAmong(
    value(code),
    peers.organisations.map((one) => value(one.code)),
  );
  return rank === null ? null : { rank, of: peers.organisations.length };
}

/** The highest values; the organisation whose dashboard it is stands last where it is not among them. */
export function barsOf(pivot: Pivot, code: string): ReturnType<typeof valuesOf> {
  const all = valuesOf(pivot);
  const shown = all.slice(0, mostBars);
  const own = all.find((one) => one.code === code);
  if (own === undefined || shown.includes(own)) return shown;
  return [...shown.slice(0, -1), own];
}

export const meanOf = (pivot: Pivot): number | null =>
  mean(valuesOf(pivot).map(({ value }) => value));

/** All organisations with their values, the highest first. */
export function ranked(pivot: Pivot, definition: Definition, around: TileSurroundings): TileTable {
  const period = pivot.periods.at(-1)?.period.code ?? '';
  const known = valuesOf(pivot);
  const rest = pivot.organisations.filter(({ code }) => !known.some((one) => one.code === code));
  return {
    head: words.tile.organisation,
    columns: [withUnit(definition)],
    rows: [...known, ...rest].map(({ code, name }) => ({
      label: name,
      cells: [cell(pivot, around, { organisation: code, indicator: definition.code, period })],
    })),
  };
}

const withUnit = ({ label, unit }: Definition): string =>
  unit === null ? label : `${label} (${unit})`;

export function tableOf(
  pivot: Pivot,
  around: TileSurroundings,
  by: 'periods' | 'indicators' | 'organisations',
): TileTable {
  const { periods, indicators, organisations } = pivot;
  const period = periods.at(-1)?.period.code ?? '';
  const heads = periods.map((one) => periodHead(one.period, one.on, one.running));
  const own = { organisation: around.code };
  if (by === 'periods') {
    const definition = indicators[0]?.definition;
    const indicator = definition?.code ?? '';
    return {
      head: pivotWords.filters.kind,
      columns: [definition === undefined ? mapWords.value : withUnit(definition)],
      rows: periods.map((one, at) => ({
        label: heads[at] ?? '',
        cells: [cell(pivot, around, { ...own, indicator, period: one.period.code })],
      })),
    };
  }
  if (by === 'indicators') {
    return {
      head: words.columns.indicatorLabel,
      columns: heads,
      rows: indicators.map(({ definition }) => ({
        label: withUnit(definition),
        cells: periods.map((one) =>
          cell(pivot, around, { ...own, indicator: definition.code, period: one.period.code }),
        ),
      })),
    };
  }
  return {
    head: words.tile.organisation,
    columns: indicators.map(({ definition }) => withUnit(definition)),
    rows: organisations.map(({ code, name }) => ({
      label: name,
      cells: indicators.map(({ definition }) =>
        cell(pivot, around, { organisation: code, indicator: definition.code, period }),
      ),
    })),
  };
}
