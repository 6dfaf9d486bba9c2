import type { Issue } from '../../../kernel/issue.ts';

/** The largest file that any door takes in pieces; bytes. */
export const uploadCeiling = 500 * 1_048_576;

/** What one owner may have on its way at one time. */
export const unfinishedLimits = { uploads: 8, bytes: 2 * uploadCeiling } as const;

/** What stays free on the disk for everything else; bytes. */
export const DISK_RESERVE = 512 * 1_048_576;

export const HOUR_MS = 60 * 60 * 1000;
/** How long an upload waits for its next piece, and a finished one for somebody who asks again. */
export const UPLOAD_LIFE_MS = 24 * HOUR_MS;

/** How an upload ended. `told` is what the module that took the file had to say. */
export type UploadOutcome =
  | { readonly ok: true; readonly file: FinishedFile; readonly told?: unknown }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export interface FinishedFile {
  readonly pid: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
}

/** A file on its way. `id` stays inside; `pid` cannot be guessed and is for addresses. */
export interface Upload {
  readonly id: string;
  readonly pid: string;
  /** Whose it is, in the words of the door that took it. */
  readonly owner: string;
  /** As the sender wrote it. */
  readonly name: string;
  /** What the sender told beside the name. */
  readonly told: Readonly<Record<string, string>>;
  /** Bytes, as declared. */
  readonly size: number;
  /** Bytes that are known to be on disk. */
  readonly received: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** Null while it is on its way. */
  readonly outcome: UploadOutcome | null;
}
