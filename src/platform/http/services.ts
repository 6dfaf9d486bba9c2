import type { FileStore } from '../files.ts';
import type { Keys } from '../keys.ts';
import type { SignIn } from '../sign-in.ts';
import type { UploadFolder } from '../uploads.ts';

/** Long-lived helpers that doors use beside the database; made once at start. */
export interface Services {
  readonly files: FileStore;
  /** The bytes of files that arrive in pieces, until they are whole. */
  readonly uploads: UploadFolder;
  readonly keys: Keys;
  readonly signIn: SignIn;
  /** True in a folder made with demo data: every page says so. */
  readonly demo: boolean;
  /** Address that readers use, without a slash at the end; null when nobody set it. */
  readonly publicUrl: string | null;
  /** True when X-Forwarded-* comes from a proxy that the office runs. */
  readonly trustProxy: boolean;
}
