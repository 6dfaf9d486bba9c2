import { Select, TextInput } from '../../../../ui/index.ts';
import { sampleRubrics } from '../../vi/index.ts';
import { rubricWords as words } from '../../vi/pages-rubrics.ts';
import { PartForm } from './frame.tsx';
import { fieldsOf, type PartState } from './state.ts';

const samples = sampleRubrics.map(({ key, name }) => ({ value: key, label: name }));

/** Name, basis and least total of a score sheet; a new one may begin from a sample. */
export function RubricForm(props: { readonly state: PartState; readonly fresh: boolean }) {
  const { state, fresh } = props;
  const field = fieldsOf(state);
  return (
    <PartForm state={state}>
      {fresh ? (
        <Select {...field('from', words.from)} options={samples} empty={words.blank} width="l" />
      ) : null}
      <TextInput {...field('name', fresh ? words.newName : words.name)} />
      <TextInput {...field('basis', words.basis)} optional />
      <TextInput
        {...field('pass', words.pass)}
        width="xs"
        suffix={words.parts.point}
        numeric
        optional
      />
    </PartForm>
  );
}
