import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  type Column,
  DateInput,
  OwnerFilter,
  RecordList,
  type RecordListState,
  Select,
  type SelectOption,
  WordsFilter,
  YearFilter,
} from '../../../ui/index.ts';
import { roles } from '../rules.ts';
import { roleNames, words } from '../vi.ts';

export interface ListedActivity {
  readonly href: string;
  readonly title: string;
  readonly kind: string;
  readonly organisation: string;
  readonly days: string;
  readonly role: string;
}

export interface ActivityListProps extends RecordListState<ListedActivity> {
  readonly question: ListQuestion;
  readonly kinds: readonly SelectOption[];
  readonly organisations: readonly SelectOption[];
  /** Set when the organisations are too many to choose from. */
  readonly suggestHref: string | null;
  readonly years: readonly SelectOption[];
  readonly errors: Readonly<Record<string, string>>;
}

/** The list of an office's activities. */
export function ActivityList(props: ActivityListProps) {
  const columns = columnsOf(props.question);
  return <RecordList {...props} words={words} filters={<Filters {...props} />} columns={columns} />;
}

function Filters(props: ActivityListProps) {
  const { values } = props.question;
  const { columns } = words;
  return (
    <>
      <WordsFilter values={values} />
      <Select
        name="loai"
        label={columns.kind}
        value={values.loai}
        options={props.kinds}
        empty={words.anyKind}
        width="s"
      />
      <OwnerFilter
        values={values}
        label={columns.organisation}
        organisations={props.organisations}
        suggestHref={props.suggestHref}
      />
      <YearFilter values={values} years={props.years} />
      <DateInput
        name="tu"
        label={words.from}
        value={values.tu}
        error={props.errors.tu}
        placeholder={words.dateHint}
      />
      <DateInput
        name="den"
        label={words.to}
        value={values.den}
        error={props.errors.den}
        placeholder={words.dateHint}
      />
      <Select
        name="vai-tro"
        label={columns.role}
        value={values['vai-tro']}
        options={roles.map((value) => ({ value, label: roleNames[value] }))}
        empty={words.anyRole}
        width="s"
      />
    </>
  );
}

function columnsOf(question: ListQuestion): readonly Column<ListedActivity>[] {
  const { columns: label } = words;
  return [
    {
      key: 'title',
      label: label.title,
      cell: (row) => <a href={row.href}>{row.title}</a>,
      sort: question.sortLink('ten'),
    },
    { key: 'kind', label: label.kind, cell: (row) => row.kind, phone: 'half' },
    {
      key: 'organisation',
      label: label.organisation,
      cell: (row) => row.organisation,
      roomy: true,
      sort: question.sortLink('don-vi'),
    },
    {
      key: 'day',
      label: label.day,
      cell: (row) => row.days,
      sort: question.sortLink('ngay'),
      nowrap: true,
      phone: 'half',
    },
    { key: 'role', label: label.role, cell: (row) => row.role, phone: 'half' },
  ];
}
