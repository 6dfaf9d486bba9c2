import type { ListQuestion } from '../../../../platform/forms/list.ts';
import {
  ActiveFilters,
  Badge,
  type BadgeTone,
  ButtonLink,
  type Column,
  Empty,
  FilterBar,
  type FilterChip,
  InlineLinks,
  Pager,
  Select,
  type SelectOption,
  Table,
  uiVi,
  WordsFilter,
} from '../../../../ui/index.ts';
import type { JudgeState } from '../../schema/index.ts';
import { judgeStateNames } from '../../vi/index.ts';
import { judgeWords as words } from '../../vi/office.ts';

const tones: Readonly<Record<JudgeState, BadgeTone>> = {
  proposed: 'none',
  invited: 'info',
  accepted: 'ok',
  declined: 'bad',
  ended: 'none',
};

export function JudgeBadge({ state }: { readonly state: JudgeState }) {
  return <Badge tone={tones[state]}>{judgeStateNames[state]}</Badge>;
}

export interface ShownJudge {
  readonly href: string;
  readonly name: string;
  readonly unit: string | null;
  readonly state: JudgeState;
  readonly councils: readonly string[];
  readonly conflicted: number;
  readonly conflictsHref: string;
  readonly open: number;
  /** Null: no limit. */
  readonly load: string | null;
}

export interface JudgeListProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly states: readonly SelectOption[];
  readonly fields: readonly SelectOption[];
  readonly rows: readonly ShownJudge[];
  readonly total: number;
  readonly size: number;
  readonly chips: readonly FilterChip[];
  /** Null for those who may not. */
  readonly addHref: string | null;
  readonly importHref: string | null;
}

/** The judges of an edition. */
export function JudgeList(props: JudgeListProps) {
  const { question, rows, path } = props;
  if (rows.length === 0 && !question.filtered)
    return (
      <Empty
        kind="first"
        title={words.firstTitle}
        actions={
          props.addHref === null || props.importHref === null ? undefined : (
            <>
              <ButtonLink kind="primary" icon="plus" href={props.addHref}>
                {words.add}
              </ButtonLink>
              <ButtonLink href={props.importHref}>{words.importIn}</ButtonLink>
            </>
          )
        }
      >
        {words.firstBody}
      </Empty>
    );
  return (
    <>
      <FilterBar action={path} hidden={question.kept}>
        <WordsFilter values={question.values} />
        <Select
          name="tinh-trang"
          label={words.filters.state}
          value={question.values['tinh-trang']}
          options={props.states}
          empty={words.filters.any}
          width="m"
        />
        {props.fields.length === 0 ? null : (
          <Select
            name="linh-vuc"
            label={words.filters.field}
            value={question.values['linh-vuc']}
            options={props.fields}
            empty={words.filters.any}
            width="m"
          />
        )}
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
          <Table caption={words.title} columns={columnsOf(rows)} rows={rows} />
          <Pager
            page={question.page}
            size={props.size}
            total={props.total}
            href={question.pageHref}
          />
        </>
      )}
      {props.importHref === null ? null : (
        <InlineLinks items={[{ href: props.importHref, label: words.importIn }]} />
      )}
    </>
  );
}

const label = words.columns;

const load: Column<ShownJudge> = {
  key: 'load',
  label: label.load,
  nowrap: true,
  phone: 'half',
  cell: (row) => row.load ?? words.noLimit,
};

/** The load only where somebody has a limit. */
const columnsOf = (rows: readonly ShownJudge[]) =>
  rows.some((row) => row.load !== null) ? [...columns, load] : columns;

const columns: readonly Column<ShownJudge>[] = [
  {
    key: 'name',
    label: label.name,
    header: true,
    roomy: true,
    cell: (row) => (
      <>
        <a href={row.href}>{row.name}</a>
        {row.unit === null ? null : <span class="cell-note">{row.unit}</span>}
      </>
    ),
  },
  {
    key: 'state',
    label: label.state,
    nowrap: true,
    cell: (row) => <JudgeBadge state={row.state} />,
  },
  {
    key: 'seats',
    label: label.seats,
    cell: (row) => (row.councils.length === 0 ? words.noSeat : row.councils.join('; ')),
  },
  {
    key: 'conflicts',
    label: label.conflicts,
    align: 'num',
    phone: 'half',
    cell: (row) =>
      row.conflicted === 0 ? (
        '0'
      ) : (
        <>
          <a href={row.conflictsHref}>{row.conflicted}</a>
          {row.open === 0 ? null : <span class="cell-note">{words.toLook(row.open)}</span>}
        </>
      ),
  },
];
