import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  ButtonLink,
  type Column,
  DateInput,
  Empty,
  FilterBar,
  type FilterChip,
  InlineLinks,
  type LinkItem,
  Pager,
  Select,
  type SelectOption,
  Table,
  TextInput,
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

export interface ActivityListProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly rows: readonly ListedActivity[];
  readonly total: number;
  readonly size: number;
  readonly kinds: readonly SelectOption[];
  readonly organisations: readonly SelectOption[];
  /** Set when the organisations are too many to choose from. */
  readonly suggestHref: string | null;
  readonly years: readonly SelectOption[];
  readonly chips: readonly FilterChip[];
  readonly errors: Readonly<Record<string, string>>;
  /** When nothing matches: one filter fewer would find so many. */
  readonly would: { readonly label: string; readonly href: string; readonly total: number } | null;
  readonly canRecord: boolean;
  readonly recordHref: string;
  readonly importHref: string;
  readonly links: readonly LinkItem[];
}

/** The list: filters, what is filtered by, rows, pages. */
export function ActivityList(props: ActivityListProps) {
  const { question, rows } = props;
  if (rows.length === 0 && !question.filtered) return <First {...props} />;
  return (
    <>
      <Filters {...props} />
      <ActiveFilters chips={props.chips} clearHref={props.path} />
      {rows.length === 0 ? <NoneMatch {...props} /> : <Rows {...props} />}
      <InlineLinks items={props.links} />
    </>
  );
}

function Filters(props: ActivityListProps) {
  const { values, kept } = props.question;
  const { columns } = words;
  return (
    <FilterBar action={props.path} hidden={kept}>
      <TextInput
        name="q"
        label={words.search}
        value={values.q}
        placeholder={words.searchHint}
        width="m"
      />
      <Select
        name="loai"
        label={columns.kind}
        value={values.loai}
        options={props.kinds}
        empty={words.anyKind}
        width="s"
      />
      {props.suggestHref === null ? (
        <Select
          name="don-vi"
          label={columns.organisation}
          value={values['don-vi']}
          options={props.organisations}
          empty={words.anyOrganisation}
          width="s"
        />
      ) : (
        <TextInput
          name="don-vi"
          label={columns.organisation}
          value={values['don-vi']}
          error={props.errors['don-vi']}
          suggest={props.suggestHref}
          width="s"
        />
      )}
      <Select
        name="nam"
        label={words.year}
        value={values.nam}
        options={props.years}
        empty={words.anyYear}
        width="s"
      />
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
    </FilterBar>
  );
}

function Rows(props: ActivityListProps) {
  const { question, rows, size, total } = props;
  const { columns: label } = words;
  const columns: Column<ListedActivity>[] = [
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
  return (
    <>
      <Table caption={words.list} columns={columns} rows={rows} />
      <Pager page={question.page} size={size} total={total} href={question.pageHref} />
    </>
  );
}

function NoneMatch(props: ActivityListProps) {
  const { would } = props;
  const found = would === null ? null : words.wouldFind(would.label, would.total);
  return (
    <Empty
      kind="filtered"
      title={words.noneMatch}
      actions={<ButtonLink href={props.path}>{words.clear}</ButtonLink>}
    >
      {found === null || would === null ? (
        words.noneWould
      ) : (
        <>
          {found.before}
          <a href={would.href}>{found.link}</a>
          {found.after}
        </>
      )}
    </Empty>
  );
}

function First(props: ActivityListProps) {
  const actions = props.canRecord ? (
    <>
      <ButtonLink kind="primary" icon="plus" href={props.recordHref}>
        {words.firstAction}
      </ButtonLink>
      <ButtonLink href={props.importHref}>{words.import}</ButtonLink>
    </>
  ) : undefined;
  return (
    <Empty kind="first" title={words.firstTitle} actions={actions}>
      {props.canRecord ? words.firstBody : words.firstRead}
    </Empty>
  );
}
