import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute, type Outcome } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { bytesOf } from '../../platform/files/testing-samples.ts';
import { sweepFiles } from '../../platform/files.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { broken, sound, testClock } from '../../platform/testing.ts';
import { drawJob, purgeJob } from './jobs.ts';
import { invariants, listMedia, liveAlbum, liveMedium, placedIn } from './queries/index.ts';
import {
  addMediaUses,
  addMedium,
  addToAlbum,
  albumDeletion,
  albumsByPids,
  arrangeAlbum,
  closePainting,
  editAlbum,
  editMedia,
  latestMedia,
  mediaByPids,
  mediaDeletion,
  pictureForPaper,
  randomPictures,
  usesOf,
} from './service/index.ts';
import {
  addedTo,
  anAlbum,
  aPicture,
  cxOf,
  idOf,
  picture,
  smallFederation,
  someone,
} from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(async () => {
  closePainting();
  await database.close();
});

const inside = (work: (cx: Cx) => Promise<void>) => () =>
  withRollback(database, async (trx) => work(await someone(cxOf(trx), 'clerk', 'sonla')));

const refusals = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.issues.map(({ path, code }) => `${path} ${code}`);

const said = {
  title: 'Đại biểu dự đại hội',
  alt: '',
  caption: '',
  credit: '',
  taken_on: '',
  tags: '',
  public: '1',
  listed: '',
  poster: '',
};

const edit = (cx: Cx, pid: string, more: object) =>
  execute(cx, editMedia, { ...said, pid, ...more });

const found = async (cx: Cx, q: string): Promise<string[]> =>
  (await listMedia(cx, { organisationId: null, q, page: 1, size: 50 })).rows.map(
    (row) => row.title,
  );

describe('adding', () => {
  test(
    'the same file once more is the medium that is there, for each organisation its own',
    inside(async (cx) => {
      const bytes = await picture().jpeg().toBuffer();
      const first = await addedTo(cx, 'a.jpg', bytes, { title: 'Một' });
      const again = await addedTo(cx, 'b.jpg', bytes, { title: 'Hai' });
      assert.deepEqual(again, { ...first, same: true });
      assert.equal((await liveMedium(cx, first.pid)).title, 'Một');
      const other = await addedTo(cxOf(cx.db), 'a.jpg', bytes, { organisation: 'laichau' });
      assert.equal(other.same, false);
      const text = await addedTo(cx, 'a.txt', bytesOf.txt);
      assert.equal((await addedTo(cx, 'b.txt', bytesOf.txt)).pid, text.pid);
      // All of them lie in the store once.
      const files = await all(
        cx.db,
        sql<{ sha256: string }>`select f.sha256 from medium m join file f on f.id = m.file_id`,
      );
      assert.deepEqual([files.length, new Set(files.map((file) => file.sha256)).size], [3, 2]);
      await sound(cx.db, invariants);
    }),
  );

  test(
    'who may, and who may not',
    inside(async (cx) => {
      const bytes = await picture().jpeg().toBuffer();
      const add = (who: Cx) => addMedium(who, { organisation: 'sonla' }, { name: 'a.jpg', bytes });
      for (const role of ['auditor', 'national', 'judge'])
        await assert.rejects(add(await someone(cx, role, 'sonla')), Forbidden, role);
      await assert.rejects(add(await someone(cx, 'clerk', 'laichau')), Forbidden);
      // Nothing was received before they were refused.
      assert.deepEqual(await all(cx.db, sql`select pid from file`), []);
      assert.ok((await add(await someone(cx, 'editor', 'sonla'))).ok);
      const nowhere = await addMedium(cx, { organisation: 'nowhere' }, { name: 'a.jpg', bytes });
      assert.deepEqual(refusals(nowhere), ['organisation unknown']);
    }),
  );

  test(
    'names of files are only names, and words stay words',
    inside(async (cx) => {
      const names = [
        '../../etc/passwd.jpg',
        'a\u202egpj.jpg',
        'x"\r\nSet-Cookie: a=b.jpg',
        `${'ă'.repeat(500)}.jpg`,
        'CON.jpg',
      ];
      for (const name of names) {
        const pid = (await addedTo(cx, name, await picture().jpeg().toBuffer())).pid;
        const { fileName, title } = await liveMedium(cx, pid);
        assert.doesNotMatch(fileName, /[/\\"\r\n\u202e]/, name);
        assert.ok(Buffer.byteLength(fileName) <= 200 && fileName.endsWith('.jpg'), fileName);
        assert.ok(title.length <= 300);
      }
      const html = '<img src=x onerror=alert(1)>';
      const pid = await aPicture(cx, { title: html, caption: html, tags: html });
      assert.equal((await liveMedium(cx, pid)).caption, html);
    }),
  );

  test(
    'what is said of it is looked at all at once',
    inside(async (cx) => {
      const bytes = await picture().jpeg().toBuffer();
      const many = Array.from({ length: 21 }, (_, n) => `tag ${n}`).join(',');
      const wrong = { organisation: 'sonla', title: 'x'.repeat(301), taken_on: '31/02/2026' };
      const outcome = await addMedium(cx, { ...wrong, tags: many }, { name: 'a.jpg', bytes });
      assert.deepEqual(refusals(outcome).sort(), ['taken_on day_not_in_month', 'title too_long']);
      const tags = await addMedium(
        cx,
        { organisation: 'sonla', tags: many },
        { name: 'a.jpg', bytes },
      );
      assert.deepEqual(refusals(tags), ['tags too_many_tags']);
    }),
  );

  test(
    'films, sound and documents are kept as they came',
    inside(async (cx) => {
      const kinds: Record<string, string> = {};
      for (const [name, bytes] of [
        ['a.mp4', bytesOf.mp4],
        ['a.mp3', bytesOf.mp3],
        ['a.pdf', bytesOf.pdf],
        ['a.docx', bytesOf.docx],
      ] as const)
        kinds[name] = (await addedTo(cx, name, bytes)).kind;
      assert.deepEqual(kinds, {
        'a.mp4': 'video',
        'a.mp3': 'audio',
        'a.pdf': 'document',
        'a.docx': 'document',
      });
      const mismatch = await addMedium(
        cx,
        { organisation: 'sonla' },
        { name: 'a.mp3', bytes: bytesOf.pdf },
      );
      assert.deepEqual(refusals(mismatch), ['file file_mismatch']);
    }),
  );
});

describe('what is said of it', () => {
  test(
    'is found with and without dấu, in any order',
    inside(async (cx) => {
      await aPicture(cx, {
        title: 'Đại hội lần thứ IX',
        caption: 'Ông Lò Văn Hặc',
        tags: 'Sơn La',
      });
      for (const q of ['dai hoi', 'hac lo', 'ĐẠI HỘI', 'son la ix'])
        assert.equal((await found(cx, q)).length, 1, q);
      assert.deepEqual(await found(cx, 'hoi nghi'), []);
      assert.deepEqual(await found(await someone(cx, 'clerk', 'laichau'), 'dai hoi'), []);
    }),
  );

  test(
    'a version that is old is refused; so is a still that is no picture of the library',
    inside(async (cx) => {
      const film = (await addedTo(cx, 'a.mp4', bytesOf.mp4)).pid;
      const still = await aPicture(cx);
      const elsewhere = (
        await addedTo(cxOf(cx.db), 'c.jpg', await picture().jpeg().toBuffer(), {
          organisation: 'laichau',
        })
      ).pid;
      assert.deepEqual(refusals(await edit(cx, film, { poster: elsewhere })), [
        'poster poster_unknown',
      ]);
      assert.deepEqual(refusals(await edit(cx, film, { poster: film })), ['poster poster_unknown']);
      assert.deepEqual(refusals(await edit(cx, still, { poster: still })), ['poster no_poster']);
      assert.deepEqual(refusals(await edit(cx, film, { poster: still, version: 1 })), []);
      await assert.rejects(edit(cx, film, { version: 1 }), Conflict);
      const told = (await mediaByPids(cx.db, [film])).get(film);
      assert.equal(told?.poster, `/sonla/hinh/${still}/400.jpg`);
      await sound(cx.db, invariants);
    }),
  );

  test(
    'what is withdrawn is told to nobody outside, a hidden still neither',
    inside(async (cx) => {
      const film = (await addedTo(cx, 'a.mp4', bytesOf.mp4, { listed: true })).pid;
      const still = await aPicture(cx, { listed: true });
      await edit(cx, film, { poster: still, listed: '1' });
      await edit(cx, still, { public: '' });
      assert.equal((await mediaByPids(cx.db, [film])).get(film)?.poster, undefined);
      assert.deepEqual([...(await mediaByPids(cx.db, [film, still])).keys()], [film]);
      assert.equal(await pictureForPaper(cx, still, 300), null);
      const sonla = await idOf(cx, 'sonla');
      assert.deepEqual(await randomPictures(cx.db, sonla, 5, 'a'), []);
      assert.deepEqual(
        (await latestMedia(cx.db, sonla, ['video', 'audio'], 5)).map(({ pid }) => pid),
        [film],
      );
    }),
  );

  test(
    'pictures by chance are the same ones for the same seed, and only listed ones',
    inside(async (cx) => {
      const pids = [];
      for (let n = 0; n < 6; n += 1) pids.push(await aPicture(cx, { listed: n > 0 }));
      const sonla = await idOf(cx, 'sonla');
      const of = async (seed: string) =>
        (await randomPictures(cx.db, sonla, 3, seed)).map(({ pid }) => pid);
      assert.deepEqual(await of('2026-05-12'), await of('2026-05-12'));
      const days = Array.from({ length: 12 }, (_, at) => of(`2026-05-${at + 10}`));
      assert.ok(new Set((await Promise.all(days)).map(String)).size > 1);
      assert.ok(!(await of('a')).includes(pids[0]!));
      assert.equal((await randomPictures(cx.db, sonla, 99, 'a')).length, 5);
    }),
  );

  test(
    'a picture for paper is as wide as asked for, never wider than it is',
    inside(async (cx) => {
      const pid = await aPicture(cx);
      const { bytes, ...sides } = (await pictureForPaper(cx, pid, 200))!;
      assert.deepEqual(sides, { width: 200, height: 150 });
      assert.equal(bytes.toString('hex', 0, 3), 'ffd8ff');
      assert.equal((await pictureForPaper(cx, pid, 9000))?.width, 400);
      assert.equal(
        await pictureForPaper(cx, (await addedTo(cx, 'a.pdf', bytesOf.pdf)).pid, 200),
        null,
      );
    }),
  );
});

describe('removing', () => {
  test(
    'what is used stays, and says where',
    inside(async (cx) => {
      const pid = await aPicture(cx);
      const album = await anAlbum(cx);
      await execute(cx, addToAlbum, { pid: album, media: [pid] });
      const outcome = await execute(cx, mediaDeletion.remove, { pid });
      assert.deepEqual(refusals(outcome), [' media_used']);
      assert.match(JSON.stringify(outcome), /Đại hội lần thứ IX/);
      await execute(cx, albumDeletion.remove, { pid: album });
      let elsewhere = true;
      addMediaUses(async (_db, pids) =>
        elsewhere && pids.includes(pid)
          ? [{ media: pid, what: 'Bài viết', title: 'Khai mạc', href: '/vp/sonla/bai-viet/x' }]
          : [],
      );
      assert.deepEqual(
        (await usesOf(cx.db, [pid])).map(({ title }) => title),
        ['Khai mạc'],
      );
      assert.deepEqual(refusals(await execute(cx, mediaDeletion.remove, { pid })), [' media_used']);
      elsewhere = false;
      assert.deepEqual(refusals(await execute(cx, mediaDeletion.remove, { pid })), []);
      await assert.rejects(liveMedium(cx, pid), NotFound);
      assert.equal((await mediaByPids(cx.db, [pid])).size, 0);
      await execute(cx, mediaDeletion.restore, { pid });
      assert.equal((await mediaByPids(cx.db, [pid])).size, 1);
    }),
  );

  test(
    'what was sent again meanwhile is not taken back beside it',
    inside(async (cx) => {
      const bytes = await picture().jpeg().toBuffer();
      const { pid } = await addedTo(cx, 'a.jpg', bytes);
      await execute(cx, mediaDeletion.remove, { pid });
      const again = await addedTo(cx, 'a.jpg', bytes);
      assert.deepEqual([again.same, again.pid === pid], [false, false]);
      assert.deepEqual(refusals(await execute(cx, mediaDeletion.restore, { pid })), [
        ' twin_there',
      ]);
      await execute(cx, mediaDeletion.remove, { pid: again.pid });
      assert.deepEqual(refusals(await execute(cx, mediaDeletion.restore, { pid })), []);
    }),
  );

  test(
    'after thirty days it is gone with its sizes, and nothing of it is left in the store',
    inside(async (cx) => {
      const clock = testClock();
      const system = cxOf(cx.db);
      const own = { ...cx, clock };
      const { pid } = await addedTo(own, 'a.jpg', await picture(700, 500).jpeg().toBuffer());
      const medium = await liveMedium(own, pid);
      await drawJob(system, { medium: medium.id });
      await anAlbum(own);
      assert.equal((await all(cx.db, sql`select name from medium_size`)).length, 7);
      await execute(own, mediaDeletion.remove, { pid });
      clock.move(29 * 86_400_000);
      await purgeJob({ ...system, clock }, {});
      assert.equal((await all(cx.db, sql`select id from medium`)).length, 1);
      clock.move(3 * 86_400_000);
      await purgeJob({ ...system, clock }, {});
      for (const table of ['medium', 'medium_size', 'file_link'])
        assert.equal((await all(cx.db, sql`select 1 from ${sql.table(table)}`)).length, 0, table);
      // Files bear the time of this machine, not the test's.
      clock.move(3650 * 86_400_000);
      await sweepFiles(cx.db, cx.files, clock);
      assert.equal(await cx.files.has(medium.sha256), false);
    }),
  );

  test(
    'sizes of what is gone by now are not made, and only by the machine',
    inside(async (cx) => {
      const { pid } = await addedTo(cx, 'a.jpg', await picture().jpeg().toBuffer());
      const { id } = await liveMedium(cx, pid);
      await drawJob(cxOf(cx.db), { medium: cx.ids.uuid() });
      await assert.rejects(drawJob(cx, { medium: id }), NotFound);
      await sound(cx.db, invariants);
    }),
  );
});

describe('albums', () => {
  test(
    'media go in at the end, once; the order, captions and cover are set together',
    inside(async (cx) => {
      const pid = await anAlbum(cx);
      const [a = '', b = '', c = ''] = [await aPicture(cx), await aPicture(cx), await aPicture(cx)];
      await execute(cx, addToAlbum, { pid, media: [a, b] });
      await execute(cx, addToAlbum, { pid, media: [b, c, c] });
      const order = async () => {
        const { id } = await liveAlbum(cx, pid);
        return (await placedIn(cx.db, [id], { open: false })).map((one) => one.pid);
      };
      assert.deepEqual(await order(), [a, b, c]);
      const items = [{ media: c, caption: 'Bế mạc' }, { media: a }];
      const { version } = await liveAlbum(cx, pid);
      assert.ok((await execute(cx, arrangeAlbum, { pid, items, cover: a, version })).ok);
      assert.deepEqual(await order(), [c, a]);
      const told = (await albumsByPids(cx.db, [pid])).get(pid)!;
      assert.deepEqual(
        told.pictures.map(({ caption }) => caption),
        ['Bế mạc', ''],
      );
      assert.equal(told.href, `/sonla/thu-vien/${pid}`);
      assert.equal(told.pictures[0]?.href, `/sonla/thu-vien/${pid}/${c}`);
      await assert.rejects(execute(cx, arrangeAlbum, { pid, items, version }), Conflict);
      await sound(cx.db, invariants);
    }),
  );

  test(
    'what does not belong there is refused',
    inside(async (cx) => {
      const pid = await anAlbum(cx);
      const own = await aPicture(cx);
      const file = (await addedTo(cx, 'a.pdf', bytesOf.pdf)).pid;
      const foreign = (
        await addedTo(cxOf(cx.db), 'b.jpg', await picture().jpeg().toBuffer(), {
          organisation: 'laichau',
        })
      ).pid;
      const put = async (...media: string[]) =>
        refusals(await execute(cx, addToAlbum, { pid, media }));
      assert.deepEqual(await put(file), ['items media_unknown']);
      assert.deepEqual(await put(foreign, own), ['items media_unknown']);
      const arrange = async (items: object[], cover = '') =>
        refusals(await execute(cx, arrangeAlbum, { pid, items, cover }));
      assert.deepEqual(await arrange([{ media: own }, { media: own }]), ['items media_twice']);
      assert.deepEqual(await arrange([], own), ['cover cover_not_there']);
      await assert.rejects(
        execute(await someone(cx, 'auditor', 'sonla'), addToAlbum, { pid, media: [own] }),
        Forbidden,
      );
      await assert.rejects(
        execute(await someone(cx, 'clerk', 'laichau'), addToAlbum, { pid, media: [own] }),
        NotFound,
      );
    }),
  );

  test(
    'one that is hidden, or deleted, is told to nobody',
    inside(async (cx) => {
      const pid = await anAlbum(cx);
      await execute(cx, addToAlbum, { pid, media: [await aPicture(cx)] });
      assert.equal((await albumsByPids(cx.db, [pid])).size, 1);
      await execute(cx, editAlbum, { pid, title: 'A', public: '' });
      assert.equal((await albumsByPids(cx.db, [pid])).size, 0);
      await execute(cx, editAlbum, { pid, title: 'A', public: '1' });
      await execute(cx, albumDeletion.remove, { pid });
      assert.equal((await albumsByPids(cx.db, [pid])).size, 0);
    }),
  );

  test(
    'as many queries for many as for one',
    inside(async (cx) => {
      const pid = await anAlbum(cx);
      const pids = [await aPicture(cx)];
      await execute(cx, addToAlbum, { pid, media: pids });
      const count = async () => [
        (await countQueries(() => mediaByPids(cx.db, pids))).count,
        (await countQueries(() => albumsByPids(cx.db, [pid]))).count,
        (await countQueries(() => usesOf(cx.db, pids))).count,
      ];
      const one = await count();
      for (let n = 0; n < 5; n += 1) pids.push(await aPicture(cx));
      await execute(cx, addToAlbum, { pid, media: pids });
      assert.deepEqual(await count(), one);
      assert.deepEqual(one, [1, 2, 2]);
    }),
  );
});

describe('invariants find what they are for', () => {
  const planted: Readonly<Record<string, (m: string, a: string) => string>> = {
    media_file_is_linked: (m) => `delete from file_link where subject_id = '${m}'`,
    media_sizes_are_there: (m) => `update medium set sizes_at = now() where id = '${m}'`,
    media_poster_is_own_picture: (m) =>
      `update medium set poster_id = id where id <> '${m}' and kind = 'video'`,
    album_holds_own_media: (m, a) =>
      `insert into album_medium (album_id, medium_id, position)
       select '${a}', id, 9 from medium where kind = 'document' and id <> '${m}'`,
    album_cover_stands_in_it: (m, a) => `update album set cover_id = '${m}' where id = '${a}'`,
    media_organisation_stands: () =>
      `update organisation set deleted_at = now() where code = 'laichau'`,
  };

  for (const { name } of invariants)
    test(
      name,
      inside(async (cx) => {
        const medium = await liveMedium(cx, await aPicture(cx));
        await addedTo(cx, 'a.mp4', bytesOf.mp4);
        await addedTo(cx, 'a.pdf', bytesOf.pdf);
        await addedTo(cxOf(cx.db), 'a.txt', bytesOf.txt, { organisation: 'laichau' });
        const album = await liveAlbum(cx, await anAlbum(cx));
        await sound(cx.db, invariants);
        await sql.raw(planted[name]!(medium.id, album.id)).execute(cx.db);
        assert.deepEqual(await broken(cx.db, invariants), [name]);
      }),
    );
});
