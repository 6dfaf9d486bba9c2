import type { Hono } from 'hono';
import { type Cx, execute, type Outcome } from '../../../platform/command.ts';
import { returnedForm } from '../../../platform/forms/returned.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import type { Permission } from '../../../platform/policy.ts';
import { deletionDoors } from '../../../platform/records/doors.ts';
import { formDoor } from '../../../platform/records/form-door.ts';
import {
  ActForm,
  Alert,
  ConfirmPage,
  DateInput,
  fieldOf,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { articleApprove, articlePublish, articleWrite } from '../policy.ts';
import type { Article } from '../schema/index.ts';
import {
  approveArticle,
  articleDeletion,
  completeness,
  discardChange,
  editArticle,
  placeArticle,
  publishArticle,
  returnArticle,
  scheduleArticle,
  submitArticle,
  unscheduleArticle,
  withdrawArticle,
} from '../service/index.ts';
import { articleIssues, labels, words } from '../vi/index.ts';
import { articlePage } from './one.tsx';
import { below, liveOf, needs, own, pathOf } from './shared.ts';

/** What is done with an article, besides writing it. */
export function actDoors(app: Hono<Env>): void {
  at(app, 'gui', 'da-gui', (cx, raw) => execute(cx, submitArticle, raw));
  at(app, 'bien-tap', 'da-bien-tap', (cx, raw) => execute(cx, editArticle, raw));
  at(app, 'duyet', 'da-duyet', (cx, raw) => execute(cx, approveArticle, raw));
  at(app, 'bo-hen', 'da-bo-hen', (cx, raw) => execute(cx, unscheduleArticle, raw));
  at(app, 'bo-sua', 'da-bo-sua', (cx, raw) => execute(cx, discardChange, raw));
  at(app, 'dang', 'da-dang', (cx, raw) => execute(cx, publishArticle, raw));
  app.get('/bai-viet/:pid/dang', publishPage);
  app.post('/bai-viet/:pid/vi-tri', place);
  reasonDoors(app);
  scheduleDoor(app);
  app.get('/bai-viet/:pid/xoa', removePage);
  deletionDoors(app, '/bai-viet', own, articleDeletion);
}

type Act = (cx: Cx, raw: unknown) => Promise<Outcome<unknown>>;

/** A button: what it does, and what the page says then. */
function at(app: Hono<Env>, door: string, said: string, act: Act): void {
  app.post(`/bai-viet/:pid/${door}`, async (c) => {
    const { pid } = await liveOf(c);
    const { values } = await formOf(c);
    settled(await act(c.var.cx, { pid, version: values.version }), articleIssues);
    return c.redirect(`${pathOf(c, pid)}?${said}=1`, 303);
  });
}

async function publishPage(c: WebContext): Promise<Response> {
  const article = await liveOf(c);
  needs(c, articlePublish);
  const back = pathOf(c, article.pid);
  const say = words.publishing;
  if ((await completeness(c.var.cx, article)).length > 0) return c.redirect(back, 303);
  const again = article.liveVersion !== null;
  return c.var.shell.office(c, {
    title: say.title,
    crumbs: below(c, article, say.title),
    body: (
      <ConfirmPage
        question={again ? say.again(article.title) : say.question(article.title)}
        action={c.req.path}
        hidden={{ version: article.version }}
        verb={say.verb}
        keepHref={back}
        keepLabel={say.keep}
        harmless
      >
        {again ? say.againBody : say.body}
      </ConfirmPage>
    ),
  });
}

async function place(c: WebContext): Promise<Response> {
  const article = await liveOf(c);
  needs(c, articlePublish);
  const { values } = await formOf(c);
  const { pinned, comments, until, version } = values;
  const raw = { pid: article.pid, version, pinned, comments, until };
  const outcome = await execute(c.var.cx, placeArticle, raw);
  if (outcome.ok) return c.redirect(`${pathOf(c, article.pid)}?da-dat=1`, 303);
  return articlePage(c, article, returnedForm(values, outcome.issues, articleIssues, labels));
}

async function subject(c: WebContext, wanted: Permission): Promise<Article> {
  needs(c, wanted);
  return liveOf(c);
}

function reasonDoors(app: Hono<Env>): void {
  for (const [door, command, say, wanted, said] of [
    ['tra-lai', returnArticle, words.returning, articleApprove, 'da-tra-lai'],
    ['go', withdrawArticle, words.withdrawing, articlePublish, 'da-go'],
  ] as const)
    formDoor(app, {
      path: `/bai-viet/:pid/${door}`,
      words: articleIssues,
      command,
      labels,
      title: () => say.title,
      open: (c) => subject(c, wanted),
      crumbs: (c, article) => below(c, article, say.title),
      initial: () => ({}),
      fixed: async (_c, { pid }) => ({ values: { pid } }),
      version: ({ version }) => version,
      after: (c, { pid }) => `${pathOf(c, pid)}?${said}=1`,
      view: (c, article, door) => {
        const state = { ...door, backHref: pathOf(c, article.pid) };
        return (
          <ActForm
            state={state}
            help={say.help(article.title)}
            verb={say.verb}
            danger={command === withdrawArticle}
          >
            <TextArea
              {...fieldOf(state)('reason', labels.reason ?? '')}
              help={'reasonHelp' in say ? say.reasonHelp : undefined}
              rows={4}
            />
          </ActForm>
        );
      },
    });
}

function scheduleDoor(app: Hono<Env>): void {
  const say = words.scheduling;
  formDoor(app, {
    path: '/bai-viet/:pid/hen-gio',
    words: articleIssues,
    command: scheduleArticle,
    labels,
    title: () => say.title,
    open: (c) => subject(c, articlePublish),
    crumbs: (c, article) => below(c, article, say.title),
    initial: () => ({}),
    fixed: async (_c, { pid }) => ({ values: { pid } }),
    version: ({ version }) => version,
    after: (c, { pid }) => `${pathOf(c, pid)}?da-hen=1`,
    view: async (c, article, door) => {
      const state = { ...door, backHref: pathOf(c, article.pid) };
      const whole = (await completeness(c.var.cx, article)).length === 0;
      return (
        <>
          {whole ? null : <Alert tone="warn" title={words.publishing.notYet} />}
          <ActForm state={state} help={say.help(article.title)} verb={say.verb}>
            <DateInput {...fieldOf(state)('on', labels.on ?? '')} />
            <TextInput
              {...fieldOf(state)('time', labels.time ?? '')}
              help={say.timeHelp}
              width="xs"
            />
          </ActForm>
        </>
      );
    },
  });
}

async function removePage(c: WebContext): Promise<Response> {
  const article = await liveOf(c);
  needs(c, articleWrite);
  const back = pathOf(c, article.pid);
  const say = words.removing;
  if (article.liveVersion !== null) return c.redirect(back, 303);
  return c.var.shell.office(c, {
    title: say.title,
    crumbs: below(c, article, say.title),
    body: (
      <ConfirmPage
        question={say.question(article.title)}
        action={c.req.path}
        hidden={{ version: article.version }}
        verb={say.verb}
        keepHref={back}
        keepLabel={say.keep}
      >
        {say.body}
      </ConfirmPage>
    ),
  });
}
