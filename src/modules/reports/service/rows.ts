import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import type { PlaceValue } from '../rules/index.ts';
import type { PlaceState } from '../schema/index.ts';
import { actorPerson } from './loading.ts';

/** One cell as it is to stand. */
export interface CellWrite {
  readonly key: string;
  readonly value: PlaceValue;
  readonly derived: number | null;
  readonly below: number | null;
  readonly state: PlaceState;
}

/** Writes cells in one statement; each gets one version more. */
export async function writeCells(
  cx: Cx,
  obligationId: string,
  cells: readonly CellWrite[],
): Promise<void> {
  if (cells.length === 0) return;
  const column = <T>(of: (cell: CellWrite) => T) => cells.map(of);
  await sql`insert into report_cell as c (id, obligation_id, row_key, declared, derived, below, reason,
      note, state, updated_at, updated_by)
    select u.id, ${obligationId}, u.key, u.declared, u.derived, u.below, u.reason, u.note, u.state,
      ${cx.clock.now()}, ${actorPerson(cx)}::uuid
    from unnest(${column(() => cx.ids.uuid())}::uuid[], ${column((c) => c.key)}::text[],
      ${column((c) => c.value.declared)}::numeric[], ${column((c) => c.derived)}::numeric[],
      ${column((c) => c.below)}::numeric[], ${column((c) => c.value.reason)}::text[],
      ${column((c) => c.value.note)}::text[], ${column((c) => c.state)}::text[])
      u (id, key, declared, derived, below, reason, note, state)
    on conflict (obligation_id, row_key) do update set declared = excluded.declared,
      derived = excluded.derived, below = excluded.below, reason = excluded.reason,
      note = excluded.note, state = excluded.state, version = c.version + 1,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by`.execute(cx.db);
}

/** Writes narratives in one statement; each gets one version more. */
export async function writeNarratives(
  cx: Cx,
  obligationId: string,
  narratives: readonly { key: string; words: string; state: PlaceState }[],
): Promise<void> {
  if (narratives.length === 0) return;
  await sql`insert into report_narrative as n (id, obligation_id, section_key, words, state, updated_at,
      updated_by)
    select u.id, ${obligationId}, u.key, u.words, u.state, ${cx.clock.now()}, ${actorPerson(cx)}::uuid
    from unnest(${narratives.map(() => cx.ids.uuid())}::uuid[], ${narratives.map((n) => n.key)}::text[],
      ${narratives.map((n) => n.words)}::text[], ${narratives.map((n) => n.state)}::text[])
      u (id, key, words, state)
    on conflict (obligation_id, section_key) do update set words = excluded.words,
      state = excluded.state, version = n.version + 1, updated_at = excluded.updated_at,
      updated_by = excluded.updated_by`.execute(cx.db);
}

/** Keeps what the records and those below say now beside cells that stand; their versions stay. */
export async function refreshFigures(
  cx: Cx,
  obligationId: string,
  cells: readonly { key: string; derived: number | null; below: number | null }[],
): Promise<void> {
  await sql`update report_cell c set derived = u.derived, below = u.below
    from unnest(${cells.map((c) => c.key)}::text[], ${cells.map((c) => c.derived)}::numeric[],
      ${cells.map((c) => c.below)}::numeric[]) u (key, derived, below)
    where c.obligation_id = ${obligationId} and c.row_key = u.key`.execute(cx.db);
}

/** What of a form's places changes their state. */
export interface PlaceKeys {
  readonly rows: readonly string[];
  readonly sections: readonly string[];
}

/**
 * Puts places into a state. Those into which nothing was ever written get an empty row when `create`
 * is set. Without `keys` all that stand; `from` narrows to places in that state.
 */
export async function setPlaces(
  cx: Cx,
  obligationId: string,
  state: PlaceState,
  { keys, from, create }: { keys?: PlaceKeys; from?: PlaceState; create?: boolean },
): Promise<void> {
  const [now, person] = [cx.clock.now(), actorPerson(cx)];
  if (create === true && keys !== undefined) {
    await sql`insert into report_cell (id, obligation_id, row_key, state, updated_at, updated_by)
      select u.id, ${obligationId}, u.key, ${state}, ${now}, ${person}::uuid
      from unnest(${keys.rows.map(() => cx.ids.uuid())}::uuid[], ${keys.rows}::text[]) u (id, key)
      on conflict (obligation_id, row_key) do nothing`.execute(cx.db);
    await sql`insert into report_narrative (id, obligation_id, section_key, words, state, updated_at,
        updated_by)
      select u.id, ${obligationId}, u.key, '', ${state}, ${now}, ${person}::uuid
      from unnest(${keys.sections.map(() => cx.ids.uuid())}::uuid[], ${keys.sections}::text[]) u (id, key)
      on conflict (obligation_id, section_key) do nothing`.execute(cx.db);
  }
  const all = keys === undefined;
  const before = from ?? null;
  await sql`update report_cell set state = ${state}
    where obligation_id = ${obligationId} and (${all} or row_key = any(${keys?.rows ?? []}::text[]))
      and (${before}::text is null or state = ${before})`.execute(cx.db);
  await sql`update report_narrative set state = ${state}
    where obligation_id = ${obligationId}
      and (${all} or section_key = any(${keys?.sections ?? []}::text[]))
      and (${before}::text is null or state = ${before})`.execute(cx.db);
}

export interface MessageWrite {
  readonly place: string | null;
  readonly kind: 'return' | 'answer' | 'remark';
  readonly words: string;
  readonly seen: number | null;
}

/** Adds words about places. */
export async function addMessages(
  cx: Cx,
  obligationId: string,
  messages: readonly MessageWrite[],
): Promise<void> {
  await sql`insert into report_message (id, pid, obligation_id, place, kind, words, seen_version,
      written_by, written_at)
    select u.id, u.pid, ${obligationId}, u.place, u.kind, u.words, u.seen, ${actorPerson(cx)}::uuid,
      ${cx.clock.now()}
    from unnest(${messages.map(() => cx.ids.uuid())}::uuid[], ${messages.map(() => cx.ids.pid())}::text[],
      ${messages.map((m) => m.place)}::text[], ${messages.map((m) => m.kind)}::text[],
      ${messages.map((m) => m.words)}::text[], ${messages.map((m) => m.seen)}::integer[])
      u (id, pid, place, kind, words, seen)`.execute(cx.db);
}

/** Settles the open words about a form, or only about some places. */
export async function settleMessages(
  cx: Cx,
  obligationId: string,
  places: readonly string[] | null = null,
): Promise<void> {
  await sql`update report_message set settled_at = ${cx.clock.now()}
    where obligation_id = ${obligationId} and settled_at is null
      and (${places === null} or place = any(${[...(places ?? [])]}::text[]))`.execute(cx.db);
}
