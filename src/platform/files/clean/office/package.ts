import path from 'node:path';
import { cleanPicture } from '../pictures/index.ts';
import { cleanMp3 } from '../sound/mp3.ts';
import { cleanMp4 } from '../sound/mp4.ts';
import { Uncleanable } from '../types.ts';
import { emptyOle, emptyWorkbook } from './objects.ts';
import { eachTag, kindOf, listOf, type Relation, relationsIn } from './relations.ts';
import { type Handling, handlingOf } from './rules.ts';
import { scrub } from './scrub.ts';
import { cleanSvg } from './svg.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const usual = /^(?:word|xl|ppt)\/(?:[A-Za-z]+\/)*[A-Za-z]+\d*\.(?:xml|vml)$/;

interface Written {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The relations of a part that is being written: each gets its number when it is first referred to. */
class Relations {
  readonly known: readonly Relation[];
  readonly #numbers = new Map<Relation, number>();

  constructor(known: readonly Relation[]) {
    this.known = known;
  }

  /** The new id; null where what it refers to is left out. @throws Uncleanable where nobody knows what it is */
  refer(id: string): string | null {
    const relation = this.known.find((one) => one.id === id);
    if (relation === undefined) return null;
    const handling = handlingOf(kindOf(relation));
    if (handling === 'dropped') return null;
    if (handling === null) throw new Uncleanable('inside', kindOf(relation));
    return this.add(relation);
  }

  add(relation: Relation): string {
    const number = this.#numbers.get(relation) ?? this.#numbers.size + 1;
    this.#numbers.set(relation, number);
    return `rId${number}`;
  }

  /** Those that no text refers to and that still count, in an order of their own. */
  implied(): Relation[] {
    return this.known
      .filter(
        (one) => !this.#numbers.has(one) && !one.outside && handlingOf(kindOf(one)) === 'part',
      )
      .toSorted((a, b) => order(a.type, b.type) || order(a.target, b.target));
  }

  /** In the order of their numbers. */
  referred(): [Relation, number][] {
    return [...this.#numbers];
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A package that is put together anew, from its first part on. */
export class Package {
  readonly #parts: ReadonlyMap<string, Written>;
  readonly #nested: (bytes: Buffer) => Promise<Buffer>;
  readonly #types = new Map<string, string>();
  readonly #defaults = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #made = new Map<string, Buffer>();
  readonly #madeTypes = new Map<string, string>();
  readonly #texts: string[] = [];
  #root = 'word';

  constructor(parts: ReadonlyMap<string, Buffer>, nested: (bytes: Buffer) => Promise<Buffer>) {
    const known = new Map<string, Written>();
    for (const [name, bytes] of parts) {
      const key = name.toLowerCase();
      if (known.has(key)) throw new Uncleanable('broken', 'twice');
      known.set(key, { name, bytes });
    }
    this.#parts = known;
    this.#nested = nested;
  }

  async build(): Promise<void> {
    eachTag(
      this.#part(CONTENT_TYPES),
      (tag, { PartName = '', Extension = '', ContentType = '' }) => {
        if (tag === 'Override')
          this.#types.set(PartName.replace(/^\//, '').toLowerCase(), ContentType);
        if (tag === 'Default') this.#defaults.set(Extension.toLowerCase(), ContentType);
      },
    );
    const top = relationsIn(this.#part('_rels/.rels'), '');
    const first = top.find((one) => kindOf(one) === 'officeDocument');
    if (first === undefined) throw new Uncleanable('broken', 'no document');
    this.#root = first.target.split('/')[0] ?? '';
    if (!['word', 'xl', 'ppt'].includes(this.#root)) throw new Uncleanable('broken', 'folder');
    const part = { word: 'document', xl: 'workbook', ppt: 'presentation' }[this.#root] ?? '';
    const name = await this.#xml(first.target, part, null);
    this.#made.set(
      '_rels/.rels',
      listed(
        [{ ...first, target: name }].map((one) => [one, 1]),
        '',
      ),
    );
  }

  /** Names and bytes: the list of kinds first, as readers expect, the others by name. */
  written(): [string, Buffer][] {
    const rest = [...this.#made].sort(([a], [b]) => order(a, b));
    return [[CONTENT_TYPES, this.#contentTypes()], ...rest];
  }

  text(): string {
    return this.#texts.join('\n');
  }

  #part(name: string): Buffer {
    const found = this.#parts.get(name.toLowerCase());
    if (found === undefined) throw new Uncleanable('broken', name);
    return found.bytes;
  }

  #typeOf(name: string): string {
    const ending = path.posix.extname(name).slice(1).toLowerCase();
    const type = this.#types.get(name.toLowerCase()) ?? this.#defaults.get(ending) ?? '';
    if (/macroEnabled|vbaProject|activeX/i.test(type)) throw new Uncleanable('inside', type);
    return type;
  }

  /** Writes a part and all that it leads to; gives its new name. */
  async #xml(source: string, kind: string, above: Relations | null): Promise<string> {
    const known = this.#names.get(source.toLowerCase());
    if (known !== undefined) return known;
    const bytes = this.#part(source);
    const name = usual.test(source) ? source : `${this.#root}/part${this.#names.size + 1}.xml`;
    this.#names.set(source.toLowerCase(), name);
    const type = this.#typeOf(source);
    const list = this.#parts.get(listOf(source).toLowerCase());
    const relations = new Relations(kind === 'settings' ? [] : relationsIn(list?.bytes, source));
    const { bytes: scrubbed, text } = scrub(bytes, {
      part: kind,
      refer: (id) => relations.refer(id),
      referAbove: (id) => above?.refer(id) ?? null,
    });
    this.#made.set(name, scrubbed);
    this.#madeTypes.set(name, type);
    if (text.trim() !== '') this.#texts.push(text);
    await this.#lead(name, relations);
    return name;
  }

  async #lead(name: string, relations: Relations): Promise<void> {
    for (const one of relations.implied()) relations.add(one);
    const listings: [Relation, number][] = [];
    // What it leads to may refer to more of this part's own relations.
    for (let at = 0; at < relations.referred().length; at += 1) {
      const [relation, number] = relations.referred()[at]!;
      const target = await this.#target(relation, relations);
      listings.push([{ ...relation, target }, number]);
    }
    if (listings.length > 0) this.#made.set(listOf(name), listed(listings, name));
  }

  async #target(relation: Relation, from: Relations): Promise<string> {
    const kind = kindOf(relation);
    const handling = handlingOf(kind);
    if (relation.outside) {
      // A reader's program would go there, or show where it lay on somebody's machine.
      const open = handling === 'link' && /^https?:\/\//i.test(relation.target);
      return open ? relation.target : 'about:blank';
    }
    if (handling === 'part') return this.#xml(relation.target, kind, from);
    return this.#binary(relation.target, handling);
  }

  async #binary(source: string, handling: Handling): Promise<string> {
    const known = this.#names.get(source.toLowerCase());
    if (known !== undefined) return known;
    const { bytes, folder, ending } = await this.#cleaned(source, handling);
    const name = `${this.#root}/${folder}${this.#names.size + 1}.${ending}`;
    this.#names.set(source.toLowerCase(), name);
    this.#made.set(name, bytes);
    this.#madeTypes.set(name, binaryTypes[ending] ?? this.#typeOf(source));
    return name;
  }

  async #cleaned(
    source: string,
    handling: Handling,
  ): Promise<{ bytes: Buffer; folder: string; ending: string }> {
    const bytes = this.#part(source);
    const ending = path.posix.extname(source).slice(1).toLowerCase();
    if (handling === 'picture') {
      const svg = ending === 'svg';
      const clean = svg ? cleanSvg(bytes) : cleanPicture(bytes).bytes;
      return { bytes: clean, folder: 'media/image', ending: svg ? 'svg' : endingOf(clean) };
    }
    if (handling === 'sound') {
      if (bytes.toString('latin1', 4, 8) === 'ftyp') {
        return { bytes: cleanMp4(bytes).bytes, folder: 'media/media', ending: 'mp4' };
      }
      return { bytes: cleanMp3(bytes).bytes, folder: 'media/media', ending: 'mp3' };
    }
    if (handling === 'object') return this.#object(bytes, ending);
    // Fonts are packed under a number of their own, in the part that names them: as they were.
    if (handling === 'font') return { bytes, folder: 'fonts/font', ending };
    throw new Uncleanable('inside', source);
  }

  async #object(bytes: Buffer, ending: string) {
    const folder = 'embeddings/object';
    if (!['xlsx', 'docx', 'pptx'].includes(ending)) {
      return { bytes: emptyOle(), folder, ending: 'bin' };
    }
    try {
      return { bytes: await this.#nested(bytes), folder, ending };
    } catch (error) {
      if (!(error instanceof Uncleanable)) throw error;
      return { bytes: emptyWorkbook(), folder, ending: 'xlsx' };
    }
  }

  #contentTypes(): Buffer {
    const overrides = [...this.#madeTypes].sort(([a], [b]) => order(a, b));
    const lines = overrides.map(
      ([name, type]) => `<Override PartName="/${name}" ContentType="${quoted(type)}"/>`,
    );
    return Buffer.from(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${lines.join('')}</Types>`,
    );
  }
}

const binaryTypes: Readonly<Record<string, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  mp3: 'audio/mpeg',
  bin: 'application/vnd.openxmlformats-officedocument.oleObject',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

function endingOf(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 4);
  if (head.startsWith('\xff\xd8')) return 'jpeg';
  if (head === '\x89PNG') return 'png';
  if (head === 'GIF8') return 'gif';
  if (head === 'RIFF') return 'webp';
  if (head.startsWith('BM')) return 'bmp';
  return head === '\x01\0\0\0' ? 'emf' : 'wmf';
}

const quoted = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function listed(relations: readonly (readonly [Relation, number])[], part: string): Buffer {
  const from = path.posix.dirname(part);
  const lines = relations.map(([{ type, target, outside }, number]) => {
    const place = outside ? target : path.posix.relative(from === '.' ? '' : from, target);
    const mode = outside ? ' TargetMode="External"' : '';
    return `<Relationship Id="rId${number}" Type="${quoted(type)}" Target="${quoted(place)}"${mode}/>`;
  });
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${relationships}">${lines.join('')}</Relationships>`,
  );
}
