import { sql } from 'kysely';
import { parsePeriod, periodEnd, previousPeriod } from '../../../kernel/period.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import {
  allSources,
  type Definition,
  definitionsOn,
  figuresOf,
  type Sources,
} from '../../indicators/index.ts';
import type { Obligation, Round } from '../../rounds/index.ts';
import type { TemplateRow } from '../../templates/index.ts';
import { addsUp, asNumber, zeroWithoutRecords } from '../rules/index.ts';

/** What is known of the rows of a form besides what was declared. */
export interface FormFigures {
  /** By row; absent: nothing known. */
  readonly derived: ReadonlyMap<string, number | null>;
  /** What those below declared and was accepted, with how many of them did; only where it adds up. */
  readonly below: ReadonlyMap<string, { readonly sum: number; readonly of: number }>;
  /** Rows of which nothing happened in the period that could be added up: their sum is 0. */
  readonly nothing: ReadonlySet<string>;
  /** What rows' indicators mean on the last day of the period, by their code. */
  readonly definitions: ReadonlyMap<string, Definition>;
}

export interface Previous {
  readonly value: number;
  readonly period: string;
}

/** The definition that a row's figure comes from; undefined when it has none on the day. */
export function definitionOf(
  row: TemplateRow,
  definitions: ReadonlyMap<string, Definition>,
): Definition | undefined {
  return row.indicator === null ? undefined : definitions.get(row.indicator);
}

/**
 * What the records say for rows of several organisations on the last day of a round's period, by
 * organisation and row: one statement for all of them.
 */
export async function derivedFigures(
  db: Db,
  round: Pick<Round, 'until'>,
  rows: readonly TemplateRow[],
  organisations: readonly string[],
  sources: Sources = allSources,
): Promise<{
  values: Map<string, Map<string, number | null>>;
  definitions: ReadonlyMap<string, Definition>;
}> {
  const definitions = await definitionsOn(db, round.until);
  const wanted = wantedOf(rows, definitions);
  const question = { wanted, definitions, on: round.until };
  const found = await figuresOf(db, sources, question, organisations);
  return { values: valuesOf(rows, definitions, organisations, found), definitions };
}

type Found = Awaited<ReturnType<typeof figuresOf>>;

function valuesOf(
  rows: readonly TemplateRow[],
  definitions: ReadonlyMap<string, Definition>,
  organisations: readonly string[],
  found: Found,
): Map<string, Map<string, number | null>> {
  return new Map(
    organisations.map((id) => [
      id,
      new Map(
        rows.flatMap((row): [string, number | null][] => {
          const definition = definitionOf(row, definitions);
          if (definition === undefined) return [];
          return [[row.key, asNumber(found.get(id)?.get(definition.code))]];
        }),
      ),
    ]),
  );
}

/** How many records a sum is made of, those without an amount too: asked beside the sum itself. */
const countOf = (definition: Definition): Definition => ({
  ...definition,
  code: `${definition.code} #`,
  measure: 'count',
  argument: null,
  divisor: 1,
});

const isZeroWithout = (sources: Sources, { measure, source }: Definition): boolean =>
  zeroWithoutRecords(measure, sources.get(source ?? '')?.time ?? 'range');

function wantedOf(
  rows: readonly TemplateRow[],
  definitions: ReadonlyMap<string, Definition>,
): Definition[] {
  return [...new Set(rows.flatMap((row) => definitionOf(row, definitions) ?? []))];
}

/** Derived values and sums of those below for rows of one form. */
export async function formFigures(
  db: Db,
  obligation: Obligation,
  rows: readonly TemplateRow[],
  sources: Sources = allSources,
): Promise<FormFigures> {
  const told = await toldByRecords(db, obligation, rows, sources);
  const sums = await belowSums(db, obligation.id);
  const below = rows.flatMap((row): [string, { sum: number; of: number }][] => {
    const sum = sums.get(row.key);
    const adds = addsUp(row, definitionOf(row, told.definitions)?.measure ?? null);
    return sum === undefined || !adds ? [] : [[row.key, sum]];
  });
  return { ...told, below: new Map(below) };
}

async function toldByRecords(
  db: Db,
  { organisation: { id }, round: { until: on } }: Obligation,
  rows: readonly TemplateRow[],
  sources: Sources,
): Promise<Omit<FormFigures, 'below'>> {
  const definitions = await definitionsOn(db, on);
  const wanted = wantedOf(rows, definitions);
  const sums = wanted.filter((definition) => isZeroWithout(sources, definition));
  const asked = { wanted: [...wanted, ...sums.map(countOf)], definitions, on };
  const found = await figuresOf(db, sources, asked, [id]);
  const without = sums.filter((one) => found.get(id)?.get(countOf(one).code) === 0);
  const codes = new Set(without.map(({ code }) => code));
  return {
    derived: valuesOf(rows, definitions, [id], found).get(id) ?? new Map(),
    nothing: new Set(
      rows.filter(({ indicator }) => codes.has(indicator ?? '')).map(({ key }) => key),
    ),
    definitions,
  };
}

async function belowSums(
  db: Db,
  obligationId: string,
): Promise<Map<string, { sum: number; of: number }>> {
  const rows = await all(
    db,
    sql<{ key: string; sum: string; of: number }>`select c.row_key as key, sum(c.declared) as sum,
        count(*)::integer as of
      from report_obligation b join report_cell c on c.obligation_id = b.id
      where b.parent_id = ${obligationId} and b.state in ('accepted', 'frozen')
        and c.declared is not null
      group by c.row_key`,
  );
  return new Map(rows.map(({ key, sum, of }) => [key, { sum: Number(sum), of }]));
}

/**
 * The rows' values of the nearest earlier period of the same kind in which the same organisation's
 * form was accepted, else what the records said at the end of the period before. Rows without an
 * indicator are the same only within one template.
 */
export async function previousFigures(
  db: Db,
  obligation: Obligation,
  rows: readonly TemplateRow[],
  sources: Sources = allSources,
): Promise<Map<string, Previous>> {
  const { round, organisation } = obligation;
  const named = rows.filter((row) => row.indicator !== null).map((row) => row.key);
  const declared = await all(
    db,
    sql<{ key: string; declared: string; period: string }>`select distinct on (c.row_key)
        c.row_key as key, c.declared, r.period
      from report_round now
      join report_template nt on nt.id = now.template_id
      join report_template t on t.period_kind = nt.period_kind
      join report_round r on r.template_id = t.id and r.deleted_at is null
        and upper(r.during) <= lower(now.during)
      join report_obligation b on b.round_id = r.id and b.organisation_id = ${organisation.id}
        and b.state in ('accepted', 'frozen')
      join report_cell c on c.obligation_id = b.id and c.declared is not null
      where now.id = ${round.id}
        and (r.template_id = now.template_id or c.row_key = any(${named}::text[]))
      order by c.row_key, lower(r.during) desc, r.template_id = now.template_id desc, b.id`,
  );
  const found = new Map<string, Previous>(
    declared.map(({ key, declared: value, period }) => [key, { value: Number(value), period }]),
  );
  const missing = rows.filter((row) => row.indicator !== null && !found.has(row.key));
  const before = previousOf(round.period);
  if (before === null || missing.length === 0) return found;
  const { values } = await derivedFigures(db, before, missing, [organisation.id], sources);
  for (const [key, value] of values.get(organisation.id) ?? []) {
    if (value !== null) found.set(key, { value, period: before.code });
  }
  return found;
}

function previousOf(code: string): { code: string; until: string } | null {
  const period = parsePeriod(code);
  const before = period === null ? null : previousPeriod(period);
  return before === null ? null : { code: before.code, until: periodEnd(before) };
}
