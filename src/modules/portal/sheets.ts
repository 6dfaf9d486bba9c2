import { vietnamTime } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/day.ts';
import { formatTime } from '../../kernel/vietnamese/dates.ts';
import type { WorkbookOut } from '../../platform/documents/index.ts';
import type { HeadcountRow } from './schema.ts';
import { logWords, siteWords } from './vi/index.ts';

/** Declared headcounts by organisation, each with its day and source. */
export function headcountBook(name: string, on: Day, rows: readonly HeadcountRow[]): WorkbookOut {
  const words = siteWords.headcounts;
  return {
    title: words.title,
    sheets: [
      {
        name: words.sheet,
        title: words.title,
        notes: [words.lead(name, on), words.totalNote],
        columns: [
          { key: 'name', header: words.unit, width: 60, type: 'text' },
          { key: 'code', header: words.code, width: 24, type: 'text' },
          { key: 'members', header: words.members, width: 14, type: 'integer' },
          { key: 'intellectuals', header: words.intellectuals, width: 14, type: 'integer' },
          { key: 'latest', header: words.from, width: 14, type: 'day' },
          { key: 'source', header: words.source, width: 40, type: 'text' },
        ],
        rows: rows.map((row) => ({
          ...row,
          source: row.source ?? (row.declared > 1 ? words.several(row.declared) : null),
        })),
      },
    ],
  };
}

export interface LogRow {
  readonly at: Date;
  readonly actor: string;
  readonly verb: string;
  readonly action: string;
  readonly subject: string;
  readonly organisation: string | null;
  readonly via: string;
  readonly reason: string | null;
  readonly place: number | null;
  readonly changes: readonly {
    readonly field: string;
    readonly old: string | null;
    readonly new: string | null;
    readonly erased: boolean;
  }[];
}

/** Events of the log, one a row, with their changed fields in one cell. */
export function logBook(
  name: string,
  rows: readonly LogRow[],
  notes: readonly string[],
): WorkbookOut {
  const columns = [
    { key: 'place', header: logWords.chain, width: 12, type: 'integer' },
    { key: 'day', header: logWords.when, width: 12, type: 'day' },
    { key: 'time', header: logWords.time, width: 10, type: 'text' },
    { key: 'actor', header: logWords.who, width: 28, type: 'text' },
    { key: 'verb', header: logWords.what, width: 28, type: 'text' },
    { key: 'subject', header: logWords.subject, width: 50, type: 'text' },
    { key: 'organisation', header: logWords.organisation, width: 30, type: 'text' },
    { key: 'changes', header: logWords.sheetChanges, width: 60, type: 'text' },
    { key: 'reason', header: logWords.reasonHead, width: 30, type: 'text' },
    { key: 'via', header: logWords.via, width: 16, type: 'text' },
    { key: 'action', header: logWords.sheetAction, width: 24, type: 'text' },
  ] as const;
  return {
    title: logWords.sheetTitle(name),
    sheets: [
      {
        name: logWords.sheet,
        title: logWords.sheetTitle(name),
        notes,
        columns,
        rows: rows.map(cells),
      },
    ],
  };
}

function cells(row: LogRow): Record<string, unknown> {
  const time = vietnamTime(row.at);
  return {
    ...row,
    day: time.day,
    time: formatTime(time),
    via: logWords.viaWord(row.via),
    changes: row.changes.map(changeText).join('\n'),
  };
}

function changeText(change: LogRow['changes'][number]): string {
  if (change.erased) return `${change.field}: ${logWords.erased}`;
  const after = change.new ?? logWords.unset;
  return change.old === null
    ? `${change.field}: ${after}`
    : `${change.field}: ${change.old} → ${after}`;
}
