import type { Api } from '../../../platform/http/api.ts';
import { conflictDoors } from './conflicts.ts';
import { councilDoors } from './councils.ts';
import { judgeDoors } from './judges.ts';

/** REST doors of judges, councils and conflicts. */
export function councilApi(api: Api): void {
  judgeDoors(api);
  councilDoors(api);
  conflictDoors(api);
}
