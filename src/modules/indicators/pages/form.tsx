import type { FormErrors } from '../../../platform/forms/state.ts';
import {
  Button,
  ButtonLink,
  DateInput,
  DefinitionList,
  ErrorSummary,
  Form,
  FormActions,
  Section,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { choices, vi } from '../vi.ts';

export interface SourceHelp {
  readonly code: string;
  readonly label: string;
  readonly fields: readonly string[];
  readonly openFields: boolean;
}

export interface IndicatorFormProps {
  readonly action: string;
  readonly keepHref: string;
  /** As typed, or as it stands. */
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
  readonly formKey: string;
  /** Code that cannot be changed, of an indicator that is there already. */
  readonly code: string | null;
  readonly sources: readonly SourceHelp[];
}

const order = Object.keys(vi.form);

/** One definition; every field says what it is for. */
export function IndicatorForm(props: IndicatorFormProps) {
  const { values, code, errors } = props;
  const hidden = {
    _key: props.formKey,
    version: values.version,
    ...(code === null ? {} : { code }),
  };
  return (
    <>
      <ErrorSummary errors={errors.list} order={order} />
      <Form action={props.action} hidden={hidden}>
        {code === null ? <TextInput {...field(props, 'code')} width="s" /> : null}
        <DateInput {...field(props, 'from')} optional />
        <TextInput {...field(props, 'label')} />
        <TextInput {...field(props, 'unit')} width="s" optional />
        <TextInput {...field(props, 'decimals')} width="xs" numeric optional />
        <Select {...field(props, 'measure')} options={options(choices.measure)} />
        <Select
          {...field(props, 'source')}
          empty=""
          optional
          options={props.sources.map((one) => ({ value: one.code, label: one.label }))}
        />
        <TextArea {...field(props, 'filter')} rows={3} optional />
        <TextInput {...field(props, 'argument')} width="m" optional />
        <TextInput {...field(props, 'divisor')} width="s" numeric optional />
        <TextInput {...field(props, 'numerator')} width="s" optional />
        <TextInput {...field(props, 'denominator')} width="s" optional />
        <Select {...field(props, 'scope')} options={options(choices.scope)} />
        <Select {...field(props, 'window')} options={options(choices.window)} />
        <Select {...field(props, 'national')} options={options(choices.national)} />
        <TextArea {...field(props, 'legal_basis')} rows={3} optional />
        <FormActions>
          <Button kind="primary">{vi.saveDefinition}</Button>
          <ButtonLink href={props.keepHref}>{vi.keep}</ButtonLink>
        </FormActions>
      </Form>
      <SourceFields sources={props.sources} />
    </>
  );
}

function field({ values, errors }: IndicatorFormProps, name: keyof typeof vi.form) {
  const [label, help] = vi.form[name];
  return { name, label, help, value: values[name], error: errors.of(name) };
}

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

function SourceFields(props: { readonly sources: readonly SourceHelp[] }) {
  return (
    <Section title={vi.sourceFields}>
      <DefinitionList
        items={props.sources.map((source) => ({
          term: source.label,
          value: [...source.fields, ...(source.openFields ? [vi.openFields] : [])].join('; '),
        }))}
      />
    </Section>
  );
}

export interface TableFormProps {
  readonly action: string;
  readonly keepHref: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
  readonly formKey: string;
}

/** The rows of the benchmark table, a line each. */
export function TableForm(props: TableFormProps) {
  const { values, errors } = props;
  const words = vi.tableForm;
  return (
    <>
      <ErrorSummary errors={errors.list} order={['name', 'legal_basis', 'rows']} />
      <Form action={props.action} hidden={{ _key: props.formKey, version: values.version }}>
        <TextInput name="name" label={words.name} value={values.name} error={errors.of('name')} />
        <TextArea
          name="legal_basis"
          label={words.basis}
          value={values.legal_basis}
          error={errors.of('legal_basis')}
          optional
        />
        <TextArea
          name="rows"
          label={words.rows}
          help={words.rowsHelp}
          value={values.rows}
          error={errors.of('rows')}
          rows={24}
        />
        <FormActions>
          <Button kind="primary">{words.save}</Button>
          <ButtonLink href={props.keepHref}>{vi.keep}</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
