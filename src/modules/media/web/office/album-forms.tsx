import type { Hono } from 'hono';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { formDoor } from '../../../../platform/records/form-door.ts';
import { AlbumForm } from '../../pages/albums.tsx';
import { createAlbum, editAlbum } from '../../service/index.ts';
import { albumLabels, words } from '../../vi/index.ts';
import { albumOf, crumbsTo, issueWords, mustManage, pathOf } from '../shared.ts';

const path = '/thu-vien/album';

/** The way to a page of an album. */
export const albumCrumbs = (c: WebContext, ...rest: readonly { label: string; href?: string }[]) =>
  crumbsTo(c, { label: words.albums, href: pathOf(c, 'album') }, ...rest);

/** The forms of an album's own words: a new one, and one that is there. */
export function albumForms(app: Hono<Env>): void {
  const shared = { words: issueWords, labels: albumLabels };
  formDoor(app, {
    ...shared,
    path: `${path}/lap`,
    command: createAlbum,
    title: () => words.createAlbum,
    open: async (c) => mustManage(c),
    crumbs: (c) => albumCrumbs(c, { label: words.createAlbum }),
    initial: () => ({ public: '1' }),
    fixed: async (c) => ({ values: { organisation: c.var.place.code } }),
    after: (c, _, { pid }) => `${pathOf(c, `album/${pid}`)}?da-lap=1`,
    view: (c, _, state) => <AlbumForm {...state} backHref={pathOf(c, 'album')} />,
  });
  formDoor(app, {
    ...shared,
    path: `${path}/:pid/sua`,
    command: editAlbum,
    title: () => words.albumEdit,
    open: async (c) => {
      mustManage(c);
      return albumOf(c);
    },
    crumbs: (c, { title, pid }) =>
      albumCrumbs(c, { label: title, href: pathOf(c, `album/${pid}`) }, { label: words.albumEdit }),
    initial: (_c, album) => ({
      title: album.title,
      about: album.about ?? '',
      held_on: album.heldOn === null ? '' : formatDate(album.heldOn),
      public: album.public ? '1' : '',
    }),
    fixed: async (_c, { pid }) => ({ values: { pid } }),
    version: (album) => album.version,
    after: (c, { pid }) => `${pathOf(c, `album/${pid}`)}?da-luu=1`,
    view: (c, { pid }, state) => <AlbumForm {...state} backHref={pathOf(c, `album/${pid}`)} />,
  });
}
