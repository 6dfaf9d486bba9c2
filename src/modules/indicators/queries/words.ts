import type { RawBuilder } from 'kysely';
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
  const rows =
    source.names === undefined
      ? []
      : await all(db, source.names(definition.filter) as RawBuilder<Row>);
  const own = source.fields.map(({ key, label, options = [] }) => {
    return { key, label, options: [...options, ...optionsOf(rows, key)] };
  });
  const wanted = [...Object.keys(definition.filter), definition.argument ?? ''];
  const open = [...new Set(rows.map((row) => row.key))].filter(
    (key) => wanted.includes(key) && key.startsWith('data.'),
  );
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
