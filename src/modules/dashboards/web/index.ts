import type { Hono } from 'hono';
import type { Env } from '../../../platform/http/env.ts';
import { dashboardDoors } from './dashboards.tsx';
import { editingDoors } from './editing.tsx';
import { mapDoors } from './map.tsx';
import { pivotDoors } from './pivot.tsx';
import { tileDoors } from './tile-editing.tsx';

export { dashboardSite } from './site.tsx';

/** Pages of an office under /bao-cao/tong-hop and /bao-cao/bang-dieu-khien. */
export function dashboardOffice(app: Hono<Env>): void {
  pivotDoors(app);
  mapDoors(app);
  editingDoors(app);
  tileDoors(app);
  dashboardDoors(app);
}
