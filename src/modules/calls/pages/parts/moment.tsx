import { DateInput, FieldGroup, TextInput } from '../../../../ui/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import { fieldsOf, type PartState } from './state.ts';

const words = partWords.phases;

/** A second in two boxes: day and time of day. `name` is before '.day' and '.time'. */
export function Moment(props: {
  readonly state: PartState;
  readonly name: string;
  readonly end: 'opens' | 'closes';
}) {
  const field = fieldsOf(props.state);
  const { name, end } = props;
  const [label, help] = end === 'opens' ? [words.opens[0], undefined] : words.closes;
  const timeHelp = end === 'opens' ? words.timeHelp : words.closeTimeHelp;
  return (
    <FieldGroup name={`${name}-group`} label={label} help={help} optional>
      <div class="field-row">
        <DateInput {...field(`${name}.day`, [words.day])} />
        <TextInput {...field(`${name}.time`, [words.time, timeHelp])} width="s" numeric />
      </div>
    </FieldGroup>
  );
}
