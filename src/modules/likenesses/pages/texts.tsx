import { type Column, Empty, Pager, Table } from '../../../ui/index.ts';
import { words } from '../vi.ts';

export interface ListedText {
  readonly title: string;
  readonly authors: string;
  readonly year: string;
  readonly words: string;
  readonly origin: string;
  /** Null where all are of the office itself. */
  readonly organisation: string | null;
  /** Null for those who may not. */
  readonly forgetHref: string | null;
}

export interface TextListProps {
  readonly rows: readonly ListedText[];
  readonly page: number;
  readonly pageHref: (page: number) => string;
  readonly total: number;
  readonly size: number;
}

/** What was brought in to be compared with, the latest year first. */
export function TextList({ rows, page, pageHref, total, size }: TextListProps) {
  if (total === 0)
    return (
      <Empty kind="first" title={words.texts.none}>
        {words.texts.noneBody}
      </Empty>
    );
  const forgets = rows.some(({ forgetHref }) => forgetHref !== null);
  const several = rows.some(({ organisation }) => organisation !== null);
  return (
    <>
      <Table
        caption={words.texts.list}
        columns={[...columns, ...(several ? [owner] : []), ...(forgets ? [forgetting] : [])]}
        rows={rows}
      />
      <Pager page={page} size={size} total={total} href={pageHref} />
    </>
  );
}

const label = words.texts.columns;

const columns: readonly Column<ListedText>[] = [
  { key: 'title', label: label.title, cell: (row) => row.title, header: true },
  { key: 'authors', label: label.authors, cell: (row) => row.authors },
  { key: 'year', label: label.year, cell: (row) => row.year, nowrap: true, phone: 'half' },
  { key: 'words', label: label.words, cell: (row) => row.words, align: 'num', phone: 'half' },
  { key: 'origin', label: label.file, cell: (row) => row.origin },
];

const owner: Column<ListedText> = {
  key: 'organisation',
  label: words.terms.broughtBy,
  cell: (row) => row.organisation,
};

const forgetting: Column<ListedText> = {
  key: 'forget',
  label: words.texts.forget,
  labelHidden: true,
  cell: (row) =>
    row.forgetHref === null ? null : (
      <a href={row.forgetHref} aria-label={words.texts.forgetLabel(row.title)}>
        {words.texts.forget}
      </a>
    ),
  nowrap: true,
};
