import { ButtonLink } from './button.tsx';
import { Empty } from './feedback.tsx';
import { ActiveFilters, FilterBar, type FilterChip } from './filter.tsx';
import type { HiddenValues } from './form/form.tsx';
import { InlineLinks } from './layouts/parts.tsx';
import { Pager } from './nav.tsx';
import { Table } from './table.tsx';
import type { Column } from './table-types.ts';
import type { Content, LinkItem } from './types.ts';
import { vi } from './vi.ts';

/** What a list of records has, besides its columns and filters. */
export interface RecordListState<Row> {
  /** What was asked for in the address. */
  readonly question: {
    readonly filtered: boolean;
    readonly page: number;
    readonly kept: HiddenValues;
    pageHref(page: number): string;
  };
  readonly path: string;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly size: number;
  readonly chips: readonly FilterChip[];
  /** When nothing matches: one filter fewer would find so many. */
  readonly would: {
    readonly before: string;
    readonly link: string;
    readonly after: string;
    readonly href: string;
  } | null;
  /** Where records are made; null for those who may not. */
  readonly record: { readonly href: string; readonly importHref: string } | null;
  readonly links: readonly LinkItem[];
}

/** What a module says of its list. */
export interface RecordListWords {
  /** The caption of the table. */
  readonly list: string;
  readonly noneMatch: string;
  readonly firstTitle: string;
  readonly firstBody: string;
  /** Instead of `firstBody`, for those who may not record. */
  readonly firstRead: string;
  readonly firstAction: string;
  readonly import: string;
}

export interface RecordListProps<Row> extends RecordListState<Row> {
  readonly words: RecordListWords;
  /** Fields of the filter bar. */
  readonly filters: Content;
  readonly columns: readonly Column<Row>[];
}

/** A list of records: filters, what is filtered by, rows, pages; and what to do when it is empty. */
export function RecordList<Row>(props: RecordListProps<Row>) {
  const { question, rows, words, path } = props;
  if (rows.length === 0 && !question.filtered) return <First record={props.record} words={words} />;
  return (
    <>
      <FilterBar action={path} hidden={question.kept}>
        {props.filters}
      </FilterBar>
      <ActiveFilters chips={props.chips} clearHref={path} />
      {rows.length === 0 ? (
        <NoneMatch path={path} would={props.would} words={words} />
      ) : (
        <>
          <Table caption={words.list} columns={props.columns} rows={rows} />
          <Pager
            page={question.page}
            size={props.size}
            total={props.total}
            href={question.pageHref}
          />
        </>
      )}
      <InlineLinks items={props.links} />
    </>
  );
}

function NoneMatch(props: Pick<RecordListProps<unknown>, 'path' | 'would' | 'words'>) {
  const { path, would, words } = props;
  return (
    <Empty
      kind="filtered"
      title={words.noneMatch}
      actions={<ButtonLink href={path}>{vi.clearFilters}</ButtonLink>}
    >
      {would === null ? (
        vi.record.fewerFilters
      ) : (
        <>
          {would.before}
          <a href={would.href}>{would.link}</a>
          {would.after}
        </>
      )}
    </Empty>
  );
}

function First({ record, words }: Pick<RecordListProps<unknown>, 'record' | 'words'>) {
  const actions =
    record === null ? undefined : (
      <>
        <ButtonLink kind="primary" icon="plus" href={record.href}>
          {words.firstAction}
        </ButtonLink>
        <ButtonLink href={record.importHref}>{words.import}</ButtonLink>
      </>
    );
  return (
    <Empty kind="first" title={words.firstTitle} actions={actions}>
      {record === null ? words.firstRead : words.firstBody}
    </Empty>
  );
}
