import { vietnamDay } from '../../../kernel/clock.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import {
  Badge,
  Button,
  ButtonLink,
  type Column,
  type Content,
  DefinitionList,
  Empty,
  FilterBar,
  Form,
  formatCount,
  Pager,
  Section,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import type { ArrangeAct, BulletinState } from '../rules.ts';
import { issueName, stateNames, words } from '../vi.ts';

export interface ListedIssue {
  readonly href: string;
  readonly number: number;
  readonly year: number;
  readonly title: string;
  readonly state: BulletinState;
  readonly articles: number;
  readonly publishedAt: Date | null;
  readonly letters: number | null;
}

const dayOf = (at: Date | null): string => (at === null ? '' : formatDate(vietnamDay(at)));

const columns: readonly Column<ListedIssue>[] = [
  {
    key: 'issue',
    label: words.columns.issue,
    header: true,
    roomy: true,
    cell: (row) => <a href={row.href}>{issueName(row)}</a>,
  },
  {
    key: 'state',
    label: words.columns.state,
    cell: ({ state }) => <StateBadge state={state} />,
  },
  {
    key: 'articles',
    label: words.columns.articles,
    align: 'num',
    cell: ({ articles }) => formatCount(articles),
  },
  {
    key: 'day',
    label: words.columns.day,
    nowrap: true,
    cell: ({ publishedAt }) => dayOf(publishedAt),
  },
  {
    key: 'sent',
    label: words.columns.sent,
    align: 'num',
    cell: ({ letters }) => (letters === null ? '' : formatCount(letters)),
  },
];

function StateBadge({ state }: { readonly state: BulletinState }) {
  return <Badge tone={state === 'published' ? 'ok' : 'none'}>{stateNames[state]}</Badge>;
}

/** All issues of an office, the newest first. */
export function IssueList(props: {
  readonly rows: readonly ListedIssue[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly pageHref: (page: number) => string;
  /** Null for those who may not. */
  readonly createHref: string | null;
}) {
  if (props.total === 0)
    return (
      <Empty
        kind="first"
        title={words.firstTitle}
        actions={
          props.createHref === null ? undefined : (
            <ButtonLink kind="primary" icon="edit" href={props.createHref}>
              {words.create}
            </ButtonLink>
          )
        }
      >
        {props.createHref === null ? words.firstRead : words.firstBody}
      </Empty>
    );
  return (
    <>
      <Table caption={words.list} columns={columns} rows={props.rows} />
      <Pager page={props.page} size={props.size} total={props.total} href={props.pageHref} />
    </>
  );
}

export interface IssueArticle {
  readonly pid: string;
  readonly title: string;
  readonly open: boolean;
}

export interface IssuePageProps {
  readonly state: BulletinState;
  readonly publishedAt: Date | null;
  readonly sent: { readonly letters: number; readonly at: Date } | null;
  readonly articles: readonly IssueArticle[];
  /** Null: nothing may be changed. */
  readonly arrange: { readonly action: string; readonly version: number } | null;
  readonly candidates: readonly {
    readonly pid: string;
    readonly title: string;
    readonly day: string;
  }[];
  readonly q: string;
  readonly path: string;
  /** Buttons: what may be done with the issue. */
  readonly children?: Content;
}

/** One issue: what it is, its articles in order, and those that could come in. */
export function IssuePage(props: IssuePageProps) {
  const terms = [
    { term: words.state, value: <StateBadge state={props.state} /> },
    ...(props.publishedAt === null
      ? []
      : [
          { term: words.publishedOn, value: dayOf(props.publishedAt) },
          {
            term: words.letters,
            value:
              props.sent === null
                ? words.notSent
                : words.lettersOf(props.sent.letters, props.sent.at),
          },
        ]),
  ];
  return (
    <>
      <Section title={words.facts}>
        <DefinitionList items={terms} />
        <div class="buttons">{props.children}</div>
      </Section>
      <Section title={words.contents} id="bai">
        {props.articles.length === 0 ? <p>{words.noArticles}</p> : <Contents {...props} />}
      </Section>
      {props.arrange === null ? null : <Candidates {...props} arrange={props.arrange} />}
    </>
  );
}

function Contents({ articles, arrange }: IssuePageProps) {
  const rows: readonly Column<IssueArticle>[] = [
    {
      key: 'place',
      label: words.place,
      labelHidden: true,
      align: 'num',
      cell: (_row, at) => at + 1,
    },
    {
      key: 'title',
      label: words.contents,
      header: true,
      roomy: true,
      cell: ({ title, open }) => (
        <>
          {title}
          {open ? null : <p class="field-error">{words.closed}</p>}
        </>
      ),
    },
    ...(arrange === null
      ? []
      : [
          {
            key: 'acts',
            label: words.acts,
            labelHidden: true,
            cell: (row: IssueArticle, at: number) => (
              <div class="buttons">
                {at === 0 ? null : (
                  <Act arrange={arrange} act="up" pid={row.pid} label={words.upLabel(row.title)}>
                    {words.up}
                  </Act>
                )}
                {at === articles.length - 1 ? null : (
                  <Act
                    arrange={arrange}
                    act="down"
                    pid={row.pid}
                    label={words.downLabel(row.title)}
                  >
                    {words.down}
                  </Act>
                )}
                <Act
                  arrange={arrange}
                  act="remove"
                  pid={row.pid}
                  label={words.removeLabel(row.title)}
                >
                  {words.remove}
                </Act>
              </div>
            ),
          },
        ]),
  ];
  return <Table caption={words.contents} columns={rows} rows={articles} />;
}

function Act(props: {
  readonly arrange: { readonly action: string; readonly version: number };
  readonly act: ArrangeAct;
  readonly pid: string;
  readonly label: string;
  readonly children: string;
}) {
  const { action, version } = props.arrange;
  return (
    <Form action={action} hidden={{ version, act: props.act, article: props.pid }}>
      <Button small label={props.label}>
        {props.children}
      </Button>
    </Form>
  );
}

function Candidates(
  props: IssuePageProps & { readonly arrange: NonNullable<IssuePageProps['arrange']> },
) {
  return (
    <Section title={words.candidates} id="them">
      <FilterBar action={`${props.path}#them`} submit={words.find}>
        <TextInput name="q" label={words.search} value={props.q} optional />
      </FilterBar>
      {props.candidates.length === 0 ? (
        <p>{words.noCandidates}</p>
      ) : (
        <Table
          caption={words.candidates}
          rows={props.candidates}
          columns={[
            {
              key: 'title',
              label: words.article,
              header: true,
              roomy: true,
              cell: ({ title }) => title,
            },
            { key: 'day', label: words.day, nowrap: true, cell: ({ day }) => day },
            {
              key: 'add',
              label: words.add,
              labelHidden: true,
              cell: ({ pid, title }) => (
                <Act arrange={props.arrange} act="add" pid={pid} label={words.addLabel(title)}>
                  {words.add}
                </Act>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

/** Who gets issues by e-mail. */
export function ReaderList(props: {
  readonly rows: readonly { readonly address: string; readonly confirmedAt: Date }[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly pageHref: (page: number) => string;
}) {
  if (props.total === 0)
    return (
      <Empty kind="first" title={words.noReaders}>
        {words.noReadersBody}
      </Empty>
    );
  return (
    <>
      <Table
        caption={words.readers}
        rows={props.rows}
        columns={[
          { key: 'address', label: words.readers, header: true, cell: ({ address }) => address },
          { key: 'since', label: words.since, nowrap: true, cell: (row) => dayOf(row.confirmedAt) },
        ]}
      />
      <Pager page={props.page} size={props.size} total={props.total} href={props.pageHref} />
    </>
  );
}
