import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Day } from '../kernel/day.ts';
import type { Db } from './database/query.ts';

/** A person's role at an organisation; it covers what is below that organisation on the day. */
export interface Grant {
  readonly role: string;
  readonly organisationId: string;
}

/** Who acts. `scopes` is null for a signed-in session (all that the grants allow). */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'system'; readonly label: string }
  | {
      readonly kind: 'account';
      readonly accountId: string;
      readonly personId: string | null;
      readonly label: string;
      readonly email: string;
      readonly grants: readonly Grant[];
      readonly scopes: readonly string[] | null;
    };

/** A named right and the roles that have it. Modules declare theirs in `policy.ts`. */
export interface Permission {
  readonly name: string;
  readonly access: 'read' | 'write';
  /** 'public': everybody, also without signing in. */
  readonly roles: readonly string[] | 'public';
}

/** Declares a permission. */
export function permission(
  name: string,
  access: 'read' | 'write',
  roles: readonly string[] | 'public',
): Permission {
  return { name, access, roles };
}

/** What policy needs to know of organisations; the module that keeps grants implements it. */
export interface Coverage {
  /** True when one of `roots` is the organisation or stands above it on the day. */
  covers(db: Db, roots: readonly string[], organisationId: string, day: Day): Promise<boolean>;
  /** A sub-select of the ids of all organisations at or below the roots on the day. */
  below(roots: readonly string[], day: Day): RawBuilder<{ organisation_id: string }>;
}

/** A coverage that asks once for each question: for one page that only reads, whose parts all ask the same. */
export function remembered(coverage: Coverage): Coverage {
  const answers = new Map<string, Promise<boolean>>();
  return {
    covers(db, roots, organisationId, day) {
      const key = JSON.stringify([roots, organisationId, day]);
      const answer = answers.get(key) ?? coverage.covers(db, roots, organisationId, day);
      answers.set(key, answer);
      return answer;
    },
    below: (roots, day) => coverage.below(roots, day),
  };
}

export interface PolicyContext {
  readonly db: Db;
  readonly actor: Actor;
  readonly coverage: Coverage;
  readonly clock: { today(): Day };
}

/** The organisations at which the actor's grants give the permission: 'all', or the roots (maybe none). */
export function permittedRoots(actor: Actor, wanted: Permission): 'all' | string[] {
  if (wanted.roles === 'public' || actor.kind === 'system') return 'all';
  if (actor.kind === 'anonymous' || !scopeAllows(actor.scopes, wanted)) return [];
  const roles = wanted.roles;
  return actor.grants.filter((g) => roles.includes(g.role)).map((g) => g.organisationId);
}

function scopeAllows(scopes: readonly string[] | null, wanted: Permission): boolean {
  if (scopes === null) return true;
  return (
    scopes.includes(wanted.name) ||
    scopes.includes('write') ||
    (wanted.access === 'read' && scopes.includes('read'))
  );
}

/** True when the actor has the permission at the organisation today. */
export async function may(
  cx: PolicyContext,
  wanted: Permission,
  organisationId: string,
): Promise<boolean> {
  const roots = permittedRoots(cx.actor, wanted);
  if (roots === 'all') return true;
  if (roots.length === 0) return false;
  if (roots.includes(organisationId)) return true;
  return cx.coverage.covers(cx.db, roots, organisationId, cx.clock.today());
}

/**
 * An SQL condition on a column that holds an organisation's id: true for the rows that the actor
 * may see under the permission. Put it in the `where` of every list.
 */
export function visible(
  cx: PolicyContext,
  wanted: Permission,
  column: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const roots = permittedRoots(cx.actor, wanted);
  if (roots === 'all') return sql<boolean>`true`;
  if (roots.length === 0) return sql<boolean>`false`;
  return sql<boolean>`${column} in (${cx.coverage.below(roots, cx.clock.today())})`;
}
