import { type Issue, issue } from '../../kernel/issue.ts';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import { type Cx, execute, type Outcome } from '../../platform/command.ts';
import type { SheetColumn, SheetRow, SheetShape } from '../../platform/documents/sheets/shape.ts';
import { optionalDay, text } from '../../platform/forms/fields.ts';
import { pick } from '../../platform/forms/pick.ts';
import type { Importer } from '../../platform/records/importing.ts';
import type { OrganisationOption } from '../organisations/index.ts';
import { findActivity, sameActivity } from './queries.ts';
import { type FieldValue, type KindField, roles } from './rules.ts';
import { type Activity, type ActivityKind, editInput, type Kinds } from './schema.ts';
import { changedInput, editCommand, recordCommand } from './service/index.ts';
import { roleNames, words } from './vi.ts';

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

function ownColumns(kinds: Kinds): SheetColumn[] {
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

export interface ImportPlace {
  readonly kinds: Kinds;
  readonly options: readonly OrganisationOption[];
  /** Code of the office: for rows that name no organisation. */
  readonly own: string;
}

/** Writes rows by the same commands as the form: the same thing is never recorded twice. */
export function activityImporter(place: ImportPlace): Importer {
  return {
    shape: activityShape(place.kinds),
    write: (cx, row) => writeRow(cx, row, place),
    columnOf: (path, row) => columnOf(path, row, place.kinds),
  };
}

function columnOf(path: string, row: SheetRow, kinds: Kinds): string {
  if (path === 'organisation' && row.cells.organisation === undefined) return 'organisation_name';
  if (!path.startsWith('data.')) return path;
  const fields = kinds.get(String(row.values.kind))?.fields ?? [];
  const field = fields.find((one) => `data.${one.key}` === path);
  return field === undefined ? path : ownKey(field);
}

type Written = Outcome<'added' | 'changed' | 'same'>;

async function writeRow(cx: Cx, row: SheetRow, place: ImportPlace): Promise<Written> {
  const kind = place.kinds.get(String(row.values.kind));
  if (kind === undefined) return refuse([issue('kind', 'choose_one')]);
  const { values } = row;
  const typed = String(values.organisation ?? values.organisation_name ?? '') || place.own;
  const picked = pick('organisation', place.options, typed);
  const misplaced = misplacedIssues(row, kind, place.kinds);
  if ('issue' in picked) return refuse([picked.issue, ...misplaced]);
  if (misplaced.length > 0) return refuse(misplaced);
  const organisation = place.options.find((option) => option.code === picked.code) ?? null;
  const sent = sentOf(row, kind, picked.code);
  const found = await existing(cx, row, kind, picked.code);
  if ('issues' in found) return refuse(found.issues);
  if (found.activity === null) {
    const raw = { kind: kind.code, ...sent };
    const outcome = await execute(cx, recordCommand(place.kinds, organisation), raw);
    return outcome.ok ? { ok: true, value: 'added' } : outcome;
  }
  const raw = changedInput(found.activity, sent);
  if (unchanged(found.activity, kind, raw)) return { ok: true, value: 'same' };
  const outcome = await execute(cx, editCommand(kind.fields, organisation), raw);
  return outcome.ok ? { ok: true, value: 'changed' } : outcome;
}

/** The record that a row speaks of: by its code, else by what makes it the same thing. */
async function existing(
  cx: Cx,
  { values }: SheetRow,
  kind: ActivityKind,
  organisation: string,
): Promise<{ activity: Activity | null } | { issues: readonly Issue[] }> {
  if (values.pid) {
    const activity = await findActivity(cx, String(values.pid).trim());
    if (activity === null || activity.deletedAt !== null) {
      return { issues: [issue('pid', 'unknown_record')] };
    }
    if (activity.kind !== kind.code) return { issues: [issue('kind', 'kind_fixed')] };
    return { activity };
  }
  const title = text(300).safeParse(values.title);
  const day = optionalDay().safeParse(values.starts_on);
  if (!title.success || !day.success || day.data === null) return { activity: null };
  const same = { organisation, kind: kind.code, title: title.data, startsOn: day.data };
  return { activity: await sameActivity(cx, same) };
}

/** What the row says, in the words of a form. A column that is not in the file says nothing. */
function sentOf(row: SheetRow, kind: ActivityKind, organisation: string): Record<string, unknown> {
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
function misplacedIssues(row: SheetRow, kind: ActivityKind, kinds: Kinds): Issue[] {
  const own = new Set(kind.fields.map(ownKey));
  return ownColumns(kinds)
    .filter(({ key }) => !own.has(key) && row.values[key] !== undefined && row.values[key] !== null)
    .map(({ key, header }) => issue(key, 'not_of_kind', { header, kind: kind.name }));
}

function unchanged(activity: Activity, kind: ActivityKind, raw: Record<string, unknown>): boolean {
  const parsed = editInput(kind.fields, true).safeParse(raw);
  if (!parsed.success) return false;
  const now = parsed.data;
  const pairs: readonly (readonly [unknown, unknown])[] = [
    [activity.organisationCode, now.organisation],
    [activity.title, now.title],
    [activity.startsOn, now.starts_on],
    [activity.endsOn, now.ends_on],
    [activity.role, now.role],
    [activity.place, now.place],
    [activity.partners, now.partners],
    [activity.summary, now.summary],
  ];
  const keys = new Set([...Object.keys(activity.data), ...Object.keys(now.data)]);
  return (
    pairs.every(([old, next]) => old === next) &&
    [...keys].every((key) => activity.data[key] === now.data[key])
  );
}

function refuse(issues: readonly Issue[]): { ok: false; issues: readonly Issue[] } {
  return { ok: false, issues };
}
