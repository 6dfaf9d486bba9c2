import type { Api } from '../../../platform/http/api.ts';
import { dueApi } from './dues.ts';
import { paymentApi } from './payments.ts';
import { periodApi } from './periods.ts';
import { statementApi } from './statements.ts';

/** REST doors of fees. */
export function feeApi(api: Api): void {
  periodApi(api);
  dueApi(api);
  paymentApi(api);
  statementApi(api);
}
