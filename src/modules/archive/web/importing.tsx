import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { execute, once } from '../../../platform/command.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { Alert } from '../../../ui/index.ts';
import { ChooseFile, ReadFile } from '../pages/import.tsx';
import { archiveKeep, archiveRead } from '../policy.ts';
import { listImports } from '../queries/index.ts';
import { toldFigures, yearsOf } from '../rules/index.ts';
import type { ReadPast } from '../schema.ts';
import {
  importEdition,
  keptPast,
  receivePast,
  type SentPast,
  tryImport,
} from '../service/index.ts';
import { officeWords as words } from '../vi/index.ts';
import { importedDoors } from './imported.tsx';
import { allow, crumbs, officePath, importsPath as path, tabs, told } from './office.tsx';

const pageSize = 20;

/** Bringing past editions in: choose a file, look at what was read, bring it in, take it back. */
export function importDoors(app: Hono<Env>): void {
  app.get(`/${path}`, (c) => choosePage(c, []));
  app.post(`/${path}`, lookPage);
  app.post(`/${path}/ghi`, apply);
  importedDoors(app);
}

async function choosePage(c: WebContext, problems: readonly Issue[]): Promise<Response> {
  await allow(c, archiveRead);
  const { cx, place, shell } = c.var;
  const action = officePath(c, path);
  const question = listQuestion(action, c.req.query(), {
    filters: [],
    sorts: ['nam'],
    sort: 'nam',
  });
  const { rows, total } = await listImports(cx, {
    organisation: place.organisationId,
    page: question.page,
    size: pageSize,
  });
  const gone = /^\d{1,9}$/.exec(c.req.query('da-bo') ?? '')?.[0];
  const bad = problems.length > 0;
  return shell.office(c, {
    title: words.importTitle,
    lead: words.importLead,
    crumbs: crumbs(c, { label: words.importTitle }),
    before: (
      <>
        {gone === undefined ? null : (
          <Alert tone="ok" title={words.undone(words.count(Number(gone)))} live />
        )}
        {tabs(c, 'imports')}
      </>
    ),
    error: bad,
    status: bad ? 422 : 200,
    body: (
      <ChooseFile
        action={action}
        problems={told(problems)}
        imports={rows.map((kept) => ({ kept, href: officePath(c, `${path}/${kept.pid}`) }))}
        total={total}
        page={question.page}
        size={pageSize}
        pageHref={question.pageHref}
        writer={await may(cx, archiveKeep, place.organisationId)}
      />
    ),
  });
}

async function lookPage(c: WebContext): Promise<Response> {
  await allow(c);
  const sent = await receivePast(c.var.cx, (await formOf(c)).files.file?.[0]);
  return sent.ok ? showRead(c, sent, []) : choosePage(c, sent.issues);
}

async function showRead(
  c: WebContext,
  { read, pid }: Extract<SentPast, { ok: true }>,
  issues: readonly Issue[],
): Promise<Response> {
  const { cx, place, shell } = c.var;
  const tried = await tryImport(cx, place.code, read);
  const refused = issues.length > 0 ? issues : tried.ok ? [] : tried.issues;
  return shell.office(c, {
    title: words.importTitle,
    crumbs: crumbs(
      c,
      { label: words.importTitle, href: officePath(c, path) },
      { label: words.readTitle },
    ),
    error: refused.length > 0,
    status: refused.length > 0 ? 422 : 200,
    body: (
      <ReadFile
        name={read.edition.name}
        terms={readTerms(c, read)}
        state={tried.ok ? tried.value.state : 'added'}
        problems={read.problems}
        refused={told(refused)}
        action={officePath(c, `${path}/ghi`)}
        hidden={{ file: pid, _key: cx.ids.pid() }}
        againHref={officePath(c, path)}
      />
    ),
  });
}

function readTerms(c: WebContext, { edition, source }: ReadPast) {
  const figures = toldFigures(edition);
  const today = Number(c.var.cx.clock.today().slice(0, 4));
  const fields = [
    ...new Set([
      ...edition.fields.map(({ name }) => name),
      ...edition.dossiers.map(({ field }) => field),
    ]),
  ].filter((name) => name !== '');
  const { first, last } = yearsOf(edition, today);
  return [
    { term: words.years, value: first === last ? String(last) : `${first} – ${last}` },
    { term: words.dossiers, value: words.told(edition.dossiers.length, figures.dossiers) },
    { term: words.prizes, value: words.count(figures.prizes) },
    ...(fields.length === 0 ? [] : [{ term: words.fields, value: fields.slice(0, 30).join('; ') }]),
    { term: words.source, value: source },
  ];
}

type Applied = { readonly href: string } | { readonly issues: readonly Issue[] };

async function apply(c: WebContext): Promise<Response> {
  await allow(c);
  const { cx, place } = c.var;
  const { values, key } = await formOf(c);
  const sent = await keptPast(cx, values.file ?? '');
  if (!sent.ok) return choosePage(c, sent.issues);
  const answer = await once<Applied>(cx, key, async (inner) => {
    const input = { organisation: place.code };
    const outcome = await execute(inner, importEdition(sent.read), input);
    return outcome.ok
      ? { keep: true, answer: { href: `${outcome.value.edition}?da-nhap=${outcome.value.state}` } }
      : { keep: false, answer: { issues: outcome.issues } };
  });
  return 'href' in answer
    ? c.redirect(officePath(c, `${path}/${answer.href}`), 303)
    : showRead(c, sent, answer.issues);
}
