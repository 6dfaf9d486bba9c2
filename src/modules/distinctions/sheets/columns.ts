import type { SheetColumn, SheetShape } from '../../../platform/documents/sheets/shape.ts';
import { levels, recipients } from '../rules.ts';
import type { Distinction, Titles } from '../schema.ts';
import { levelNames, recipientNames, words } from '../vi.ts';

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
