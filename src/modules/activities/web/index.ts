import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { exchangeDoors } from './exchange.tsx';
import { formDoors } from './form.tsx';
import { kindDoors } from './kinds.tsx';
import { listDoors } from './list.tsx';
import { recordDoors } from './record.tsx';

export { activitySite } from './site.tsx';

/** Pages of an office under /hoat-dong. Fixed words come first: a record's address is its id. */
export function activityOffice(app: Hono<Env>): void {
  listDoors(app);
  exchangeDoors(app);
  kindDoors(app);
  formDoors(app);
  recordDoors(app);
}
