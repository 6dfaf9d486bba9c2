import { execute } from '../../../../platform/command.ts';
import { inTransaction } from '../../../../platform/database/query.ts';
import { type ProseOfHtml, proseFromHtml } from '../../../../platform/documents/prose/index.ts';
import { addToAlbum, createAlbum } from '../../../media/index.ts';
import { knownOf, picturesAbout, picturesOf } from '../../queries/index.ts';
import { baseOf, fingerprintOf, type NewArticle, shortened } from '../../rules/index.ts';
import { type Around, note } from './around.ts';
import { linksNamed } from './links.ts';
import { mediaNamed } from './media.ts';
import type { SectionsHere } from './sections.ts';

const mostPictures = 500;
const GALLERY = /<figure data-gallery="(\d{1,4})"><\/figure>/g;

/** An article's words as prose, with its pictures, galleries and links as they stand here. */
export async function proseOf(
  around: Around,
  sections: SectionsHere,
  article: NewArticle,
  title: string,
): Promise<ProseOfHtml> {
  const file = around.program === 'html' ? article.originId : '';
  const base = baseOf(around.site, file);
  const html = article.html.replace(GALLERY, '<lt-gallery ids="$1"></lt-gallery>');
  const named = namedIn(html, base);
  const media = await mediaNamed(around, named.media);
  const links = await linksNamed(around, sections, named.links);
  const albums = await albumsOf(around, article, title);
  return proseFromHtml(html, {
    base,
    media: (src) => media.get(src) ?? null,
    album: ([at = '']) => albums[Number(at)] ?? null,
    link: (href) => (links.has(href) ? (links.get(href) ?? null) : href),
  });
}

/** Everything that a text refers to, as whole addresses. */
function namedIn(html: string, base: string): { media: string[]; links: string[] } {
  const media = new Set<string>();
  const links = new Set<string>();
  proseFromHtml(html, {
    base,
    media: (src) => {
      media.add(src);
      return null;
    },
    album: () => null,
    link: (href) => {
      if (/^https?:/i.test(href) && URL.canParse(href)) links.add(href);
      return href;
    },
  });
  return { media: [...media], links: [...links] };
}

/** The albums of an article's galleries, in their order; null where none of the pictures is here. */
async function albumsOf(
  around: Around,
  article: NewArticle,
  title: string,
): Promise<readonly (string | null)[]> {
  const albums: (string | null)[] = [];
  for (const [at, ids] of article.galleries.entries()) {
    const pictures = await picturesIn(around, article, ids);
    if (pictures.length > 0 && pictures.length < new Set(ids).size)
      around.problems.add('gallery_short', {}, title);
    albums.push(pictures.length === 0 ? null : await albumOf(around, article, at, title, pictures));
  }
  return albums;
}

async function picturesIn(
  around: Around,
  article: NewArticle,
  ids: readonly string[],
): Promise<string[]> {
  const { db } = around.cx;
  if (ids.length === 0) {
    const all = await picturesAbout(db, around.whose, shortened(article.originId));
    return [...new Set(all)].slice(0, mostPictures);
  }
  const known = await knownOf(
    db,
    around.whose,
    'media',
    ids.map((id) => shortened(id)),
  );
  const named = ids.flatMap((id) => known.get(shortened(id))?.pid ?? []);
  const pictures = await picturesOf(db, named);
  return [...new Set(named.filter((pid) => pictures.has(pid)))].slice(0, mostPictures);
}

async function albumOf(
  around: Around,
  article: NewArticle,
  at: number,
  title: string,
  pictures: readonly string[],
): Promise<string | null> {
  const originId = shortened(`${article.originId} ${at}`);
  const known = (await knownOf(around.cx.db, around.whose, 'album', [originId])).get(originId);
  const fingerprint = fingerprintOf(pictures);
  if (known?.fingerprint === fingerprint) return known.pid;
  return inTransaction(around.cx.db, async (db) => {
    const cx = { ...around.cx, db };
    const pid = known?.pid ?? (await newAlbum(around, cx, title));
    if (pid === null) return null;
    const added = await execute(cx, addToAlbum, { pid, media: [...pictures] });
    if (!added.ok) around.problems.add('gallery_left_out', {}, title);
    else await note(around, db, { kind: 'album', originId, pid, fingerprint });
    return pid;
  });
}

async function newAlbum(around: Around, cx: Around['cx'], title: string): Promise<string | null> {
  const said = { organisation: around.code, title, about: null, held_on: null, public: true };
  const made = await execute(cx, createAlbum, said);
  return made.ok ? made.value.pid : null;
}
