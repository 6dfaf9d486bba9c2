import { type RawBuilder, sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';
import type { Source } from '../../../platform/source.ts';
import type { Filter } from '../rules/index.ts';

/** What may be done with a field: chosen by its values, summed, or only told apart. */
export interface OfferedField {
  readonly key: string;
  readonly label: string;
  /** It holds a quantity. */
  readonly sums: boolean;
  /** Its values with their names, where they are few enough to be chosen from. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A source as somebody builds an indicator from it. */
export interface SourceOffer {
  readonly code: string;
  readonly label: string;
  readonly time: Source['time'];
  readonly fields: readonly OfferedField[];
}

interface Named {
  readonly key: string;
  readonly label: string | null;
  readonly value: string | null;
  readonly words: string | null;
  readonly type?: string | null;
}

const quantities = ['integer', 'number', 'money'];
const MOST_VALUES = 20;
// Values of a free field are looked for in so many records: what is chosen from comes up early.
const LOOKED_AT = 20_000;
const IDENTITY = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/**
 * The fields of a source with the values to choose from, and the own fields of the kinds that the filter
 * names. Two statements at most, whatever the number of fields.
 */
export async function sourceOffer(
  db: Db,
  source: Source,
  filter: Filter,
  yes: string,
): Promise<SourceOffer> {
  const names =
    source.names === undefined ? [] : await all(db, source.names(filter) as RawBuilder<Named>);
  const own = source.fields.map(({ key, label, type, options = [] }) => ({
    key,
    label,
    sums: type === 'number',
    options:
      type === 'yes_no' ? [{ value: 'true', label: yes }] : [...options, ...codes(names, key)],
  }));
  const opened = [...new Set(names.map(({ key }) => key))].filter((key) => key.startsWith('data.'));
  const open = opened.map((key) => openField(names, key, yes));
  const free = own.filter((field) => field.options.length === 0 && !field.sums);
  const seen = await occurring(
    db,
    source,
    free.map(({ key }) => key),
  );
  const fields = [...own, ...open].map((field) => ({
    ...field,
    options: seen.get(field.key)?.map((value) => ({ value, label: value })) ?? field.options,
  }));
  return { code: source.code, label: source.label, time: source.time, fields };
}

function openField(names: readonly Named[], key: string, yes: string): OfferedField {
  const rows = names.filter((row) => row.key === key);
  const type = rows[0]?.type ?? '';
  return {
    key,
    label: rows[0]?.label ?? key,
    sums: quantities.includes(type),
    options: type === 'yes_no' ? [{ value: 'true', label: yes }] : codes(names, key),
  };
}

function codes(names: readonly Named[], wanted: string): { value: string; label: string }[] {
  const found = new Map<string, string>();
  for (const { key, value, words } of names) {
    if (key === wanted && value !== null && words !== null) found.set(value, words);
  }
  return [...found].map(([value, label]) => ({ value, label }));
}

/** The values of fields without names for them; a field with too many, or with identities, is left out. */
async function occurring(
  db: Db,
  source: Source,
  keys: readonly string[],
): Promise<Map<string, string[]>> {
  if (keys.length === 0) return new Map();
  const column = (key: string) => source.fields.find((field) => field.key === key)?.column ?? key;
  const told = sql.join(keys.map((key) => sql`(${key}::text, r.${sql.id(column(key))}::text)`));
  const rows = await all(
    db,
    sql<{ key: string; value: string; records: number }>`with r as materialized (
        select * from (${source.rows()}) every_row limit ${LOOKED_AT}
      ), told as (
        select f.key, f.value, count(*)::integer as records, row_number() over (partition by f.key order by f.value) as place
        from r cross join lateral (values ${told}) f (key, value)
        where f.value <> '' group by f.key, f.value
      )
      select key, value, records from told where place <= ${MOST_VALUES + 1} order by key, place`,
  );
  const found = [...Map.groupBy(rows, ({ key }) => key)].filter(([, list]) => isChosenFrom(list));
  return new Map(found.map(([key, list]) => [key, list.map(({ value }) => value)]));
}

// Words that are another one in nearly every record, such as titles, are nothing to choose from.
function isChosenFrom(list: readonly { readonly value: string; readonly records: number }[]) {
  const records = list.reduce((sum, one) => sum + one.records, 0);
  return (
    list.length <= MOST_VALUES &&
    records >= 2 * list.length &&
    !list.some(({ value }) => IDENTITY.test(value))
  );
}
