import {
  Alert,
  Badge,
  ButtonLink,
  DefinitionList,
  Section,
  type Term,
} from '../../../../ui/index.ts';
import type { JudgeTask } from '../../service/tasks.ts';
import { homeWords as words } from '../../vi/judge.ts';

export interface HomeProps {
  readonly tasks: readonly JudgeTask[];
  readonly seats: readonly string[];
  readonly terms: readonly Term[];
  readonly over: boolean;
  readonly relationsHref: string;
  readonly declared: number;
  /** Null: the edition is over. */
  readonly withdrawHref: string | null;
}

/** The home of a judge who accepted: what is to be done, seats, relations. */
export function Home(props: HomeProps) {
  return (
    <>
      {props.over ? <Alert tone="info">{words.over}</Alert> : null}
      <Section title={finished(props.tasks) ? words.tasksDone : words.tasks}>
        {props.tasks.length === 0 ? (
          <p>{words.noTasks}</p>
        ) : (
          <ul class="lines">
            {props.tasks.map((task) => (
              <Task task={task} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={words.seats}>
        {props.seats.length === 0 ? (
          <p>{words.seatNone}</p>
        ) : (
          <ul>
            {props.seats.map((seat) => (
              <li>{seat}</li>
            ))}
          </ul>
        )}
        <DefinitionList items={props.terms} />
      </Section>
      <p class="buttons">
        <ButtonLink href={props.relationsHref}>{words.declaredLink(props.declared)}</ButtonLink>
        {props.withdrawHref === null ? null : (
          <ButtonLink kind="text" href={props.withdrawHref}>
            {words.withdrawTitle}
          </ButtonLink>
        )}
      </p>
    </>
  );
}

const finished = (tasks: readonly JudgeTask[]): boolean =>
  tasks.length > 0 && tasks.every(({ done }) => done === true);

function Task({ task }: { readonly task: JudgeTask }) {
  return (
    <li>
      <p>
        <strong>{task.title}</strong>{' '}
        {task.done === true ? <Badge tone="ok">{words.done}</Badge> : null}
        <span class="line-detail">{[task.detail, task.due].filter(Boolean).join(' · ')}</span>
      </p>
      <p class="buttons">
        <ButtonLink kind={task.done === true ? 'secondary' : 'primary'} href={task.href}>
          {task.verb}
        </ButtonLink>
      </p>
    </li>
  );
}
