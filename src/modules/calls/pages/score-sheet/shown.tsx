import { formatNumber } from '../../../../kernel/vietnamese/numbers.ts';
import { type Column, Table } from '../../../../ui/index.ts';
import {
  type Mark,
  type Marks,
  partMax,
  pointsOf,
  type Rubric,
  type RubricPart,
  scoreOf,
} from '../../rules/index.ts';
import { sheetWords as words } from '../../vi/sheet.ts';
import { SheetTotal } from './total.tsx';

/** A sheet as text, without controls: points with their weights, answers, what was said. */
export function ScoreSheetShown({
  rubric,
  marks,
}: {
  readonly rubric: Rubric;
  readonly marks: Marks;
}) {
  const { byPart } = scoreOf(rubric, marks);
  const columns: Column<RubricPart>[] = [
    { key: 'part', label: words.columns.part, header: true, cell: ({ label }) => label },
    {
      key: 'max',
      label: words.columns.max,
      align: 'num',
      phone: 'half',
      cell: (part) => (partMax(part) === 0 ? '' : formatNumber(pointsOf(partMax(part)))),
    },
    {
      key: 'points',
      label: words.columns.points,
      align: 'num',
      phone: 'half',
      nowrap: true,
      cell: (part) => givenOf(part, marks[part.key] ?? {}, byPart[part.key] ?? null),
    },
    {
      key: 'comment',
      label: words.columns.comment,
      cell: ({ key }) => (
        <span class="answer-text">{marks[key]?.comment ?? marks[key]?.note ?? ''}</span>
      ),
    },
  ];
  const shown = rubric.parts.filter(({ kind }) => kind !== 'votes');
  return (
    <>
      <Table caption={words.caption} columns={columns} rows={shown} />
      <SheetTotal rubric={rubric} marks={marks} />
    </>
  );
}

function givenOf(part: RubricPart, mark: Mark, points: number | null): string {
  if (part.kind === 'note') return '';
  if (part.kind === 'gate')
    return mark.answer === undefined ? words.unmarked : mark.answer ? words.yes : words.no;
  return points === null ? words.unmarked : formatNumber(pointsOf(points));
}
