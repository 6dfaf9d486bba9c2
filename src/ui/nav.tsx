import { cls, formatCount } from './format.ts';
import { pagerModel } from './pager.ts';
import type { Content } from './types.ts';
import { vi } from './vi.ts';

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly current?: boolean | undefined;
}

/** Links to addresses, at most six. `label` names the group for screen readers. */
export function Tabs(props: { readonly label: string; readonly items: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={props.label}>
      <ul>
        {props.items.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count === undefined ? null : ` (${formatCount(tab.count)})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface Step {
  readonly label: string;
  /** Set on a step that is done and may be gone back to. */
  readonly href?: string | undefined;
  /** Where steps are taken in any order: whether this one is done; each with an address is then a link. */
  readonly done?: boolean | undefined;
  readonly note?: Content;
}

export interface StepsProps {
  readonly items: readonly Step[];
  /** Place of the current step, from 1. */
  readonly now: number;
  /** Names the process for screen readers, where a page shows two. */
  readonly label?: string | undefined;
}

/** The way through a process. More than four steps fold on a phone to a count, a bar and a list. */
export function Steps(props: StepsProps) {
  const { items, now } = props;
  const long = items.length > 4;
  return (
    <nav class={cls('steps', long && 'steps-long')} aria-label={props.label ?? vi.steps}>
      <StepList {...props} />
      {long ? (
        <div class="steps-short">
          <p>
            <strong>{vi.stepOf(now, items.length)}</strong>
          </p>
          <progress aria-label={vi.stepOf(now, items.length)} value={now} max={items.length} />
          <details>
            <summary>{vi.allSteps(items.length)}</summary>
            <StepList {...props} />
          </details>
        </div>
      ) : null}
    </nav>
  );
}

function StepList(props: StepsProps) {
  return (
    <ol>
      {props.items.map((step, i) => {
        const done = step.done ?? i + 1 < props.now;
        const state = i + 1 === props.now ? 'now' : done ? 'done' : 'todo';
        const linked = state === 'done' || (state === 'todo' && step.done !== undefined);
        const words = `${i + 1}. ${step.label}`;
        return (
          <li class={`step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            {linked && step.href ? <a href={step.href}>{words}</a> : <span>{words}</span>}
            {state === 'done' ? <span class="sr"> {vi.stepDone}</span> : null}
            {step.note ? <span class="step-note">{step.note}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}

export interface PagerProps {
  /** From 1. */
  readonly page: number;
  /** Rows on a page. */
  readonly size: number;
  readonly total: number;
  readonly href: (page: number) => string;
}

/** Pages of a list; only the range when everything is on one page, nothing when there are no rows. */
export function Pager(props: PagerProps) {
  const model = pagerModel(props.page, props.size, props.total);
  if (props.total === 0) return null;
  const range = vi.range(formatCount(model.from), formatCount(model.to), formatCount(props.total));
  if (model.last === 1) return <p class="pager-range">{range}</p>;
  const { page, last, numbers } = model;
  return (
    <nav class="pager" aria-label={vi.pages}>
      <ul>
        {page > 1 ? (
          <li>
            <a href={props.href(page - 1)} rel="prev">
              {vi.previous}
            </a>
          </li>
        ) : null}
        {numbers.map((n) => (
          <li>{n === null ? <span class="pager-gap">…</span> : pageLink(n, page, props.href)}</li>
        ))}
        {page < last ? (
          <li>
            <a href={props.href(page + 1)} rel="next">
              {vi.next}
            </a>
          </li>
        ) : null}
      </ul>
      <span class="pager-range">{range}</span>
    </nav>
  );
}

function pageLink(n: number, page: number, href: (page: number) => string) {
  const number = formatCount(n);
  return (
    <a href={href(n)} aria-label={vi.page(number)} aria-current={n === page ? 'page' : undefined}>
      {number}
    </a>
  );
}
