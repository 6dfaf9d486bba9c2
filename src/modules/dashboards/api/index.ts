import type { Api } from '../../../platform/http/api.ts';
import { dashboardEndpoints } from './dashboards.ts';
import { pivotEndpoints } from './pivot.ts';

/** REST doors of pivots and dashboards. */
export function dashboardApi(api: Api): void {
  pivotEndpoints(api);
  dashboardEndpoints(api);
}
