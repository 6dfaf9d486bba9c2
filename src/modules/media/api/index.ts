import type { Api } from '../../../platform/http/api.ts';
import { albumDoors } from './albums.ts';
import { documentDoors } from './documents.ts';
import { mediaDoors } from './media.ts';

/** REST doors of the library. */
export function mediaApi(api: Api): void {
  mediaDoors(api);
  albumDoors(api);
  documentDoors(api);
}
