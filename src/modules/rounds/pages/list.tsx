import {
  Badge,
  type BadgeTone,
  ButtonLink,
  type Column,
  Empty,
  Pager,
  Section,
  Table,
  type Task,
  TaskGroup,
} from '../../../ui/index.ts';
import type { ObligationState, RoundState } from '../schema.ts';
import { roundStateNames, stateNames, words } from '../vi.ts';
import { stateTones } from './overview.tsx';

const roundTones: Readonly<Record<RoundState, BadgeTone>> = {
  draft: 'none',
  open: 'info',
  closed: 'none',
  frozen: 'ok',
};

/** The state of a round, as a badge. */
export function RoundBadge(props: { readonly state: RoundState }) {
  return <Badge tone={roundTones[props.state]}>{roundStateNames[props.state]}</Badge>;
}

export interface OwedRow {
  readonly title: string;
  readonly note: string;
  readonly when: string;
  readonly href: string;
  readonly verb: string;
}

export interface EarlierRow {
  readonly href: string;
  readonly name: string;
  readonly formHref: string;
  readonly due: string;
  readonly collector: string;
  readonly state: ObligationState;
}

export interface RoundRow {
  readonly href: string;
  readonly name: string;
  readonly period: string;
  readonly due: string;
  readonly state: RoundState;
  readonly sent: string;
  readonly accepted: string;
  readonly onTime: string;
}

export interface RoundListProps {
  readonly overdue: readonly OwedRow[];
  readonly today: readonly OwedRow[];
  readonly soon: readonly OwedRow[];
  readonly later: readonly OwedRow[];
  readonly earlier: readonly EarlierRow[];
  readonly collects: string;
  readonly rounds: readonly RoundRow[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly pageHref: (page: number) => string;
  readonly newHref: string | null;
  /** The organisation stands below another: it may owe something. */
  readonly owes: boolean;
}

const taskOf = (row: OwedRow): Task => ({
  title: row.title,
  note: row.note,
  due: row.when,
  action: (
    <ButtonLink small href={row.href}>
      {row.verb}
    </ButtonLink>
  ),
});

/** What the organisation owes, by when it is due, and what it collects. */
export function RoundList(props: RoundListProps) {
  return (
    <>
      {props.owes ? <Owed {...props} /> : null}
      <Section title={props.collects}>
        {props.rounds.length === 0 ? (
          <Empty kind="first" title={words.noRounds}>
            {words.noRoundsBody}
          </Empty>
        ) : (
          <>
            <Table caption={props.collects} columns={roundColumns} rows={props.rounds} />
            <Pager page={props.page} size={props.size} total={props.total} href={props.pageHref} />
          </>
        )}
      </Section>
    </>
  );
}

function Owed(props: RoundListProps) {
  const { overdue, today, soon, later, earlier } = props;
  const none = [overdue, today, soon, later].every((rows) => rows.length === 0);
  return (
    <Section title={words.owed}>
      {none ? <p>{words.nothingOwed}</p> : null}
      <TaskGroup title={words.groups.overdue} tone="bad" items={overdue.map(taskOf)} />
      <TaskGroup title={words.groups.today} tone="warn" items={today.map(taskOf)} />
      <TaskGroup title={words.groups.soon} tone="info" items={soon.map(taskOf)} />
      <TaskGroup title={words.groups.later} tone="info" items={later.map(taskOf)} />
      {earlier.length === 0 ? null : (
        <>
          <h3>{words.doneBefore}</h3>
          <Table caption={words.doneBefore} columns={earlierColumns} rows={earlier} />
        </>
      )}
    </Section>
  );
}

const earlierColumns: readonly Column<EarlierRow>[] = [
  {
    key: 'name',
    label: words.title,
    header: true,
    roomy: true,
    cell: (row) => <a href={row.href}>{row.name}</a>,
  },
  { key: 'collector', label: words.collectorFact, cell: (row) => row.collector },
  { key: 'due', label: words.dueFact, cell: (row) => row.due, nowrap: true },
  {
    key: 'state',
    label: words.stateFact,
    cell: (row) => <Badge tone={stateTones[row.state]}>{stateNames[row.state]}</Badge>,
  },
  {
    key: 'form',
    label: words.columns.form,
    nowrap: true,
    cell: (row) => <a href={row.formHref}>{words.openForm}</a>,
  },
];

const roundColumns: readonly Column<RoundRow>[] = [
  {
    key: 'name',
    label: words.title,
    header: true,
    roomy: true,
    cell: (row) => <a href={row.href}>{row.name}</a>,
  },
  { key: 'period', label: words.columns.period, cell: (row) => row.period },
  { key: 'state', label: words.stateFact, cell: (row) => <RoundBadge state={row.state} /> },
  { key: 'due', label: words.dueFact, cell: (row) => row.due, nowrap: true, phone: 'half' },
  {
    key: 'sent',
    label: words.columns.sentCount,
    cell: (row) => row.sent,
    align: 'num',
    phone: 'half',
  },
  {
    key: 'accepted',
    label: words.columns.acceptedCount,
    cell: (row) => row.accepted,
    align: 'num',
    phone: 'half',
  },
  {
    key: 'onTime',
    label: words.timelinessTitle,
    cell: (row) => row.onTime,
    align: 'num',
    phone: 'half',
  },
];
