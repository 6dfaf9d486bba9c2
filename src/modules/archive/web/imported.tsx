import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { execute } from '../../../platform/command.ts';
import { site } from '../../../platform/http/addresses.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { Alert, ConfirmPage } from '../../../ui/index.ts';
import { ImportPage } from '../pages/import.tsx';
import { archiveKeep } from '../policy.ts';
import { importByPid } from '../queries/index.ts';
import { importStates, type KeptImport } from '../schema.ts';
import { undoImport } from '../service/index.ts';
import { officeWords as words } from '../vi/index.ts';
import { allow, crumbs, officePath, importsPath as path, told } from './office.tsx';
import { path as archivePath } from './shared.ts';

/** One past edition that a file brought, and taking it back. */
export function importedDoors(app: Hono<Env>): void {
  app.get(`/${path}/:pid`, importPage);
  app.get(`/${path}/:pid/hoan-tac`, undoPage);
  app.post(`/${path}/:pid/hoan-tac`, undo);
}

/** The import of the address, in the office of the union that it belongs to. @throws NotFound */
const importOf = (c: WebContext): Promise<KeptImport> =>
  importByPid(c.var.cx, c.req.param('pid') ?? '');

async function importPage(c: WebContext): Promise<Response> {
  const kept = await importOf(c);
  const state = importStates.find((one) => one === c.req.query('da-nhap'));
  const writer = await may(c.var.cx, archiveKeep, kept.organisation.id);
  const { code } = kept.organisation;
  return c.var.shell.office(c, {
    title: kept.name,
    crumbs: crumbs(
      c,
      { label: words.importTitle, href: officePath(c, path) },
      { label: kept.name },
    ),
    body: (
      <ImportPage
        kept={kept}
        terms={[
          { term: words.dossiers, value: words.told(kept.listed, kept.dossiers) },
          { term: words.prizes, value: words.count(kept.prizes) },
          { term: words.source, value: kept.source },
          { term: words.importedAt, value: words.at(kept.importedAt) },
        ]}
        archiveHref={kept.shown === 0 ? null : site(code, archivePath, { lan: kept.pid })}
        undoHref={writer ? officePath(c, `${path}/${kept.pid}/hoan-tac`) : null}
        said={state === undefined ? undefined : words.done[state]}
      />
    ),
  });
}

async function undoPage(c: WebContext): Promise<Response> {
  await allow(c);
  return confirmPage(c, await importOf(c), []);
}

function confirmPage(c: WebContext, kept: KeptImport, issues: readonly Issue[]) {
  const back = officePath(c, `${path}/${kept.pid}`);
  return c.var.shell.office(c, {
    title: words.undo,
    crumbs: crumbs(
      c,
      { label: words.importTitle, href: officePath(c, path) },
      { label: kept.name, href: back },
      { label: words.undo },
    ),
    error: issues.length > 0,
    status: issues.length > 0 ? 422 : 200,
    before: issues.length > 0 ? <Alert tone="bad">{told(issues).join(' ')}</Alert> : undefined,
    body: (
      <ConfirmPage
        question={words.undoQuestion(kept.name)}
        action={`${back}/hoan-tac`}
        hidden={{ version: kept.version }}
        verb={words.undoVerb}
        keepHref={back}
        keepLabel={words.keep}
      >
        {words.undoBody(kept.listed)}
      </ConfirmPage>
    ),
  });
}

async function undo(c: WebContext): Promise<Response> {
  const kept = await importOf(c);
  const { values } = await formOf(c);
  const outcome = await execute(c.var.cx, undoImport, { pid: kept.pid, version: values.version });
  if (!outcome.ok) return confirmPage(c, kept, outcome.issues);
  return c.redirect(officePath(c, `${path}?da-bo=${settled(outcome).dossiers}`), 303);
}
