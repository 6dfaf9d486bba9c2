import {
  Checkbox,
  Checkboxes,
  FieldGroup,
  Select,
  type SelectOption,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import {
  datePrecisions,
  type FieldKind,
  fileTypes,
  kindsMeaning,
  type Meaning,
  meanings,
  personColumns,
} from '../../rules/index.ts';
import { entrantNames, fileTypeNames, meaningNames, personColumnNames } from '../../vi/index.ts';
import { formWords } from '../../vi/pages-form.ts';
import { partWords } from '../../vi/pages-parts.ts';
import { AfterSelect, PartForm } from './frame.tsx';
import { Options } from './options.tsx';
import { fieldsOf, optionsOf, type PartState } from './state.ts';

const words = partWords.form;

interface OwnProps {
  readonly state: PartState;
  readonly kind: FieldKind;
}

interface FormFieldFormProps extends OwnProps {
  /** The fields that a new one may stand behind; null for one that is there already. */
  readonly others: readonly SelectOption[] | null;
}

/** One field of the dossier form: what is asked, whether it must be answered, its limits. */
export function FormFieldForm({ state, kind, others }: FormFieldFormProps) {
  const field = fieldsOf(state);
  const ticked = (name: string) => state.form.values[name] === '1';
  const fitting: readonly Meaning[] = meanings.filter((one) => kindsMeaning[one].includes(kind));
  return (
    <PartForm state={state}>
      <TextInput {...field('label', words.label)} />
      <AfterSelect state={state} others={others} />
      <TextArea {...field('help', words.help)} rows={2} optional />
      <Own state={state} kind={kind} />
      <Checkbox {...field('required', words.required)} checked={ticked('required')} />
      <Checkboxes
        {...field('for', words.for)}
        options={optionsOf(entrantNames)}
        values={state.lists.for ?? []}
        optional
      />
      {fitting.length === 0 ? null : (
        <Select
          {...field('means', words.means)}
          options={optionsOf(meaningNames, fitting)}
          empty={words.noMeaning}
        />
      )}
      <Checkbox {...field('public', words.public)} checked={ticked('public')} />
      {kind === 'people' ? (
        <p class="help">{words.peopleHidden}</p>
      ) : (
        <Checkbox {...field('identifies', words.identifies)} checked={ticked('identifies')} />
      )}
    </PartForm>
  );
}

function Own({ state, kind }: OwnProps) {
  const field = fieldsOf(state);
  const ticked = (name: string) => state.form.values[name] === '1';
  const { units } = words;
  switch (kind) {
    case 'text':
      return (
        <TextInput {...field('max', words.max)} width="xs" suffix={units.characters} numeric />
      );
    case 'long_text':
      return (
        <>
          <Limits state={state} name="words" label={words.words} unit={units.words} />
          <Limits
            state={state}
            name="characters"
            label={words.characters}
            unit={units.characters}
          />
        </>
      );
    case 'number':
      return (
        <>
          <TextInput {...field('unit', words.unit)} width="s" optional />
          <Limits state={state} name="bounds" label={words.bounds} />
          <TextInput {...field('decimals', words.decimals)} width="xs" numeric optional />
        </>
      );
    case 'money':
      return (
        <>
          <Limits state={state} name="bounds" label={words.moneyBounds} unit={units.dong} />
          <Checkbox {...field('split', words.split)} checked={ticked('split')} />
        </>
      );
    case 'date':
      return (
        <>
          <Select
            {...field('precision', words.precision)}
            options={optionsOf(words.precisions, datePrecisions)}
          />
          <Checkbox {...field('future', words.future)} checked={ticked('future')} />
        </>
      );
    case 'choice':
      return <Options state={state} />;
    case 'people':
      return <People state={state} />;
    case 'files':
      return (
        <>
          <div class="choices-many">
            <Checkboxes
              {...field('types', words.types)}
              options={optionsOf(fileTypeNames, fileTypes)}
              values={state.lists.types ?? []}
            />
          </div>
          <TextInput {...field('size', words.size)} width="xs" suffix={units.mega} numeric />
          <Limits state={state} name="count" label={words.files} unit={units.files} />
        </>
      );
    case 'declaration':
      return <TextArea {...field('words', words.declaration)} rows={4} />;
  }
}

function Limits(props: {
  readonly state: PartState;
  readonly name: string;
  readonly label: string;
  readonly unit?: string;
}) {
  const field = fieldsOf(props.state);
  const { name, label, unit } = props;
  const box = { width: unit === words.units.dong ? 's' : 'xs', numeric: true } as const;
  return (
    <FieldGroup name={`${name}-group`} label={label} optional>
      <div class="field-row">
        <TextInput {...field(`${name}.min`, words.min)} {...box} suffix={unit} />
        <TextInput {...field(`${name}.max`, words.most)} {...box} suffix={unit} />
      </div>
    </FieldGroup>
  );
}

function People({ state }: { readonly state: PartState }) {
  const field = fieldsOf(state);
  return (
    <>
      <Limits state={state} name="count" label={words.people} unit={words.units.people} />
      <Checkbox {...field('shares', words.shares)} checked={state.form.values.shares === '1'} />
      <FieldGroup name="columns" label={words.columnsTitle} help={words.columnsHelp}>
        <div class="person-fields">
          {personColumns.map((column) => (
            <Select
              {...field(`columns.${column}`, [formWords.people.column(personColumnNames[column])])}
              options={optionsOf(words.asking)}
              width="s"
            />
          ))}
        </div>
      </FieldGroup>
    </>
  );
}
