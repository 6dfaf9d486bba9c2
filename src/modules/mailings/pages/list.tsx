import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  Badge,
  type BadgeTone,
  ButtonLink,
  type Column,
  Empty,
  FilterBar,
  type FilterChip,
  formatCount,
  InlineLinks,
  type LinkItem,
  Pager,
  Select,
  Table,
  uiVi,
  WordsFilter,
} from '../../../ui/index.ts';
import { type MailingState, mailingStates } from '../rules.ts';
import { stateNames, words } from '../vi.ts';

export interface ListedMailing {
  readonly href: string;
  readonly subject: string;
  readonly sender: string;
  readonly kind: string;
  readonly letters: number;
  readonly day: string;
  readonly state: MailingState;
}

export interface MailingListProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly rows: readonly ListedMailing[];
  readonly total: number;
  readonly size: number;
  readonly chips: readonly FilterChip[];
  /** Null for those who may not write. */
  readonly writeHref: string | null;
  readonly links: readonly LinkItem[];
}

/** All letters of an office, the newest first. */
export function MailingList(props: MailingListProps) {
  const { question, rows, path } = props;
  if (rows.length === 0 && !question.filtered) return <First {...props} />;
  return (
    <>
      <FilterBar action={path} hidden={question.kept}>
        <WordsFilter values={question.values} />
        <Select
          name="tinh-trang"
          label={words.columns.state}
          value={question.values['tinh-trang']}
          options={mailingStates.map((value) => ({ value, label: stateNames[value] }))}
          empty={words.anyState}
          width="s"
        />
      </FilterBar>
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
        <>
          <Table caption={words.list} columns={columnsOf(question)} rows={rows} />
          <Pager
            page={question.page}
            size={props.size}
            total={props.total}
            href={question.pageHref}
          />
        </>
      )}
      {props.links.length === 0 ? null : <InlineLinks items={props.links} />}
    </>
  );
}

function First({ writeHref, links }: MailingListProps) {
  return (
    <>
      <Empty
        kind="first"
        title={words.firstTitle}
        actions={
          writeHref === null ? undefined : (
            <ButtonLink kind="primary" icon="edit" href={writeHref}>
              {words.write}
            </ButtonLink>
          )
        }
      >
        {writeHref === null ? words.firstRead : words.firstBody}
      </Empty>
      {links.length === 0 ? null : <InlineLinks items={links} />}
    </>
  );
}

const tones: Readonly<Record<MailingState, BadgeTone>> = {
  draft: 'none',
  sending: 'info',
  stopped: 'warn',
  sent: 'ok',
};

export function StateBadge(props: { readonly state: MailingState }) {
  return <Badge tone={tones[props.state]}>{stateNames[props.state]}</Badge>;
}

function columnsOf(question: ListQuestion): readonly Column<ListedMailing>[] {
  const { columns: label } = words;
  return [
    {
      key: 'subject',
      label: label.subject,
      cell: (row) => <a href={row.href}>{row.subject}</a>,
      header: true,
      roomy: true,
    },
    { key: 'kind', label: label.kind, cell: (row) => row.kind, nowrap: true },
    { key: 'sender', label: label.sender, cell: (row) => row.sender },
    { key: 'letters', label: label.letters, cell: (row) => formatCount(row.letters), align: 'num' },
    {
      key: 'day',
      label: label.day,
      cell: (row) => row.day,
      sort: question.sortLink('ngay'),
      nowrap: true,
    },
    {
      key: 'state',
      label: label.state,
      cell: (row) => <StateBadge state={row.state} />,
      nowrap: true,
    },
  ];
}
