import type { FormErrors } from '../../../platform/forms/state.ts';
import { office } from '../../../platform/http/addresses.ts';
import {
  Alert,
  Button,
  EntryList,
  ErrorSummary,
  Form,
  FormActions,
  Section,
  TextInput,
} from '../../../ui/index.ts';
import { accountWords as words } from '../vi.ts';

interface AccountProps {
  readonly email: string;
  readonly offices: readonly { readonly code: string; readonly name: string }[];
  readonly errors: FormErrors;
  readonly passwordChanged: boolean;
  readonly minimum: number;
}

/** One's own account: the offices it opens, its password, signing out. */
export function AccountPage(props: AccountProps) {
  const { offices, errors, passwordChanged, minimum } = props;
  return (
    <>
      {passwordChanged ? <Alert tone="ok">{words.passwordChanged}</Alert> : null}
      <ErrorSummary errors={errors.list} />
      <Section title={words.offices}>
        <OfficeList offices={offices} />
      </Section>
      <p>
        <a href="/tai-khoan/ai-xem">{words.own.link}</a>
      </p>
      <Section title={words.changePassword}>
        <Form action="/tai-khoan" full>
          {/* Not shown: it tells a password manager whose password this is. */}
          <input name="username" autocomplete="username" value={props.email} readonly hidden />
          <TextInput
            name="current"
            label={words.currentPassword}
            type="password"
            autocomplete="current-password"
            error={errors.of('current')}
          />
          <TextInput
            name="next"
            label={words.newPassword}
            help={words.newPasswordHelp(minimum)}
            type="password"
            autocomplete="new-password"
            error={errors.of('next')}
          />
          <FormActions>
            <Button kind="primary">{words.changePassword}</Button>
          </FormActions>
        </Form>
      </Section>
      <Form action="/dang-xuat">
        <Button>{words.signOut}</Button>
      </Form>
    </>
  );
}

/** The offices that a person may enter, or whom to ask. */
export function OfficeList(props: { offices: readonly { code: string; name: string }[] }) {
  if (props.offices.length === 0) return <Alert tone="info">{words.noOffice}</Alert>;
  return (
    <EntryList plain items={props.offices.map((o) => ({ title: o.name, href: office(o.code) }))} />
  );
}
