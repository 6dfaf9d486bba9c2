import type { Hono } from 'hono';
import type { Env } from '../../../../platform/http/env.ts';
import { addingDoors } from './adding.tsx';
import { albumDoors } from './albums.tsx';
import { arrangeDoors } from './arranging.tsx';
import { listDoors } from './list.tsx';
import { mediumDoors } from './one.tsx';
import { pickerDoors } from './picker.ts';

/** Pages of an office under /thu-vien. Fixed words come first: a medium's address is its id. */
export function mediaOffice(app: Hono<Env>): void {
  pickerDoors(app);
  listDoors(app);
  addingDoors(app);
  arrangeDoors(app);
  albumDoors(app);
  mediumDoors(app);
}

/** Addresses that take files as they arrive. */
export const mediaStreams: readonly RegExp[] = [
  /^\/vp\/[^/]+\/thu-vien\/(tai-len|them-phim)$/,
  /^\/vp\/[^/]+\/thu-vien\/gui(\/[^/]+)?$/,
  /^\/api\/v1\/media$/,
];
