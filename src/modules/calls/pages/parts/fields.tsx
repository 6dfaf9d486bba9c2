import { TextInput } from '../../../../ui/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import { PartForm, Rows } from './frame.tsx';
import { fieldsOf, type PartState } from './state.ts';

const words = partWords.fields;

/** What is competed in. */
export function FieldsForm({ state }: { readonly state: PartState }) {
  const field = fieldsOf(state);
  return (
    <PartForm state={state}>
      <Rows
        state={state}
        name="fields"
        title={words.group}
        one={words.one}
        add={words.add}
        keptColumn="code"
        ordered
        row={(name) => (
          <div class="wide">
            <TextInput {...field(name('name'), words.name)} />
          </div>
        )}
      />
    </PartForm>
  );
}
