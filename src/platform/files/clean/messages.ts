import type { Answered } from '../../apart.ts';
import type { FileTypeName } from '../types.ts';
import type { Cleaned } from './types.ts';

/** What the process that cleans files is asked. */
export interface Ask {
  readonly id: number;
  readonly type: FileTypeName;
  readonly bytes: Uint8Array;
}

/** What it answers. */
export interface Answer extends Answered {
  readonly cleaned: Cleaned;
}
