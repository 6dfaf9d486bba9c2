import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command, execute, type Outcome } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { cleanFile } from '../../../platform/files/clean/index.ts';
import { sniff } from '../../../platform/files/sniff.ts';
import { findFile, saveFile } from '../../../platform/files.ts';
import { may } from '../../../platform/policy.ts';
import { dossierById } from '../../dossiers/index.ts';
import { blindingManage } from '../policy.ts';
import { type DecidedFile, decidedByPid, holdingOf } from '../queries/index.ts';
import { namedIn, neutralName } from '../rules/index.ts';
import { type BlindState, releaseInput, replaceInput, restoreInput } from '../schema.ts';
import { endingOf, linkMade, soughtIn, subjectType } from './cleaning.ts';

const shared = {
  permission: blindingManage,
  load: (cx: Cx, { pid }: { readonly pid: string }) => decidedByPid(cx, pid, 'held'),
  at: (file: DecidedFile) => [file.organisationId],
  version: (file: DecidedFile) => file.version,
};

const decided = (file: DecidedFile, state: BlindState) => ({
  result: { pid: file.pid, state },
  subject: { type: subjectType, id: file.id },
  organisationId: file.organisationId,
  changes: { state: { old: file.state, new: state } },
});

const by = (cx: Cx): string | null => (cx.actor.kind === 'account' ? cx.actor.accountId : null);

/** Says that a file tells nothing of who made it, and why: judges get it as it was sent. Input: `releaseInput`. */
export const releaseFile = command({
  name: 'blinding.release',
  input: releaseInput,
  ...shared,
  run: async (cx, file, { reason }) => {
    await sql`update blind_file set state = 'released', reason = ${reason}, copy_id = null,
        decided_by = ${by(cx)}, decided_at = ${cx.clock.now()}, version = version + 1
      where id = ${file.id}`.execute(cx.db);
    return { ...decided(file, 'released'), reason };
  },
});

/** Gives judges a copy that the secretariat made, in place of the file. Input: `replaceInput`. */
export const replaceFile = command({
  name: 'blinding.replace',
  input: replaceInput,
  ...shared,
  check: async (_file, { file }, cx): Promise<Issue[]> =>
    (await findFile(cx.db, file)) === null ? [issue('file', 'file_missing_copy')] : [],
  run: async (cx, file, sent) => {
    const copy = (await findFile(cx.db, sent.file))!.file;
    const kept = await sql<{ pid: string }>`select pid from file
      where id in (${file.cleanId}, ${file.copyId})`.execute(cx.db);
    // The earlier copy stays linked: somebody may have judged by it.
    const pids = [...kept.rows.map(({ pid }) => pid), copy.pid];
    await linkMade(cx, file.organisationId, file.id, pids);
    await sql`update blind_file set state = 'replaced', copy_id = ${copy.id}, copy_found = '[]', reason = null,
        decided_by = ${by(cx)}, decided_at = ${cx.clock.now()}, version = version + 1
      where id = ${file.id}`.execute(cx.db);
    return decided(file, 'replaced');
  },
});

/** Takes back what was decided: judges get what the machine made, or nothing. Input: `restoreInput`. */
export const restoreFile = command({
  name: 'blinding.restore',
  input: restoreInput,
  ...shared,
  run: async (cx, file) => {
    const state = file.cleanId === null ? 'cannot' : 'clean';
    await sql`update blind_file set state = ${state}, copy_id = null, reason = null,
        decided_by = null, decided_at = null, version = version + 1
      where id = ${file.id}`.execute(cx.db);
    return decided(file, state);
  },
});

/**
 * Receives a copy, takes from it what tells who made it where that can be done, and gives it to judges.
 * Refusals are issues of `saveFile`. @throws NotFound, Forbidden, Conflict
 */
export async function replaceBy(
  cx: Cx,
  sent: {
    readonly pid: string;
    readonly version: unknown;
    readonly name: string;
    readonly bytes: Buffer;
  },
): Promise<Outcome<{ pid: string; state: BlindState }>> {
  const file = await decidedByPid(cx, sent.pid);
  if (!(await may(cx, blindingManage, file.organisationId)))
    throw new Forbidden(blindingManage.name);
  const { bytes } = sent;
  const content = { size: bytes.length, read: readerOf(bytes) };
  const kind = await sniff(content, sent.name);
  const cleaned = kind.ok ? await cleanFile(bytes, kind.type) : null;
  const dossier = await dossierById(cx, file.dossierId);
  const ending = /\.[^.]+$/.exec(sent.name)?.[0].slice(1) ?? endingOf(file.mediaType);
  const saved = await saveFile(cx, cx.files, {
    name: neutralName(dossier.number ?? '', file.field, 1, ending),
    bytes: cleaned?.ok ? cleaned.bytes : bytes,
    limit: largestCopy,
    sealed: file.sealed,
  });
  if (!saved.ok) return saved;
  const done = await execute(cx, replaceFile, {
    ...{ pid: sent.pid, version: sent.version, file: saved.value.pid },
  });
  if (done.ok) await noteNames(cx, file, dossier.email, cleaned?.ok ? cleaned.text : '');
  return done;
}

/** Bytes of the largest copy that is taken. */
export const largestCopy = 60_000_000;

const readerOf = (bytes: Buffer) => async (start: number, length: number) =>
  bytes.subarray(start, start + length);

async function noteNames(
  cx: Cx,
  file: DecidedFile,
  email: string | null,
  text: string,
): Promise<void> {
  const sought = soughtIn(await holdingOf(cx.db, file.dossierId), email);
  const found = namedIn(text, sought, file.field);
  await sql`update blind_file set copy_found = ${JSON.stringify(found)}::jsonb where id = ${file.id}`.execute(
    cx.db,
  );
}
