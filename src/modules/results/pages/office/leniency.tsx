import { type Column, Table } from '../../../../ui/index.ts';
import { pageWords as words } from '../../vi/pages.ts';

export interface JudgeLine {
  readonly judge: string;
  readonly sheets: number;
  readonly mean: string;
  readonly leniency: string;
  readonly agreement: string;
}

/** How strict each judge was found to be. */
export function LenienciesOf({ judges }: { readonly judges: readonly JudgeLine[] }) {
  return (
    <>
      <p class="help">{words.judgesHelp}</p>
      <Table caption={words.judges} columns={judgeColumns} rows={judges} empty={words.judgesNone} />
    </>
  );
}

const judgeColumns: readonly Column<JudgeLine>[] = [
  { key: 'judge', label: words.judgeColumns.judge, cell: ({ judge }) => judge, header: true },
  {
    key: 'sheets',
    label: words.judgeColumns.sheets,
    align: 'num',
    phone: 'half',
    cell: ({ sheets }) => sheets,
  },
  {
    key: 'mean',
    label: words.judgeColumns.mean,
    align: 'num',
    phone: 'half',
    cell: ({ mean }) => mean,
  },
  {
    key: 'leniency',
    label: words.judgeColumns.leniency,
    align: 'num',
    phone: 'half',
    cell: ({ leniency }) => leniency,
  },
  {
    key: 'agreement',
    label: words.judgeColumns.agreement,
    align: 'num',
    phone: 'half',
    cell: ({ agreement }) => agreement,
  },
];
