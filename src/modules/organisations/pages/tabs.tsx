import type { Child } from 'hono/jsx';
import { contains } from '../../../kernel/date-range.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { Badge, type Column, Empty, Section, Table } from '../../../ui/index.ts';
import type { Affiliation, Fact } from '../schema/index.ts';
import { vi } from '../vi.ts';
import { Entries } from './entries.tsx';
import type { Profile } from './profile.tsx';
import { byKind, factWords, kindWords, rangeWords } from './words.ts';

/** What stands directly under an organisation on the day, by kind. */
export function MembersTab(
  props: Profile & { readonly acts: ((row: Affiliation) => Child) | null },
) {
  const { members, href, acts } = props;
  if (members.length === 0) return <Empty kind="first" title={vi.members.empty} />;
  const columns: Column<Affiliation>[] = [
    {
      key: 'name',
      label: vi.page.columnName,
      cell: (row) => <a href={href(row.childCode)}>{row.childName}</a>,
    },
    {
      key: 'from',
      label: vi.page.columnFrom,
      nowrap: true,
      cell: (row) => (row.during.from === null ? '' : formatDate(row.during.from)),
    },
  ];
  if (acts !== null) {
    columns.push(
      { key: 'decision', label: vi.page.columnDecision, cell: (row) => row.decision ?? '' },
      { key: 'acts', label: vi.page.columnAct, labelHidden: true, cell: acts },
    );
  }
  return (
    <>
      {byKind(members).map(([kind, rows]) => (
        <Section title={vi.members.group(kindWords[kind] ?? kind, rows.length)} id={kind}>
          <Table caption={vi.members.caption(props.on)} columns={columns} rows={rows} />
        </Section>
      ))}
    </>
  );
}

/** Every fact through time, by kind; what holds on the day is marked. */
export function FactsTab(props: {
  readonly facts: readonly Fact[];
  readonly on: string;
  readonly acts: ((fact: Fact) => Child) | null;
}) {
  if (props.facts.length === 0) return <Empty kind="first" title={vi.facts.empty} />;
  const { acts } = props;
  const columns: Column<Fact>[] = [
    { key: 'value', label: vi.facts.value, cell: factWords },
    {
      key: 'period',
      label: vi.facts.period,
      cell: (fact) => (
        <>
          {rangeWords(fact.during)}{' '}
          {contains(fact.during, props.on) ? <Badge tone="ok">{vi.facts.holds}</Badge> : null}
        </>
      ),
    },
    { key: 'source', label: vi.facts.source, cell: (fact) => fact.source ?? '' },
    { key: 'note', label: vi.facts.note, cell: (fact) => fact.note ?? '' },
  ];
  if (acts !== null) {
    columns.push({ key: 'acts', label: vi.page.columnAct, labelHidden: true, cell: acts });
  }
  return (
    <Table
      caption={vi.facts.caption}
      columns={columns}
      rows={props.facts}
      groupKey={(fact) => fact.kind}
      group={(fact) => ({ label: fact.label })}
    />
  );
}

export function TimelineTab(props: Profile) {
  const { items, total } = props.timeline;
  return (
    <>
      {items.length < total ? <p>{vi.timeline.shown(items.length, total)}</p> : null}
      <Entries items={items} href={props.href} />
    </>
  );
}
