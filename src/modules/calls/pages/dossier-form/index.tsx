import type { Issue } from '../../../../kernel/issue.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { ErrorSummary } from '../../../../ui/index.ts';
import { answerName, type FormField, fieldsFor } from '../../rules/index.ts';
import { callsIssues } from '../../vi/index.ts';
import { EnterKey } from '../enter.tsx';
import { AnswerField } from './fields.tsx';
import type { DossierFormProps } from './props.ts';
import { AnswersShown } from './shown.tsx';

export type { DossierFormProps } from './props.ts';

/**
 * The dossier form as an entrant fills it in. Stands inside a `Form` of the caller, who adds the buttons;
 * `sentAnswers` reads what it posts. A button of a people table sends `act` (see `isRowAct`): the form
 * then comes back with what was typed, one person more or fewer.
 */
export function DossierForm(props: DossierFormProps) {
  const fields = fieldsFor(props.form, props.entrant);
  if (props.readOnly === true) return <AnswersShown {...props} form={fields} />;
  const issues = placed(props.issues ?? [], fields);
  const said = issues.map((one) => ({ field: one.path, text: wordsOf(one, callsIssues) }));
  return (
    <>
      <EnterKey {...(props.enter === undefined ? {} : { name: 'act', value: props.enter })} />
      <ErrorSummary errors={said} title={props.summaryTitle} note={props.summaryNote} />
      {fields.map((field) => (
        <AnswerField
          field={field}
          answer={props.answers[field.key]}
          errorOf={(path) => errorOf(said, path)}
          renderFiles={props.renderFiles}
          action={props.action}
        />
      ))}
    </>
  );
}

const errorOf = (
  said: readonly { readonly field: string; readonly text: string }[],
  path: string,
): string | undefined =>
  said
    .filter(({ field }) => field === path)
    .map(({ text }) => text)
    .join(' ') || undefined;

// One of several files has no place of its own on the page: its field tells of it. What no field of
// this entrant is about is told without a link.
function placed(issues: readonly Issue[], fields: readonly FormField[]): Issue[] {
  return issues.map((one) => {
    const field = fields.find(({ key }) => {
      const name = answerName(key);
      return one.path === name || one.path.startsWith(`${name}.`);
    });
    if (field === undefined) return { ...one, path: '' };
    return field.kind === 'people' ? one : { ...one, path: answerName(field.key) };
  });
}
