import type { FormView } from '../../../platform/forms/returned.ts';
import {
  ErrorSummary,
  Form,
  type HiddenValues,
  SaveActions,
  Select,
  type SelectOption,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { periodNames, vi } from '../vi.ts';
import { fieldsOf, optionsOf } from './fields.ts';

/** Name, period and legal basis of a template; a new one may begin as a copy. */
export function AboutForm(props: {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  /** Templates to begin from; null for one that is there already. */
  readonly sources: readonly SelectOption[] | null;
  readonly backHref: string;
}) {
  const field = fieldsOf(props.form);
  const words = vi.form;
  return (
    <>
      <ErrorSummary
        errors={props.form.summary}
        order={['name', 'code', 'period_kind', 'legal_basis']}
      />
      <Form action={props.action} hidden={props.hidden}>
        <TextInput {...field('name', words.name)} width="m" />
        {props.sources === null ? null : <TextInput {...field('code', words.code)} width="s" />}
        <Select
          {...field('period_kind', words.period_kind)}
          options={optionsOf(periodNames)}
          width="s"
        />
        {props.sources === null ? null : (
          <Select {...field('from', words.from)} empty={words.blank} options={props.sources} />
        )}
        <TextArea {...field('legal_basis', words.legal_basis)} rows={3} optional />
        <SaveActions
          save={props.sources === null ? words.save : words.create}
          backHref={props.backHref}
        />
      </Form>
    </>
  );
}
