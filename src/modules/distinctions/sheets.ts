import { type Issue, issue } from '../../kernel/issue.ts';
import { type Cx, execute, type Outcome } from '../../platform/command.ts';
import type { SheetColumn, SheetRow, SheetShape } from '../../platform/documents/sheets/shape.ts';
import { pick } from '../../platform/forms/pick.ts';
import type { Importer } from '../../platform/records/importing.ts';
import type { OrganisationOption } from '../organisations/index.ts';
import { findDistinction, sameDistinction } from './queries.ts';
import { levels, recipients } from './rules.ts';
import { type Distinction, editInput, recordInput, type Titles } from './schema.ts';
import {
  changedInput,
  editCommand,
  knownOf,
  type Meaning,
  meaningOf,
  recordCommand,
  written,
} from './service.ts';
import { levelNames, recipientNames, words } from './vi.ts';

const label = words.columns;
const help = words.sheetHelp;

const text = (key: string, header: string, more: Partial<SheetColumn> = {}): SheetColumn => ({
  key,
  header,
  type: 'text',
  ...more,
});

const optionsOf = <V extends string>(values: readonly V[], names: Readonly<Record<V, string>>) =>
  values.map((value) => ({ value, label: names[value] }));

/** Columns of the workbook: one row a decision for one recipient. */
export function distinctionShape(titles: Titles): SheetShape {
  const given = [...titles.values()].map(({ code, name }) => ({ value: code, label: name }));
  const levelOptions = optionsOf(levels, levelNames);
  const toWhom = optionsOf(recipients, recipientNames);
  return {
    columns: [
      text('pid', label.pid, { width: 20, help: help.pid }),
      text('organisation', label.organisationCode, { width: 20 }),
      text('organisation_name', label.organisation, { width: 32 }),
      text('title', label.title, { required: true, options: given, width: 36 }),
      text('class', label.class, { width: 14 }),
      text('level', label.level, { required: true, options: levelOptions }),
      text('recipient', label.recipient, { required: true, options: toWhom }),
      text('recipient_person', label.recipientPerson, { help: help.recipientPerson }),
      text('recipient_organisation', label.recipientOrganisation, {
        help: help.recipientOrganisation,
      }),
      text('decision_no', label.decisionNo, { width: 20 }),
      { key: 'decided_on', header: label.decidedOn, type: 'day', required: true },
      text('giver', label.giver, { width: 36 }),
      text('note', label.note, { width: 36 }),
    ],
  };
}

/** One record as a row of the workbook, under the keys of `distinctionShape`. */
export function distinctionRow(row: Distinction): Record<string, unknown> {
  return {
    pid: row.pid,
    organisation: row.organisationCode,
    organisation_name: row.organisationName,
    title: row.titleName,
    class: row.class,
    level: levelNames[row.level],
    recipient: recipientNames[row.recipient],
    recipient_person: row.recipient === 'person' ? row.recipientName : null,
    recipient_organisation: row.recipientOrganisationCode,
    decision_no: row.decisionNo,
    decided_on: row.decidedOn,
    giver: row.giver,
    note: row.note,
    revoked_on: row.revokedOn,
  };
}

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

type Written = Outcome<'added' | 'changed' | 'same'>;

async function writeRow(cx: Cx, row: SheetRow, place: ImportPlace): Promise<Written> {
  const { values } = row;
  const typed = String(values.organisation ?? values.organisation_name ?? '') || place.own;
  const picked = pick('organisation', place.options, typed);
  if ('issue' in picked) return refuse([picked.issue]);
  const sent = sentOf(row, picked.code);
  const today = cx.clock.today();
  if (values.pid) {
    const distinction = await findDistinction(cx, String(values.pid).trim());
    if (distinction === null || distinction.deletedAt !== null) {
      return refuse([issue('pid', 'unknown_record')]);
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
): Promise<Written> {
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
  return sameDistinction(cx, {
    organisationId: row.organisation_id,
    recipientOrganisationId: row.recipient_organisation_id,
    recipientPersonId: row.recipient_person_id,
    title: row.title,
    level: row.level,
    class: row.class,
    decidedOn: row.decided_on,
    decisionNo: row.decision_no,
  });
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
  const pairs: readonly (readonly [unknown, unknown])[] = [
    [standing.organisationId, now.organisation_id],
    [standing.recipientOrganisationId, now.recipient_organisation_id],
    [standing.recipientPersonId, now.recipient_person_id],
    [standing.title, now.title],
    [standing.level, now.level],
    [standing.class, now.class],
    [standing.decisionNo, now.decision_no],
    [standing.decidedOn, now.decided_on],
    [standing.giver, now.giver],
    [standing.note, now.note],
  ];
  return pairs.every(([old, next]) => old === next);
}

function refuse(issues: readonly Issue[]): { ok: false; issues: readonly Issue[] } {
  return { ok: false, issues };
}
