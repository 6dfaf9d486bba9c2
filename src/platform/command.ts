import { sql } from 'kysely';
import type { z } from 'zod';
import type { Issue } from '../kernel/issue.ts';
import { recordEvent } from './audit/record.ts';
import type { Cx, Done, Seen } from './cx.ts';
import { inTransaction, maybe } from './database/query.ts';
import { Conflict, Forbidden, NotFound } from './errors.ts';
import { issuesOf } from './forms/issues.ts';
import { may, type Permission } from './policy.ts';

export type { Change, Cx, Done, Emit, Happening } from './cx.ts';

/** A use case: the only way to write. See `command`. */
export interface Command<Input extends z.ZodType, Loaded, Result> {
  readonly name: string;
  readonly input: Input;
  readonly permission: Permission;
  /** Finds what the input speaks of; throws NotFound for what the actor may not see. */
  readonly load: (cx: Cx, input: z.output<Input>) => Promise<Loaded>;
  /**
   * The organisations at which the permission is needed; null stands for the whole installation
   * (only the machine itself). Empty when the input names none that exists: `check` then says so.
   */
  readonly at: (loaded: Loaded, input: z.output<Input>) => readonly (string | null)[];
  /** When other readers of public pages see it; unless told, at once. */
  readonly seen?: Seen;
  /** The record's version that stands now, compared with `input.version`. */
  readonly version?: (loaded: Loaded) => number;
  readonly check?: (
    loaded: Loaded,
    input: z.output<Input>,
    cx: Cx,
  ) => readonly Issue[] | Promise<readonly Issue[]>;
  readonly run: (cx: Cx, loaded: Loaded, input: z.output<Input>) => Promise<Done<Result>>;
}

export type Outcome<Result> =
  | { readonly ok: true; readonly value: Result }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Declares a command; the types of its parts follow from its input schema and `load`. */
export function command<Input extends z.ZodType, Loaded, Result>(
  definition: Command<Input, Loaded, Result>,
): Command<Input, Loaded, Result> {
  return definition;
}

/**
 * Runs a command: parse, load, authorise, compare versions, check, write, log, tell others; all
 * inside one transaction. What is wrong with the input comes back as issues.
 * @throws NotFound, Forbidden, Conflict
 */
export async function execute<Input extends z.ZodType, Loaded, Result>(
  cx: Cx,
  definition: Command<Input, Loaded, Result>,
  raw: unknown,
): Promise<Outcome<Result>> {
  const parsed = definition.input.safeParse(raw);
  if (!parsed.success) return { ok: false, issues: issuesOf(parsed.error, raw) };
  const input = parsed.data;
  const outcome = await inTransaction(cx.db, async (db): Promise<Outcome<Result>> => {
    const inner: Cx = { ...cx, db };
    const loaded = await definition.load(inner, input);
    await authorise(inner, definition.permission, definition.at(loaded, input));
    compareVersions(definition.version?.(loaded), input);
    const issues = (await definition.check?.(loaded, input, inner)) ?? [];
    if (issues.length > 0) return { ok: false, issues };
    if (definition.at(loaded, input).length === 0) throw new NotFound(definition.permission.name);
    const done = await definition.run(inner, loaded, input);
    await recordEvent(inner, definition.name, done, definition.seen);
    await inner.emit(inner, {
      name: definition.name,
      subjectId: done.subject.id,
      organisationId: done.organisationId,
    });
    return { ok: true, value: done.result };
  });
  if (outcome.ok) tellCommitted(cx, definition.seen);
  return outcome;
}

// Inside a larger transaction nothing is committed yet: the outermost one tells.
function tellCommitted(cx: Cx, seen: Seen = 'at_once'): void {
  if (!cx.db.isTransaction) cx.committed?.(seen);
}

async function authorise(
  cx: Cx,
  wanted: Permission,
  organisations: readonly (string | null)[],
): Promise<void> {
  for (const id of organisations) {
    const allowed = id === null ? cx.actor.kind === 'system' : await may(cx, wanted, id);
    if (!allowed) throw new Forbidden(wanted.name);
  }
}

function compareVersions(current: number | undefined, input: unknown): void {
  if (current === undefined) return;
  const sent = (input as { version?: unknown }).version;
  if (typeof sent === 'number' && sent !== current) throw new Conflict(current);
}

/**
 * Runs `write` once for a form's key: when the same form arrives again, its first answer is given
 * back and nothing is written. The key comes with the form; without one `write` simply runs. `seen` is that of the
 * commands that `write` executes.
 */
export async function once<Answer>(
  cx: Cx,
  key: string | null,
  write: (cx: Cx) => Promise<{ keep: boolean; answer: Answer }>,
  seen?: Seen,
): Promise<Answer> {
  if (key === null) return (await write(cx)).answer;
  const actor = cx.actor.kind === 'account' ? cx.actor.accountId : cx.actor.kind;
  const given = await inTransaction(cx.db, async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor}:${key}`}, 0))`.execute(db);
    const earlier = await maybe(
      db,
      sql<{
        answer: Answer;
      }>`select answer from submission where key = ${key} and actor = ${actor}`,
    );
    if (earlier !== null) return earlier.answer;
    const { keep, answer } = await write({ ...cx, db });
    if (keep) {
      await sql`insert into submission (key, actor, answer, at)
        values (${key}, ${actor}, ${JSON.stringify(answer)}::jsonb, ${cx.clock.now()})`.execute(db);
    }
    return answer;
  });
  tellCommitted(cx, seen);
  return given;
}
