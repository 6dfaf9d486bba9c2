import {
  Alert,
  Badge,
  ButtonLink,
  type Column,
  Empty,
  Section,
  Table,
} from '../../../../ui/index.ts';
import { councilWords as words } from '../../vi/office.ts';

export interface ShownCouncil {
  readonly href: string;
  readonly name: string;
  readonly fields: string;
  readonly phases: string;
  readonly chair: string | null;
  readonly seats: number;
  readonly problems: number;
}

export interface ShownProblem {
  readonly text: string;
  readonly must: boolean;
}

/** What is missing, in sentences; nothing where nothing is. */
export function Problems({ items }: { readonly items: readonly ShownProblem[] }) {
  if (items.length === 0) return null;
  const wrong = items.filter(({ must }) => must);
  const hints = items.filter(({ must }) => !must);
  return (
    <>
      {wrong.length === 0 ? null : <ProblemList tone="warn" items={wrong} />}
      {hints.length === 0 ? null : <ProblemList tone="info" items={hints} />}
    </>
  );
}

function ProblemList(props: {
  readonly tone: 'warn' | 'info';
  readonly items: readonly ShownProblem[];
}) {
  return (
    <Alert tone={props.tone}>
      {props.items.map(({ text }, at) => (
        <>
          {at === 0 ? null : <br />}
          {text}
        </>
      ))}
    </Alert>
  );
}

export interface CouncilListProps {
  readonly rows: readonly ShownCouncil[];
  /** Of the edition as a whole. */
  readonly problems: readonly ShownProblem[];
  /** Nobody judges by a rubric in the edition. */
  readonly notReviewing: boolean;
  /** Null for those who may not. */
  readonly createHref: string | null;
}

/** The councils of an edition, and what is still missing. */
export function CouncilList({ rows, problems, notReviewing, createHref }: CouncilListProps) {
  if (rows.length === 0)
    return (
      <>
        {notReviewing ? <Alert tone="info">{words.notReviewing}</Alert> : null}
        <Empty
          kind="first"
          title={words.firstTitle}
          actions={
            createHref === null ? undefined : (
              <ButtonLink kind="primary" icon="plus" href={createHref}>
                {words.create}
              </ButtonLink>
            )
          }
        >
          {words.firstBody}
        </Empty>
      </>
    );
  return (
    <>
      {notReviewing ? <Alert tone="info">{words.notReviewing}</Alert> : null}
      <Problems items={problems} />
      <Table caption={words.title} columns={columns} rows={rows} />
    </>
  );
}

const label = words.columns;

const columns: readonly Column<ShownCouncil>[] = [
  {
    key: 'name',
    label: label.name,
    header: true,
    roomy: true,
    cell: (row) => <a href={row.href}>{row.name}</a>,
  },
  { key: 'fields', label: label.fields, cell: (row) => row.fields },
  { key: 'phases', label: label.phases, cell: (row) => row.phases },
  { key: 'chair', label: label.chair, cell: (row) => row.chair ?? words.noChair },
  { key: 'seats', label: label.seats, align: 'num', phone: 'half', cell: (row) => row.seats },
  {
    key: 'problems',
    label: label.problems,
    phone: 'half',
    nowrap: true,
    cell: (row) =>
      row.problems === 0 ? (
        <Badge tone="ok">{words.complete}</Badge>
      ) : (
        <Badge tone="warn">{words.missing(row.problems)}</Badge>
      ),
  },
];

export interface ShownSeat {
  readonly judge: string;
  readonly judgeHref: string;
  readonly unit: string | null;
  readonly role: string;
  readonly votes: boolean;
  readonly state: string;
  readonly accepted: boolean;
  readonly changeHref: string;
  readonly removeHref: string;
}

/** The seats of a council. */
export function Seats(props: { readonly rows: readonly ShownSeat[]; readonly acts: boolean }) {
  return (
    <Section title={words.members} id="thanh-vien">
      {props.rows.length === 0 ? (
        <p>{words.noSeats}</p>
      ) : (
        <Table
          caption={words.members}
          columns={props.acts ? [...seatColumns, acting] : seatColumns}
          rows={props.rows}
        />
      )}
    </Section>
  );
}

const seatLabel = words.seatColumns;

const seatColumns: readonly Column<ShownSeat>[] = [
  { key: 'role', label: seatLabel.role, nowrap: true, cell: (row) => row.role },
  {
    key: 'judge',
    label: seatLabel.judge,
    header: true,
    roomy: true,
    cell: (row) => (
      <>
        <a href={row.judgeHref}>{row.judge}</a>
        {row.unit === null ? null : <span class="cell-note">{row.unit}</span>}
      </>
    ),
  },
  {
    key: 'votes',
    label: seatLabel.votes,
    phone: 'half',
    cell: (row) => (row.votes ? words.yes : words.no),
  },
  {
    key: 'state',
    label: seatLabel.state,
    phone: 'half',
    cell: (row) => <Badge tone={row.accepted ? 'ok' : 'warn'}>{row.state}</Badge>,
  },
];

const acting: Column<ShownSeat> = {
  key: 'act',
  label: seatLabel.act,
  labelHidden: true,
  nowrap: true,
  phone: 'bare',
  cell: (row) => (
    <>
      <a href={row.changeHref} aria-label={`${words.change}: ${row.judge}`}>
        {words.change}
      </a>
      {' · '}
      <a href={row.removeHref} aria-label={`${words.takeBack}: ${row.judge}`}>
        {words.takeBack}
      </a>
    </>
  ),
};
