import type { Hono } from 'hono';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Command, execute } from '../../../platform/command.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Invalid } from '../../../platform/http/problems.ts';
import { type Arriving, streamedForm } from '../../../platform/http/upload.ts';
import { runById } from '../../../platform/jobs/runs.ts';
import {
  ConfirmPage,
  type Figure,
  formatCount,
  Progress,
  Section,
  Steps,
} from '../../../ui/index.ts';
import { PreviewPage, type UploadsProps } from '../pages/one.tsx';
import type { importAct, Preview, SiteImport } from '../schema.ts';
import {
  addUploads,
  mostSections,
  receiveSite,
  startSiteImport,
  stopSiteImport,
  undoSiteImport,
} from '../service/index.ts';
import { unreadableText } from '../service/words.ts';
import { words } from '../vi/index.ts';
import { aboutTerms } from './about.ts';
import { resultPage } from './result.tsx';
import {
  base,
  crumbsTo,
  dayOf,
  importOf,
  issueWords,
  pathOf,
  problemsTold,
  told,
} from './shared.ts';

export function importDoors(app: Hono<Env>): void {
  app.get(`/${base}/:pid`, async (c) => importPage(c, await importOf(c), []));
  app.post(`/${base}/:pid/anh`, uploadsSent);
  app.post(`/${base}/:pid/chuyen`, (c) => act(c, startSiteImport));
  app.post(`/${base}/:pid/dung`, (c) => act(c, stopSiteImport));
  app.get(`/${base}/:pid/hoan-tac`, undoPage);
  app.post(`/${base}/:pid/hoan-tac`, (c) => act(c, undoSiteImport));
}

function importPage(
  c: WebContext,
  of: SiteImport,
  issues: readonly Issue[],
): Response | Promise<Response> {
  if (['opened', 'running', 'undoing'].includes(of.state)) return workingPage(c, of);
  const uploads = uploadsOf(c, of, issues);
  return of.state === 'looked' && of.preview !== null
    ? previewPage(c, of, of.preview, uploads)
    : resultPage(c, of, uploads);
}

async function workingPage(c: WebContext, of: SiteImport): Promise<Response> {
  const run = of.runId === null ? null : await runById(c.var.cx.db, of.runId);
  const total = run?.total ?? null;
  const label = words.parts[run?.message ?? ''] ?? words.working[of.state] ?? '';
  const now = of.state === 'opened' ? 2 : 3;
  return c.var.shell.office(c, {
    title: words.title,
    lead: of.fileName,
    crumbs: crumbsTo(c, { label: of.fileName }),
    refresh: 2,
    body: (
      <Section title={words.states[of.state]}>
        <Steps items={words.steps.map((one) => ({ label: one }))} now={now} />
        <Progress
          label={label}
          done={Number(run?.done ?? 0)}
          total={total === null ? undefined : Number(total)}
          note={words.workingNote}
          stop={{
            action: pathOf(c, `${of.pid}/dung`),
            hidden: { version: of.version },
            label: words.stop,
          }}
        />
      </Section>
    ),
  });
}

function uploadsOf(c: WebContext, of: SiteImport, issues: readonly Issue[]): UploadsProps | null {
  if (of.program === 'html' || of.program === 'rss' || of.fileId === null || of.state === 'undone')
    return null;
  const all = of.preview?.found.media ?? 0;
  return {
    note:
      of.uploadsName === null
        ? words.uploadsNone(all)
        : words.uploadsHave(of.preview?.files ?? 0, all, of.uploadsName),
    action: pathOf(c, `${of.pid}/anh`),
    hidden: { version: of.version },
    error: told(issues, 'file'),
  };
}

function previewPage(
  c: WebContext,
  of: SiteImport,
  preview: Preview,
  uploads: UploadsProps | null,
): Response | Promise<Response> {
  const { unreadable, found, states } = preview;
  const bad = uploads?.error !== undefined;
  const figures = Object.entries(words.found).flatMap(([kind, label]): Figure[] => {
    const count = found[kind] ?? 0;
    return count === 0 ? [] : [{ value: formatCount(count), label }];
  });
  const was = Object.entries(words.articleStates).flatMap(([state, word]) => {
    const count = states[state] ?? 0;
    return count === 0 ? [] : [`${words.say(count)} ${word}`];
  });
  return c.var.shell.office(c, {
    title: words.title,
    lead: of.fileName,
    crumbs: crumbsTo(c, { label: of.fileName }),
    error: bad,
    status: bad ? 422 : 200,
    body: (
      <PreviewPage
        terms={[
          ...aboutTerms(of),
          { term: words.stateOfArticles, value: was.join('; ') },
          { term: words.sections, value: sectionsLine(preview) },
        ].filter(({ value }) => value !== '')}
        figures={figures}
        titles={preview.titles.map(({ title, at }) => ({ title, day: dayOf(at) }))}
        problems={problemsTold(preview.problems)}
        unreadable={unreadable === null ? null : unreadableText(unreadable.code, unreadable.data)}
        uploads={unreadable === null ? uploads : null}
        start={{ action: pathOf(c, `${of.pid}/chuyen`), hidden: { version: of.version } }}
        backHref={pathOf(c)}
      />
    ),
  });
}

const sectionsLine = ({ sections, found }: Preview): string =>
  [
    ...sections,
    ...(sections.length === mostSections && (found.section ?? 0) > sections.length
      ? [words.more((found.section ?? 0) - sections.length)]
      : []),
  ].join('; ');

type Act = Command<typeof importAct, SiteImport, unknown>;

async function act(c: WebContext, command: unknown): Promise<Response> {
  const of = await importOf(c);
  const { values } = await formOf(c);
  const input = { pid: of.pid, version: values.version };
  const outcome = await execute(c.var.cx, command as Act, input);
  // A button that was pressed twice: the second press finds it done.
  if (!outcome.ok && outcome.issues.some(({ code }) => code !== 'import_state'))
    throw new Invalid(outcome.issues, issueWords);
  return c.redirect(pathOf(c, of.pid), 303);
}

async function uploadsSent(c: WebContext): Promise<Response> {
  const of = await importOf(c);
  const receive = (file: Arriving) => receiveSite(c.var.cx, file);
  const { values, file } = await streamedForm(c, 'file', receive);
  if (file === null) return importPage(c, of, [issue('file', 'choose_file')]);
  if (!file.ok) return importPage(c, of, file.issues);
  const input = { pid: of.pid, uploads: file.value.pid, version: values.version };
  const outcome = await execute(c.var.cx, addUploads, input);
  if (!outcome.ok) return importPage(c, await importOf(c), outcome.issues);
  return c.redirect(pathOf(c, of.pid), 303);
}

async function undoPage(c: WebContext): Promise<Response> {
  const of = await importOf(c);
  if (!['done', 'cancelled', 'failed'].includes(of.state))
    return c.redirect(pathOf(c, of.pid), 303);
  return c.var.shell.office(c, {
    title: words.undoTitle,
    lead: of.fileName,
    crumbs: crumbsTo(c, { label: of.fileName, href: pathOf(c, of.pid) }, { label: words.undo }),
    body: (
      <ConfirmPage
        question={words.undoTitle}
        action={pathOf(c, `${of.pid}/hoan-tac`)}
        hidden={{ version: of.version }}
        verb={words.undo}
        keepHref={pathOf(c, of.pid)}
      >
        <p>{words.undoBody}</p>
      </ConfirmPage>
    ),
  });
}
