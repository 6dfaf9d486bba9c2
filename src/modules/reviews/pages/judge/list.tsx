import {
  Alert,
  Badge,
  ButtonLink,
  Buttons,
  type Column,
  Empty,
  Table,
} from '../../../../ui/index.ts';
import type { Progress } from '../../rules/index.ts';
import type { SheetState } from '../../schema/index.ts';
import { judgeWords, stateNames, stateTones } from '../../vi/index.ts';

const words = judgeWords.list;

/** A dossier that a judge was given. */
export interface ListedTask {
  readonly number: string;
  readonly href: string;
  readonly title: string;
  readonly field: string | null;
  readonly state: SheetState;
  /** Already in words; empty where nothing was written. */
  readonly points: string;
}

export interface TaskListProps {
  readonly title: string;
  /** What was just done. */
  readonly said: string | null;
  readonly lead: readonly string[];
  readonly progress: Progress;
  /** Dossiers are not shown yet. */
  readonly kept: boolean;
  readonly rows: readonly ListedTask[];
  readonly next: { readonly href: string; readonly label: string } | null;
  readonly compareHref: string | null;
  readonly signAll: { readonly href: string; readonly many: number } | null;
  readonly councilHref: string | null;
}

/** What a judge has to do in a phase. */
export function TaskList(props: TaskListProps) {
  const { progress, rows } = props;
  return (
    <>
      <h1>{props.title}</h1>
      {props.lead.map((line) => (
        <p class="lead">{line}</p>
      ))}
      {props.said === null ? null : <Alert tone="ok" title={props.said} live />}
      {rows.length === 0 ? (
        <Nothing kept={props.kept} />
      ) : (
        <>
          <SheetProgress {...progress} />
          <Ways {...props} />
          <Table caption={words.caption} columns={columnsOf(rows)} rows={rows} />
        </>
      )}
      {rows.length === 0 && props.councilHref !== null ? (
        <Buttons>
          <ButtonLink href={props.councilHref}>{words.council}</ButtonLink>
        </Buttons>
      ) : null}
    </>
  );
}

function Nothing({ kept }: { readonly kept: boolean }) {
  return (
    <Empty kind="first" title={kept ? words.kept : words.none}>
      {kept ? words.keptBody : words.noneBody}
    </Empty>
  );
}

/** How many are signed, as a bar with its words. */
export function SheetProgress({ all, signed, begun }: Progress) {
  return (
    <div class="sheet-progress">
      <p>{words.progress(signed, begun, all)}</p>
      <progress aria-label={words.progress(signed, begun, all)} value={signed} max={all}>
        {words.lead(signed, all)}
      </progress>
    </div>
  );
}

function Ways({ next, compareHref, signAll, councilHref }: TaskListProps) {
  const main = next ?? null;
  return (
    <Buttons>
      {main === null ? null : (
        <ButtonLink kind="primary" href={main.href}>
          {main.label}
        </ButtonLink>
      )}
      {signAll === null ? null : (
        <ButtonLink href={signAll.href}>{words.signAll(signAll.many)}</ButtonLink>
      )}
      {compareHref === null ? null : <ButtonLink href={compareHref}>{words.compare}</ButtonLink>}
      {councilHref === null ? null : <ButtonLink href={councilHref}>{words.council}</ButtonLink>}
    </Buttons>
  );
}

function columnsOf(rows: readonly ListedTask[]): Column<ListedTask>[] {
  const { columns } = words;
  const titled = rows.some(({ title }) => title !== '');
  const name = (row: ListedTask) => (titled && row.title !== '' ? row.title : row.number);
  const fields: Column<ListedTask>[] = rows.some(({ field }) => field !== null)
    ? [{ key: 'field', label: columns.field, cell: ({ field }) => field ?? '' }]
    : [];
  return [
    {
      key: 'number',
      label: columns.number,
      nowrap: true,
      phone: 'half',
      cell: (row) => row.number,
    },
    {
      key: 'title',
      label: columns.title,
      header: true,
      roomy: true,
      cell: (row) => (
        <a class="anywhere" href={row.href}>
          {name(row)}
        </a>
      ),
    },
    ...fields,
    {
      key: 'state',
      label: columns.state,
      phone: 'half',
      cell: ({ state }) => <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>,
    },
    {
      key: 'points',
      label: columns.points,
      align: 'num',
      phone: 'half',
      nowrap: true,
      cell: ({ points }) => points,
    },
  ];
}
