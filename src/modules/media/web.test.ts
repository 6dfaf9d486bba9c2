import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import sharp from 'sharp';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { bytesOf } from '../../platform/files/testing-samples.ts';
import { type FileStore, localFileStore } from '../../platform/files.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { mediaApi } from './api/index.ts';
import { liveAlbum, liveMedium, placedIn } from './queries/index.ts';
import { addToAlbum, closePainting, drawMedium, editMedia } from './service/index.ts';
import {
  addedTo,
  anAlbum,
  aPicture,
  cxOf,
  movingGif,
  picture,
  placeAt,
  smallFederation,
  someone,
} from './testing.ts';
import { words } from './vi/index.ts';
import { mediaOffice } from './web/office/index.ts';
import { mediaSite } from './web/site/index.ts';

let database: Database;
let store: FileStore;
const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-media-'));
before(async () => {
  database = await testDatabase();
  store = localFileStore(folder);
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(async () => {
  closePainting();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Office {
  readonly cx: Cx;
  readonly ask: Ask;
}

/** Office, site and REST of `code` as somebody with `role` there meets them. */
const as =
  (role: string, code: string, work: (office: Office) => Promise<void>) => (): Promise<void> =>
    withRollback(database, async (trx) => {
      const cx = { ...(await someone(cxOf(trx), role, code)), files: store };
      const place = await placeAt(cx, code);
      const doors = { cx, place, roles: [role], files: store };
      await work({
        cx,
        ask: testDoors({ ...doors, office: mediaOffice, site: mediaSite, api: mediaApi }),
      });
    });

const jpeg = async (name = 'anh.jpg') =>
  new File([new Uint8Array(await picture(700, 500).jpeg().toBuffer())], name);
const fileOf = (bytes: Buffer, name: string) => new File([new Uint8Array(bytes)], name);
const home = '/vp/sonla/thu-vien';
const text = async (answer: Response | Promise<Response>) => (await answer).text();

describe('the door of the editor', () => {
  test(
    'takes one picture and tells what is needed to show it',
    as('editor', 'sonla', async ({ cx, ask }) => {
      const answer = await ask(
        `${home}/tai-len`,
        posted([
          ['alt', 'Đại biểu'],
          ['file', await jpeg('Đại hội.jpg')],
        ]),
      );
      assert.equal(answer.status, 201);
      const told = (await answer.json()) as Record<string, unknown>;
      assert.deepEqual(
        [told.kind, told.title, told.width, told.height, told.alt, told.same],
        ['picture', 'Đại hội', 700, 500, 'Đại biểu', false],
      );
      const shown = await ask(String(told.src));
      assert.equal(shown.headers.get('content-type'), 'image/jpeg');
      assert.equal((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).width, 700);
      assert.equal((await liveMedium(cx, String(told.pid))).listed, false);
    }),
  );

  test(
    'says in words why it does not take something',
    as('editor', 'sonla', async ({ ask }) => {
      const send = (...fields: [string, string | File][]) => ask(`${home}/tai-len`, posted(fields));
      const svg = await send(['file', fileOf(Buffer.from('<svg/>'), 'a.svg')]);
      assert.equal(svg.status, 422);
      assert.match(((await svg.json()) as { message: string }).message, /SVG.*PNG/);
      assert.equal((await send(['alt', 'x'])).status, 422);
      assert.equal((await send(['file', fileOf(Buffer.alloc(0), 'a.jpg')])).status, 422);
    }),
  );

  test(
    'is shut for who may only read',
    as('auditor', 'sonla', async ({ ask }) => {
      assert.equal((await ask(`${home}/tai-len`, posted([['file', await jpeg()]]))).status, 403);
      for (const address of ['them', 'album/lap'])
        assert.equal((await ask(`${home}/${address}`)).status, 403);
      assert.doesNotMatch(await text(ask(home)), /thu-vien\/them/);
    }),
  );

  test(
    'suggests by kind and words, albums too',
    as('clerk', 'sonla', async ({ cx, ask }) => {
      const pid = await aPicture(cx, { title: 'Đại hội' });
      await addedTo(cx, 'a.pdf', bytesOf.pdf, { title: 'Nghị quyết đại hội' });
      const album = await anAlbum(cx, 'Đại hội IX');
      const told = async (query: string) =>
        ((await (await ask(`${home}/goi-y?${query}`)).json()) as { pid: string }[]).map(
          (one) => one.pid,
        );
      assert.deepEqual(await told('loai=picture&q=dai+hoi'), [pid]);
      assert.deepEqual(await told(`loai=picture&q=${encodeURIComponent(`Đại hội (${pid})`)}`), [
        pid,
      ]);
      assert.equal((await told('loai=document,picture&q=dai+hoi')).length, 2);
      assert.deepEqual(await told('loai=album&q=dai'), [album]);
      assert.deepEqual(await told('loai=nothing'), []);
    }),
  );
});

describe('pictures and files in public', () => {
  test(
    'a picture in its sizes: the picture itself until they are made, then kept for ever',
    as('clerk', 'sonla', async ({ cx, ask }) => {
      const { pid } = await addedTo(cx, 'a.jpg', await picture(700, 500).jpeg().toBuffer());
      const get = (size: string) => ask(`/sonla/hinh/${pid}/${size}`);
      const early = await get('320.webp');
      assert.deepEqual(
        [early.headers.get('content-type'), early.headers.get('cache-control')],
        ['image/jpeg', 'public, no-cache, no-transform'],
      );
      await drawMedium({ ...cxOf(cx.db), files: store }, (await liveMedium(cx, pid)).id);
      for (const [size, format, width] of [
        ['320.webp', 'webp', 320],
        ['640.avif', 'heif', 640],
        ['700.webp', 'webp', 700],
        ['700.jpg', 'jpeg', 700],
      ] as const) {
        const answer = await get(size);
        assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
        const is = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
        assert.deepEqual([is.format, is.width, is.exif], [format, width, undefined], size);
      }
      for (const none of ['960.webp', '320.png', '700.gif', '0.jpg', 'x', '..%2f'])
        assert.equal((await get(none)).status, 404, none);
      // The file that is kept has no address of its own.
      assert.equal((await ask(`/sonla/tep/${pid}/a.jpg`)).status, 404);
    }),
  );

  test(
    'a film in parts, also from its end; what is not there is said',
    as('clerk', 'sonla', async ({ cx, ask }) => {
      const bytes = Buffer.concat([bytesOf.mp4, Buffer.from('0123456789')]);
      const { pid } = await addedTo(cx, 'Phim “đại hội”.mp4', bytes);
      const get = (headers: Record<string, string> = {}, method = 'GET') =>
        ask(`/sonla/tep/${pid}/phim.mp4`, { headers, method });
      const whole = await get();
      assert.equal(whole.status, 200);
      assert.deepEqual(Buffer.from(await whole.arrayBuffer()), bytes);
      assert.equal(whole.headers.get('accept-ranges'), 'bytes');
      assert.match(
        whole.headers.get('content-disposition') ?? '',
        /^inline; filename="[\w.-]+"; filename\*=UTF-8''Phim/,
      );
      const part = await get({ range: `bytes=${bytes.length - 10}-${bytes.length - 8}` });
      assert.deepEqual([part.status, await part.text()], [206, '012']);
      assert.equal(
        part.headers.get('content-range'),
        `bytes ${bytes.length - 10}-${bytes.length - 8}/${bytes.length}`,
      );
      assert.equal(part.headers.get('content-length'), '3');
      assert.equal(await text(get({ range: 'bytes=-2' })), '89');
      const beyond = await get({ range: 'bytes=9999-' });
      assert.deepEqual(
        [beyond.status, beyond.headers.get('content-range')],
        [416, `bytes */${bytes.length}`],
      );
      const etag = whole.headers.get('etag') ?? '';
      assert.equal((await get({ 'if-none-match': etag })).status, 304);
      assert.equal((await get({ 'if-range': '"other"', range: 'bytes=0-1' })).status, 200);
      assert.equal((await get({ 'if-range': etag, range: 'bytes=0-1' })).status, 206);
      assert.equal((await get({}, 'HEAD')).headers.get('content-length'), String(bytes.length));
    }),
  );

  test(
    'a document is taken away, never opened in place',
    as('clerk', 'sonla', async ({ cx, ask }) => {
      const { pid } = await addedTo(cx, 'x\r\nSet-Cookie: a=b".pdf', bytesOf.pdf);
      const { headers } = await ask(`/sonla/tep/${pid}/x`);
      assert.match(
        headers.get('content-disposition') ?? '',
        /^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/,
      );
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.match(headers.get('content-security-policy') ?? '', /sandbox/);
      assert.equal(headers.get('set-cookie'), null);
    }),
  );

  test(
    'what is withdrawn or another union’s is not there; the office still sees its own',
    as('clerk', 'sonla', async ({ cx, ask }) => {
      const pid = await aPicture(cx, { listed: true, title: 'Ẩn' });
      const album = await anAlbum(cx);
      await execute(cx, addToAlbum, { pid: album, media: [pid] });
      const open = [
        `hinh/${pid}/320.webp`,
        `thu-vien/anh/${pid}`,
        `thu-vien/${album}/${pid}`,
        `thu-vien/${album}`,
      ];
      for (const address of open)
        assert.equal((await ask(`/sonla/${address}`)).status, 200, address);
      await execute(cx, editMedia, { pid, title: 'Ẩn', public: '' });
      for (const address of open.slice(0, 3))
        assert.equal((await ask(`/sonla/${address}`)).status, 404, address);
      for (const address of [
        'thu-vien',
        'thu-vien/anh',
        'thu-vien/album',
        `thu-vien/${album}`,
        'thu-vien?q=an',
      ])
        assert.doesNotMatch(
          await text(ask(`/sonla/${address}`)),
          new RegExp(`>Ẩn<|${pid}`),
          address,
        );
      assert.match(
        await text(ask(`${home}/${pid}`)),
        new RegExp(`/vp/sonla/thu-vien/${pid}/hinh/400.jpg`),
      );
      assert.equal((await ask(`${home}/${pid}/hinh/400.jpg`)).status, 200);
      const foreign = await addedTo(
        { ...cxOf(cx.db), files: store },
        'b.jpg',
        await picture().jpeg().toBuffer(),
        { organisation: 'laichau' },
      );
      assert.equal((await ask(`/sonla/hinh/${foreign.pid}/320.webp`)).status, 404);
      for (const address of ['', '/sua', '/xoa', '/hinh/400.jpg', '/tai-ve'])
        assert.equal((await ask(`${home}/${foreign.pid}${address}`)).status, 404, address);
    }),
  );
});

describe('the pages of the office', () => {
  test(
    'several files at once: what is bad is told, the rest is taken in',
    as('clerk', 'sonla', async ({ ask }) => {
      const answer = await ask(
        `${home}/them`,
        posted([
          ['files', await jpeg('một.jpg')],
          ['files', fileOf(Buffer.from('<svg/>'), 'hai.svg')],
          ['files', fileOf(bytesOf.pdf, 'ba.pdf')],
          ['listed', '1'],
        ]),
      );
      assert.equal(answer.status, 422);
      const page = await answer.text();
      assert.match(page, /hai\.svg: Tệp SVG/);
      assert.match(page, /Đã thêm 2 tệp/);
      const list = await text(ask(home));
      assert.match(list, />một<\/span>/);
      assert.match(list, /Thư viện có 2 mục/);
      const none = await ask(`${home}/them`, posted([['listed', '1']]));
      assert.equal(none.status, 422);
      const one = await ask(`${home}/them`, posted([['files', await jpeg('bốn.jpg')]]));
      assert.match(one.headers.get('location') ?? '', /\/sua\?da-them=1$/);
    }),
  );

  test(
    'pictures straight into an album; a film in a form, without script',
    as('clerk', 'sonla', async ({ cx, ask }) => {
      const album = await anAlbum(cx);
      const sent = await ask(
        `${home}/them`,
        posted([
          ['album', album],
          ['files', await jpeg()],
          ['files', fileOf(await movingGif(), 'b.gif')],
        ]),
      );
      assert.match(sent.headers.get('location') ?? '', new RegExp(`album/${album}\\?da-dua=2`));
      assert.equal((await liveAlbum(cx, album)).count, 2);
      const film = await ask(
        `${home}/them-phim`,
        posted([['file', fileOf(bytesOf.mp4, 'phim.mp4')]]),
      );
      assert.equal(film.status, 303);
      const bad = await ask(
        `${home}/them-phim`,
        posted([['file', fileOf(Buffer.from('MZ..'), 'phim.mp4')]]),
      );
      assert.equal(bad.status, 422);
    }),
  );

  test(
    'what is typed comes back when it is refused; the still of a film is sent in its place',
    as('clerk', 'sonla', async ({ cx, ask }) => {
      const film = (await addedTo(cx, 'a.mp4', bytesOf.mp4)).pid;
      const form = await text(ask(`${home}/${film}/sua`));
      assert.match(form, /name="poster_tep"/);
      const values: [string, string | File][] = [
        ['title', ''],
        ['caption', 'Lễ <khai> mạc'],
        ['taken_on', '31/02/2026'],
        ['public', '1'],
        ['poster', ''],
        ['poster_tep', await jpeg('bìa.jpg')],
      ];
      const back = await ask(`${home}/${film}/sua`, posted(values));
      assert.equal(back.status, 422);
      const page = await back.text();
      assert.match(page, /Lễ &lt;khai&gt; mạc/);
      assert.match(page, /31\/02\/2026/);
      assert.match(page, /checked=""[^>]*\/><span>bìa|value="[0-9a-z]{16}" checked/);
      const good = await ask(
        `${home}/${film}/sua`,
        posted([
          ['title', 'Phim'],
          ['public', '1'],
          ['poster', ''],
          ['poster_tim', 'bia'],
        ]),
      );
      assert.equal(good.status, 303);
      assert.equal((await liveMedium(cx, film)).poster?.title, 'bìa');
      const unknown = await ask(
        `${home}/${film}/sua`,
        posted([
          ['title', 'Phim'],
          ['poster_tim', 'không có'],
        ]),
      );
      assert.match(await unknown.text(), /Không có mục nào trong thư viện khớp với “không có”/);
    }),
  );

  test(
    'the order of an album by numbers, with captions and a cover, without script',
    as('clerk', 'sonla', async ({ cx, ask }) => {
      const album = await anAlbum(cx);
      const media: string[] = [];
      for (let n = 0; n < 3; n += 1) media.push(await aPicture(cx));
      const [a = '', b = '', c = ''] = media;
      const address = `${home}/album/${album}`;
      const put = await ask(`${address}/chon`, posted(media.map((pid) => ['media', pid])));
      assert.equal(put.status, 303);
      assert.equal((await ask(`${address}/chon`, posted([]))).status, 422);
      assert.match(await text(ask(`${address}/xep`)), new RegExp(`name="place.${a}" value="1"`));
      const { version } = await liveAlbum(cx, album);
      const fields: [string, string][] = [
        ['version', String(version)],
        ['order', media.join(' ')],
        [`place.${a}`, '1'],
        [`place.${b}`, '2'],
        [`place.${c}`, '1'],
        [`caption.${c}`, 'Bế mạc'],
        [`off.${b}`, '1'],
        ['cover', b],
      ];
      assert.equal((await ask(`${address}/xep`, posted(fields))).status, 303);
      const { id, cover } = await liveAlbum(cx, album);
      const rows = await placedIn(cx.db, [id], { open: false });
      assert.deepEqual(
        rows.map(({ pid, albumCaption }) => [pid, albumCaption]),
        [
          [c, 'Bế mạc'],
          [a, null],
        ],
      );
      assert.equal(cover, null);
      const stale = await ask(`${address}/xep`, posted(fields));
      assert.equal(stale.status, 409);
    }),
  );

  test(
    'what is used cannot be removed, and the page says where; the rest can, and comes back',
    as('clerk', 'sonla', async ({ cx, ask }) => {
      const pid = await aPicture(cx);
      const album = await anAlbum(cx, 'Khai mạc');
      await execute(cx, addToAlbum, { pid: album, media: [pid] });
      const page = await text(ask(`${home}/${pid}/xoa`));
      assert.match(page, /Khai mạc/);
      assert.doesNotMatch(page, /method="post"/);
      assert.equal((await ask(`${home}/${pid}/xoa`, posted([]))).status, 422);
      const free = await aPicture(cx, { title: 'Tự do' });
      assert.equal(
        (await ask(`${home}/${free}/xoa`, posted([]))).headers.get('location'),
        `${home}?da-xoa=${free}`,
      );
      assert.match(await text(ask(`${home}?da-xoa=${free}`)), /Đã xóa “Tự do”/);
      assert.equal((await ask(`${home}/${free}/khoi-phuc`, posted([]))).status, 303);
      assert.match(await text(ask(home)), /Tự do/);
    }),
  );

  test(
    'empty, with one and with three; as many queries for many as for one',
    as('clerk', 'sonla', async ({ cx, ask }) => {
      assert.match(await text(ask(home)), new RegExp(words.firstTitle));
      assert.match(await text(ask(`${home}/album`)), new RegExp(words.albumNone));
      assert.match(await text(ask('/sonla/thu-vien')), /Thư viện chưa có gì/);
      const album = await anAlbum(cx);
      const add = async () =>
        execute(cx, addToAlbum, { pid: album, media: [await aPicture(cx, { listed: true })] });
      await add();
      const pages = [
        home,
        `${home}/album`,
        `${home}/album/${album}`,
        `${home}/album/${album}/xep`,
        `${home}/album/${album}/chon`,
        '/sonla/thu-vien',
        '/sonla/thu-vien/anh',
        '/sonla/thu-vien/album',
        `/sonla/thu-vien/${album}`,
        '/api/v1/media',
        '/api/v1/albums',
      ];
      const count = async () => {
        const counts = [];
        for (const page of pages) counts.push((await countQueries(() => ask(page))).count);
        return counts;
      };
      const one = await count();
      for (let n = 0; n < 9; n += 1) await add();
      await anAlbum(cx, 'Album khác');
      assert.deepEqual(await count(), one);
      assert.match(await text(ask(home)), /Thư viện có 10 mục/);
    }),
  );
});

describe('the public pages', () => {
  test(
    'an album is walked through by links alone; words are shown as words',
    as('clerk', 'sonla', async ({ cx, ask }) => {
      const album = await anAlbum(cx, 'Đại hội <b>IX</b>');
      const media: string[] = [];
      for (const title of ['Một', 'Hai', 'Ba'])
        media.push(
          await aPicture(cx, {
            title,
            alt: `Mô tả ${title}`,
            credit: 'Ảnh: <i>A</i>',
            tags: 'Sơn La',
          }),
        );
      await execute(cx, addToAlbum, { pid: album, media });
      const [a = '', b = '', c = ''] = media;
      const page = await text(ask(`/sonla/thu-vien/${album}`));
      assert.match(page, /Đại hội &lt;b&gt;IX/);
      for (const pid of media)
        assert.match(page, new RegExp(`href="/sonla/thu-vien/${album}/${pid}"`));
      const middle = await text(ask(`/sonla/thu-vien/${album}/${b}`));
      assert.match(middle, new RegExp(`href="/sonla/thu-vien/${album}/${a}" rel="prev"`));
      assert.match(middle, new RegExp(`href="/sonla/thu-vien/${album}/${c}" rel="next"`));
      assert.match(middle, /2 trên 3/);
      assert.match(middle, /alt="Mô tả Hai"/);
      assert.match(middle, /Ảnh: &lt;i&gt;A/);
      assert.doesNotMatch(await text(ask(`/sonla/thu-vien/${album}/${c}`)), /rel="next"/);
      assert.equal((await ask(`/sonla/thu-vien/${album}/${'0'.repeat(16)}`)).status, 404);
    }),
  );

  test(
    'lists hold what is listed, and are searched with and without dấu and by tag',
    as('clerk', 'sonla', async ({ cx, ask }) => {
      await aPicture(cx, { title: 'Trong bài', listed: false });
      await aPicture(cx, { title: 'Lễ hội', listed: true, tags: 'Mộc Châu' });
      await addedTo(cx, 'a.mp3', bytesOf.mp3, { title: 'Bài hát', listed: true });
      await addedTo(cx, 'a.pdf', bytesOf.pdf, { title: 'Báo cáo', listed: true });
      const of = (address: string) => text(ask(`/sonla/thu-vien${address}`));
      for (const address of ['', '/anh', '?q=bai'])
        assert.doesNotMatch(await of(address), /Trong bài/, address);
      assert.match(await of('/anh?q=le+hoi'), /Lễ hội/);
      assert.match(await of('?tu-khoa=M%E1%BB%99c+Ch%C3%A2u'), /Lễ hội/);
      assert.match(await of('/nghe-xem'), /Bài hát/);
      assert.doesNotMatch(await of('/nghe-xem'), /Báo cáo/);
      const moved = await ask('/sonla/thu-vien/tai-lieu?q=bao');
      assert.deepEqual(
        [moved.status, moved.headers.get('location')],
        [301, '/sonla/tai-lieu?q=bao'],
      );
      assert.match(await of('?q=xyz'), /Không tìm thấy mục nào/);
    }),
  );
});

describe('REST', () => {
  test(
    'send, describe, put into an album, arrange, remove, take back',
    as('clerk', 'sonla', async ({ ask }) => {
      const sent = await ask(
        '/api/v1/media',
        posted([
          ['organisation', 'sonla'],
          ['title', 'Một'],
          ['listed', '1'],
          ['file', await jpeg()],
        ]),
      );
      assert.equal(sent.status, 201);
      const medium = (await sent.json()) as Record<string, string>;
      const at = `/api/v1/media/${medium.pid}`;
      const patched = await ask(at, sentJson('PATCH', { tags: 'a, b', version: 1 }));
      assert.deepEqual(((await patched.json()) as { tags: string[] }).tags, ['a', 'b']);
      assert.equal((await ask(at, sentJson('PATCH', { title: 'X', version: 1 }))).status, 409);
      const made = await ask(
        '/api/v1/albums',
        sentJson('POST', { organisation: 'sonla', title: 'Album', public: true }),
      );
      const album = (await made.json()) as Record<string, string>;
      const media = `/api/v1/albums/${album.pid}/media`;
      assert.equal((await ask(media, sentJson('POST', { media: [medium.pid] }))).status, 200);
      assert.equal((await ask(`${at}?version=2`, { method: 'DELETE' })).status, 422);
      assert.equal(((await (await ask(`${at}/uses`)).json()) as { total: number }).total, 1);
      const items = [{ media: medium.pid, caption: 'Ở đây' }];
      const arranged = await ask(media, sentJson('PUT', { items, cover: medium.pid }));
      assert.deepEqual(((await arranged.json()) as { items: object[] }).items, [
        { ...items[0], title: 'Một' },
      ]);
      assert.equal((await ask(media, sentJson('PUT', { items: [] }))).status, 200);
      assert.equal((await ask(at, { method: 'DELETE' })).status, 204);
      assert.equal((await ask(at)).status, 404);
      assert.equal((await ask(`${at}/restore`, { method: 'POST' })).status, 200);
      assert.equal((await ask(`/api/v1/albums/${album.pid}`, { method: 'DELETE' })).status, 204);
      const none = await ask('/api/v1/media', posted([['organisation', 'sonla']]));
      assert.equal(none.status, 422);
    }),
  );

  test(
    'is shut for who has no library to keep',
    as('auditor', 'sonla', async ({ ask }) => {
      assert.equal(
        (
          await ask(
            '/api/v1/media',
            posted([
              ['organisation', 'sonla'],
              ['file', await jpeg()],
            ]),
          )
        ).status,
        403,
      );
      assert.equal((await ask('/api/v1/media')).status, 200);
    }),
  );
});
