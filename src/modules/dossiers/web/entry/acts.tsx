import type { Hono } from 'hono';
import { foldForSearch } from '../../../../kernel/vietnamese/fold.ts';
import { execute, type Outcome } from '../../../../platform/command.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { ButtonLink, NotYet } from '../../../../ui/index.ts';
import { DiscardForm, WithdrawForm } from '../../pages/entry/acts.tsx';
import { discardDossier, withdrawDossier } from '../../service/index.ts';
import { callWords, dossierWords } from '../../vi/entry/index.ts';
import { callPath, type Opened, ownDossier, ownPage, pathOf, told, unkept } from './shared.tsx';

/** Taking a submitted dossier back, and throwing a draft away. */
export function actDoors(app: Hono<Env>): void {
  app.get('/ho-so/:token/rut', async (c) => withdrawPage(c, await ownDossier(c)));
  app.post('/ho-so/:token/rut', withdraw);
  app.get('/ho-so/:token/xoa', async (c) => discardPage(c, await ownDossier(c)));
  app.post('/ho-so/:token/xoa', discard);
}

const words = dossierWords.acts;

interface Back {
  readonly reason?: string;
  readonly typed?: string;
  readonly reasonError?: string | undefined;
  readonly codeError?: string | undefined;
  readonly refused?: string | undefined;
}

function page(c: WebContext, found: Opened, title: string, body: unknown, failed: boolean) {
  return ownPage(c, found, {
    title,
    crumbs: [{ label: title }],
    body: body as Parameters<typeof ownPage>[2]['body'],
    ...(failed ? { error: true, status: 422 } : {}),
  });
}

function withdrawPage(c: WebContext, found: Opened, back: Back | null = null): Promise<Response> {
  const { dossier, token } = found;
  const body = (
    <WithdrawForm
      question={words.withdrawAsk(dossier.title)}
      action={pathOf(token, 'rut')}
      keepHref={pathOf(token)}
      version={dossier.version}
      {...back}
    />
  );
  return page(c, found, dossierWords.withdraw, body, back !== null);
}

// Also with dấu and in small letters, as people write the word.
const confirmed = (typed: string | undefined, code: string): boolean =>
  foldForSearch(typed ?? '') === foldForSearch(code);

/** Why it was not done; null when it was. */
async function tried(act: () => Promise<Outcome<unknown>>): Promise<string | null> {
  try {
    const outcome = await act();
    return outcome.ok ? null : told(outcome.issues);
  } catch (error) {
    if (error instanceof Conflict) return words.changed;
    throw error;
  }
}

async function withdraw(c: WebContext): Promise<Response> {
  const found = await ownDossier(c);
  const { token } = found;
  const { values } = await formOf(c);
  const reason = (values.reason ?? '').trim();
  const reasonError = reason === '' ? words.reasonMissing : undefined;
  const codeError = confirmed(values.confirm_code, words.code) ? undefined : words.wrongCode;
  const back = { reason, typed: values.confirm_code ?? '', reasonError, codeError };
  if (reasonError !== undefined || codeError !== undefined) return withdrawPage(c, found, back);
  const sent = { token, reason, version: values.version };
  const refused = await tried(() => execute(c.var.cx, withdrawDossier, sent));
  if (refused !== null) return withdrawPage(c, found, { ...back, refused });
  return c.redirect(`${pathOf(token)}?da-rut=1`, 303);
}

function discardPage(c: WebContext, found: Opened, back: Back | null = null): Promise<Response> {
  const { dossier, token } = found;
  const body = (
    <DiscardForm
      question={words.discardAsk(dossier.title)}
      action={pathOf(token, 'xoa')}
      keepHref={pathOf(token)}
      version={dossier.version}
      {...back}
    />
  );
  return page(c, found, dossierWords.discard, body, back !== null);
}

async function discard(c: WebContext): Promise<Response> {
  const found = await ownDossier(c);
  const { token, dossier } = found;
  const { values } = await formOf(c);
  const typed = values.confirm_code ?? '';
  if (!confirmed(typed, words.discardCode))
    return discardPage(c, found, { typed, codeError: words.discardWrong });
  const sent = { token, version: values.version };
  const refused = await tried(() => execute(c.var.cx, discardDossier, sent));
  if (refused !== null) return discardPage(c, found, { typed, refused });
  const gone = await c.var.shell.portal(c, {
    title: words.discarded,
    crumbs: [{ label: dossier.edition.content.name, href: callPath(dossier) }],
    body: (
      <>
        <h1>{words.discarded}</h1>
        <NotYet>{words.discardedWhat}</NotYet>
        <p>
          <ButtonLink href={callPath(dossier)}>{callWords.startPage.back}</ButtonLink>
        </p>
      </>
    ),
  });
  return unkept(gone);
}
