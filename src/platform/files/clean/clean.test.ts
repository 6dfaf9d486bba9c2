import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { FileTypeName } from '../types.ts';
import { cleanFile, closeCleaning } from './index.ts';
import { cleanHere } from './kinds.ts';
import { orientationIn } from './pictures/exif.ts';
import { gifBy, jpegBy, type Maker, makers, mp3By, mp4By, pngBy, webpBy } from './testing.ts';
import { docxBy, pptxBy, xlsxBy } from './testing-office.ts';
import { pdfBy, pixelsOf } from './testing-pdf.ts';
import { unpacked } from './zip.ts';

after(closeCleaning);

const made: Readonly<Partial<Record<FileTypeName, (maker: Maker) => Buffer | Promise<Buffer>>>> = {
  jpeg: jpegBy,
  png: pngBy,
  webp: webpBy,
  gif: gifBy,
  mp3: mp3By,
  mp4: mp4By,
  docx: docxBy,
  xlsx: xlsxBy,
  pptx: pptxBy,
  pdf: pdfBy,
};
const kinds = Object.entries(made) as [FileTypeName, (maker: Maker) => Promise<Buffer>][];

async function cleaned(
  bytes: Buffer,
  type: FileTypeName,
): Promise<{ bytes: Buffer; text: string }> {
  const outcome = await cleanHere(bytes, type);
  assert.ok(outcome.ok, `${type}: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** All that stands in a file, packages unpacked, in every encoding that names come in. */
async function saysOf(bytes: Buffer): Promise<string> {
  const parts = bytes.toString('latin1', 0, 2) === 'PK' ? [...(await unpacked(bytes))] : [];
  const all = [bytes, ...parts.flatMap(([name, part]) => [Buffer.from(name), part])];
  return all.flatMap((one) => [one.toString('utf8'), one.toString('utf16le')]).join('\n');
}

describe('two files that differ in who made them alone', () => {
  for (const [type, by] of kinds)
    test(`${type}: come out the same and name nobody`, async () => {
      const [first, second] = await Promise.all(makers.map((maker) => by(maker)));
      assert.ok(!first!.equals(second!), 'they differ at first');
      const [a, b] = [await cleaned(first!, type), await cleaned(second!, type)];
      assert.ok(a.bytes.equals(b.bytes), 'byte by byte');
      assert.equal(a.text, b.text);
      const said = await saysOf(a.bytes);
      for (const maker of makers)
        for (const word of Object.values(maker)) assert.ok(!said.includes(word), word);
      // Cleaning what is clean changes nothing.
      assert.ok((await cleaned(a.bytes, type)).bytes.equals(a.bytes), 'once more');
    });
});

describe('what people see stays', () => {
  test('a PDF looks the same, page by page', async () => {
    const before = await pdfBy(makers[0]);
    const { bytes, text } = await cleaned(before, 'pdf');
    const [was, is] = [await pixelsOf(before), await pixelsOf(bytes)];
    assert.equal(is.length, 2);
    is.forEach((page, at) => {
      assert.ok(page.equals(was[at]!), `page ${at + 1}`);
      assert.ok(page.some((byte) => byte !== 255));
    });
    assert.match(text, /May tach hat ngo[\s\S]*Trang hai/);
    assert.ok(bytes.includes('Xem lai'), 'what a note says');
  });

  test('pictures keep their pixels, and how they lie', async () => {
    const mupdf = await import('mupdf');
    const pixels = (bytes: Buffer) => Buffer.from(new mupdf.Image(bytes).toPixmap().getPixels());
    for (const [type, by] of [
      ['jpeg', jpegBy],
      ['png', pngBy],
    ] as const) {
      const before = await by(makers[0]);
      const { bytes } = await cleaned(before, type);
      assert.ok(pixels(bytes).equals(pixels(before)), type);
    }
    const lying = await cleaned(await jpegBy(makers[0], 6), 'jpeg');
    assert.equal(orientationIn(lying.bytes.subarray(lying.bytes.indexOf('Exif') + 6)), 6);
    const straight = await cleaned(await jpegBy(makers[0], 1), 'jpeg');
    assert.ok(!straight.bytes.includes('Exif'));
    assert.ok(straight.bytes.includes('rTRC'), 'its colours');
  });

  test('a WebP that had nothing but words besides is a plain one', async () => {
    const { bytes } = await cleaned(webpBy(makers[0]), 'webp');
    assert.ok(bytes.equals(webpBy(null)));
  });

  test('a Word document keeps its text, fields, links and remarks', async () => {
    const { bytes, text } = await cleaned(await docxBy(makers[0]), 'docx');
    assert.match(text, /Máy tách hạt ngô & lạc chạy pin\n[\s\S]*Ảnh 1[\s\S]*trang/);
    assert.match(text, /Xem lại/);
    assert.match(text, /Đầu trang/);
    const parts = await unpacked(bytes);
    const document = parts.get('word/document.xml')!.toString();
    assert.match(document, /<w:instrText> PAGE <\/w:instrText>/);
    assert.match(document, /<w:ins w:id="1" w:author="x">/);
    assert.match(document, /<w:t xml:space="preserve">Máy tách hạt ngô &#38; lạc <\/w:t>/);
    assert.match(parts.get('word/settings.xml')!.toString(), /defaultTabStop/);
    const relations = parts.get('word/_rels/document.xml.rels')!.toString();
    assert.match(relations, /https:\/\/example\.vn\/a\?b=1&#38;c=2/);
    assert.deepEqual(
      [...parts.keys()].filter((name) => /people|custom|docProps/.test(name)),
      [],
    );
  });

  test('a workbook keeps its cells and remarks, a presentation its slides', async () => {
    const workbook = await unpacked((await cleaned(xlsxBy(makers[1]), 'xlsx')).bytes);
    const sheet = workbook.get('xl/worksheets/sheet1.xml')!.toString();
    assert.match(sheet, /<v>12\.5<\/v>/);
    assert.match(sheet, /<legacyDrawing r:id="rId1">/);
    assert.match(workbook.get('xl/comments1.xml')!.toString(), /Đo lại/);
    assert.match(workbook.get('xl/workbook.xml')!.toString(), /Số liệu/);
    const { bytes, text } = await cleaned(await pptxBy(makers[0]), 'pptx');
    const names = [...(await unpacked(bytes)).keys()];
    assert.match(text, /Giải pháp/);
    assert.ok(names.some((name) => name.endsWith('.png')));
    assert.ok(names.includes('ppt/slides/slide1.xml'));
  });

  test('sound keeps its frames, a video its samples where its tables say', async () => {
    const sound = (await cleaned(mp3By(makers[0]), 'mp3')).bytes;
    assert.equal(sound.length, 3 * 417);
    const { bytes } = await cleaned(mp4By(makers[0]), 'mp4');
    const table = bytes.indexOf('stco') + 4;
    assert.equal(bytes.readUInt32BE(table + 4), 2);
    const [first, second] = [bytes.readUInt32BE(table + 8), bytes.readUInt32BE(table + 12)];
    assert.equal(bytes.toString('latin1', first, first + 5), 'aaabb');
    assert.equal(bytes.toString('latin1', second, second + 2), 'cc');
    assert.equal(bytes.toString('latin1').split('trak').length, 2, 'the track of places is gone');
  });
});

test('in a process of its own it gives the same', async () => {
  const bytes = await docxBy(makers[0]);
  const [apart, here] = [await cleanFile(bytes, 'docx'), await cleanHere(bytes, 'docx')];
  assert.deepEqual(apart, here);
  assert.deepEqual(await cleanFile(bytes, 'doc'), { ok: false, why: 'kind' });
});
