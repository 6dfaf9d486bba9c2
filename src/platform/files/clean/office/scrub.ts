import { SaxesParser, type SaxesTagNS } from 'saxes';
import { Uncleanable } from '../types.ts';
import { refuseTraps, xmlText } from './relations.ts';
import { attributeAs, isDropped, nobody, tellsWho } from './rules.ts';

const DEEPEST = 256;
const relationships = /\/officeDocument\/(2006\/)?relationships$/;
const office = 'urn:schemas-microsoft-com:office:office';

export interface Scrubbed {
  readonly bytes: Buffer;
  /** What people read in it, a paragraph or cell a line. */
  readonly text: string;
}

export interface ScrubOptions {
  /** What kind of part it is: 'settings', 'workbook', … */
  readonly part: string;
  /** The new id of a relation of this part; null: the reference goes. */
  readonly refer: (id: string) => string | null;
  /** The same for one of the part that led here, which drawings of diagrams name. */
  readonly referAbove: (id: string) => string | null;
}

/** An XML part written anew without what tells who wrote it. Comments and instructions go. @throws Uncleanable */
export function scrub(bytes: Buffer, options: ScrubOptions): Scrubbed {
  const scrubbing = new Scrubbing(options);
  const parser = new SaxesParser({ xmlns: true });
  refuseTraps(parser);
  parser.on('opentag', (tag) => scrubbing.open(tag));
  parser.on('closetag', (tag) => scrubbing.close(tag));
  parser.on('text', (text) => scrubbing.text(text));
  parser.on('cdata', (text) => scrubbing.text(text));
  parser.write(xmlText(bytes)).close();
  return scrubbing.made();
}

const escaped = (text: string): string =>
  text.replace(/[&<>\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const quoted = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The instruction of a field of Word, which may be written in several pieces. */
interface Field {
  readonly pieces: number[];
  instruction: string;
}

class Scrubbing {
  readonly #options: ScrubOptions;
  readonly #out: string[] = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  readonly #read: string[] = [];
  readonly #open: string[] = [];
  readonly #fields: Field[] = [];
  /** Depth at which the element stands that is left out with all in it; 0: none is. */
  #outside = 0;

  constructor(options: ScrubOptions) {
    this.#options = options;
  }

  open(tag: SaxesTagNS): void {
    const { local, uri } = tag;
    this.#open.push(local);
    const depth = this.#open.length;
    if (depth > DEEPEST) throw new Uncleanable('broken', 'depth');
    if (this.#outside > 0) return;
    const plain = Object.fromEntries(
      Object.values(tag.attributes).map(({ local: name, value }) => [name, value]),
    );
    if (isDropped(local, uri, plain, depth - 1, this.#options.part)) {
      this.#outside = depth;
      return;
    }
    if (local === 'fldChar') this.#field(plain.fldCharType ?? '');
    this.#out.push(`<${tag.name}${this.#attributes(tag)}>`);
    if (local === 'authors' && this.#options.part === 'comments') {
      // One for all: how many there were tells something as well.
      const prefix = tag.prefix === '' ? '' : `${tag.prefix}:`;
      this.#out.push(`<${prefix}author>${nobody}</${prefix}author></${tag.name}>`);
      this.#outside = depth;
    }
  }

  close(tag: SaxesTagNS): void {
    const depth = this.#open.length;
    this.#open.pop();
    if (this.#outside > 0) {
      if (this.#outside === depth) this.#outside = 0;
      return;
    }
    this.#out.push(`</${tag.name}>`);
    if (/^(p|si|tc|cell|c|br|tab|comment)$/.test(tag.local)) this.#read.push('\n');
  }

  text(text: string): void {
    const within = this.#open.at(-1);
    if (this.#outside > 0 || within === undefined) return;
    if (within === 't' || within === 'delText') this.#read.push(text);
    if (within === 'instrText' || within === 'delInstrText') {
      const field = this.#fields.at(-1);
      if (field !== undefined) {
        field.pieces.push(this.#out.length);
        field.instruction += text;
      } else if (tellsWho(text)) return;
    }
    this.#out.push(escaped(text));
  }

  made(): Scrubbed {
    for (const field of this.#fields.splice(0)) this.#settle(field);
    return { bytes: Buffer.from(this.#out.join(''), 'utf8'), text: this.#read.join('') };
  }

  #field(kind: string): void {
    if (kind === 'begin') {
      this.#fields.push({ pieces: [], instruction: '' });
      return;
    }
    const field = this.#fields.at(-1);
    if (field !== undefined) this.#settle(field);
    if (kind === 'end') this.#fields.pop();
  }

  #settle({ pieces, instruction }: Field): void {
    if (!tellsWho(instruction)) return;
    for (const at of pieces) this.#out[at] = '';
  }

  #attributes({ local: element, uri: elementUri, attributes }: SaxesTagNS): string {
    let text = '';
    for (const { name, local, uri, prefix, value } of Object.values(attributes)) {
      const declares = prefix === 'xmlns' || name === 'xmlns';
      const stays = declares ? value : this.#value({ element, elementUri, local, uri, value });
      if (stays !== null) text += ` ${name}="${quoted(stays)}"`;
    }
    return text;
  }

  #value(attribute: Parameters<typeof attributeAs>[0]): string | null {
    const { element, local, uri, value } = attribute;
    const refers = relationships.test(uri) || (uri === office && local === 'relid');
    if (refers) return value === '' ? value : this.#options.refer(value);
    if (element === 'dataModelExt' && local === 'relId') return this.#options.referAbove(value);
    return attributeAs(attribute);
  }
}
