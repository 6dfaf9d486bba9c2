import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  filmOf,
  heightAt,
  kindOf,
  largest,
  limitFor,
  ordered,
  partOf,
  pictureIn,
  plainOf,
  sizesOf,
  tagsOf,
  titleOf,
  widthsOf,
} from './index.ts';

describe('sizes', () => {
  test('the widths below its own, and its own, up to the widest', () => {
    assert.deepEqual(widthsOf(1), [1]);
    assert.deepEqual(widthsOf(320), [320]);
    assert.deepEqual(widthsOf(321), [320, 321]);
    assert.deepEqual(widthsOf(1920), [320, 640, 960, 1280, 1920]);
    assert.deepEqual(widthsOf(4096), [320, 640, 960, 1280, 1920]);
  });

  test('what moves is WebP alone; what lets through is PNG for old programs', () => {
    const still = { width: 400, height: 300, alpha: false, animated: false };
    const names = (more: object) => sizesOf({ ...still, ...more }).map(({ name }) => name);
    assert.deepEqual(names({}), ['320.avif', '320.webp', '400.avif', '400.webp', '400.jpg']);
    assert.deepEqual(names({ animated: true }), ['320.webp', '400.webp', '400.jpg']);
    assert.equal(plainOf({ width: 4000, alpha: true }).name, '1280.png');
    assert.equal(heightAt(still, 320), 240);
    assert.equal(heightAt({ width: 4000, height: 1 }, 320), 1);
  });
});

test('parts of a file, as a Range header asks for them', () => {
  const of = (header: string | undefined, size = 100) => partOf(header, size);
  assert.equal(of(undefined), 'all');
  assert.deepEqual(of('bytes=0-'), { first: 0, last: 99 });
  assert.deepEqual(of('bytes=0-0'), { first: 0, last: 0 });
  assert.deepEqual(of('bytes=99-200'), { first: 99, last: 99 });
  assert.deepEqual(of('bytes=-1'), { first: 99, last: 99 });
  assert.deepEqual(of('bytes=-500'), { first: 0, last: 99 });
  assert.equal(of('bytes=100-'), 'none');
  assert.equal(of('bytes=-0'), 'none');
  assert.equal(of('bytes=0-', 0), 'none');
  for (const odd of [
    'bytes=-',
    'bytes=5-4',
    'bytes=0-1,5-6',
    'lines=1-2',
    'bytes=a-b',
    'bytes= 0-1',
  ])
    assert.equal(of(odd), 'all', odd);
});

test('the order of numbers: ties, gaps, none at all', () => {
  const by = (...typed: string[]) =>
    ordered(typed.map((one, at) => ({ typed: one, name: 'abcdef'[at] })))
      .map(({ name }) => name)
      .join('');
  assert.equal(by(), '');
  assert.equal(by('1', '2', '3'), 'abc');
  assert.equal(by('1', '2', '1'), 'cab');
  assert.equal(by('3', '2', '3'), 'bca');
  assert.equal(by('2', '2', '3'), 'bac');
  assert.equal(by('10', '2', '3'), 'bca');
  assert.equal(by('', 'x', '0'), 'cab');
  assert.equal(by('3', '2', '1'), 'cba');
});

test('what a file begins as, whatever its name says', () => {
  const of = (text: string, name = 'a.jpg') => pictureIn(Buffer.from(text, 'latin1'), name);
  assert.equal(of('\xff\xd8\xff\xe0'), 'jpeg');
  assert.equal(of('II*\0'), 'tiff');
  assert.equal(of('\0\0\0\x20ftypavif'), 'avif');
  assert.equal(of('\0\0\0\x20ftypmif1\0\0\0\0mif1avifmiaf'), 'avif');
  assert.equal(of('\0\0\0\x20ftypmif1\0\0\0\0mif1heic'), 'heic');
  assert.equal(of('\0\0\0\x18ftypisom', 'a.mp4'), null);
  assert.equal(of('<svg xmlns="x">'), 'svg');
  assert.equal(of('  <?xml version="1.0"?>\n<!-- a --><!DOCTYPE svg><svg>'), 'svg');
  assert.equal(of('\x1f\x8b', 'a.svgz'), 'svg');
  assert.equal(of('<svgs>', 'a.txt'), null);
  assert.equal(of('%PDF-1.7', 'a.pdf'), null);
  assert.equal(of('', 'a'), null);
});

test('kinds and limits', () => {
  assert.equal(kindOf('video/mp4', 'a.mp4'), 'video');
  assert.equal(kindOf('video/mp4', 'a.M4A'), 'audio');
  assert.equal(kindOf('audio/mpeg', 'a.mp3'), 'audio');
  assert.equal(kindOf('application/pdf', 'a.pdf'), 'document');
  assert.equal(limitFor('A.MP4'), largest.video);
  assert.equal(limitFor('a'), largest.document);
});

test('tags and titles', () => {
  assert.deepEqual(tagsOf(' Đại hội, dai hoi;  #Sơn  La\n,').tags, ['Đại hội', 'Sơn La']);
  assert.equal(tagsOf(`a, ${'x'.repeat(61)}`).long?.length, 61);
  assert.equal(titleOf('dai-hoi_lan 9.JPG'), 'dai-hoi lan 9');
  assert.equal(titleOf('\u202egpj.anh.jpg'), 'gpj.anh');
  assert.equal(titleOf('.jpg'), '.jpg');
});

function box(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

describe('the head of a film', () => {
  const mvhd = Buffer.alloc(100);
  mvhd.writeUInt32BE(600, 12);
  mvhd.writeUInt32BE(600 * 75, 16);
  const tkhd = (width: number, height: number) => {
    const body = Buffer.alloc(84);
    body.writeUInt32BE(width * 65_536, 76);
    body.writeUInt32BE(height * 65_536, 80);
    return body;
  };

  test('its length and its picture', () => {
    const moov = Buffer.concat([
      box('mvhd', mvhd),
      box('trak', box('tkhd', tkhd(0, 0))),
      box('trak', box('tkhd', tkhd(1280, 720))),
    ]);
    assert.deepEqual(filmOf(moov), { seconds: 75, width: 1280, height: 720 });
  });

  test('what is cut off, lies or is nothing tells nothing', () => {
    const nothing = { seconds: null, width: null, height: null };
    assert.deepEqual(filmOf(Buffer.alloc(0)), nothing);
    assert.deepEqual(filmOf(box('mvhd', Buffer.alloc(4))), nothing);
    assert.deepEqual(filmOf(box('mvhd', Buffer.alloc(100))), nothing);
    const lying = box('mvhd', mvhd);
    lying.writeUInt32BE(0xffffffff, 0);
    assert.deepEqual(filmOf(lying), nothing);
  });
});
