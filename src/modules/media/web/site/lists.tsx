import type { Hono } from 'hono';
import { type ListQuestion, listQuestion } from '../../../../platform/forms/list.ts';
import { withQuery } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { LibraryHome, LibraryList } from '../../pages/site.tsx';
import { coversOf, listPublicAlbums, listPublicMedia, newestOpen } from '../../queries/index.ts';
import { siteWords as words } from '../../vi/index.ts';
import {
  crumbsTo,
  libraryOf,
  openAlbumTile,
  openTile,
  type Part,
  partNames,
  partOf,
  parts,
} from './shared.ts';

const pageSize = 24;

export function listSite(app: Hono<Env>): void {
  app.get('/thu-vien', (c) => (questionOf(c, '').filtered ? found(c) : home(c)));
  app.get('/thu-vien/album', albums);
  for (const part of ['anh', 'nghe-xem'] as const)
    app.get(`/thu-vien/${part}`, (c) => partPage(c, part));
  app.get('/thu-vien/tai-lieu', (c) =>
    c.redirect(withQuery(partOf(c, 'tai-lieu'), c.req.query()), 301),
  );
}

const questionOf = (c: WebContext, path: string): ListQuestion =>
  listQuestion(libraryOf(c, path), c.req.query(), {
    filters: ['q', 'tu-khoa'],
    sorts: [],
    sort: '',
  });

export const tabsOf = (c: WebContext, current: Part | 'album' | '') => [
  { href: libraryOf(c), label: words.title, current: current === '' },
  { href: libraryOf(c, 'album'), label: words.albums, current: current === 'album' },
  ...partNames.map((part) => ({
    href: partOf(c, part),
    label: parts[part].title,
    current: current === part,
  })),
];

/** The newest of each part. */
async function home(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const { organisationId } = place;
  const { rows } = await listPublicAlbums(cx.db, { organisationId, page: 1, size: 6 });
  const covers = await coversOf(cx.db, rows, true);
  const of = async (part: Part, n: number) =>
    (await newestOpen(cx.db, organisationId, parts[part].kinds, n)).map(openTile);
  const sections = [
    {
      title: words.albums,
      link: libraryOf(c, 'album'),
      all: words.allAlbums,
      items: rows.map((row) => openAlbumTile(c, row, covers.get(row.id))),
    },
    {
      title: words.pictures,
      link: libraryOf(c, 'anh'),
      all: words.allPictures,
      items: await of('anh', 8),
    },
    {
      title: words.watch,
      link: libraryOf(c, 'nghe-xem'),
      all: words.allWatch,
      items: await of('nghe-xem', 4),
    },
    {
      title: words.documents,
      link: partOf(c, 'tai-lieu'),
      all: words.documents,
      items: await of('tai-lieu', 4),
    },
  ];
  return shell.portal(c, {
    title: words.title,
    description: words.lead(place.name),
    styles: ['media'],
    crumbs: crumbsTo(c)
      .slice(0, 1)
      .map(({ label }) => ({ label })),
    body: (
      <LibraryHome
        title={words.title}
        lead={words.lead(place.name)}
        tabs={tabsOf(c, '')}
        action={libraryOf(c)}
        sections={sections.filter(({ items }) => items.length > 0)}
      />
    ),
  });
}

/** Whatever has the words, of every part. */
async function found(c: WebContext): Promise<Response> {
  return listPage(c, '', {
    title: words.title,
    lead: words.lead(c.var.place.name),
    kinds: undefined,
  });
}

function partPage(c: WebContext, part: Part): Promise<Response> {
  const { title, lead, kinds } = parts[part];
  return listPage(c, part, { title, lead: lead(c.var.place.name), kinds });
}

interface Listed {
  readonly title: string;
  readonly lead: string;
  readonly kinds: (typeof parts)[Part]['kinds'] | undefined;
}

async function listPage(c: WebContext, part: Part | '', of: Listed): Promise<Response> {
  const { cx, place, shell } = c.var;
  const question = questionOf(c, part);
  const { rows, total } = await listPublicMedia(cx.db, {
    organisationId: place.organisationId,
    q: question.values.q ?? '',
    tag: question.values['tu-khoa'] || null,
    ...(of.kinds === undefined ? {} : { kinds: of.kinds }),
    page: question.page,
    size: pageSize,
  });
  return shell.portal(c, {
    title: of.title,
    description: of.lead,
    styles: ['media'],
    crumbs: part === '' ? [{ label: words.title }] : crumbsTo(c, { label: of.title }),
    body: (
      <LibraryList
        {...of}
        tabs={tabsOf(c, part)}
        action={libraryOf(c, part)}
        question={question}
        items={rows.map(openTile)}
        total={total}
        size={pageSize}
      />
    ),
  });
}

async function albums(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const question = questionOf(c, 'album');
  const { rows, total } = await listPublicAlbums(cx.db, {
    organisationId: place.organisationId,
    q: question.values.q ?? '',
    page: question.page,
    size: pageSize,
  });
  const covers = await coversOf(cx.db, rows, true);
  return shell.portal(c, {
    title: words.albums,
    description: words.lead(place.name),
    styles: ['media'],
    crumbs: crumbsTo(c, { label: words.albums }),
    body: (
      <LibraryList
        title={words.albums}
        lead={words.picturesLead(place.name)}
        tabs={tabsOf(c, 'album')}
        action={libraryOf(c, 'album')}
        question={question}
        items={rows.map((row) => openAlbumTile(c, row, covers.get(row.id)))}
        total={total}
        size={pageSize}
      />
    ),
  });
}
