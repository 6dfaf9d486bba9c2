import { cls } from './format.ts';
import type { Content, Tone } from './types.ts';
import { vi } from './vi.ts';

export interface FigureLinkProps {
  /** Already formatted: `18,5`, `86 %`, a word for yes. */
  readonly value: string;
  /** The records behind it; a figure without any is plain text. */
  readonly href?: string | undefined;
  /** Our own among others: bold. */
  readonly own?: boolean | undefined;
  /** Typed by hand: says so. */
  readonly entered?: boolean | undefined;
  /** What the figure is, for screen readers, where only a table head says it. */
  readonly label?: string | undefined;
}

/** A figure that opens what it was computed from. */
export function FigureLink(props: FigureLinkProps) {
  const value = <span class={cls('figure', props.own && 'figure-own')}>{props.value}</span>;
  return (
    <>
      {props.href ? (
        <a href={props.href}>
          {value}
          {props.label ? <span class="sr"> {props.label}</span> : null}
        </a>
      ) : (
        value
      )}
      {props.entered ? <span class="entered"> {vi.enteredByHand}</span> : null}
    </>
  );
}

export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly href?: string | undefined;
  readonly tone?: Tone | undefined;
}

export interface FiguresProps {
  readonly items: readonly Figure[];
  /** In boxes with lines between (office) rather than in the open (portal). */
  readonly boxed?: boolean | undefined;
  /** As-of date and that the figures open. */
  readonly note?: Content;
}

/** A row of big figures, each opening its records. */
export function Figures(props: FiguresProps) {
  return (
    <div class={cls('figures', props.boxed && 'figures-boxed')}>
      <ul>
        {props.items.map((item) => {
          const words = (
            <>
              <span class={cls('figures-value', item.tone && `text-${item.tone}`)}>
                {item.value}
              </span>{' '}
              <span class="figures-label">{item.label}</span>
            </>
          );
          return <li>{item.href ? <a href={item.href}>{words}</a> : <span>{words}</span>}</li>;
        })}
      </ul>
      {props.note ? <p>{props.note}</p> : null}
    </div>
  );
}

export interface SumCell {
  readonly label: string;
  readonly value: string;
  /** The result: tinted. */
  readonly result?: boolean | undefined;
}

/** Start, in, out, end: how a stock came about. */
export function SumRow(props: { readonly items: readonly SumCell[] }) {
  return (
    <dl class="sum-row">
      {props.items.map((item) => (
        <div class={cls(item.result && 'sum-result')}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface PositionBarProps {
  /** 1 is the highest; null when this indicator has no order. */
  readonly rank: number | null;
  readonly of: number;
}

/** The place among peers: right is high; the rank in figures beside it. */
export function PositionBar(props: PositionBarProps) {
  if (props.rank === null) return <span class="unranked">{vi.unranked}</span>;
  const x = `${positionPercent(props.rank, props.of)}%`;
  return (
    <span class="position">
      <svg width="100%" height="20" aria-hidden="true" focusable="false">
        <rect class="position-track" x="0" y="7" width="100%" height="6" rx="3" />
        <rect class="position-middle" x="50%" y="4" width="1" height="12" />
        <rect
          class="position-mark"
          x={x}
          y="1"
          width="5"
          height="18"
          transform="translate(-2.5 0)"
        />
      </svg>
      <span aria-hidden="true">
        {props.rank}/{props.of}
      </span>
      <span class="sr">{vi.rank(props.rank, props.of)}</span>
    </span>
  );
}

/** Where the marker stands, in percent of the track: the first at 97, the last at 3, one alone in the middle. */
export function positionPercent(rank: number, of: number): number {
  if (of <= 1) return 50;
  const share = (of - Math.min(Math.max(1, rank), of)) / (of - 1);
  return Math.round((3 + 94 * share) * 10) / 10;
}

export interface Part {
  readonly count: number;
  /** The count with its noun, a link when `href` is there. */
  readonly label: string;
  readonly href?: string | undefined;
  readonly note?: string | undefined;
  readonly tone: 'ok' | 'accent' | 'none' | 'warn' | 'bad';
}

/** Parts of a whole as one bar, with the counts under it. */
export function PartsBar(props: { readonly parts: readonly Part[] }) {
  const total = props.parts.reduce((sum, part) => sum + part.count, 0);
  let x = 0;
  return (
    <div class="parts">
      <svg width="100%" height="14" aria-hidden="true" focusable="false">
        {props.parts.map((part) => {
          const width = total === 0 ? 0 : (part.count / total) * 100;
          const at = x;
          x += width;
          return <rect class={`part-${part.tone}`} x={`${at}%`} width={`${width}%`} height="14" />;
        })}
      </svg>
      <ul>
        {props.parts.map((part) => (
          <li>
            <svg width="14" height="14" aria-hidden="true" focusable="false">
              <rect class={`part-${part.tone}`} width="14" height="14" />
            </svg>
            {part.href ? <a href={part.href}>{part.label}</a> : <span>{part.label}</span>}
            {part.note ? <span>{part.note}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface ChartProps {
  /** Address of the picture (SVG made by the server). */
  readonly src: string;
  /** What the chart shows, in a sentence. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly caption?: Content;
  /** The table with the same numbers, which is the truth. */
  readonly children?: Content;
}

export function Chart(props: ChartProps) {
  return (
    <div class="chart">
      <figure>
        <img
          src={props.src}
          alt={props.alt}
          width={props.width}
          height={props.height}
          loading="lazy"
          decoding="async"
        />
        {props.caption ? <figcaption>{props.caption}</figcaption> : null}
      </figure>
      {props.children ? <div class="chart-table">{props.children}</div> : null}
    </div>
  );
}
