import { sql } from 'kysely';
import {
  bestHits,
  type Comparison,
  compareTexts,
  type Hit,
  isNearDuplicate,
  KEPT_BELOW,
  LEAST_SHARED,
  type Likeness,
  likeness,
  probesOf,
  type Rarity,
  rarityOf,
  type Sketch,
  sketchOf,
  type Words,
  wordsOf,
  worthComparing,
} from '../../../kernel/similarity/index.ts';
import { all, type Db } from '../../../platform/database/query.ts';

/** An earlier text that is like the one that was asked for, which is the first of the comparison. */
export interface LikeText {
  readonly id: number;
  readonly comparison: Comparison;
}

export interface Asking {
  /** The text itself, where it is kept; 0 where not. */
  readonly own?: number;
  /** Keys of phrases that never count: what the form itself says. */
  readonly stock?: ReadonlySet<number>;
}

/** So many are read in full. */
const mostRead = 10;

/**
 * The kept texts that a person should look at beside this one, most alike first: at most ten. Four
 * statements, whatever there is.
 */
export async function findLikenesses(
  db: Db,
  text: string | Words,
  asking: Asking = {},
): Promise<LikeText[]> {
  const words = typeof text === 'string' ? wordsOf(text) : text;
  const sketch = sketchOf(words);
  const known = await keysOf(db, sketch, asking);
  const hits = await hitsOf(db, known, asking.own ?? 0);
  const ids = await closest(db, sketch, known, hits);
  const bodies = await bodiesOf(db, ids);
  return ids
    .map((id) => ({ id, comparison: compareTexts(words, bodies.get(id) ?? '', known.rarity) }))
    .filter(({ comparison }) => isNearDuplicate(comparison));
}

/** How rarely the keys of a text stand in the others: for comparing it with one of them. */
export async function rarityFor(db: Db, text: Words, asking: Asking = {}): Promise<Rarity> {
  return (await keysOf(db, sketchOf(text), asking)).rarity;
}

interface Known {
  readonly rarity: Rarity;
  /** The keys to ask for. */
  readonly asked: readonly number[];
}

async function keysOf(db: Db, sketch: Sketch, { own = 0, stock }: Asking): Promise<Known> {
  const rows = await all(
    db,
    sql<{ key: number; texts: number; frequent: boolean; total: number }>`
      select f.key, f.texts, f.frequent, (select coalesce(max(id), 0) from likeness_text) as total
      from likeness_frequencies(${sketch.keys}::integer[], ${own}) f`,
  );
  const texts = new Map(rows.map((row) => [row.key, row.texts]));
  const counted = (key: number) => (key < KEPT_BELOW ? texts.get(key) : undefined);
  const rarity = rarityOf(rows[0]?.total ?? 0, counted, stock);
  const frequent = new Set(rows.filter((row) => row.frequent).map((row) => row.key));
  const asked = probesOf(sketch, (key) => texts.get(key) ?? 0);
  return { rarity, asked: asked.filter((key) => !frequent.has(key) && rarity(key) !== 0) };
}

function hitsOf(db: Db, { asked, rarity }: Known, own: number): Promise<Hit<number>[]> {
  const points = asked.map((key) => rarity(key) ?? 1);
  return all(
    db,
    sql<Hit<number>>`select id, shared, keys from likeness_hits(${asked}::integer[],
      ${points}::real[], ${own}, ${LEAST_SHARED})`,
  );
}

interface Kept extends Sketch {
  readonly id: number;
}

/** The ids of those whose sketches are most alike. */
async function closest(
  db: Db,
  sketch: Sketch,
  { asked, rarity }: Known,
  hits: readonly Hit<number>[],
): Promise<number[]> {
  const best = bestHits(hits, asked.length).map(({ id }) => id);
  const rows = await all(
    db,
    sql<Kept>`select id, words, key_limit as limit, keys from likeness_text
      where id = any(${best}::integer[])`,
  );
  return rows
    .map((row) => ({ id: row.id, like: likeness(sketch, row, rarity) }))
    .filter(({ like }) => worthComparing(like))
    .sort((a, b) => pointsOf(b.like) - pointsOf(a.like) || a.id - b.id)
    .slice(0, mostRead)
    .map(({ id }) => id);
}

const pointsOf = ({ ofFirst, ofSecond, resemblance }: Likeness) =>
  Math.max(ofFirst, ofSecond) + resemblance;

/** The texts themselves, by id. */
export async function bodiesOf(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await all(
    db,
    sql<{ id: number; body: string }>`select id, body from likeness_text
      where id = any(${ids}::integer[])`,
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}
