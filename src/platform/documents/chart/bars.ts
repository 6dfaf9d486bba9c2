import { renderSvg } from './render.ts';
import {
  type ChartLook,
  INK,
  LINE_STRONG,
  numberLabel,
  plainLabel,
  STILL,
  TEXT_SIZE,
} from './theme.ts';

export interface Bar {
  readonly label: string;
  /** null: not known; drawn as nothing, labelled with a dash. */
  readonly value: number | null;
  /** Our own bar is drawn in the accent, others in its light line. */
  readonly own?: boolean;
}

const BAR_STEP = 36;
const LONGEST_LABEL = 34;

/** Lying bars, the first on top, each with its value written behind it. */
export function bars(items: readonly Bar[], look: ChartLook): Promise<string> {
  const own = items.some((item) => item.own === true);
  const colour = (item: Bar): string =>
    own && item.own !== true ? look.accent.line : look.accent.base;
  const height = look.height ?? items.length * BAR_STEP + 24;
  const option = {
    grid: { left: labelRoom(items), right: 96, top: 8, bottom: 8 },
    xAxis: { type: 'value', show: false, min: (range: { min: number }) => Math.min(0, range.min) },
    yAxis: {
      silent: true,
      type: 'category',
      inverse: true,
      data: items.map((item) => plainLabel(item.label, LONGEST_LABEL)),
      axisLine: { lineStyle: { color: LINE_STRONG } },
      axisTick: { show: false },
      axisLabel: { fontSize: TEXT_SIZE, color: INK, interval: 0 },
    },
    series: [
      {
        ...STILL,
        type: 'bar',
        barWidth: 18,
        data: items.map((item) => ({
          value: item.value ?? 0,
          itemStyle: { color: colour(item) },
          label: {
            show: true,
            position: 'right',
            fontSize: TEXT_SIZE,
            fontWeight: item.own === true ? 'bold' : 'normal',
            color: INK,
            formatter: item.value === null ? '–' : numberLabel(item.value, look.decimals),
          },
        })),
      },
    ],
  };
  return renderSvg(option, look, height);
}

// No letters can be measured here, and the reader's font is not known: a generous mean width.
function labelRoom(items: readonly Bar[]): number {
  const longest = Math.max(
    0,
    ...items.map((item) => [...plainLabel(item.label, LONGEST_LABEL)].length),
  );
  return 20 + Math.ceil(longest * 0.6 * TEXT_SIZE);
}
