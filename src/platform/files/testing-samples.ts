import { deflateRawSync } from 'node:zlib';

/** Small files of every kind for tests, made by hand so that nothing binary lies in the project. */

export const bytesOf = {
  pdf: Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n', 'latin1'),
  png: Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f0300050001ff9e1a2b5d0000000049454e44ae426082',
    'hex',
  ),
  jpeg: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  gif: Buffer.from(
    '47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b',
    'hex',
  ),
  webp: Buffer.concat([
    Buffer.from('RIFF'),
    Buffer.from('1a000000', 'hex'),
    Buffer.from('WEBPVP8L'),
  ]),
  mp3: Buffer.from('fffb9064000000000000000000000000', 'hex'),
  mp4: Buffer.concat([Buffer.from('00000018', 'hex'), Buffer.from('ftypisom\0\0\0\0isommp42')]),
  txt: Buffer.from('Biên bản họp ngày 05/01/2026\r\n'),
  csv: Buffer.from('họ tên,năm sinh\nNguyễn Văn A,1960\n'),
  docx: office('word/document.xml'),
  xlsx: office('xl/workbook.xml'),
  pptx: office('ppt/presentation.xml'),
  zip: zipOf({ 'a.pdf': '%PDF-1.7', 'b/c.txt': 'x' }),
  doc: oleOf(['WordDocument', '1Table']),
  xls: oleOf(['Workbook']),
  ppt: oleOf(['PowerPoint Document']),
} as const;

function office(part: string): Buffer {
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': '<Relationships/>',
    [part]: '<x/>',
  });
}

/** What an entry's header says may be a lie: `claims` is its unpacked size then. */
export interface Entry {
  readonly text: string | Buffer;
  readonly claims?: number;
}

/** A ZIP archive of these entries. */
export function zipOf(entries: Readonly<Record<string, string | Entry>>): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, given] of Object.entries(entries)) {
    const { text, claims } = typeof given === 'string' ? { text: given } : given;
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const head = (signature: number, extra: number) => {
      const header = Buffer.alloc(extra === 0 ? 30 : 46);
      header.writeUInt32LE(signature, 0);
      const base = extra === 0 ? 4 : 6;
      header.writeUInt16LE(20, base);
      header.writeUInt16LE(0x800, base + 2);
      header.writeUInt16LE(8, base + 4);
      header.writeUInt32LE(packed.length, base + 14);
      header.writeUInt32LE(claims ?? plain.length, base + 18);
      header.writeUInt16LE(Buffer.byteLength(name), base + 22);
      return header;
    };
    const central = head(0x02014b50, 16);
    central.writeUInt32LE(at, 42);
    const body = Buffer.concat([head(0x04034b50, 0), Buffer.from(name), packed]);
    bodies.push(body);
    list.push(central, Buffer.from(name));
    at += body.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

/** An OLE compound file whose directory has these streams; the directory takes several sectors. */
export function oleOf(names: readonly string[]): Buffer {
  const size = 512;
  const entries = ['Root Entry', 'a', 'b', 'c', ...names];
  const sectors = Math.ceil(entries.length / 4);
  const file = Buffer.alloc(size * (2 + sectors));
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, size);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, size, size * 2);
  file.writeUInt32LE(0xfffffffd, size);
  for (let n = 1; n <= sectors; n++) {
    file.writeUInt32LE(n === sectors ? 0xfffffffe : n + 1, size + n * 4);
  }
  entries.forEach((name, index) => {
    const at = size * 2 + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
    file[at + 66] = index === 0 ? 5 : 2;
  });
  return file;
}
