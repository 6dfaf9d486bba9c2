import type { Day } from '../../../kernel/day.ts';
import { compareVietnamese } from '../../../kernel/vietnamese/sort.ts';
import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { api } from '../../../platform/http/addresses.ts';
import { may } from '../../../platform/policy.ts';
import {
  allSources,
  type Definition,
  definitionsOn,
  type FigureValue,
  keptUnionFigures,
  nationalFigure,
  notesOn,
  rankAmong,
  type Subject,
  tableByCode,
  type UnionFigures,
} from '../../indicators/index.ts';
import { openFigures, readBenchmark } from '../policy.ts';
import { type Structure, structureDay } from '../rules.ts';
import type { BenchmarkView } from '../schema.ts';
import { placeName } from '../vi.ts';
import { requireReader, requireSubject } from './shared.ts';

export interface BenchmarkQuestion {
  readonly org: string;
  readonly on: Day;
  readonly structure: Structure;
}

/** The table that is shown where none is named. */
export const benchmarkCode = 'benchmark';

export interface BenchmarkRow {
  readonly code: string;
  readonly number: string;
  readonly level: number;
  readonly label: string;
  readonly unit: string | null;
  readonly decimals: number;
  /** Shown with its decimals even when whole. */
  readonly measured: boolean;
  readonly measure: Definition['measure'];
  readonly nationalKind: Definition['national'];
  /** Unrounded. */
  readonly national: number | null;
  readonly own: FigureValue;
  readonly rank: number | null;
  readonly note: string | null;
  readonly records: string;
  readonly nationalRecords: string;
}

export type BenchmarkLine =
  | {
      readonly kind: 'heading';
      readonly number: string;
      readonly level: number;
      readonly text: string;
    }
  | { readonly kind: 'row'; readonly row: BenchmarkRow };

export interface BenchmarkTable {
  readonly org: Subject;
  readonly on: Day;
  readonly structure: Structure;
  readonly name: string;
  readonly legalBasis: string | null;
  readonly sample: boolean;
  /** How many unions are compared. */
  readonly peers: number;
  /** Those compared, for a list to choose from: by the name of their place. */
  readonly unions: readonly { readonly code: string; readonly name: string }[];
  /** The actor may open the records of this union's figures. */
  readonly opens: boolean;
  readonly lines: readonly BenchmarkLine[];
  readonly rows: readonly BenchmarkRow[];
}

/**
 * The benchmark table of one union on a day, the same for every door. A constant number of
 * statements, whatever the numbers of unions, rows and records.
 * @throws NotFound for one who works in no office, or when there is no such organisation or table
 */
export async function benchmarkTable(cx: Cx, question: BenchmarkQuestion): Promise<BenchmarkTable> {
  requireReader(cx);
  const day = structureDay(question.structure, question.on, cx.clock.today());
  const org = await requireSubject(cx, question.org, day);
  const table = await tableByCode(cx.db, benchmarkCode);
  if (table === null) throw new NotFound('indicator_table');
  const definitions = await definitionsOn(cx.db, question.on);
  const wanted = table.lines.flatMap((line) => definitions.get(line.indicator ?? '') ?? []);
  const unions = await keptUnionFigures(cx.db, allSources, {
    wanted,
    definitions,
    on: question.on,
    structureDay: day,
    own: org.id,
  });
  const compared = unions.some((union) => union.peer && union.id === org.id);
  // Values of a peer are for all who see the table; those of another organisation are not.
  if (!compared && !(await may(cx, readBenchmark, org.id))) throw new NotFound('organisation');
  const notes = await notesOn(cx.db, org.id, question.on);
  const lines = table.lines.flatMap((line): BenchmarkLine[] => {
    const { number, level } = line;
    if (line.heading !== null) return [{ kind: 'heading', number, level, text: line.heading }];
    const definition = definitions.get(line.indicator ?? '');
    if (definition === undefined) return [];
    const note = notes.get(definition.code)?.words ?? null;
    return [
      { kind: 'row', row: rowOf(definition, { number, level, note }, unions, org, question) },
    ];
  });
  const peers = unions.filter((union) => union.peer);
  return {
    org,
    on: question.on,
    structure: question.structure,
    name: table.name,
    legalBasis: table.legalBasis,
    sample: table.sample,
    peers: peers.length,
    unions: byName(peers.map(({ code, shortName }) => ({ code, name: placeName(shortName) }))),
    opens: await may(cx, openFigures, org.id),
    lines,
    rows: lines.flatMap((line) => (line.kind === 'row' ? [line.row] : [])),
  };
}

function byName<Named extends { readonly name: string }>(items: readonly Named[]): Named[] {
  return items.toSorted((a, b) => compareVietnamese(a.name, b.name));
}

function rowOf(
  definition: Definition,
  line: { number: string; level: number; note: string | null },
  unions: readonly UnionFigures[],
  org: Subject,
  { on, structure }: BenchmarkQuestion,
): BenchmarkRow {
  const { code, label, unit, decimals, measure } = definition;
  const value = (union: UnionFigures | undefined) => union?.values.get(code) ?? null;
  const peers = unions.filter((union) => union.peer).map(value);
  const mine = unions.find((union) => union.id === org.id);
  return {
    code,
    ...line,
    label,
    unit,
    decimals,
    measured: measure === 'years' || measure === 'ratio' || definition.divisor !== 1,
    measure,
    nationalKind: definition.national,
    national: nationalFigure(definition.national, peers),
    own: value(mine),
    rank: mine?.peer === true ? rankAmong(value(mine), peers) : null,
    records: api('benchmark/records', { org: org.code, indicator: code, on, structure }),
    nationalRecords: api('benchmark/peers', { indicator: code, on, structure }),
  };
}

/** The table as REST and the command line give it. */
export function presentBenchmark(table: BenchmarkTable): BenchmarkView {
  return {
    org: table.org.code,
    on: table.on,
    structure: table.structure,
    peers: table.peers,
    rows: table.rows.map((row) => ({
      code: row.code,
      label: row.label,
      unit: row.unit,
      national: row.national,
      own: row.own,
      rank: row.rank,
      note: row.note,
      records: row.records,
      nationalRecords: row.nationalRecords,
    })),
  };
}
