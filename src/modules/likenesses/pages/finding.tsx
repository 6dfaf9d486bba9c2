import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Alert,
  Button,
  ButtonLink,
  DefinitionList,
  ErrorSummary,
  Form,
  FormActions,
  NewerSaved,
  Radios,
  Section,
  type Term,
  TextArea,
} from '../../../ui/index.ts';
import { answers, type FindingState } from '../schema.ts';
import { labels, words } from '../vi.ts';
import { FindingBadge } from './list.tsx';
import { anchorOf, type SideView, TextSide } from './side.tsx';

export interface DecisionForm {
  readonly action: string;
  readonly version: number;
  readonly state: FormView;
  /** Where somebody decided meanwhile: the page with that. */
  readonly newerHref: string | undefined;
}

export interface FindingPageProps {
  readonly state: FindingState;
  /** Reason, by whom and when; empty while nobody decided. */
  readonly decision: readonly Term[];
  readonly changedSince: boolean;
  /** How many there are. */
  readonly passages: number;
  readonly newer: SideView;
  readonly earlier: SideView;
  /** Null for those who may not decide. */
  readonly form: DecisionForm | null;
  readonly listHref: string;
}

/** Two texts that are alike: what was decided, both side by side, and the decision. */
export function FindingPage(props: FindingPageProps) {
  return (
    <>
      <p>
        <FindingBadge state={props.state} />
      </p>
      {props.decision.length > 0 ? <DefinitionList items={props.decision} /> : null}
      {props.changedSince ? <Alert tone="warn">{words.changedSince}</Alert> : null}
      <Section title={words.passages(props.passages)}>
        <Jumps passages={props.passages} />
        <div class="alike">
          <TextSide side={props.newer} />
          <TextSide side={props.earlier} />
        </div>
      </Section>
      {props.form === null ? null : <Decision form={props.form} again={props.state !== 'open'} />}
      <p class="buttons">
        <ButtonLink kind="text" href={props.listHref}>
          {words.toList}
        </ButtonLink>
      </p>
    </>
  );
}

function Jumps({ passages }: { readonly passages: number }) {
  if (passages === 0) return <p>{words.noPassages}</p>;
  return (
    <>
      <p class="help">{words.passageHelp}</p>
      <p class="alike-jumps">
        {words.jump}{' '}
        {Array.from({ length: passages }, (_, at) => (
          <a class="alike-number" href={`#${anchorOf('newer', at + 1)}`}>
            {at + 1}
          </a>
        ))}
      </p>
    </>
  );
}

function Decision({ form, again }: { readonly form: DecisionForm; readonly again: boolean }) {
  const { state } = form;
  return (
    <Section title={again ? words.decideAgain : words.decision} id="ket-luan">
      <NewerSaved href={form.newerHref} />
      <ErrorSummary errors={state.summary} order={['answer', 'reason']} />
      <Form action={`${form.action}#ket-luan`} hidden={{ version: form.version }}>
        <Radios
          name="answer"
          label={labels.answer ?? ''}
          value={state.values.answer}
          error={state.errors.answer}
          options={answers.map((value) => ({ value, label: words.answers[value] }))}
        />
        <TextArea
          name="reason"
          label={labels.reason ?? ''}
          help={words.reasonHelp}
          value={state.values.reason}
          error={state.errors.reason}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="primary" busy={words.deciding}>
            {words.decide}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
