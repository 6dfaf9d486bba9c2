import { z } from 'zod';
import { text, version } from '../../platform/forms/fields.ts';
import type { Answers, EntrantKind, FormField } from '../calls/index.ts';
import type { Found } from './rules/index.ts';

export const blindStates = ['clean', 'cannot', 'replaced', 'released'] as const;
/**
 * clean: the machine took from it what tells whose it is; cannot: it could not, a person has to look;
 * replaced: the secretariat sent a copy in; released: it said that the file tells nothing.
 */
export type BlindState = (typeof blindStates)[number];

/** A file as somebody may have it who is being kept from the authors, or is not. */
export interface BlindFile {
  /** For the address; where authors are hidden it is not the file's own id. */
  readonly pid: string;
  /** Key of its field of the form. */
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes of what is given out. */
  readonly size: number;
}

/** A dossier as somebody may see it in a phase. */
export interface BlindDossier {
  readonly pid: string;
  /** Of its receipt. */
  readonly number: string;
  readonly title: string;
  /** The field that it competes in; null where the edition has none. */
  readonly field: { readonly code: string; readonly name: string } | null;
  readonly entrant: EntrantKind;
  /** Names of the authors in their order; null: hidden. */
  readonly authors: readonly string[] | null;
  /** Which time it was submitted. */
  readonly version: number;
  /** The fields that may be seen, and their answers alone: for `DossierForm`, read only. */
  readonly form: readonly FormField[];
  readonly answers: Answers;
  readonly files: readonly BlindFile[];
  /** Files that are not given out yet: being cleaned, or waiting for the secretariat. */
  readonly waiting: number;
}

/** What is sent to somebody who asked for a file. */
export interface GivenFile extends Omit<BlindFile, 'field'> {
  readonly sha256: string;
  readonly sealed: boolean;
}

/** A file of the version that holds, as the secretariat sees it. */
export interface KeptBlindFile {
  /** Of `blind_file`; null: it is being cleaned. */
  readonly id: string | null;
  readonly pid: string | null;
  readonly fileId: string;
  readonly filePid: string;
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
  readonly sealed: boolean;
  readonly state: BlindState | 'waiting';
  readonly why: string | null;
  readonly found: readonly Found[];
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly version: number;
  /** What judges get; null: nothing. */
  readonly shown: Pick<GivenFile, 'mediaType' | 'sha256' | 'size' | 'sealed'> | null;
}

export const needs = ['person', 'named', 'waiting'] as const;
/** person: a file that somebody has to look at; named: something still names the entrant; waiting: being cleaned. */
export type Need = (typeof needs)[number];

/** A dossier of an edition, with how far it is from being given to judges. */
export interface BlindLine {
  readonly id: string;
  readonly pid: string;
  readonly number: string;
  readonly title: string;
  readonly files: number;
  /** Files that a person has to look at. */
  readonly person: number;
  /** Places in which the entrant is still named. */
  readonly named: number;
  /** Files that are being cleaned. */
  readonly waiting: number;
}

export const releaseInput = z.strictObject({
  pid: text(16),
  reason: text(2000),
  version: version(),
});
export const replaceInput = z.strictObject({ pid: text(16), file: text(16), version: version() });
export const restoreInput = z.strictObject({ pid: text(16), version: version() });
