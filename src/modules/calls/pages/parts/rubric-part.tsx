import { Checkbox, Radios, Select, TextArea, TextInput } from '../../../../ui/index.ts';
import { commentings, noteReaders, type PartKind } from '../../rules/index.ts';
import { commentingNames, noteReaderNames } from '../../vi/index.ts';
import { formWords } from '../../vi/pages-form.ts';
import { rubricWords } from '../../vi/pages-rubrics.ts';
import { AfterSelect, PartForm, Rows } from './frame.tsx';
import { fieldsOf, optionsOf, type PartState } from './state.ts';

const words = rubricWords.parts;
const { column: upper } = formWords.people;

interface OwnProps {
  readonly state: PartState;
  readonly kind: PartKind;
}

/** One part of a score sheet: what is judged, with how many points. */
export function RubricPartForm(
  props: OwnProps & {
    /** The parts that a new one may stand behind; null for one that is there already. */
    readonly others: readonly { readonly value: string; readonly label: string }[] | null;
  },
) {
  const { state, kind, others } = props;
  const field = fieldsOf(state);
  return (
    <PartForm state={state}>
      <TextInput {...field('label', words.label)} />
      <AfterSelect state={state} others={others} />
      <TextArea {...field('help', words.help)} rows={2} optional />
      <Own state={state} kind={kind} />
    </PartForm>
  );
}

function Own({ state, kind }: OwnProps) {
  switch (kind) {
    case 'points':
      return (
        <>
          <Most state={state} />
          <Scale state={state} />
          <Comment state={state} />
        </>
      );
    case 'bands':
      return <Bands state={state} />;
    case 'gate':
      return <Comment state={state} gate />;
    case 'votes':
      return <Votes state={state} />;
    case 'note':
      return <Note state={state} />;
  }
}

type StateProps = Pick<OwnProps, 'state'>;

function Most({ state }: StateProps) {
  const field = fieldsOf(state);
  return <TextInput {...field('max', words.max)} width="xs" suffix={words.point} numeric />;
}

function Scale({ state }: StateProps) {
  const field = fieldsOf(state);
  return (
    <div class="field-row">
      <TextInput {...field('step', words.step)} width="xs" suffix={words.point} numeric />
      <TextInput {...field('weight', words.weight)} width="xs" numeric />
    </div>
  );
}

function Comment({ state, gate = false }: StateProps & { readonly gate?: boolean }) {
  const field = fieldsOf(state);
  return (
    <Select
      {...field('comment', gate ? words.gateComment : words.comment)}
      options={optionsOf(commentingNames, commentings)}
    />
  );
}

function Bands({ state }: StateProps) {
  const field = fieldsOf(state);
  const { bands } = words;
  return (
    <>
      <Rows
        state={state}
        name="bands"
        title={bands.title}
        help={bands.help}
        one={bands.one}
        add={bands.add}
        least={2}
        ordered
        row={(name) => (
          <>
            <div class="wide">
              <TextInput {...field(name('label'), words.band)} />
            </div>
            <TextInput
              {...field(name('from'), words.from)}
              width="xs"
              suffix={words.point}
              numeric
            />
            <TextInput {...field(name('to'), words.upTo)} width="xs" suffix={words.point} numeric />
          </>
        )}
      />
      <Scale state={state} />
      <Checkbox
        {...field('zeroFails', words.zeroFails)}
        checked={state.form.values.zeroFails === '1'}
      />
      <Comment state={state} />
    </>
  );
}

function Votes({ state }: StateProps) {
  const field = fieldsOf(state);
  return (
    <>
      <p class="help">{words.votesNote}</p>
      <Most state={state} />
      <TextInput {...field('decimals', words.decimals)} width="xs" numeric />
    </>
  );
}

function Note({ state }: StateProps) {
  const field = fieldsOf(state);
  return (
    <>
      <Radios
        {...field('to', words.to)}
        options={noteReaders.map((value) => ({ value, label: upper(noteReaderNames[value]) }))}
      />
      <Checkbox
        {...field('required', words.required)}
        checked={state.form.values.required === '1'}
      />
    </>
  );
}
