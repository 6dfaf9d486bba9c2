import type { Api } from '../../../platform/http/api.ts';
import { findingDoors } from './findings.ts';
import { textDoors } from './texts.ts';

/** REST doors of what is like a dossier, and of the texts that dossiers are compared with. */
export function likenessApi(api: Api): void {
  findingDoors(api);
  textDoors(api);
}
