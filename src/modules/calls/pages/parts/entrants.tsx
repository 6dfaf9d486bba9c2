import {
  Checkbox,
  Checkboxes,
  DateInput,
  FieldGroup,
  Select,
  TextInput,
} from '../../../../ui/index.ts';
import { awardLevelNames, entrantNames } from '../../vi/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import { PartForm, Rows } from './frame.tsx';
import { fieldsOf, optionsOf, type PartState } from './state.ts';

const words = partWords.entrants;

/** Who may enter, and under which conditions. */
export function EntrantsForm({ state }: { readonly state: PartState }) {
  const field = fieldsOf(state);
  const years = { width: 'xs', numeric: true } as const;
  return (
    <PartForm state={state}>
      <Checkboxes
        {...field('entrants', words.entrants)}
        options={optionsOf(entrantNames)}
        values={state.lists.entrants ?? []}
      />
      <FieldGroup name="born" label={words.bornTitle} help={words.bornHelp} optional>
        <div class="field-row">
          <DateInput {...field('eligibility.born.first', words.first)} />
          <DateInput {...field('eligibility.born.last', words.last)} />
        </div>
      </FieldGroup>
      <FieldGroup name="made" label={words.madeTitle} help={words.madeHelp} optional>
        <div class="field-row">
          <TextInput {...field('eligibility.made.from', words.from)} {...years} />
          <TextInput {...field('eligibility.made.to', words.to)} {...years} />
        </div>
      </FieldGroup>
      <TextInput
        {...field('eligibility.worked', words.worked)}
        {...years}
        suffix={words.years}
        optional
      />
      <FieldGroup name="group" label={words.groupTitle} optional>
        <div class="field-row">
          <TextInput
            {...field('eligibility.group.min', words.min)}
            {...years}
            suffix={words.people}
          />
          <TextInput
            {...field('eligibility.group.max', words.max)}
            {...years}
            suffix={words.people}
          />
        </div>
      </FieldGroup>
      <Checkbox
        {...field('eligibility.representative', words.representative)}
        value="1"
        checked={state.form.values['eligibility.representative'] === '1'}
      />
      <Awarded state={state} />
    </PartForm>
  );
}

function Awarded({ state }: { readonly state: PartState }) {
  const field = fieldsOf(state);
  const { awarded } = words;
  return (
    <Rows
      state={state}
      name="eligibility.awarded"
      title={awarded.title}
      help={awarded.help}
      one={awarded.one}
      add={awarded.add}
      row={(name) => (
        <>
          <Select
            {...field(name('level'), awarded.level)}
            options={optionsOf(awardLevelNames)}
            empty={partWords.none}
          />
          <Select
            {...field(name('contests'), awarded.contests)}
            options={optionsOf(words.contests)}
          />
          <TextInput {...field(name('since'), awarded.since)} width="xs" numeric optional />
        </>
      )}
    />
  );
}
