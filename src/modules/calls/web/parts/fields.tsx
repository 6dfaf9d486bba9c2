import { FieldsForm } from '../../pages/parts/fields.tsx';
import { freeKey } from '../../rules/index.ts';
import { partWords } from '../../vi/pages-parts.ts';
import type { Part } from '../part-types.ts';
import { flatRows, rowsIn } from '../typed.ts';

const words = partWords.fields;

/** The fields that are competed in; the code of a new one comes from its name. */
export const fieldsPart: Part<null> = {
  path: 'linh-vuc',
  open: () => null,
  title: () => words.title,
  lead: words.lead,
  rows: [{ name: 'fields', filled: ['name'] }],
  fresh: ({ content }) => ({
    values: flatRows(
      'fields',
      content.fields.map((one) => ({ ...one })),
    ),
    lists: {},
  }),
  apply: ({ content }, typed) => ({
    ...content,
    fields: keyed(rowsIn(typed, 'fields'), 'code', 'linh-vuc').map(({ code, name }) => ({
      code,
      name,
    })),
  }),
  place: () => '',
  labels: { 'fields.name': words.name[0], 'fields.code': words.name[0] },
  view: (state) => <FieldsForm state={state} />,
};

type Row = Readonly<Record<string, string>>;

/** Rows that all have a key: a new one made from `named`, as the first that nobody has. */
export function keyed(
  rows: readonly Row[],
  column: string,
  fallback: string,
  named = 'name',
): Row[] {
  const taken = rows.map((row) => row[column] ?? '').filter((key) => key !== '');
  return rows.map((row) => {
    if ((row[column] ?? '') !== '') return row;
    const key = freeKey(row[named] ?? '', taken, fallback);
    taken.push(key);
    return { ...row, [column]: key };
  });
}
