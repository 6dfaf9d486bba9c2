import { competitionRanks } from '../../../kernel/stats.ts';
import { compareVietnamese } from '../../../kernel/vietnamese/sort.ts';
import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { may } from '../../../platform/policy.ts';
import {
  allSources,
  type Definition,
  definitionsOn,
  type FigureRecord,
  type FigureValue,
  figureRecords,
  keptUnionFigures,
  nationalFigure,
  type RecordsQuestion,
  recordPermissions,
  type Subject,
  type UnionFigures,
} from '../../indicators/index.ts';
import { openFigures } from '../policy.ts';
import { structureDay } from '../rules.ts';
import { placeName } from '../vi.ts';
import { requireReader, requireSubject } from './shared.ts';
import type { BenchmarkQuestion } from './table.ts';

export interface IndicatorQuestion extends BenchmarkQuestion {
  readonly indicator: string;
}

/** What is needed to open one own figure; NotFound unless policy lets the actor open it. */
export async function recordsQuestion(
  cx: Cx,
  question: IndicatorQuestion,
): Promise<RecordsQuestion & { readonly org: Subject }> {
  requireReader(cx);
  const day = structureDay(question.structure, question.on, cx.clock.today());
  const org = await requireSubject(cx, question.org, day);
  const definitions = await definitionsOn(cx.db, question.on);
  const definition = definitions.get(question.indicator);
  if (definition === undefined) throw new NotFound('indicator');
  const found = { org, own: org.id, definition, definitions, on: question.on, structureDay: day };
  for (const wanted of [openFigures, ...recordPermissions(allSources, found)]) {
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
): Promise<{ items: FigureRecord[]; total: number }> {
  return figureRecords(cx.db, allSources, await recordsQuestion(cx, question), page, size);
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
): Promise<Peers> {
  requireReader(cx);
  const { indicator, on, structure } = question;
  const definitions = await definitionsOn(cx.db, on);
  const definition = definitions.get(indicator);
  if (definition === undefined) throw new NotFound('indicator');
  const unions = await keptUnionFigures(cx.db, allSources, {
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
    .sort(
      (a, b) =>
        height(b.value) - height(a.value) ||
        compareVietnamese(placeName(a.organisation.name), placeName(b.organisation.name)),
    );
}

// Unknown stands under everything that is known, also under what is below zero.
const height = (value: FigureValue): number => (value === null ? -Number.MAX_VALUE : Number(value));
