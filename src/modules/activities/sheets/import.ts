import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, execute } from '../../../platform/command.ts';
import type { SheetRow } from '../../../platform/documents/sheets/shape.ts';
import { optionalDay, text } from '../../../platform/forms/fields.ts';
import { pick } from '../../../platform/forms/pick.ts';
import { type Importer, type RowOutcome, refuseRow } from '../../../platform/records/importing.ts';
import type { OrganisationOption } from '../../organisations/index.ts';
import { findActivity, sameActivity } from '../queries/index.ts';
import { type Activity, type ActivityKind, editInput, type Kinds } from '../schema/index.ts';
import { changedInput, editCommand, recordCommand } from '../service/index.ts';
import { misplacedIssues, sentOf } from './cells.ts';
import { activityShape, ownKey } from './columns.ts';

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

async function writeRow(cx: Cx, row: SheetRow, place: ImportPlace): Promise<RowOutcome> {
  const kind = place.kinds.get(String(row.values.kind));
  if (kind === undefined) return refuseRow(issue('kind', 'choose_one'));
  const { values } = row;
  const typed = String(values.organisation ?? values.organisation_name ?? '') || place.own;
  const picked = pick('organisation', place.options, typed);
  const misplaced = misplacedIssues(row, kind, place.kinds);
  if ('issue' in picked) return refuseRow(picked.issue, ...misplaced);
  if (misplaced.length > 0) return refuseRow(...misplaced);
  const organisation = place.options.find((option) => option.code === picked.code) ?? null;
  const sent = sentOf(row, kind, picked.code);
  const found = await existing(cx, row, kind, picked.code);
  if ('issues' in found) return refuseRow(...found.issues);
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
