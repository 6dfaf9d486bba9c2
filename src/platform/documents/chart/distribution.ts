import { renderSvg } from './render.ts';
import {
  type ChartLook,
  INK,
  INK_2,
  LINE_STRONG,
  numberLabel,
  plainLabel,
  STILL,
  TEXT_SIZE,
} from './theme.ts';

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
