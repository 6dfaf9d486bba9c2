import type { Api } from '../../../platform/http/api.ts';
import { sheetDoors } from './sheets.ts';
import { voteDoors } from './votes.ts';

/** REST doors of score sheets, for the office. */
export function reviewApi(api: Api): void {
  sheetDoors(api);
  voteDoors(api);
}
