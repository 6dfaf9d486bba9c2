import { Checkbox, Radios, TextInput } from '../../../../ui/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import { PartForm, Rows } from './frame.tsx';
import { fieldsOf, optionsOf, type PartState } from './state.ts';

const words = partWords.prizes;

/** The prizes from the highest to the lowest; `budget` says what all of them cost. */
export function PrizesForm(props: { readonly state: PartState; readonly budget: string }) {
  const { state } = props;
  const field = fieldsOf(state);
  const ticked = (name: string) => state.form.values[name] === '1';
  return (
    <PartForm state={state}>
      <Radios {...field('prizes.per', words.per)} options={optionsOf(words.perNames)} />
      <Rows
        state={state}
        name="prizes.prizes"
        title={words.group}
        help={`${props.budget} ${words.budgetNote}`}
        one={words.one}
        add={words.add}
        keptColumn="key"
        ordered
        row={(name) => (
          <>
            <TextInput {...field(name('name'), words.name)} />
            <TextInput
              {...field(name('money'), words.money)}
              width="s"
              suffix={words.dong}
              numeric
              optional
            />
            <TextInput {...field(name('quota'), words.quota)} width="xs" numeric optional />
            <TextInput {...field(name('floor'), words.floor)} width="xs" numeric optional />
            <Checkbox
              {...field(name('withheld'), words.withheld)}
              value="1"
              checked={ticked(name('withheld'))}
            />
            <Checkbox
              {...field(name('special'), words.special)}
              value="1"
              checked={ticked(name('special'))}
            />
          </>
        )}
      />
    </PartForm>
  );
}
