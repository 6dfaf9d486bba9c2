import type { FormErrors } from '../../../platform/forms/state.ts';
import {
  Button,
  ButtonLink,
  DateInput,
  ErrorSummary,
  type FieldError,
  Fieldset,
  Form,
  FormActions,
  Select,
  type SelectOption,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { choices, vi } from '../vi.ts';
import { type Choosable, FilterFields } from './builder-fields.tsx';
import { type Trial, TrialResult } from './trial.tsx';

export interface BuilderProps {
  readonly action: string;
  readonly keepHref: string;
  /** As typed, or as it stands. */
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
  /** It was only looked at: what is wrong kept nothing from being saved. */
  readonly trying: boolean;
  readonly formKey: string;
  /** Code that cannot be changed, of an indicator that is there already. */
  readonly code: string | null;
  readonly sources: readonly SelectOption[];
  /** Fields of the chosen source that records are chosen by. */
  readonly fields: readonly Choosable[];
  /** True when choosing a kind brings more fields. */
  readonly more: boolean;
  /** Fields that the chosen measure may sum or tell apart; null when it uses none. */
  readonly quantities: readonly SelectOption[] | null;
  /** Indicators that a ratio is made of. */
  readonly indicators: readonly SelectOption[];
  /** Only the first step stands until something was chosen. */
  readonly begun: boolean;
  /** What it would count; null as long as it cannot be counted. */
  readonly trial: Trial | null;
}

const order = [
  'code',
  'measure',
  'source',
  'filter',
  'argument',
  'numerator',
  'denominator',
  'divisor',
  'scope',
  'window',
  'national',
  'label',
  'unit',
  'decimals',
  'from',
  'legal_basis',
];

/** An indicator built step by step: each look shows what it means and counts, only then it is saved. */
export function Builder(props: BuilderProps) {
  const { values, code } = props;
  const hidden = {
    _key: props.formKey,
    version: values.version,
    source_was: values.source ?? '',
    ...(code === null ? {} : { code }),
  };
  return (
    <>
      <ErrorSummary
        errors={props.errors.list.map(labelled)}
        order={order}
        title={props.trying ? vi.build.notYet(props.errors.list.length) : undefined}
      />
      <Form action={props.action} hidden={hidden}>
        <FirstStep {...props} />
        {props.begun ? <OtherSteps {...props} /> : <Actions {...props} />}
      </Form>
    </>
  );
}

// In the summary a sentence stands without its field.
function labelled({ field: name, text }: FieldError): FieldError {
  const label = vi.form[name as keyof typeof vi.form]?.[0];
  return { field: name, text: label === undefined ? text : `${label}: ${text}` };
}

function FirstStep(props: BuilderProps) {
  return (
    <Fieldset legend={vi.build.source}>
      <Select {...field(props, 'measure')} options={options(choices.measure)} />
      <Select
        {...field(props, 'source')}
        empty={vi.build.chooseSource}
        options={props.sources}
        width="l"
        optional={['ratio', 'entered'].includes(props.values.measure ?? '')}
      />
      {props.begun ? (
        <div class="buttons">
          <Button name="act" value="next" formAction={`${props.action}#buoc-2`}>
            {vi.build.next}
          </Button>
        </div>
      ) : null}
    </Fieldset>
  );
}

function OtherSteps(props: BuilderProps) {
  const ratio = props.values.measure === 'ratio';
  const counted = !ratio && props.values.measure !== 'entered';
  const words = vi.build;
  return (
    <>
      <section id="buoc-2">
        {counted ? <FilterStep {...props} /> : null}
        {ratio ? <RatioStep {...props} /> : null}
      </section>
      <Fieldset legend={counted ? words.where : words.whole}>
        {counted ? (
          <>
            <Select {...field(props, 'scope')} options={options(choices.scope)} />
            <Select {...field(props, 'window')} options={options(choices.window)} />
          </>
        ) : null}
        <Select {...field(props, 'national')} options={options(choices.national)} />
      </Fieldset>
      <Fieldset legend={words.name}>
        {props.code === null ? <TextInput {...field(props, 'code')} width="s" /> : null}
        <TextInput {...field(props, 'label')} />
        <TextInput {...field(props, 'unit')} width="s" optional />
        <TextInput {...field(props, 'divisor')} width="s" numeric optional />
        <TextInput {...field(props, 'decimals')} width="xs" numeric optional />
      </Fieldset>
      <TrialStep {...props} />
      {props.trial === null ? null : <SaveStep {...props} />}
    </>
  );
}

function RatioStep(props: BuilderProps) {
  const part = { empty: vi.build.chooseIndicator, options: props.indicators, width: 'l' } as const;
  return (
    <Fieldset legend={vi.build.ratio}>
      <Select {...field(props, 'numerator')} {...part} />
      <Select {...field(props, 'denominator')} {...part} />
    </Fieldset>
  );
}

function FilterStep(props: BuilderProps) {
  const { quantities, errors } = props;
  return (
    <Fieldset legend={vi.build.filter} note={vi.build.filterNote}>
      <FilterFields fields={props.fields} error={errors.of('filter')} />
      {props.more ? (
        <>
          <p class="help">{vi.build.kindFirst}</p>
          <div class="buttons">
            <Button name="act" value="next" formAction={`${props.action}#buoc-2`}>
              {vi.build.next}
            </Button>
          </div>
        </>
      ) : null}
      {quantities === null ? null : (
        <Select
          {...field(props, 'argument')}
          empty={vi.build.argumentNone}
          options={quantities}
          width="l"
        />
      )}
    </Fieldset>
  );
}

/** Which union and day it is tried with, and what comes out. */
function TrialStep(props: BuilderProps) {
  const { trial, values } = props;
  const words = vi.build;
  return (
    <section id="xem-thu">
      <Fieldset legend={words.preview}>
        {trial === null ? null : (
          <div class="trial-choice">
            <Select
              name="try_union"
              label={words.previewUnion}
              value={trial.chosen}
              options={trial.unions.map((one) => ({ value: one.code, label: one.name }))}
            />
            <DateInput name="try_day" label={words.previewDay} value={values.try_day} />
          </div>
        )}
        <div class="buttons">
          <Button
            kind={trial === null ? 'primary' : 'secondary'}
            name="act"
            value="try"
            formAction={`${props.action}#${trial === null ? '' : 'xem-thu'}`}
          >
            {words.try}
          </Button>
        </div>
        {trial === null ? (
          props.errors.list.length > 0 ? (
            <p class="help">{words.fix}</p>
          ) : null
        ) : (
          <TrialResult {...trial} />
        )}
      </Fieldset>
    </section>
  );
}

function SaveStep(props: BuilderProps) {
  return (
    <Fieldset legend={vi.build.save} note={vi.build.saveNote}>
      <DateInput {...field(props, 'from')} optional />
      <TextArea {...field(props, 'legal_basis')} rows={3} optional />
      <FormActions>
        <Button kind="primary" name="act" value="save">
          {vi.saveDefinition}
        </Button>
        <ButtonLink href={props.keepHref}>{vi.keep}</ButtonLink>
      </FormActions>
    </Fieldset>
  );
}

function Actions(props: BuilderProps) {
  return (
    <FormActions>
      <Button kind="primary" name="act" value="next">
        {vi.build.next}
      </Button>
      <ButtonLink href={props.keepHref}>{vi.keep}</ButtonLink>
    </FormActions>
  );
}

function field({ values, errors }: BuilderProps, name: keyof typeof vi.form) {
  const [label, help] = vi.form[name];
  return { name, label, help, value: values[name], error: errors.of(name) };
}

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
