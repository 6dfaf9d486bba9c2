import { roles } from '../../../kernel/role.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import type { FormErrors } from '../../../platform/forms/state.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Permission } from '../../../platform/policy.ts';
import {
  Button,
  ButtonLink,
  DateInput,
  Empty,
  ErrorSummary,
  Form,
  FormActions,
  Select,
  Table,
  TextInput,
} from '../../../ui/index.ts';
import type { GrantView } from '../schema.ts';
import { roleNames, accountWords as words } from '../vi.ts';

/** Who holds which role at the place and below it. */
export function GrantTable(props: {
  code: string;
  grants: readonly GrantView[];
  mayWrite: boolean;
}) {
  if (props.grants.length === 0) return <Empty kind="first" title={words.noGrants} />;
  return (
    <Table
      caption={words.grants}
      rows={props.grants}
      columns={[
        {
          key: 'person',
          label: words.person,
          header: true,
          cell: (g) => (
            <>
              {g.person_name}
              {g.email === null ? null : (
                <>
                  <br />
                  {g.email}
                </>
              )}
            </>
          ),
        },
        {
          key: 'role',
          label: words.role,
          cell: (g) => roleNames[g.role as keyof typeof roleNames],
        },
        { key: 'organisation', label: words.organisation, cell: (g) => g.organisation_name },
        {
          key: 'until',
          label: words.until,
          nowrap: true,
          cell: (g) => (g.until === null ? words.noUntil : formatDate(g.until)),
        },
        ...(props.mayWrite
          ? [
              {
                key: 'revoke',
                label: words.revoke,
                labelHidden: true,
                cell: (g: GrantView) => (
                  <ButtonLink
                    small
                    kind="dangerOutline"
                    href={office(props.code, `quyen/${g.pid}/thu`)}
                  >{`${words.revoke}…`}</ButtonLink>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

interface GrantFormProps {
  readonly action: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
  readonly formKey: string;
}

/** Gives a role at an organisation to the person of an account. */
export function GrantForm({ action, values, errors, formKey }: GrantFormProps) {
  return (
    <>
      <ErrorSummary errors={errors.list} order={['email', 'role', 'organisation', 'until']} />
      <Form action={action} hidden={{ _key: formKey }}>
        <TextInput
          name="email"
          label={words.email}
          type="email"
          value={values.email}
          error={errors.of('email')}
        />
        <Select
          name="role"
          label={words.role}
          value={values.role}
          empty=""
          options={roles.map((r) => ({ value: r, label: roleNames[r] }))}
          error={errors.of('role')}
        />
        <TextInput
          name="organisation"
          label={words.organisationCode}
          help={words.organisationCodeHelp}
          value={values.organisation}
          error={errors.of('organisation')}
          width="m"
        />
        <DateInput
          name="until"
          label={words.until}
          optional
          value={values.until}
          error={errors.of('until')}
        />
        <FormActions>
          <Button kind="primary">{words.giveGrant}</Button>
        </FormActions>
      </Form>
    </>
  );
}

/** Makes an account with a first password; without one the person signs in by e-mail link. */
export function AccountForm({ action, values, errors, formKey }: GrantFormProps) {
  return (
    <>
      <ErrorSummary errors={errors.list} order={['name', 'email', 'password']} />
      <Form action={action} hidden={{ _key: formKey }}>
        <TextInput
          name="name"
          label={words.fullName}
          value={values.name}
          error={errors.of('name')}
        />
        <TextInput
          name="email"
          label={words.email}
          type="email"
          value={values.email}
          error={errors.of('email')}
        />
        <TextInput
          name="password"
          label={words.password}
          type="password"
          optional
          autocomplete="new-password"
          error={errors.of('password')}
        />
        <FormActions>
          <Button kind="primary">{words.newAccount}</Button>
        </FormActions>
      </Form>
    </>
  );
}

/** Every permission of the product against every role: the persona matrix. */
export function MatrixTable(props: {
  permissions: readonly Permission[];
  permissionNames: Readonly<Record<string, string>>;
}) {
  return (
    <Table
      caption={words.matrix}
      scroll
      rows={props.permissions}
      columns={[
        {
          key: 'permission',
          label: words.action,
          header: true,
          cell: (p) => props.permissionNames[p.name] ?? p.name,
        },
        ...roles.map((role) => ({
          key: role,
          label: roleNames[role],
          cell: (p: Permission) =>
            p.roles === 'public' || p.roles.includes(role) ? words.allowed : '–',
        })),
      ]}
    />
  );
}
