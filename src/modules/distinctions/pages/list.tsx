import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  Badge,
  type Column,
  OwnerFilter,
  RecordList,
  type RecordListState,
  Select,
  type SelectOption,
  WordsFilter,
  YearFilter,
} from '../../../ui/index.ts';
import { levels, recipients } from '../rules.ts';
import { levelNames, recipientNames, words } from '../vi.ts';

export interface ListedDistinction {
  readonly href: string;
  readonly recipient: string;
  readonly title: string;
  readonly level: string;
  readonly day: string;
  readonly decisionNo: string;
  readonly organisation: string;
  readonly revoked: string | null;
}

export interface DistinctionListProps extends RecordListState<ListedDistinction> {
  readonly question: ListQuestion;
  readonly titles: readonly SelectOption[];
  readonly organisations: readonly SelectOption[];
  /** Set when the organisations are too many to choose from. */
  readonly suggestHref: string | null;
  readonly years: readonly SelectOption[];
}

/** The register of an office. */
export function DistinctionList(props: DistinctionListProps) {
  const columns = columnsOf(props.question);
  return <RecordList {...props} words={words} filters={<Filters {...props} />} columns={columns} />;
}

function Filters(props: DistinctionListProps) {
  const { values } = props.question;
  const { columns } = words;
  return (
    <>
      <WordsFilter values={values} />
      <Select
        name="danh-hieu"
        label={columns.title}
        value={values['danh-hieu']}
        options={props.titles}
        empty={words.anyTitle}
        width="s"
      />
      <Select
        name="cap"
        label={columns.level}
        value={values.cap}
        options={levels.map((value) => ({ value, label: levelNames[value] }))}
        empty={words.anyLevel}
        width="s"
      />
      <Select
        name="cho"
        label={columns.recipient}
        value={values.cho}
        options={recipients.map((value) => ({ value, label: recipientNames[value] }))}
        empty={words.anyRecipient}
        width="s"
      />
      <OwnerFilter
        values={values}
        label={columns.organisation}
        organisations={props.organisations}
        suggestHref={props.suggestHref}
      />
      <YearFilter values={values} years={props.years} />
    </>
  );
}

function columnsOf(question: ListQuestion): readonly Column<ListedDistinction>[] {
  const { columns: label } = words;
  return [
    {
      key: 'recipient',
      label: label.recipientName,
      cell: (row) => (
        <>
          <a href={row.href}>{row.recipient}</a>{' '}
          {row.revoked === null ? null : <State revoked={row.revoked} />}
        </>
      ),
      sort: question.sortLink('ten'),
    },
    {
      key: 'title',
      label: label.title,
      cell: (row) => row.title,
      sort: question.sortLink('danh-hieu'),
    },
    { key: 'level', label: label.level, cell: (row) => row.level },
    { key: 'number', label: label.decisionNo, cell: (row) => row.decisionNo, nowrap: true },
    {
      key: 'day',
      label: label.decidedOn,
      cell: (row) => row.day,
      sort: question.sortLink('ngay'),
      nowrap: true,
    },
    {
      key: 'organisation',
      label: label.organisation,
      cell: (row) => row.organisation,
      roomy: true,
      sort: question.sortLink('don-vi'),
    },
  ];
}

/** In force, or revoked since a day. */
export function State(props: { readonly revoked: string | null }) {
  if (props.revoked === null) return <Badge tone="ok">{words.valid}</Badge>;
  return <Badge tone="bad">{words.revokedSince(props.revoked)}</Badge>;
}
