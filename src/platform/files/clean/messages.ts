import type { FileTypeName } from '../types.ts';
import type { Cleaned } from './types.ts';

/** What the process that cleans files is asked. */
export interface Ask {
  readonly id: number;
  readonly type: FileTypeName;
  readonly bytes: Uint8Array;
}

/** What it answers, with the bytes of memory that it holds by now. */
export interface Answer {
  readonly id: number;
  readonly cleaned: Cleaned;
  readonly memory: number;
}
