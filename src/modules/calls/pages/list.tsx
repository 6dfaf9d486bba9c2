import { toRoman } from '../../../kernel/vietnamese/numbers.ts';
import type { ListQuestion } from '../../../platform/forms/list.ts';
import {
  ActiveFilters,
  Badge,
  type BadgeTone,
  ButtonLink,
  type Column,
  Empty,
  FilterBar,
  type FilterChip,
  Pager,
  Select,
  Table,
  uiVi,
  WordsFilter,
} from '../../../ui/index.ts';
import type { EditionState, ListedEdition } from '../schema/index.ts';
import { editionKindNames } from '../vi/index.ts';
import { pageWords as words } from '../vi/pages.ts';

export interface EditionListProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly rows: readonly ListedEdition[];
  readonly hrefOf: (edition: ListedEdition) => string;
  readonly total: number;
  readonly size: number;
  readonly chips: readonly FilterChip[];
  /** Editions of several unions: each line says whose. */
  readonly several: boolean;
  /** Null for those who may not make any. */
  readonly newHref: string | null;
  /** Pages beside the list, for those who may open them. */
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

const tones: Readonly<Record<EditionState, BadgeTone>> = {
  draft: 'none',
  open: 'ok',
  closed: 'info',
};

export function EditionBadge({ state }: { readonly state: EditionState }) {
  return <Badge tone={tones[state]}>{words.states[state]}</Badge>;
}

/** 'lần thứ VIII'; nothing where times are not counted. */
export const ordinalOf = (ordinal: number | null): string | null =>
  ordinal === null || ordinal > 3999 ? null : words.ordinal(toRoman(ordinal));

/** The editions of an office: drafts first, then the latest. */
export function EditionList(props: EditionListProps) {
  const { question, rows, path, newHref } = props;
  if (rows.length === 0 && !question.filtered)
    return (
      <>
        <Empty
          kind="first"
          title={words.firstTitle}
          actions={
            newHref === null ? undefined : (
              <ButtonLink kind="primary" icon="plus" href={newHref}>
                {words.add}
              </ButtonLink>
            )
          }
        >
          {newHref === null ? words.firstRead : words.firstBody}
        </Empty>
        <Beside links={props.links} />
      </>
    );
  const states = Object.entries(words.states).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Beside links={props.links} />
      <FilterBar action={path} hidden={question.kept}>
        <WordsFilter values={question.values} />
        <Select
          name="tinh-trang"
          label={words.columns.state}
          value={question.values['tinh-trang']}
          options={states}
          empty={words.anyState}
          width="s"
        />
      </FilterBar>
      <ActiveFilters chips={props.chips} clearHref={path} />
      {rows.length === 0 ? (
        <Empty
          kind="filtered"
          title={words.noneMatch}
          actions={<ButtonLink href={path}>{uiVi.clearFilters}</ButtonLink>}
        >
          {words.noneBody}
        </Empty>
      ) : (
        <>
          <Table caption={words.list} columns={columnsOf(props)} rows={rows} />
          <Pager
            page={question.page}
            size={props.size}
            total={props.total}
            href={question.pageHref}
          />
        </>
      )}
    </>
  );
}

function Beside({ links }: Pick<EditionListProps, 'links'>) {
  if (links.length === 0) return null;
  return (
    <nav class="buttons" aria-label={words.beside.label}>
      {links.map(({ href, label }) => (
        <ButtonLink href={href}>{label}</ButtonLink>
      ))}
    </nav>
  );
}

function columnsOf({ hrefOf, several }: EditionListProps): Column<ListedEdition>[] {
  const { columns } = words;
  const whose: Column<ListedEdition>[] = several
    ? [{ key: 'organisation', label: columns.organisation, cell: (row) => row.organisation.name }]
    : [];
  return [
    {
      key: 'name',
      label: columns.name,
      header: true,
      roomy: true,
      cell: (row) => (
        <>
          <a href={hrefOf(row)}>{row.name}</a>
          {row.ordinal === null ? null : <span class="cell-note">{ordinalOf(row.ordinal)}</span>}
        </>
      ),
    },
    ...whose,
    { key: 'kind', label: columns.kind, cell: (row) => editionKindNames[row.kind] },
    {
      key: 'years',
      label: columns.years,
      nowrap: true,
      phone: 'half',
      cell: (row) => words.years(row.years.first, row.years.last),
    },
    { key: 'code', label: columns.code, nowrap: true, cell: (row) => row.code },
    {
      key: 'state',
      label: columns.state,
      nowrap: true,
      cell: (row) => <EditionBadge state={row.state} />,
    },
  ];
}
