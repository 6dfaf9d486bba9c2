import type { Hono } from 'hono';
import type { Issue } from '../../../kernel/issue.ts';
import { execute } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { wordsOf } from '../../../platform/forms/words.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { deletionDoors } from '../../../platform/records/doors.ts';
import { offers } from '../../../platform/records/section.ts';
import { Alert, ConfirmPage } from '../../../ui/index.ts';
import { bulletinPublish } from '../policy.ts';
import { articlesOf, readersOf } from '../queries/index.ts';
import { publishIssues, sendIssues } from '../rules.ts';
import type { Bulletin } from '../schema.ts';
import {
  arrangeBulletin,
  bulletinDeletion,
  paperOf,
  publishBulletin,
  sendBulletin,
} from '../service/index.ts';
import { bulletinIssues, issueName, words } from '../vi.ts';
import { needsWriter } from './form.tsx';
import { base, bulletinOf, crumbsTo, one, pathOf, section } from './shared.ts';

/** What is done with an issue: arranged, looked at on paper, published, sent, deleted. */
export function actDoors(app: Hono<Env>): void {
  app.post(`${one}/bai`, arrange);
  app.get(`${one}/ban-in.pdf`, paper);
  app.get(`${one}/xuat-ban`, publishPage);
  app.post(`${one}/xuat-ban`, async (c) => {
    const { pid } = await bulletinOf(c);
    const { values } = await formOf(c);
    const raw = { pid, version: values.version };
    const outcome = await execute(c.var.cx, publishBulletin, raw);
    if (!outcome.ok) return publishPage(c, outcome.issues);
    return c.redirect(`${pathOf(c, pid)}?da-xuat-ban=1`, 303);
  });
  app.get(`${one}/gui`, sendPage);
  app.post(`${one}/gui`, async (c) => {
    const { pid } = await bulletinOf(c);
    const { values } = await formOf(c);
    const raw = { pid, version: values.version, site: siteOf(c) };
    settled(await execute(c.var.cx, sendBulletin, raw), bulletinIssues);
    return c.redirect(`${pathOf(c, pid)}?da-gui=1`, 303);
  });
  app.get(`${one}/xoa`, removePage);
  deletionDoors(app, base, section, bulletinDeletion);
}

async function arrange(c: WebContext): Promise<Response> {
  const { pid } = await bulletinOf(c);
  const { values } = await formOf(c);
  const { version, act, article } = values;
  settled(await execute(c.var.cx, arrangeBulletin, { pid, version, act, article }), bulletinIssues);
  return c.redirect(`${pathOf(c, pid)}?da-xep=1#${act === 'add' ? 'them' : 'bai'}`, 303);
}

async function paper(c: WebContext): Promise<Response> {
  const bulletin = await bulletinOf(c);
  return paperResponse(c, bulletin);
}

/** The file of an issue, shown in the browser. */
export async function paperResponse(c: WebContext, bulletin: Bulletin): Promise<Response> {
  const bytes = await paperOf(c.var.cx, bulletin);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="ban-tin-${bulletin.organisationCode}-${bulletin.year}-${bulletin.number}.pdf"`,
      'cache-control':
        bulletin.state === 'published' ? 'public, max-age=3600' : 'private, no-store',
    },
  });
}

function needsPublisher(c: WebContext): void {
  if (!offers(c, bulletinPublish)) throw new Forbidden(bulletinPublish.name);
}

async function publishPage(c: WebContext, refused: readonly Issue[] | unknown = []) {
  const bulletin = await bulletinOf(c);
  needsPublisher(c);
  const back = pathOf(c, bulletin.pid);
  const articles = await articlesOf(c.var.cx.db, bulletin.id);
  const issues =
    Array.isArray(refused) && refused.length > 0
      ? (refused as readonly Issue[])
      : publishIssues({ state: bulletin.state, articles });
  const name = issueName(bulletin);
  return c.var.shell.office(c, {
    title: words.publish.replace('…', ''),
    status: Array.isArray(refused) && refused.length > 0 ? 422 : 200,
    crumbs: crumbsTo(c, { label: name, href: back }, { label: words.publishVerb }),
    body:
      issues.length > 0 ? (
        <Alert tone="bad" title={words.publishQuestion(name)}>
          <ul>
            {issues.map((found) => (
              <li>{wordsOf(found, bulletinIssues)}</li>
            ))}
          </ul>
          <a href={back}>{words.keep}</a>
        </Alert>
      ) : (
        <ConfirmPage
          question={words.publishQuestion(name)}
          action={c.req.path}
          hidden={{ version: bulletin.version }}
          verb={words.publishVerb}
          keepHref={back}
          keepLabel={words.keep}
          harmless
        >
          {words.publishBody}
        </ConfirmPage>
      ),
  });
}

async function sendPage(c: WebContext): Promise<Response> {
  const bulletin = await bulletinOf(c);
  needsPublisher(c);
  const back = pathOf(c, bulletin.pid);
  const readers = await readersOf(c.var.cx.db, bulletin.organisationId);
  const issues = sendIssues(bulletin.state, bulletin.sentAt !== null, readers);
  const name = issueName(bulletin);
  return c.var.shell.office(c, {
    title: words.sendVerb,
    crumbs: crumbsTo(c, { label: name, href: back }, { label: words.sendVerb }),
    body:
      issues.length > 0 ? (
        <Alert tone="info" title={issues.map((found) => wordsOf(found, bulletinIssues)).join(' ')}>
          <a href={back}>{words.keep}</a>
        </Alert>
      ) : (
        <ConfirmPage
          question={words.sendQuestion(name, readers)}
          action={c.req.path}
          hidden={{ version: bulletin.version }}
          verb={words.sendVerb}
          keepHref={back}
          keepLabel={words.keep}
          harmless
        >
          {words.sendBody}
        </ConfirmPage>
      ),
  });
}

async function removePage(c: WebContext): Promise<Response> {
  const bulletin = await bulletinOf(c);
  needsWriter(c);
  const back = pathOf(c, bulletin.pid);
  if (bulletin.state !== 'draft') return c.redirect(back, 303);
  return c.var.shell.office(c, {
    title: words.removeTitle,
    crumbs: crumbsTo(c, { label: issueName(bulletin), href: back }, { label: words.removeTitle }),
    body: (
      <ConfirmPage
        question={words.removeQuestion(issueName(bulletin))}
        action={c.req.path}
        hidden={{ version: bulletin.version }}
        verb={words.removeTitle}
        keepHref={back}
        keepLabel={words.removeKeep}
      >
        {words.removeBody}
      </ConfirmPage>
    ),
  });
}
