import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { type SheetOutColumn, writeXlsx } from '../../../platform/documents/index.ts';
import { isScored, pointsOf, type Rubric, scoreOf } from '../../calls/index.ts';
import type { ProvenVersion, Task } from '../schema/index.ts';
import { readSheet } from '../service/index.ts';
import { officeWords, stateNames } from '../vi/index.ts';

export { paperImporter, paperShape, paperTemplate } from './paper.ts';

const { columns: heads, how, failed, matrix, notes } = officeWords.sheets;

export interface MatrixParts {
  readonly title: string;
  readonly today: string;
  readonly rubric: Rubric;
  readonly tasks: readonly Task[];
  /** The version that holds, by the id of the assignment; null: points are kept. */
  readonly holding: ReadonlyMap<string, ProvenVersion> | null;
  readonly fieldName: (code: string | null) => string | null;
  readonly moment: (at: Date) => string;
}

/** Every sheet of a phase in a line: who, how far, and what was given for each part. */
export function matrixSheet(parts: MatrixParts): Promise<Buffer> {
  const { holding, rubric } = parts;
  const scored = rubric.parts.filter(isScored);
  const columns: SheetOutColumn[] = [
    { key: 'number', header: heads.number, width: 14, type: 'text' },
    { key: 'title', header: heads.title, width: 46, type: 'text' },
    { key: 'field', header: heads.field, width: 26, type: 'text' },
    { key: 'council', header: heads.council, width: 26, type: 'text' },
    { key: 'judge', header: heads.judge, width: 26, type: 'text' },
    { key: 'state', header: heads.state, width: 12, type: 'text' },
    { key: 'signed', header: heads.signed, width: 18, type: 'text' },
    { key: 'how', header: heads.how, width: 18, type: 'text' },
    ...(holding === null
      ? []
      : ([
          { key: 'round', header: heads.round, width: 8, type: 'integer' },
          ...scored.map(({ key, label }) => ({
            key: `part-${key}`,
            header: label,
            width: 14,
            type: 'number' as const,
            decimals: 2,
          })),
          { key: 'points', header: heads.points, width: 12, type: 'number', decimals: 2 },
          { key: 'failed', header: heads.failed, width: 12, type: 'text' },
        ] as const)),
  ];
  return writeXlsx({
    title: parts.title,
    sheets: [
      {
        name: matrix,
        title: parts.title,
        notes: [notes(formatDate(parts.today))],
        columns,
        rows: parts.tasks.map((task) => lineOf(task, parts)),
      },
    ],
  });
}

function lineOf(task: Task, { holding, fieldName, moment }: MatrixParts) {
  const { dossier, judge } = task;
  return {
    number: dossier.number,
    title: dossier.title,
    field: fieldName(dossier.field),
    council: task.council.name,
    judge: [judge.title, judge.name].filter(Boolean).join(' '),
    state: stateIn(task),
    signed: task.signedAt === null ? null : moment(task.signedAt),
    how: task.how === null ? null : how[task.how],
    ...pointsIn(holding?.get(task.id)),
  };
}

function stateIn({ state, signed, barred, outdated }: Task): string {
  const { one } = officeWords;
  if (signed > 0 && barred) return one.barred;
  return outdated ? one.outdated : stateNames[state];
}

function pointsIn(version: ProvenVersion | undefined): Readonly<Record<string, unknown>> {
  if (version === undefined) return {};
  const { rubric, marks } = readSheet(version.frozen);
  const given = Object.entries(scoreOf(rubric, marks).byPart).map(([key, points]) => [
    `part-${key}`,
    points === null ? null : pointsOf(points),
  ]);
  return {
    ...Object.fromEntries(given),
    round: version.round,
    points: pointsOf(version.points),
    failed: version.failed ? failed : null,
  };
}
