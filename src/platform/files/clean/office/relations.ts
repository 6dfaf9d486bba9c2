import path from 'node:path';
import { SaxesParser } from 'saxes';
import { Uncleanable } from '../types.ts';

/** What one part of a package has to do with another, or with an address outside. */
export interface Relation {
  readonly id: string;
  /** The whole name of its kind. */
  readonly type: string;
  /** Name of a part, or an address where it is `outside`. */
  readonly target: string;
  readonly outside: boolean;
}

/** The last word of the name of a kind. */
export const kindOf = ({ type }: Relation): string => type.slice(type.lastIndexOf('/') + 1);

/** The relations that a part's own list tells. @throws Uncleanable */
export function relationsIn(bytes: Buffer | undefined, part: string): Relation[] {
  if (bytes === undefined) return [];
  const found: Relation[] = [];
  eachTag(bytes, (name, attributes) => {
    if (name !== 'Relationship') return;
    const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes;
    const outside = TargetMode === 'External';
    const target = outside ? Target : placeOf(part, Target);
    found.push({ id: Id, type: Type, target, outside });
  });
  return found;
}

function placeOf(part: string, target: string): string {
  const decoded = decode(target.split('#')[0] ?? '');
  const joined = decoded.startsWith('/')
    ? decoded
    : path.posix.join('/', path.posix.dirname(part), decoded);
  return path.posix.normalize(joined).replace(/^\/+/, '');
}

function decode(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

/** The name of the list of a part's relations. */
export function listOf(part: string): string {
  const folder = path.posix.dirname(part);
  return `${folder === '.' ? '' : `${folder}/`}_rels/${path.posix.basename(part)}.rels`;
}

/** Opening tags of a small list, by their names without prefix. @throws Uncleanable */
export function eachTag(
  bytes: Buffer,
  visit: (name: string, attributes: Readonly<Record<string, string>>) => void,
): void {
  const parser = new SaxesParser();
  refuseTraps(parser);
  parser.on('opentag', (tag) => visit(tag.name.replace(/^.*:/, ''), tag.attributes));
  parser.write(xmlText(bytes)).close();
}

interface Refusing {
  on(name: 'error', handler: (error: Error) => void): void;
  on(name: 'doctype', handler: () => void): void;
}

/** Ends the reading at broken XML, and at declarations that could name entities. */
export function refuseTraps(parser: Refusing): void {
  parser.on('error', (error) => {
    throw new Uncleanable('broken', error.message);
  });
  parser.on('doctype', () => {
    throw new Uncleanable('inside', 'doctype');
  });
}

/** XML as text, also from UTF-16. @throws Uncleanable */
export function xmlText(bytes: Buffer): string {
  const wide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)
      ? 'utf-16le'
      : (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes);
  } catch {
    throw new Uncleanable('broken', 'encoding');
  }
}
