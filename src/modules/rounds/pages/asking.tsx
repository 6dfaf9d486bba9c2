import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  Checkboxes,
  type Choice,
  DateInput,
  ErrorSummary,
  Form,
  type HiddenValues,
  SaveActions,
  Select,
  type SelectOption,
  TextArea,
} from '../../../ui/index.ts';
import { labels, words } from '../vi.ts';

const fieldsOf = (state: FormView) => (name: string) => ({
  name,
  label: labels[name] ?? name,
  value: state.values[name],
  error: state.errors[name],
});

export interface AskFormProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  readonly kinds: readonly Choice[];
  readonly chosen: readonly string[];
  readonly dueHelp: string;
}

/** Asking those below for the same form. */
export function AskForm(props: AskFormProps) {
  const field = fieldsOf(props.state);
  if (props.kinds.length === 0) return <p>{words.nobodyToAsk}</p>;
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={props.state.summary} order={['kinds', 'due_on']} />
      <Checkboxes
        name="kinds"
        label={labels.kinds ?? ''}
        error={props.state.errors.kinds}
        values={props.chosen}
        options={props.kinds}
      />
      <DateInput {...field('due_on')} help={props.dueHelp} />
      <SaveActions save={words.askVerb} backHref={props.backHref} />
    </Form>
  );
}

export interface ExtendFormProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  readonly chosen: readonly { readonly pid: string; readonly label: string }[];
}

/** More time for those who were chosen. */
export function ExtendForm(props: ExtendFormProps) {
  const field = fieldsOf(props.state);
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={props.state.summary} order={['due_on', 'reason']} />
      <Checkboxes
        name="chon"
        label={words.extendFor}
        values={props.chosen.map((one) => one.pid)}
        options={props.chosen.map((one) => ({ value: one.pid, label: one.label }))}
      />
      <DateInput {...field('due_on')} label={words.newDue} />
      <TextArea {...field('reason')} help={words.extendHelp} rows={2} />
      <SaveActions save={words.extendVerb} backHref={props.backHref} />
    </Form>
  );
}

export interface AddFormProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  readonly organisations: readonly SelectOption[];
}

/** One more organisation in a round that is open. */
export function AddForm(props: AddFormProps) {
  const field = fieldsOf(props.state);
  if (props.organisations.length === 0) return <p>{words.nobodyToAdd}</p>;
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={props.state.summary} order={['organisation', 'due_on', 'reason']} />
      <Select
        {...field('organisation')}
        options={props.organisations}
        empty={words.chooseOrganisation}
        help={words.addHelp}
        width="l"
      />
      <DateInput {...field('due_on')} help={words.addDueHelp} optional />
      <TextArea {...field('reason')} rows={2} />
      <SaveActions save={words.addVerb} backHref={props.backHref} />
    </Form>
  );
}

/** Asking one organisation no longer. */
export function DropForm(props: Omit<AddFormProps, 'organisations'> & { readonly text: string }) {
  const field = fieldsOf(props.state);
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={props.state.summary} order={['reason']} />
      <p>{props.text}</p>
      <TextArea {...field('reason')} rows={2} />
      <div class="buttons">
        <Button kind="danger">{words.dropVerb}</Button>
        <a href={props.backHref}>{words.cancel}</a>
      </div>
    </Form>
  );
}
