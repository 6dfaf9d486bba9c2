import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  DefinitionList,
  ErrorSummary,
  Form,
  FormActions,
  Section,
  TextArea,
  Timeline,
} from '../../../../ui/index.ts';
import { type Marks, type Rubric, ScoreSheetShown } from '../../../calls/index.ts';
import { officeWords } from '../../vi/index.ts';

const words = officeWords.sheet;

/** One time that a sheet was signed. */
export interface ShownVersion {
  readonly title: string;
  /** Of the version that was signed last: whether it counts, in words. */
  readonly standing: string | null;
  /** Why it was typed in from paper; null: the judge signed it. */
  readonly paper: string | null;
  readonly signed: string;
  readonly sha256: string;
  readonly rubric: Rubric;
  readonly marks: Marks;
}

export interface SheetShownProps {
  readonly hidden: boolean;
  /** The newest first. */
  readonly versions: readonly ShownVersion[];
  readonly scans: readonly { readonly name: string; readonly href: string }[];
  readonly reopenings: readonly {
    readonly when: string;
    readonly title: string;
    readonly reason: string;
  }[];
}

/** One judge's sheet as the office sees it: what was signed, never what is being written. */
export function SheetShown(props: SheetShownProps) {
  const { versions, scans, reopenings } = props;
  return (
    <>
      {props.hidden ? <p>{words.hidden}</p> : null}
      {!props.hidden && versions.length === 0 ? <p>{words.unsigned}</p> : null}
      {versions.map((one) => (
        <Section title={one.standing === null ? one.title : `${one.title}, ${one.standing}`}>
          {one.paper === null ? null : <p>{one.paper}</p>}
          <ScoreSheetShown rubric={one.rubric} marks={one.marks} />
          <DefinitionList
            compact
            items={[
              { term: words.signedAt, value: one.signed },
              { term: words.hash, value: <code class="hash">{one.sha256}</code> },
            ]}
          />
        </Section>
      ))}
      {scans.length === 0 ? null : (
        <Section title={words.scans}>
          <ul class="plain-list">
            {scans.map(({ name, href }) => (
              <li>
                <a class="anywhere" href={href}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {reopenings.length === 0 ? null : (
        <Section title={words.reopenings}>
          <Timeline
            items={reopenings.map(({ when, title, reason }) => ({ when, title, children: reason }))}
          />
        </Section>
      )}
    </>
  );
}

export interface ReopenFormProps {
  readonly question: string;
  readonly action: string;
  readonly keepHref: string;
  readonly version: number;
  readonly state: FormView;
}

/** Opens a signed sheet again. */
export function ReopenForm({ question, action, keepHref, version, state }: ReopenFormProps) {
  const { reopen } = officeWords;
  return (
    <>
      <p>
        <strong>{question}</strong>
      </p>
      <p>{reopen.body}</p>
      <Form action={action} hidden={{ version }}>
        <ErrorSummary errors={state.summary} />
        <TextArea
          name="reason"
          label={reopen.reason}
          help={reopen.reasonHelp}
          value={state.values.reason}
          error={state.errors.reason}
          rows={3}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="primary">{reopen.verb}</Button>
          <ButtonLink href={keepHref}>{reopen.keep}</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
