import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  ButtonLink,
  Empty,
  FilterBar,
  type FilterChip,
  InlineLinks,
  type LinkItem,
  Pager,
  type SelectOption,
  Table,
  uiVi,
} from '../../../ui/index.ts';
import { words } from '../vi/index.ts';
import { columnsOf, Filters, type ListedLine } from './list-parts.tsx';

export interface ArticleListProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly rows: readonly ListedLine[];
  readonly total: number;
  readonly size: number;
  readonly sections: readonly SelectOption[];
  readonly errors: Readonly<Record<string, string>>;
  readonly chips: readonly FilterChip[];
  readonly would: {
    readonly before: string;
    readonly link: string;
    readonly after: string;
    readonly href: string;
  } | null;
  /** Null for those who may not write. */
  readonly writeHref: string | null;
  readonly links: readonly LinkItem[];
}

/** All that an office writes. */
export function ArticleList(props: ArticleListProps) {
  const { question, rows, path } = props;
  if (rows.length === 0 && !question.filtered) return <First {...props} />;
  return (
    <>
      <FilterBar action={path} hidden={{ ...question.kept, buoc: question.values.buoc || null }}>
        <Filters {...props} />
      </FilterBar>
      <ActiveFilters chips={props.chips} clearHref={path} />
      {rows.length === 0 ? (
        <NoneMatch {...props} />
      ) : (
        <>
          <Table caption={words.list} columns={columnsOf(question)} rows={rows} />
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

function NoneMatch({ path, would }: ArticleListProps) {
  return (
    <Empty
      kind="filtered"
      title={words.noneMatch}
      actions={<ButtonLink href={path}>{uiVi.clearFilters}</ButtonLink>}
    >
      {would === null ? (
        words.noneBody
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

function First({ writeHref, links }: ArticleListProps) {
  return (
    <>
      <Empty
        kind="first"
        title={words.firstTitle}
        actions={
          writeHref === null ? undefined : (
            <ButtonLink kind="primary" icon="edit" href={writeHref}>
              {words.write}
            </ButtonLink>
          )
        }
      >
        {writeHref === null ? words.firstRead : words.firstBody}
      </Empty>
      <InlineLinks items={links.slice(1)} />
    </>
  );
}
