import { Checkbox, TextInput } from '../../../../ui/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import { Rows } from './frame.tsx';
import { fieldsOf, type PartState } from './state.ts';

const words = partWords.form;

/** What may be chosen, in its order, and whether several. */
export function Options({ state }: { readonly state: PartState }) {
  const field = fieldsOf(state);
  const { options } = words;
  return (
    <>
      <Rows
        state={state}
        name="options"
        title={options.title}
        one={options.one}
        add={options.add}
        keptColumn="value"
        least={2}
        ordered
        row={(name) => (
          <div class="wide">
            <TextInput {...field(name('label'), words.option)} />
          </div>
        )}
      />
      <Checkbox {...field('many', words.many)} checked={state.form.values.many === '1'} />
    </>
  );
}
