import { writeXlsx } from '../../platform/documents/index.ts';
import type { DayCounts } from './rules/index.ts';
import { words } from './vi/index.ts';

/** The days of a site as a workbook: dates as dates, counts as numbers. */
export function countsBook(days: readonly DayCounts[], name: string): Promise<Buffer> {
  const title = words.sheetTitle(name);
  return writeXlsx({
    title,
    creator: name,
    sheets: [
      {
        name: words.sheet,
        title,
        notes: [words.how],
        columns: [
          { key: 'day', header: words.day, type: 'day', width: 14 },
          { key: 'visits', header: words.visits, type: 'number', width: 16 },
          { key: 'pages', header: words.pages, type: 'number', width: 16 },
          { key: 'reads', header: words.reads, type: 'number', width: 16 },
        ],
        rows: days.map((line) => ({ ...line })),
      },
    ],
  });
}
