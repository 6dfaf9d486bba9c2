import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { SheetColumn, SheetShape } from '../../../platform/documents/sheets/shape.ts';
import { type FieldValue, type KindField, roles } from '../rules.ts';
import type { Activity, ActivityKind, Kinds } from '../schema/index.ts';
import { roleNames, words } from '../vi.ts';

const label = words.columns;

/** Columns of the workbook: what all kinds have, then a column for each label of an own field. */
export function activityShape(kinds: Kinds): SheetShape {
  const kindOptions = [...kinds.values()].map(({ code, name }) => ({ value: code, label: name }));
  const roleOptions = roles.map((value) => ({ value, label: roleNames[value] }));
  return {
    columns: [
      { key: 'pid', header: label.pid, type: 'text', width: 20, help: words.sheetHelp.pid },
      { key: 'organisation', header: label.organisationCode, type: 'text', width: 20 },
      { key: 'organisation_name', header: label.organisation, type: 'text', width: 32 },
      { key: 'kind', header: label.sheetKind, type: 'text', required: true, options: kindOptions },
      { key: 'title', header: label.title, type: 'text', required: true, width: 60 },
      { key: 'starts_on', header: label.startsOn, type: 'day', required: true },
      { key: 'ends_on', header: label.endsOn, type: 'day' },
      { key: 'role', header: label.role, type: 'text', options: roleOptions },
      { key: 'place', header: label.place, type: 'text' },
      { key: 'partners', header: label.partners, type: 'text' },
      { key: 'summary', header: label.summary, type: 'text', width: 40 },
      ...ownColumns(kinds),
    ],
  };
}

const baseHeaders = Object.values(label).map(foldForSearch);

/** The header of an own field; set apart where a common column has the same name. */
export function ownHeader(field: KindField): string {
  return baseHeaders.includes(foldForSearch(field.label))
    ? words.ownColumn(field.label)
    : field.label;
}

export const ownKey = (field: KindField): string => `own ${foldForSearch(field.label)}`;

/** A column for each label of an own field, in the order of the kinds. */
export function ownColumns(kinds: Kinds): SheetColumn[] {
  const columns = new Map<string, SheetColumn>();
  for (const field of [...kinds.values()].flatMap((kind) => kind.fields)) {
    const key = ownKey(field);
    const type = columnType(field);
    const seen = columns.get(key);
    // Kinds may use one label for different types: such a column is read as text, by each kind.
    const common = seen === undefined || seen.type === type ? type : 'text';
    columns.set(key, { key, header: seen?.header ?? ownHeader(field), type: common });
  }
  return [...columns.values()];
}

function columnType(field: KindField): SheetColumn['type'] {
  if (field.type === 'integer' || field.type === 'money') return 'integer';
  return field.type === 'number' || field.type === 'day' ? field.type : 'text';
}

/** One record as a row of the workbook, under the keys of `activityShape`. */
export function activityRow(
  activity: Activity,
  kind: ActivityKind | undefined,
): Record<string, unknown> {
  const own = (kind?.fields ?? []).map((field): [string, unknown] => [
    ownKey(field),
    cellOf(field, activity.data[field.key]),
  ]);
  return {
    pid: activity.pid,
    organisation: activity.organisationCode,
    organisation_name: activity.organisationName,
    kind: activity.kindName,
    title: activity.title,
    starts_on: activity.startsOn,
    ends_on: activity.endsOn,
    role: roleNames[activity.role],
    place: activity.place,
    partners: activity.partners,
    summary: activity.summary,
    ...Object.fromEntries(own),
  };
}

function cellOf(field: KindField, value: FieldValue | undefined): unknown {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (field.type !== 'choice') return value;
  return field.options?.find((option) => option.value === value)?.label ?? value;
}
