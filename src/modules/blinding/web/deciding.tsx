import type { Hono } from 'hono';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { execute } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { formDoor } from '../../../platform/records/form-door.ts';
import { ConfirmPage } from '../../../ui/index.ts';
import { ReleaseForm, ReplaceForm } from '../pages/deciding.tsx';
import { releaseFile, replaceBy, restoreFile } from '../service/index.ts';
import { labels, words } from '../vi/index.ts';
import { base, crumbsOf, issueWords, managedFile, pathOf } from './shared.tsx';

const own = `${base}/:pid{[0-9a-z]{16}}/:file{[0-9a-z]{16}}`;
const { acts } = words;

type Managed = Awaited<ReturnType<typeof managedFile>>;

/** What a person decides about a file: a copy in its place, as it is, or neither any more. */
export function decidingDoors(app: Hono<Env>): void {
  app.get(`${own}/thay`, async (c) => replacePage(c, await managedFile(c), freshForm({})));
  app.post(`${own}/thay`, replace);
  formDoor(app, {
    words: issueWords,
    path: `${own}/dua-nguyen-ban`,
    command: releaseFile,
    title: () => acts.releaseTitle,
    lead: ({ file }) => file.name,
    open: managedFile,
    crumbs: (c, subject) => crumbsTo(c, subject, acts.releaseTitle),
    initial: () => ({}),
    fixed: async (_c, { file }) => ({ values: { pid: file.pid } }),
    version: ({ file }) => file.version,
    labels,
    after: (c, subject) => back(c, subject, 'da-dua'),
    view: (c, subject, state) => <ReleaseForm state={state} backHref={back(c, subject)} />,
  });
  app.get(`${own}/bo-quyet-dinh`, restorePage);
  app.post(`${own}/bo-quyet-dinh`, async (c) => {
    const subject = await managedFile(c);
    const { values } = await formOf(c);
    const sent = { pid: subject.file.pid, version: values.version };
    settled(await execute(c.var.cx, restoreFile, sent), issueWords);
    return c.redirect(back(c, subject, 'da-bo'), 303);
  });
}

const back = (c: WebContext, { dossier }: Managed, said?: string): string =>
  pathOf(c, dossier.edition.pid, dossier.pid, said);

const crumbsTo = (c: WebContext, subject: Managed, label: string) =>
  crumbsOf(
    c,
    subject.dossier.edition,
    { label: subject.dossier.number ?? '', href: back(c, subject) },
    { label },
  );

function replacePage(
  c: WebContext,
  subject: Managed,
  form: FormView,
  status: 200 | 409 | 422 = 200,
  version = subject.file.version,
): Response | Promise<Response> {
  return c.var.shell.office(c, {
    title: acts.replaceTitle,
    lead: subject.file.name,
    status,
    error: status !== 200,
    crumbs: crumbsTo(c, subject, acts.replaceTitle),
    body: (
      <ReplaceForm action={c.req.path} form={form} version={version} backHref={back(c, subject)} />
    ),
  });
}

async function replace(c: WebContext): Promise<Response> {
  const subject = await managedFile(c);
  const { values, files } = await formOf(c);
  const again = (issues: readonly Issue[], status: 409 | 422, version?: number) =>
    replacePage(c, subject, returnedForm(values, issues, issueWords, labels), status, version);
  const sent = files.file?.[0];
  if (sent === undefined || sent.size === 0) return again([issue('file', 'copy_missing')], 422);
  try {
    const done = await replaceBy(c.var.cx, {
      pid: subject.file.pid,
      version: values.version,
      name: sent.name,
      bytes: Buffer.from(await sent.arrayBuffer()),
    });
    if (done.ok) return c.redirect(back(c, subject, 'da-thay'), 303);
    const named = done.issues.map((one) => ({ ...one, data: { ...one.data, file: sent.name } }));
    return again(named, 422);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], 409, error.version);
  }
}

async function restorePage(c: WebContext): Promise<Response> {
  const subject = await managedFile(c);
  const { file } = subject;
  return c.var.shell.office(c, {
    title: acts.restoreTitle,
    lead: file.name,
    crumbs: crumbsTo(c, subject, acts.restoreTitle),
    body: (
      <ConfirmPage
        question={file.why === null ? acts.restoreQuestion : acts.restoreNone}
        action={c.req.path}
        hidden={{ version: file.version }}
        verb={acts.restore}
        keepHref={back(c, subject)}
        keepLabel={acts.keep}
      >
        {acts.restoreBody}
      </ConfirmPage>
    ),
  });
}
