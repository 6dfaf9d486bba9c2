import type { FormView } from '../../../platform/forms/returned.ts';
import {
  ButtonLink,
  Checkbox,
  Checkboxes,
  ErrorSummary,
  Form,
  type HiddenValues,
  SaveActions,
  Select,
  type SelectOption,
  TextInput,
} from '../../../ui/index.ts';
import { rowKindNames, rowLevelNames, vi } from '../vi.ts';
import { fieldsOf, optionsOf } from './fields.ts';

export interface RowFormProps {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly indicators: readonly SelectOption[];
  /** Rows that this one may add up or be part of. */
  readonly others: readonly SelectOption[];
  readonly sum: readonly string[];
  readonly required: boolean;
  /** Rows that a new one may stand behind; null for one that is there already. */
  readonly after: readonly SelectOption[] | null;
  readonly backHref: string;
  readonly removeHref: string | null;
}

const order = [
  'indicator',
  'number',
  'label',
  'unit',
  'decimals',
  'kind',
  'level',
  'sum',
  'within',
];

/** One row of a table: where its figure comes from, how it is printed, how it stands to other rows. */
export function RowForm(props: RowFormProps) {
  const words = vi.row;
  const field = fieldsOf(props.form);
  return (
    <>
      <ErrorSummary errors={props.form.summary} order={order} />
      <Form action={props.action} hidden={props.hidden}>
        <Select
          {...field('indicator', words.indicator)}
          empty={words.byHand}
          options={props.indicators}
          width="l"
        />
        <TextInput {...field('number', words.number)} width="xs" optional />
        <TextInput {...field('label', words.label)} />
        <TextInput {...field('unit', words.unit)} width="s" optional />
        <TextInput {...field('decimals', words.decimals)} width="xs" numeric optional />
        <Select {...field('kind', words.kind)} options={optionsOf(rowKindNames)} width="s" />
        <Select {...field('level', words.level)} options={optionsOf(rowLevelNames)} width="m" />
        <Checkbox name="required" label={words.required} checked={props.required} />
        {props.others.length === 0 ? null : <Relations {...props} />}
        {props.after === null ? null : (
          <Select
            {...field('after', words.after)}
            empty={words.atEnd}
            options={props.after}
            width="l"
          />
        )}
        <SaveActions save={words.save} backHref={props.backHref} />
      </Form>
      {props.removeHref === null ? null : (
        <div class="buttons">
          <ButtonLink kind="dangerOutline" href={props.removeHref}>
            {words.remove}
          </ButtonLink>
        </div>
      )}
    </>
  );
}

function Relations(props: RowFormProps) {
  const words = vi.row;
  const field = fieldsOf(props.form);
  return (
    <>
      <Checkboxes {...field('sum', words.sum)} values={props.sum} options={props.others} optional />
      <Select
        {...field('within', words.within)}
        empty={words.nowhere}
        options={props.others}
        width="l"
        optional
      />
    </>
  );
}

/** Choosing several rows of the benchmark table at once. */
export function ManyForm(props: {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly options: readonly SelectOption[];
  readonly chosen: readonly string[];
  readonly backHref: string;
}) {
  const words = vi.many;
  if (props.options.length === 0) {
    return (
      <>
        <p>{words.all}</p>
        <ButtonLink href={props.backHref}>{vi.section.back}</ButtonLink>
      </>
    );
  }
  return (
    <>
      <ErrorSummary errors={props.form.summary} order={['codes']} />
      <Form action={props.action} hidden={props.hidden}>
        <Checkboxes
          name="codes"
          label={words.question}
          error={props.form.errors.codes}
          values={props.chosen}
          options={props.options}
        />
        <SaveActions save={words.save} backHref={props.backHref} />
      </Form>
    </>
  );
}
