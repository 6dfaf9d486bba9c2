import {
  Alert,
  Badge,
  type BadgeTone,
  ButtonLink,
  Card,
  type Column,
  DefinitionList,
  Empty,
  Pager,
  type PagerProps,
  Progress,
  Table,
  type Term,
} from '../../../ui/index.ts';
import { jobWords, letterWords as words } from '../vi/index.ts';

export interface LetterLine {
  readonly href: string;
  readonly subject: string;
  readonly to: string;
  readonly created: string;
  readonly state: string;
  readonly tone: BadgeTone;
}

const columns: Column<LetterLine>[] = [
  {
    key: 'subject',
    label: words.subject,
    header: true,
    cell: (row) => <a href={row.href}>{row.subject}</a>,
  },
  { key: 'to', label: words.recipient, cell: (row) => row.to },
  { key: 'created', label: words.created, nowrap: true, cell: (row) => row.created },
  {
    key: 'state',
    label: words.state,
    cell: (row) => <Badge tone={row.tone}>{row.state}</Badge>,
  },
];

/** Letters that the system wrote. */
export function Letters(props: {
  readonly rows: readonly LetterLine[];
  readonly pager: PagerProps;
}) {
  if (props.pager.total === 0) {
    return (
      <Empty kind="first" title={words.emptyTitle}>
        {words.empty}
      </Empty>
    );
  }
  return (
    <>
      <Table caption={words.caption} rows={props.rows} columns={columns} />
      <Pager {...props.pager} />
    </>
  );
}

/** One letter as it would be sent. */
export function LetterPage(props: {
  readonly terms: readonly Term[];
  readonly paragraphs: readonly string[];
}) {
  return (
    <>
      <Alert tone="warn">{words.secret}</Alert>
      <Card>
        <DefinitionList items={props.terms} />
      </Card>
      <Card title={words.text}>
        {props.paragraphs.map((paragraph) => (
          <p>
            {paragraph.split('\n').map((line, i) => (
              <>
                {i > 0 ? <br /> : null}
                {line}
              </>
            ))}
          </p>
        ))}
      </Card>
    </>
  );
}

export interface JobProps {
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  readonly total: number | null;
  readonly message: string | null;
  readonly stopping: boolean;
  readonly stopHref: string | null;
  readonly resultHref: string | null;
  /** Where a job was ordered that ended without a result. */
  readonly backHref: string | null;
  readonly terms: readonly Term[];
}

/** A long job: how far it is, and what came of it. */
export function JobPage(props: JobProps) {
  const open = props.state === 'waiting' || props.state === 'running';
  return (
    <>
      {open ? (
        <Progress
          label={jobWords.progress}
          done={props.done}
          total={props.total ?? undefined}
          note={props.stopping ? jobWords.stopping : jobWords.note}
          stop={props.stopHref === null ? undefined : { action: props.stopHref }}
        />
      ) : (
        <Ended {...props} />
      )}
      {props.message === null ? null : <p>{props.message}</p>}
      <Card>
        <DefinitionList items={props.terms} />
      </Card>
      {props.resultHref === null ? null : (
        <ButtonLink kind="primary" href={props.resultHref}>
          {jobWords.open}
        </ButtonLink>
      )}
      {props.backHref === null ? null : (
        <ButtonLink kind="primary" href={props.backHref}>
          {jobWords.back}
        </ButtonLink>
      )}
    </>
  );
}

function Ended(props: JobProps) {
  if (props.state === 'failed') {
    return (
      <Alert tone="bad" title={jobWords.failed}>
        {jobWords.failedBody}
      </Alert>
    );
  }
  const cancelled = props.state === 'cancelled';
  return (
    <Alert
      tone={cancelled ? 'warn' : 'ok'}
      title={`${jobWords.states[cancelled ? 'cancelled' : 'done']}.`}
    >
      {cancelled ? jobWords.cancelledBody : jobWords.doneBody}
    </Alert>
  );
}
