import type { Hono } from 'hono';
import { albumsOf, holdsEmbed } from '../../../kernel/prose/index.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Alert, ButtonLink } from '../../../ui/index.ts';
import { PreviewBody } from '../pages/preview.tsx';
import { sectionsOf, shownOf, versionNumbered } from '../queries/index.ts';
import { mediaIn } from '../rules/index.ts';
import type { Article, PublicArticle, Version } from '../schema/index.ts';
import { shownMedia } from '../service/index.ts';
import { words } from '../vi/index.ts';
import { articlePreview } from './ports.ts';
import { below, liveOf, pathOf } from './shared.ts';

/** Versions as the public will see them, for those who may open the office. */
export function previewDoors(app: Hono<Env>): void {
  app.get('/bai-viet/:pid/xem-truoc', async (c) => {
    const article = await liveOf(c);
    return preview(c, article, await versionNumbered(c.var.cx.db, article.id, article.newest));
  });
  app.get('/bai-viet/:pid/ban/:number', async (c) => {
    const article = await liveOf(c);
    const typed = c.req.param('number');
    const number = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
    return preview(c, article, await versionNumbered(c.var.cx.db, article.id, number));
  });
}

async function preview(c: WebContext, article: Article, version: Version): Promise<Response> {
  const back = pathOf(c, article.pid);
  const notice = (
    <Alert
      tone="info"
      title={`${words.preview.note} ${words.preview.of(version.number)}, ${words.moment(version.at)}.`}
    >
      <ButtonLink kind="text" href={back}>
        {words.comparing.back}
      </ButtonLink>
    </Alert>
  );
  const asPublic = await publicOf(c, article, version);
  const show = articlePreview();
  if (show !== null) return show(c, asPublic, notice);
  const { db } = c.var.cx;
  return c.var.shell.office(c, {
    title: version.content.title,
    crumbs: below(c, article, words.preview.title),
    styles: ['prose', 'article-office'],
    islands: holdsEmbed(asPublic.body) ? ['ui/embed'] : [],
    before: notice,
    body: (
      <PreviewBody
        article={asPublic}
        shown={await shownMedia(db, asPublic.media, albumsOf(asPublic.body))}
      />
    ),
  });
}

/** A version as it would be public now. */
async function publicOf(c: WebContext, article: Article, version: Version): Promise<PublicArticle> {
  const { content } = version;
  const sections = await sectionsOf(c.var.cx.db, article.organisationId);
  const now = c.var.cx.clock.now();
  return {
    id: article.id,
    pid: article.pid,
    organisationId: article.organisationId,
    kind: article.kind,
    slug: article.slug ?? '',
    publishedAt: article.publishedAt ?? now,
    updatedAt: article.updatedAt ?? now,
    pinned: article.pinned,
    comments: article.comments,
    translations: [],
    ...shownOf(content),
    media: mediaIn(content),
    sections: [content.section, ...content.sections].flatMap(
      (pid) => sections.find((section) => section.pid === pid) ?? [],
    ),
  };
}
