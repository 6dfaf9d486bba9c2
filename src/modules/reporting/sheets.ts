import {
  type Block,
  type OfficialDocument,
  officialDocument,
  type SheetOutColumn,
  type TableRow,
  writeXlsx,
} from '../../platform/documents/index.ts';
import type { FigureRecord, Subject } from '../indicators/index.ts';
import type { BenchmarkRow, BenchmarkTable } from './queries/index.ts';
import { nationalText, ownText, placeName, vi } from './vi.ts';

const structureWords = (table: BenchmarkTable): string => vi.document.structure(table.structure);

/** The table as a workbook: figures as numbers, so that people can go on computing. */
export function benchmarkXlsx(table: BenchmarkTable): Promise<Buffer> {
  const { columns } = vi;
  return writeXlsx({
    title: vi.sheet.title(table.org.name),
    creator: table.org.name,
    sheets: [
      {
        name: vi.sheet.name,
        title: vi.sheet.title(table.org.name),
        notes: [
          ...vi.sheet.notes(table.on, structureWords(table), table.peers),
          ...(table.sample ? [vi.sample] : []),
        ],
        columns: [
          { key: 'number', header: columns.number, width: 7, type: 'text' },
          { key: 'code', header: columns.code, width: 10, type: 'text' },
          { key: 'label', header: columns.label, width: 58, type: 'text' },
          { key: 'unit', header: columns.unit, width: 12, type: 'text' },
          { key: 'national', header: columns.national, width: 12, type: 'number', decimals: 1 },
          {
            key: 'own',
            header: placeName(table.org.shortName),
            width: 14,
            type: 'number',
            decimals: 1,
          },
          { key: 'rank', header: columns.rank, width: 8, type: 'integer' },
          { key: 'note', header: columns.note, width: 44, type: 'text' },
        ],
        rows: table.lines.map((line) =>
          line.kind === 'heading' ? { number: line.number, label: line.text } : sheetRow(line.row),
        ),
      },
    ],
  });
}

function sheetRow(row: BenchmarkRow): Record<string, unknown> {
  const own = typeof row.own === 'boolean' ? ownText(row) : row.own;
  const unit = row.unit ?? (row.nationalKind === 'count' ? vi.columns.own.toLowerCase() : null);
  return { ...row, own, unit };
}

/** The records behind one figure as a workbook. */
export function recordsXlsx(
  org: Subject,
  indicator: { code: string; label: string },
  on: string,
  records: readonly FigureRecord[],
): Promise<Buffer> {
  const words = vi.recordColumns;
  const columns: SheetOutColumn[] = [
    { key: 'title', header: words.title, width: 60, type: 'text' },
    { key: 'name', header: words.organisation, width: 36, type: 'text' },
    { key: 'day', header: words.day, width: 13, type: 'day' },
    { key: 'until', header: words.until, width: 13, type: 'day' },
    { key: 'amount', header: words.amount, width: 13, type: 'number' },
  ];
  return writeXlsx({
    creator: org.name,
    sheets: [
      {
        name: vi.sheet.records,
        title: vi.recordsTitle(indicator.code, indicator.label),
        notes: [vi.recordsLead(org.name, on, records.length)],
        columns,
        rows: records.map((one) => ({ ...one, name: one.organisation.name })),
      },
    ],
  });
}

/** The table as a report in the form of decree 30, the table itself as an appendix that lies. */
export function benchmarkDocx(table: BenchmarkTable): Promise<Buffer> {
  return officialDocument(benchmarkReport(table));
}

export function benchmarkReport(table: BenchmarkTable): OfficialDocument {
  const words = vi.document;
  return {
    type: { code: 'BC', title: words.type },
    agency: table.org.name,
    number: null,
    symbol: words.symbol,
    place: placeName(table.org.shortName),
    day: null,
    subject: words.subject(table.on),
    grounds: table.legalBasis === null || table.sample ? [] : [table.legalBasis],
    body: reportBody(table),
    signature: { position: words.position, name: words.signer },
    recipients: words.recipients,
    appendices: [{ title: words.appendix, orientation: 'landscape', body: [appendixTable(table)] }],
  };
}

function reportBody(table: BenchmarkTable): Block[] {
  const words = vi.document;
  const yesNo = table.rows.filter((row) => typeof row.own === 'boolean');
  const ranked = table.rows.filter((row) => row.rank !== null);
  const lacking = yesNo.filter((row) => row.own === false);
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  const bullets = (title: string, texts: readonly string[]): Block[] =>
    texts.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: title },
          ...texts.map((text): Block => ({ kind: 'bullet', text })),
        ];
  return [
    paragraph(words.opening(table.org.name, table.peers, table.on, structureWords(table))),
    { kind: 'heading', level: 2, text: words.results },
    paragraph(words.haves(yesNo.length - lacking.length, yesNo.length)),
    ...bullets(
      words.ranked,
      ranked.map((row) =>
        words.rank(row.label, withUnit(row), nationalText(row), row.rank ?? 0, table.peers),
      ),
    ),
    ...bullets(
      words.lacking,
      lacking.map((row) => words.lack(row.label, nationalText(row))),
    ),
    ...(table.sample && table.legalBasis !== null ? [paragraph(table.legalBasis)] : []),
    paragraph(words.closing),
  ];
}

function withUnit(row: BenchmarkRow): string {
  return row.unit === null ? ownText(row) : `${ownText(row)}\u00a0${row.unit}`;
}

function appendixTable(table: BenchmarkTable): Block {
  const { columns } = vi;
  return {
    kind: 'table',
    columns: [
      { header: columns.number, share: 6, align: 'center' },
      { header: columns.label, share: 38 },
      { header: columns.unit, share: 9, align: 'center' },
      { header: columns.national, share: 11, align: 'right' },
      { header: placeName(table.org.shortName), share: 11, align: 'right' },
      { header: columns.rank, share: 8, align: 'right' },
      { header: columns.note, share: 25 },
    ],
    rows: table.lines.map((line): TableRow => {
      if (line.kind === 'heading') return { kind: 'group', text: `${line.number}. ${line.text}` };
      const { row } = line;
      return {
        kind: 'row',
        cells: [
          row.number,
          row.label,
          row.unit ?? '',
          nationalText(row),
          ownText(row),
          row.rank === null ? '' : `${row.rank}/${table.peers}`,
          row.note ?? '',
        ],
      };
    }),
  };
}
