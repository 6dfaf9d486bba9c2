import type { Api } from '../../../platform/http/api.ts';
import { actApi } from './acts.ts';
import { readApi } from './reads.ts';

/** REST doors of complaints: those of an office; who complains has the link. */
export function complaintApi(api: Api): void {
  readApi(api);
  actApi(api);
}
