import type { FormErrors } from '../../../platform/forms/state.ts';
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { vi } from '../vi.ts';

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
