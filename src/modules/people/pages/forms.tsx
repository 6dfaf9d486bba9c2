import type { FormView } from '../../../platform/forms/returned.ts';
import type { DoorState } from '../../../platform/records/form-door.ts';
import {
  Alert,
  Checkbox,
  type Content,
  DateInput,
  EntryList,
  ErrorSummary,
  Form,
  Radios,
  SaveActions,
  Select,
  type SelectOption,
  SelectOrSuggest,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { genders, membershipKinds, purposes } from '../schema/index.ts';
import { genderNames, labels, membershipKindNames, purposeNames, words } from '../vi.ts';

const { form: text } = words;

export interface FormShown extends DoorState {
  readonly backHref: string;
}

export interface OrganisationChoice {
  readonly organisations: readonly SelectOption[];
  readonly suggestHref: string | null;
}

function Frame(
  props: FormShown & {
    readonly order: readonly string[];
    readonly save: string;
    readonly children?: Content;
  },
) {
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={props.form.summary} order={props.order} />
      {props.children}
      <SaveActions save={props.save} backHref={props.backHref} />
    </Form>
  );
}

const fieldsOf = (form: FormView) => (name: string) => ({
  name,
  label: labels[name] ?? name,
  value: form.values[name],
  error: form.errors[name],
});

type Field = ReturnType<typeof fieldsOf>;

const factOrder = [
  'gender',
  'birth_date',
  'phones',
  'email',
  'degrees',
  'field',
  'workplace',
  'job',
  'address',
  'note',
];
const membershipOrder = ['joined', 'branch', 'kind', 'card_number'];

function FactFields({ field }: { readonly field: Field }) {
  return (
    <>
      <Select
        {...field('gender')}
        options={genders.map((value) => ({ value, label: genderNames[value] }))}
        empty={text.noGender}
        width="s"
        optional
      />
      <TextInput {...field('birth_date')} help={text.birthHelp} width="s" optional />
      <TextInput {...field('phones')} type="tel" help={text.phonesHelp} width="m" optional />
      <TextInput {...field('email')} width="m" optional />
      <TextInput {...field('degrees')} help={text.degreesHelp} width="m" optional />
      <TextInput {...field('field')} optional />
      <TextInput {...field('workplace')} optional />
      <TextInput {...field('job')} optional />
      <TextInput {...field('address')} optional />
      <TextArea {...field('note')} rows={3} optional />
    </>
  );
}

function MembershipFields({ field }: { readonly field: Field }) {
  return (
    <>
      <TextInput {...field('joined')} help={text.joinedHelp} width="s" optional />
      <TextInput {...field('branch')} help={text.branchHelp} width="m" optional />
      <Radios
        {...field('kind')}
        options={membershipKinds.map((value) => ({ value, label: membershipKindNames[value] }))}
      />
      <TextInput {...field('card_number')} width="s" optional />
    </>
  );
}

function OrganisationField(props: OrganisationChoice & { readonly field: Field }) {
  return (
    <SelectOrSuggest
      {...props.field('organisation')}
      options={props.organisations}
      suggestHref={props.suggestHref}
      empty={text.chooseOrganisation}
      placeholder={text.organisationExample}
      width="l"
    />
  );
}

export interface SameNamed {
  readonly name: string;
  readonly href: string;
  readonly details: string;
}

/** A new member on one page; those who look the same are shown before anything is written. */
export function MemberForm(
  props: FormShown & OrganisationChoice & { readonly same: readonly SameNamed[] },
) {
  const field = fieldsOf(props.form);
  const order = ['full_name', 'organisation', ...membershipOrder, ...factOrder];
  return (
    <Frame {...props} order={order} save={text.save}>
      {props.same.length === 0 ? null : (
        <>
          <Alert tone="warn" title={text.candidates}>
            {text.candidatesLead}
          </Alert>
          <EntryList
            plain
            items={props.same.map((one) => ({
              title: one.name,
              href: one.href,
              meta: one.details,
            }))}
          />
          <Checkbox
            name="another"
            label={text.anotherLabel}
            checked={props.form.values.another === '1'}
          />
        </>
      )}
      <TextInput {...field('full_name')} help={text.nameHelp} width="m" />
      <OrganisationField {...props} field={field} />
      <MembershipFields field={field} />
      <FactFields field={field} />
    </Frame>
  );
}

/** What is kept of a person. */
export function PersonForm(props: FormShown) {
  const field = fieldsOf(props.form);
  return (
    <Frame {...props} order={['family', 'middle', 'given', ...factOrder]} save={text.saveEdit}>
      <TextInput {...field('family')} width="s" optional />
      <TextInput {...field('middle')} width="s" optional />
      <TextInput {...field('given')} width="s" />
      <FactFields field={field} />
    </Frame>
  );
}

/** A further membership, or one that is changed (without the organisation). */
export function MembershipForm(props: FormShown & { readonly choice: OrganisationChoice | null }) {
  const field = fieldsOf(props.form);
  const { choice } = props;
  const save = choice === null ? text.saveMembership : text.addMembership;
  return (
    <Frame {...props} order={['organisation', ...membershipOrder, 'from', 'note']} save={save}>
      {choice === null ? null : <OrganisationField {...choice} field={field} />}
      <MembershipFields field={field} />
      {choice === null ? null : <DateInput {...field('from')} help={text.fromHelp} optional />}
      <TextArea {...field('note')} rows={2} optional />
    </Frame>
  );
}

export function EndForm(props: FormShown) {
  const field = fieldsOf(props.form);
  return (
    <Frame {...props} order={['last_day', 'reason']} save={text.endSave}>
      <DateInput {...field('last_day')} label={text.lastDay} />
      <TextInput {...field('reason')} help={text.reasonHelp} optional />
    </Frame>
  );
}

export function PostForm(props: FormShown & { readonly choice: OrganisationChoice | null }) {
  const field = fieldsOf(props.form);
  const { choice } = props;
  const order = ['title', 'organisation', 'from', 'last_day', 'decision'];
  return (
    <Frame {...props} order={order} save={text.postSave}>
      <TextInput {...field('title')} help={text.titleHelp} width="m" />
      {choice === null ? null : <OrganisationField {...choice} field={field} />}
      <DateInput {...field('from')} />
      <DateInput {...field('last_day')} help={text.lastDayHelp} optional />
      <TextInput {...field('decision')} width="m" optional />
    </Frame>
  );
}

export function ConsentForm(props: FormShown) {
  const field = fieldsOf(props.form);
  return (
    <Frame {...props} order={['purpose', 'given', 'source']} save={text.consentSave}>
      <Radios
        {...field('purpose')}
        options={purposes.map((value) => ({ value, label: purposeNames[value] }))}
      />
      <Radios
        {...field('given')}
        label={labels.given_consent ?? ''}
        options={[
          { value: '1', label: words.person.consentYes },
          { value: '0', label: words.person.consentNo },
        ]}
      />
      <TextInput {...field('source')} help={text.sourceHelp} optional />
    </Frame>
  );
}

export function SensitiveForm(props: FormShown) {
  const field = fieldsOf(props.form);
  const order = ['citizen_id', 'ethnicity', 'religion', 'party'];
  return (
    <Frame {...props} order={order} save={text.sensitiveSave}>
      <TextInput {...field('citizen_id')} width="s" autocomplete="off" optional />
      <TextInput {...field('ethnicity')} width="s" optional />
      <TextInput {...field('religion')} width="s" optional />
      <TextInput {...field('party')} help={text.partyHelp} width="m" optional />
    </Frame>
  );
}
