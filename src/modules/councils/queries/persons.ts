import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { nameHas, personRead, visiblePerson } from '../../people/index.ts';

/** Somebody of the registry who may be asked to judge. */
export interface FoundPerson {
  readonly pid: string;
  readonly family: string;
  readonly middle: string;
  readonly given: string;
  readonly degrees: readonly string[];
  readonly birthDate: string | null;
  readonly workplace: string | null;
}

/** People whom the actor may see whose names have these words, the first ones: one query. */
export function personsNamed(cx: Cx, typed: string, limit = 20): Promise<FoundPerson[]> {
  return all(
    cx.db,
    sql<FoundPerson>`select p.pid, p.family, p.middle, p.given, p.degrees, p.birth_date as "birthDate",
        p.workplace
      from person p where ${nameHas('p', typed)} and ${visiblePerson(cx, personRead, 'p')}
      order by p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", p.pid
      limit ${limit}`,
  );
}

/** The public id of a judge's record, where the actor may see it. */
export async function personPid(cx: Cx, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const found = await maybe(
    cx.db,
    sql<{ pid: string }>`select p.pid from person p
      where p.id = ${personId} and ${visiblePerson(cx, personRead, 'p')}`,
  );
  return found?.pid ?? null;
}
