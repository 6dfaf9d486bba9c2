import {
  ButtonLink,
  type Column,
  type Content,
  DefinitionList,
  Empty,
  EntryList,
  type Figure,
  Figures,
  type LinkItem,
  Section,
  Table,
  TaskGroup,
} from '../../../ui/index.ts';
import { deskWords as words } from '../vi/index.ts';

export interface DeskTask {
  readonly title: string;
  readonly detail: string;
  readonly when: string;
  readonly href: string;
  readonly verb: string;
}

export interface DeskRecord {
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly organisation: string;
  readonly day: string;
}

export interface DeskProps {
  readonly overdue: readonly DeskTask[];
  readonly today: readonly DeskTask[];
  readonly soon: readonly DeskTask[];
  readonly later: readonly DeskTask[];
  readonly figures: readonly Figure[];
  readonly figuresNote: string;
  readonly records: readonly DeskRecord[];
  readonly recordsHref: string;
  /** Whether this person sees registers at all, and may write into them. */
  readonly sees: boolean;
  readonly writeHref: string | null;
  readonly importHref: string | null;
}

/** The main column of an office's home: what waits, the figures, what was written last. */
export function Desk(props: DeskProps) {
  const waits = props.overdue.length + props.today.length + props.soon.length + props.later.length;
  return (
    <>
      {waits > 0 ? <Tasks {...props} /> : <Calm {...props} />}
      {props.figures.length > 0 ? (
        <Section title={words.figures}>
          <Figures boxed items={props.figures} note={props.figuresNote} />
        </Section>
      ) : null}
      {props.records.length > 0 ? (
        <Section
          title={words.latest}
          link={{ href: props.recordsHref, label: words.allActivities }}
        >
          <Table caption={words.latestCaption} rows={props.records} columns={recordColumns} />
        </Section>
      ) : null}
    </>
  );
}

function Tasks(props: DeskProps) {
  const group = (title: string, tone: 'bad' | 'warn' | 'info', tasks: readonly DeskTask[]) => (
    <TaskGroup
      title={title}
      tone={tone}
      items={tasks.map((task) => ({
        title: task.title,
        note: task.detail,
        due: task.when,
        action: <ButtonLink href={task.href}>{task.verb}</ButtonLink>,
      }))}
    />
  );
  return (
    <Section title={words.tasks}>
      {group(words.overdue, 'bad', props.overdue)}
      {group(words.today, 'warn', props.today)}
      {group(words.soon, 'info', props.soon)}
      {group(words.later, 'info', props.later)}
    </Section>
  );
}

function Calm(props: DeskProps) {
  if (!props.sees) {
    return (
      <Empty kind="first" title={words.calmTitle}>
        {words.calmNoWork}
      </Empty>
    );
  }
  if (props.records.length > 0 || props.writeHref === null) {
    return (
      <Section title={words.tasks}>
        <p>{words.calm}</p>
      </Section>
    );
  }
  return (
    <Empty
      kind="first"
      title={words.firstTitle}
      actions={
        <>
          <ButtonLink href={props.writeHref} icon="plus">
            {words.recordActivity}
          </ButtonLink>
          {props.importHref === null ? null : (
            <ButtonLink href={props.importHref}>{words.importActivities}</ButtonLink>
          )}
        </>
      }
    >
      {words.first}
    </Empty>
  );
}

const recordColumns: Column<DeskRecord>[] = [
  {
    key: 'title',
    label: words.record,
    header: true,
    cell: (row) => <a href={row.href}>{row.title}</a>,
  },
  { key: 'kind', label: words.kind, cell: (row) => row.kind },
  { key: 'organisation', label: words.organisation, cell: (row) => row.organisation },
  { key: 'day', label: words.day, nowrap: true, cell: (row) => row.day },
];

export interface DeskEvent {
  readonly when: string;
  readonly sentence: Content;
}

/** Beside it: what happened just now, and the ways out of the desk. */
export function DeskAside(props: {
  readonly events: readonly DeskEvent[];
  readonly logHref: string | null;
  readonly showEvents: boolean;
  readonly links: readonly LinkItem[];
}) {
  return (
    <>
      {props.showEvents ? (
        <Section
          title={words.events}
          link={props.logHref === null ? undefined : { href: props.logHref, label: words.log }}
        >
          {props.events.length === 0 ? (
            <p>{words.noEvents}</p>
          ) : (
            <DefinitionList
              items={props.events.map((event) => ({ term: event.when, value: event.sentence }))}
            />
          )}
        </Section>
      ) : null}
      <Section title={words.shortcuts}>
        <EntryList
          plain
          items={props.links.map((link) => ({ title: link.label, href: link.href }))}
        />
      </Section>
    </>
  );
}
