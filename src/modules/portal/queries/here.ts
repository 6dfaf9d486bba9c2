import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { may, type Permission, visible } from '../../../platform/policy.ts';
import { grantRead } from '../../accounts/index.ts';
import { activityRead } from '../../activities/index.ts';
import { distinctionRead } from '../../distinctions/index.ts';
import { organisationRecords } from '../../organisations/index.ts';
import { personRead } from '../../people/index.ts';

/** A place with all below it, looked up once for the several lists of a page. */
export interface Here {
  readonly place: string;
  /** The place and what stands below it today. */
  readonly ids: readonly string[];
  /** Permissions that the actor has at the place, and so at everything below it. */
  readonly held: ReadonlySet<string>;
}

const asked = [activityRead, distinctionRead, organisationRecords, personRead, grantRead];

export async function hereOf(cx: Cx, place: string): Promise<Here> {
  const below = cx.coverage.below([place], cx.clock.today());
  const rows = await all(cx.db, sql<{ organisation_id: string }>`${below}`);
  const held = new Set<string>();
  for (const wanted of asked) if (await may(cx, wanted, place)) held.add(wanted.name);
  return { place, ids: rows.map((row) => row.organisation_id), held };
}

/** An SQL condition: the column's organisation is here, and the actor may see its rows. */
export function seenHere(
  cx: Cx,
  here: Here,
  wanted: Permission,
  column: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const inside = sql<boolean>`${column} = any(${[...here.ids]}::uuid[])`;
  if (here.held.has(wanted.name)) return inside;
  return sql<boolean>`(${inside} and ${visible(cx, wanted, column)})`;
}
