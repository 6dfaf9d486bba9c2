import { type Content, Empty, Section, Table } from '../../../../ui/index.ts';
import type { ComplaintState } from '../../rules/index.ts';
import { entryWords as words } from '../../vi/index.ts';
import { StateBadge } from '../state.tsx';

export interface SentLine {
  readonly href: string;
  readonly number: string;
  readonly topic: string;
  readonly day: string;
  readonly state: ComplaintState;
}

export interface ListPageProps {
  /** Whether complaints are taken now, and until when. */
  readonly says: string;
  readonly open: boolean;
  readonly action: Content;
  readonly rows: readonly SentLine[];
}

/** What was complained about behind the link, and the way to write one more. */
export function ListPage({ says, open, action, rows }: ListPageProps) {
  const { columns } = words;
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <p>{says}</p>
      {action === null ? null : <div class="buttons">{action}</div>}
      <Section title={words.listTitle}>
        {rows.length === 0 ? (
          <Empty kind="first" title={words.none}>
            {open ? words.noneBody : words.noneClosed}
          </Empty>
        ) : (
          <Table
            caption={words.listTitle}
            columns={[
              {
                key: 'number',
                label: columns.number,
                header: true,
                nowrap: true,
                cell: (row) => <a href={row.href}>{row.number}</a>,
              },
              { key: 'topic', label: columns.topic, cell: (row) => row.topic, roomy: true },
              { key: 'day', label: columns.day, cell: (row) => row.day, nowrap: true },
              {
                key: 'state',
                label: columns.state,
                cell: (row) => <StateBadge state={row.state} />,
                nowrap: true,
              },
            ]}
            rows={rows}
          />
        )}
      </Section>
    </>
  );
}
