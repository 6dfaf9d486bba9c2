import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { chooserFromSeed } from '../../../kernel/random.ts';
import { bytesOf, oleOf, zipOf } from '../testing-samples.ts';
import type { FileTypeName } from '../types.ts';
import { type Cleaned, cleanFaults, cleanFile, closeCleaning } from './index.ts';
import { cleanHere } from './kinds.ts';
import { gifBy, jpegBy, makers, mp3By, mp4Box, mp4By, pngBy, webpBy } from './testing.ts';
import { docxBy, pptxBy, relationsOf, typesOf, xlsxBy } from './testing-office.ts';
import { pdfBy } from './testing-pdf.ts';
import { packed } from './zip.ts';

after(closeCleaning);

const [maker] = makers;
const whole: Readonly<Partial<Record<FileTypeName, () => Buffer | Promise<Buffer>>>> = {
  jpeg: () => jpegBy(maker),
  png: () => pngBy(maker),
  webp: () => webpBy(maker),
  gif: () => gifBy(maker),
  mp3: () => mp3By(maker),
  mp4: () => mp4By(maker),
  docx: () => docxBy(maker),
  xlsx: () => xlsxBy(maker),
  pptx: () => pptxBy(maker),
  pdf: () => pdfBy(maker),
};

const told = (outcome: Cleaned): string => (outcome.ok ? 'ok' : outcome.why);

describe('broken files are refused, or what is whole of them is cleaned', () => {
  for (const [type, by] of Object.entries(whole) as [FileTypeName, () => Promise<Buffer>][])
    test(type, async () => {
      const bytes = await by();
      const { name } = maker;
      const chooser = chooserFromSeed(`broken ${type}`);
      for (let turn = 0; turn < 60; turn += 1) {
        const broken = Buffer.from(
          turn % 2 === 0 ? bytes.subarray(0, chooser.below(bytes.length)) : bytes,
        );
        if (turn % 2 === 1)
          for (let n = 0; n < 8; n += 1) broken[chooser.below(broken.length)] = chooser.below(256);
        const outcome = await cleanHere(broken, type);
        if (outcome.ok) assert.ok(turn % 2 === 1 || !outcome.bytes.includes(name), `turn ${turn}`);
        else assert.ok(cleanFaults.includes(outcome.why));
      }
    });

  test('nothing, and something else', async () => {
    for (const type of Object.keys(whole) as FileTypeName[]) {
      assert.equal(told(await cleanHere(Buffer.alloc(0), type)), 'broken', type);
      assert.equal(told(await cleanHere(Buffer.alloc(5000, 'x'), type)), 'broken', type);
    }
  });
});

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A Word document of these parts. */
const document = (
  text: string,
  more: Readonly<Record<string, string | Buffer>> = {},
  types: Record<string, string> = {},
): Buffer =>
  packed(
    Object.entries({
      '[Content_Types].xml': typesOf({ 'word/document.xml': type, ...types }),
      '_rels/.rels': relationsOf([['rId1', 'officeDocument', 'word/document.xml']]),
      'word/document.xml': text,
      ...more,
    }).map(([name, part]) => [name, Buffer.from(part)]),
  );

const plain = (body: string): string =>
  `<w:document xmlns:w="${word}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`;

describe('traps in Office files', () => {
  test('entities and declarations', async () => {
    const trap = `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${plain('<w:p>&b;</w:p>')}`;
    assert.equal(told(await cleanHere(document(trap), 'docx')), 'inside');
    assert.equal(told(await cleanHere(document(plain('<w:p>&b;</w:p>')), 'docx')), 'broken');
  });

  test('a package that unpacks to more than it should', async () => {
    const bomb = document(plain(`<w:p>${' '.repeat(200_000_000)}</w:p>`));
    assert.ok(bomb.length < 400_000);
    assert.equal(told(await cleanHere(bomb, 'docx')), 'too_large');
  });

  test('elements in elements without an end', async () => {
    const deep = plain('<w:p>'.repeat(5000) + '</w:p>'.repeat(5000));
    assert.equal(told(await cleanHere(document(deep), 'docx')), 'broken');
  });

  test('parts that nobody knows but the text needs', async () => {
    for (const kind of ['aFChunk', 'control', 'subDocument']) {
      const bytes = document(plain('<w:altChunk r:id="rId5"/>'), {
        'word/_rels/document.xml.rels': relationsOf([['rId5', kind, 'x.bin']]),
        'word/x.bin': 'x',
      });
      assert.equal(told(await cleanHere(bytes, 'docx')), 'inside', kind);
    }
  });

  test('programs, and pictures that are none', async () => {
    const macro = { 'word/document.xml': 'application/vnd.ms-word.document.macroEnabled.main+xml' };
    assert.equal(told(await cleanHere(document(plain(''), {}, macro), 'docx')), 'inside');
    const bytes = document(plain('<w:p r:embed="rId5"/>'), {
      'word/_rels/document.xml.rels': relationsOf([['rId5', 'image', 'media/a.tiff']]),
      'word/media/a.tiff': 'II*\0',
    });
    assert.equal(told(await cleanHere(bytes, 'docx')), 'inside');
  });

  test('parts in a circle, and outside of the package', async () => {
    const bytes = document(plain('<w:headerReference r:id="rId5"/>'), {
      'word/_rels/document.xml.rels': relationsOf([['rId5', 'header', 'document.xml']]),
    });
    assert.equal(told(await cleanHere(bytes, 'docx')), 'ok');
    const outside = document(plain('<w:headerReference r:id="rId5"/>'), {
      'word/_rels/document.xml.rels': relationsOf([['rId5', 'header', '../../../etc/passwd']]),
    });
    assert.equal(told(await cleanHere(outside, 'docx')), 'broken');
  });

  test('the same part twice', async () => {
    const twice = packed([
      ['[Content_Types].xml', Buffer.from(typesOf({}))],
      ['[content_types].xml', Buffer.from(typesOf({}))],
    ]);
    assert.equal(told(await cleanHere(twice, 'docx')), 'broken');
    assert.equal(told(await cleanHere(zipOf({ 'a.txt': 'x' }), 'docx')), 'broken');
  });

  test('pages of the web stay, files and pictures of elsewhere do not', async () => {
    const bytes = document(plain('<w:p r:id="rId1"/><w:p r:id="rId2"/><w:p r:link="rId3"/>'), {
      'word/_rels/document.xml.rels': relationsOf([
        ['rId1', 'hyperlink', 'https://example.vn/', 'External'],
        ['rId2', 'hyperlink', 'file:///C:/Users/binh/a.docx', 'External'],
        ['rId3', 'image', 'https://tracker.example/x.png', 'External'],
      ]),
    });
    const outcome = await cleanHere(bytes, 'docx');
    assert.ok(outcome.ok);
    const { unpacked } = await import('./zip.ts');
    const list = (await unpacked(outcome.bytes)).get('word/_rels/document.xml.rels')!.toString();
    assert.equal(list.split('about:blank').length, 3);
    assert.ok(list.includes('https://example.vn/') && !/binh|tracker/.test(list));
  });
});

describe('PDFs', () => {
  test('one that asks for a password is told to be locked, one that only forbids is cleaned', async () => {
    const asks = 'encrypt=aes-256,user-password=a,owner-password=b';
    assert.equal(told(await cleanHere(await pdfBy(makers[1], asks), 'pdf')), 'locked');
    const forbids = 'encrypt=aes-128,owner-password=b,permissions=0';
    const [open, plainly] = [await pdfBy(makers[1], forbids), await pdfBy(makers[1])];
    const [a, b] = [await cleanHere(open, 'pdf'), await cleanHere(plainly, 'pdf')];
    assert.ok(a.ok && b.ok && a.bytes.equals(b.bytes));
  });

  test('a page that says what no file holds', async () => {
    const coded = deflateSync(Buffer.alloc(60_000_000, ' '));
    const body = `1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj
4 0 obj<</Length ${coded.length}/Filter/FlateDecode>>stream\n`;
    const bytes = Buffer.concat([
      Buffer.from(`%PDF-1.4\n${body}`),
      coded,
      Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
    ]);
    assert.equal(told(await cleanFile(bytes, 'pdf')), 'ok');
  });

  test('trees that hang in themselves', async () => {
    const bytes = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R/Outlines 1 0 R>>endobj
2 0 obj<</Type/Pages/Count 2/Kids[2 0 R 3 0 R]>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[3 0 R 2 0 R]>>endobj
trailer<</Root 1 0 R>>
%%EOF`);
    assert.notEqual(told(await cleanFile(bytes, 'pdf')), 'failed');
  });
});

describe('the rest', () => {
  test('kinds that no machine cleans', async () => {
    for (const [kind, bytes] of [
      ['doc', oleOf(['WordDocument'])],
      ['zip', bytesOf.zip],
      ['txt', bytesOf.txt],
    ] as const)
      assert.equal(told(await cleanFile(bytes, kind)), 'kind');
  });

  test('a video in fragments, or with its samples elsewhere', async () => {
    const bytes = Buffer.concat([mp4By(maker), mp4Box('moof', Buffer.alloc(8))]);
    assert.equal(told(await cleanHere(bytes, 'mp4')), 'inside');
    const two = Buffer.from(mp4By(maker));
    two.writeUInt32BE(2, two.indexOf('dref') + 8);
    assert.equal(told(await cleanHere(two, 'mp4')), 'inside');
  });

  test('the process that cleans is killed: the file is told to have failed, the next one is cleaned', async () => {
    const bytes = await pdfBy(maker);
    const first = cleanFile(bytes, 'pdf');
    closeCleaning();
    assert.equal(told(await first), 'failed');
    assert.equal(told(await cleanFile(bytes, 'pdf')), 'ok');
  });
});
