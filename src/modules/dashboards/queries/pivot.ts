import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { may, permittedRoots } from '../../../platform/policy.ts';
import { type Definition, tableByCode } from '../../indicators/index.ts';
import { benchmarkCode, readBenchmark, structureDay } from '../../reporting/index.ts';
import { type PivotQuestion, periodsOf } from '../rules/index.ts';
import { type FigureReader, type Figures, figureReader } from './figures.ts';
import { membersOn, opened } from './members.ts';
import { chosenIndicators, inOrder, limitOf } from './pivot-parts.ts';
import type { Pivot } from './pivot-shape.ts';

/** The organisation that asks. */
export interface Asker {
  readonly organisationId: string;
}

interface Options {
  /** Public: what is shown was decided by whoever made it so. */
  readonly open?: boolean;
  readonly reader?: FigureReader;
  /** Computed beside the ones asked for, so that several questions share a statement. */
  readonly along?: readonly string[];
}

/**
 * Figures of organisations × indicators × periods. A constant number of statements, and two small ones for
 * each period, whatever the numbers of organisations, indicators and records.
 * @throws NotFound for one who works in no office, or not at the one that asks about its own
 */
export async function pivotOf(
  cx: Cx,
  question: PivotQuestion,
  place: Asker,
  options: Options = {},
): Promise<Pivot> {
  const reader = options.reader ?? (await figureReader(cx));
  if (options.open !== true) await requireReader(cx, question, place, reader);
  const today = cx.clock.today();
  const periods = periodsOf(question, today);
  const days = periods.map(({ on }) => structureDay(question.structure, on, today));
  const meanings = await Promise.all(periods.map(({ on }) => reader.definitions(on)));
  const table = await reader.once('table', () => tableByCode(cx.db, benchmarkCode));
  const indicators = chosenIndicators(question, meanings, table);
  const asking = {
    group: question.group,
    organisations: question.organisations,
    place: place.organisationId,
    days: [...new Set(days)].sort(),
    all: options.open === true,
  };
  const members = await reader.once(JSON.stringify(asking), () => membersOn(cx, asking));
  const named = [...new Map(members.map((member) => [member.id, member])).values()];
  const ids = named.map(({ id }) => id);
  const allowed =
    options.open === true
      ? new Set<string>()
      : await reader.once(`opened ${ids.join()}`, () => opened(cx, ids));
  const organisations = inOrder(named, allowed, question);
  const codes = indicators.map(({ definition }) => definition.code);
  const base = {
    question,
    periods,
    organisations,
    indicators,
    missing: [
      ...question.organisations.filter(
        (code) => question.group === 'chosen' && !named.some((one) => one.code === code),
      ),
      ...question.indicators.filter((code) => !codes.includes(code)),
    ],
  };
  const tooMany = limitOf(organisations.length, codes.length, periods.length);
  if (tooMany !== null) return { ...base, tooMany, valueAt: () => null, adds: () => false };
  const asked = [...new Set([...codes, ...(options.along ?? [])])];
  const idsOn = (day: Day) => members.filter((one) => one.day === day).map(({ id }) => id);
  const found = await reader.figures(
    periods.map(({ on }, at) => {
      const day = days[at]!;
      return { ids: idsOn(day), codes: asked, on, structureDay: day };
    }),
  );
  // One alone cannot stand below another: nothing is asked, whoever it is.
  const several = question.group === 'own' ? [] : [...new Set(days)];
  const twice = await reader.overlaps(several.map((day) => ({ day, ids: idsOn(day) })));
  const overlapping = days.map((day) => twice.has(day));
  return { ...base, tooMany: null, ...answers(base, meanings, found, overlapping) };
}

async function requireReader(
  cx: Cx,
  { group }: PivotQuestion,
  place: Asker,
  reader: FigureReader,
): Promise<void> {
  const roots = permittedRoots(cx.actor, readBenchmark);
  if (roots !== 'all' && roots.length === 0) throw new NotFound('pivot');
  const own = group === 'own' || group === 'below';
  if (!own) return;
  const id = place.organisationId;
  if (!(await reader.once(`may ${id}`, () => may(cx, readBenchmark, id))))
    throw new NotFound('pivot');
}

function answers(
  { periods, organisations }: Pick<Pivot, 'periods' | 'organisations'>,
  meanings: readonly ReadonlyMap<string, Definition>[],
  found: readonly Figures[],
  overlapping: readonly boolean[],
): Pick<Pivot, 'valueAt' | 'adds'> {
  const placeOf = new Map(periods.map(({ period }, at) => [period.code, at]));
  const idOf = new Map(organisations.map(({ code, id }) => [code, id]));
  return {
    valueAt: ({ organisation, indicator, period }) =>
      found[placeOf.get(period) ?? -1]?.get(idOf.get(organisation) ?? '')?.get(indicator) ?? null,
    adds: (indicator, period) => {
      const at = placeOf.get(period) ?? -1;
      const definition = meanings[at]?.get(indicator);
      if (definition === undefined || !addable(definition)) return false;
      return definition.scope === 'self' || overlapping[at] === false;
    },
  };
}

const addable = ({ measure }: Definition): boolean =>
  measure === 'count' || measure === 'sum' || measure === 'stock';
