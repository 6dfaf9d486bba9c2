import { Badge, type Column } from '../../../../ui/index.ts';
import type { Progress } from '../../rules/index.ts';
import { officeWords as words } from '../../vi/index.ts';

/** A judge of a council, and how far they are. */
export interface JudgeLine extends Progress {
  readonly name: string;
  readonly council: string;
  /** Whether an address is known. */
  readonly mail: boolean;
  readonly last: string;
}

/** A dossier, how many sheets are signed, and what they come to; figures are empty where kept. */
export interface DossierLine extends Progress {
  readonly number: string;
  readonly title: string;
  readonly href: string;
  readonly council: string;
  readonly low: string;
  readonly high: string;
  readonly mean: string;
  readonly spread: string;
  readonly wide: boolean;
  readonly failed: boolean;
}

/** How far each judge is. */
export const judgeColumns: readonly Column<JudgeLine>[] = [
  {
    key: 'name',
    label: words.judges.columns.name,
    header: true,
    roomy: true,
    cell: ({ name, mail }) => (mail ? name : `${name} (${words.judges.noMail})`),
  },
  { key: 'council', label: words.judges.columns.council, cell: ({ council }) => council },
  {
    key: 'done',
    label: words.judges.columns.done,
    align: 'num',
    nowrap: true,
    phone: 'half',
    cell: ({ signed, all }) =>
      signed === all ? <Badge tone="ok">{`${signed}/${all}`}</Badge> : `${signed}/${all}`,
  },
  {
    key: 'begun',
    label: words.judges.columns.begun,
    align: 'num',
    phone: 'half',
    cell: ({ begun }) => String(begun),
  },
  { key: 'last', label: words.judges.columns.last, nowrap: true, cell: ({ last }) => last },
];

/** How far each dossier is, and what its sheets come to unless points are kept. */
export function dossierColumns(hidden: boolean, councils: boolean): Column<DossierLine>[] {
  const { columns } = words.dossiers;
  const figure = (key: 'low' | 'high' | 'mean'): Column<DossierLine> => ({
    key,
    label: columns[key],
    align: 'num',
    nowrap: true,
    phone: 'half',
    cell: (row) => row[key],
  });
  const council: Column<DossierLine>[] = councils
    ? [{ key: 'council', label: columns.council, cell: (row) => row.council }]
    : [];
  const figures: Column<DossierLine>[] = [
    figure('low'),
    figure('high'),
    figure('mean'),
    {
      key: 'spread',
      label: columns.spread,
      align: 'num',
      nowrap: true,
      cell: ({ spread, wide }) => (wide ? <Badge tone="warn">{spread}</Badge> : spread),
    },
  ];
  return [
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
      cell: ({ title, number, href, failed }) => (
        <>
          <a class="anywhere" href={href}>
            {title || number}
          </a>
          {failed ? <span class="line-detail">{words.dossiers.failed}</span> : null}
        </>
      ),
    },
    ...council,
    {
      key: 'done',
      label: columns.done,
      align: 'num',
      nowrap: true,
      phone: 'half',
      cell: ({ signed, all }) => `${signed}/${all}`,
    },
    ...(hidden ? [] : figures),
  ];
}
