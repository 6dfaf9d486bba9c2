import {
  ButtonLink,
  Buttons,
  DefinitionList,
  type LinkItem,
  Section,
  Table,
} from '../../../ui/index.ts';
import type { SiteCounts } from '../schema.ts';
import { words } from '../vi/index.ts';

export interface CountLine {
  readonly label: string;
  readonly href: string | undefined;
  readonly pages: number;
  readonly visits: number;
  readonly reads: number;
}

const total = (lines: readonly CountLine[], key: 'pages' | 'visits' | 'reads'): string =>
  words.count(lines.reduce((sum, line) => sum + line[key], 0));

/** Days or months, one a line, with their sum. */
export function CountTable(props: {
  readonly title: string;
  readonly head: string;
  readonly lines: readonly CountLine[];
}) {
  const { lines } = props;
  const column = (key: 'pages' | 'visits' | 'reads') =>
    ({
      key,
      label: words[key],
      align: 'num',
      cell: (line: CountLine) => words.count(line[key]),
      total: total(lines, key),
    }) as const;
  return (
    <Table
      caption={props.title}
      rows={lines}
      columns={[
        {
          key: 'time',
          label: props.head,
          header: true,
          nowrap: true,
          cell: (line) =>
            line.href === undefined ? line.label : <a href={line.href}>{line.label}</a>,
          total: words.sum,
        },
        column('visits'),
        column('pages'),
        column('reads'),
      ]}
    />
  );
}

const periods = ['today', 'yesterday', 'week', 'month', 'total'] as const;

/** The counts of a site beside each other: today, yesterday, this week, this month, all. */
export function PeriodTable({ counts }: { readonly counts: SiteCounts }) {
  return (
    <Table
      caption={words.byTime}
      rows={periods}
      columns={[
        { key: 'time', label: words.time, header: true, cell: (period) => words[period] },
        {
          key: 'visits',
          label: words.visits,
          align: 'num',
          cell: (period) => words.count(counts[period].visits),
        },
        {
          key: 'pages',
          label: words.pages,
          align: 'num',
          cell: (period) => words.count(counts[period].pages),
        },
      ]}
    />
  );
}

/** Links to the same figures as files. */
export function FileLinks({ items }: { readonly items: readonly LinkItem[] }) {
  return (
    <Buttons>
      {items.map(({ href, label }) => (
        <ButtonLink icon="download" href={href}>
          {label}
        </ButtonLink>
      ))}
    </Buttons>
  );
}

export interface MostReadLine {
  readonly title: string;
  readonly href: string | null;
  readonly reads: number;
}

/** What was read most, in order. */
export function MostReadTable(props: {
  readonly title: string;
  readonly links?: readonly LinkItem[];
  readonly lines: readonly MostReadLine[];
}) {
  return (
    <Section title={props.title} links={props.links ?? []} id="doc-nhieu">
      {props.lines.length === 0 ? (
        <p>{words.noneRead}</p>
      ) : (
        <Table
          caption={props.title}
          rows={props.lines}
          columns={[
            {
              key: 'title',
              label: words.subject,
              header: true,
              cell: (line) =>
                line.href === null ? line.title : <a href={line.href}>{line.title}</a>,
            },
            {
              key: 'reads',
              label: words.reads,
              align: 'num',
              cell: (line) => words.count(line.reads),
            },
          ]}
        />
      )}
    </Section>
  );
}

/** The block of a site's pages: how many read it, as of when. */
export function VisitBox(props: {
  readonly counts: SiteCounts;
  /** '14:05 ngày 12/05/2026' */
  readonly at: string;
  readonly moreHref: string;
}) {
  const { counts } = props;
  return (
    <Section title={words.block}>
      <DefinitionList
        compact
        items={[
          { term: words.onlineLong, value: words.count(counts.online) },
          { term: words.today, value: words.count(counts.today.visits) },
          { term: words.month, value: words.count(counts.month.visits) },
          { term: words.total, value: words.count(counts.total.visits) },
        ]}
      />
      <p class="help">
        {words.asOf(props.at)} <a href={props.moreHref}>{words.more}</a>
      </p>
    </Section>
  );
}
