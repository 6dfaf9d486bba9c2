import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { decidingDoors } from './deciding.tsx';
import { dossierDoors } from './dossier.tsx';
import { listDoors } from './list.tsx';

export { sendBlindFile } from './shared.tsx';

/** Pages of the secretariat under /hoi-thi/{edition}/an-danh. */
export function blindingOffice(app: Hono<Env>): void {
  listDoors(app);
  decidingDoors(app);
  dossierDoors(app);
}
