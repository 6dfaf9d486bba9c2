// A colour profile without its words: the tables by which colours are reckoned stay, byte by byte.

const HEAD = 128;
const MOST_TAGS = 100;
const LARGEST = 4 * 1024 ** 2;

// Only what a colour engine reckons with; descriptions, makers, serial numbers and texts are left out.
const kept = new Set(
  'rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt chad chrm lumi A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 gamt D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 cicp'.split(
    ' ',
  ),
);

/** The profile with its tables alone and constant texts; null where it is no whole profile. */
export function cleanProfile(profile: Buffer): Buffer | null {
  if (profile.length < HEAD + 4 || profile.length > LARGEST) return null;
  if (profile.toString('latin1', 36, 40) !== 'acsp') return null;
  const count = profile.readUInt32BE(HEAD);
  if (count > MOST_TAGS || HEAD + 4 + count * 12 > profile.length) return null;
  const tables: [string, Buffer][] = [];
  for (let n = 0; n < count; n += 1) {
    const at = HEAD + 4 + n * 12;
    const name = profile.toString('latin1', at, at + 4);
    if (!kept.has(name)) continue;
    const start = profile.readUInt32BE(at + 4);
    const end = start + profile.readUInt32BE(at + 8);
    if (start < HEAD || end > profile.length) return null;
    tables.push([name, profile.subarray(start, end)]);
  }
  if (tables.length === 0) return null;
  return written(profile, [...tables, ...texts(profile[8]!)]);
}

// Both have to be there; what they say is the same for everybody.
function texts(major: number): [string, Buffer][] {
  const text = major >= 4 ? wideText('c') : description('c');
  const copyright = major >= 4 ? wideText('c') : Buffer.from('text\0\0\0\0c\0', 'latin1');
  return [
    ['desc', text],
    ['cprt', copyright],
  ];
}

function wideText(text: string): Buffer {
  const block = Buffer.alloc(28 + text.length * 2);
  block.write('mluc', 0, 'latin1');
  block.writeUInt32BE(1, 8);
  block.writeUInt32BE(12, 12);
  block.write('enUS', 16, 'latin1');
  block.writeUInt32BE(text.length * 2, 20);
  block.writeUInt32BE(28, 24);
  block.write(text, 28, 'utf16le');
  block.subarray(28).swap16();
  return block;
}

function description(text: string): Buffer {
  const block = Buffer.alloc(12 + text.length + 1 + 78);
  block.write('desc', 0, 'latin1');
  block.writeUInt32BE(text.length + 1, 8);
  block.write(text, 12, 'latin1');
  return block;
}

function written(profile: Buffer, tags: readonly (readonly [string, Buffer])[]): Buffer {
  const head = Buffer.alloc(HEAD + 4 + tags.length * 12);
  // Version, class, colour spaces; then the mark, intent and the white that is reckoned from.
  profile.copy(head, 8, 8, 24);
  head.write('acsp', 36, 'latin1');
  profile.copy(head, 64, 64, 80);
  head.writeUInt32BE(tags.length, HEAD);
  const bodies: Buffer[] = [];
  let at = head.length;
  tags.forEach(([name, body], n) => {
    const padded = Buffer.alloc(Math.ceil(body.length / 4) * 4);
    body.copy(padded);
    head.write(name, HEAD + 4 + n * 12, 'latin1');
    head.writeUInt32BE(at, HEAD + 8 + n * 12);
    head.writeUInt32BE(body.length, HEAD + 12 + n * 12);
    bodies.push(padded);
    at += padded.length;
  });
  head.writeUInt32BE(at, 0);
  return Buffer.concat([head, ...bodies]);
}
