import type { Hono } from 'hono';
import { albumsOf } from '../../../kernel/prose/index.ts';
import { execute } from '../../../platform/command.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { offers } from '../../../platform/records/section.ts';
import { ComparePage } from '../pages/compare.tsx';
import { articleWrite } from '../policy.ts';
import { sectionsOf, versionNumbered, versionsOf } from '../queries/index.ts';
import { compare, mediaIn } from '../rules/index.ts';
import type { Version } from '../schema/index.ts';
import { restoreVersion, shownMedia } from '../service/index.ts';
import { articleIssues, words } from '../vi/index.ts';
import { below, liveOf, pathOf } from './shared.ts';

export function compareDoors(app: Hono<Env>): void {
  app.get('/bai-viet/:pid/so-sanh', comparePage);
  app.post('/bai-viet/:pid/ban/:number/lay-lai', async (c) => {
    const { pid } = await liveOf(c);
    const { values } = await formOf(c);
    const raw = { pid, number: c.req.param('number'), version: values.version };
    settled(await execute(c.var.cx, restoreVersion, raw), articleIssues);
    return c.redirect(`${pathOf(c, pid)}?da-lay-lai=1`, 303);
  });
}

const numberIn = (typed: string | undefined, otherwise: number): number =>
  typed !== undefined && /^\d{1,6}$/.test(typed) ? Number(typed) : otherwise;

async function comparePage(c: WebContext): Promise<Response> {
  const article = await liveOf(c);
  const { db } = c.var.cx;
  const now = numberIn(c.req.query('moi'), article.newest);
  const old = numberIn(c.req.query('cu'), Math.max(1, now - 1));
  const [one, two] = [
    await versionNumbered(db, article.id, old),
    await versionNumbered(db, article.id, now),
  ];
  const title = words.comparing.title;
  return c.var.shell.office(c, {
    title,
    lead: words.comparing.lead(old, now),
    crumbs: below(c, article, title),
    styles: ['article-office'],
    body: (
      <ComparePage
        compared={compare(one.content, two.content)}
        titles={await titlesOf(c, [one, two])}
        versions={await versionsOf(db, article.id)}
        old={old}
        now={now}
        newest={article.newest}
        version={article.version}
        path={pathOf(c, article.pid)}
        mayRestore={offers(c, articleWrite)}
      />
    ),
  });
}

/** What sections, pictures and files of the versions are called, by pid. */
async function titlesOf(c: WebContext, versions: readonly Version[]): Promise<Map<string, string>> {
  const { cx, place } = c.var;
  const contents = versions.map(({ content }) => content);
  const { media, albums } = await shownMedia(
    cx.db,
    contents.flatMap(mediaIn),
    contents.flatMap(({ body }) => albumsOf(body)),
  );
  const sections = await sectionsOf(cx.db, place.organisationId);
  return new Map([
    ...[...media.values(), ...albums.values()].map(({ pid, title }) => [pid, title] as const),
    ...sections.map(({ pid, name }) => [pid, name] as const),
  ]);
}
