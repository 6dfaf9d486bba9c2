import type { Api } from '../../../platform/http/api.ts';
import { definitionDoors, tableDoors } from './definitions.ts';
import { entryDoors, noteDoors } from './values.ts';

export function indicatorsApi(api: Api): void {
  definitionDoors(api);
  tableDoors(api);
  noteDoors(api);
  entryDoors(api);
}
