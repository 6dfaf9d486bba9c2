import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  ButtonLink,
  type Column,
  Empty,
  FilterBar,
  type FilterChip,
  Pager,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import { siteWords as words } from '../vi/index.ts';

export interface DocumentLine {
  readonly title: string;
  readonly href: string;
  readonly file: string;
  readonly type: string;
  readonly size: string;
  readonly shownDay: string;
}

const columns: readonly Column<DocumentLine>[] = [
  {
    key: 'title',
    label: words.documentTitle,
    header: true,
    cell: (row) => <a href={row.href}>{row.title}</a>,
  },
  { key: 'type', label: words.documentType, nowrap: true, cell: (row) => row.type },
  { key: 'size', label: words.size, align: 'num', cell: (row) => row.size },
  { key: 'day', label: words.documentDay, nowrap: true, cell: (row) => row.shownDay },
  {
    key: 'file',
    label: words.documentFile,
    nowrap: true,
    cell: (row) => (
      <a href={row.file} download aria-label={words.downloadOf(row.title)}>
        {words.download}
      </a>
    ),
  },
];

/** Documents to take, the newest first. */
export function DocumentsPage(props: {
  readonly lead: string;
  readonly action: string;
  readonly question: ListQuestion;
  readonly chips: readonly FilterChip[];
  readonly items: readonly DocumentLine[];
  readonly total: number;
  readonly size: number;
}) {
  const { question, total } = props;
  return (
    <>
      <h1>{words.documents}</h1>
      <p class="lead">{props.lead}</p>
      {total === 0 && !question.filtered ? (
        <Empty kind="first" title={words.noDocuments}>
          {words.noDocumentsBody}
        </Empty>
      ) : (
        <>
          <FilterBar action={props.action} submit={words.find}>
            <TextInput
              name="q"
              type="search"
              label={words.findDocument}
              value={question.values.q}
              placeholder={words.hint}
              width="m"
            />
          </FilterBar>
          <ActiveFilters chips={props.chips} clearHref={props.action} />
          {total === 0 ? (
            <Empty
              kind="filtered"
              title={words.noDocument}
              actions={<ButtonLink href={props.action}>{words.allDocuments}</ButtonLink>}
            >
              {words.noneBody}
            </Empty>
          ) : (
            <>
              <p role="status">{words.documentCount(total)}</p>
              <Table caption={words.documentList} rows={props.items} columns={columns} />
              <Pager
                page={question.page}
                size={props.size}
                total={total}
                href={question.pageHref}
              />
            </>
          )}
        </>
      )}
    </>
  );
}
