import { renderSvg } from './render.ts';
import {
  type ChartLook,
  INK,
  INK_2,
  LINE,
  LINE_STRONG,
  numberLabel,
  plainLabel,
  STILL,
  TEXT_SIZE,
} from './theme.ts';

const LABELS_INSIDE = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;

export interface LinePoint {
  readonly label: string;
  /** null leaves a gap in the line. */
  readonly value: number | null;
}

/** One line over time with its points and their values. */
export function line(points: readonly LinePoint[], look: ChartLook): Promise<string> {
  const option = {
    grid: { left: 8, right: 40, top: 40, bottom: 8, ...LABELS_INSIDE },
    xAxis: {
      type: 'category',
      boundaryGap: true,
      data: points.map((point) => plainLabel(point.label, 20)),
      axisLine: { lineStyle: { color: LINE_STRONG } },
      axisLabel: { fontSize: TEXT_SIZE, color: INK_2 },
    },
    yAxis: {
      type: 'value',
      splitLine: { lineStyle: { color: LINE } },
      axisLabel: {
        fontSize: TEXT_SIZE,
        color: INK_2,
        formatter: (value: number) => numberLabel(value),
      },
    },
    series: [
      {
        ...STILL,
        type: 'line',
        symbol: 'circle',
        symbolSize: 9,
        lineStyle: { width: 3, color: look.accent.base },
        itemStyle: { color: look.accent.base },
        data: points.map((point) => labelled(point, look.decimals)),
      },
    ],
  };
  return renderSvg(option, look, look.height ?? 320);
}

function labelled({ value }: LinePoint, decimals?: number) {
  const formatter = value === null ? '' : numberLabel(value, decimals);
  const label = {
    show: value !== null,
    position: 'top',
    fontSize: TEXT_SIZE,
    color: INK,
    formatter,
  };
  return { value, label };
}
