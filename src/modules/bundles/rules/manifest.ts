import { createHash } from 'node:crypto';
import type { Entry } from './zip.ts';

export const bundleFormat = 'lientri.decision/1';

/** What lies in a bundle behind the manifest and its signature, in this order and nothing else. */
export const partNames = [
  'keys',
  'edition',
  'councils',
  'dossiers',
  'assignments',
  'sheets',
  'votes',
  'ballots',
  'results',
  'allocation',
  'minutes',
] as const;
export type PartName = (typeof partNames)[number];

/** JSON text of a value that is the same whoever writes it: `canonicalText` of calls. */
export type Canonical = (value: unknown) => string;

export interface ListedPart {
  readonly name: PartName;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** SHA-256 over the link before, the name and the hash: no part is taken out or put in unseen. */
  readonly chain: string;
}

export interface Manifest {
  readonly format: typeof bundleFormat;
  /** Public id of the edition. */
  readonly edition: string;
  /** The phase that the prizes were given after. */
  readonly phase: string;
  readonly parts: readonly ListedPart[];
}

export const sha256 = (bytes: Buffer | string): string =>
  createHash('sha256').update(bytes).digest('hex');

export const fileOf = (part: PartName | 'manifest' | 'signature'): string => `${part}.json`;

/** The list of the parts, each hash linked to those before it. */
export function listParts(bytes: ReadonlyMap<PartName, Buffer>): ListedPart[] {
  let chain = sha256(bundleFormat);
  return partNames.map((name) => {
    const part = bytes.get(name) ?? Buffer.alloc(0);
    const hash = sha256(part);
    chain = sha256(`${chain}\n${name}\n${hash}`);
    return { name, size: part.length, sha256: hash, chain };
  });
}

/** The entries of a bundle: manifest, signature, parts. */
export function entriesOf(
  manifest: Buffer,
  signature: Buffer,
  parts: ReadonlyMap<PartName, Buffer>,
): Entry[] {
  return [
    { name: fileOf('manifest'), bytes: manifest },
    { name: fileOf('signature'), bytes: signature },
    ...partNames.map((name) => ({ name: fileOf(name), bytes: parts.get(name) ?? Buffer.alloc(0) })),
  ];
}
