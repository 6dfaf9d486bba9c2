import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  Alert,
  Badge,
  ButtonLink,
  type Column,
  DateInput,
  Empty,
  FigureLink,
  FilterBar,
  type FilterChip,
  Pager,
  Select,
  type SelectOption,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import type { ListedOrganisation } from '../schema/index.ts';
import { vi } from '../vi.ts';
import { kindWords } from './words.ts';

export interface DirectoryProps {
  readonly question: ListQuestion;
  readonly action: string;
  readonly on: string;
  readonly badDay: boolean;
  readonly rows: readonly ListedOrganisation[];
  readonly total: number;
  readonly size: number;
  readonly kinds: readonly SelectOption[];
  readonly parents: readonly SelectOption[];
  readonly href: (code: string, rest?: string) => string;
  /** Also the filter by special status and the way to the first record: offices only. */
  readonly office: boolean;
  readonly addHref: string | null;
}

/** The directory: filters, the table of what exists on the day, pages. */
export function Directory(props: DirectoryProps) {
  const { question, rows, total } = props;
  return (
    <>
      <DirectoryFilters {...props} />
      {props.badDay ? <Alert tone="warn">{vi.list.badDate}</Alert> : null}
      <ActiveFilters chips={chipsOf(props)} clearHref={props.action} />
      {rows.length === 0 ? <Nothing {...props} /> : <Rows {...props} />}
      <Pager page={question.page} size={props.size} total={total} href={question.pageHref} />
    </>
  );
}

function DirectoryFilters(props: DirectoryProps) {
  const { values, kept } = props.question;
  return (
    <FilterBar action={props.action} hidden={kept}>
      <TextInput
        name="q"
        label={vi.list.search}
        value={values.q}
        type="search"
        width="m"
        placeholder={vi.list.searchHelp}
      />
      <Select
        name="loai"
        label={vi.list.kind}
        value={values.loai}
        options={props.kinds}
        empty={vi.list.anyKind}
      />
      {props.parents.length > 0 ? (
        <Select
          name="thuoc"
          label={vi.list.parent}
          value={values.thuoc}
          options={props.parents}
          empty={vi.list.anyParent}
        />
      ) : null}
      {props.office ? (
        <Select
          name="dac-thu"
          label={vi.list.special}
          value={values['dac-thu']}
          empty={vi.list.anySpecial}
          options={specialOptions}
        />
      ) : null}
      <DateInput
        name="ngay"
        label={vi.list.on}
        value={values.ngay}
        placeholder={formatDate(props.on)}
      />
    </FilterBar>
  );
}

const specialOptions = [
  { value: 'co', label: vi.list.onlySpecial },
  { value: 'khong', label: vi.list.notSpecial },
];

function chipsOf({ question, kinds, parents, on }: DirectoryProps): FilterChip[] {
  const { values, href } = question;
  const labelIn = (options: readonly SelectOption[], value: string | undefined) =>
    options.find((option) => option.value === value)?.label ?? value ?? '';
  const labels: Record<string, string> = {
    q: vi.list.chipQuery(values.q ?? ''),
    loai: labelIn(kinds, values.loai),
    thuoc: labelIn(parents, values.thuoc),
    'dac-thu': labelIn(specialOptions, values['dac-thu']),
    ngay: vi.list.chipOn(on),
  };
  return Object.entries(labels)
    .filter(([name]) => values[name] !== '')
    .map(([name, label]) => ({ label, removeHref: href({ [name]: null }) }));
}

function Rows({ rows, question, href, on }: DirectoryProps) {
  const day = question.values.ngay === '' ? '' : `?ngay=${encodeURIComponent(formatDate(on))}`;
  const columns: Column<ListedOrganisation>[] = [
    {
      key: 'name',
      label: vi.list.name,
      sort: question.sortLink('ten'),
      cell: (row) => (
        <>
          <a href={`${href(row.code)}${day}`}>{row.name}</a>
          {row.special ? (
            <>
              {' '}
              <Badge tone="info">{vi.list.specialMark}</Badge>
            </>
          ) : null}
        </>
      ),
    },
    { key: 'kind', label: vi.list.kindColumn, cell: (row) => kindWords[row.kind] ?? row.kind },
    { key: 'parent', label: vi.list.parentColumn, cell: (row) => row.parentName ?? '' },
    {
      key: 'founded',
      label: vi.list.founded,
      nowrap: true,
      cell: (row) => (row.during.from === null ? '' : formatDate(row.during.from)),
    },
    {
      key: 'members',
      label: vi.list.members,
      align: 'num',
      sort: question.sortLink('thanh-vien'),
      cell: (row) => (
        <FigureLink
          value={vi.numbers(row.members)}
          href={row.members > 0 ? `${href(row.code, 'thanh-vien')}${day}` : undefined}
          label={row.shortName}
        />
      ),
    },
  ];
  return <Table caption={vi.list.caption} columns={columns} rows={rows} />;
}

function Nothing(props: DirectoryProps) {
  if (props.question.filtered || !props.office) {
    return (
      <Empty
        kind="filtered"
        title={props.office ? vi.list.emptyTitle : vi.site.emptyTitle}
        actions={<ButtonLink href={props.action}>{vi.list.clear}</ButtonLink>}
      >
        {props.office ? vi.list.emptyBody : vi.site.emptyBody}
      </Empty>
    );
  }
  return (
    <Empty
      kind="first"
      title={vi.list.emptyFirstTitle}
      actions={
        props.addHref === null ? null : (
          <ButtonLink href={props.addHref} kind="primary" icon="plus">
            {vi.list.add}
          </ButtonLink>
        )
      }
    >
      {vi.list.emptyFirstBody}
    </Empty>
  );
}
