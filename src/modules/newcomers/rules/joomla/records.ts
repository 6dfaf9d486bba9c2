import { plainText, unescaped } from '../bytes/plain.ts';
import { timeOf } from '../bytes/times.ts';
import type { Problems } from '../problems.ts';
import type { NewArticle, Newcomer, NewMenuItem, State } from '../types.ts';
import { prepared } from './content.ts';
import type { TableRow } from './sql.ts';

/** What later rows need of earlier ones. */
export interface Known {
  /** Paths of categories by their id, for old addresses. */
  readonly paths: Map<string, string>;
}

type Maker = (
  cell: (name: string) => string,
  row: TableRow,
  known: Known,
  problems: Problems,
) => Iterable<Newcomer>;

/** The tables that are read, by their names. */
const makers: Readonly<Record<string, Maker>> = {
  content: article,
  categories: category,
  sections: section,
  contentitem_tag_map: contentTag,
  // The first row is the root of all tags.
  tags: (cell) => (cell('id') === '1' ? [] : tag(cell('id'), cell('title'), cell('alias'))),
  users: author,
  menu: menuItem,
  k2_items: k2Item,
  k2_categories: k2Category,
  k2_tags: (cell) => tag(`k2:${cell('id')}`, cell('name'), ''),
  k2_tags_xref: (cell) => tagging(`k2:${cell('itemid')}`, `k2:${cell('tagid')}`),
};

// Every installation has another word before the name: 'jos_content', 'x7k2a_content', '#__content'.
const PREFIX = /^[^_]+__?/;

const makerOf = (table: string): Maker | undefined => {
  const name = table.replace(PREFIX, '');
  return name !== table && Object.hasOwn(makers, name) ? makers[name] : undefined;
};

export const isRead = (table: string): boolean => makerOf(table) !== undefined;

/** The records that a row stands for; another table's row is none. */
export function recordsOf(row: TableRow, known: Known, problems: Problems): Iterable<Newcomer> {
  const cell = (name: string): string => row.cells.get(name)?.trim() ?? '';
  return makerOf(row.table)?.(cell, row, known, problems) ?? [];
}

const above = (id: string): string | null => (/^[1-9]\d*$/.test(id) ? id : null);

function* category(
  cell: (name: string) => string,
  row: TableRow,
  known: Known,
): Generator<Newcomer> {
  const id = cell('id');
  const late = row.cells.has('extension');
  // Before 1.6 the section stands in words for other kinds, as a number for articles.
  if (late ? cell('extension') !== 'com_content' : !/^\d+$/.test(cell('section'))) return;
  known.paths.set(id, cell('path') || cell('alias'));
  const parent = late ? cell('parent_id') : '';
  const early = above(cell('section'));
  yield {
    kind: 'section',
    originId: id,
    // The first row is the root of all trees.
    parent: late ? (parent === '1' ? null : above(parent)) : early && `section:${early}`,
    name: unescaped(cell('title') || cell('name')),
    slug: cell('alias'),
    description: plainText(cell('description')),
  };
}

function* section(cell: (name: string) => string): Generator<Newcomer> {
  if (cell('scope') !== 'content') return;
  yield {
    kind: 'section',
    originId: `section:${cell('id')}`,
    parent: null,
    name: unescaped(cell('title') || cell('name')),
    slug: cell('alias'),
    description: plainText(cell('description')),
  };
}

const states: Readonly<Record<string, State>> = {
  '1': 'published',
  '0': 'draft',
  '2': 'archived',
  '-1': 'archived',
  '-2': 'trash',
};

function pictureOf(images: string): string | null {
  try {
    const { image_intro: intro, image_fulltext: full } = JSON.parse(images) as Record<
      string,
      unknown
    >;
    const address = [full, intro].find((one) => typeof one === 'string' && one !== '') as
      | string
      | undefined;
    return address?.split('#joomlaImage')[0] ?? null;
  } catch {
    return null;
  }
}

const languageOf = (code: string): string | null => /^([a-z]{2})-/.exec(code)?.[1] ?? null;

function* article(
  cell: (name: string) => string,
  row: TableRow,
  known: Known,
  problems: Problems,
): Generator<Newcomer> {
  const id = cell('id');
  const { html, lead } = prepared(cell('introtext'), cell('fulltext'), problems, id);
  // Everybody is level 1 since 1.6, 0 before.
  const open = Number(cell('access') || '0') <= (row.cells.has('asset_id') ? 1 : 0);
  const state = states[cell('state')] ?? 'draft';
  const picture = pictureOf(cell('images'));
  const categoryId = above(cell('catid'));
  const record: NewArticle = {
    kind: 'article',
    originId: id,
    type: 'content',
    title: unescaped(cell('title')),
    slug: cell('alias'),
    html,
    lead,
    author: unescaped(cell('created_by_alias')) || above(cell('created_by')),
    sections: categoryId === null ? [] : [categoryId],
    tags: [],
    cover: picture === null ? null : { address: picture },
    galleries: [],
    state: state === 'published' && !open ? 'private' : state,
    publishedAt: timeOf(cell('publish_up'), 'gmt') ?? timeOf(cell('created'), 'gmt'),
    changedAt: timeOf(cell('modified'), 'gmt'),
    until: timeOf(cell('publish_down'), 'gmt'),
    language: languageOf(cell('language')),
    comments: false,
    pinned: cell('featured') === '1',
    reads: Number(cell('hits')) || null,
  };
  yield record;
  const to = { kind: 'article', originId: id } as const;
  const view = '/index.php?option=com_content&view=article&id=';
  const last = cell('alias') === '' ? id : `${id}-${cell('alias')}`;
  const path = known.paths.get(cell('catid'));
  yield { kind: 'redirect', from: view + id, to };
  if (cell('alias') !== '') yield { kind: 'redirect', from: `${view}${id}:${cell('alias')}`, to };
  if (path) yield { kind: 'redirect', from: `/${path}/${last}`, to };
}

function* k2Item(
  cell: (name: string) => string,
  _row: TableRow,
  _known: Known,
  problems: Problems,
): Generator<Newcomer> {
  const id = `k2:${cell('id')}`;
  const { html, lead } = prepared(cell('introtext'), cell('fulltext'), problems, id);
  const away = cell('trash') === '1';
  const open = Number(cell('access') || '0') <= 1;
  const record: NewArticle = {
    kind: 'article',
    originId: id,
    type: 'k2',
    title: unescaped(cell('title')),
    slug: cell('alias'),
    html,
    lead,
    author: unescaped(cell('created_by_alias')) || above(cell('created_by')),
    sections: [`k2:${cell('catid')}`],
    tags: [],
    cover: null,
    galleries: [],
    state: away ? 'trash' : cell('published') !== '1' ? 'draft' : open ? 'published' : 'private',
    publishedAt: timeOf(cell('publish_up'), 'gmt') ?? timeOf(cell('created'), 'gmt'),
    changedAt: timeOf(cell('modified'), 'gmt'),
    until: timeOf(cell('publish_down'), 'gmt'),
    language: languageOf(cell('language')),
    comments: false,
    pinned: cell('featured') === '1',
    reads: Number(cell('hits')) || null,
  };
  yield record;
  const view = '/index.php?option=com_k2&view=item&id=';
  const to = { kind: 'article', originId: id } as const;
  yield { kind: 'redirect', from: view + cell('id'), to };
  yield { kind: 'redirect', from: `${view}${cell('id')}:${cell('alias')}`, to };
}

function* k2Category(cell: (name: string) => string): Generator<Newcomer> {
  const parent = above(cell('parent'));
  yield {
    kind: 'section',
    originId: `k2:${cell('id')}`,
    parent: parent === null ? null : `k2:${parent}`,
    name: unescaped(cell('name')),
    slug: cell('alias'),
    description: plainText(cell('description')),
  };
}

function* tag(originId: string, name: string, slug: string): Generator<Newcomer> {
  yield { kind: 'tag', originId, name: unescaped(name), slug };
}

function* tagging(about: string, tagId: string): Generator<Newcomer> {
  yield { kind: 'tagging', about, tag: tagId };
}

function* contentTag(cell: (name: string) => string): Generator<Newcomer> {
  if (cell('type_alias') === 'com_content.article')
    yield* tagging(cell('content_item_id'), cell('tag_id'));
}

function* author(cell: (name: string) => string): Generator<Newcomer> {
  const originId = cell('id');
  yield {
    kind: 'author',
    originId,
    name: unescaped(cell('name') || cell('username')),
    email: cell('email') || null,
  };
}

function* menuItem(cell: (name: string) => string, row: TableRow): Generator<Newcomer> {
  if (cell('published') !== '1' || cell('client_id') === '1') return;
  const link = cell('link').replaceAll('&amp;', '&');
  if (cell('menutype') === '' || cell('alias') === 'root') return;
  const target = targetOf(link);
  const late = row.cells.has('parent_id');
  const parent = cell(late ? 'parent_id' : 'parent');
  const item: NewMenuItem = {
    kind: 'menu_item',
    originId: cell('id'),
    menu: cell('menutype'),
    parent: late && parent === '1' ? null : above(parent),
    place: Number(cell(row.cells.has('lft') ? 'lft' : 'ordering')) || 0,
    label: unescaped(cell('title') || cell('name')),
    target,
  };
  yield item;
  const path = cell('path');
  if (path !== '' && !('href' in target) && cell('home') !== '1')
    yield { kind: 'redirect', from: `/${path}`, to: target };
}

function targetOf(link: string): NewMenuItem['target'] {
  const query = new URLSearchParams(link.split('?')[1] ?? '');
  const id = above((query.get('id') ?? '').split(':')[0] ?? '');
  const view = query.get('view') ?? '';
  const k2 = query.get('option') === 'com_k2' ? 'k2:' : '';
  if (id !== null && (k2 !== '' || query.get('option') === 'com_content')) {
    if (view === 'article' || view === 'item') return { kind: 'article', originId: k2 + id };
    if (view === 'category') return { kind: 'section', originId: k2 + id };
    if (view === 'section') return { kind: 'section', originId: `section:${id}` };
  }
  return { href: link };
}
