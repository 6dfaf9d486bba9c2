import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';
import type { Definition } from '../rules/index.ts';
import type { Sources } from './compile.ts';

/** The names of a source, of its fields and of the codes in them, as far as a definition needs. */
export interface OfferWords {
  readonly label: string;
  readonly fields: readonly {
    readonly key: string;
    readonly label: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[];
}

interface Row {
  readonly source: string;
  readonly key: string;
  readonly label: string | null;
  readonly value: string | null;
  readonly words: string | null;
}

/** What a definition's source and codes are called; null for one without a source. */
export async function offerWords(
  db: Db,
  sources: Sources,
  definition: Definition,
): Promise<OfferWords | null> {
  const source = sources.get(definition.source ?? '');
  if (source === undefined) return null;
  const kinds = [...(definition.filter.kind ?? [])];
  const rows = await all(
    db,
    sql<Row>`select * from (
      select 'activities' as source, 'kind' as key, null as label, code as value, name as words
        from activity_kind
      union all select 'facts', 'kind', null, code, label from fact_kind
      union all select 'distinctions', 'title', null, code, name from distinction_title
      union all select 'activities', 'data.' || (f ->> 'key'), f ->> 'label', o ->> 'value', o ->> 'label'
        from activity_kind k cross join jsonb_array_elements(k.fields) f
        left join jsonb_array_elements(f -> 'options') o on true
        where k.code = any(${kinds}::text[])
    ) w where source = ${source.code}`,
  );
  const own = source.fields.map(({ key, label, options = [] }) => {
    return { key, label, options: [...options, ...optionsOf(rows, key)] };
  });
  const open = [...new Set(rows.map((row) => row.key))].filter((key) => key.startsWith('data.'));
  const opened = open.map((key) => ({
    key,
    label: rows.find((row) => row.key === key)?.label ?? key,
    options: optionsOf(rows, key),
  }));
  return { label: source.label, fields: [...own, ...opened] };
}

function optionsOf(rows: readonly Row[], key: string): { value: string; label: string }[] {
  return rows.flatMap(({ key: one, value, words }) =>
    one === key && value !== null && words !== null ? [{ value, label: words }] : [],
  );
}
