import {
  Alert,
  Button,
  ErrorSummary,
  Form,
  HiddenFields,
  NotYet,
  Section,
} from '../../../../ui/index.ts';
import {
  type Answers,
  DossierForm,
  type EntrantKind,
  type FilesField,
  type FormField,
} from '../../../calls/index.ts';
import { dossierWords } from '../../vi/entry/index.ts';
import { type FileLine, FileLines } from './files.tsx';

const words = dossierWords.check;

export interface CheckProps {
  readonly groups: readonly {
    readonly title: string;
    readonly issues: readonly { readonly text: string; readonly href: string }[];
  }[];
  readonly form: readonly FormField[];
  readonly entrant: EntrantKind | null;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly answers: Answers;
  readonly filesOf: (field: FilesField) => readonly FileLine[];
  readonly submit: {
    readonly action: string;
    readonly version: number;
    readonly formKey: string;
    readonly again: boolean;
  } | null;
  /** Why it may not be submitted now. */
  readonly refusal: string | null;
  readonly same: boolean;
}

/** The last step: all that is to be mended, else all that is sent, and the button. */
export function CheckPage(props: CheckProps) {
  const count = props.groups.reduce((sum, { issues }) => sum + issues.length, 0);
  return (
    <>
      {count === 0 ? (
        props.refusal === null ? (
          <Alert tone="ok" title={words.allGood}>
            {props.same ? words.same : null}
          </Alert>
        ) : null
      ) : (
        <section class="error-summary" aria-labelledby="can-sua">
          <h2 id="can-sua">{words.missing(count)}</h2>
          <p>{words.missingWhat}</p>
          {props.groups
            .filter(({ issues }) => issues.length > 0)
            .map(({ title, issues }) => (
              <>
                <h3>{title}</h3>
                <ul>
                  {issues.map(({ text, href }) => (
                    <li>
                      <a href={href}>{text}</a>
                    </li>
                  ))}
                </ul>
              </>
            ))}
        </section>
      )}
      <Submit {...props} complete={count === 0} />
      {props.entrant === null ? null : (
        <Section title={words.review}>
          <dl class="terms">
            {props.facts.map(({ term, value }) => (
              <div>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <DossierForm
            form={props.form}
            entrant={props.entrant}
            answers={props.answers}
            readOnly
            renderFiles={(field) => <FileLines items={props.filesOf(field)} />}
          />
        </Section>
      )}
    </>
  );
}

function Submit({ submit, complete, refusal }: CheckProps & { readonly complete: boolean }) {
  if (refusal !== null) return <NotYet>{`${words.notNow} ${refusal}`}</NotYet>;
  if (submit === null || !complete) return <NotYet>{words.notYet}</NotYet>;
  return (
    <Form action={submit.action}>
      <HiddenFields values={{ version: submit.version, _key: submit.formKey }} />
      <p>{words.submitHelp}</p>
      <div class="buttons">
        <Button kind="primary">{submit.again ? words.again : words.submit}</Button>
      </div>
    </Form>
  );
}

/** What concerns the whole of it. */
export const Refused = (props: { readonly text: string }) => (
  <ErrorSummary errors={[{ field: '', text: props.text }]} />
);
