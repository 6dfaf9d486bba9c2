import { cls } from './format.ts';
import type { Content, Level, LinkItem, Tone } from './types.ts';

export interface Task {
  readonly title: string;
  readonly note?: Content;
  /** When, in words. */
  readonly due?: string | undefined;
  /** One button that goes straight to doing it. */
  readonly action?: Content;
}

export interface TaskGroupProps {
  readonly title: string;
  /** `bad` overdue, `warn` today, `info` later. */
  readonly tone: Exclude<Tone, 'ok'>;
  readonly items: readonly Task[];
  readonly level?: Level | undefined;
}

/** Work of one kind of time: each line says act, object, when. */
export function TaskGroup(props: TaskGroupProps) {
  if (props.items.length === 0) return null;
  const Heading = `h${props.level ?? 3}` as const;
  return (
    <div class={`tasks tasks-${props.tone}`}>
      <Heading>{props.title}</Heading>
      <ul>
        {props.items.map((task) => (
          <li>
            <div class="task-words">
              <strong>{task.title}</strong>
              {task.note ? <span class="task-note">{task.note}</span> : null}
            </div>
            <span class="task-due">{task.due}</span>
            {task.action ? <div class="task-action">{task.action}</div> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface TimelineItem {
  /** Day or year, as it is shown. */
  readonly when: string;
  readonly title: Content;
  readonly children?: Content;
  /** Changes the organisation itself: a big dot. */
  readonly big?: boolean | undefined;
  readonly link?: LinkItem | undefined;
}

/** History newest first; what comes next oldest first: the caller sorts. */
export function Timeline(props: { readonly items: readonly TimelineItem[] }) {
  return (
    <ol class="timeline">
      {props.items.map((item) => (
        <li class={cls(item.big && 'timeline-big')}>
          <span class="timeline-when">{item.when}</span>
          <strong>{item.title}</strong>
          {item.children ? <span>{item.children}</span> : null}
          {item.link ? <a href={item.link.href}>{item.link.label}</a> : null}
        </li>
      ))}
    </ol>
  );
}
