import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  Alert,
  Button,
  ButtonLink,
  Checkbox,
  DefinitionList,
  ErrorSummary,
  Fieldset,
  Form,
  FormActions,
  Section,
  Select,
  type Term,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import { relations } from '../../schema/index.ts';
import { relationNames } from '../../vi/index.ts';
import { homeWords as words } from '../../vi/judge.ts';

const { labels } = words;

/** So many rows has the first declaration; more are added on a page of their own. */
export const relationRows = 3;

export interface InvitationProps {
  readonly greeting: string;
  readonly asked: string;
  readonly terms: readonly Term[];
  /** The judge declined before. */
  readonly declined: boolean;
  /** Null: the edition takes no answer any more. */
  readonly form: AnswerForm | null;
}

export interface AnswerForm {
  readonly action: string;
  readonly declineHref: string;
  readonly formKey: string;
  readonly state: FormView;
}

/** The invitation with what a judge promises, and the answer. */
export function Invitation(props: InvitationProps) {
  return (
    <>
      {props.declined ? (
        <Alert tone="info" title={words.declined}>
          {props.form === null ? undefined : words.declinedBody}
        </Alert>
      ) : null}
      {props.form === null ? <Alert tone="info">{words.over}</Alert> : null}
      <p>{props.greeting}</p>
      <p>{props.asked}</p>
      <DefinitionList items={props.terms} />
      <Section title={words.duties}>
        <ul>
          {words.dutyLines.map((line, at) => (
            <li>
              {at + 1}. {line}
            </li>
          ))}
        </ul>
      </Section>
      {props.form === null ? null : <Answer form={props.form} declined={props.declined} />}
    </>
  );
}

function Answer({ form, declined }: { readonly form: AnswerForm; readonly declined: boolean }) {
  const { state } = form;
  return (
    <Section title={words.relations} id="nhan-loi">
      <p>{words.relationsHelp}</p>
      <Form action={`${form.action}#nhan-loi`} hidden={{ answer: 'accept', _key: form.formKey }}>
        <ErrorSummary errors={state.summary} level={3} />
        {Array.from({ length: relationRows }, (_, at) => (
          <Fieldset legend={words.row(at + 1)}>
            <RelationFields state={state} prefix={`relations.${at}.`} />
          </Fieldset>
        ))}
        <p class="help">{words.more}</p>
        <Checkbox
          name="complete"
          label={words.complete}
          checked={state.values.complete === '1'}
          error={state.errors.complete}
        />
        <FormActions>
          <Button kind="primary">{words.accept}</Button>
          {declined ? null : (
            <ButtonLink kind="text" href={form.declineHref}>
              {words.decline}
            </ButtonLink>
          )}
        </FormActions>
      </Form>
    </Section>
  );
}

/** One relation: what it is, whom and which unit. */
export function RelationFields(props: { readonly state: FormView; readonly prefix: string }) {
  const { state, prefix } = props;
  const field = (name: 'relation' | 'name' | 'unit') => ({
    name: `${prefix}${name}`,
    label: labels[name],
    value: state.values[`${prefix}${name}`],
    error: state.errors[`${prefix}${name}`],
  });
  return (
    <>
      <Select
        {...field('relation')}
        options={relations.map((value) => ({ value, label: relationNames[value] }))}
        empty={words.relationEmpty}
        width="l"
      />
      <TextInput {...field('name')} help={words.nameHelp} width="m" maxLength={200} />
      <TextInput {...field('unit')} help={words.unitHelp} maxLength={300} />
    </>
  );
}

/** Declining the invitation, or leaving later: why. */
export function DeclineForm(props: {
  readonly body: string;
  readonly verb: string;
  readonly keep: string;
  readonly action: string;
  readonly keepHref: string;
  readonly formKey: string;
  readonly state: FormView;
}) {
  const { state } = props;
  return (
    <Form action={props.action} hidden={{ answer: 'decline', _key: props.formKey }}>
      <ErrorSummary errors={state.summary} />
      <p>{props.body}</p>
      <TextArea
        name="reason"
        label={labels.reason}
        value={state.values.reason}
        error={state.errors.reason}
        rows={4}
        maxLength={2000}
      />
      <FormActions>
        <Button kind="danger">{props.verb}</Button>
        <ButtonLink kind="text" href={props.keepHref}>
          {props.keep}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
