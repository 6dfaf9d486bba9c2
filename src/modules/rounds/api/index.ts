import type { Api } from '../../../platform/http/api.ts';
import { obligationApi } from './obligations.ts';
import { roundApi } from './rounds.ts';

export { obligationShape, obligationView, roundShape, roundView } from './views.ts';

export function roundsApi(api: Api): void {
  roundApi(api);
  obligationApi(api);
}
