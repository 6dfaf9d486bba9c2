import {
  Button,
  ButtonLink,
  Checkboxes,
  type Choice,
  Fieldset,
  FilterMore,
  FormActions,
  HiddenFields,
  Radios,
  Select,
  type SelectOption,
} from '../../../ui/index.ts';
import { groups, periodKinds } from '../rules/index.ts';
import { groupNames, kindNames, pivotWords } from '../vi/index.ts';
import {
  extraWords,
  groupWords,
  kindWords,
  layoutWords,
  type PivotState,
  pivotAddress,
} from './address.ts';

const words = pivotWords.form;

export interface ChooseProps {
  readonly state: PivotState;
  readonly peers: readonly Choice[];
  readonly below: readonly Choice[];
  /** Indicators under the headings of the benchmark table. */
  readonly indicators: readonly {
    readonly heading: string;
    readonly options: readonly Choice[];
    /** Not of the benchmark table: many, and folded. */
    readonly others: boolean;
  }[];
  readonly untils: readonly SelectOption[];
  readonly years: readonly Choice[];
}

/** Everything that a pivot may be asked, as a plain GET form: its answer has the whole question in its address. */
export function ChooseForm(props: ChooseProps) {
  const { state } = props;
  return (
    <form class="form" method="get" action={pivotAddress(state).replace(/\?.*$/, '')}>
      <HiddenFields
        values={{
          'bo-cuc': layoutWords[state.layout],
          them: state.extra === 'none' ? null : extraWords[state.extra],
          'co-cau': state.structure === 'today' ? 'hien-nay' : null,
        }}
      />
      <Organisations {...props} />
      <Indicators {...props} />
      <Periods {...props} />
      <FormActions>
        <Button kind="primary">{words.submit}</Button>
        <ButtonLink kind="text" href={pivotAddress(state)}>
          {words.back}
        </ButtonLink>
      </FormActions>
    </form>
  );
}

function Organisations({ state, peers, below }: ChooseProps) {
  const chosen = (options: readonly Choice[]) =>
    options.some(({ value }) => state.organisations.includes(value));
  const list = (name: string, options: readonly Choice[], label: string) =>
    options.length === 0 ? null : (
      <FilterMore label={label} open={chosen(options)}>
        <Checkboxes
          name="ma"
          id={name}
          label={words.chosen}
          values={state.organisations}
          options={options}
        />
      </FilterMore>
    );
  return (
    <Fieldset legend={words.group}>
      <Radios
        name="don-vi"
        label={words.group}
        value={groupWords[state.group]}
        options={groups.map((group) => ({
          value: groupWords[group],
          label: groupNames[group],
          ...(group === 'chosen' ? { help: words.chosenHelp } : {}),
        }))}
      />
      {list('lien-hiep-hoi', peers, words.peers(peers.length))}
      {list('truc-thuoc', below, words.below(below.length))}
    </Fieldset>
  );
}

function Indicators({ state, indicators }: ChooseProps) {
  return (
    <Fieldset legend={words.indicators} note={words.indicatorsHelp}>
      {indicators.map((group, at) => {
        const boxes = (
          <Checkboxes
            name="chi-tieu"
            id={`chi-tieu-${at + 1}`}
            label={group.heading}
            values={state.indicators}
            options={group.options}
          />
        );
        if (!group.others) return boxes;
        const ticked = group.options.some(({ value }) => state.indicators.includes(value));
        return (
          <FilterMore label={words.more(group.options.length)} open={ticked}>
            {boxes}
          </FilterMore>
        );
      })}
    </Fieldset>
  );
}

function Periods({ state, untils, years }: ChooseProps) {
  const { filters } = pivotWords;
  return (
    <Fieldset legend={words.periods}>
      <Radios
        name="ky"
        label={filters.kind}
        value={kindWords[state.kind]}
        options={periodKinds.map((kind) => ({ value: kindWords[kind], label: kindNames[kind] }))}
      />
      <Select
        name="so-ky"
        label={filters.count}
        width="xs"
        value={String(state.count)}
        options={Array.from({ length: 12 }, (_, at) => ({
          value: String(at + 1),
          label: String(at + 1),
        }))}
      />
      <Select
        name="den"
        label={filters.until}
        width="s"
        value={state.until ?? ''}
        empty={filters.now}
        options={untils}
      />
      <FilterMore label={words.named} open={state.periods.length > 0}>
        <Checkboxes
          name="cac-ky"
          label={words.named}
          help={words.namedHelp}
          values={state.periods}
          options={years}
        />
      </FilterMore>
    </Fieldset>
  );
}
