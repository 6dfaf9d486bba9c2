import { formatPartialDate } from '../../../../kernel/partial-date.ts';
import {
  Checkboxes,
  DateInput,
  FieldGroup,
  fieldId,
  HiddenFields,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import {
  answerName,
  type ChoiceField,
  charactersIn,
  type DeclarationField,
  type FilesField,
  type LongTextField,
  type MoneyAnswer,
  type MoneyField,
  noBounds,
  readAnswer,
  wordsIn,
} from '../../rules/index.ts';
import { fileTypeNames } from '../../vi/index.ts';
import { formWords as words } from '../../vi/pages-form.ts';
import { PeopleAnswer } from './people.tsx';
import { type AnswerFieldProps, commonOf, figureOf, helpOf } from './props.ts';

/** One field of the dossier form, by its kind. */
export function AnswerField(props: AnswerFieldProps) {
  const { field, errorOf } = props;
  const answer = readAnswer(field, props.answer);
  const common = commonOf(field, errorOf);
  switch (field.kind) {
    case 'text':
      return <TextInput {...common} value={String(answer)} width={field.max > 60 ? 'l' : 'm'} />;
    case 'long_text':
      return <LongText field={field} answer={String(answer)} errorOf={errorOf} />;
    case 'number':
      return (
        <TextInput
          {...common}
          help={helpOf(field.help, words.bounds(field.bounds, field.unit))}
          value={figureOf(answer)}
          width="s"
          numeric
          suffix={field.unit ?? undefined}
        />
      );
    case 'money':
      return <Money field={field} answer={answer as MoneyAnswer} errorOf={errorOf} />;
    case 'date':
      return (
        <DateInput
          {...common}
          value={formatPartialDate(String(answer))}
          placeholder={words.dateHints[field.precision]}
        />
      );
    case 'choice':
      return <Choice field={field} answer={answer} errorOf={errorOf} />;
    case 'people':
      return <PeopleAnswer field={field} answer={answer} errorOf={errorOf} action={props.action} />;
    case 'files':
      return <Files {...props} field={field} />;
    case 'declaration':
      return <Declaration field={field} answer={answer} errorOf={errorOf} />;
  }
}

function LongText({ field, answer, errorOf }: AnswerFieldProps<LongTextField>) {
  const text = String(answer);
  const limits = words.lengths(field.words, field.characters);
  const counts = field.characters.min !== null || field.characters.max !== null;
  const most = field.words.max ?? (field.characters.max ?? 1500) / 5;
  return (
    <TextArea
      {...commonOf(field, errorOf)}
      help={helpOf(field.help, limits)}
      value={text}
      rows={most > 300 ? 10 : 5}
      after={
        limits === ''
          ? undefined
          : counts
            ? words.countedBoth(wordsIn(text), charactersIn(text))
            : words.counted(wordsIn(text))
      }
    />
  );
}

function Money({ field, answer, errorOf }: AnswerFieldProps<MoneyField>) {
  const { amount, words: said } = answer as MoneyAnswer;
  const common = commonOf(field, errorOf);
  // Nothing below zero is accepted anyway: not worth a word.
  const { min, max } = field.bounds;
  const help = helpOf(field.help, words.bounds({ min: min === 0 ? null : min, max }, 'money'));
  const box = { value: figureOf(amount), width: 's', numeric: true, suffix: words.dong } as const;
  const name = answerName(field.key, 'amount');
  if (!field.split)
    return <TextInput {...common} {...box} id={fieldId(common.name)} name={name} help={help} />;
  return (
    <FieldGroup {...common} help={help}>
      <TextInput
        name={name}
        id={fieldId(common.name)}
        label={words.moneyAmount}
        {...box}
        optional
      />
      <TextArea
        name={answerName(field.key, 'words')}
        label={words.moneyWords}
        help={words.moneyWordsHelp}
        value={said}
        rows={3}
        optional
      />
    </FieldGroup>
  );
}

const longestRadios = 7;

function Choice({ field, answer, errorOf }: AnswerFieldProps<ChoiceField>) {
  const common = commonOf(field, errorOf);
  const chosen = answer as readonly string[];
  // What was chosen and is no longer offered stays to be seen until something else is chosen.
  const gone = chosen.filter((one) => !field.options.some(({ value }) => value === one));
  const options = [...field.options, ...gone.map((value) => ({ value, label: value }))];
  if (!field.many && options.length > longestRadios)
    return (
      <Select {...common} options={options} empty={words.choose} value={chosen[0]} width="l" />
    );
  // An empty text goes along, so that taking off the last tick is noticed.
  return (
    <div>
      <HiddenFields values={{ [common.name]: '' }} />
      {field.many ? (
        <Checkboxes {...common} options={options} values={chosen} />
      ) : (
        <Radios {...common} options={options} value={chosen[0]} />
      )}
    </div>
  );
}

function Declaration({ field, answer, errorOf }: AnswerFieldProps<DeclarationField>) {
  const common = commonOf(field, errorOf);
  return (
    <div>
      <HiddenFields values={{ [common.name]: '' }} />
      <Checkboxes
        {...common}
        options={[{ value: '1', label: field.words }]}
        values={answer === true ? ['1'] : []}
      />
    </div>
  );
}

function Files({ field, errorOf, renderFiles }: AnswerFieldProps<FilesField>) {
  const common = commonOf(field, errorOf);
  const types = field.types.map((type) => fileTypeNames[type]).join(', ');
  return (
    <div id={fieldId(common.name)} tabindex={-1}>
      <FieldGroup
        {...common}
        id={`${fieldId(common.name)}-files`}
        help={helpOf(field.help, words.files.limits(types, field.size, field.count ?? noBounds))}
      >
        {renderFiles === undefined ? <p>{words.files.none}</p> : renderFiles(field)}
      </FieldGroup>
    </div>
  );
}
