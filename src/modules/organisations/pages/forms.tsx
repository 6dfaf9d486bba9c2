import type { Child } from 'hono/jsx';
import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  Checkbox,
  DateInput,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  Radios,
  Select,
  type SelectOption,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { vi } from '../vi.ts';

export interface FormShown {
  readonly form: FormView;
  readonly hidden: HiddenValues;
  readonly action: string;
}

interface FrameOfForm extends FormShown {
  readonly order: readonly string[];
  readonly save: string;
  readonly backHref: string;
  readonly danger?: boolean;
  readonly keep?: string;
  readonly children?: Child;
}

/** Summary, fields, the one button that saves, and the way back without saving. */
function FormFrame(props: FrameOfForm) {
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={props.form.summary} order={props.order} />
      {props.children}
      <FormActions>
        <Button kind={props.danger ? 'danger' : 'primary'} busy={vi.form.saving}>
          {props.save}
        </Button>
        <ButtonLink kind="text" href={props.backHref}>
          {props.keep ?? vi.form.cancel}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

function fieldsOf(form: FormView, labels: Readonly<Record<string, string>>) {
  return (name: string) => ({
    name,
    label: labels[name] ?? name,
    value: form.values[name],
    error: form.errors[name],
  });
}

export const createLabels = {
  kind: vi.create.kind,
  name: vi.create.name,
  short_name: vi.create.shortName,
  code: vi.create.code,
  from: vi.create.founded,
  parent: vi.create.parent,
  affiliation_kind: vi.create.affiliationKind,
  affiliated_from: vi.create.affiliatedFrom,
  decision: vi.create.decision,
} as const;

export function CreateForm(
  props: FormShown &
    Pick<FrameOfForm, 'backHref'> & {
      readonly kinds: readonly SelectOption[];
      readonly affiliations: readonly SelectOption[];
      readonly suggestHref: string;
    },
) {
  const field = fieldsOf(props.form, createLabels);
  return (
    <FormFrame {...props} order={Object.keys(createLabels)} save={vi.create.save}>
      <Radios {...field('kind')} options={props.kinds} />
      <TextInput {...field('name')} help={vi.create.nameHelp} />
      <TextInput {...field('short_name')} help={vi.create.shortNameHelp} width="m" optional />
      <TextInput {...field('code')} help={vi.create.codeHelp} width="m" autocomplete="off" />
      <DateInput {...field('from')} help={vi.create.foundedHelp} />
      <TextInput {...field('parent')} help={vi.create.parentHelp} suggest={props.suggestHref} />
      <Select
        {...field('affiliation_kind')}
        options={props.affiliations}
        empty={vi.create.affiliationAuto}
        optional
      />
      <DateInput {...field('affiliated_from')} help={vi.create.affiliatedFromHelp} optional />
      <TextInput {...field('decision')} width="m" optional />
    </FormFrame>
  );
}

export const editLabels = {
  founded_on: vi.edit.founded,
  accent: vi.edit.accent,
  seal: vi.edit.seal,
} as const;

export function EditForm(
  props: FormShown &
    Pick<FrameOfForm, 'backHref'> & {
      readonly accents: readonly SelectOption[];
    },
) {
  const field = fieldsOf(props.form, editLabels);
  return (
    <FormFrame {...props} order={Object.keys(editLabels)} save={vi.edit.save}>
      <DateInput {...field('founded_on')} help={vi.edit.foundedHelp} />
      <Select {...field('accent')} options={props.accents} empty={vi.edit.accentDefault} optional />
      <TextArea {...field('seal')} help={vi.edit.sealHelp} rows={3} optional />
    </FormFrame>
  );
}

export const renameLabels = {
  name: vi.rename.name,
  short_name: vi.create.shortName,
  from: vi.rename.from,
  decision: vi.create.decision,
} as const;

export function RenameForm(props: FormShown & Pick<FrameOfForm, 'backHref'>) {
  const field = fieldsOf(props.form, renameLabels);
  return (
    <FormFrame {...props} order={Object.keys(renameLabels)} save={vi.rename.save}>
      <TextInput {...field('name')} />
      <TextInput {...field('short_name')} help={vi.create.shortNameHelp} width="m" optional />
      <DateInput {...field('from')} />
      <TextInput {...field('decision')} width="m" optional />
    </FormFrame>
  );
}

export const codeLabels = { code: vi.changeCode.code } as const;

export function CodeForm(props: FormShown & Pick<FrameOfForm, 'backHref'>) {
  const field = fieldsOf(props.form, codeLabels);
  return (
    <FormFrame {...props} order={['code']} save={vi.changeCode.save}>
      <TextInput {...field('code')} help={vi.create.codeHelp} width="m" autocomplete="off" />
    </FormFrame>
  );
}

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

export const closeLabels = {
  on: vi.close.on,
  end_members: vi.affiliate.kind,
  reason: vi.close.reason,
  confirm_code: vi.form.confirmLabel,
} as const;

export function CloseForm(
  props: FormShown &
    Pick<FrameOfForm, 'backHref'> & {
      readonly code: string;
      readonly members: number;
    },
) {
  const field = fieldsOf(props.form, closeLabels);
  return (
    <FormFrame
      {...props}
      order={Object.keys(closeLabels)}
      save={vi.close.verb}
      keep={vi.close.keep}
      danger
    >
      <p>{vi.close.body}</p>
      <DateInput {...field('on')} />
      {props.members > 0 ? (
        <Checkbox
          name="end_members"
          label={vi.close.members(props.members)}
          checked={props.form.values.end_members !== undefined}
          error={props.form.errors.end_members}
        />
      ) : null}
      <TextArea {...field('reason')} rows={2} optional />
      <TextInput
        {...field('confirm_code')}
        label={vi.close.confirm(props.code)}
        width="m"
        autocomplete="off"
      />
    </FormFrame>
  );
}

/** A question with one button: deleting what can be restored, reopening. */
export function AskForm(
  props: FormShown &
    Pick<FrameOfForm, 'backHref' | 'save' | 'danger'> & {
      readonly body: string;
    },
) {
  return (
    <FormFrame {...props} order={[]} keep={vi.form.keep}>
      <p>{props.body}</p>
    </FormFrame>
  );
}
