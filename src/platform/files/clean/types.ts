import type { FileTypeName } from '../types.ts';

export const cleanFaults = ['kind', 'inside', 'broken', 'locked', 'too_large', 'failed'] as const;
/**
 * kind: nothing cleans files of that kind; inside: something in it cannot be cleaned; broken: it is not
 * whole; locked: it asks for a password; too_large: more than is cleaned by machine; failed: it took too
 * long or too much.
 */
export type CleanFault = (typeof cleanFaults)[number];

/** A file without what tells who made it and when, and the text that people read in it, where it has any. */
export type Cleaned =
  | { readonly ok: true; readonly bytes: Buffer; readonly text: string }
  | { readonly ok: false; readonly why: CleanFault };

/** What a cleaner of one kind gives; it throws `Uncleanable`. */
export interface Clean {
  readonly bytes: Buffer;
  readonly text: string;
}

export type Cleaner = (bytes: Buffer) => Clean | Promise<Clean>;

/** Ends the cleaning of a file: a person has to look at it. */
export class Uncleanable extends Error {
  readonly why: CleanFault;

  constructor(why: CleanFault, about = '') {
    super(about === '' ? why : `${why}: ${about}`);
    this.name = 'Uncleanable';
    this.why = why;
  }
}

/** Kinds that are cleaned by machine. */
export const cleanable: ReadonlySet<FileTypeName> = new Set([
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'jpeg',
  'png',
  'webp',
  'gif',
  'mp3',
  'mp4',
]);

/** Bytes of the largest file that is cleaned. */
export const largestCleaned = 256 * 1024 ** 2;
