import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';

export interface SavedFilter {
  readonly pid: string;
  readonly name: string;
  /** The query of the address, without '?'. */
  readonly query: string;
}

/** The filters that an account keeps for the list of an organisation, by name. */
export function savedFilters(
  db: Db,
  accountId: string,
  organisationId: string,
): Promise<SavedFilter[]> {
  return all(
    db,
    sql<SavedFilter>`select pid, name, query from saved_filter
      where account_id = ${accountId} and organisation_id = ${organisationId} and list = 'members'
      order by name collate "vi-x-icu", pid`,
  );
}
