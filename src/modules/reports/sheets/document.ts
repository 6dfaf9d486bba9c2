import { parsePeriod } from '../../../kernel/period.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { periodWords } from '../../../kernel/vietnamese/periods.ts';
import {
  type Appendix,
  type Authority,
  type Block,
  type OfficialDocument,
  officialDocument,
  type TableRow,
} from '../../../platform/documents/index.ts';
import { differenceOf, reportSymbol } from '../rules/index.ts';
import type { FormCell, FormSection, OfficialNumber, ReportForm } from '../schema/index.ts';
import { figureText, sheetWords as words } from '../vi/sheets.ts';

/** Period of a form as it stands in a sentence. */
export function formPeriod({ obligation }: ReportForm): string {
  const period = parsePeriod(obligation.round.period);
  return period === null ? obligation.round.period : periodWords(period);
}

/** The report as an administrative document; without its number it is a draft with blanks. */
export function reportDocx(form: ReportForm, place: string): Promise<Buffer> {
  return officialDocument(reportDocument(form, place));
}

/**
 * The report in the form of decree 30/2020: sections in their order, tables as appendices that lie.
 * @param place where it is signed, such as 'Sơn La'
 */
export function reportDocument(form: ReportForm, place: string): OfficialDocument {
  const { organisation, collector, round } = form.obligation;
  const period = formPeriod(form);
  return {
    type: { code: 'BC', title: words.type },
    agency: organisation.name,
    number: form.number?.number ?? null,
    symbol: (form.number?.symbol ?? reportSymbol(organisation.shortName)).replace(/^BC-/, ''),
    place,
    day: form.number?.signedOn ?? null,
    subject: words.subject(period),
    addressees: [collector.name],
    body: [
      paragraph(words.opening(collector.name, organisation.name, period, formatDate(round.until))),
      ...form.sections.filter(isPrinted).flatMap((one) => sectionBlocks(form, one)),
      ...(hasTables(form) ? [paragraph(words.seeAppendix)] : []),
      paragraph(words.closing(organisation.name)),
    ],
    signature: signatureOf(form.number),
    recipients: words.recipients,
    appendices: appendixOf(form, period),
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

function signatureOf(number: OfficialNumber | null): OfficialDocument['signature'] {
  if (number === null) return { position: words.president, name: '' };
  const { authority, authorityOf, position, signer } = number;
  const line: Authority[] = authority === null ? [] : [{ mark: authority, of: authorityOf ?? '' }];
  return { authority: line, position, name: signer };
}

const hasTables = (form: ReportForm): boolean =>
  form.sections.some(({ section }) => section.kind === 'table');

// All tables stand in one appendix: each under its title when there are several.
function appendixOf(form: ReportForm, period: string): Appendix[] {
  const tables = form.sections.filter(({ section }) => section.kind === 'table');
  const [only] = tables;
  if (only === undefined) return [];
  const rows = tables.flatMap(({ section, cells }): TableRow[] => [
    ...(tables.length > 1 ? [{ kind: 'group', text: titled(section) } as const] : []),
    ...cells.map(figureRow),
  ]);
  const title = tables.length > 1 ? words.appendixTitle : only.section.title;
  return [
    { title: words.ofPeriod(title, period), orientation: 'landscape', body: [figuresTable(rows)] },
  ];
}

const titled = (section: { readonly number: string; readonly title: string }): string =>
  section.number === '' ? section.title : `${section.number}. ${section.title}`;

// A heading over nothing but tables has moved with them into the appendix.
function isPrinted({ section }: FormSection, at: number, all: readonly FormSection[]): boolean {
  if (section.kind !== 'heading') return section.kind === 'narrative';
  const end = all.findIndex((one, i) => i > at && one.section.level <= section.level);
  const under = all.slice(at + 1, end === -1 ? undefined : end);
  return under.length === 0 || under.some((one) => one.section.kind !== 'table');
}

function sectionBlocks(form: ReportForm, { section, narrative }: FormSection): Block[] {
  const heading: Block = { kind: 'heading', level: section.level, text: titled(section) };
  if (narrative === null) return [heading];
  if (narrative.shown.trim() !== '') return [heading, ...wordBlocks(narrative.shown)];
  return [heading, paragraph(isDraft(form) ? words.notWritten : words.nothing)];
}

const isDraft = ({ obligation }: ReportForm): boolean =>
  ['waiting', 'filling', 'submitted'].includes(obligation.state);

/** Lines of a narrative: those that begin with a dash or a plus are points of a list. */
function wordBlocks(text: string): Block[] {
  return text.split('\n').flatMap((line): Block[] => {
    const bare = line.trim();
    if (bare === '') return [];
    const point = /^[-–+•*]\s+(.*)$/u.exec(bare);
    return [point ? { kind: 'bullet', text: point[1] ?? '' } : paragraph(bare)];
  });
}

function figuresTable(rows: readonly TableRow[]): Block {
  const { columns } = words;
  return {
    kind: 'table',
    columns: [
      { header: columns.number, share: 6, align: 'center' },
      { header: columns.label, share: 36 },
      { header: columns.unit, share: 10, align: 'center' },
      { header: columns.previous, share: 10, align: 'right' },
      { header: columns.declared, share: 10, align: 'right' },
      { header: columns.change, share: 10, align: 'right' },
      { header: columns.note, share: 30 },
    ],
    rows,
  };
}

const figureRow = (cell: FormCell): TableRow => ({
  kind: cell.row.sum.length > 0 ? 'total' : 'row',
  cells: [
    cell.row.number,
    cell.row.label,
    cell.row.unit ?? '',
    figureText(cell.previous, cell.row),
    figureText(printedFigure(cell), cell.row),
    changeText(cell),
    // Notes stay light beside a sum, which is printed bold.
    [{ text: [cell.reason, cell.note].filter(Boolean).join('. '), bold: false }],
  ],
});

/** What stands for a row in print: what was declared, else what would be. */
export const printedFigure = (cell: FormCell): number | null => cell.declared ?? cell.offered;

/** '+3', '−2,5', '0'; nothing for yes and no, and where one of the two is not known. */
export function changeText(cell: FormCell): string {
  const { decimals, kind } = cell.row;
  if (kind === 'yes_no') return '';
  const change = differenceOf(printedFigure(cell), cell.previous, decimals);
  if (change === null) return '';
  const sign = change > 0 ? '+' : change < 0 ? '\u2212' : '';
  return `${sign}${formatNumber(Math.abs(change), decimals)}`;
}
