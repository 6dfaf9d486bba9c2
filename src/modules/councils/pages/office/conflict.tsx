import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  ActForm,
  type ActState,
  Alert,
  Button,
  DefinitionList,
  ErrorSummary,
  Form,
  FormActions,
  fieldOf,
  NewerSaved,
  Radios,
  Section,
  Select,
  type SelectOption,
  type Term,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import { conflictWords as words } from '../../vi/office.ts';
import { ConflictBadge, Evidence, type ShownConflict } from './conflict-columns.tsx';

export interface DecisionForm {
  readonly action: string;
  readonly version: number;
  readonly state: FormView;
  /** Where somebody decided meanwhile: the page with that. */
  readonly newerHref: string | undefined;
}

/** One conflict: what speaks for it, and the decision. */
export function ConflictPage(props: {
  readonly row: ShownConflict;
  readonly terms: readonly Term[];
  readonly declared: boolean;
  /** Null for those who may not decide. */
  readonly form: DecisionForm | null;
}) {
  return (
    <>
      <p>
        <ConflictBadge state={props.row.state} />
      </p>
      <DefinitionList items={props.terms} />
      <Section title={words.evidence}>
        <Evidence row={props.row} />
      </Section>
      {props.declared ? <Alert tone="info">{words.declaredOnly}</Alert> : null}
      {props.form === null || props.declared ? null : <Decision form={props.form} />}
    </>
  );
}

function Decision({ form }: { readonly form: DecisionForm }) {
  const { state } = form;
  return (
    <Section title={words.decide} id="ket-luan">
      <NewerSaved href={form.newerHref} />
      <ErrorSummary errors={state.summary} order={['answer', 'reason']} />
      <Form action={`${form.action}#ket-luan`} hidden={{ version: form.version }}>
        <Radios
          name="answer"
          label={words.answer}
          value={state.values.answer}
          error={state.errors.answer}
          options={[
            { value: 'dismiss', label: words.dismiss, help: words.dismissHelp },
            { value: 'uphold', label: words.uphold, help: words.reasonUphold },
          ]}
        />
        <TextArea
          name="reason"
          label={words.reason}
          value={state.values.reason}
          error={state.errors.reason}
          rows={3}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="primary">{words.save}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

/** A conflict that the office knows of. */
export function AddConflictForm(props: {
  readonly state: ActState;
  readonly judges: readonly SelectOption[];
  readonly kinds: readonly SelectOption[];
}) {
  const { state } = props;
  const field = fieldOf(state);
  const { labels } = words;
  return (
    <ActForm state={state} verb={words.add}>
      <p>{words.addHelp}</p>
      <Select
        {...field('judge', labels.judge)}
        options={props.judges}
        empty={words.chooseJudge}
        width="l"
      />
      <TextInput {...field('dossier', labels.dossier)} width="m" maxLength={40} />
      <Select
        {...field('kind', labels.kind)}
        options={props.kinds}
        empty={words.chooseKind}
        width="m"
      />
      <TextArea
        {...field('words', labels.words)}
        help={words.wordsHelp}
        rows={3}
        maxLength={2000}
      />
    </ActForm>
  );
}
