import type { ListQuestion } from '../../../../platform/forms/list.ts';
import {
  ActiveFilters,
  Badge,
  Button,
  ButtonLink,
  type Column,
  Empty,
  FilterBar,
  type FilterChip,
  FilterMore,
  Form,
  InlineLinks,
  type LinkItem,
  Pager,
  Select,
  type Tab,
  Table,
  Tabs,
  TextInput,
  uiVi,
  WordsFilter,
} from '../../../../ui/index.ts';
import {
  type DossierState,
  type EditionContent,
  entrantKinds,
  entrantNames,
} from '../../../calls/index.ts';
import { originNames, listWords as words } from '../../vi/office/index.ts';
import { StateBadge } from './badge.tsx';

/** A line as it is shown. */
export interface ShownDossier {
  readonly pid: string;
  readonly href: string;
  readonly number: string | null;
  readonly title: string;
  readonly authors: readonly string[];
  readonly field: string | null;
  readonly state: DossierState;
  readonly origin: keyof typeof originNames;
  readonly time: string | null;
  /** The last second, as it is told. */
  readonly until: string | null;
  readonly overdue: boolean;
  /** It answered a return for supplement. */
  readonly back: boolean;
  /** Sentences of what the rules say against it. */
  readonly conflicts: readonly { readonly ok: boolean | null; readonly text: string }[];
}

export interface DossierListProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly tabs: readonly Tab[];
  readonly fields: EditionContent['fields'];
  readonly rows: readonly ShownDossier[];
  readonly total: number;
  readonly size: number;
  readonly chips: readonly FilterChip[];
  /** Where chosen ones are found valid; null for those who may not. */
  readonly validateAction: string | null;
  readonly paperHref: string | null;
  readonly files: readonly LinkItem[];
}

/** The intake list of an edition. */
export function DossierList(props: DossierListProps) {
  const { question, rows, path } = props;
  if (rows.length === 0 && !question.filtered)
    return (
      <Empty
        kind="first"
        title={words.firstTitle}
        actions={
          props.paperHref === null ? undefined : (
            <ButtonLink kind="primary" icon="plus" href={props.paperHref}>
              {words.paper}
            </ButtonLink>
          )
        }
      >
        {words.firstBody}
      </Empty>
    );
  return (
    <>
      <Tabs label={words.filters.state} items={props.tabs} />
      <Filters {...props} />
      <ActiveFilters chips={props.chips} clearHref={path} />
      {rows.length === 0 ? (
        <Empty
          kind="filtered"
          title={words.noneMatch}
          actions={<ButtonLink href={path}>{uiVi.clearFilters}</ButtonLink>}
        >
          {words.noneBody}
        </Empty>
      ) : (
        <Rows {...props} />
      )}
      <InlineLinks items={props.files} />
    </>
  );
}

const options = (names: Readonly<Record<string, string>>, keys: readonly string[]) =>
  keys.map((value) => ({ value, label: names[value] ?? value }));

function Filters({ question, path, fields }: DossierListProps) {
  const { values } = question;
  const { filters, any } = words;
  const rare = ['doi-tuong', 'nguon', 'noi', 'truong', 'tuoi', 'ngay'];
  const hidden = ['tinh-trang', 'tuoi', 'ngay'].map((name) => [name, values[name] || null]);
  const marks =
    values['vuong-mac'] === '1' ? 'vuong-mac' : values['qua-han'] === '1' ? 'qua-han' : '';
  return (
    <FilterBar action={path} hidden={{ ...question.kept, ...Object.fromEntries(hidden) }}>
      <WordsFilter values={values} />
      {fields.length === 0 ? null : (
        <Select
          name="linh-vuc"
          label={filters.field}
          value={values['linh-vuc']}
          options={fields.map(({ code, name }) => ({ value: code, label: name }))}
          empty={any}
          width="m"
        />
      )}
      <Select
        name="can-chu-y"
        label={filters.marks}
        value={marks}
        options={[
          { value: 'vuong-mac', label: words.conflict },
          { value: 'qua-han', label: words.overdue },
        ]}
        empty={any}
        width="m"
      />
      <FilterMore label={filters.more} open={rare.some((name) => (values[name] ?? '') !== '')}>
        <Select
          name="doi-tuong"
          label={filters.entrant}
          value={values['doi-tuong']}
          options={options(entrantNames, entrantKinds)}
          empty={any}
          width="s"
        />
        <Select
          name="nguon"
          label={filters.origin}
          value={values.nguon}
          options={options(originNames, Object.keys(originNames))}
          empty={any}
          width="s"
        />
        <TextInput name="noi" label={filters.place} value={values.noi} width="m" />
        <TextInput name="truong" label={filters.school} value={values.truong} width="m" />
      </FilterMore>
    </FilterBar>
  );
}

function Rows(props: DossierListProps) {
  const { question, validateAction } = props;
  const table = (
    <Table
      caption={words.title}
      columns={columnsOf(props)}
      rows={props.rows}
      detail={(row) => (row.conflicts.length === 0 ? undefined : <Conflicts row={row} />)}
    />
  );
  const pager = (
    <Pager page={question.page} size={props.size} total={props.total} href={question.pageHref} />
  );
  if (validateAction === null || !props.rows.some(isOpen))
    return (
      <>
        {table}
        {pager}
      </>
    );
  return (
    <>
      <Form action={validateAction} full>
        {table}
        <div class="buttons">
          <Button>{words.validate}</Button>
        </div>
      </Form>
      {pager}
    </>
  );
}

const isOpen = ({ state }: ShownDossier): boolean => state === 'submitted' || state === 'returned';

function Conflicts({ row }: { readonly row: ShownDossier }) {
  return (
    <ul class="plain-list">
      {row.conflicts.map(({ ok, text }) => (
        <li>
          <Badge tone={ok === false ? 'bad' : 'warn'}>{ok === false ? words.no : words.ask}</Badge>{' '}
          {text}
        </li>
      ))}
    </ul>
  );
}

const mostNames = 2;

const namesOf = (authors: readonly string[]): string =>
  [
    authors.slice(0, mostNames).join(', '),
    ...(authors.length > mostNames ? [words.others(authors.length - mostNames)] : []),
  ].join(' ');

function columnsOf({ question, rows, validateAction, fields }: DossierListProps) {
  const { columns } = words;
  const choosing = validateAction !== null && rows.some(isOpen);
  const choose: Column<ShownDossier> = {
    key: 'choose',
    label: columns.choose,
    labelHidden: true,
    phone: 'bare',
    cell: (row) =>
      isOpen(row) ? (
        <label class="choice">
          <input type="checkbox" name="chon" value={row.pid} />
          <span class="sr">{words.choose(row.title || (row.number ?? ''))}</span>
          <span class="phone-only" aria-hidden="true">
            {columns.choose}
          </span>
        </label>
      ) : null,
  };
  const all: Column<ShownDossier>[] = [
    {
      key: 'number',
      label: columns.number,
      nowrap: true,
      phone: 'half',
      sort: question.sortLink('so'),
      cell: (row) => row.number ?? words.unnumbered,
    },
    {
      key: 'title',
      label: columns.title,
      header: true,
      roomy: true,
      sort: question.sortLink('ten'),
      cell: (row) => (
        <>
          <a href={row.href}>{row.title === '' ? words.untitled : row.title}</a>
          <span class="cell-note">{namesOf(row.authors)}</span>
        </>
      ),
    },
    ...(fields.length === 0
      ? []
      : [{ key: 'field', label: columns.field, cell: (row: ShownDossier) => row.field }]),
    {
      key: 'state',
      label: columns.state,
      nowrap: true,
      phone: 'half',
      cell: (row) => (
        <>
          <StateBadge state={row.state} />
          {row.state === 'returned' && row.until !== null ? (
            <span class={row.overdue ? 'cell-note text-bad' : 'cell-note'}>
              {words.until(row.until)}
            </span>
          ) : null}
          {row.back ? <span class="cell-note">{words.back}</span> : null}
        </>
      ),
    },
    {
      key: 'time',
      label: columns.time,
      nowrap: true,
      phone: 'half',
      sort: question.sortLink('thoi-gian'),
      cell: (row) => (
        <>
          {row.time}
          {row.origin === 'link' ? null : <span class="cell-note">{originNames[row.origin]}</span>}
        </>
      ),
    },
  ];
  return choosing ? [choose, ...all] : all;
}
