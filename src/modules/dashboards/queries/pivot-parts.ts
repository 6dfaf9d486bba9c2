import { compareVietnamese } from '../../../kernel/vietnamese/sort.ts';
import type { Definition, IndicatorTable } from '../../indicators/index.ts';
import { placeName } from '../../reporting/index.ts';
import {
  mostFigures,
  mostIndicators,
  mostOrganisations,
  type PivotQuestion,
} from '../rules/index.ts';
import type { Member } from './members.ts';
import type { Pivot, PivotIndicator, PivotOrganisation } from './pivot-shape.ts';

/** Those asked for, or all of the benchmark table, in its order and under its headings. */
export function chosenIndicators(
  { indicators }: PivotQuestion,
  meanings: readonly ReadonlyMap<string, Definition>[],
  table: IndicatorTable | null,
): PivotIndicator[] {
  let group: string | null = null;
  const rows = (table?.lines ?? []).flatMap((line) => {
    if (line.heading !== null) {
      if (line.level === 1) group = `${line.number}. ${line.heading}`;
      return [];
    }
    return line.indicator === null ? [] : [{ code: line.indicator, group }];
  });
  const inTable = rows.filter(({ code }) => indicators.length === 0 || indicators.includes(code));
  const known = new Set(rows.map(({ code }) => code));
  const others = indicators
    .filter((code) => !known.has(code))
    .map((code) => ({ code, group: null }));
  return [...inTable, ...others].flatMap((row) => {
    const versions = meanings.flatMap((meaning) => meaning.get(row.code) ?? []);
    const definition = versions.at(-1);
    if (definition === undefined) return [];
    const changed = new Set(versions.map((one) => one.versionId)).size > 1;
    return [{ definition, group: row.group, changed }];
  });
}

/** By the name of the place; those that were named in the order that they were. */
export function inOrder(
  members: readonly Member[],
  allowed: ReadonlySet<string>,
  { group, organisations }: PivotQuestion,
): PivotOrganisation[] {
  const place = (code: string) => (group === 'chosen' ? organisations.indexOf(code) : 0);
  return members
    .map(({ id, code, kind, shortName }) => ({
      id,
      code,
      kind,
      name: placeName(shortName),
      opens: allowed.has(id),
    }))
    .sort(
      (a, b) =>
        place(a.code) - place(b.code) ||
        compareVietnamese(a.name, b.name) ||
        (a.code < b.code ? -1 : 1),
    );
}

export function limitOf(
  organisations: number,
  indicators: number,
  periods: number,
): Pivot['tooMany'] {
  if (organisations > mostOrganisations) {
    return { what: 'organisations', count: organisations, most: mostOrganisations };
  }
  if (indicators > mostIndicators) {
    return { what: 'indicators', count: indicators, most: mostIndicators };
  }
  const figures = organisations * indicators * periods;
  return figures > mostFigures ? { what: 'figures', count: figures, most: mostFigures } : null;
}
