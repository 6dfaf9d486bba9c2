import { sql } from 'kysely';
import { type Change, type Cx, command } from '../../../platform/command.ts';
import { moveObligation, type Obligation, reportFill } from '../../rounds/index.ts';
import { openRivals, type StoredPlace } from '../queries/index.ts';
import { nothing, type PlaceValue } from '../rules/index.ts';
import { cellInput, formInput, narrativeInput, type PlaceAnswer } from '../schema/index.ts';
import { actorPerson, atOwn, formDone } from './loading.ts';
import {
  type Planned,
  type PlannedWrites,
  planWrites,
  type TypedPlace,
  writeIssues,
} from './planning.ts';
import { writeCells, writeNarratives } from './rows.ts';

const cellValue = (typed: Omit<PlaceValue, 'words'>): PlaceValue => ({
  declared: typed.declared,
  reason: typed.reason,
  note: typed.note,
  words: null,
});

/** Writes one cell; see `FormAnswer` for what comes back. */
export const writeCell = command({
  name: 'report.cell.write',
  input: cellInput,
  permission: reportFill,
  load: (cx, input) =>
    planWrites(cx, input.pid, [
      { key: input.row, kind: 'cell', path: '', value: cellValue(input), seen: input.version },
    ]),
  at: atOwn,
  check: (plan, _input, cx) => writeIssues(cx, plan),
  run: (cx, plan) => applyWrites(cx, plan),
});

/** Writes the words of one section. */
export const writeNarrative = command({
  name: 'report.narrative.write',
  input: narrativeInput,
  permission: reportFill,
  load: (cx, input) =>
    planWrites(cx, input.pid, [
      {
        key: input.section,
        kind: 'narrative',
        path: '',
        value: { ...nothing, words: input.words },
        seen: input.version,
      },
    ]),
  at: atOwn,
  check: (plan, _input, cx) => writeIssues(cx, plan),
  run: (cx, plan) => applyWrites(cx, plan),
});

/** Writes many places, each by its own version, in as many statements as one. */
export const saveForm = command({
  name: 'report.save',
  input: formInput,
  permission: reportFill,
  load: (cx, input) =>
    planWrites(cx, input.pid, [
      ...input.cells.map((typed, at): TypedPlace => {
        const value = cellValue(typed);
        return { key: typed.row, kind: 'cell', path: `cells.${at}.`, value, seen: typed.version };
      }),
      ...input.narratives.map((typed, at): TypedPlace => {
        const value = { ...nothing, words: typed.words };
        const path = `narratives.${at}.`;
        return { key: typed.section, kind: 'narrative', path, value, seen: typed.version };
      }),
    ]),
  at: atOwn,
  check: (plan, _input, cx) => writeIssues(cx, plan),
  run: (cx, plan) => applyWrites(cx, plan),
});

/** Does a plan: what may be saved is saved, what was typed over a change is kept as a rival. */
export async function applyWrites(cx: Cx, plan: PlannedWrites) {
  const { planned, figures } = plan;
  const saved = planned.filter((one) => one.writing === 'saved');
  const conflicts = planned.filter((one) => one.writing === 'conflict');
  const moves = plan.obligation.state === 'waiting' && saved.length + conflicts.length > 0;
  const obligation = moves ? await moveObligation(cx, plan.obligation, 'filling') : plan.obligation;
  const first = obligation.state === 'accepted' ? 'accepted' : 'open';
  const stateOf = ({ standing }: Planned) => standing?.state ?? first;
  await writeCells(
    cx,
    obligation.id,
    saved
      .filter((one) => one.kind === 'cell')
      .map((one) => ({
        key: one.key,
        value: one.value,
        derived: figures.derived.get(one.key) ?? null,
        below: figures.below.get(one.key)?.sum ?? null,
        state: stateOf(one),
      })),
  );
  await writeNarratives(
    cx,
    obligation.id,
    saved
      .filter((one) => one.kind === 'narrative')
      .map((one) => ({ key: one.key, words: one.value.words ?? '', state: stateOf(one) })),
  );
  const rivals = await keepRivals(cx, obligation, saved, conflicts);
  return formDone(
    obligation,
    changesOf(planned),
    planned.map((one) => answerOf(one, rivals)),
  );
}

interface KeptRivals {
  /** By place: what the actor typed now. */
  readonly kept: ReadonlyMap<string, string>;
  readonly open: readonly { readonly pid: string; readonly place: string }[];
}

// Whoever types again at a place takes back what he typed there before: it was seen by him.
async function keepRivals(
  cx: Cx,
  obligation: Obligation,
  saved: readonly Planned[],
  conflicts: readonly Planned[],
): Promise<KeptRivals> {
  const person = actorPerson(cx);
  const again = [...saved, ...conflicts].map((one) => one.key);
  await sql`update report_rival set settled_at = ${cx.clock.now()}
    where obligation_id = ${obligation.id} and settled_at is null
      and place = any(${again}::text[]) and typed_by is not distinct from ${person}::uuid`.execute(
    cx.db,
  );
  const rows = conflicts.map((one) => ({ ...one, id: cx.ids.uuid(), pid: cx.ids.pid() }));
  await sql`insert into report_rival (id, pid, obligation_id, place, declared, reason, note, words,
      seen_version, stood_version, typed_by, typed_at)
    select u.id, u.pid, ${obligation.id}, u.place, u.declared, u.reason, u.note, u.words, u.seen,
      u.stood, ${person}::uuid, ${cx.clock.now()}
    from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.pid)}::text[],
      ${rows.map((r) => r.key)}::text[], ${rows.map((r) => r.value.declared)}::numeric[],
      ${rows.map((r) => r.value.reason)}::text[], ${rows.map((r) => r.value.note)}::text[],
      ${rows.map((r) => r.value.words)}::text[], ${rows.map((r) => r.seen)}::integer[],
      ${rows.map((r) => r.standing?.version ?? 0)}::integer[])
      u (id, pid, place, declared, reason, note, words, seen, stood)`.execute(cx.db);
  return {
    kept: new Map(rows.map((row) => [row.key, row.pid])),
    open: await openRivals(cx.db, obligation.id),
  };
}

function answerOf({ key, writing, standing }: Planned, { kept, open }: KeptRivals): PlaceAnswer {
  const rival = kept.get(key) ?? null;
  const stood = standing?.version ?? 0;
  return {
    place: key,
    outcome: writing,
    version: writing === 'saved' ? stood + 1 : stood,
    stands: writing === 'conflict' && standing !== null ? standsOf(standing) : null,
    rival,
    rivals: open.filter((one) => one.place === key && one.pid !== rival).length,
  };
}

function standsOf(standing: StoredPlace): NonNullable<PlaceAnswer['stands']> {
  const { declared, reason, note, words, updatedBy: by, updatedAt: at } = standing;
  return { declared, reason, note, words, by, at };
}

/** One change for each place, under its key; what was kept as a rival says so. */
export function changesOf(planned: readonly Planned[]): Record<string, Change> {
  return Object.fromEntries(
    planned
      .filter((one) => one.writing !== 'unchanged')
      .map((one): [string, Change] => {
        const old = one.standing === null ? null : loggedValue(one.kind, one.standing);
        const name = one.writing === 'saved' ? `${one.kind}_${one.key}` : `rival_${one.key}`;
        return [name, { old, new: loggedValue(one.kind, one.value) }];
      }),
  );
}

function loggedValue(kind: 'cell' | 'narrative', { declared, reason, note, words }: PlaceValue) {
  return kind === 'narrative' ? words : { declared, reason, note };
}
