import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  Alert,
  Badge,
  ButtonLink,
  type Column,
  DateInput,
  DefinitionList,
  Empty,
  FilterBar,
  type FilterChip,
  Pager,
  Select,
  type SelectOption,
  Table,
  TextInput,
  VisuallyHidden,
} from '../../../ui/index.ts';
import { logWords as words } from '../vi/index.ts';
import { EventSentence } from './event.tsx';

export interface LogLine {
  readonly at: string;
  readonly actor: string;
  readonly via: string;
  readonly verb: string;
  readonly subject: string;
  readonly href: string | null;
  readonly organisation: string;
  readonly reason: string | null;
  readonly place: number | null;
  readonly changes: readonly {
    readonly field: string;
    readonly old: string | null;
    readonly new: string | null;
    readonly erased: boolean;
  }[];
}

export interface LogProps {
  readonly path: string;
  readonly question: ListQuestion;
  readonly errors: Readonly<Record<string, string>>;
  readonly groups: readonly SelectOption[];
  readonly chips: readonly FilterChip[];
  readonly lines: readonly LogLine[];
  readonly total: number;
  readonly size: number;
  readonly chain: string;
  readonly excelHref: string;
}

/** The event log: filters, the state of the chain, events that open to their changed fields. */
export function Log(props: LogProps) {
  const { question } = props;
  if (props.total === 0 && !question.filtered) {
    return (
      <Empty kind="first" title={words.emptyTitle}>
        {words.empty}
      </Empty>
    );
  }
  return (
    <>
      <Filters {...props} />
      <ActiveFilters chips={props.chips} clearHref={props.path} />
      {props.lines.length === 0 ? (
        <Empty
          kind="filtered"
          title={words.noneTitle}
          actions={<ButtonLink href={props.path}>{words.clear}</ButtonLink>}
        >
          {words.none}
        </Empty>
      ) : (
        <>
          <Table caption={words.caption} rows={props.lines} columns={columns} />
          <Pager
            page={question.page}
            size={props.size}
            total={props.total}
            href={question.pageHref}
          />
        </>
      )}
      <Alert tone="info" title={words.chainTitle}>
        {props.chain}
      </Alert>
    </>
  );
}

function Filters(props: LogProps) {
  const { values } = props.question;
  return (
    <FilterBar action={props.path}>
      <TextInput name="ai" label={words.filterWho} value={values.ai} width="m" />
      <Select
        name="viec"
        label={words.filterWhat}
        value={values.viec}
        empty={words.anything}
        options={props.groups}
      />
      <DateInput name="tu" label={words.from} value={values.tu} error={props.errors.tu} />
      <DateInput name="den" label={words.to} value={values.den} error={props.errors.den} />
    </FilterBar>
  );
}

const columns: Column<LogLine>[] = [
  { key: 'at', label: words.when, nowrap: true, cell: (line) => line.at },
  { key: 'what', label: words.what, header: true, cell: (line) => <What line={line} /> },
  { key: 'organisation', label: words.organisation, cell: (line) => line.organisation },
  { key: 'via', label: words.via, cell: (line) => line.via },
  {
    key: 'chain',
    label: words.chain,
    nowrap: true,
    cell: (line) =>
      line.place === null ? (
        <Badge tone="info">{words.waiting}</Badge>
      ) : (
        <Badge tone="ok">{words.sealed(line.place)}</Badge>
      ),
  },
];

function What(props: { readonly line: LogLine }) {
  const { line } = props;
  return (
    <>
      <EventSentence {...line} />
      {line.reason === null ? null : <span class="cell-note">{words.reason(line.reason)}</span>}
      {line.changes.length === 0 ? null : (
        <details>
          <summary>{words.changes(line.changes.length)}</summary>
          <DefinitionList
            compact
            items={line.changes.map((change) => ({
              term: change.field,
              value: <Change {...change} />,
            }))}
          />
        </details>
      )}
    </>
  );
}

function Change(change: LogLine['changes'][number]) {
  if (change.erased) return <em>{words.erased}</em>;
  if (change.old === null) return <>{change.new ?? words.unset}</>;
  return (
    <>
      <VisuallyHidden>{words.old}: </VisuallyHidden>
      {change.old} →<VisuallyHidden> {words.new}:</VisuallyHidden> {change.new ?? words.unset}
    </>
  );
}
