import {
  Alert,
  EntryList,
  FilterBar,
  FilterMore,
  Section,
  Select,
  type SelectOption,
} from '../../../ui/index.ts';
import { structureWord } from '../../reporting/index.ts';
import { extras, groups, layouts, periodKinds } from '../rules/index.ts';
import {
  axisNames,
  extraNames,
  groupNames,
  kindNames,
  layoutNames,
  structureNames,
  pivotWords as words,
} from '../vi/index.ts';
import {
  extraWords,
  groupWords,
  kindWords,
  layoutWords,
  type PivotState,
  pivotAddress,
} from './address.ts';

export interface Preset {
  readonly title: string;
  readonly about: string;
  readonly href: string;
}

/** The questions that most people come with. */
export function Presets(props: { readonly items: readonly Preset[] }) {
  return (
    <Section title={words.ready}>
      <div class="questions">
        <EntryList
          plain
          items={props.items.map(({ title, about, href }) => ({ title, href, meta: about }))}
        />
      </div>
    </Section>
  );
}

export interface PivotFiltersProps {
  readonly state: PivotState;
  readonly untils: readonly SelectOption[];
  readonly tables: readonly SelectOption[];
  readonly tablesAre: keyof typeof axisNames;
}

const named = <V extends string>(
  values: readonly V[],
  sent: Readonly<Record<V, string>>,
  names: Readonly<Record<V, string>>,
): SelectOption[] => values.map((value) => ({ value: sent[value], label: names[value] }));

/** Whose figures, of which periods, and which of the tables. */
export function PivotFilters(props: PivotFiltersProps) {
  const { state } = props;
  const { filters } = words;
  const periods = state.periods.length > 0;
  return (
    <FilterBar
      action={pivotAddress(state).replace(/\?.*$/, '')}
      submit={filters.show}
      hidden={{
        ma: state.organisations.join() || null,
        'chi-tieu': state.indicators.join() || null,
        'cac-ky': state.periods.join() || null,
      }}
    >
      <Select
        name="don-vi"
        label={filters.group}
        width="m"
        value={groupWords[state.group]}
        options={named(groups, groupWords, groupNames)}
      />
      {periods ? null : (
        <>
          <Select
            name="ky"
            label={filters.kind}
            width="s"
            value={kindWords[state.kind]}
            options={named(periodKinds, kindWords, kindNames)}
          />
          <Select
            name="so-ky"
            label={filters.count}
            width="xs"
            value={String(state.count)}
            options={counts(state.count)}
          />
          <Select
            name="den"
            label={filters.until}
            width="s"
            value={state.until ?? ''}
            empty={filters.now}
            options={props.untils}
          />
        </>
      )}
      {props.tables.length > 1 ? (
        <Select
          name="bang"
          label={`${filters.table} ${axisNames[props.tablesAre].toLowerCase()}`}
          width="l"
          value={state.table}
          options={props.tables}
        />
      ) : null}
      <FilterMore label={filters.more} open={state.extra !== 'none' || state.structure === 'today'}>
        <Layouts state={state} />
      </FilterMore>
    </FilterBar>
  );
}

function Layouts({ state }: { readonly state: PivotState }) {
  const { filters } = words;
  return (
    <>
      <Select
        name="co-cau"
        label={filters.structure}
        width="s"
        value={structureWord(state.structure)}
        options={(['then', 'today'] as const).map((one) => ({
          value: structureWord(one),
          label: structureNames[one],
        }))}
      />
      <Select
        name="bo-cuc"
        label={filters.layout}
        width="m"
        value={layoutWords[state.layout]}
        options={named(layouts, layoutWords, layoutNames)}
      />
      <Select
        name="them"
        label={filters.extra}
        width="m"
        value={extraWords[state.extra]}
        options={named(extras, extraWords, extraNames)}
      />
    </>
  );
}

const usual = [1, 2, 3, 4, 5, 6, 8, 10, 12];
const counts = (chosen: number): SelectOption[] =>
  [...new Set([...usual, chosen])]
    .sort((a, b) => a - b)
    .map((count) => ({ value: String(count), label: String(count) }));

/** What is to be said about a question and its answer, each a sentence. */
export function PivotNotes(props: { readonly warn: readonly string[] }) {
  return (
    <>
      {props.warn.map((text) => (
        <Alert tone="warn">{text}</Alert>
      ))}
    </>
  );
}
