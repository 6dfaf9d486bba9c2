import { pathOf, plainText, unescaped } from '../bytes/plain.ts';
import { feedTime, timeOf } from '../bytes/times.ts';
import type { Problems } from '../problems.ts';
import type {
  Named,
  NewArticle,
  NewComment,
  Newcomer,
  NewMedia,
  NewMenuItem,
  State,
} from '../types.ts';
import { prepared } from './content.ts';
import { type Fields, isTechnical } from './parts.ts';

/** What later items need of earlier ones: ids of terms and the types of items that were met. */
export interface Seen {
  /** Slugs of sections and tags by the number of their term. */
  readonly terms: Map<string, string>;
  readonly ids: Set<string>;
  readonly named: Set<string>;
}

const at = (fields: Fields, name: string): string => fields.text.get(name)?.trim() ?? '';
const metaOf = (fields: Fields, name: string): string => fields.meta.get(name)?.[0]?.trim() ?? '';

function stateOf(fields: Fields): State {
  const status = at(fields, 'wp:status');
  if (status === 'trash' || status === 'private') return status;
  if (status === 'future') return 'scheduled';
  if (status !== 'publish') return 'draft';
  return at(fields, 'wp:post_password') === '' ? 'published' : 'protected';
}

function publishedOf(fields: Fields): string | null {
  return (
    timeOf(at(fields, 'wp:post_date_gmt'), 'gmt') ??
    timeOf(at(fields, 'wp:post_date'), 'local') ??
    feedTime(at(fields, 'pubDate'))
  );
}

/** All records that one item of the file stands for. */
export function* recordsOf(fields: Fields, seen: Seen, problems: Problems): Generator<Newcomer> {
  const id = at(fields, 'wp:post_id');
  const type = at(fields, 'wp:post_type') || 'post';
  if (id === '' || seen.ids.has(id)) return;
  seen.ids.add(id);
  if (type === 'attachment') yield* mediumOf(id, fields);
  else if (type === 'nav_menu_item') yield* menuItemOf(id, fields, seen, problems);
  else if (isTechnical(type) || at(fields, 'wp:status') === 'auto-draft')
    problems.add('skipped_type', { type });
  else yield* articleOf(id, type, fields, seen, problems);
}

function* mediumOf(id: string, fields: Fields): Generator<Newcomer> {
  const address = at(fields, 'wp:attachment_url') || at(fields, 'guid');
  const attached = metaOf(fields, '_wp_attached_file');
  const uploaded = /\/(?:wp-content\/uploads|files)\/(.+)$/.exec(address)?.[1] ?? null;
  const medium: NewMedia = {
    kind: 'media',
    originId: id,
    title: unescaped(at(fields, 'title')),
    address,
    file: attached !== '' && !/^https?:/.test(attached) ? attached : safelyDecoded(uploaded),
    alt: unescaped(metaOf(fields, '_wp_attachment_image_alt')),
    caption: plainText(at(fields, 'excerpt:encoded')),
    parent: numberOf(at(fields, 'wp:post_parent')),
    at: publishedOf(fields),
  };
  yield medium;
  const to: Named = { kind: 'media', originId: id };
  yield* redirects([address, at(fields, 'link')], to);
}

const numberOf = (text: string): string | null => (/^[1-9]\d*$/.test(text) ? text : null);

function safelyDecoded(path: string | null): string | null {
  try {
    return path === null ? null : decodeURIComponent(path);
  } catch {
    return path;
  }
}

function* redirects(addresses: readonly string[], to: Named): Generator<Newcomer> {
  const paths = new Set(addresses.map((address) => (address === '' ? null : pathOf(address))));
  for (const from of paths) if (from !== null) yield { kind: 'redirect', from, to };
}

function* articleOf(
  id: string,
  type: string,
  fields: Fields,
  seen: Seen,
  problems: Problems,
): Generator<Newcomer> {
  const kind = type === 'page' ? 'page' : 'article';
  if (type !== 'page' && type !== 'post') problems.add('other_type', { type }, id);
  const state = stateOf(fields);
  const { html, before, galleries } = prepared(at(fields, 'content:encoded'), problems, id);
  const of = (domain: string) => fields.categories.filter((term) => term.domain === domain);
  for (const term of fields.categories) yield* termOf(term, seen);
  const cover = metaOf(fields, '_thumbnail_id');
  const link = at(fields, 'link');
  const slug = at(fields, 'wp:post_name');
  const article: NewArticle = {
    kind,
    originId: id,
    type,
    title: unescaped(at(fields, 'title')),
    slug: safelyDecoded(slug) ?? '',
    html,
    lead: plainText(at(fields, 'excerpt:encoded')) || before,
    author: at(fields, 'dc:creator') || null,
    sections: of('category').map((term) => term.nicename),
    tags: of('post_tag').map((term) => term.nicename),
    cover: /^[1-9]\d*$/.test(cover) ? { originId: cover } : null,
    galleries,
    state,
    publishedAt: state === 'draft' || state === 'trash' ? null : publishedOf(fields),
    changedAt: timeOf(at(fields, 'wp:post_modified_gmt'), 'gmt'),
    until: null,
    language: null,
    comments: at(fields, 'wp:comment_status') === 'open',
    pinned: at(fields, 'wp:is_sticky') === '1',
    reads: null,
  };
  yield article;
  const to: Named = { kind, originId: id };
  const olds = (fields.meta.get('_wp_old_slug') ?? []).flatMap((old) =>
    slug !== '' && link.includes(`/${slug}`) ? [link.replace(`/${slug}`, `/${old}`)] : [],
  );
  yield* redirects([link, ...olds, `/?${kind === 'page' ? 'page_id' : 'p'}=${id}`], to);
  for (const comment of fields.comments) yield* commentOf(id, comment, problems);
  if (fields.more > 0) problems.add('too_many_comments', { article: id, left: fields.more });
}

/** A section or tag that an item names and the head of the file did not. */
function* termOf(
  { domain, nicename, name }: Fields['categories'][number],
  seen: Seen,
): Generator<Newcomer> {
  if (nicename === '' || (domain !== 'category' && domain !== 'post_tag')) return;
  if (seen.named.has(`${domain} ${nicename}`)) return;
  seen.named.add(`${domain} ${nicename}`);
  const words = { originId: nicename, slug: nicename, name: unescaped(name.trim()) };
  if (domain === 'post_tag') yield { kind: 'tag', ...words };
  else yield { kind: 'section', ...words, parent: null, description: '' };
}

const commentStates: Readonly<Record<string, NewComment['state']>> = {
  '1': 'approved',
  approve: 'approved',
  '0': 'waiting',
  hold: 'waiting',
  spam: 'spam',
};

function* commentOf(
  about: string,
  comment: ReadonlyMap<string, string>,
  problems: Problems,
): Generator<Newcomer> {
  const value = (name: string) => comment.get(`wp:comment_${name}`)?.trim() ?? '';
  const type = value('type') || 'comment';
  if (type !== 'comment') {
    problems.add('skipped_comment', { type });
    return;
  }
  const parent = value('parent');
  const record: NewComment = {
    kind: 'comment',
    originId: value('id'),
    about,
    parent: numberOf(parent),
    name: unescaped(value('author')),
    email: value('author_email') || null,
    text: plainText(value('content').replace(/\r?\n/g, '<br>')),
    at: timeOf(value('date_gmt'), 'gmt') ?? timeOf(value('date'), 'local'),
    state: commentStates[value('approved')] ?? 'trash',
  };
  yield record;
}

function* menuItemOf(
  id: string,
  fields: Fields,
  seen: Seen,
  problems: Problems,
): Generator<Newcomer> {
  const meta = (name: string) => metaOf(fields, `_menu_item_${name}`);
  const target = targetOf(meta('type'), meta('object'), meta('object_id'), meta('url'), seen);
  const menu = fields.categories.find((term) => term.domain === 'nav_menu');
  if (target === null || menu === undefined) {
    problems.add('menu_item_lost', { title: at(fields, 'title') }, id);
    return;
  }
  const parent = meta('menu_item_parent');
  const item: NewMenuItem = {
    kind: 'menu_item',
    originId: id,
    menu: unescaped(menu.name.trim()) || menu.nicename,
    parent: numberOf(parent),
    place: Number(at(fields, 'wp:menu_order')) || 0,
    // Without a label of its own it has the title of what it leads to.
    label: unescaped(at(fields, 'title')),
    target,
  };
  yield item;
}

function targetOf(
  type: string,
  object: string,
  id: string,
  address: string,
  seen: Seen,
): NewMenuItem['target'] | null {
  if (type === 'custom') return address === '' ? null : { href: address };
  if (type === 'post_type' && id !== '')
    return { kind: object === 'page' ? 'page' : 'article', originId: id };
  const slug = type === 'taxonomy' ? seen.terms.get(id) : undefined;
  if (slug === undefined) return null;
  return { kind: object === 'post_tag' ? 'tag' : 'section', originId: slug };
}
