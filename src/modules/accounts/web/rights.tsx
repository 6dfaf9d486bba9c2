import type { Hono } from 'hono';
import { execute, type Outcome, once } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { emptyForm, errorsOf, type FormState } from '../../../platform/forms/state.ts';
import { office } from '../../../platform/http/addresses.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import type { Product } from '../../../platform/module.ts';
import { may, type Permission } from '../../../platform/policy.ts';
import { Alert, ButtonLink, ConfirmPage } from '../../../ui/index.ts';
import { AccountForm, GrantForm, GrantTable, MatrixTable } from '../pages/grants.tsx';
import { grantRead, grantWrite } from '../policy.ts';
import { grantsAt } from '../queries.ts';
import { addAccount, giveGrant, revokeGrant } from '../service.ts';
import { accountIssues, roleNames, accountWords as words } from '../vi.ts';

/** Office doors for grants: who holds what, giving, revoking, new accounts, the table of rights. */
export function rightsDoors(app: Hono<Env>, product: Product): void {
  app.get('/quyen', grantList);
  app.get('/quyen/giao', (c) => grantForm(c, emptyForm));
  app.post('/quyen/giao', give);
  app.get('/quyen/tai-khoan', (c) => accountForm(c, emptyForm));
  app.post('/quyen/tai-khoan', makeAccount);
  app.get('/quyen/bang', (c) => matrix(c, product));
  app.get('/quyen/:pid/thu', confirmRevoke);
  app.post('/quyen/:pid/thu', revoke);
}

async function needs(c: WebContext, wanted: Permission): Promise<void> {
  if (!(await may(c.var.cx, wanted, c.var.place.organisationId))) throw new NotFound('grants');
}

const crumbs = (c: WebContext, last: string) => [
  { label: words.grants, href: office(c.var.place.code, 'quyen') },
  { label: last },
];

const notices: Readonly<Record<string, string>> = {
  giao: words.given,
  thu: words.revoked,
  'tai-khoan': words.accountMade,
};

async function grantList(c: WebContext) {
  await needs(c, grantRead);
  const { cx, place, shell } = c.var;
  const grants = await grantsAt(cx, place.organisationId);
  const mayWrite = await may(cx, grantWrite, place.organisationId);
  const notice = notices[c.req.query('da-luu') ?? ''];
  return shell.office(c, {
    title: words.grants,
    lead: words.grantsLead(grants.length),
    action: mayWrite ? (
      <ButtonLink kind="primary" icon="plus" href={office(place.code, 'quyen/giao')}>
        {words.giveGrant}
      </ButtonLink>
    ) : undefined,
    before:
      notice === undefined ? undefined : (
        <Alert tone="ok" live>
          {notice}
        </Alert>
      ),
    body: (
      <>
        <GrantTable code={place.code} grants={grants} mayWrite={mayWrite} />
        <p>
          <a href={office(place.code, 'quyen/bang')}>{words.matrix}</a>
          {mayWrite ? (
            <>
              {' · '}
              <a href={office(place.code, 'quyen/tai-khoan')}>{words.newAccount}</a>
            </>
          ) : null}
        </p>
      </>
    ),
  });
}

async function grantForm(c: WebContext, form: FormState) {
  await needs(c, grantWrite);
  const { cx, place, shell } = c.var;
  return shell.office(c, {
    title: words.giveGrant,
    crumbs: crumbs(c, words.giveGrant),
    error: form.issues.length > 0,
    status: form.issues.length > 0 ? 422 : 200,
    body: (
      <GrantForm
        action={office(place.code, 'quyen/giao')}
        values={{ organisation: place.code, ...form.values }}
        errors={errorsOf(form.issues, accountIssues)}
        formKey={form.values._key ?? cx.ids.pid()}
      />
    ),
  });
}

async function give(c: WebContext) {
  const { values, key } = await formOf(c);
  const outcome: Outcome<unknown> = await once(c.var.cx, key, async (cx) => {
    const answer = await execute(cx, giveGrant, values);
    return { keep: answer.ok, answer };
  });
  if (!outcome.ok) return grantForm(c, { values, issues: outcome.issues });
  return c.redirect(office(c.var.place.code, 'quyen', { 'da-luu': 'giao' }), 303);
}

async function accountForm(c: WebContext, form: FormState) {
  await needs(c, grantWrite);
  const { cx, place, shell } = c.var;
  return shell.office(c, {
    title: words.newAccount,
    crumbs: crumbs(c, words.newAccount),
    error: form.issues.length > 0,
    status: form.issues.length > 0 ? 422 : 200,
    body: (
      <AccountForm
        action={office(place.code, 'quyen/tai-khoan')}
        values={form.values}
        errors={errorsOf(form.issues, accountIssues)}
        formKey={form.values._key ?? cx.ids.pid()}
      />
    ),
  });
}

async function makeAccount(c: WebContext) {
  const { values, key } = await formOf(c);
  const { password, ...rest } = values;
  const input = { ...rest, at: c.var.place.code, ...(password ? { password } : {}) };
  const outcome: Outcome<unknown> = await once(c.var.cx, key, async (cx) => {
    const answer = await execute(cx, addAccount, input);
    return { keep: answer.ok, answer };
  });
  if (!outcome.ok) return accountForm(c, { values: rest, issues: outcome.issues });
  return c.redirect(office(c.var.place.code, 'quyen', { 'da-luu': 'tai-khoan' }), 303);
}

async function matrix(c: WebContext, product: Product) {
  await needs(c, grantRead);
  return c.var.shell.office(c, {
    title: words.matrix,
    lead: words.matrixLead,
    crumbs: crumbs(c, words.matrix),
    body: <MatrixTable {...product} />,
  });
}

async function confirmRevoke(c: WebContext) {
  await needs(c, grantWrite);
  const { cx, place, shell } = c.var;
  const grant = (await grantsAt(cx, place.organisationId)).find(
    (g) => g.pid === c.req.param('pid'),
  );
  if (grant === undefined) throw new NotFound('grant');
  return shell.office(c, {
    title: words.revoke,
    crumbs: crumbs(c, words.revoke),
    body: (
      <ConfirmPage
        question={words.revokeTitle(grant.person_name)}
        action={c.req.path}
        verb={words.revoke}
        keepLabel={words.keep}
        keepHref={office(place.code, 'quyen')}
      >
        <p>
          {words.revokeBody(
            roleNames[grant.role as keyof typeof roleNames],
            grant.organisation_name,
          )}
        </p>
      </ConfirmPage>
    ),
  });
}

async function revoke(c: WebContext) {
  await execute(c.var.cx, revokeGrant, { pid: c.req.param('pid') });
  return c.redirect(office(c.var.place.code, 'quyen', { 'da-luu': 'thu' }), 303);
}
