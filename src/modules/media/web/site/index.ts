import type { Hono } from 'hono';
import type { Env } from '../../../../platform/http/env.ts';
import { albumSite } from './album.tsx';
import { documentSite } from './documents.tsx';
import { fileDoors } from './files.ts';
import { listSite } from './lists.tsx';
import { oneSite } from './one.tsx';

/** What everybody sees of a library. Fixed words come first: an album's address is its id. */
export function mediaSite(app: Hono<Env>): void {
  fileDoors(app);
  documentSite(app);
  listSite(app);
  oneSite(app);
  albumSite(app);
}
