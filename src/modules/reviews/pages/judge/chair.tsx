import { Badge, Table } from '../../../../ui/index.ts';
import { judgeWords } from '../../vi/index.ts';

const words = judgeWords.council;

/** A dossier of a council as its chair sees it; null: kept. */
export interface ChairedDossier {
  readonly number: string;
  readonly title: string;
  readonly href: string;
  readonly sheets: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly spread: string | null;
  readonly wide: boolean;
}

export interface ChairPageProps {
  readonly title: string;
  /** All points are kept. */
  readonly hidden: boolean;
  readonly rows: readonly ChairedDossier[];
}

/** The dossiers of a council with the lowest and the highest total. */
export function ChairPage({ title, hidden, rows }: ChairPageProps) {
  const { columns } = words;
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{hidden ? words.hidden : words.allLead}</p>
      <Table
        caption={words.allCaption}
        columns={[
          {
            key: 'number',
            label: columns.number,
            nowrap: true,
            phone: 'half',
            cell: (row) => row.number,
          },
          {
            key: 'title',
            label: columns.title,
            header: true,
            roomy: true,
            cell: (row) => (
              <a class="anywhere" href={row.href}>
                {row.title === '' ? row.number : row.title}
              </a>
            ),
          },
          ...(hidden
            ? []
            : ([
                {
                  key: 'sheets',
                  label: columns.sheets,
                  align: 'num',
                  phone: 'half',
                  cell: ({ sheets }: ChairedDossier) => sheets ?? '',
                },
                {
                  key: 'low',
                  label: columns.low,
                  align: 'num',
                  phone: 'half',
                  cell: ({ low }: ChairedDossier) => low ?? '',
                },
                {
                  key: 'high',
                  label: columns.high,
                  align: 'num',
                  phone: 'half',
                  cell: ({ high }: ChairedDossier) => high ?? '',
                },
                {
                  key: 'spread',
                  label: columns.spread,
                  align: 'num',
                  cell: ({ spread, wide }: ChairedDossier) =>
                    wide ? <Badge tone="warn">{spread}</Badge> : (spread ?? ''),
                },
              ] as const)),
        ]}
        rows={rows}
      />
    </>
  );
}
