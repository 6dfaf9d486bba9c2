import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { actDoors } from './acts.tsx';
import { councilDoors } from './council.tsx';
import { listDoors } from './list.tsx';
import { previewDoors } from './preview.tsx';

/** The office's pages of who judges what, under an edition. */
export function assignmentOffice(app: Hono<Env>): void {
  listDoors(app);
  actDoors(app);
  previewDoors(app);
  councilDoors(app);
}
