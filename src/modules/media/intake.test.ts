import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import sharp from 'sharp';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { bytesOf } from '../../platform/files/testing-samples.ts';
import { saveFile } from '../../platform/files.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { liveMedium } from './queries/index.ts';
import { mostPixels } from './rules/index.ts';
import {
  addMedium,
  addStored,
  closePainting,
  contentOf,
  drawMedium,
  mediaByPids,
} from './service/index.ts';
import { addedTo, cxOf, movingGif, picture, smallFederation, someone } from './testing.ts';

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

/** What is kept of a picture. */
async function kept(cx: Cx, name: string, bytes: Buffer) {
  const { pid, kind } = await addedTo(cx, name, bytes);
  assert.equal(kind, 'picture');
  const medium = await liveMedium(cx, pid);
  const content = await contentOf(cx, medium);
  return { medium, content, is: await sharp(content, { animated: true }).metadata() };
}

async function refusal(cx: Cx, name: string, bytes: Buffer): Promise<string> {
  const outcome = await addMedium(cx, { organisation: 'sonla' }, { name, bytes });
  return outcome.ok ? 'ok' : outcome.issues.map(({ path, code }) => `${path} ${code}`).join();
}

const noted = {
  IFD0: { Artist: 'Lò Văn Hặc', Model: 'PHONE-77' },
  IFD2: { DateTimeOriginal: '2024:05:12 10:00:00' },
  IFD3: { GPSLatitude: '21/1 19/1 0/1', GPSLatitudeRef: 'N' },
};

describe('what is kept of a picture', () => {
  test(
    'a photograph lies upright, without place, camera and name; its day is kept',
    inside(async (cx) => {
      const sent = await picture(600, 400)
        .jpeg()
        .withExif(noted)
        .withMetadata({ orientation: 6 })
        .toBuffer();
      assert.ok(sent.includes('PHONE-77'));
      const { medium, content, is } = await kept(cx, 'IMG_0001.JPG', sent);
      assert.deepEqual([medium.width, medium.height], [400, 600]);
      assert.deepEqual(
        [is.format, is.width, is.height, is.orientation],
        ['jpeg', 400, 600, undefined],
      );
      assert.equal(is.exif, undefined);
      assert.ok(!content.includes('PHONE-77') && !content.includes('Exif'));
      assert.equal(medium.takenOn, '2024-05-12');
      assert.equal(medium.title, 'IMG 0001');
    }),
  );

  test(
    'CMYK, sixteen bits, TIFF, AVIF and WebP become what every browser shows',
    inside(async (cx) => {
      const of = {
        'a.jpg': await picture().toColourspace('cmyk').jpeg().toBuffer(),
        'b.png': await picture().toColourspace('rgb16').png().toBuffer(),
        'c.tif': await picture().tiff().toBuffer(),
        'd.avif': await picture().avif().toBuffer(),
        'e.webp': await picture(400, 300, 4).webp().toBuffer(),
      };
      assert.equal((await sharp(of['a.jpg']).metadata()).space, 'cmyk');
      assert.equal((await sharp(of['b.png']).metadata()).depth, 'ushort');
      const found: Record<string, unknown[]> = {};
      for (const [name, bytes] of Object.entries(of)) {
        const { medium, is } = await kept(cx, name, bytes);
        found[name] = [is.format, is.space, is.depth, medium.alpha, medium.fileName];
      }
      assert.deepEqual(found, {
        'a.jpg': ['jpeg', 'srgb', 'uchar', false, 'a.jpg'],
        'b.png': ['png', 'srgb', 'uchar', false, 'b.png'],
        'c.tif': ['jpeg', 'srgb', 'uchar', false, 'c.jpg'],
        'd.avif': ['jpeg', 'srgb', 'uchar', false, 'd.jpg'],
        'e.webp': ['png', 'srgb', 'uchar', true, 'e.png'],
      });
    }),
  );

  test(
    'a picture that moves goes on moving, in its sizes too; what stands for it does not',
    inside(async (cx) => {
      const { medium, is } = await kept(cx, 'may.gif', await movingGif());
      assert.deepEqual([is.format, is.pages, medium.animated], ['webp', 2, true]);
      assert.deepEqual([medium.width, medium.height], [100, 100]);
      await drawMedium(cxOf(cx.db), medium.id);
      assert.deepEqual(await sizesOf(cx, medium.id), ['100.jpg', '100.webp']);
    }),
  );

  test(
    'one of more than enough pixels is made smaller',
    inside(async (cx) => {
      const { medium } = await kept(cx, 'lon.png', await picture(6000, 3000).png().toBuffer());
      assert.deepEqual([medium.width, medium.height], [4096, 2048]);
    }),
  );
});

test(
  'one that arrived in pieces is drawn anew as well',
  inside(async (cx) => {
    const bytes = await picture().jpeg().withExif(noted).toBuffer();
    const sent = await saveFile(cx, cx.files, { name: 'a.jpg', bytes, limit: 1_000_000 });
    assert.ok(sent.ok);
    const outcome = await addStored(cx, { organisation: 'sonla' }, sent.value);
    assert.ok(outcome.ok);
    const medium = await liveMedium(cx, outcome.value.pid);
    assert.notEqual(medium.sha256, sent.value.sha256);
    assert.ok(!(await contentOf(cx, medium)).includes('PHONE-77'));
    assert.equal(medium.takenOn, '2024-05-12');
    // What was sent in one piece before is the same medium.
    assert.equal((await addedTo(cx, 'b.jpg', bytes)).pid, medium.pid);
    const film = await saveFile(cx, cx.files, {
      name: 'a.mp4',
      bytes: bytesOf.mp4,
      limit: 1_000_000,
    });
    assert.ok(film.ok);
    const kept = await addStored(cx, { organisation: 'sonla' }, film.value);
    assert.equal(kept.ok && kept.value.kind, 'video');
  }),
);

describe('what is refused', () => {
  test(
    'with what to do about it',
    inside(async (cx) => {
      const heic = Buffer.concat([
        Buffer.from('00000018', 'hex'),
        Buffer.from('ftypheic\0\0\0\0mif1heic'),
        Buffer.alloc(99),
      ]);
      const jpeg = await picture(800, 600).jpeg().toBuffer();
      const side = Math.ceil(Math.sqrt(mostPixels)) + 1;
      const svg =
        '<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';
      assert.equal(await refusal(cx, 'a.svg', Buffer.from(svg)), 'file picture_svg');
      assert.equal(await refusal(cx, 'a.png', Buffer.from(svg)), 'file picture_svg');
      assert.equal(await refusal(cx, 'a.heic', heic), 'file picture_heic');
      assert.equal(await refusal(cx, 'a.jpg', heic), 'file picture_heic');
      assert.equal(await refusal(cx, 'a.jpg', jpeg.subarray(0, 900)), 'file picture_broken');
      assert.equal(await refusal(cx, 'a.jpg', bytesOf.jpeg), 'file picture_broken');
      assert.equal(
        await refusal(cx, 'a.bmp', Buffer.from('BM\x46\0\0\0\0\0\0\0\x36', 'latin1')),
        'file picture_kind',
      );
      const huge = await sharp({
        create: { width: side, height: side, channels: 3, background: 'red' },
      })
        .png()
        .toBuffer();
      assert.equal(await refusal(cx, 'a.png', huge), 'file picture_pixels');
      assert.equal(await refusal(cx, 'a.exe', Buffer.from('MZ')), 'file file_runnable');
      assert.equal(await refusal(cx, 'a.html', Buffer.from('<html>')), 'file file_markup');
      assert.equal(await refusal(cx, 'a.pdf', Buffer.alloc(0)), 'file file_empty');
      assert.deepEqual(await all(cx.db, sql`select id from medium`), []);
    }),
  );
});

async function sizesOf(cx: Cx, id: string): Promise<string[]> {
  const rows = await all(
    cx.db,
    sql<{
      name: string;
    }>`select name from medium_size where medium_id = ${id} order by name collate "C"`,
  );
  return rows.map(({ name }) => name);
}

test(
  'the sizes of a picture, and what a page is told of it before and after they are made',
  inside(async (cx) => {
    const { medium } = await kept(cx, 'hoi.jpg', await picture(1000, 500).jpeg().toBuffer());
    const told = async () => (await mediaByPids(cx.db, [medium.pid])).get(medium.pid)!;
    assert.deepEqual((await told()).sources, []);
    assert.equal((await told()).src, `/sonla/hinh/${medium.pid}/1000.jpg`);
    await drawMedium(cxOf(cx.db), medium.id);
    const names = [
      '1000.avif',
      '1000.jpg',
      '1000.webp',
      '320.avif',
      '320.webp',
      '640.avif',
      '640.webp',
      '960.avif',
      '960.webp',
    ];
    assert.deepEqual(await sizesOf(cx, medium.id), names);
    const { sources, src, width, height, href } = await told();
    assert.deepEqual(
      sources.map(({ type }) => type),
      ['image/avif', 'image/webp'],
    );
    assert.match(
      sources[0]!.srcset,
      new RegExp(`^/sonla/hinh/${medium.pid}/320.avif 320w, .*/1000.avif 1000w$`),
    );
    assert.deepEqual(
      [src, href],
      [`/sonla/hinh/${medium.pid}/1000.jpg`, `/sonla/hinh/${medium.pid}/1000.webp`],
    );
    assert.deepEqual([width, height], [1000, 500]);
    // Made once more they are the same ones.
    await drawMedium(cxOf(cx.db), medium.id);
    assert.deepEqual(await sizesOf(cx, medium.id), names);
  }),
);
