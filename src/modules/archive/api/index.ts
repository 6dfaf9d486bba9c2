import type { Api } from '../../../platform/http/api.ts';
import { importDoors } from './imports.ts';
import { requestDoors } from './requests.ts';
import { solutionDoors } from './solutions.ts';

/** REST doors of the archive. */
export function archiveApi(api: Api): void {
  solutionDoors(api);
  importDoors(api);
  requestDoors(api);
}
