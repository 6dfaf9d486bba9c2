import { Empty, Table } from '../../../../ui/index.ts';
import { dossierOfficeWords, sentOnWords as words } from '../../vi/office/index.ts';

interface SentOnRow {
  readonly title: string;
  readonly number: string | null;
  readonly href: string;
  readonly edition: string;
  readonly organisation: string;
  readonly state: string;
  readonly targetNumber: string | null;
  readonly result: string;
  /** Where a draft there is completed; null for those who may not. */
  readonly writeHref: string | null;
}

/** What was sent on from an edition, and what became of it. */
export function SentOnList({ rows }: { readonly rows: readonly SentOnRow[] }) {
  const { columns } = words;
  if (rows.length === 0)
    return (
      <Empty kind="first" title={words.empty}>
        {words.emptyBody}
      </Empty>
    );
  return (
    <Table
      caption={words.title}
      columns={[
        {
          key: 'dossier',
          label: columns.dossier,
          header: true,
          roomy: true,
          cell: (row) => (
            <>
              <a href={row.href}>{row.title}</a>
              <span class="cell-note">{row.number}</span>
            </>
          ),
        },
        {
          key: 'edition',
          label: columns.edition,
          cell: (row) => (
            <>
              {row.edition}
              <span class="cell-note">{row.organisation}</span>
            </>
          ),
        },
        {
          key: 'state',
          label: columns.state,
          cell: (row) => (
            <>
              {[row.state, row.targetNumber].filter(Boolean).join(', ')}
              {row.writeHref === null ? null : (
                <span class="cell-note">
                  <a href={row.writeHref}>{words.open}</a>
                </span>
              )}
            </>
          ),
        },
        {
          key: 'result',
          label: columns.result,
          cell: (row) => (row.result === '' ? dossierOfficeWords.above.noAward : row.result),
        },
      ]}
      rows={rows}
    />
  );
}
