import { sql } from 'kysely';
import type { Day } from '../../kernel/day.ts';
import { competitionRanks } from '../../kernel/stats.ts';
import type { Cx } from '../../platform/command.ts';
import { maybe } from '../../platform/database/query.ts';
import { NotFound } from '../../platform/errors.ts';
import { api } from '../../platform/http/addresses.ts';
import { may, permittedRoots } from '../../platform/policy.ts';
import {
  allSources,
  type Definition,
  definitionsOn,
  type FigureRecord,
  type FigureValue,
  figureRecords,
  nationalFigure,
  notesOn,
  type RecordsQuestion,
  rankAmong,
  recordPermissions,
  type Sources,
  type Subject,
  subjectByCode,
  tableByCode,
  type UnionFigures,
  unionFigures,
} from '../indicators/index.ts';
import { openFigures, readBenchmark } from './policy.ts';
import { type Structure, structureDay } from './rules.ts';
import type { BenchmarkView } from './schema.ts';

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
export async function benchmarkTable(
  cx: Cx,
  question: BenchmarkQuestion,
  sources: Sources = allSources,
): Promise<BenchmarkTable> {
  requireReader(cx);
  const day = structureDay(question.structure, question.on, cx.clock.today());
  const org = await requireSubject(cx, question.org, day);
  const table = await tableByCode(cx.db, benchmarkCode);
  if (table === null) throw new NotFound('indicator_table');
  const definitions = await definitionsOn(cx.db, question.on);
  const wanted = table.lines.flatMap((line) => definitions.get(line.indicator ?? '') ?? []);
  const unions = await unionFigures(cx.db, sources, {
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
    unions: peers.map(({ code, shortName }) => ({ code, name: shortName })),
    opens: await may(cx, openFigures, org.id),
    lines,
    rows: lines.flatMap((line) => (line.kind === 'row' ? [line.row] : [])),
  };
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

export interface IndicatorQuestion extends BenchmarkQuestion {
  readonly indicator: string;
}

/** What is needed to open one own figure; NotFound unless policy lets the actor open it. */
export async function recordsQuestion(
  cx: Cx,
  question: IndicatorQuestion,
  sources: Sources = allSources,
): Promise<RecordsQuestion & { readonly org: Subject }> {
  requireReader(cx);
  const day = structureDay(question.structure, question.on, cx.clock.today());
  const org = await requireSubject(cx, question.org, day);
  const definitions = await definitionsOn(cx.db, question.on);
  const definition = definitions.get(question.indicator);
  if (definition === undefined) throw new NotFound('indicator');
  const found = { org, own: org.id, definition, definitions, on: question.on, structureDay: day };
  for (const wanted of [openFigures, ...recordPermissions(sources, found)]) {
    if (!(await may(cx, wanted, org.id))) throw new NotFound('benchmark_records');
  }
  return found;
}

/**
 * The records that made a union's own figure: their amounts add up to it.
 * @throws NotFound unless policy lets the actor open the records of that union
 */
export async function benchmarkRecords(
  cx: Cx,
  question: IndicatorQuestion,
  page: number,
  size: number,
  sources: Sources = allSources,
): Promise<{ items: FigureRecord[]; total: number }> {
  return figureRecords(cx.db, sources, await recordsQuestion(cx, question, sources), page, size);
}

export interface Peer {
  readonly organisation: { readonly code: string; readonly name: string };
  readonly value: FigureValue;
  readonly rank: number | null;
}

export interface Peers {
  readonly definition: Definition;
  readonly items: readonly Peer[];
  readonly national: number | null;
}

/** All unions with their value of one indicator, the highest first, unknown ones last. */
export async function benchmarkPeers(
  cx: Cx,
  question: Omit<IndicatorQuestion, 'org'>,
  sources: Sources = allSources,
): Promise<Peers> {
  requireReader(cx);
  const { indicator, on, structure } = question;
  const definitions = await definitionsOn(cx.db, on);
  const definition = definitions.get(indicator);
  if (definition === undefined) throw new NotFound('indicator');
  const unions = await unionFigures(cx.db, sources, {
    wanted: [definition],
    definitions,
    on,
    structureDay: structureDay(structure, on, cx.clock.today()),
    own: null,
  });
  const values = unions.map((union) => union.values.get(indicator) ?? null);
  const national = nationalFigure(definition.national, values);
  return { definition, items: ranked(unions, values), national };
}

function ranked(unions: readonly UnionFigures[], values: readonly FigureValue[]): Peer[] {
  const numbers = values.filter((value) => typeof value === 'number');
  const places = competitionRanks(numbers);
  const rank = new Map(numbers.map((value, place) => [value, places[place] ?? null]));
  return unions
    .map((union, place) => {
      const value = values[place] ?? null;
      return {
        organisation: { code: union.code, name: union.shortName },
        value,
        rank: typeof value === 'number' ? (rank.get(value) ?? null) : null,
      };
    })
    .sort((a, b) => height(b.value) - height(a.value));
}

// Unknown stands under everything that is known, also under what is below zero.
const height = (value: FigureValue): number => (value === null ? -Number.MAX_VALUE : Number(value));

/** The union that an office looks at first: itself, the one above it, or the first of all. */
export function unionFor(
  cx: Cx,
  organisationId: string,
  on: Day,
): Promise<{ code: string } | null> {
  return maybe(
    cx.db,
    sql<{ code: string }>`select o.code from organisation o
      left join organisations_above(${organisationId}::uuid, ${on}::date) up on up.organisation_id = o.id
      left join organisation_name n on n.organisation_id = o.id and n.during @> ${on}::date
      where o.kind = 'provincial_union' and o.deleted_at is null and o.during @> ${on}::date
      order by up.depth nulls last, n.short_name collate "vi-x-icu" limit 1`,
  );
}

function requireReader(cx: Cx): void {
  const roots = permittedRoots(cx.actor, readBenchmark);
  if (roots !== 'all' && roots.length === 0) throw new NotFound('benchmark');
}

async function requireSubject(cx: Cx, code: string, day: Day): Promise<Subject> {
  const subject = await subjectByCode(cx.db, code, day);
  if (subject === null) throw new NotFound('organisation');
  return subject;
}
