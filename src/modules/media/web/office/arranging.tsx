import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { listQuestion } from '../../../../platform/forms/list.ts';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { withQuery } from '../../../../platform/http/addresses.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { ArrangeAlbum, ChooseMedia } from '../../pages/arranging.tsx';
import { listMedia, placedIn } from '../../queries/index.ts';
import { ordered } from '../../rules/index.ts';
import type { AlbumRow } from '../../schema/index.ts';
import { addToAlbum, arrangeAlbum } from '../../service/index.ts';
import { words } from '../../vi/index.ts';
import { shownInOffice } from '../field.ts';
import { albumOf, crumbsTo, issueWords, mustManage, pathOf } from '../shared.ts';

const path = '/thu-vien/album/:pid';
const pageSize = 48;

/** Putting media into an album, and their order: both by plain forms. */
export function arrangeDoors(app: Hono<Env>): void {
  app.get(`${path}/xep`, async (c) => arrangePage(c, await own(c), {}, []));
  app.post(`${path}/xep`, arrangeSent);
  app.get(`${path}/chon`, async (c) => choosePage(c, await own(c), []));
  app.post(`${path}/chon`, chosen);
}

async function own(c: WebContext): Promise<AlbumRow> {
  mustManage(c);
  return albumOf(c);
}

const crumbsOf = (c: WebContext, album: AlbumRow, label: string) =>
  crumbsTo(
    c,
    { label: words.albums, href: pathOf(c, 'album') },
    { label: album.title, href: pathOf(c, `album/${album.pid}`) },
    { label },
  );

type Values = Readonly<Record<string, string>>;

const captionField = (pid: string): string => `caption.${pid}`;

async function arrangePage(
  c: WebContext,
  album: AlbumRow,
  typed: Values,
  issues: readonly Issue[],
  status: 409 | 422 = 422,
): Promise<Response> {
  const media = await placedIn(c.var.cx.db, [album.id], { open: false });
  const bad = issues.length > 0;
  const cover = typed.cover ?? album.cover ?? '';
  const errors = new Map(issues.map((one) => [one.path, wordsOf(one, issueWords)]));
  const titles = new Map(media.map(({ pid, title }) => [captionField(pid), title]));
  const told = (path: string, text: string) => {
    const title = titles.get(path);
    return title === undefined ? { field: '', text } : { field: path, text: `${title}: ${text}` };
  };
  return c.var.shell.office(c, {
    title: words.arrangeTitle(album.title),
    lead: words.arrangeLead,
    styles: ['media'],
    crumbs: crumbsOf(c, album, words.arrange),
    ...(bad ? { status, error: true } : {}),
    body: (
      <ArrangeAlbum
        action={pathOf(c, `album/${album.pid}/xep`)}
        hidden={{
          version: typed.version ?? album.version,
          order: media.map(({ pid }) => pid).join(' '),
        }}
        problems={[...errors].map(([path, text]) => told(path, text))}
        rows={media.map((one, index) => ({
          pid: one.pid,
          title: one.title,
          media: shownInOffice(one),
          place: typed[`place.${one.pid}`] ?? String(index + 1),
          caption: typed[captionField(one.pid)] ?? one.albumCaption ?? '',
          error: errors.get(captionField(one.pid)),
          off: typed[`off.${one.pid}`] === '1',
          cover: one.pid === cover,
        }))}
        backHref={pathOf(c, `album/${album.pid}`)}
      />
    ),
  });
}

async function arrangeSent(c: WebContext): Promise<Response> {
  const album = await own(c);
  const { values } = await formOf(c);
  const pids = (values.order ?? '').split(' ').filter(Boolean);
  const kept = pids.filter((pid) => values[`off.${pid}`] !== '1');
  const places = new Map(
    ordered(pids.map((pid) => ({ pid, typed: values[`place.${pid}`] ?? '' }))).map(
      ({ pid }, at) => [pid, at],
    ),
  );
  const items = kept
    .toSorted((a, b) => places.get(a)! - places.get(b)!)
    .map((media) => ({ media, caption: values[captionField(media)] ?? '' }));
  // The command counts them in their new order; the form names them.
  const ofForm = (one: Issue): Issue => {
    const at = /^items\.(\d+)\.caption$/.exec(one.path)?.[1];
    return at === undefined ? one : { ...one, path: captionField(items[Number(at)]!.media) };
  };
  // The cover that is taken off is no cover any more.
  const cover = kept.includes(values.cover ?? '') ? values.cover : '';
  try {
    const input = { pid: album.pid, items, cover, version: values.version };
    const outcome = await execute(c.var.cx, arrangeAlbum, input);
    if (!outcome.ok) return arrangePage(c, album, values, outcome.issues.map(ofForm));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const now = { ...values, version: String(error.version) };
    return arrangePage(c, album, now, [issue('', 'changed_meanwhile')], 409);
  }
  return c.redirect(`${pathOf(c, `album/${album.pid}`)}?da-xep=1`, 303);
}

async function choosePage(
  c: WebContext,
  album: AlbumRow,
  issues: readonly Issue[],
  ticked: readonly string[] = [],
): Promise<Response> {
  const { cx, place } = c.var;
  const address = pathOf(c, `album/${album.pid}/chon`);
  const question = listQuestion(address, c.req.query(), { filters: ['q'], sorts: [], sort: '' });
  const { rows, total } = await listMedia(cx, {
    organisationId: place.organisationId,
    kinds: ['picture', 'video', 'audio'],
    q: question.values.q ?? '',
    page: question.page,
    size: pageSize,
  });
  const inside = new Set(
    (await placedIn(cx.db, [album.id], { open: false })).map(({ pid }) => pid),
  );
  const bad = issues.length > 0;
  return c.var.shell.office(c, {
    title: words.chooseFor,
    lead: words.chooseForLead,
    styles: ['media'],
    crumbs: crumbsOf(c, album, words.chooseFor),
    ...(bad ? { status: 422, error: true } : {}),
    body: (
      <ChooseMedia
        question={question}
        address={address}
        action={question.pageHref(question.page)}
        problem={bad ? issues.map((one) => wordsOf(one, issueWords)).join(' ') : null}
        options={rows.map((row) => ({
          pid: row.pid,
          title: row.title,
          media: shownInOffice(row),
          inside: inside.has(row.pid),
          ticked: ticked.includes(row.pid),
        }))}
        total={total}
        size={pageSize}
        backHref={pathOf(c, `album/${album.pid}`)}
      />
    ),
  });
}

async function chosen(c: WebContext): Promise<Response> {
  const album = await own(c);
  const { lists } = await formOf(c);
  const media = lists.media ?? [];
  if (media.length === 0) return choosePage(c, album, [issue('media', 'nothing_chosen')]);
  const outcome = await execute(c.var.cx, addToAlbum, { pid: album.pid, media });
  if (!outcome.ok) return choosePage(c, album, outcome.issues, media);
  return c.redirect(withQuery(pathOf(c, `album/${album.pid}`), { 'da-dua': media.length }), 303);
}
