import { sql } from 'kysely';
import { formatDateRange } from '../../../kernel/date-range.ts';
import type { Day } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { allSources } from '../indicators.ts';
import { defineIndicators } from '../policy.ts';
import {
  definitionsOn,
  indicatorId,
  rootOrganisation,
  tableByCode,
  versionsOf,
} from '../queries/index.ts';
import {
  changesOf,
  checkMeaning,
  type Definition,
  type Meaning,
  planChange,
} from '../rules/index.ts';
import { tableInput, versionInput } from '../schema.ts';

/** Says what an indicator means from a day on; the meanings of earlier days stay. */
export const defineIndicator = command({
  name: 'indicator.define',
  input: versionInput,
  permission: defineIndicators,
  load: async (cx, input) => {
    const root = await rootOrganisation(cx.db);
    const indicator = await indicatorId(cx.db, input.code);
    return { root, indicator, versions: await versionsOf(cx.db, input.code) };
  },
  at: ({ root }) => [root?.id ?? null],
  version: ({ versions }) => changesOf(versions),
  check: async (_loaded, input, cx) => {
    const known = await definitionsOn(cx.db, input.from ?? cx.clock.today());
    const measures = new Map([...known.values()].map((one) => [one.code, one.measure]));
    const source = allSources.get(input.source ?? '');
    return checkMeaning(meaningOf(input), input.code, source, measures);
  },
  run: async (cx, { root, indicator, versions }, input) => {
    const id = indicator?.id ?? (await insertIndicator(cx, input.code));
    const meaning = meaningOf(input);
    const plan = planChange(
      versions.map((one) => ({ id: one.versionId, from: one.from, until: one.until })),
      input.from,
    );
    if (plan.shorten !== null) await endVersion(cx, plan.shorten, input.from);
    const during = { from: input.from, until: plan.until };
    if (plan.replace !== null) await updateVersion(cx, plan.replace, meaning);
    else await insertVersion(cx, id, formatDateRange(during), meaning);
    const before = versions.find((one) => [plan.replace, plan.shorten].includes(one.versionId));
    return {
      result: { code: input.code },
      subject: { type: 'indicator', id },
      organisationId: root?.id ?? null,
      changes: changed(before, meaning, input.from),
    };
  },
});

type VersionInput = ReturnType<(typeof versionInput)['parse']>;

/** What an input says that an indicator means; what its measure has no use for is left out. */
export function meaningOf(input: VersionInput): Meaning {
  const ratio = input.measure === 'ratio';
  const counted = !ratio && input.measure !== 'entered';
  return {
    label: input.label,
    unit: input.unit,
    decimals: input.decimals ?? 0,
    source: counted ? input.source : null,
    filter: counted ? (input.filter ?? {}) : {},
    measure: input.measure,
    argument: counted ? input.argument : null,
    divisor: input.divisor ?? 1,
    numerator: ratio ? input.numerator : null,
    denominator: ratio ? input.denominator : null,
    scope: input.scope,
    window: input.window,
    national: input.national,
    legalBasis: input.legal_basis,
  };
}

function changed(before: Definition | undefined, after: Meaning, from: Day | null) {
  const changes: Record<string, { old?: unknown; new?: unknown }> = { from: { new: from } };
  for (const key of Object.keys(after) as (keyof Meaning)[]) {
    changes[key] = { old: before?.[key], new: after[key] };
  }
  return changes;
}

async function insertIndicator(cx: Cx, code: string): Promise<string> {
  const id = cx.ids.uuid();
  await sql`insert into indicator (id, pid, code, created_at)
    values (${id}, ${cx.ids.pid()}, ${code}, ${cx.clock.now()})`.execute(cx.db);
  return id;
}

async function endVersion(cx: Cx, id: string, until: Day | null): Promise<void> {
  await sql`update indicator_version
    set during = daterange(lower(during), ${until}::date), version = version + 1
    where id = ${id}`.execute(cx.db);
}

async function updateVersion(cx: Cx, id: string, m: Meaning): Promise<void> {
  await sql`update indicator_version set label = ${m.label}, unit = ${m.unit},
      decimals = ${m.decimals}, source = ${m.source}, filter = ${JSON.stringify(m.filter)}::jsonb,
      measure = ${m.measure}, argument = ${m.argument}, divisor = ${m.divisor},
      numerator = ${m.numerator}, denominator = ${m.denominator}, scope = ${m.scope},
      "window" = ${m.window}, national = ${m.national}, legal_basis = ${m.legalBasis},
      sample = false, version = version + 1
    where id = ${id}`.execute(cx.db);
}

async function insertVersion(cx: Cx, id: string, during: string, m: Meaning): Promise<void> {
  await sql`insert into indicator_version (id, pid, indicator_id, during, label, unit, decimals,
      source, filter, measure, argument, divisor, numerator, denominator, scope, "window", national,
      legal_basis)
    values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${id}, ${during}::daterange, ${m.label}, ${m.unit},
      ${m.decimals}, ${m.source}, ${JSON.stringify(m.filter)}::jsonb, ${m.measure}, ${m.argument},
      ${m.divisor}, ${m.numerator}, ${m.denominator}, ${m.scope}, ${m.window}, ${m.national},
      ${m.legalBasis})`.execute(cx.db);
}

/** Sets the rows of a table, which exists already or is made. */
export const setTable = command({
  name: 'indicator_table.set',
  input: tableInput,
  permission: defineIndicators,
  load: async (cx, input) => {
    const root = await rootOrganisation(cx.db);
    const ids = new Map<string, string>();
    for (const { indicator } of input.rows) {
      if (indicator === null || ids.has(indicator)) continue;
      const found = await indicatorId(cx.db, indicator);
      if (found !== null) ids.set(indicator, found.id);
    }
    return { root, ids, table: await tableByCode(cx.db, input.table) };
  },
  at: ({ root }) => [root?.id ?? null],
  version: ({ table }) => table?.version ?? 0,
  check: ({ ids }, input) => input.rows.flatMap((row, place) => lineIssues(row, place, ids)),
  run: async (cx, { root, ids, table }, input) => {
    const id = table?.id ?? cx.ids.uuid();
    await sql`insert into indicator_table (id, pid, code, name, legal_basis)
      values (${id}, ${cx.ids.pid()}, ${input.table}, ${input.name}, ${input.legal_basis})
      on conflict (code) do update set name = excluded.name, legal_basis = excluded.legal_basis,
        sample = false, version = indicator_table.version + 1`.execute(cx.db);
    await sql`delete from indicator_table_row where table_id = ${id}`.execute(cx.db);
    for (const [place, row] of input.rows.entries()) {
      await sql`insert into indicator_table_row (table_id, position, number, heading, indicator_id, level)
        values (${id}, ${place + 1}, ${row.number ?? ''}, ${row.heading},
          ${ids.get(row.indicator ?? '') ?? null}, ${row.level ?? 1})`.execute(cx.db);
    }
    return {
      result: { table: input.table },
      subject: { type: 'indicator_table', id },
      organisationId: root?.id ?? null,
      changes: {
        name: { old: table?.name, new: input.name },
        legal_basis: { old: table?.legalBasis, new: input.legal_basis },
        rows: { old: table?.lines, new: input.rows },
      },
    };
  },
});

type LineInput = ReturnType<(typeof tableInput)['parse']>['rows'][number];

function lineIssues(row: LineInput, place: number, ids: ReadonlyMap<string, string>): Issue[] {
  const path = `rows.${place}`;
  if ((row.heading === null) === (row.indicator === null))
    return [issue(path, 'heading_or_indicator')];
  if (row.indicator === null || ids.has(row.indicator)) return [];
  return [issue(`${path}.indicator`, 'indicator_unknown', { typed: row.indicator })];
}
