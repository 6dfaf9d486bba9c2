import type { Database } from './database/index.ts';

/** A question about the data that must have no answer: each row it returns is something wrong. */
export interface Invariant {
  /** Stable name, such as `audit.event_without_seal`; the words for it are in a `vi.ts`. */
  readonly name: string;
  /** Returns ids and codes only: findings are printed and logged. */
  readonly sql: string;
}

export interface Finding {
  readonly name: string;
  readonly rows: number;
  /** The first few rows. */
  readonly examples: readonly Record<string, unknown>[];
  /** Why the question itself could not be asked; null when it was. */
  readonly error: string | null;
}

const shownRows = 5;

/** What must hold in every database of ours, whatever the modules put into it. */
export const structureInvariants: readonly Invariant[] = [
  {
    name: 'database.collation_changed',
    sql: `select n.nspname || '.' || c.collname as collation from pg_collation c
          join pg_namespace n on n.oid = c.collnamespace
          where c.collversion is not null
            and c.collversion is distinct from pg_collation_actual_version(c.oid)
          union all
          select datname from pg_database
          where datname = current_database() and datcollversion is not null
            and datcollversion is distinct from pg_database_collation_actual_version(oid)`,
  },
  {
    name: 'database.index_invalid',
    sql: `select i.indexrelid::regclass::text as index from pg_index i
          join pg_class c on c.oid = i.indexrelid
          where c.relnamespace = 'public'::regnamespace and not (i.indisvalid and i.indisready)`,
  },
  {
    name: 'database.constraint_not_checked',
    sql: `select conrelid::regclass::text as "table", conname as constraint from pg_constraint
          where connamespace = 'public'::regnamespace and not convalidated`,
  },
  {
    name: 'database.trigger_off',
    sql: `select tgrelid::regclass::text as "table", tgname as trigger from pg_trigger t
          join pg_class c on c.oid = t.tgrelid
          where c.relnamespace = 'public'::regnamespace and t.tgenabled in ('D', 'R')`,
  },
  {
    name: 'database.checksum_failed',
    sql: `select checksum_failures as failures from pg_stat_database
          where datname = current_database() and checksum_failures > 0`,
  },
  {
    name: 'database.restore_unfinished',
    sql: `select 1 as unfinished where to_regclass('public.restore_under_way') is not null`,
  },
];

/** Rights that the application's role must not have on a table that only grows. */
export function appendOnly(table: string, mayDelete = false): Invariant[] {
  const rights = mayDelete ? ['UPDATE', 'TRUNCATE'] : ['UPDATE', 'DELETE', 'TRUNCATE'];
  const bits = { DELETE: 8, UPDATE: 16, TRUNCATE: 32 } as const;
  const guarded = rights
    .map((right) => `bool_or(t.tgtype & ${bits[right as keyof typeof bits]} <> 0)`)
    .join(' and ');
  return [
    {
      name: `${table}.no_guard`,
      sql: `select '${table}' as "table" where not coalesce((
              select ${guarded} from pg_trigger t
              where t.tgrelid = 'public.${table}'::regclass and not t.tgisinternal
                and t.tgtype & 2 <> 0 and t.tgenabled in ('O', 'A')), false)`,
    },
    {
      name: `${table}.right_too_many`,
      sql: `select r.rolname as role, p.right from pg_roles r,
              unnest(array[${rights.map((right) => `'${right}'`).join(', ')}]) as p("right")
            where r.rolname = 'lientri_app' and not r.rolsuper
              and has_table_privilege(r.oid, 'public.${table}', p.right)`,
    },
  ];
}

/** Asks every question as the owner; a question that fails is a finding too. */
export async function diagnose(
  database: Database,
  invariants: readonly Invariant[],
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, sql } of [...structureInvariants, ...invariants]) {
    try {
      const { rows } = await database.ownerPool.query<Record<string, unknown>>(sql);
      if (rows.length > 0)
        findings.push({ name, rows: rows.length, examples: rows.slice(0, shownRows), error: null });
    } catch (error) {
      findings.push({ name, rows: 0, examples: [], error: (error as Error).message });
    }
  }
  return findings;
}

/**
 * True when the application signs in as a role that could take a table's guard away, so that the
 * trigger alone protects the log.
 */
export async function oneRoleOnly(database: Database): Promise<boolean> {
  const { rows } = await database.pool.query<{ owner: boolean }>(
    `select pg_has_role(current_user, relowner, 'member') as owner from pg_class
     where oid = 'public.schema_migration'::regclass`,
  );
  return rows[0]?.owner ?? false;
}
