import type { Api } from '../../../platform/http/api.ts';
import { actDoors } from './acts.ts';
import { paperDoors } from './paper.ts';
import { readDoors } from './reads.ts';

/** REST of dossiers: for the office alone, which also sees the people of a dossier who are minors. */
export function dossierApi(api: Api): void {
  readDoors(api);
  actDoors(api);
  paperDoors(api);
}
