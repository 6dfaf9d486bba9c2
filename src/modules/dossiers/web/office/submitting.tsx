import type { Hono } from 'hono';
import type { Issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { Alert } from '../../../../ui/index.ts';
import { SubmittingPage } from '../../pages/office/paper.tsx';
import type { Written } from '../../queries/index.ts';
import { submitPaper } from '../../service/index.ts';
import { paperWords as words } from '../../vi/office/index.ts';
import { writingPath, writtenOf } from './paper-shared.ts';
import {
  base,
  dossierCrumbs,
  dossierPath,
  issueWords,
  mayKeep,
  nameOf,
  siteOf,
} from './shared.tsx';

/** Submitting what an office wrote; late or incomplete only with a reason. */
export function submittingDoors(app: Hono<Env>): void {
  app.get(`${base}/:pid/viet/nop`, async (c) => page(c, await writtenOf(c), [], ''));
  app.post(`${base}/:pid/viet/nop`, submit);
}

async function submit(c: WebContext): Promise<Response> {
  const dossier = await writtenOf(c);
  const { values } = await formOf(c);
  const reason = values.reason ?? '';
  const input = { pid: dossier.pid, site: siteOf(c), reason, version: values.version };
  const outcome = await execute(c.var.cx, submitPaper, input);
  if (!outcome.ok) return page(c, dossier, outcome.issues, reason);
  if (await mayKeep(c, dossier.edition))
    return c.redirect(`${dossierPath(c, dossier)}?da-nop=1`, 303);
  return c.var.shell.office(c, {
    title: nameOf(dossier),
    body: <Alert tone="ok" title={words.sentUp(outcome.value.number)} live />,
  });
}

async function page(
  c: WebContext,
  dossier: Written,
  issues: readonly Issue[],
  reason: string,
): Promise<Response> {
  const { pathname } = new URL(c.req.url);
  return c.var.shell.office(c, {
    title: words.submitPage.title,
    crumbs: dossierCrumbs(c, dossier, { label: words.submitPage.title }),
    ...(issues.length === 0 ? {} : { status: 422 as const, error: true }),
    body: (
      <SubmittingPage
        title={dossier.title}
        late={await mayKeep(c, dossier.edition)}
        action={pathname}
        hidden={{ version: dossier.version }}
        reason={reason}
        problems={[...new Set(issues.map((one) => wordsOf(one, issueWords)))]}
        backHref={writingPath(c, dossier)}
      />
    ),
  });
}
