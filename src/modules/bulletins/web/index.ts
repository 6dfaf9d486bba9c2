import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { actDoors } from './acts.tsx';
import { formDoors } from './form.tsx';
import { listDoors } from './list.tsx';

export { bulletinWeb } from './answers.tsx';
export { bulletinSite } from './site.tsx';

/** Pages of an office under /ban-tin. */
export function bulletinOffice(app: Hono<Env>): void {
  listDoors(app);
  formDoors(app);
  actDoors(app);
}
