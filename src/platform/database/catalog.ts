import type pg from 'pg';

export interface TableShape {
  readonly name: string;
  /** Columns that are stored; generated ones come back by themselves. */
  readonly columns: readonly string[];
}

export interface SequenceState {
  readonly name: string;
  readonly value: string;
  readonly called: boolean;
}

export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

type Client = pg.ClientBase | pg.Pool;

const ofExtension = (oid: string) =>
  `exists (select from pg_depend d where d.objid = ${oid} and d.deptype = 'e')`;

/** Quotes a name of the catalogue for use in SQL. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export const inPublic = (name: string) => `public.${quoted(name)}`;

/** Every table that holds rows of ours, by name; the list of migrations is not one. */
export async function tablesOf(client: Client): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and c.relname not in ('schema_migration', 'restore_under_way')
       and not ${ofExtension('c.oid')}
     group by c.relname order by c.relname collate "C"`,
  );
  return rows;
}

export async function sequencesOf(client: Client): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class c
     where relnamespace = 'public'::regnamespace and relkind = 'S'
       and not ${ofExtension('c.oid')}
     order by relname collate "C"`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${inPublic(name)}`,
    );
    states.push({ name, ...state.rows[0]! });
  }
  return states;
}

export async function foreignKeysOf(client: Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and k.conparentid = 0
     order by c.relname collate "C", k.conname collate "C"`,
  );
  return rows;
}

export async function materializedViewsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select matviewname as name from pg_matviews where schemaname = 'public' order by 1`,
  );
  return rows.map(({ name }) => name);
}

export function copyOut(table: TableShape, order = ''): string {
  const columns = table.columns.map(quoted).join(', ');
  const rows = order
    ? `(select ${columns} from ${inPublic(table.name)} ${order})`
    : `${inPublic(table.name)} (${columns})`;
  return `copy ${rows} to stdout`;
}
