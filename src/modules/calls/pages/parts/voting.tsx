import { FieldGroup, Select, TextInput } from '../../../../ui/index.ts';
import { votingBases } from '../../rules/index.ts';
import { votingBasisNames } from '../../vi/index.ts';
import { formWords } from '../../vi/pages-form.ts';
import { rubricWords } from '../../vi/pages-rubrics.ts';
import { PartForm, Rows } from './frame.tsx';
import { fieldsOf, type PartState } from './state.ts';

const words = rubricWords.voting;
const { column: upper } = formWords.people;

/** How councils decide by votes. */
export function VotingForm({ state }: { readonly state: PartState }) {
  const field = fieldsOf(state);
  const fraction = (name: string, [label, help]: readonly string[], optional: boolean) => (
    <FieldGroup name={`${name}-group`} label={label ?? ''} help={help} optional={optional}>
      <div class="field-row">
        <TextInput {...field(`${name}_parts`, words.parts)} width="xs" numeric />
        <TextInput {...field(`${name}_of`, words.whole)} width="xs" numeric />
      </div>
    </FieldGroup>
  );
  return (
    <PartForm state={state}>
      <Rows
        state={state}
        name="voting"
        title={words.group}
        one={words.one}
        add={words.add}
        keptColumn="key"
        row={(name) => (
          <>
            <div class="wide">
              <TextInput {...field(name('name'), words.name)} />
            </div>
            <div class="wide">
              <TextInput {...field(name('basis'), words.basis)} optional />
            </div>
            {fraction(name('share'), words.share, false)}
            <Select
              {...field(name('of'), words.of)}
              options={votingBases.map((value) => ({
                value,
                label: upper(votingBasisNames[value]),
              }))}
            />
            {fraction(name('quorum'), words.quorum, true)}
          </>
        )}
      />
    </PartForm>
  );
}
