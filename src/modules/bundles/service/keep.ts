import { sql } from 'kysely';
import type { Cx, Happening } from '../../../platform/cx.ts';
import { linkFiles, saveFile } from '../../../platform/files.ts';
import { signText } from '../../../platform/keys.ts';
import { canonicalText } from '../../calls/index.ts';
import type { Allocation } from '../../results/index.ts';
import { sha256, writeBundle } from '../rules/index.ts';
import { type Approving, collectBundle } from './collect.ts';

/** Bytes: as long as the sheets of some ten thousand dossiers. */
const largest = 500_000_000;
export const bundleSubject = 'decision_bundle';

/** The bytes of the bundle of an allocation that is approved: the same decision and key give the same bytes. */
export async function bundleBytes(cx: Cx, allocation: Allocation): Promise<Buffer> {
  const { decision, decidedOn } = allocation;
  if (decision === null || decidedOn === null) throw new RangeError('nothing is decided');
  const keyId = cx.keys.current('certificate').id;
  const approving: Approving = { decision, decidedOn };
  const content = await collectBundle(cx, allocation, approving, keyId);
  return writeBundle(content, canonicalText, (text) => signText(cx.keys, 'certificate', text));
}

/** The decision was taken back: its bundle is kept, and is no longer the one that stands. */
export async function endBundle(cx: Cx, { subjectId }: Happening): Promise<void> {
  await sql`update decision_bundle set taken_back_at = ${cx.clock.now()}
    where allocation_id = ${subjectId} and taken_back_at is null`.execute(cx.db);
}

/** Writes the bundle and keeps it as a file of the decision. */
export async function keepBundle(cx: Cx, allocation: Allocation): Promise<{ sha256: string }> {
  const bytes = await bundleBytes(cx, allocation);
  const id = cx.ids.uuid();
  const { edition, phase } = allocation;
  const name = `${edition.organisation.code}-${edition.code}.zip`;
  const saved = await saveFile(cx, cx.files, { name, bytes, limit: largest });
  if (!saved.ok) throw new Error(`bundle refused: ${JSON.stringify(saved.issues)}`);
  const organisationId = edition.organisation.id;
  await linkFiles(cx, { type: bundleSubject, id, organisationId }, [saved.value.pid]);
  const digest = sha256(bytes);
  await sql`insert into decision_bundle (id, pid, edition_id, allocation_id, phase, sha256, size, key_id,
      made_at)
    values (${id}, ${cx.ids.pid()}, ${edition.id}, ${allocation.id}, ${phase}, ${digest},
      ${bytes.length}, ${cx.keys.current('certificate').id}, ${cx.clock.now()})`.execute(cx.db);
  return { sha256: digest };
}
