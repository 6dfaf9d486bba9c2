import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { signText } from '../../../platform/keys.ts';
import { canonicalText, decimalOf, type Marks, scoreOf } from '../../calls/index.ts';
import { versionOf } from '../../dossiers/index.ts';
import type { FrozenSheet, OpenedTask, SignedHow } from '../schema/index.ts';

/** 128 random bits. */
export const newSalt = (): string => randomBytes(16).toString('hex');

/** For the event log: that something else is written, not what; nobody finds it by trying without the salt. */
export const fingerprint = (salt: string, marks: Marks): string =>
  createHash('sha256')
    .update(`${salt}\n${canonicalText(marks)}`)
    .digest('hex')
    .slice(0, 16);

/** The text of a signed sheet, whose SHA-256 is kept and which is signed. */
export const frozenSheet = (sheet: FrozenSheet): string => canonicalText(sheet);

/** What stands in the text of a signed version, as it was written by `frozenSheet`. */
export const readSheet = (text: string): FrozenSheet => JSON.parse(text) as FrozenSheet;

export interface Signing {
  readonly marks: Marks;
  readonly how: SignedHow;
  readonly at: Date;
  readonly reason: string | null;
  readonly typedBy: string | null;
}

/** Freezes a sheet: a version that never changes, and the sheet holds it. The task is held. */
export async function freeze(
  cx: Cx,
  task: OpenedTask,
  { marks, how, at, reason, typedBy }: Signing,
): Promise<{ readonly number: number; readonly sha256: string }> {
  const { edition, dossier } = task;
  const number = task.signed + 1;
  const { points, failed } = scoreOf(task.rubric, marks);
  const holding =
    dossier.submitted === 0 ? null : await versionOf(cx.db, dossier.id, dossier.submitted);
  const judged = holding?.number ?? null;
  const frozen = frozenSheet({
    format: 'lientri.sheet/1',
    salt: newSalt(),
    edition: edition.pid,
    assignment: task.pid,
    council: task.council.pid,
    judge: task.judge.pid,
    dossier: { pid: dossier.pid, version: judged, sha256: holding?.sha256 ?? null },
    content: edition.revision,
    phase: task.phase,
    number,
    round: task.round,
    rubric: task.rubric,
    marks,
    points: decimalOf(points),
    failed,
    how,
    signed: at.toISOString(),
  });
  const sha256 = createHash('sha256').update(frozen).digest('hex');
  const { signature, keyId } = signText(cx.keys, 'receipt', frozen);
  await writeSheet(cx, task, { marks, state: 'signed', signed: number, writer: null, seq: 0 });
  await sql`insert into score_version (assignment_id, number, round, dossier_version, frozen, sha256,
      points, failed, how, reason, typed_by, signed_at, signature, key_id)
    values (${task.id}, ${number}, ${task.round}, ${judged}, ${frozen}, ${sha256},
      ${decimalOf(points)}, ${failed}, ${how}, ${reason}, ${typedBy}, ${at}, ${signature},
      ${keyId})`.execute(cx.db);
  return { number, sha256 };
}

export interface Writing {
  readonly marks: Marks;
  readonly state: 'draft' | 'reopened' | 'signed';
  readonly signed: number;
  /** The page that writes, and its how-manieth request. */
  readonly writer: string | null;
  readonly seq: number;
}

/** Keeps what is written; gives the salt of the sheet. */
export async function writeSheet(
  cx: Cx,
  task: OpenedTask,
  { marks, state, signed, writer, seq }: Writing,
): Promise<string> {
  const salt = task.salt ?? newSalt();
  await sql`insert into score_sheet as t (assignment_id, working, salt, saved_at, writer, seq, state,
      signed)
    values (${task.id}, ${JSON.stringify(marks)}::jsonb, ${salt}, ${cx.clock.now()}, ${writer}, ${seq},
      ${state}, ${signed})
    on conflict (assignment_id) do update set working = excluded.working, saved_at = excluded.saved_at,
      writer = excluded.writer, seq = excluded.seq, state = excluded.state, signed = excluded.signed,
      outdated = t.outdated and excluded.state <> 'signed', version = t.version + 1`.execute(cx.db);
  return salt;
}

/** What every command on a sheet tells of it. */
export const about = (task: OpenedTask) => ({
  subject: { type: 'score_sheet', id: task.id },
  organisationId: task.edition.organisation.id,
});
