import type { Definition } from '../../indicators/index.ts';
import type { Pivot } from '../queries/index.ts';
import type { PivotData } from '../rules/index.ts';
import { periodHead } from '../vi/index.ts';

/** How a figure is written: whole numbers without decimals, unless it is a measured one. */
export interface Written {
  readonly decimals: number;
  readonly measured: boolean;
}

export const writtenAs = ({ decimals, measure, divisor }: Definition): Written => ({
  decimals,
  measured: measure === 'years' || measure === 'ratio' || divisor !== 1,
});

export function writtenBy(pivot: Pivot): (indicator: string) => Written {
  const known = new Map(
    pivot.indicators.map(({ definition }) => [definition.code, writtenAs(definition)]),
  );
  return (indicator) => known.get(indicator) ?? { decimals: 1, measured: false };
}

const withUnit = ({ label, unit }: Definition): string =>
  unit === null ? label : `${label} (${unit})`;

/** A pivot's answer with the words of its axes. */
export function pivotData(pivot: Pivot): PivotData {
  return {
    items: {
      organisation: pivot.organisations.map(({ code, name }) => ({
        key: code,
        label: name,
        group: null,
      })),
      indicator: pivot.indicators.map(({ definition, group }) => ({
        key: definition.code,
        label: withUnit(definition),
        group,
      })),
      period: pivot.periods.map(({ period, on, running }) => ({
        key: period.code,
        label: periodHead(period, on, running),
        group: null,
      })),
    },
    valueAt: pivot.valueAt,
    adds: pivot.adds,
  };
}
