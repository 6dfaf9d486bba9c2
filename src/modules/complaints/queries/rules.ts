import { sql } from 'kysely';
import { type Db, maybe } from '../../../platform/database/query.ts';
import type { KeptRules } from '../schema/index.ts';

/** What the office of an edition has set; null: nothing yet. */
export const setRules = (db: Db, edition: string): Promise<KeptRules | null> =>
  maybe(
    db,
    sql<KeptRules>`select days_to_accept as accept, days_to_answer as answer, counting, basis, version
      from complaint_rules where edition_id = ${edition}`,
  );
