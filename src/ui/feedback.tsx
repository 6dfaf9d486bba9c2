import { Form, type HiddenValues } from './form/form.tsx';
import { cls, formatCount } from './format.ts';
import { Icon } from './icon.tsx';
import { Marks } from './marks.tsx';
import type { BadgeTone, Content, Level, Tone } from './types.ts';
import { vi } from './vi.ts';

/** A state: shape, word and colour, so that it is read in grey too. Not to be clicked. */
export function Badge(props: { readonly tone: BadgeTone; readonly children?: Content }) {
  return (
    <span class={`badge badge-${props.tone}`}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" focusable="false">
        {shapes[props.tone]}
      </svg>
      <span>{props.children}</span>
    </span>
  );
}

const shapes = {
  ok: <circle cx="5" cy="5" r="4" />,
  warn: <path d="M5 .2 9.8 5 5 9.8 .2 5Z" />,
  bad: <rect x="1" y="1" width="8" height="8" />,
  info: <circle class="hollow" cx="5" cy="5" r="3.9" />,
  none: <circle class="hollow" cx="5" cy="5" r="3.9" />,
} as const satisfies Record<BadgeTone, unknown>;

export interface AlertProps {
  readonly tone: Tone;
  /** First words, bold: what is the matter. */
  readonly title?: string | undefined;
  /** Then what to do. */
  readonly children?: Content;
  /** Read at once by screen readers: only for what has just happened. */
  readonly live?: boolean | undefined;
}

export function Alert(props: AlertProps) {
  return (
    <div class={`alert alert-${props.tone}`} role={props.live ? 'status' : undefined}>
      <p>
        {props.title ? (
          <>
            <strong>{props.title}</strong>{' '}
          </>
        ) : null}
        {props.children}
      </p>
    </div>
  );
}

export interface ToastProps {
  /** What was done, with how many. */
  readonly text: string;
  /** POST that undoes it. */
  readonly undo?:
    | {
        readonly action: string;
        readonly hidden?: HiddenValues | undefined;
        readonly label?: string | undefined;
      }
    | undefined;
}

/** After an act that succeeded: an alert in the page; with script it floats and leaves after 8 s. */
export function Toast(props: ToastProps) {
  return (
    <lt-toast class="toast alert alert-ok" role="status">
      <Icon name="check" />
      <span class="toast-text">{props.text}</span>
      {props.undo ? (
        <Form action={props.undo.action} hidden={props.undo.hidden} inline>
          <button type="submit" class="link-button">
            {props.undo.label ?? vi.undo}
          </button>
        </Form>
      ) : null}
    </lt-toast>
  );
}

export interface ProgressProps {
  /** What is being done, as the bold words before the count. */
  readonly label: string;
  readonly done: number;
  /** Unknown when left out: the bar then only says that work goes on. */
  readonly total?: number | undefined;
  /** Remaining time in words. */
  readonly remaining?: string | undefined;
  /** Under the bar; `vi.mayLeave` when left out. */
  readonly note?: Content;
  readonly stop?:
    | {
        readonly action: string;
        readonly hidden?: HiddenValues | undefined;
        readonly label?: string | undefined;
      }
    | undefined;
}

export function Progress(props: ProgressProps) {
  const count =
    props.total === undefined
      ? formatCount(props.done)
      : `${formatCount(props.done)} / ${formatCount(props.total)}`;
  return (
    <div class="progress">
      <p class="progress-line">
        <strong>
          {props.label} {count}
        </strong>
        {props.remaining ? <span>{props.remaining}</span> : null}
      </p>
      <progress
        aria-label={props.label}
        value={props.total ? props.done : undefined}
        max={props.total}
      >
        {count}
      </progress>
      <div class="progress-line">
        <span>{props.note ?? vi.mayLeave}</span>
        {props.stop ? (
          <Form action={props.stop.action} hidden={props.stop.hidden} inline>
            <button type="submit" class="link-button">
              {props.stop.label ?? vi.stop}
            </button>
          </Form>
        ) : null}
      </div>
    </div>
  );
}

export interface EmptyProps {
  /** `filtered`: nothing matches; `first`: nothing has been recorded yet. */
  readonly kind: 'filtered' | 'first';
  readonly title: string;
  /** What would be found without which filter, or what the list is for. */
  readonly children?: Content;
  /** Buttons and links: the way out. */
  readonly actions?: Content;
  readonly level?: Level | undefined;
}

export function Empty(props: EmptyProps) {
  const Heading = `h${props.level ?? 2}` as const;
  return (
    <div class={cls('empty', props.kind === 'first' && 'empty-first')}>
      {props.kind === 'filtered' ? <Marks /> : null}
      <Heading>{props.title}</Heading>
      {props.children ? <p>{props.children}</p> : null}
      {props.actions ? <div class="buttons">{props.actions}</div> : null}
    </div>
  );
}
