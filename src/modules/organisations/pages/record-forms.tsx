import {
  Button,
  DateInput,
  Form,
  FormActions,
  Radios,
  type SelectOption,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { vi } from '../vi.ts';
import { FormFrame, type FormShown, type FrameOfForm, fieldsOf } from './form-frame.tsx';

export const affiliateLabels = {
  parent: vi.affiliate.parent,
  kind: vi.affiliate.kind,
  from: vi.affiliate.from,
  to: vi.affiliate.to,
  decision: vi.affiliate.decision,
  note: vi.affiliate.note,
} as const;

export function AffiliateForm(
  props: FormShown &
    Pick<FrameOfForm, 'backHref'> & {
      readonly affiliations: readonly { value: string; label: string; help: string }[];
      readonly suggestHref: string;
    },
) {
  const field = fieldsOf(props.form, affiliateLabels);
  return (
    <FormFrame {...props} order={Object.keys(affiliateLabels)} save={vi.affiliate.save}>
      <TextInput {...field('parent')} help={vi.create.parentHelp} suggest={props.suggestHref} />
      <Radios {...field('kind')} options={props.affiliations} />
      <DateInput {...field('from')} />
      <DateInput {...field('to')} help={vi.affiliate.toHelp} optional />
      <TextInput {...field('decision')} width="m" optional />
      <TextArea {...field('note')} rows={2} optional />
    </FormFrame>
  );
}

export const endLabels = { to: vi.affiliate.endDay, note: vi.affiliate.note } as const;

export function EndForm(props: FormShown & Pick<FrameOfForm, 'backHref'>) {
  const field = fieldsOf(props.form, endLabels);
  return (
    <FormFrame {...props} order={Object.keys(endLabels)} save={vi.affiliate.endSave}>
      <DateInput {...field('to')} />
      <TextArea {...field('note')} rows={2} optional />
    </FormFrame>
  );
}

export const factLabels = {
  kind: vi.facts.kind,
  amount: vi.facts.amount(null),
  yes: vi.facts.yes,
  words: vi.facts.words,
  from: vi.facts.from,
  to: vi.facts.to,
  source: vi.facts.sourceLabel,
  note: vi.facts.note,
} as const;

export function FactForm(
  props: FormShown &
    Pick<FrameOfForm, 'backHref'> & {
      readonly measure: 'number' | 'yes_no' | 'text';
      readonly unit: string | null;
      readonly help: string | null;
    },
) {
  const field = fieldsOf(props.form, factLabels);
  const help = props.help ?? undefined;
  return (
    <FormFrame {...props} order={Object.keys(factLabels)} save={vi.facts.save}>
      {props.measure === 'number' ? (
        <TextInput
          {...field('amount')}
          label={vi.facts.amount(props.unit)}
          help={help}
          width="s"
          numeric
        />
      ) : null}
      {props.measure === 'yes_no' ? (
        <Radios
          {...field('yes')}
          help={help}
          options={[
            { value: 'yes', label: vi.yes },
            { value: 'no', label: vi.no },
          ]}
        />
      ) : null}
      {props.measure === 'text' ? <TextArea {...field('words')} help={help} rows={2} /> : null}
      <DateInput {...field('from')} />
      <DateInput {...field('to')} help={vi.facts.toHelp} optional />
      <TextInput {...field('source')} help={vi.facts.sourceHelp} optional />
      <TextArea {...field('note')} rows={2} optional />
    </FormFrame>
  );
}

/** First step: which kind of fact. A plain question by address. */
export function FactKindForm(props: {
  readonly action: string;
  readonly kinds: readonly SelectOption[];
}) {
  return (
    <Form action={props.action} method="get">
      <Radios name="loai" label={vi.facts.choose} options={props.kinds} />
      <FormActions>
        <Button kind="primary">{vi.facts.next}</Button>
      </FormActions>
    </Form>
  );
}
