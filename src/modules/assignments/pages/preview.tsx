import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Alert,
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Form,
  FormActions,
  fieldOf,
  type HiddenValues,
  Radios,
  Section,
  TextInput,
  uiVi,
} from '../../../ui/index.ts';
import { words } from '../vi/index.ts';

const { preview } = words;

export interface PreviewProps {
  /** Settings as they were typed. */
  readonly form: FormView;
  readonly settingsHref: string;
  readonly plan: ShownPlan | null;
  readonly backHref: string;
}

export interface ShownPlan {
  readonly runHref: string;
  readonly hidden: HiddenValues;
  readonly changes: string;
  /** Nothing would change. */
  readonly idle: boolean;
  readonly sum: string;
  readonly optimal: string;
  readonly worst: string;
  readonly short: readonly string[];
}

/** What a run would do: its settings, what comes of them, and the button that writes it. */
export function Preview({ form, settingsHref, plan, backHref }: PreviewProps) {
  return (
    <>
      {plan === null ? null : <Result plan={plan} form={form} backHref={backHref} />}
      <Section title={preview.settings} id="cach-tinh">
        <Form action={settingsHref} method="get">
          {plan === null ? <ErrorSummary errors={form.summary} /> : null}
          <Settings form={form} />
          <FormActions>
            <Button kind="secondary">{preview.reckon}</Button>
          </FormActions>
        </Form>
      </Section>
    </>
  );
}

function Settings({ form }: Pick<PreviewProps, 'form'>) {
  const field = fieldOf({ form });
  const { labels } = preview;
  return (
    <>
      <Checkbox
        name="keep"
        label={labels.keep}
        help={preview.keepHelp}
        checked={form.values.keep === '1'}
      />
      <Radios
        {...field('loads', labels.loads)}
        options={[
          { value: 'even', label: preview.loads.even },
          { value: 'free', label: preview.loads.free },
        ]}
      />
      <TextInput {...field('experts', labels.experts)} help={preview.expertsHelp} width="s" />
      <TextInput {...field('share', labels.share)} help={preview.shareHelp} width="s" />
      <TextInput {...field('seed', labels.seed)} help={preview.seedHelp} width="s" />
    </>
  );
}

function Result(props: {
  readonly plan: ShownPlan;
  readonly form: FormView;
  readonly backHref: string;
}) {
  const { plan, form } = props;
  return (
    <Section title={preview.result} id="ket-qua">
      <ErrorSummary errors={form.summary} />
      <p>
        {plan.changes} {plan.sum}. {plan.optimal} {plan.worst}
      </p>
      {plan.short.length === 0 ? null : (
        <Alert tone="warn" title={preview.short}>
          {plan.short.map((line, at) => (
            <>
              {at === 0 ? null : <br />}
              {line}
            </>
          ))}
        </Alert>
      )}
      <Form action={plan.runHref} hidden={plan.hidden}>
        {plan.short.length === 0 ? null : (
          <Checkbox
            name="anyway"
            label={preview.anyway}
            help={preview.anywayNote}
            error={form.errors.anyway}
          />
        )}
        <FormActions>
          <Button kind="primary">{preview.write}</Button>
          <ButtonLink kind="text" href={props.backHref}>
            {uiVi.leaveForm}
          </ButtonLink>
        </FormActions>
      </Form>
    </Section>
  );
}
