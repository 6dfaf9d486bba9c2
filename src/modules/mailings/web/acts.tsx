import type { Hono } from 'hono';
import { execute } from '../../../platform/command.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { deletionDoors } from '../../../platform/records/doors.ts';
import { ConfirmPage } from '../../../ui/index.ts';
import { paceOf } from '../queries/index.ts';
import { actIssues } from '../rules.ts';
import {
  copyMailing,
  countAgain,
  mailingDeletion,
  resumeMailing,
  sendMailing,
  stopMailing,
  testLetter,
} from '../service/index.ts';
import { mailingIssues, words } from '../vi.ts';
import { crumbsTo, liveOf, needs, pathOf, section } from './shared.tsx';

/** What is done with a mailing: try, send, stop, go on, copy, delete. */
export function actDoors(app: Hono<Env>): void {
  app.get('/hoi-vien/thu/:pid/gui', sendPage);
  app.post('/hoi-vien/thu/:pid/gui', (c) =>
    act(c, 'da-gui', async ({ pid, version }) => {
      const raw = { pid, version, site: siteOf(c) };
      settled(await execute(c.var.cx, sendMailing, raw), mailingIssues);
      return pid;
    }),
  );
  app.post('/hoi-vien/thu/:pid/gui-tiep', (c) =>
    act(c, 'gui-tiep', async ({ pid, version }) => {
      const raw = { pid, version, site: siteOf(c) };
      settled(await execute(c.var.cx, resumeMailing, raw), mailingIssues);
      return pid;
    }),
  );
  app.post('/hoi-vien/thu/:pid/gui-thu', (c) =>
    act(c, 'da-thu', async ({ pid }) => {
      settled(await execute(c.var.cx, testLetter, { pid }), mailingIssues);
      return pid;
    }),
  );
  app.post('/hoi-vien/thu/:pid/tinh-lai', (c) =>
    act(c, 'da-tinh', async ({ pid }) => {
      settled(await execute(c.var.cx, countAgain, { pid }), mailingIssues);
      return pid;
    }),
  );
  app.post('/hoi-vien/thu/:pid/sao-chep', (c) =>
    act(
      c,
      'da-chep',
      async ({ pid }) => settled(await execute(c.var.cx, copyMailing, { pid }), mailingIssues).pid,
    ),
  );
  app.post('/hoi-vien/thu/:pid/dung', async (c) => {
    const pid = c.req.param('pid');
    const { taken_back } = settled(await execute(c.var.cx, stopMailing, { pid }), mailingIssues);
    return c.redirect(`${pathOf(c, pid)}?da-dung=${taken_back}`, 303);
  });
  app.get('/hoi-vien/thu/:pid/xoa', removePage);
  deletionDoors(app, '/hoi-vien/thu', section, mailingDeletion);
}

async function act(
  c: WebContext,
  said: string,
  work: (sent: { pid: string; version: string | undefined }) => Promise<string>,
): Promise<Response> {
  const { values } = await formOf(c);
  const pid = await work({ pid: c.req.param('pid') ?? '', version: values.version });
  return c.redirect(`${pathOf(c, pid)}?${said}=1`, 303);
}

async function sendPage(c: WebContext): Promise<Response> {
  const mailing = await liveOf(c);
  needs(c);
  const back = pathOf(c, mailing.pid);
  const many = mailing.counts.send ?? 0;
  if (actIssues(mailing.state, 'send').length > 0 || many === 0) return c.redirect(back, 303);
  const { perHour } = await paceOf(c.var.cx.db);
  return c.var.shell.office(c, {
    title: words.sendTitle,
    crumbs: crumbsTo(c, { label: mailing.subject, href: back }, { label: words.sendTitle }),
    body: (
      <ConfirmPage
        question={words.sendQuestion(many, mailing.subject)}
        action={c.req.path}
        hidden={{ version: mailing.version }}
        verb={words.send}
        keepHref={back}
        keepLabel={words.keep}
        harmless
      >
        {words.sendBody(perHour, Math.ceil(many / perHour))}
      </ConfirmPage>
    ),
  });
}

async function removePage(c: WebContext): Promise<Response> {
  const mailing = await liveOf(c);
  needs(c);
  const back = pathOf(c, mailing.pid);
  if (actIssues(mailing.state, 'remove').length > 0) return c.redirect(back, 303);
  return c.var.shell.office(c, {
    title: words.removeTitle,
    crumbs: crumbsTo(c, { label: mailing.subject, href: back }, { label: words.removeTitle }),
    body: (
      <ConfirmPage
        question={words.removeQuestion(mailing.subject)}
        action={c.req.path}
        hidden={{ version: mailing.version }}
        verb={words.removeTitle}
        keepHref={back}
        keepLabel={words.removeKeep}
      >
        {words.removeBody}
      </ConfirmPage>
    ),
  });
}
