import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import { type Column, Empty, FigureLink, Section, Table, Tabs } from '../../../../ui/index.ts';
import { dossierStates, stateNames } from '../../../calls/index.ts';
import { statisticWords as words } from '../../vi/office/index.ts';

interface Row {
  readonly label: string;
  readonly dossiers: number;
  readonly authors: number | null;
  readonly href: string | null;
}

interface StatisticsProps {
  readonly path: string;
  readonly state: string | null;
  readonly groups: readonly {
    readonly kind: keyof typeof words.kinds;
    readonly note?: string | undefined;
    readonly rows: readonly Row[];
  }[];
}

/** The figures of an edition, a table for each way of counting. */
export function Statistics({ path, state, groups }: StatisticsProps) {
  const states = dossierStates.filter((one) => one !== 'draft');
  return (
    <>
      <Tabs
        label={words.state}
        items={[
          { href: path, label: words.any, current: state === null },
          ...states.map((one) => ({
            href: `${path}?tinh-trang=${one}`,
            label: stateNames[one],
            current: state === one,
          })),
        ]}
      />
      {groups.length === 0 ? (
        <Empty kind="first" title={words.empty}>
          {words.emptyBody}
        </Empty>
      ) : (
        <div class="answer-sides">
          {groups.map(({ kind, note, rows }) => (
            <Section title={words.kinds[kind]}>
              <Table caption={words.kinds[kind]} columns={columnsOf(rows)} rows={rows} />
              {note === undefined ? null : <p class="help">{note}</p>}
            </Section>
          ))}
        </div>
      )}
    </>
  );
}

function columnsOf(rows: readonly Row[]): Column<Row>[] {
  const { columns } = words;
  const ofAuthors = rows.some(({ authors }) => authors !== null);
  return [
    { key: 'label', label: columns.label, header: true, cell: (row) => row.label },
    {
      key: 'dossiers',
      label: columns.dossiers,
      align: 'num',
      phone: 'half',
      cell: (row) => (
        <FigureLink
          value={formatNumber(row.dossiers)}
          href={row.href ?? undefined}
          label={words.of(row.label)}
        />
      ),
    },
    ...(ofAuthors
      ? [
          {
            key: 'authors',
            label: columns.authors,
            align: 'num' as const,
            phone: 'half' as const,
            cell: (row: Row) => formatNumber(row.authors ?? 0),
          },
        ]
      : []),
  ];
}
