import type { Api } from '../../../platform/http/api.ts';
import { publicReads } from './read.ts';
import { recordReads } from './records.ts';
import { organisationActs, organisationWrites, recordWrites } from './write.ts';

/** The REST doors of the module. */
export function organisationApi(api: Api): void {
  publicReads(api);
  recordReads(api);
  organisationWrites(api);
  organisationActs(api);
  recordWrites(api);
}
