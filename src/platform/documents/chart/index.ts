import { renderSvg } from './render.ts';
import {
  type ChartLook,
  INK,
  INK_2,
  LINE,
  LINE_STRONG,
  numberLabel,
  plainLabel,
  TEXT_SIZE,
} from './theme.ts';

export type { ChartAccent, ChartLook } from './theme.ts';

export interface Bar {
  readonly label: string;
  /** null: not known; drawn as nothing, labelled with a dash. */
  readonly value: number | null;
  /** Our own bar is drawn in the accent, others in its light line. */
  readonly own?: boolean;
}

const BAR_STEP = 36;
const LONGEST_LABEL = 34;
const LABELS_INSIDE = { outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;
const STILL = { silent: true, emphasis: { disabled: true } } as const;

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
        data: points.map((point) => ({
          value: point.value,
          label: {
            show: point.value !== null,
            position: 'top',
            fontSize: TEXT_SIZE,
            color: INK,
            formatter: point.value === null ? '' : numberLabel(point.value, look.decimals),
          },
        })),
      },
    ],
  };
  return renderSvg(option, look, look.height ?? 320);
}

export interface Distribution {
  /** One value for each peer that has one. */
  readonly peers: readonly number[];
  readonly own: { readonly label: string; readonly value: number } | null;
  /** Such as the mean of all, drawn as a line across the track. */
  readonly middle: { readonly label: string; readonly value: number } | null;
}

/** Where we stand among our peers: a tick for each on one track, our own bold in the accent. */
export function distribution(data: Distribution, look: ChartLook): Promise<string> {
  const { own, middle } = data;
  const words = (mark: { label: string; value: number }): string =>
    `${plainLabel(mark.label, 30)} ${numberLabel(mark.value, look.decimals)}`;
  const side = sideOf([...data.peers, ...[own, middle].flatMap((mark) => mark?.value ?? [])]);
  const option = {
    grid: { left: 24, right: 24, top: 64, bottom: 32 },
    xAxis: {
      type: 'value',
      scale: true,
      axisLine: { show: true, lineStyle: { color: LINE_STRONG } },
      splitLine: { show: false },
      axisLabel: {
        fontSize: TEXT_SIZE,
        color: INK_2,
        hideOverlap: true,
        formatter: (value: number) => numberLabel(value),
      },
    },
    yAxis: { type: 'value', show: false, min: -1, max: 1 },
    series: [
      {
        ...STILL,
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [2, 26],
        itemStyle: { color: INK_2, opacity: 0.55 },
        data: data.peers.map((value) => [value, 0]),
        ...(middle === null
          ? {}
          : { markLine: middleLine(middle.value, words(middle), side(middle.value)) }),
      },
      ...(own === null ? [] : [ownMark(own.value, words(own), side(own.value), look.accent.base)]),
    ],
  };
  return renderSvg(option, look, look.height ?? 150);
}

type Side = 'left' | 'center' | 'right';

// A label near the end of the track grows away from the edge.
function sideOf(values: readonly number[]): (value: number) => Side {
  const least = Math.min(...values);
  const span = Math.max(...values) - least || 1;
  return (value) => {
    const share = (value - least) / span;
    return share < 0.2 ? 'left' : share > 0.8 ? 'right' : 'center';
  };
}

function middleLine(value: number, words: string, align: Side) {
  return {
    symbol: 'none',
    silent: true,
    lineStyle: { color: INK, type: 'dashed', width: 1.5 },
    label: {
      formatter: words,
      position: 'end',
      distance: 24,
      align,
      fontSize: TEXT_SIZE,
      color: INK,
    },
    data: [{ xAxis: value }],
  };
}

function ownMark(value: number, words: string, align: Side, colour: string) {
  return {
    ...STILL,
    type: 'scatter',
    symbol: 'rect',
    symbolSize: [8, 38],
    z: 5,
    itemStyle: { color: colour, opacity: 1 },
    label: {
      show: true,
      align,
      position: 'top',
      formatter: words,
      fontSize: TEXT_SIZE,
      fontWeight: 'bold',
      color: colour,
    },
    data: [[value, 0]],
  };
}
