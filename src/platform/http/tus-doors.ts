import type { Context } from 'hono';
import type { IssueWords } from '../../kernel/issue.ts';
import type { Cx, Outcome } from '../command.ts';
import type { StoredFile } from '../files.ts';
import type { Upload } from '../uploads.ts';
import type { Env } from './env.ts';

/** Any path: its own parameters are read by the module. */
export type UploadContext = Context<Env>;
type C = UploadContext;

export interface UploadOwner {
  /** Opaque; whoever is told another one may not see the upload. */
  readonly key: string;
  /** The most bytes that a file may have here. */
  readonly limit: number;
}

/** What a module says of the uploads under its address. */
export interface UploadDoors {
  /**
   * Who sends, asked at every request with what the sender told of the file (`filename`, and what
   * else the page adds). Throws NotFound where nobody may send, and Invalid where it is too late.
   */
  readonly owner: (c: C, told: Readonly<Record<string, string>>) => Promise<UploadOwner>;
  /**
   * Gives the file its place, once. `cx` is inside the transaction that ends the upload: write with
   * it. Issues refuse the file; the value is told to the sender, now and when they ask again (JSON).
   */
  readonly done?: (c: C, upload: Upload, file: StoredFile, cx: Cx) => Promise<Outcome<unknown>>;
  /** Of the issues that `done` and `owner` give. */
  readonly words?: IssueWords;
}
