import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import {
  type SheetOut,
  type SheetOutColumn,
  writeXlsx,
} from '../../../platform/documents/index.ts';
import type { FormCell, ReportForm } from '../schema/index.ts';
import { figureText, sheetWords as words } from '../vi/sheets.ts';
import { changeText, formPeriod, printedFigure } from './document.ts';
import { fingerprint } from './fingerprint.ts';

type Row = Readonly<Record<string, unknown>>;

const titleOf = (form: ReportForm): string =>
  `${form.obligation.round.name} – ${form.obligation.organisation.name}`;

/** The report as a workbook to go on computing with: figures as numbers, words as they read. */
export function reportXlsx(form: ReportForm): Promise<Buffer> {
  const { columns } = words;
  const { organisation, round } = form.obligation;
  const figures: SheetOut = {
    name: words.figures,
    title: titleOf(form),
    notes: [words.asOf(formPeriod(form), formatDate(round.until))],
    columns: [
      ...shared(),
      { key: 'previous', header: columns.previous, width: 14, type: 'number' },
      { key: 'declared', header: columns.declared, width: 14, type: 'number' },
      { key: 'change', header: columns.change, width: 12, type: 'text' },
      { key: 'derived', header: columns.derived, width: 14, type: 'number' },
      { key: 'reason', header: columns.reason, width: 36, type: 'text' },
      { key: 'note', header: columns.note, width: 36, type: 'text' },
    ],
    rows: rowsOf(form, (cell) => ({
      previous: figure(cell, cell.previous),
      declared: figure(cell, printedFigure(cell)),
      change: changeText(cell),
      derived: figure(cell, cell.derived),
      reason: cell.reason,
      note: cell.note,
    })),
  };
  const narrative: SheetOut = {
    name: words.narrative,
    title: titleOf(form),
    columns: [
      { key: 'section', header: columns.section, width: 40, type: 'text' },
      { key: 'words', header: columns.words, width: 100, type: 'text' },
    ],
    rows: form.sections.flatMap(({ section, narrative: told }) =>
      told === null ? [] : [{ section: headed(section), words: told.shown }],
    ),
  };
  return writeXlsx({
    title: titleOf(form),
    creator: organisation.name,
    sheets: [figures, narrative],
  });
}

/**
 * The form to be filled without the Internet: everything is locked but what is to be typed. `readFormBook`
 * takes it back; what is not touched changes nothing.
 */
export function formBook(form: ReportForm): Promise<Buffer> {
  const { columns } = words;
  const notes = [words.formNote(form.obligation.pid), ...words.fillNotes];
  const technical: SheetOutColumn[] = [
    { key: 'key', header: columns.key, width: 12, type: 'text', hidden: true },
    { key: 'version', header: columns.version, width: 10, type: 'integer', hidden: true },
    { key: 'was', header: columns.was, width: 20, type: 'text', hidden: true },
  ];
  const figures: SheetOut = {
    name: words.figures,
    title: titleOf(form),
    notes,
    columns: [
      ...technical,
      ...shared(),
      { key: 'previous', header: columns.previous, width: 14, type: 'number' },
      { key: 'derived', header: columns.derived, width: 14, type: 'number' },
      { key: 'below', header: columns.below, width: 14, type: 'number' },
      {
        ...{ key: 'declared', header: columns.declared, width: 14, type: 'number', open: true },
        choices: (row) => (row.yesNo === true ? [words.yes, words.no] : null),
      },
      { key: 'reason', header: columns.reason, width: 36, type: 'text', open: true },
      { key: 'note', header: columns.note, width: 36, type: 'text', open: true },
    ],
    rows: rowsOf(form, (cell) => ({
      key: cell.row.key,
      version: cell.version,
      was: fingerprint(cell.declared, cell.reason, cell.note),
      yesNo: cell.row.kind === 'yes_no',
      previous: figure(cell, cell.previous),
      derived: figure(cell, cell.offered),
      below: figure(cell, cell.below),
      declared: figure(cell, cell.declared),
      reason: cell.reason,
      note: cell.note,
    })),
  };
  const narrative: SheetOut = {
    name: words.narrative,
    title: titleOf(form),
    notes,
    columns: [
      ...technical,
      { key: 'section', header: columns.section, width: 36, type: 'text' },
      { key: 'hint', header: columns.hint, width: 44, type: 'text' },
      { key: 'words', header: columns.words, width: 100, type: 'text', open: true },
    ],
    rows: form.sections.flatMap(({ section, narrative: told }) =>
      told === null
        ? []
        : [
            {
              key: section.key,
              version: told.version,
              was: fingerprint(told.words),
              section: headed(section),
              hint: section.hint,
              words: told.words,
            },
          ],
    ),
  };
  return writeXlsx({ title: titleOf(form), sheets: [figures, narrative] });
}

function shared(): SheetOutColumn[] {
  const { columns } = words;
  return [
    { key: 'number', header: columns.number, width: 7, type: 'text' },
    { key: 'label', header: columns.label, width: 54, type: 'text' },
    { key: 'unit', header: columns.unit, width: 12, type: 'text' },
  ];
}

function rowsOf(form: ReportForm, of: (cell: FormCell) => Row): Row[] {
  return form.sections.flatMap(({ cells }) =>
    cells.map((cell) => ({
      number: cell.row.number,
      label: cell.row.label,
      unit: cell.row.unit,
      ...of(cell),
    })),
  );
}

const figure = ({ row }: FormCell, value: number | null): number | string | null =>
  value !== null && row.kind === 'yes_no' ? figureText(value, row) : value;

const headed = (section: { readonly number: string; readonly title: string }): string =>
  section.number === '' ? section.title : `${section.number}. ${section.title}`;
