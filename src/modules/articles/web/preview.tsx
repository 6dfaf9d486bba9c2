import type { Hono } from 'hono';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Alert, ButtonLink } from '../../../ui/index.ts';
import { sectionsOf, shownOf, translationsOf, versionNumbered } from '../queries/index.ts';
import { mediaIn } from '../rules/index.ts';
import type { Article, PublicArticle, Version } from '../schema/index.ts';
import { words } from '../vi/index.ts';
import { showPreview } from './ports.ts';
import { liveOf, pathOf } from './shared.ts';

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
  return showPreview(c, asPublic, notice);
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
    translations: await translationsOf(c.var.cx.db, article.id, content.translation_of),
    ...shownOf(content),
    media: mediaIn(content),
    sections: [content.section, ...content.sections].flatMap(
      (pid) => sections.find((section) => section.pid === pid) ?? [],
    ),
  };
}
