import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  CellInput,
  type Column,
  ErrorSummary,
  Form,
  FormActions,
  Section,
  Table,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import { ballotWords as words } from '../../vi/ballots.ts';

export interface CountProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string | number>>;
  readonly options: readonly { readonly at: number; readonly label: string }[];
  readonly choose: boolean;
  readonly backHref: string;
}

const totals = ['issued', 'collected', 'valid', 'blank', 'invalid'] as const;

/** What the tellers counted of a ballot on paper. */
export function CountForm(props: CountProps) {
  const { state } = props;
  return (
    <>
      <ErrorSummary errors={state.summary} order={['tellers', ...totals, 'options']} />
      <Form action={props.action} hidden={props.hidden} full>
        <p class="help">{words.countHelp}</p>
        <TextArea
          name="tellers"
          label={words.labels.tellers ?? ''}
          help={words.tellersHelp}
          value={state.values.tellers}
          error={state.errors.tellers}
          rows={3}
        />
        {totals.map((name) => (
          <TextInput
            name={name}
            label={words.labels[name] ?? ''}
            value={state.values[name]}
            error={state.errors[name]}
            width="xs"
            numeric
          />
        ))}
        <Section title={words.labels.options ?? ''}>
          <Table
            caption={words.labels.options ?? ''}
            columns={columnsOf(props)}
            rows={props.options}
          />
        </Section>
        <FormActions>
          <Button kind="primary">{words.countSave}</Button>
          <ButtonLink kind="text" href={props.backHref}>
            {words.toBallot}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

function columnsOf({
  state,
  choose,
}: CountProps): readonly Column<CountProps['options'][number]>[] {
  const box = (
    key: 'yes' | 'no' | 'blank',
    label: string,
  ): Column<CountProps['options'][number]> => ({
    key,
    label,
    align: 'num',
    cell: ({ at, label: option }) => (
      <CellInput
        name={`options.${at}.${key}`}
        label={`${label}: ${option}`}
        value={state.values[`options.${at}.${key}`]}
        error={state.errors[`options.${at}.${key}`]}
        numeric
      />
    ),
  });
  return [
    { key: 'label', label: words.optionColumns.option, cell: ({ label }) => label, header: true },
    box('yes', words.optionColumns.yes),
    ...(choose ? [] : [box('no', words.optionColumns.no)]),
    box('blank', words.optionColumns.blank),
  ];
}
