import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { importDoors } from './importing.tsx';
import { requestDoors } from './requests.tsx';

export { archiveSite } from './public.tsx';

/** Pages of an office under /hoi-thi. */
export function archiveOffice(app: Hono<Env>): void {
  importDoors(app);
  requestDoors(app);
}
