import {
  Alert,
  Badge,
  ButtonLink,
  Buttons,
  type Column,
  Empty,
  FilterBar,
  Section,
  Select,
  type SelectOption,
  Table,
} from '../../../../ui/index.ts';
import type { OutcomeRow } from '../../rules/outcome/types.ts';
import { points, pageWords as words } from '../../vi/pages.ts';
import { type JudgeLine, LenienciesOf } from './leniency.tsx';

export interface OutcomeLine {
  readonly row: OutcomeRow;
  readonly title: string;
  readonly href: string;
  readonly close: boolean;
  /** Lines that are drawn under this dossier. */
  readonly cuts: readonly string[];
}

export interface OutcomeTable {
  readonly field: string;
  readonly lines: readonly OutcomeLine[];
  readonly comparable: boolean;
  /** Prizes whose floor nobody is left to reach, in sentences. */
  readonly unreached: readonly string[];
}

export interface WithoutLine {
  readonly judge: string;
  readonly sheets: number;
  readonly entered: string;
  readonly left: string;
}

export interface OutcomePageProps {
  readonly path: string;
  readonly phases: readonly SelectOption[];
  readonly phase: string;
  readonly fields: readonly SelectOption[];
  readonly field: string;
  readonly basis: string;
  readonly votes: boolean;
  readonly tables: readonly OutcomeTable[];
  readonly calibration: string;
  readonly without: readonly WithoutLine[];
  /** Null for those who may not see it. */
  readonly judges: readonly JudgeLine[] | null;
  readonly goOnHref: string | null;
}

/** What a phase comes to: raw points beside the others, lines drawn, what is not to be told apart marked. */
export function OutcomePage(props: OutcomePageProps) {
  return (
    <>
      <FilterBar action={props.path}>
        <Select name="giai-doan" label={words.phases} value={props.phase} options={props.phases} />
        {props.fields.length > 1 ? (
          <Select
            name="linh-vuc"
            label={words.fields}
            value={props.field}
            options={props.fields}
            empty={words.allFields}
          />
        ) : null}
      </FilterBar>
      <p>{words.basis(props.basis)}</p>
      {props.tables.map((table) => (
        <Section title={table.field}>
          {table.comparable ? null : <Alert tone="warn">{words.notComparable}</Alert>}
          {table.unreached.length === 0 ? null : <p class="help">{table.unreached.join(' ')}</p>}
          {table.lines.length === 0 ? (
            <p>{words.empty}</p>
          ) : (
            <Table
              caption={words.table(table.field)}
              columns={columnsOf(props.votes)}
              rows={table.lines}
              tone={({ close, row }) =>
                row.asked || row.alarm ? 'bad' : close ? 'warn' : undefined
              }
              detail={({ cuts }) =>
                cuts.length === 0 ? null : <strong>{cuts.join(' · ')}</strong>
              }
            />
          )}
        </Section>
      ))}
      {props.goOnHref === null ? null : (
        <Buttons>
          <ButtonLink kind="primary" href={props.goOnHref}>
            {words.goOn}
          </ButtonLink>
        </Buttons>
      )}
      <Without rows={props.without} />
      {props.judges === null ? null : (
        <Section title={words.judges}>
          <LenienciesOf judges={props.judges} />
        </Section>
      )}
      <Section title={words.explain}>
        <ul>
          {words.explainBody.map((line) => (
            <li>{line}</li>
          ))}
          <li>{props.calibration}</li>
        </ul>
      </Section>
    </>
  );
}

function Without({ rows }: { readonly rows: readonly WithoutLine[] }) {
  return (
    <Section title={words.without}>
      {rows.length === 0 ? (
        <p>{words.withoutNone}</p>
      ) : (
        <>
          <p class="help">{words.withoutHelp}</p>
          <Table caption={words.without} columns={withoutColumns} rows={rows} />
        </>
      )}
    </Section>
  );
}

export function NoPhases() {
  return (
    <Empty kind="first" title={words.none}>
      {words.noneBody}
    </Empty>
  );
}

/** What is to be said of a row beside its figures. */
export function Marks({ row, close }: { readonly row: OutcomeRow; readonly close: boolean }) {
  const { standing, asked, failing, passes, alarm, moved, tied } = row;
  return (
    <>
      {standing === 'failed' ? <Badge tone="bad">{words.failed}</Badge> : null}
      {standing === 'unjudged' ? <Badge tone="none">{words.unjudged}</Badge> : null}
      {asked ? <Badge tone="warn">{words.asked(failing)}</Badge> : null}
      {!asked && failing > 0 ? <Badge tone="warn">{words.failing(failing)}</Badge> : null}
      {standing === 'stands' && !passes ? <Badge tone="bad">{words.below}</Badge> : null}
      {alarm ? <Badge tone="bad">{words.alarm}</Badge> : null}
      {moved === null ? null : <Badge tone="info">{words.moved(moved.place)}</Badge>}
      {tied ? <Badge tone="warn">{words.tied}</Badge> : null}
      {close && !tied ? <Badge tone="warn">{words.close}</Badge> : null}
    </>
  );
}

function columnsOf(votes: boolean): readonly Column<OutcomeLine>[] {
  const figure = (
    basis: 'mean' | 'trimmed' | 'calibrated',
    error: (row: OutcomeRow) => string,
  ): Column<OutcomeLine> => ({
    key: basis,
    label: words.columns[basis],
    align: 'num',
    nowrap: true,
    phone: 'line',
    cell: ({ row }) => (
      <>
        {points(row.points[basis])}
        {row.points[basis] === null ? '' : error(row)}
        {row.ranks[basis] === null ? null : (
          <span class="line-detail">{words.rankIn(row.ranks[basis])}</span>
        )}
      </>
    ),
  });
  return [
    {
      key: 'place',
      label: words.columns.place,
      align: 'num',
      cell: ({ row }) => row.place ?? '–',
      phone: 'half',
    },
    {
      key: 'dossier',
      label: words.columns.dossier,
      header: true,
      roomy: true,
      cell: (line) => (
        <>
          <a href={line.href}>{line.title}</a>
          <span class="line-detail">{line.row.number ?? ''}</span>
          <Marks row={line.row} close={line.close} />
        </>
      ),
    },
    figure('mean', () => ''),
    figure('trimmed', () => ''),
    figure('calibrated', ({ error }) => words.error(error)),
    ...(votes
      ? [
          {
            key: 'votes',
            label: words.columns.votes,
            align: 'num',
            phone: 'half',
            cell: ({ row }: OutcomeLine) => points(row.votes),
          } as const,
        ]
      : []),
    {
      key: 'value',
      label: words.columns.value,
      align: 'num',
      phone: 'half',
      cell: ({ row }) => <strong>{points(row.value)}</strong>,
    },
    {
      key: 'range',
      label: words.columns.range,
      align: 'num',
      phone: 'half',
      cell: ({ row }) => points(row.range),
    },
    {
      key: 'sheets',
      label: words.columns.sheets,
      align: 'num',
      phone: 'half',
      cell: ({ row }) => row.sheets,
    },
  ];
}

const withoutColumns: readonly Column<WithoutLine>[] = [
  { key: 'judge', label: words.withoutColumns.judge, cell: ({ judge }) => judge, header: true },
  { key: 'sheets', label: words.withoutColumns.sheets, align: 'num', cell: ({ sheets }) => sheets },
  { key: 'entered', label: words.withoutColumns.entered, cell: ({ entered }) => entered },
  { key: 'left', label: words.withoutColumns.left, cell: ({ left }) => left },
];
