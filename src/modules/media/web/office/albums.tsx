import type { Hono } from 'hono';
import { vietnamDay } from '../../../../kernel/clock.ts';
import { formatDate } from '../../../../kernel/vietnamese/dates.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { listQuestion } from '../../../../platform/forms/list.ts';
import { site } from '../../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { deletionDoors, restorableUntil } from '../../../../platform/records/doors.ts';
import { offers, saidIn, sectionOf } from '../../../../platform/records/section.ts';
import {
  Alert,
  ButtonLink,
  ConfirmPage,
  DeletedRecord,
  RecordHistory,
  Toast,
  uiVi,
} from '../../../../ui/index.ts';
import { historyOf } from '../../../people/index.ts';
import { AlbumList, AlbumPage } from '../../pages/albums.tsx';
import { mediaManage } from '../../policy.ts';
import { coversOf, findAlbum, listAlbums, placedIn } from '../../queries/index.ts';
import type { AlbumRow } from '../../schema/index.ts';
import { albumDeletion } from '../../service/index.ts';
import { actionNames, fieldNames, words } from '../../vi/index.ts';
import { albumOf, crumbsTo, mustManage, pathOf } from '../shared.ts';
import { albumCrumbs, albumForms } from './album-forms.tsx';
import { LibraryTabs } from './list.tsx';
import { albumTile, mediumTile } from './tiles.tsx';

const pageSize = 48;
const path = '/thu-vien/album';
const section = sectionOf('thu-vien/album', words.albums);

export function albumDoors(app: Hono<Env>): void {
  app.get(path, listPage);
  albumForms(app);
  app.get(`${path}/:pid`, albumPage);
  app.get(`${path}/:pid/xoa`, removePage);
  deletionDoors(app, path, section, albumDeletion);
}

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const filters = { filters: ['q'], sorts: [], sort: '' };
  const question = listQuestion(pathOf(c, 'album'), c.req.query(), filters);
  const { rows, total } = await listAlbums(cx, {
    organisationId: place.organisationId,
    q: question.values.q ?? '',
    page: question.page,
    size: pageSize,
  });
  const covers = await coversOf(cx.db, rows, false);
  const removed = await findAlbum(cx, c.req.query('da-xoa') ?? '');
  const createHref = offers(c, mediaManage) ? pathOf(c, 'album/lap') : null;
  return c.var.shell.office(c, {
    title: words.albumsTitle,
    lead: words.albumsFound(total),
    styles: ['media'],
    crumbs: crumbsTo(c, { label: words.albums }),
    action:
      createHref === null ? undefined : (
        <ButtonLink kind="primary" icon="plus" href={createHref}>
          {words.createAlbum}
        </ButtonLink>
      ),
    before: (
      <>
        {removed?.deletedAt ? (
          <Toast
            text={words.albumRemoved(removed.title)}
            undo={{ action: pathOf(c, `album/${removed.pid}/khoi-phuc`) }}
          />
        ) : null}
        <LibraryTabs c={c} current="albums" />
      </>
    ),
    body: (
      <AlbumList
        question={question}
        path={pathOf(c, 'album')}
        items={rows.map((row) => albumTile(c, row, covers.get(row.id)))}
        total={total}
        size={pageSize}
        createHref={createHref}
      />
    ),
  });
}

const historyWords = { actions: actionNames, fields: fieldNames };

async function albumPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const album = await findAlbum(cx, c.req.param('pid') ?? '');
  if (album === null || album.organisationId !== place.organisationId) throw new NotFound('album');
  if (album.deletedAt !== null) return deletedPage(c, album, album.deletedAt);
  const media = await placedIn(cx.db, [album.id], { open: false });
  const own = pathOf(c, `album/${album.pid}`);
  const writer = offers(c, mediaManage);
  return c.var.shell.office(c, {
    title: album.title,
    lead: [words.albumCount(album.count), album.heldOn === null ? null : formatDate(album.heldOn)]
      .filter(Boolean)
      .join(' · '),
    styles: ['media'],
    crumbs: albumCrumbs(c, { label: album.title }),
    action: writer ? (
      <ButtonLink kind="primary" icon="plus" href={`${own}/chon`}>
        {words.chooseFor}
      </ButtonLink>
    ) : undefined,
    before: noticeOf(c),
    body: (
      <AlbumPage
        about={album.about}
        isPublic={album.public}
        items={media.map((one) => ({
          ...mediumTile(c, one),
          title: one.albumCaption ?? one.title,
        }))}
        publicHref={
          album.public && album.count > 0 ? site(place.code, `thu-vien/${album.pid}`) : null
        }
        own={writer ? own : null}
        uploadHref={pathOf(c, `them?album=${album.pid}`)}
        listHref={pathOf(c, 'album')}
      />
    ),
    aside: (
      <RecordHistory
        items={await historyOf(cx.db, { type: 'album', id: album.id }, historyWords)}
      />
    ),
  });
}

function noticeOf(c: WebContext) {
  const title = saidIn(c, {
    'da-lap': words.albumCreated,
    'da-luu': words.albumSaved,
    'da-khoi-phuc': words.restored,
    'da-xep': words.arranged,
    'da-dua': words.putInDone(Number(c.req.query('da-dua')) || 0),
  });
  return title === undefined ? undefined : <Alert tone="ok" title={title} live />;
}

function deletedPage(
  c: WebContext,
  album: AlbumRow,
  deletedAt: Date,
): Response | Promise<Response> {
  const until = restorableUntil(c, deletedAt, mediaManage);
  return c.var.shell.office(c, {
    title: album.title,
    crumbs: albumCrumbs(c, { label: album.title }),
    body: (
      <DeletedRecord
        text={uiVi.record.deletedOn(formatDate(vietnamDay(deletedAt)), formatDate(until))}
        restoreAction={pathOf(c, `album/${album.pid}/khoi-phuc`)}
        listHref={pathOf(c, 'album')}
      />
    ),
  });
}

async function removePage(c: WebContext): Promise<Response> {
  mustManage(c);
  const album = await albumOf(c);
  const own = pathOf(c, `album/${album.pid}`);
  return c.var.shell.office(c, {
    title: words.albumRemove,
    crumbs: albumCrumbs(c, { label: album.title, href: own }, { label: words.albumRemove }),
    body: (
      <ConfirmPage
        question={words.albumRemoveQuestion(album.title)}
        action={c.req.path}
        hidden={{ version: album.version }}
        verb={words.albumRemove}
        keepHref={own}
        keepLabel={words.albumKeep}
      >
        {words.albumRemoveBody}
      </ConfirmPage>
    ),
  });
}
