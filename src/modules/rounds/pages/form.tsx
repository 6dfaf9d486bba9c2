import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Alert,
  Checkbox,
  Checkboxes,
  type Choice,
  DateInput,
  Empty,
  EntryList,
  ErrorSummary,
  Form,
  type HiddenValues,
  type ListEntry,
  SaveActions,
  Section,
  Select,
  type SelectOption,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { labels, words } from '../vi.ts';

export interface RoundFormProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  readonly template: string;
  readonly changeTemplateHref: string | null;
  /** Null: a term, typed by its code. */
  readonly periods: readonly SelectOption[] | null;
  readonly kinds: readonly Choice[];
  readonly asked: readonly string[];
  readonly suggestedName: string;
  /** The round is open: only its due day and words may change. */
  readonly open: boolean;
}

export const roundFieldOrder: readonly string[] = [
  'template',
  'period',
  'name',
  'asked',
  'cascades',
  'opens_on',
  'due_on',
  'opens_itself',
  'words',
];

const fieldsOf = (state: FormView) => (name: string) => ({
  name,
  label: labels[name] ?? name,
  value: state.values[name],
  error: state.errors[name],
});

/** A round: what is asked, of whom, until when. */
export function RoundForm(props: RoundFormProps) {
  const { state } = props;
  const field = fieldsOf(state);
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={state.summary} order={roundFieldOrder} />
      {props.open ? <Alert tone="info">{words.openEditNote}</Alert> : null}
      {props.open ? null : <What {...props} />}
      {props.open ? null : <Whom {...props} />}
      <Section title={words.whenSection}>
        {props.open ? null : <DateInput {...field('opens_on')} />}
        <DateInput {...field('due_on')} />
        {props.open ? null : (
          <Checkbox
            name="opens_itself"
            label={labels.opens_itself ?? ''}
            checked={(state.values.opens_itself ?? '') !== ''}
          />
        )}
        <TextArea {...field('words')} help={words.wordsHelp} rows={3} optional />
      </Section>
      <SaveActions save={props.open ? words.saveOpen : words.save} backHref={props.backHref} />
    </Form>
  );
}

function What(props: RoundFormProps) {
  const field = fieldsOf(props.state);
  return (
    <Section title={words.templateSection}>
      <p>
        {labels.template}: <strong>{props.template}</strong>
        {props.changeTemplateHref === null ? null : (
          <>
            {' · '}
            <a href={props.changeTemplateHref}>{words.changeTemplate}</a>
          </>
        )}
      </p>
      {props.state.errors.template === undefined ? null : (
        <p class="error">{props.state.errors.template}</p>
      )}
      {props.periods === null ? (
        <TextInput {...field('period')} help={words.termHelp} width="s" />
      ) : (
        <Select {...field('period')} options={props.periods} help={words.periodHelp} width="m" />
      )}
      <TextInput {...field('name')} help={words.nameHelp(props.suggestedName)} optional />
    </Section>
  );
}

function Whom(props: RoundFormProps) {
  const { state } = props;
  return (
    <Section title={words.whoSection}>
      <Checkboxes
        name="asked"
        label={labels.asked ?? ''}
        error={state.errors.asked}
        values={props.asked}
        options={props.kinds}
      />
      <Checkbox
        name="cascades"
        label={labels.cascades ?? ''}
        help={words.cascadesHelp}
        checked={(state.values.cascades ?? '') !== ''}
      />
    </Section>
  );
}

/** Which template a new round asks by: links, so that the period kinds follow without script. */
export function TemplateChoice(props: { readonly items: readonly ListEntry[] }) {
  if (props.items.length === 0)
    return (
      <Empty kind="first" title={words.noTemplates}>
        {words.noTemplatesBody}
      </Empty>
    );
  return (
    <>
      <p>{words.chooseTemplateBody}</p>
      <EntryList items={props.items} />
    </>
  );
}
