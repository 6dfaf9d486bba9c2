import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { Alert, type Column, formatCount, Section, Table } from '../../../ui/index.ts';
import type { Problem } from '../rules/problem.ts';
import type { SourceCell, SourceTable } from '../rules/table/source.ts';
import { pageWords as words } from '../vi/pages.ts';
import { kindNames, sayProblem } from '../vi/problems.ts';

export interface CheckedProps {
  readonly file: string;
  readonly problems: readonly Problem[];
  readonly tables: readonly SourceTable[];
}

const MOST_PROBLEMS = 200;
const MOST_ROWS = 200;

/** What was found, then the tables as they were sent with the cells marked. */
export function Checked({ file, problems, tables }: CheckedProps) {
  const shown = problems.slice(0, MOST_PROBLEMS);
  const marks = marksOf(shown);
  return (
    <Section title={words.result(file)}>
      <Summary problems={problems} tables={tables} />
      {shown.length > 0 ? <ProblemTable problems={shown} places={placesOf(tables)} /> : null}
      {problems.length > shown.length ? <p>{words.more(formatCount(shown.length))}</p> : null}
      {tables.map((table, at) => (
        <Redrawn table={table} marks={marks} at={at} />
      ))}
    </Section>
  );
}

function Summary({ problems, tables }: Pick<CheckedProps, 'problems' | 'tables'>) {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  if (problems.length > 0) {
    return (
      <Alert tone="warn" title={words.found(formatCount(problems.length))} live>
        {words.foundNote}
      </Alert>
    );
  }
  const cells = filled.flatMap(({ rows }) => rows.flat()).filter(({ kind }) => kind !== 'empty');
  return cells.length === 0 ? (
    <Alert tone="info" title={words.noTable} live>
      {words.noTableNote}
    </Alert>
  ) : (
    <Alert tone="ok" title={words.clean} live>
      {words.cleanNote(filled.length, formatCount(cells.length))}
    </Alert>
  );
}

/** Numbers of the problems at each place, from 1. */
function marksOf(problems: readonly Problem[]): Map<string, number[]> {
  const marks = new Map<string, number[]>();
  problems.forEach(({ path }, at) => {
    marks.set(path, [...(marks.get(path) ?? []), at + 1]);
  });
  return marks;
}

/** Anchor of the row in which each cell stands. */
function placesOf(tables: readonly SourceTable[]): Map<string, string> {
  const places = new Map<string, string>();
  tables.forEach(({ rows }, table) => {
    rows.forEach((row, at) => {
      for (const { path } of row) places.set(path, anchor(table, at));
    });
  });
  return places;
}

const anchor = (table: number, row: number): string => `bang-${table + 1}-dong-${row + 1}`;
const figure = (value: Problem['stated']): string =>
  value === null ? '' : typeof value === 'number' ? formatNumber(value) : value;

function ProblemTable(props: {
  readonly problems: readonly Problem[];
  readonly places: ReadonlyMap<string, string>;
}) {
  const rows = props.problems.map((problem, at) => ({ problem, number: at + 1 }));
  return (
    <Table
      caption={words.problems}
      rows={rows}
      rowId={({ number }) => `cho-${number}`}
      columns={[
        {
          key: 'number',
          label: words.number,
          cell: ({ number }) => number,
          align: 'num',
          phone: 'half',
        },
        {
          key: 'place',
          label: words.place,
          phone: 'half',
          cell: ({ problem }) => {
            const to = props.places.get(problem.path);
            return to === undefined ? problem.path : <a href={`#${to}`}>{problem.path}</a>;
          },
        },
        {
          key: 'kind',
          label: words.kind,
          header: true,
          cell: ({ problem }) => kindNames[problem.code],
        },
        {
          key: 'stated',
          label: words.stated,
          cell: ({ problem }) => figure(problem.stated),
          align: 'num',
          phone: 'half',
        },
        {
          key: 'computed',
          label: words.computed,
          cell: ({ problem }) => figure(problem.computed),
          align: 'num',
          phone: 'half',
        },
        { key: 'what', label: words.what, cell: ({ problem }) => sayProblem(problem) },
      ]}
    />
  );
}

interface Line {
  readonly number: string;
  readonly at: number;
  readonly cells: readonly SourceCell[];
}

function Redrawn(props: {
  readonly table: SourceTable;
  readonly marks: ReadonlyMap<string, readonly number[]>;
  readonly at: number;
}) {
  const { table, marks } = props;
  const lines: Line[] = table.rows.map((cells, at) => ({ number: numberOf(cells, at), at, cells }));
  const filled = lines.filter(({ cells }) => cells.some(({ text }) => text !== ''));
  const isLong = filled.length > MOST_ROWS;
  const marked = filled.filter(({ cells }) => cells.some(({ path }) => marks.has(path)));
  const shown = isLong ? marked.slice(0, MOST_ROWS) : filled;
  if (filled.length === 0) return null;
  return (
    <Section title={words.table(table.name)}>
      {isLong ? <p>{words.onlyMarked(formatCount(filled.length))}</p> : null}
      <Table
        caption={words.table(table.name)}
        rows={shown}
        rowId={({ at }) => anchor(props.at, at)}
        columns={columnsOf(table, marks)}
        empty={words.empty}
        scroll
      />
    </Section>
  );
}

/** A sheet's own number of the row, or its place in the list. */
const numberOf = (cells: readonly SourceCell[], at: number): string =>
  /[A-Z]+(\d+)$/.exec(cells[0]?.path ?? '')?.[1] ?? String(at + 1);

const FIGURE = /^[-−–+]?\d[\d., ]*\s*%?$/;

function columnsOf(
  table: SourceTable,
  marks: ReadonlyMap<string, readonly number[]>,
): Column<Line>[] {
  const width = Math.max(0, ...table.rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index): Column<Line> => {
    const letters = /([A-Z]+)\d+$/.exec(table.rows[0]?.[index]?.path ?? '')?.[1];
    const filled = table.rows.flatMap((row) => (row[index]?.text.trim() ? [row[index]] : []));
    const numbers = filled.filter(({ kind, text }) => kind === 'number' || FIGURE.test(text));
    const isNumber = numbers.length * 2 > filled.length;
    return {
      key: String(index),
      label: table.titles?.[index] ?? letters ?? String(index + 1),
      align: isNumber ? 'num' : undefined,
      tone: ({ cells }) => (marks.has(cells[index]?.path ?? '') ? 'bad' : undefined),
      cell: ({ cells }) => <Marked cell={cells[index]} marks={marks} />,
    };
  });
  return [{ key: 'row', label: words.row, header: true, cell: ({ number }) => number }, ...columns];
}

function Marked(props: {
  readonly cell: SourceCell | undefined;
  readonly marks: ReadonlyMap<string, readonly number[]>;
}) {
  const { cell } = props;
  if (cell === undefined) return null;
  const text = cell.kind === 'number' ? shownNumber(cell.text) : cell.text;
  return (
    <>
      {text}
      {(props.marks.get(cell.path) ?? []).map((number) => (
        <>
          {' '}
          <a href={`#cho-${number}`} aria-label={words.markLabel(number)}>
            <sup>{number}</sup>
          </a>
        </>
      ))}
    </>
  );
}

/** A number of a sheet or a message as it is written here: 1.234,5. */
function shownNumber(text: string): string {
  return /^-?\d+(?:\.\d+)?$/.test(text) ? formatNumber(text) : text;
}
