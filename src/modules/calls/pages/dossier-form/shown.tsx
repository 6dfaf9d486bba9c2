import { formatPartialDate } from '../../../../kernel/partial-date.ts';
import { keepTogether } from '../../../../kernel/vietnamese/spaces.ts';
import { DefinitionList, Section } from '../../../../ui/index.ts';
import {
  type Answer,
  type FormField,
  type MoneyAnswer,
  type PeopleField,
  type PersonAnswer,
  personColumns,
  readAnswer,
} from '../../rules/index.ts';
import { personColumnNames } from '../../vi/index.ts';
import { formWords as words } from '../../vi/pages-form.ts';
import { type DossierFormProps, figureOf } from './props.ts';

/** The answers as text: each field is a heading with what was written under it. */
export function AnswersShown({ form, answers, renderFiles }: DossierFormProps) {
  return (
    <div class="answers">
      {form.map((field) => (
        <Section title={field.label} level={3}>
          {field.kind === 'files' ? (
            (renderFiles?.(field) ?? <Nothing />)
          ) : (
            <AnswerShown field={field} answer={readAnswer(field, answers[field.key])} />
          )}
        </Section>
      ))}
    </div>
  );
}

const Nothing = () => <p class="help">{words.unanswered}</p>;

function AnswerShown({ field, answer }: { readonly field: FormField; readonly answer: Answer }) {
  if (field.kind === 'people')
    return <PeopleShown field={field} people={answer as readonly PersonAnswer[]} />;
  if (field.kind === 'money') return <MoneyShown {...(answer as MoneyAnswer)} />;
  const text = textOf(field, answer);
  return text === '' ? <Nothing /> : <p class="answer-text">{text}</p>;
}

function textOf(field: FormField, answer: Answer): string {
  switch (field.kind) {
    case 'number': {
      const figure = figureOf(answer);
      const unit = field.unit === null || figure === '' ? '' : ` ${field.unit}`;
      return keepTogether(`${figure}${unit}`);
    }
    case 'date':
      return formatPartialDate(String(answer));
    case 'choice':
      return (answer as readonly string[])
        .map((one) => field.options.find(({ value }) => value === one)?.label ?? one)
        .join('; ');
    case 'declaration':
      return answer === true ? `${words.declared}: ${field.words}` : words.notDeclared;
    default:
      return String(answer);
  }
}

const moneyText = (amount: number | string): string =>
  typeof amount === 'number' ? keepTogether(`${figureOf(amount)} ${words.dong}`) : amount;

function MoneyShown({ amount, words: said }: MoneyAnswer) {
  if (amount === null && said === '') return <Nothing />;
  return (
    <>
      {amount === null ? null : <p class="answer-text">{moneyText(amount)}</p>}
      {said === '' ? null : <p class="answer-text">{said}</p>}
    </>
  );
}

function PeopleShown(props: {
  readonly field: PeopleField;
  readonly people: readonly PersonAnswer[];
}) {
  if (props.people.length === 0) return <Nothing />;
  return (
    <ol class="answer-people">
      {props.people.map((person) => (
        <li>
          <strong>{person.name || words.unanswered}</strong>
          <DefinitionList items={detailsOf(person)} compact />
        </li>
      ))}
    </ol>
  );
}

const detailsOf = (person: PersonAnswer) =>
  [...personColumns, 'share' as const].flatMap((column) => {
    const value = person[column];
    if (value === undefined || value === '') return [];
    const text =
      column === 'birth'
        ? formatPartialDate(String(value))
        : column === 'share'
          ? keepTogether(`${figureOf(value)} ${words.percent}`)
          : String(value);
    return [{ term: words.people.column(personColumnNames[column]), value: text }];
  });
