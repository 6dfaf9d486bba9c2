import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  Badge,
  type BadgeTone,
  Button,
  ButtonLink,
  type Column,
  Empty,
  type Figure,
  Figures,
  FilterBar,
  type FilterChip,
  Form,
  InlineLinks,
  type LinkItem,
  Pager,
  Select,
  type SelectOption,
  SelectOrSuggest,
  type Tab,
  Table,
  Tabs,
  TextInput,
} from '../../../ui/index.ts';
import type { DueState } from '../rules/index.ts';
import { stateNames, words } from '../vi.ts';

export interface DueRow {
  readonly href: string;
  readonly name: string;
  readonly association: string;
  readonly reference: string;
  readonly owed: string;
  readonly paid: string;
  /** In words, '' when nothing was paid too much. */
  readonly surplus: string;
  readonly state: DueState;
}

export interface PeriodPageProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly tabs: readonly Tab[];
  readonly figures: readonly Figure[];
  readonly rows: readonly DueRow[];
  readonly total: number;
  readonly size: number;
  readonly states: readonly SelectOption[];
  readonly associations: readonly SelectOption[];
  readonly suggestHref: string | null;
  readonly chips: readonly FilterChip[];
  readonly links: readonly LinkItem[];
  /** When the list was made; null while it is being made. */
  readonly listed: string | null;
  /** What a writer may do; null for others. */
  readonly acts: { readonly refreshAction: string; readonly removeHref: string } | null;
}

/** Who owes what in a period. */
export function PeriodPage(props: PeriodPageProps) {
  const { question, rows } = props;
  return (
    <>
      <Tabs label={words.tabs} items={props.tabs} />
      <Figures items={props.figures} boxed />
      <FilterBar action={props.path} hidden={question.kept}>
        <Filters {...props} />
      </FilterBar>
      <ActiveFilters chips={props.chips} clearHref={props.path} />
      {rows.length === 0 ? (
        <Nobody filtered={question.filtered} />
      ) : (
        <Table caption={words.dueList} columns={columnsOf(question)} rows={rows} />
      )}
      <Pager page={question.page} size={props.size} total={props.total} href={question.pageHref} />
      <InlineLinks items={props.links} />
      <p class="help">{props.listed === null ? words.listing : words.listedAt(props.listed)}</p>
      {props.acts === null ? null : (
        <div class="buttons">
          <Form action={props.acts.refreshAction} inline>
            <Button>{words.refresh}</Button>
          </Form>
          <ButtonLink kind="dangerOutline" href={props.acts.removeHref}>
            {words.remove}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

function Filters(props: PeriodPageProps) {
  const { values } = props.question;
  return (
    <>
      <TextInput
        name="q"
        label={words.search}
        value={values.q}
        placeholder={words.searchExample}
        width="m"
      />
      <Select
        name="tinh-trang"
        label={words.state}
        value={values['tinh-trang']}
        options={props.states}
        empty={words.anyState}
        width="s"
      />
      <SelectOrSuggest
        name="don-vi"
        label={words.association}
        value={values['don-vi']}
        options={props.associations}
        suggestHref={props.suggestHref}
        empty={words.anyAssociation}
        width="s"
      />
    </>
  );
}

function Nobody({ filtered }: { readonly filtered: boolean }) {
  return filtered ? (
    <Empty kind="filtered" title={words.nobody}>
      {words.nobodyBody}
    </Empty>
  ) : (
    <Empty kind="first" title={words.noMembers}>
      {words.noMembersBody}
    </Empty>
  );
}

const tones: Readonly<Record<DueState, BadgeTone>> = {
  none: 'bad',
  part: 'warn',
  paid: 'ok',
  over: 'info',
  exempt: 'none',
  gone: 'none',
};

/** How far somebody has paid, as a mark with its word. */
export function DueStateBadge({ state }: { readonly state: DueState }) {
  return <Badge tone={tones[state]}>{stateNames[state]}</Badge>;
}

function columnsOf(question: ListQuestion): readonly Column<DueRow>[] {
  return [
    {
      key: 'name',
      label: words.person,
      cell: (row) => <a href={row.href}>{row.name}</a>,
      sort: question.sortLink('ten'),
      roomy: true,
    },
    { key: 'association', label: words.association, cell: (row) => row.association },
    { key: 'reference', label: words.reference, cell: (row) => row.reference, nowrap: true },
    { key: 'owed', label: words.owed, cell: (row) => row.owed, align: 'num', phone: 'half' },
    {
      key: 'paid',
      label: words.paid,
      cell: (row) => row.paid,
      align: 'num',
      phone: 'half',
    },
    {
      key: 'state',
      label: words.state,
      cell: (row) => (
        <>
          <DueStateBadge state={row.state} /> {row.surplus}
        </>
      ),
    },
  ];
}
