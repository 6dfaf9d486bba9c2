import { type Issue, issue } from '../../../kernel/issue.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { SheetRow } from '../../../platform/documents/sheets/shape.ts';
import type { KindField } from '../rules.ts';
import type { ActivityKind, Kinds } from '../schema/index.ts';
import { words } from '../vi.ts';
import { ownColumns, ownKey } from './columns.ts';

/** What the row says, in the words of a form. A column that is not in the file says nothing. */
export function sentOf(
  row: SheetRow,
  kind: ActivityKind,
  organisation: string,
): Record<string, unknown> {
  const { values, cells } = row;
  const common = ['title', 'starts_on', 'ends_on', 'place', 'partners', 'summary'].filter(
    (key) => cells[key] !== undefined,
  );
  const data = kind.fields
    .filter((field) => cells[ownKey(field)] !== undefined)
    .map((field): [string, unknown] => [field.key, typedOf(field, values[ownKey(field)] ?? null)]);
  return {
    organisation,
    ...Object.fromEntries(common.map((key) => [key, values[key]])),
    ...(values.role ? { role: values.role } : {}),
    data: Object.fromEntries(data),
  };
}

function typedOf(field: KindField, value: string | number | null): unknown {
  if (value === null) return null;
  const folded = foldForSearch(String(value));
  if (field.type === 'yes_no') return words.yesNoCells[folded] ?? value;
  if (field.type !== 'choice') return value;
  const option = field.options?.find(
    (one) => [one.value, foldForSearch(one.label)].includes(folded) || one.value === value,
  );
  return option?.value ?? value;
}

/** Cells filled in under a column that the row's kind does not have: nothing is dropped in silence. */
export function misplacedIssues(row: SheetRow, kind: ActivityKind, kinds: Kinds): Issue[] {
  const own = new Set(kind.fields.map(ownKey));
  return ownColumns(kinds)
    .filter(({ key }) => !own.has(key) && row.values[key] !== undefined && row.values[key] !== null)
    .map(({ key, header }) => issue(key, 'not_of_kind', { header, kind: kind.name }));
}
