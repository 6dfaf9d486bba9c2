import type { Hono } from 'hono';
import { issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { Alert } from '../../../../ui/index.ts';
import {
  authorsIn,
  type EntrantKind,
  entrantKinds,
  fieldsFor,
  isRowAct,
  sentAnswers,
} from '../../../calls/index.ts';
import { PaperForm } from '../../pages/office/acts.tsx';
import { WritingPage } from '../../pages/office/paper.tsx';
import {
  consentsOf,
  filesOfDossier,
  sourceOf,
  type Written,
  workingFiles,
} from '../../queries/index.ts';
import { enterPaper, savePaper } from '../../service/index.ts';
import { actWords, dossierOfficeWords, paperWords as words } from '../../vi/office/index.ts';
import { consentLines, shownFiles } from './dossier-parts.ts';
import { writingPath, writtenOf } from './paper-shared.ts';
import {
  base,
  crumbsOf,
  dossierPath,
  issueWords,
  keptEdition,
  mayKeep,
  nameOf,
  pathOf,
  told,
} from './shared.tsx';

/** Dossiers on paper typed in, and what was sent on completed. */
export function paperDoors(app: Hono<Env>): void {
  formDoor(app, {
    words: issueWords,
    path: `${base}/nhap-giay`,
    command: enterPaper,
    title: () => actWords.paper.title,
    lead: () => actWords.paper.lead,
    open: keptEdition,
    crumbs: (c, edition) => crumbsOf(c, edition, { label: actWords.paper.title }),
    initial: () => ({}),
    fixed: async (_c, { pid }) => ({ values: { edition: pid } }),
    labels: actWords.labels,
    after: (c, edition, { pid }) => `${pathOf(c, edition, pid)}/viet`,
    view: (c, edition, state) => <PaperForm state={{ ...state, backHref: pathOf(c, edition) }} />,
  });
  app.get(`${base}/:pid/viet`, async (c) => writing(c, await writtenOf(c)));
  app.post(`${base}/:pid/viet`, save);
}

interface Shown {
  readonly entrant?: EntrantKind | null;
  readonly field?: string | null;
  readonly answers?: Written['working']['answers'];
  readonly fileError?: { readonly field: string; readonly text: string };
  readonly problem?: string;
  readonly status?: 409 | 422;
  readonly version?: number;
}

export async function writing(
  c: WebContext,
  dossier: Written,
  shown: Shown = {},
): Promise<Response> {
  const { cx, shell } = c.var;
  const { edition, working, id } = dossier;
  const files = workingFiles(await filesOfDossier(cx.db, id));
  const consents = (await consentsOf(cx.db, [id])).get(id) ?? [];
  const people = authorsIn(edition.content, working);
  const own = await mayKeep(c, edition);
  const path = writingPath(c, dossier);
  const title = words.title(nameOf(dossier));
  return shell.office(c, {
    title,
    lead: words.lead[dossier.origin === 'forwarded' ? 'forwarded' : 'paper'],
    crumbs: own
      ? crumbsOf(
          c,
          edition,
          { label: nameOf(dossier), href: dossierPath(c, dossier) },
          { label: words.title('') },
        )
      : [{ label: edition.content.name }, { label: title }],
    islands: ['ui/upload'],
    ...(shown.status === undefined ? {} : { status: shown.status, error: true }),
    before:
      shown.problem === undefined ? savedNotice(c) : <Alert tone="bad">{shown.problem}</Alert>,
    body: (
      <WritingPage
        content={edition.content}
        entrant={shown.entrant === undefined ? working.entrant : shown.entrant}
        field={shown.field === undefined ? working.field : shown.field}
        answers={shown.answers ?? working.answers}
        issues={[]}
        action={path}
        hidden={{ version: shown.version ?? dossier.version }}
        files={shownFiles(c, dossier, files)}
        filesAction={`${path}/tep`}
        uploadAddress={`${path}/gui-tep`}
        removeAction={(href) => `${path}/tep/${href.split('/').at(-1)}/bo`}
        fileError={shown.fileError ?? null}
        consents={consentLines(dossier, people, consents, cx.clock.today())}
        consentHref={dossierPath(c, dossier, 'dong-y')}
        backHref={await backOf(c, dossier, own)}
        backLabel={actWords.back.toDossier}
      />
    ),
  });
}

/** To the dossier; of one that was sent on, for those who sent it, to the one that it was made from. */
async function backOf(c: WebContext, dossier: Written, own: boolean): Promise<string> {
  const source = own ? null : await sourceOf(c.var.cx.db, dossier.id);
  return source === null
    ? dossierPath(c, dossier)
    : pathOf(c, { pid: source.editionPid }, source.pid);
}

function savedNotice(c: WebContext) {
  const { notice } = dossierOfficeWords;
  if (c.req.query('da-luu') !== undefined) return <Alert tone="ok" title={words.saved} live />;
  if (c.req.query('gui-len') !== undefined) return <Alert tone="ok" title={notice.sentOn} live />;
  return c.req.query('da-ghi-y-kien') === undefined ? undefined : (
    <Alert tone="ok" title={notice.consent} live />
  );
}

async function save(c: WebContext): Promise<Response> {
  const dossier = await writtenOf(c);
  const { values, lists } = await formOf(c);
  const { form } = dossier.edition.content;
  const entrant = entrantKinds.find((one) => one === values.entrant) ?? null;
  // Of what this kind of entrant is asked; the rest stays as it was kept.
  const asked = entrant === null ? form : fieldsFor(form, entrant);
  const answers = sentAnswers(asked, values, lists);
  const sent = {
    pid: dossier.pid,
    entrant: values.entrant ?? '',
    field: values.field ?? '',
    answers,
    version: values.version,
  };
  try {
    const outcome = await execute(c.var.cx, savePaper, sent);
    if (!outcome.ok) return writing(c, dossier, { problem: told(outcome.issues), status: 422 });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const problem = wordsOf(issue('', 'changed_meanwhile'), issueWords);
    const now = await writtenOf(c);
    return writing(c, now, { problem, status: 409 });
  }
  if (isRowAct(values.act)) return c.redirect(`${writingPath(c, dossier)}#ho-so`, 303);
  return c.redirect(
    values.act === 'nop' ? writingPath(c, dossier, 'nop') : `${writingPath(c, dossier)}?da-luu=1`,
    303,
  );
}
