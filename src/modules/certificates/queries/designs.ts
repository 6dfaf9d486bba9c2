import { sql } from 'kysely';
import { type Db, maybe } from '../../../platform/database/query.ts';
import type { KeptDesign } from '../schema/index.ts';

/** What an edition has chosen; null when nothing. */
export function findDesign(db: Db, editionId: string): Promise<KeptDesign | null> {
  return maybe(
    db,
    sql<KeptDesign>`select design, version from certificate_design where edition_id = ${editionId}`,
  );
}
