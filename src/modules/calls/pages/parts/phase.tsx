import {
  Checkboxes,
  Fieldset,
  Select,
  type SelectOption,
  TextInput,
} from '../../../../ui/index.ts';
import { type Party, parties, rankingBases } from '../../rules/index.ts';
import { hideableNames, partyNames, phaseActNames, rankingNames } from '../../vi/index.ts';
import { formWords } from '../../vi/pages-form.ts';
import { partWords } from '../../vi/pages-parts.ts';
import { rubricWords } from '../../vi/pages-rubrics.ts';
import { AfterSelect, PartForm } from './frame.tsx';
import { Moment } from './moment.tsx';
import { actsOffered, hideablesOffered } from './offered.ts';
import { fieldsOf, optionsOf, type PartState } from './state.ts';

const words = partWords.phases;
const { column: upper } = formWords.people;

interface PhaseFormProps {
  readonly state: PartState;
  /** The phases that a new one may stand behind; null for one that is there already. */
  readonly others: readonly SelectOption[] | null;
  /** The score sheets to choose from. */
  readonly rubrics: readonly SelectOption[];
}

/** One phase: from when until when, who may do what in it, what is hidden from whom. */
export function PhaseForm({ state, others, rubrics }: PhaseFormProps) {
  const field = fieldsOf(state);
  return (
    <PartForm state={state}>
      <TextInput {...field('name', words.name)} />
      <AfterSelect state={state} others={others} />
      <Moment state={state} name="opens" end="opens" />
      <Moment state={state} name="closes" end="closes" />
      <Fieldset legend={words.permitsTitle} note={words.permitsHelp}>
        {parties.map((party) => (
          <Acts state={state} party={party} />
        ))}
      </Fieldset>
      <Fieldset legend={words.hiddenTitle} note={words.hiddenHelp}>
        {parties.map((party) => (
          <Hidden state={state} party={party} />
        ))}
      </Fieldset>
      <Review state={state} rubrics={rubrics} />
    </PartForm>
  );
}

function Acts({ state, party }: { readonly state: PartState; readonly party: Party }) {
  const field = fieldsOf(state);
  const name = `permits.${party}`;
  const values = state.lists[name] ?? [];
  return (
    <div class="choices-many">
      <Checkboxes
        {...field(name, [words.permitsOf(upper(partyNames[party]))])}
        options={optionsOf(phaseActNames, actsOffered(party, values))}
        values={values}
      />
    </div>
  );
}

function Hidden({ state, party }: { readonly state: PartState; readonly party: Party }) {
  const field = fieldsOf(state);
  const name = `hidden.${party}`;
  const values = state.lists[name] ?? [];
  return (
    <div class="choices-many">
      <Checkboxes
        {...field(name, [words.hiddenOf(partyNames[party])])}
        options={optionsOf(hideableNames, hideablesOffered(party, values))}
        values={values}
      />
    </div>
  );
}

/** By which sheet, by how many, what is discussed, how it is ranked, how many go on. */
function Review({ state, rubrics }: Pick<PhaseFormProps, 'state' | 'rubrics'>) {
  const field = fieldsOf(state);
  const { review: own } = rubricWords;
  const number = { width: 'xs', numeric: true } as const;
  return (
    <Fieldset legend={own.title} note={own.note}>
      <Select {...field('rubric', own.rubric)} options={rubrics} empty={own.none} width="l" />
      <TextInput {...field('review.each', own.each)} {...number} suffix={own.judges} optional />
      <TextInput
        {...field('review.spread', own.spread)}
        {...number}
        suffix={rubricWords.parts.point}
        optional
      />
      <Select
        {...field('review.by', own.by)}
        options={optionsOf(rankingNames, rankingBases)}
        width="l"
      />
      <TextInput {...field('review.trim', own.trim)} {...number} suffix={own.sheets} optional />
      <TextInput
        {...field('review.goes_on', own.goesOn)}
        {...number}
        suffix={own.dossiers}
        optional
      />
    </Fieldset>
  );
}
