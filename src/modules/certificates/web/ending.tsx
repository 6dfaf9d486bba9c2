import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { execute, once } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import { isAssumed, siteOf } from '../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import type { Edition } from '../../calls/index.ts';
import { type CertificateFormProps, ReplaceForm, RevokeForm } from '../pages/certificate.tsx';
import { issuedOf } from '../queries/index.ts';
import { readFrozen } from '../rules/index.ts';
import type { Certificate } from '../schema/index.ts';
import { replaceCertificate, revokeCertificate } from '../service/index.ts';
import { certificateIssues, labels, words } from '../vi/index.ts';
import { certificateOf, crumbsOf, issuedHere, one, pathOf } from './shared.ts';

type Values = Readonly<Record<string, string>>;

/** Replacing a certificate whose name was mistyped, and revoking one. */
export function endingDoors(app: Hono<Env>): void {
  app.get(`${one}/thay`, async (c) => {
    const { edition, certificate } = await standing(c);
    const { holder } = readFrozen((await issuedOf(c.var.cx.db, certificate.id)).frozen);
    const values = {
      names: holder.names.join('\n'),
      unit: holder.unit ?? '',
      issued_on: formatDate(c.var.cx.clock.today()),
      letters: '1',
    };
    return formPage(c, { edition, certificate, act: 'replace' }, freshForm(values));
  });
  app.post(`${one}/thay`, replace);
  app.get(`${one}/thu-hoi`, async (c) =>
    formPage(c, { ...(await standing(c)), act: 'revoke' }, freshForm()),
  );
  app.post(`${one}/thu-hoi`, revoke);
}

async function standing(c: WebContext) {
  const edition = await issuedHere(c);
  return { edition, certificate: await certificateOf(c, edition) };
}

type Act = 'replace' | 'revoke';

interface Acting {
  readonly edition: Edition;
  readonly certificate: Certificate;
  readonly act: Act;
}

const forms: Readonly<
  Record<Act, { title: string; form: (props: CertificateFormProps) => unknown }>
> = {
  replace: { title: words.replace, form: (props) => <ReplaceForm {...props} /> },
  revoke: { title: words.revoke, form: (props) => <RevokeForm {...props} /> },
};

function formPage(
  c: WebContext,
  { edition, certificate, act }: Acting,
  state: FormView,
  newer?: number,
): Response | Promise<Response> {
  const bad = state.summary.length > 0;
  const back = pathOf(c, edition, certificate.pid);
  const { title, form } = forms[act];
  return c.var.shell.office(c, {
    title,
    lead: [words.named(certificate.number), certificate.holderName].join(' · '),
    error: bad,
    status: bad ? 422 : 200,
    crumbs: crumbsOf(
      c,
      edition,
      { label: words.named(certificate.number), href: back },
      { label: title },
    ),
    body: form({
      state,
      action: c.req.path,
      hidden: { version: newer ?? certificate.version, _key: c.var.cx.ids.pid() },
      backHref: back,
      address: isAssumed(c) ? siteOf(c) : null,
      newerHref: newer === undefined ? undefined : back,
    }) as never,
  });
}

async function replace(c: WebContext): Promise<Response> {
  const acting = { ...(await standing(c)), act: 'replace' as const };
  const { values, key } = await formOf(c);
  const { names, unit, issued_on, reason, letters, any_address, version } = values;
  const { pid } = acting.certificate;
  const printed = { any_address, site: siteOf(c), assumed: isAssumed(c) };
  const raw = { pid, names, unit, issued_on, reason, letters, version, ...printed };
  return settle(c, acting, values, () =>
    once<string | readonly Issue[]>(c.var.cx, key, async (cx) => {
      const outcome = await execute(cx, replaceCertificate, raw);
      return outcome.ok
        ? { keep: true, answer: `${pathOf(c, acting.edition, outcome.value.pid)}?da-thay=1` }
        : { keep: false, answer: outcome.issues };
    }),
  );
}

async function revoke(c: WebContext): Promise<Response> {
  const acting = { ...(await standing(c)), act: 'revoke' as const };
  const { values } = await formOf(c);
  const { reason, decision, version } = values;
  const { pid } = acting.certificate;
  return settle(c, acting, values, async () => {
    const outcome = await execute(c.var.cx, revokeCertificate, { pid, reason, decision, version });
    return outcome.ok ? `${pathOf(c, acting.edition, pid)}?da-thu-hoi=1` : outcome.issues;
  });
}

async function settle(
  c: WebContext,
  acting: Acting,
  values: Values,
  run: () => Promise<string | readonly Issue[]>,
): Promise<Response> {
  const again = (issues: readonly Issue[], newer?: number) =>
    formPage(c, acting, returnedForm(values, issues, certificateIssues, labels), newer);
  try {
    const done = await run();
    return typeof done === 'string' ? c.redirect(done, 303) : await again(done);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], error.version);
  }
}
