import {
  ActForm,
  type ActState,
  Alert,
  Button,
  FieldGroup,
  Form,
  FormActions,
  fieldId,
  fieldOf,
  Section,
  Select,
  type SelectOption,
  TextArea,
} from '../../../ui/index.ts';
import { words } from '../vi/index.ts';

/** Gives a dossier to one more judge. */
export function AddForm(props: {
  readonly state: ActState;
  readonly judges: readonly SelectOption[];
}) {
  const field = fieldOf(props.state);
  const { add } = words;
  return (
    <ActForm state={props.state} verb={add.verb}>
      <Select
        {...field('judge', add.labels.judge)}
        options={props.judges}
        empty={add.choose}
        width="l"
      />
      <TextArea {...field('reason', add.labels.reason)} help={add.reasonHelp} rows={3} />
    </ActForm>
  );
}

/** Takes a dossier from a judge. */
export function RemoveForm({ state }: { readonly state: ActState }) {
  const { remove } = words;
  return (
    <ActForm state={state} verb={remove.verb} danger>
      <TextArea
        {...fieldOf(state)('reason', remove.labels.reason)}
        help={remove.reasonHelp}
        rows={3}
      />
    </ActForm>
  );
}

/** The dossiers that go on to a phase. */
export function EnterForm(props: {
  readonly state: ActState;
  readonly dossiers: readonly SelectOption[];
}) {
  const { enter } = words;
  const { form } = props.state;
  if (props.dossiers.length === 0) return <p>{enter.none}</p>;
  return (
    <ActForm state={props.state} verb={enter.save}>
      <FieldGroup name="dossiers" label={enter.labels.dossiers} error={form.errors.dossiers}>
        {props.dossiers.map(({ value, label }, at) => (
          <div class="choice-line">
            <label class="choice">
              <input
                type="checkbox"
                id={at === 0 ? fieldId('dossiers') : undefined}
                name={`dossiers.${value}`}
                value="1"
                checked={form.values[`dossiers.${value}`] === '1'}
              />
              <span>{label}</span>
            </label>
          </div>
        ))}
      </FieldGroup>
    </ActForm>
  );
}

/** Why a judge does not have a dossier: the question, and its answer in sentences. */
export function WhyNotPage(props: {
  readonly action: string;
  readonly dossiers: readonly SelectOption[];
  readonly judges: readonly SelectOption[];
  readonly dossier: string;
  readonly judge: string;
  readonly answer: readonly string[] | null;
}) {
  const { why } = words;
  return (
    <>
      <Form action={props.action} method="get">
        <Select
          name="ho-so"
          label={why.labels.dossier}
          options={props.dossiers}
          value={props.dossier}
          empty={why.chooseDossier}
          width="l"
        />
        <Select
          name="giam-khao"
          label={why.labels.judge}
          options={props.judges}
          value={props.judge}
          empty={why.chooseJudge}
          width="l"
        />
        <FormActions>
          <Button kind="primary">{why.ask}</Button>
        </FormActions>
      </Form>
      {props.answer === null ? null : (
        <Section title={why.answer} id="tra-loi">
          <Alert tone="info" live>
            {props.answer.map((line, at) => (
              <>
                {at === 0 ? null : <br />}
                {line}
              </>
            ))}
          </Alert>
        </Section>
      )}
    </>
  );
}
