import {
  ButtonLink,
  Buttons,
  Card,
  type Column,
  DefinitionList,
  Empty,
  EntryList,
  type LinkItem,
  Section,
  Table,
  type Term,
  Timeline,
  type TimelineItem,
} from '../../../ui/index.ts';
import type { Headcount, HeadcountRow } from '../schema.ts';
import { siteWords } from '../vi/index.ts';

const words = siteWords.headcounts;

export interface HeadcountLine extends HeadcountRow {
  /** Where the line opens; null for the organisation's own declaration. */
  readonly href: string | null;
}

const amount = (value: number | null) => (value === null ? words.unsaid : siteWords.number(value));

function columns(total: Headcount): Column<HeadcountLine>[] {
  return [
    {
      key: 'name',
      label: words.unit,
      header: true,
      total: words.total,
      cell: (row) =>
        row.href === null ? (
          <>
            {row.name}
            <span class="cell-note">{words.own}</span>
          </>
        ) : (
          <a href={row.href}>{row.name}</a>
        ),
    },
    {
      key: 'members',
      label: words.members,
      align: 'num',
      total: amount(total.members),
      cell: (row) => amount(row.members),
    },
    {
      key: 'intellectuals',
      label: words.intellectuals,
      align: 'num',
      total: amount(total.intellectuals),
      cell: (row) => amount(row.intellectuals),
    },
    {
      key: 'from',
      label: words.from,
      nowrap: true,
      cell: (row) => (row.latest === null ? '' : siteWords.date(row.latest)),
    },
    {
      key: 'source',
      label: words.source,
      cell: (row) => {
        const several = row.declared > 1 ? words.several(row.declared) : '';
        return [row.source ?? '', several].filter(Boolean).join('; ') || '–';
      },
    },
  ];
}

/** Declared headcounts: every figure with its day and source, and where it opens further. */
export function HeadcountsPage(props: {
  readonly rows: readonly HeadcountLine[];
  readonly total: Headcount;
  readonly lead: string;
  readonly excelHref: string;
  readonly csvHref: string;
  /** What else is public; empty: nothing. */
  readonly links: readonly LinkItem[];
}) {
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{props.lead}</p>
      {props.rows.length === 0 ? (
        <Empty kind="first" title={words.emptyTitle}>
          {words.empty}
        </Empty>
      ) : (
        <>
          <Table caption={words.caption} rows={props.rows} columns={columns(props.total)} />
          <p class="help">{words.totalNote}</p>
          <Buttons>
            <ButtonLink href={props.excelHref} icon="download" download>
              {words.excel}
            </ButtonLink>
            <ButtonLink href={props.csvHref} icon="download" download>
              {words.csv}
            </ButtonLink>
          </Buttons>
        </>
      )}
      {props.links.length > 0 ? (
        <Section title={siteWords.readOn}>
          <EntryList plain items={props.links.map(({ label, href }) => ({ title: label, href }))} />
        </Section>
      ) : null}
    </>
  );
}

/** Who an organisation is: facts, its whole history, all its distinctions. */
export function AboutPage(props: {
  readonly title: string;
  readonly lead: string;
  readonly terms: readonly Term[];
  readonly history: readonly TimelineItem[];
  readonly distinctions: readonly { readonly title: string; readonly meta: string }[];
}) {
  return (
    <>
      <h1>{props.title}</h1>
      <p class="lead">{props.lead}</p>
      {props.terms.length > 0 ? (
        <Section title={siteWords.facts}>
          <DefinitionList items={props.terms} />
        </Section>
      ) : null}
      <Section id="lich-su" title={siteWords.history}>
        <Timeline items={props.history} />
      </Section>
      {props.distinctions.length > 0 ? (
        <Section id="khen-thuong" title={siteWords.distinctions}>
          <EntryList items={props.distinctions} />
        </Section>
      ) : null}
    </>
  );
}

/** Address, telephone, mail. */
export function ContactPage(props: { readonly title: string; readonly terms: readonly Term[] }) {
  return (
    <>
      <h1>{props.title}</h1>
      <Card>
        <DefinitionList items={props.terms} />
      </Card>
    </>
  );
}
