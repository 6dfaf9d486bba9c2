import { sql } from 'kysely';
import {
  compareTexts,
  isNearDuplicate,
  sketchOf,
  stockKeys,
  type Words,
  wordsOf,
} from '../../../kernel/similarity/index.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, inTransaction } from '../../../platform/database/query.ts';
import type { FormField } from '../../calls/index.ts';
import {
  dossierSource,
  findLikenesses,
  kinOf,
  rarityFor,
  type TextRow,
  textsById,
} from '../queries/index.ts';
import { comparedText, formPhrases, inOrder, type Nearness, nearnessOf } from '../rules/index.ts';
import { dropText, keepText, lockLikenesses } from './keep.ts';

/**
 * Keeps what the version of a dossier that holds says, and notes what it is like: texts of every
 * union, but not of the dossier that it was made from. One that is no longer entered is forgotten.
 * All in one transaction; doing it again changes nothing.
 */
export function compareDossier(cx: Cx, dossierId: string): Promise<void> {
  return inTransaction(cx.db, async (db) => {
    const kept = await keepDossier({ ...cx, db }, dossierId);
    if (kept !== null) await compareKept({ ...cx, db }, kept.id, stockKeys(formPhrases(kept.form)));
  });
}

/**
 * Keeps the texts of several dossiers with their keys before one of them is compared, so that what many of
 * them say is known as such to the first as well.
 */
export async function keepDossiers(cx: Cx, dossierIds: readonly string[]): Promise<void> {
  const ids: number[] = [];
  for (const dossierId of dossierIds) {
    const kept = await keepDossier(cx, dossierId);
    if (kept !== null) ids.push(kept.id);
  }
  for (const { id, body } of await textsById(cx.db, ids)) await postKeys(cx.db, id, wordsOf(body));
}

interface Kept {
  readonly id: number;
  readonly form: readonly FormField[];
}

/** Null for one that is no longer entered: its text is forgotten. */
async function keepDossier(cx: Cx, dossierId: string): Promise<Kept | null> {
  await lockLikenesses(cx.db);
  const source = await dossierSource(cx.db, dossierId);
  if (source === null) return null;
  const { state, answers, form, organisationId, year } = source;
  if (state === 'withdrawn' || state === 'draft' || answers === null) {
    await dropText(cx.db, dossierId);
    return null;
  }
  const { title, body } = comparedText(form, answers);
  const kept = { dossierId, organisationId, title, authors: null, year, origin: null, body };
  return { id: await keepText(cx, kept), form };
}

/** The same for a text from a file: dossiers that were submitted before it came are found too. */
export function compareImported(cx: Cx, id: number): Promise<void> {
  return inTransaction(cx.db, async (db) => {
    await lockLikenesses(db);
    await compareKept({ ...cx, db }, id, new Set());
  });
}

async function compareKept(cx: Cx, id: number, stock: ReadonlySet<number>): Promise<void> {
  const [own] = await textsById(cx.db, [id]);
  if (own === undefined) return;
  const words = wordsOf(own.body);
  await postKeys(cx.db, id, words);
  const found = await findLikenesses(cx.db, words, { own: id, stock });
  const near = new Map(found.map((one) => [one.id, nearnessOf(one.comparison)]));
  const standing = await openWith(cx.db, id);
  const kin = own.dossierId === null ? new Set() : await kinOf(cx.db, own.dossierId);
  const others = await textsById(cx.db, [...new Set([...near.keys(), ...standing])]);
  const unseen = others.filter((other) => !near.has(other.id));
  if (unseen.length > 0) {
    const rarity = await rarityFor(cx.db, words, { own: id, stock });
    for (const other of unseen) {
      const comparison = compareTexts(words, other.body, rarity);
      if (isNearDuplicate(comparison)) near.set(other.id, nearnessOf(comparison));
    }
  }
  const apart = others.filter(({ dossierId }) => dossierId === null || !kin.has(dossierId));
  const alike = apart.filter((other) => near.has(other.id));
  await takeBack(cx.db, id, new Set(alike.map((other) => other.id)), standing);
  await note(cx, own, alike, near);
}

async function postKeys(db: Db, id: number, words: Words): Promise<void> {
  const { limit, keys } = sketchOf(words);
  await sql`update likeness_text set key_limit = ${limit}, keys = ${keys}::integer[],
      key_count = ${keys.length}
    where id = ${id} and (keys <> ${keys}::integer[] or key_limit <> ${limit})`.execute(db);
}

/** The texts that an open finding joins with this one. */
async function openWith(db: Db, id: number): Promise<number[]> {
  const rows = await all(
    db,
    sql<{ other: number }>`select newer_id + earlier_id - ${id}::integer as other
      from likeness_finding where (newer_id = ${id} or earlier_id = ${id}) and state = 'open'`,
  );
  return rows.map(({ other }) => other);
}

/** What nobody decided yet and is no longer alike. */
async function takeBack(
  db: Db,
  id: number,
  alike: ReadonlySet<number>,
  standing: readonly number[],
): Promise<void> {
  const gone = standing.filter((other) => !alike.has(other));
  if (gone.length === 0) return;
  await sql`delete from likeness_finding where state = 'open'
    and ((newer_id = ${id} and earlier_id = any(${gone}::integer[]))
      or (earlier_id = ${id} and newer_id = any(${gone}::integer[])))`.execute(db);
}

/** Decided findings stay as they were decided. */
async function note(
  cx: Cx,
  own: TextRow,
  alike: readonly TextRow[],
  near: ReadonlyMap<number, Nearness>,
): Promise<void> {
  const pairs = alike.flatMap((other) => {
    const order = inOrder(own, other);
    const { score, words } = near.get(other.id)!;
    return order === null
      ? []
      : [{ newer: order.newer.id, earlier: order.earlier.id, score, words }];
  });
  if (pairs.length === 0) return;
  await sql`insert into likeness_finding as f (id, pid, newer_id, earlier_id, score, words, found_at)
    select * , ${cx.clock.now()}::timestamptz from unnest(
      ${pairs.map(() => cx.ids.uuid())}::uuid[], ${pairs.map(() => cx.ids.pid())}::text[],
      ${pairs.map((pair) => pair.newer)}::integer[], ${pairs.map((pair) => pair.earlier)}::integer[],
      ${pairs.map((pair) => pair.score)}::real[], ${pairs.map((pair) => pair.words)}::integer[])
    on conflict (newer_id, earlier_id) do update
      set score = excluded.score, words = excluded.words
      where f.state = 'open' and (f.score, f.words) <> (excluded.score, excluded.words)`.execute(
    cx.db,
  );
}
