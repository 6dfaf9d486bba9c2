import type { Api } from '../../../platform/http/api.ts';
import { publicDoors } from './articles.ts';
import { offerDoors } from './offers.ts';

export function showingApi(api: Api): void {
  publicDoors(api);
  offerDoors(api);
}
