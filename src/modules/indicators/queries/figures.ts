import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { keeperOf } from '../../../platform/audit/keeper.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import { type Definition, type FigureValue, zeroWhenEmpty } from '../rules/index.ts';
import { commonCondition, compile, type Part, type Sources } from './compile.ts';

/** One union with its figures by indicator code. */
export interface UnionFigures {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  /** Among those that are compared; false only for the one asked about beside them. */
  readonly peer: boolean;
  readonly values: ReadonlyMap<string, FigureValue>;
}

export interface FiguresQuestion {
  /** What is to be computed. */
  readonly wanted: readonly Definition[];
  /** All that hold on the day: the parts of a ratio are found here. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly on: Day;
  /** The day whose structure says who the unions are and what is below them. */
  readonly structureDay: Day;
  /**
   * Who is compared: the provincial unions that stand directly under the national union (when left out), or
   * organisations of any kind by their ids.
   */
  readonly among?: 'peers' | readonly string[];
  /** One that is computed beside them even when it is not one of them. */
  readonly own: string | null;
}

interface Row {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly short_name: string;
  readonly is_peer: boolean;
  readonly [figure: `v${number}`]: string | null;
}

/**
 * All wanted figures of all peers in one statement, whatever their number: one pass over each
 * source and scope. Peers come in the order of their names.
 */
export async function unionFigures(
  db: Db,
  sources: Sources,
  question: FiguresQuestion,
): Promise<UnionFigures[]> {
  const counted = countedDefinitions(question);
  const parts = counted.map((definition) => compile(sources, definition, question.on));
  const rows = await all(db, sql<Row>`${statement(parts, question)}`);
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    peer: row.is_peer,
    values: valuesOf(row, counted, question),
  }));
}

/** The same, as it was computed before as long as nothing was written since. */
export async function keptUnionFigures(
  db: Db,
  sources: Sources,
  question: FiguresQuestion,
): Promise<UnionFigures[]> {
  const { wanted, on, structureDay, among = 'peers', own } = question;
  const versions = wanted.map(({ code, versionId }) => `${code} ${versionId}`);
  const key = JSON.stringify(['unions', versions, on, structureDay, among, own]);
  const keeper = await keeperOf(db);
  return keeper.answer(key, 100 * wanted.length, () => unionFigures(db, sources, question));
}

/**
 * The wanted figures of organisations of any kind, by their ids, in one statement; one that is deleted
 * is left out. The structure is that of `structureDay`, by default the day of the figures.
 */
export async function figuresOf(
  db: Db,
  sources: Sources,
  question: Omit<FiguresQuestion, 'own' | 'among' | 'structureDay'> & {
    readonly structureDay?: Day;
  },
  ids: readonly string[],
): Promise<Map<string, ReadonlyMap<string, FigureValue>>> {
  if (ids.length === 0 || question.wanted.length === 0) return new Map();
  const structureDay = question.structureDay ?? question.on;
  const asked = { ...question, structureDay, among: ids, own: null };
  const found = await unionFigures(db, sources, asked);
  return new Map(found.map(({ id, values }) => [id, values]));
}

/** The statement behind `unionFigures`, to be looked at with EXPLAIN. */
export function figuresStatement(sources: Sources, question: FiguresQuestion): RawBuilder<unknown> {
  const counted = countedDefinitions(question);
  return statement(
    counted.map((definition) => compile(sources, definition, question.on)),
    question,
  );
}

/** The wanted ones without ratios, and what the ratios are made of, each once. */
function countedDefinitions({ wanted, definitions }: FiguresQuestion): Definition[] {
  const counted = new Map<string, Definition>();
  for (const definition of wanted) {
    for (const part of partsOf(definition, definitions)) counted.set(part.code, part);
  }
  return [...counted.values()];
}

/** What is counted for a definition: itself, or both sides of a ratio (missing ones left out). */
export function partsOf(
  definition: Definition,
  definitions: ReadonlyMap<string, Definition>,
): Definition[] {
  if (definition.measure !== 'ratio') return [definition];
  return [definition.numerator, definition.denominator].flatMap((code) => {
    const part = definitions.get(code ?? '');
    return part === undefined || part.measure === 'ratio' ? [] : [part];
  });
}

function statement(parts: readonly Part[], question: FiguresQuestion): RawBuilder<unknown> {
  const groups = groupParts(parts);
  const ctes = groups.map((group, index) => groupCte(group, index));
  const columns = groups.flatMap((group, index) =>
    group.parts.map(({ place }) => sql`, ${sql.ref(`g${index}.v${place}`)}`),
  );
  const joins = groups.map(
    (_, index) => sql` left join ${sql.id(`g${index}`)} on ${sql.ref(`g${index}.union_id`)} = u.id`,
  );
  const below = groups.some((group) => group.below)
    ? sql`, below as materialized (
        select root_id, organisation_id
        from organisations_below(array(select id from compared), ${question.structureDay}::date)
        order by root_id)`
    : sql``;
  return sql`with ${comparedUnions(question)}${below}
    ${sql.join(ctes, sql``)}
    select u.id, u.code, coalesce(n.name, u.code) as name, coalesce(n.short_name, u.code) as short_name,
      u.is_peer${sql.join(columns, sql``)}
    from compared u
    left join lateral (
      select name, short_name from organisation_name
      where organisation_id = u.id
      order by during @> ${question.structureDay}::date desc, lower(during) desc nulls last limit 1
    ) n on true${sql.join(joins, sql``)}
    order by n.short_name collate "vi-x-icu", u.code`;
}

// Peers are the provincial unions that stand directly under the national union on the day.
function peers(structureDay: Day): RawBuilder<unknown> {
  const day = sql`${structureDay}::date`;
  return sql`select distinct o.id, o.code
      from organisation root
      join affiliation a on a.parent_id = root.id and a.kind = 'territorial'
        and a.deleted_at is null and a.during @> ${day}
      join organisation o on o.id = a.child_id and o.kind = 'provincial_union'
        and o.deleted_at is null and o.during @> ${day}
      where root.kind = 'national_union' and root.deleted_at is null and root.during @> ${day}`;
}

function comparedUnions(question: FiguresQuestion): RawBuilder<unknown> {
  const { own, structureDay, among = 'peers' } = question;
  const compared =
    among === 'peers'
      ? peers(structureDay)
      : sql`select id, code from organisation
          where id = any(${[...new Set(among)]}::uuid[]) and deleted_at is null`;
  return sql`peer as materialized (
      ${compared}
    ), compared as materialized (
      select id, code, true as is_peer from peer
      union all
      select id, code, false from organisation
      where id = ${own}::uuid and deleted_at is null and id not in (select id from peer)
    )`;
}

interface Group {
  readonly below: boolean;
  /** One part that counts who is told apart. */
  readonly distinct: boolean;
  readonly parts: { part: Part; place: number }[];
}

function groupParts(parts: readonly Part[]): Group[] {
  const groups = new Map<string, Group>();
  parts.forEach((part, place) => {
    const distinct = part.alone !== null && part.scope === 'below';
    const key = distinct ? `${place}` : `${part.scope} ${part.source.code}`;
    const group = groups.get(key) ?? { below: part.scope === 'below', distinct, parts: [] };
    group.parts.push({ part, place });
    groups.set(key, group);
  });
  return [...groups.values()];
}

// Out of what lies below one union alone, and of the rows that count alone: they are sorted by what tells
// them apart, in the order of an index where one holds all that is asked for.
function distinctCte(part: Part, name: RawBuilder<unknown>, column: RawBuilder<unknown>) {
  return sql`, ${name} as materialized (
    select c.id as union_id, told.* from compared c cross join lateral (
      select ${part.alone} as ${column} from (${part.source.rows()}) r
      where r.organisation_id = any(array(select organisation_id from below where root_id = c.id))
        and ${part.counts}) told)`;
}

function groupCte(group: Group, index: number): RawBuilder<unknown> {
  const [first] = group.parts;
  if (group.distinct && first !== undefined)
    return distinctCte(first.part, sql.id(`g${index}`), sql.id(`v${first.place}`));
  const sums = sql.join(
    group.parts.map(({ part, place }) => sql`${part.total} as ${sql.id(`v${place}`)}`),
  );
  const rows = first?.part.source.rows() ?? sql``;
  const union = group.below ? sql`b.root_id` : sql`c.id`;
  const who = group.below ? sql`below b` : sql`compared c`;
  const own = group.below ? sql`b.organisation_id` : sql`c.id`;
  // Materialised: the planner guesses few unions, and would else count once for each of them.
  return sql`, ${sql.id(`g${index}`)} as materialized (
    select ${union} as union_id, ${sums}
    from ${who} join (${rows}) r on r.organisation_id = ${own}
    where ${commonCondition(group.parts.map(({ part }) => part))} group by ${union})`;
}

function valuesOf(
  row: Row,
  counted: readonly Definition[],
  question: FiguresQuestion,
): Map<string, FigureValue> {
  const values = new Map<string, FigureValue>();
  counted.forEach((definition, place) => {
    values.set(definition.code, figureOf(definition, row[`v${place}`] ?? null));
  });
  for (const definition of question.wanted) {
    if (definition.measure === 'ratio') values.set(definition.code, ratioOf(definition, values));
  }
  return values;
}

function figureOf(definition: Definition, raw: string | null): FigureValue {
  if (definition.measure === 'yes_no') return Number(raw ?? 0) > 0;
  if (raw === null) return zeroWhenEmpty(definition) ? 0 : null;
  return Number(raw);
}

function ratioOf(definition: Definition, values: ReadonlyMap<string, FigureValue>): FigureValue {
  const above = values.get(definition.numerator ?? '') ?? null;
  const below = values.get(definition.denominator ?? '') ?? null;
  if (above === null || below === null || Number(below) === 0) return null;
  return Number(above) / Number(below) / definition.divisor;
}
