import { issue } from '../../../kernel/issue.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { type Cx, execute } from '../../../platform/command.ts';
import { writeXlsx } from '../../../platform/documents/index.ts';
import type {
  SheetColumn,
  SheetRow,
  SheetShape,
} from '../../../platform/documents/sheets/shape.ts';
import { exportColumns } from '../../../platform/documents/sheets/template.ts';
import { type Importer, type RowOutcome, refuseRow } from '../../../platform/records/importing.ts';
import {
  bandName,
  canonicalText,
  commentName,
  gateName,
  markName,
  noteName,
  type Rubric,
  type RubricPart,
  readMarks,
  sentMarks,
} from '../../calls/index.ts';
import { versionsOfSheets } from '../queries/index.ts';
import type { Task } from '../schema/index.ts';
import { paperSheet, readSheet } from '../service/index.ts';
import { paperWords as words } from '../vi/paper.ts';

const { columns } = words;
const common = ['number', 'judge', 'council', 'reason'];

/** A sheet on paper in a row: whose, of which dossier, then a column for each part; keys are the names of the form. */
export function paperShape(rubric: Rubric): SheetShape {
  const own = rubric.parts.flatMap(columnsOf);
  return {
    columns: [
      { key: 'number', ...columns.number, type: 'text', required: true, width: 16 },
      { key: 'judge', ...columns.judge, type: 'text', required: true, width: 30 },
      { key: 'council', ...columns.council, type: 'text', width: 30 },
      ...apart(own),
      { key: 'reason', ...columns.reason, type: 'text', required: true, width: 40 },
    ],
  };
}

function columnsOf(part: RubricPart): SheetColumn[] {
  const { key, label } = part;
  switch (part.kind) {
    case 'points':
    case 'bands': {
      const comment = { key: commentName(key), header: words.comment(label), width: 30 };
      // As text: points come as they were typed, and the form's own check reads them.
      const points: SheetColumn = { key: markName(key), header: label, type: 'text', width: 16 };
      return part.comment === 'none' ? [points] : [points, { ...comment, type: 'text' }];
    }
    case 'gate': {
      const comment = { key: commentName(key), header: words.comment(label), width: 30 };
      const answer: SheetColumn = {
        ...{ key: gateName(key), header: label, type: 'text', width: 16 },
        options: words.answers,
      };
      return part.comment === 'none' ? [answer] : [answer, { ...comment, type: 'text' }];
    }
    case 'note':
      return [{ key: noteName(key), header: label, type: 'text', width: 40 }];
    case 'votes':
      return [];
  }
}

/** Parts of one name, or that of another column, are told apart by a number. */
function apart(own: readonly SheetColumn[]): SheetColumn[] {
  const used = new Map(Object.values(columns).map(({ header }) => [foldForSearch(header), 1]));
  return own.map((column) => {
    const folded = foldForSearch(column.header);
    const many = (used.get(folded) ?? 0) + 1;
    used.set(folded, many);
    return many === 1 ? column : { ...column, header: `${column.header} ${many}` };
  });
}

const fullName = ({ judge }: Task): string => [judge.title, judge.name].filter(Boolean).join(' ');

/** The workbook to be filled in, with a row for each sheet that is not signed. */
export function paperTemplate(
  rubric: Rubric,
  tasks: readonly Task[],
  title: string,
): Promise<Buffer> {
  const rows = tasks
    .filter(({ state }) => state !== 'signed')
    .map((task) => ({
      number: task.dossier.number ?? task.dossier.pid,
      judge: fullName(task),
      council: task.council.name,
    }));
  return writeXlsx({
    title,
    sheets: [
      {
        ...{ name: words.sheet, title, notes: words.notes },
        ...{ columns: exportColumns(paperShape(rubric)), rows },
      },
    ],
  });
}

/** Types sheets in as the form does, a row each; `tasks`: all sheets of the phase that the office may see. */
export function paperImporter(rubric: Rubric, tasks: readonly Task[]): Importer {
  const done = new Set<string>();
  return {
    shape: paperShape(rubric),
    write: (cx, row) => writePaper(cx, row, { rubric, tasks, done }),
    columnOf: (path, row) => columnOf(path, row, rubric),
  };
}

interface Papers {
  readonly rubric: Rubric;
  readonly tasks: readonly Task[];
  /** Ids of those that an earlier row of the file was about. */
  readonly done: Set<string>;
}

async function writePaper(
  cx: Cx,
  row: SheetRow,
  { rubric, tasks, done }: Papers,
): Promise<RowOutcome> {
  const found = taskOf(row, tasks);
  if (!('task' in found)) return refuseRow(issue(found.path, found.code, found.data));
  const { task } = found;
  if (done.has(task.id)) return refuseRow(issue('number', 'paper_row_twice'));
  done.add(task.id);
  const typed = Object.entries(row.values)
    .filter(([key, value]) => !common.includes(key) && value !== null)
    .map(([key, value]): [string, string] => [key, String(value)]);
  const marks = sentMarks(rubric, Object.fromEntries(typed));
  if (await sameAsSigned(cx, task, readMarks(rubric, marks))) return { ok: true, value: 'same' };
  const outcome = await execute(cx, paperSheet, {
    ...{ pid: task.pid, marks, reason: row.values.reason, version: task.version },
    file: null,
  });
  return outcome.ok ? { ok: true, value: 'added' } : outcome;
}

/** A file that is sent again changes nothing. */
async function sameAsSigned(cx: Cx, task: Task, marks: object): Promise<boolean> {
  if (task.state !== 'signed' || task.how !== 'paper') return false;
  const versions = (await versionsOfSheets(cx.db, [task.id])).get(task.id) ?? [];
  const holds = versions.find(({ number }) => number === task.signed);
  return (
    holds !== undefined && canonicalText(readSheet(holds.frozen).marks) === canonicalText(marks)
  );
}

type Found =
  | { readonly task: Task }
  | { readonly path: string; readonly code: string; readonly data?: Record<string, string> };

/** The sheet that a row is about: by the dossier's number, and the judge's name or e-mail. */
function taskOf({ values }: SheetRow, tasks: readonly Task[]): Found {
  const [number, judge, council] = ['number', 'judge', 'council'].map((key) =>
    String(values[key] ?? '').trim(),
  ) as [string, string, string];
  const same = (one: string | null, typed: string): boolean =>
    one !== null && foldForSearch(one) === foldForSearch(typed);
  const ofDossier = tasks.filter(
    ({ dossier }) => same(dossier.number, number) || dossier.pid === number,
  );
  if (ofDossier.length === 0)
    return { path: 'number', code: 'paper_no_dossier', data: { typed: number } };
  const own = ofDossier.filter(
    (task) =>
      same(task.judge.name, judge) || same(fullName(task), judge) || same(task.judge.email, judge),
  );
  if (own.length === 0)
    return { path: 'judge', code: 'paper_no_judge', data: { typed: judge, number } };
  const chosen = council === '' ? own : own.filter((task) => same(task.council.name, council));
  if (chosen.length === 0)
    return { path: 'council', code: 'paper_no_council', data: { typed: council } };
  return chosen.length > 1
    ? { path: 'judge', code: 'paper_judge_twice', data: { typed: judge } }
    : { task: chosen[0]! };
}

/** A band that is missing stands in the column of its points. */
function columnOf(path: string, { cells }: SheetRow, rubric: Rubric): string {
  const part = rubric.parts.find(({ key }) => bandName(key) === path);
  const column = part === undefined ? path : markName(part.key);
  return cells[column] === undefined ? 'number' : column;
}
