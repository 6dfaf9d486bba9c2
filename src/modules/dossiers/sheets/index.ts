import { vietnamTime } from '../../../kernel/clock.ts';
import { formatDateTime, formatSecond } from '../../../kernel/vietnamese/dates.ts';
import {
  csvOf,
  type SheetOutColumn,
  streamXlsx,
  writeXlsx,
} from '../../../platform/documents/index.ts';
import { type EditionContent, entrantNames, stateNames } from '../../calls/index.ts';
import type { DossierRow } from '../queries/index.ts';
import { listWords, originNames, statisticWords } from '../vi/office/index.ts';

type Rows = AsyncIterable<readonly DossierRow[]>;
type Fields = Pick<EditionContent, 'fields'>;

const heads = listWords.columns;
const columns: readonly SheetOutColumn[] = [
  { key: 'number', header: heads.number, width: 16, type: 'text' },
  { key: 'title', header: heads.title, width: 50, type: 'text' },
  { key: 'authors', header: heads.authors, width: 36, type: 'text' },
  { key: 'field', header: heads.field, width: 28, type: 'text' },
  { key: 'entrant', header: heads.entrant, width: 18, type: 'text' },
  { key: 'state', header: heads.state, width: 20, type: 'text' },
  { key: 'origin', header: heads.origin, width: 18, type: 'text' },
  { key: 'email', header: heads.email, width: 28, type: 'text' },
  { key: 'firstTime', header: heads.firstTime, width: 18, type: 'text' },
  { key: 'time', header: heads.time, width: 18, type: 'text' },
  { key: 'version', header: heads.version, width: 10, type: 'integer' },
  { key: 'until', header: heads.until, width: 26, type: 'text' },
];

const moment = (at: Date | null): string | null =>
  at === null ? null : formatDateTime(vietnamTime(at));

const lineOf = (row: DossierRow, { fields }: Fields): Readonly<Record<string, unknown>> => ({
  number: row.number,
  title: row.title,
  authors: row.authors.join('; '),
  field: fields.find(({ code }) => code === row.field)?.name ?? row.field,
  entrant: row.entrant === null ? null : entrantNames[row.entrant],
  state: stateNames[row.state],
  origin: originNames[row.origin],
  email: row.email,
  firstTime: moment(row.firstSubmittedAt),
  time: moment(row.submittedAt),
  version: row.submitted,
  until: row.until === null ? null : formatSecond(row.until),
});

async function* linesOf(rows: Rows, fields: Fields) {
  for await (const batch of rows) for (const row of batch) yield lineOf(row, fields);
}

/** The intake list as a workbook of any length. */
export const dossierSheet = (rows: Rows, fields: Fields): Promise<ReadableStream<Uint8Array>> =>
  streamXlsx({ name: listWords.sheet, columns, rows: linesOf(rows, fields) });

/** The same as CSV, in parts. */
export function dossierCsv(rows: Rows, fields: Fields): ReadableStream<Uint8Array> {
  const lines = csvLines(rows, fields);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(new TextEncoder().encode(value));
    },
  });
}

async function* csvLines(rows: Rows, fields: Fields): AsyncGenerator<string> {
  yield csvOf([columns.map(({ header }) => header)]);
  for await (const batch of rows) {
    const cells = batch.map((row) => {
      const line = lineOf(row, fields);
      return columns.map(({ key }) => line[key] as string | number | null);
    });
    // The mark of UTF-8 stands before the first line only.
    yield csvOf(cells).slice(1);
  }
}

export interface StatisticLine {
  readonly kind: string;
  readonly label: string;
  readonly dossiers: number;
  readonly authors: number | null;
}

/** The figures of an edition, one sheet for all. */
export function statisticSheet(
  title: string,
  notes: readonly string[],
  rows: readonly StatisticLine[],
): Promise<Buffer> {
  const { columns: names, kindColumn } = statisticWords;
  return writeXlsx({
    title,
    sheets: [
      {
        name: statisticWords.title,
        title,
        notes,
        columns: [
          { key: 'kind', header: kindColumn, width: 26, type: 'text' },
          { key: 'label', header: names.label, width: 44, type: 'text' },
          { key: 'dossiers', header: names.dossiers, width: 12, type: 'integer' },
          { key: 'authors', header: names.authors, width: 12, type: 'integer' },
        ],
        rows: rows.map((row) => ({ ...row })),
      },
    ],
  });
}
