import { formatPartialDate } from '../../../../kernel/partial-date.ts';
import {
  Button,
  DateInput,
  FieldNotes,
  fieldId,
  HiddenFields,
  TextInput,
  type TextInputProps,
  uiVi,
} from '../../../../ui/index.ts';
import {
  addAct,
  answerName,
  dropAct,
  type PeopleField,
  type PersonAnswer,
  type PersonColumn,
  personColumns,
} from '../../rules/index.ts';
import { personColumnNames } from '../../vi/index.ts';
import { formWords } from '../../vi/pages-form.ts';
import { type AnswerFieldProps, figureOf, helpOf } from './props.ts';

const words = formWords.people;
const blank: PersonAnswer = { name: '' };

/** A people table: a card for each person, and an empty one to go on with. */
export function PeopleAnswer(props: AnswerFieldProps<PeopleField>) {
  const { field, answer, errorOf } = props;
  const placeOf = (row: number): string | undefined =>
    props.action === undefined ? undefined : `${props.action}#${personId(field, row)}`;
  const people = answer as readonly PersonAnswer[];
  const { max } = field.count;
  const alone = max === 1;
  const full = max !== null && people.length >= max;
  const name = answerName(field.key);
  const id = fieldId(name);
  const error = errorOf(name);
  const help = helpOf(
    field.help,
    [alone ? '' : words.counts(field.count), field.shares ? words.shares : '']
      .filter((part) => part !== '')
      .join(' '),
  );
  return (
    <fieldset
      class={error === undefined ? 'field' : 'field field-bad'}
      id={id}
      tabindex={-1}
      aria-describedby={
        [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
      }
    >
      <legend>
        {field.label}
        {field.required ? null : <span class="optional"> {uiVi.optional}</span>}
      </legend>
      <FieldNotes id={id} help={help} error={error} />
      {(full ? people : [...people, blank]).map((person, row) => (
        <Person
          field={field}
          person={person}
          row={row}
          errorOf={errorOf}
          spare={row >= people.length}
          alone={alone}
          placeOf={placeOf}
        />
      ))}
      {full ? null : (
        <div class="person-more">
          <Button
            icon="plus"
            name="act"
            value={addAct(field.key)}
            label={words.addOf(field.label)}
            formAction={placeOf(people.length)}
          >
            {words.add}
          </Button>
          <p class="help">{words.addHelp}</p>
        </div>
      )}
    </fieldset>
  );
}

interface PersonProps {
  readonly field: PeopleField;
  readonly person: PersonAnswer;
  readonly row: number;
  readonly errorOf: AnswerFieldProps['errorOf'];
  readonly spare: boolean;
  readonly alone: boolean;
  /** Where the page comes back to, at a person. */
  readonly placeOf: (row: number) => string | undefined;
}

const personId = ({ key }: PeopleField, row: number): string => fieldId(answerName(key, row));

function Person(props: PersonProps) {
  const { field, person, row, spare, alone } = props;
  const legend =
    spare && row > 0 ? words.spare(row + 1) : words.legend(row + 1, String(person.name));
  return (
    <fieldset class="person" id={personId(field, row)} tabindex={-1}>
      <legend class={alone ? 'sr' : undefined}>{legend}</legend>
      {/* What is no longer asked stays as it was written. */}
      <HiddenFields values={unasked(field, person, row)} />
      <div class="person-fields">
        <Detail {...props} column="name" />
        {field.asks.map((column) => (
          <Detail {...props} column={column} />
        ))}
        {field.shares ? <Detail {...props} column="share" /> : null}
      </div>
      {spare || alone ? null : (
        <div class="buttons">
          <Button
            kind="text"
            name="act"
            value={dropAct(field.key, row)}
            label={words.dropOf(row + 1, String(person.name))}
            formAction={props.placeOf(row)}
          >
            {words.drop}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

const unasked = ({ key, asks, shares }: PeopleField, person: PersonAnswer, row: number) =>
  Object.fromEntries(
    personColumns
      .filter((column) => !asks.includes(column) && (person[column] ?? '') !== '')
      .map((column) => [answerName(key, row, column), person[column]])
      .concat(
        !shares && person.share !== undefined
          ? [[answerName(key, row, 'share'), figureOf(person.share)]]
          : [],
      ),
  );

const isOf = (column: PersonColumn, about: 'representative'): boolean =>
  column === about || column === 'relation' || column.startsWith(`${about}_`);

const looks: Partial<Readonly<Record<string, Partial<TextInputProps>>>> = {
  class: { width: 's' },
  degree: { width: 'm' },
  phone: { type: 'tel', width: 's' },
  representative_phone: { type: 'tel', width: 's' },
  email: { type: 'email', width: 'm' },
  representative_email: { type: 'email', width: 'm' },
  share: { width: 'xs', numeric: true, suffix: formWords.percent },
};

function Detail(props: PersonProps & { readonly column: PersonColumn | 'name' | 'share' }) {
  const { field, person, row, errorOf, column } = props;
  const name = answerName(field.key, row, column);
  const needed = column === 'name' || column === 'share' || field.needs.includes(column);
  const common = {
    name,
    label: words.column(personColumnNames[column]),
    error: errorOf(name),
    optional: !needed,
    autocomplete: 'off',
  };
  if (column === 'birth')
    return <DateInput {...common} value={formatPartialDate(String(person.birth ?? ''))} />;
  const minors = column !== 'name' && column !== 'share' && isOf(column, 'representative');
  return (
    <TextInput
      {...common}
      help={minors && column === 'representative' && !needed ? words.representative : undefined}
      value={column === 'share' ? figureOf(person.share) : String(person[column] ?? '')}
      {...looks[column]}
    />
  );
}
