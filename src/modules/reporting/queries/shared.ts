import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { permittedRoots } from '../../../platform/policy.ts';
import { type Subject, subjectByCode } from '../../indicators/index.ts';
import { readBenchmark } from '../policy.ts';

/** @throws NotFound for one who works in no office */
export function requireReader(cx: Cx): void {
  const roots = permittedRoots(cx.actor, readBenchmark);
  if (roots !== 'all' && roots.length === 0) throw new NotFound('benchmark');
}

/** @throws NotFound when there is no such organisation */
export async function requireSubject(cx: Cx, code: string, day: Day): Promise<Subject> {
  const subject = await subjectByCode(cx.db, code, day);
  if (subject === null) throw new NotFound('organisation');
  return subject;
}

/** The union that an office looks at first: itself, the one above it, or the first of all. */
export function unionFor(
  cx: Cx,
  organisationId: string,
  on: Day,
): Promise<{ code: string } | null> {
  return maybe(
    cx.db,
    sql<{ code: string }>`select o.code from organisation o
      left join organisations_above(${organisationId}::uuid, ${on}::date) up on up.organisation_id = o.id
      left join organisation_name n on n.organisation_id = o.id and n.during @> ${on}::date
      where o.kind = 'provincial_union' and o.deleted_at is null and o.during @> ${on}::date
      order by up.depth nulls last, n.short_name collate "vi-x-icu" limit 1`,
  );
}
