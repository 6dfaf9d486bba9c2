import { sql } from 'kysely';
import {
  albumsOf,
  mediaOf,
  type Prose,
  type ProseAlbum,
  type ProseMedia,
} from '../../../kernel/prose/index.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { renderPdf } from '../../../platform/documents/pdf/index.ts';
import { proseForTypst, typstProse } from '../../../platform/documents/prose/index.ts';
import { NotFound } from '../../../platform/errors.ts';
import { filesOf, keepMade, linkFiles, openFile } from '../../../platform/files.ts';
import { accentFor, accents } from '../../../ui/index.ts';
import { type PublicArticle, publicArticles } from '../../articles/index.ts';
import {
  albumsByPids,
  mediaByPids,
  type PaperPicture,
  pictureForPaper,
  picturesForPaper,
} from '../../media/index.ts';
import { placeOf } from '../../organisations/index.ts';
import { bulletinPublish } from '../policy.ts';
import { articlesOf, liveBulletin } from '../queries/index.ts';
import { publishIssues } from '../rules.ts';
import { type Bulletin, byVersion } from '../schema.ts';
import { issueTemplate, linesOf, paragraphsOf, titleSize } from '../sheets/index.ts';
import { issueName, paperWords } from '../vi.ts';
import { told } from './issues.ts';

const fileType = 'bulletin';
/** Pixels over the width of the paper: 150 to the inch. */
const WIDE = 1_000;

/** Sets the file of an issue, keeps it, and shows the issue to everybody. */
export const publishBulletin = command({
  name: 'bulletin.publish',
  input: byVersion,
  permission: bulletinPublish,
  load: async (cx, { pid }) => {
    const bulletin = await liveBulletin(cx, pid);
    return { bulletin, articles: await articlesOf(cx.db, bulletin.id) };
  },
  at: ({ bulletin }) => [bulletin.organisationId],
  version: ({ bulletin }) => bulletin.version,
  check: ({ bulletin: { state }, articles }) => publishIssues({ state, articles }),
  run: async (cx, { bulletin }) => {
    const now = cx.clock.now();
    const bytes = await setIssue(cx, bulletin, now);
    const name = `ban-tin-${bulletin.organisationCode}-${bulletin.year}-${bulletin.number}.pdf`;
    const file = await keepMade(cx, { name, mediaType: 'application/pdf', bytes });
    const { id, organisationId } = bulletin;
    const files = await linkFiles(cx, { type: fileType, id, organisationId }, [file.pid]);
    await sql`update bulletin set state = 'published', published_at = ${now}, version = version + 1
      where id = ${id}`.execute(cx.db);
    await sql`update bulletin_article i set title = s.title from showing_article s
      where i.bulletin_id = ${id} and s.article_id = i.article_id`.execute(cx.db);
    return told(bulletin, { published_at: { old: null, new: now }, files });
  },
});

/** The file of an issue: the one that is kept, or of a draft how it would be. @throws NotFound */
export async function paperOf(cx: Cx, bulletin: Bulletin): Promise<Buffer> {
  if (bulletin.state === 'draft') return setIssue(cx, bulletin, null);
  const [file] = (await filesOf(cx.db, fileType, [bulletin.id])).get(bulletin.id) ?? [];
  if (file === undefined) throw new NotFound('file');
  const content = await openFile(cx, file);
  try {
    return await content.read(0, content.size);
  } finally {
    await content.close();
  }
}

async function setIssue(cx: Cx, bulletin: Bulletin, at: Date | null): Promise<Buffer> {
  const files: Record<string, Uint8Array> = {};
  const stories = await storiesOf(cx, bulletin, files);
  const place = await placeOf(cx.db, bulletin.organisationCode, cx.clock.today());
  const found = accentFor(place === null || 'movedTo' in place ? 'indigo' : place.accent);
  const cover = bulletin.cover === null ? null : await pictureForPaper(cx, bulletin.cover, 1_240);
  if (cover !== null) files['bia.jpg'] = cover.bytes;
  const data = {
    union: bulletin.organisationName,
    title: bulletin.title,
    titleSize: titleSize(bulletin.title),
    name: issueName(bulletin),
    day: at === null ? '' : paperWords.published(at),
    trial: at === null ? paperWords.trial : '',
    accent: found.ok ? found.accent.base : accents.indigo.base,
    cover: cover === null ? '' : '/bia.jpg',
    coverAlt: paperWords.cover,
    editorial: paragraphsOf(bulletin.editorial),
    imprint: linesOf(bulletin.imprint),
    words: { contents: paperWords.contents, editorial: paperWords.editorial },
    stories,
  };
  return renderPdf(typstProse + issueTemplate, data, files);
}

/** Pictures of one article that are printed. */
const MOST_PICTURES = 12;

/** What stands in all articles of an issue: gathered at once, however many there are. */
async function storiesOf(cx: Cx, bulletin: Bulletin, files: Record<string, Uint8Array>) {
  const listed = await articlesOf(cx.db, bulletin.id);
  const found = await publicArticles(
    cx.db,
    listed.map(({ id }) => id),
  );
  const articles = listed.flatMap(({ id }) => found.get(id) ?? []);
  const media = articles.flatMap(({ body }) => mediaOf(body));
  const albums = articles.flatMap(({ body }) => albumsOf(body));
  const printed = articles.flatMap(({ body, cover }) => [
    ...mediaOf(body).slice(0, MOST_PICTURES),
    ...(cover === null ? [] : [cover.media]),
  ]);
  const shown = {
    media: await mediaByPids(cx.db, [...new Set(media)]),
    albums: await albumsByPids(cx.db, [...new Set(albums)]),
    pictures: await picturesForPaper(cx, [...new Set(printed)], WIDE),
  };
  return articles.map((article) => storyOf(article, shown, files));
}

interface Shown {
  readonly media: ReadonlyMap<string, ProseMedia>;
  readonly albums: ReadonlyMap<string, ProseAlbum>;
  readonly pictures: ReadonlyMap<string, PaperPicture>;
}

function storyOf(
  article: PublicArticle,
  { media, albums, pictures: drawn }: Shown,
  files: Record<string, Uint8Array>,
): object {
  const pictures = new Map<string, Uint8Array>();
  for (const pid of mediaOf(article.body).slice(0, MOST_PICTURES)) {
    const picture = drawn.get(pid);
    if (picture !== undefined) pictures.set(pid, picture.bytes);
  }
  const body = proseForTypst(article.body, { pictures, media, albums });
  Object.assign(files, body.files);
  const { cover } = article;
  const picture = cover === null ? undefined : drawn.get(cover.media);
  const name = `bai-${article.pid}.jpg`;
  if (picture !== undefined) files[name] = picture.bytes;
  return {
    section: article.sections[0]?.name ?? '',
    title: article.title,
    lead: article.lead,
    by: article.authors.map((one) => one.name).join(', '),
    cover: picture === undefined ? '' : `/${name}`,
    alt: cover?.alt ?? '',
    caption: [cover?.caption, cover?.credit].filter(Boolean).join('. '),
    wide: isWide(article.body),
    blocks: body.blocks,
  };
}

/** A table of many columns does not fit into half a page. */
const isWide = (body: Prose): boolean =>
  body.content.some(
    (block) => block.type === 'table' && (block.content[0]?.content.length ?? 0) > 2,
  );
