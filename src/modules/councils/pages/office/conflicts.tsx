import type { ListQuestion } from '../../../../platform/forms/list.ts';
import {
  ActiveFilters,
  ButtonLink,
  Empty,
  FilterBar,
  type FilterChip,
  FilterMore,
  Pager,
  Select,
  Table,
  uiVi,
  WordsFilter,
} from '../../../../ui/index.ts';
import { conflictKinds, conflictSources, conflictStates } from '../../schema/index.ts';
import {
  conflictKindNames,
  conflictSourceNames,
  conflictStateNames,
  sureWords,
} from '../../vi/index.ts';
import { conflictWords as words } from '../../vi/office.ts';
import {
  dossierColumn,
  Evidence,
  judgeColumn,
  kindColumn,
  type ShownConflict,
  stateColumn,
} from './conflict-columns.tsx';

export interface ConflictListProps {
  readonly question: ListQuestion;
  readonly path: string;
  readonly rows: readonly ShownConflict[];
  readonly total: number;
  readonly size: number;
  readonly chips: readonly FilterChip[];
}

/** What stands between judges and dossiers of an edition. */
export function ConflictList(props: ConflictListProps) {
  const { question, rows, path } = props;
  if (rows.length === 0 && !question.filtered)
    return (
      <Empty kind="first" title={words.none}>
        {words.noneBody}
      </Empty>
    );
  return (
    <>
      <Filters {...props} />
      <ActiveFilters chips={props.chips} clearHref={path} />
      {rows.length === 0 ? (
        <Empty
          kind="filtered"
          title={words.noneMatch}
          actions={<ButtonLink href={path}>{uiVi.clearFilters}</ButtonLink>}
        >
          {words.noneMatchBody}
        </Empty>
      ) : (
        <>
          <p class="help">{words.counts}</p>
          <Table
            caption={words.list}
            columns={[dossierColumn, judgeColumn, kindColumn, stateColumn]}
            rows={rows}
            detail={(row) => <Evidence row={row} />}
          />
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

const options = <K extends string>(names: Readonly<Record<K, string>>, keys: readonly K[]) =>
  keys.map((value) => ({ value, label: names[value] }));

export const sureValues = { 'ro-nguoi': true, 'trung-ten': false } as const;
export const sureNames: Readonly<Record<keyof typeof sureValues, string>> = {
  'ro-nguoi': sureWords.yes,
  'trung-ten': sureWords.no,
};

function Filters({ question, path }: ConflictListProps) {
  const { values } = question;
  const { filters } = words;
  const hidden = ['giam-khao', 'ho-so'].map((name) => [name, values[name] || null]);
  return (
    <FilterBar action={path} hidden={{ ...question.kept, ...Object.fromEntries(hidden) }}>
      <WordsFilter values={values} />
      <Select
        name="tinh-trang"
        label={filters.state}
        value={values['tinh-trang']}
        options={options(conflictStateNames, conflictStates)}
        empty={filters.any}
        width="m"
      />
      <Select
        name="loai"
        label={filters.kind}
        value={values.loai}
        options={options(conflictKindNames, conflictKinds)}
        empty={filters.any}
        width="m"
      />
      <FilterMore
        label={filters.more}
        open={['chac', 'nguon'].some((name) => (values[name] ?? '') !== '')}
      >
        <Select
          name="chac"
          label={filters.sure}
          value={values.chac}
          options={options(sureNames, ['ro-nguoi', 'trung-ten'])}
          empty={filters.any}
          width="m"
        />
        <Select
          name="nguon"
          label={filters.source}
          value={values.nguon}
          options={options(conflictSourceNames, conflictSources)}
          empty={filters.any}
          width="m"
        />
      </FilterMore>
    </FilterBar>
  );
}
