import { issue } from '../../../kernel/issue.ts';
import { type Cx, execute } from '../../../platform/command.ts';
import type { SheetRow } from '../../../platform/documents/sheets/shape.ts';
import { pick } from '../../../platform/forms/pick.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { type Importer, type RowOutcome, refuseRow } from '../../../platform/records/importing.ts';
import type { OrganisationOption } from '../../organisations/index.ts';
import { findDistinction, sameDistinction } from '../queries/index.ts';
import { type Distinction, editInput, recordInput, type Titles } from '../schema.ts';
import {
  changedInput,
  decisionOf,
  editCommand,
  knownOf,
  type Meaning,
  meaningOf,
  recordCommand,
  written,
  writtenOf,
} from '../service/index.ts';
import { distinctionShape } from './columns.ts';

export interface ImportPlace {
  readonly titles: Titles;
  readonly options: readonly OrganisationOption[];
  /** Code of the office: for rows that name no register. */
  readonly own: string;
}

/** Writes rows by the same commands as the form: the same decision is never recorded twice. */
export function distinctionImporter(place: ImportPlace): Importer {
  return {
    shape: distinctionShape(place.titles),
    write: (cx, row) => writeRow(cx, row, place),
    columnOf: (path, row) =>
      path === 'organisation' && row.cells.organisation === undefined ? 'organisation_name' : path,
  };
}

async function writeRow(cx: Cx, row: SheetRow, place: ImportPlace): Promise<RowOutcome> {
  const { values } = row;
  const typed = String(values.organisation ?? values.organisation_name ?? '') || place.own;
  const picked = pick('organisation', place.options, typed);
  if ('issue' in picked) return refuseRow(picked.issue);
  const sent = sentOf(row, picked.code);
  const today = cx.clock.today();
  if (values.pid) {
    const distinction = await findDistinction(cx, String(values.pid).trim());
    if (distinction === null || distinction.deletedAt !== null) {
      return refuseRow(issue('pid', 'unknown_record'));
    }
    return edit(cx, distinction, sent);
  }
  const meaning = await meaningOf(cx, sent);
  const standing = await sameOf(cx, sent, meaning);
  if (standing !== null) return edit(cx, standing, sent);
  const outcome = await execute(cx, recordCommand(meaning, today), sent);
  return outcome.ok ? { ok: true, value: 'added' } : outcome;
}

async function edit(
  cx: Cx,
  standing: Distinction,
  sent: Record<string, unknown>,
): Promise<RowOutcome> {
  const raw = changedInput(standing, sent);
  const meaning = await meaningOf(cx, raw, standing);
  if (unchanged(cx, standing, meaning, raw)) return { ok: true, value: 'same' };
  const outcome = await execute(cx, editCommand(meaning, cx.clock.today()), raw);
  return outcome.ok ? { ok: true, value: 'changed' } : outcome;
}

/** What the row says, in the words of a form. A column that is not in the file says nothing. */
function sentOf({ values, cells }: SheetRow, organisation: string): Record<string, unknown> {
  const person = values.recipient === 'person';
  const keys = ['title', 'class', 'level', 'decision_no', 'decided_on', 'giver', 'note'];
  const present = keys.filter((key) => cells[key] !== undefined);
  return {
    organisation,
    recipient: values.recipient,
    ...(person
      ? { recipient_person: values.recipient_person ?? null }
      : { recipient_organisation: values.recipient_organisation || null }),
    ...Object.fromEntries(present.map((key) => [key, values[key]])),
  };
}

/** The record of the same decision for the same recipient, when the row can be read at all. */
async function sameOf(
  cx: Cx,
  sent: Record<string, unknown>,
  meaning: Meaning,
): Promise<Distinction | null> {
  const parsed = recordInput(knownOf(meaning, cx.clock.today())).safeParse(sent);
  if (!parsed.success) return null;
  const row = written(meaning, meaning.personId, parsed.data);
  if (row.recipient_organisation_id === null && row.recipient_person_id === null) return null;
  return sameDistinction(cx, decisionOf(row));
}

function unchanged(
  cx: Cx,
  standing: Distinction,
  meaning: Meaning,
  raw: Record<string, unknown>,
): boolean {
  const parsed = editInput(knownOf(meaning, cx.clock.today())).safeParse(raw);
  if (!parsed.success) return false;
  const now = written(meaning, meaning.personId, parsed.data);
  const old = writtenOf(standing);
  return Object.values(changesBetween(old, now)).every((change) => change.old === change.new);
}
