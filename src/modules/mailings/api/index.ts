import type { Api } from '../../../platform/http/api.ts';
import { actEndpoints } from './acts.ts';
import { mailingEndpoints } from './mailings.ts';
import { templateEndpoints } from './templates.ts';

/** REST doors of letters to members. */
export function mailingApi(api: Api): void {
  mailingEndpoints(api);
  actEndpoints(api);
  templateEndpoints(api);
}
