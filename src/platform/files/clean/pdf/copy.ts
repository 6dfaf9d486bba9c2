import { inflateSync } from 'node:zlib';
import type { PDFDocument, PDFObject } from 'mupdf';
import { cleanProfile } from '../pictures/icc.ts';
import { cleanJpeg } from '../pictures/index.ts';
import { cleanJp2 } from '../pictures/jp2.ts';
import { Uncleanable } from '../types.ts';
import {
  documentKeys,
  formKeys,
  inheritedKeys,
  isDroppedNote,
  isHarmlessAction,
  pageKeys,
  pictureKeys,
  staysAnywhere,
  staysOfNote,
} from './keys.ts';

const MOST_OBJECTS = 400_000;
const DEEPEST = 60;
const LARGEST_PICTURE = 256 * 1024 ** 2;

/** What an object is to those who lead to it. */
type Role = 'any' | 'profile' | 'form';

interface Waiting {
  readonly from: PDFObject;
  readonly to: PDFObject;
  readonly role: Role;
}

/**
 * Copies a document object by object, each numbered when it is first met: the numbers, like all else, do not
 * depend on what was left out.
 */
export class Copy {
  readonly #source: PDFDocument;
  readonly #made: PDFDocument;
  readonly #known = new Map<number, PDFObject | null>();
  readonly #waiting: Waiting[] = [];

  constructor(source: PDFDocument, made: PDFDocument) {
    this.#source = source;
    this.#made = made;
  }

  made(): PDFDocument {
    const root = this.#source.getTrailer().get('Root');
    if (!root.isDictionary()) throw new Uncleanable('broken', 'root');
    const catalog = this.#made.getTrailer().get('Root');
    this.#pages(catalog);
    for (const [key, value] of entries(root)) {
      if (!documentKeys.has(key) || key === 'Type') continue;
      this.#put(catalog, key, value, key === 'AcroForm' ? 'form' : 'any');
    }
    // Written by the library into each new document.
    catalog.delete('Info');
    const places = root.get('Names', 'Dests');
    if (!places.isNull()) {
      const names = this.#made.newDictionary();
      this.#put(names, 'Dests', places);
      catalog.put('Names', names);
    }
    this.#rest();
    return this.#made;
  }

  /** All pages in one row, whatever tree they hung in; what they had from above is their own now. */
  #pages(catalog: PDFObject): void {
    const count = this.#source.countPages();
    const row = this.#made.newArray();
    const node = this.#made.addObject({ Type: 'Pages', Count: count });
    const pages = Array.from({ length: count }, (_, at) => {
      const from = this.#source.findPage(at);
      const to = this.#made.createObject();
      this.#known.set(from.asIndirect(), to);
      row.push(to);
      return { from, to };
    });
    node.put('Kids', row);
    node.put('Type', this.#made.newName('Pages'));
    catalog.put('Pages', node);
    for (const { from, to } of pages) to.writeObject(this.#page(from, node));
  }

  #page(from: PDFObject, node: PDFObject): PDFObject {
    const page = this.#made.newDictionary();
    page.put('Type', this.#made.newName('Page'));
    page.put('Parent', node);
    for (const key of inheritedKeys) {
      const value = from.getInheritable(key);
      if (!value.isNull()) this.#put(page, key, value);
    }
    for (const [key, value] of entries(from)) {
      if (pageKeys.has(key) && key !== 'Type' && page.get(key).isNull())
        this.#put(page, key, value);
    }
    const notes = this.#made.newArray();
    from.get('Annots').forEach((note) => {
      if (note.isDictionary() && !isDroppedNote(nameIn(note, 'Subtype'))) this.#push(notes, note);
    });
    if (notes.length > 0) page.put('Annots', notes);
    return page;
  }

  #rest(): void {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const { from, to, role } = next;
      if (!from.isStream()) to.writeObject(this.#direct(from, role, 0));
      else this.#stream(next);
    }
  }

  #put(into: PDFObject, key: string, value: PDFObject, role: Role = 'any', depth = 0): void {
    const copied = this.#copied(value, role, depth);
    if (copied !== null) into.put(key, copied);
  }

  #push(into: PDFObject, value: PDFObject, role: Role = 'any', depth = 0): void {
    into.push(this.#copied(value, role, depth) ?? this.#made.newNull());
  }

  /** The same in the new document; null for what is not copied. */
  #copied(value: PDFObject, role: Role, depth: number): PDFObject | null {
    if (!value.isIndirect()) return this.#direct(value, role, depth + 1);
    const number = value.asIndirect();
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const from = value.resolve();
    // A page that is not among the pages: somebody took it out.
    if (from.isDictionary() && (isPage(from) || isNote(from))) {
      if (isPage(from) || isDroppedNote(nameIn(from, 'Subtype'))) {
        this.#known.set(number, null);
        return null;
      }
    }
    if (this.#known.size >= MOST_OBJECTS) throw new Uncleanable('too_large', 'objects');
    const to = this.#made.createObject();
    this.#known.set(number, to);
    this.#waiting.push({ from: value, to, role });
    return to;
  }

  #direct(value: PDFObject, role: Role, depth: number): PDFObject {
    const made = this.#made;
    if (depth > DEEPEST) throw new Uncleanable('broken', 'depth');
    if (value.isDictionary()) return this.#dictionary(value, role, depth);
    if (value.isArray()) return this.#array(value, depth);
    if (value.isName()) return made.newName(value.asName());
    if (value.isString()) return made.newByteString(value.asByteString());
    if (value.isBoolean()) return made.newBoolean(value.asBoolean());
    if (value.isInteger()) return made.newInteger(value.asNumber());
    if (value.isNumber()) return made.newReal(value.asNumber());
    return made.newNull();
  }

  #array(value: PDFObject, depth: number): PDFObject {
    const array = this.#made.newArray();
    const profile =
      value.length === 2 && value.get(0).isName() && value.get(0).asName() === 'ICCBased';
    for (let at = 0; at < value.length; at += 1) {
      this.#push(array, value.get(at), profile ? 'profile' : 'any', depth);
    }
    return array;
  }

  #dictionary(from: PDFObject, role: Role, depth: number): PDFObject {
    const made = this.#made.newDictionary();
    const note = isNote(from) ? nameIn(from, 'Subtype') : null;
    const signature = nameIn(from, 'FT') === 'Sig' || inherited(from, 'FT') === 'Sig';
    for (const [key, value] of entries(from)) {
      if (!staysAnywhere(key) || (role === 'form' && !formKeys.has(key))) continue;
      if (note !== null && !staysOfNote(key, note)) continue;
      if (signature && key === 'V') continue;
      if ((key === 'A' || key === 'Next' || key === 'PA') && !harmless(value)) continue;
      this.#put(made, key, value, 'any', depth);
    }
    return made;
  }

  #stream({ from, to, role }: Waiting): void {
    const dictionary = this.#made.newDictionary();
    const picture = nameIn(from, 'Subtype') === 'Image';
    for (const [key, value] of entries(from)) {
      if (key === 'Length' || key === 'F' || !staysAnywhere(key)) continue;
      if (picture && !pictureKeys.has(key)) continue;
      this.#put(dictionary, key, value);
    }
    const own = role === 'profile' ? profileOf(from) : pictureOf(from);
    if (own === null) {
      to.writeObject(dictionary);
      to.writeRawStream(from.readRawStream());
      return;
    }
    dictionary.delete('Filter');
    dictionary.delete('DecodeParms');
    if (own.filter !== null) dictionary.put('Filter', this.#made.newName(own.filter));
    if (own.parameters !== null) this.#put(dictionary, 'DecodeParms', own.parameters);
    to.writeObject(dictionary);
    to.writeRawStream(own.bytes);
  }
}

interface OwnBytes {
  readonly bytes: Buffer;
  readonly filter: string | null;
  readonly parameters: PDFObject | null;
}

/** A photograph has words of its own: it is cleaned like any other. Null: nothing is changed. */
function pictureOf(from: PDFObject): OwnBytes | null {
  const filters = listOf(from.get('Filter')).map((one) => one.asName());
  const last = filters.at(-1);
  if (last !== 'DCTDecode' && last !== 'DCT' && last !== 'JPXDecode') return null;
  let bytes = Buffer.from(from.readRawStream().asUint8Array());
  for (const filter of filters.slice(0, -1)) {
    if (filter !== 'FlateDecode' && filter !== 'Fl') throw new Uncleanable('inside', filter);
    bytes = inflateSync(bytes, { maxOutputLength: LARGEST_PICTURE });
  }
  const parameters = listOf(from.get('DecodeParms')).at(-1) ?? null;
  if (last === 'JPXDecode') return { bytes: cleanJp2(bytes), filter: last, parameters: null };
  return { bytes: cleanJpeg(bytes).bytes, filter: 'DCTDecode', parameters };
}

// A profile that cannot be read is nothing to any viewer: it takes the colours by their number.
function profileOf(from: PDFObject): OwnBytes {
  const bytes = cleanProfile(Buffer.from(from.readStream().asUint8Array())) ?? Buffer.alloc(0);
  return { bytes, filter: null, parameters: null };
}

const listOf = (value: PDFObject): PDFObject[] => {
  if (value.isNull()) return [];
  if (!value.isArray()) return [value];
  return Array.from({ length: value.length }, (_, at) => value.get(at));
};

/** The parts of a dictionary, in the order of their names. */
function entries(from: PDFObject): [string, PDFObject][] {
  const found: [string, PDFObject][] = [];
  from.forEach((value, key) => {
    found.push([String(key), value]);
  });
  return found.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function nameIn(from: PDFObject, key: string): string {
  const value = from.get(key);
  return value.isName() ? value.asName() : '';
}

function inherited(from: PDFObject, key: string): string {
  if (from.get('Parent').isNull()) return '';
  const value = from.getInheritable(key);
  return value.isName() ? value.asName() : '';
}

const isPage = (from: PDFObject): boolean => nameIn(from, 'Type') === 'Page';

const isNote = (from: PDFObject): boolean =>
  nameIn(from, 'Subtype') !== '' && from.get('Rect').isArray();

function harmless(action: PDFObject): boolean {
  if (!action.isDictionary()) return true;
  const kind = nameIn(action, 'S');
  const address = action.get('URI');
  return kind === '' || isHarmlessAction(kind, address.isString() ? address.asString() : '');
}
