import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  Badge,
  ButtonLink,
  type Column,
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

export interface DistinctionListProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly rows: readonly ListedDistinction[];
  readonly total: number;
  readonly size: number;
  readonly titles: readonly SelectOption[];
  readonly organisations: readonly SelectOption[];
  /** Set when the organisations are too many to choose from. */
  readonly suggestHref: string | null;
  readonly years: readonly SelectOption[];
  readonly chips: readonly FilterChip[];
  /** When nothing matches: one filter fewer would find so many. */
  readonly would: { readonly label: string; readonly href: string; readonly total: number } | null;
  readonly canRecord: boolean;
  readonly recordHref: string;
  readonly importHref: string;
  readonly links: readonly LinkItem[];
}

/** The register: filters, what is filtered by, rows, pages. */
export function DistinctionList(props: DistinctionListProps) {
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

function Filters(props: DistinctionListProps) {
  const { values, kept } = props.question;
  const { columns } = words;
  const organisation = {
    name: 'don-vi',
    label: columns.organisation,
    value: values['don-vi'],
  };
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
      {props.suggestHref === null ? (
        <Select
          {...organisation}
          options={props.organisations}
          empty={words.anyOrganisation}
          width="s"
        />
      ) : (
        <TextInput {...organisation} suggest={props.suggestHref} width="s" />
      )}
      <Select
        name="nam"
        label={words.year}
        value={values.nam}
        options={props.years}
        empty={words.anyYear}
        width="s"
      />
    </FilterBar>
  );
}

function Rows(props: DistinctionListProps) {
  const { question, rows, size, total } = props;
  const { columns: label } = words;
  const columns: Column<ListedDistinction>[] = [
    {
      key: 'recipient',
      label: label.recipientName,
      cell: (row) => <a href={row.href}>{row.recipient}</a>,
      sort: question.sortLink('ten'),
    },
    {
      key: 'title',
      label: label.title,
      cell: (row) => row.title,
      sort: question.sortLink('danh-hieu'),
    },
    { key: 'level', label: label.level, cell: (row) => row.level },
    { key: 'number', label: label.decisionNo, cell: (row) => row.decisionNo, phone: 'half' },
    {
      key: 'day',
      label: label.decidedOn,
      cell: (row) => row.day,
      sort: question.sortLink('ngay'),
      nowrap: true,
      phone: 'half',
    },
    {
      key: 'organisation',
      label: label.organisation,
      cell: (row) => row.organisation,
      sort: question.sortLink('don-vi'),
    },
    {
      key: 'state',
      label: words.state,
      cell: (row) => <State revoked={row.revoked} />,
      nowrap: true,
    },
  ];
  return (
    <>
      <Table caption={words.list} columns={columns} rows={rows} />
      <Pager page={question.page} size={size} total={total} href={question.pageHref} />
    </>
  );
}

/** In force, or revoked since a day. */
export function State(props: { readonly revoked: string | null }) {
  if (props.revoked === null) return <Badge tone="ok">{words.valid}</Badge>;
  return <Badge tone="bad">{words.revokedSince(props.revoked)}</Badge>;
}

function NoneMatch(props: DistinctionListProps) {
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

function First(props: DistinctionListProps) {
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
