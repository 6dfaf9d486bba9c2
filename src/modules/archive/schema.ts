import { z } from 'zod';
import { choice, code, optionalText, text, version } from '../../platform/forms/fields.ts';
import type { PastEdition } from './rules/index.ts';

/** A place where figures contradict each other, with its sentence. */
export interface PastProblem {
  readonly code: string;
  readonly path: string;
  readonly stated: number | string | null;
  readonly computed: number | string | null;
  readonly words: string;
}

/** A past edition as it was read from a file. */
export interface ReadPast {
  readonly edition: PastEdition;
  readonly problems: readonly PastProblem[];
  /** Of what was read. */
  readonly sha256: string;
  /** Name of the file. */
  readonly source: string;
}

export const importStates = ['added', 'changed', 'unchanged'] as const;
/** `changed`: an edition of this name was there from another file, and was replaced. */
export type ImportState = (typeof importStates)[number];

/** What became of an import; `edition` is the public id, null after a trial. */
export interface ImportedEdition {
  readonly edition: string | null;
  readonly state: ImportState;
  readonly dossiers: number;
  readonly prizes: number;
  readonly problems: readonly PastProblem[];
}

/** A past edition as the office's list tells it. */
export interface KeptImport {
  readonly id: string;
  readonly pid: string;
  readonly name: string;
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly source: string;
  readonly dossiers: number;
  readonly prizes: number;
  /** Dossiers that everybody may see now. */
  readonly shown: number;
  /** Dossiers that have rows. */
  readonly listed: number;
  readonly problems: readonly PastProblem[];
  readonly importedAt: Date;
  readonly version: number;
}

export const importInput = z.strictObject({ organisation: code() });
export const undoInput = z.strictObject({ pid: text(16), version: version() });

export const requestStates = ['new', 'answered'] as const;
export type RequestState = (typeof requestStates)[number];

/** Somebody asks for the transfer of a solution. */
export interface TransferRequest {
  readonly id: string;
  readonly pid: string;
  readonly organisation: { readonly id: string; readonly code: string };
  /** Of the dossier; null when it is gone. */
  readonly dossier: string | null;
  readonly title: string;
  readonly name: string;
  readonly contact: string;
  readonly message: string;
  readonly state: RequestState;
  readonly note: string | null;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly version: number;
}

/** What a reader writes; `website` is a trap that nobody sees, `opened` when the form was made. */
export const transferInput = z.strictObject({
  pid: text(16),
  name: text(200),
  contact: text(200),
  message: text(4000),
  /** Address of the reader's machine, to stop who asks too often. */
  sender: text(100),
  site: text(300),
});

export const markInput = z.strictObject({
  pid: text(16),
  state: choice(requestStates),
  note: optionalText(2000),
  version: version(),
});
