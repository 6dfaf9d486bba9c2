import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { cleanFile } from '../../../platform/files/clean/index.ts';
import { FILE_TYPES, type FileTypeName } from '../../../platform/files/types.ts';
import { linkFiles, openFile, type StoredFile, saveFile } from '../../../platform/files.ts';
import { tellsWho } from '../../calls/index.ts';
import { type Dossier, dossierById } from '../../dossiers/index.ts';
import { filesOf, type Holding, holdingOf } from '../queries/index.ts';
import {
  type Found,
  hidesAuthors,
  namedIn,
  namedInAnswers,
  neutralName,
  type Sought,
  seenFields,
  soughtOf,
} from '../rules/index.ts';
import type { KeptBlindFile } from '../schema.ts';

const hidden = new Set(['authors'] as const);

export const subjectType = 'blind_file';

/**
 * Makes the version of a dossier that holds ready for judges: its files are cleaned, and what still names the
 * entrant is noted. Nothing where the edition never hides authors. Doing it again changes nothing; each file
 * is a transaction of its own.
 */
export async function cleanDossier(cx: Cx, dossierId: string): Promise<void> {
  const dossier = await dossierById(cx, dossierId);
  if (dossier.submitted === 0 || dossier.state === 'withdrawn') return;
  if (!hidesAuthors(dossier.edition.content.phases)) return;
  const holding = await holdingOf(cx.db, dossierId);
  const fields = seenFields(holding.form, hidden, tellsWho);
  const sought = soughtOf(holding.form, holding.frozen.answers, dossier.email);
  const looked = await lookedAt(cx, dossier);
  for (const file of await filesOf(cx.db, dossierId)) {
    if (!fields.some(({ key }) => key === file.field)) continue;
    const known = file.state !== 'waiting';
    // Other people may be named in the version that holds now; what somebody decided on stays.
    if (known && (looked || (file.state !== 'clean' && file.state !== 'cannot'))) continue;
    await cleanOne(cx, dossier, file, sought);
  }
  await note(cx, dossier, namedInAnswers(fields, holding.frozen.answers, sought));
}

async function lookedAt(cx: Cx, { id, submitted }: Dossier): Promise<boolean> {
  const { rows } = await sql`select from blind_look
    where dossier_id = ${id} and submitted = ${submitted}`.execute(cx.db);
  return rows.length > 0;
}

async function note(cx: Cx, { id, submitted }: Dossier, found: readonly Found[]): Promise<void> {
  // A version that came meanwhile has a job of its own.
  await sql`insert into blind_look as k (dossier_id, submitted, found, looked_at)
    select id, ${submitted}, ${JSON.stringify(found)}::jsonb, ${cx.clock.now()} from dossier
    where id = ${id} and submitted = ${submitted}
    on conflict (dossier_id) do update set submitted = excluded.submitted, found = excluded.found,
      looked_at = excluded.looked_at
    where (k.submitted, k.found) <> (excluded.submitted, excluded.found)`.execute(cx.db);
}

async function cleanOne(
  cx: Cx,
  dossier: Dossier,
  file: KeptBlindFile,
  sought: readonly Sought[],
): Promise<void> {
  const type = typeOf(file.mediaType);
  const cleaned =
    type === null
      ? ({ ok: false, why: 'kind' } as const)
      : await cleanFile(await bytesOf(cx, file), type);
  const found = cleaned.ok ? namedIn(cleaned.text, sought, file.field) : [];
  await inTransaction(cx.db, async (db) => {
    const inner = { ...cx, db };
    if (file.id !== null) {
      // The same file gives the same again: only what it names may be something else now.
      await sql`update blind_file set found = ${JSON.stringify(found)}::jsonb
        where id = ${file.id} and found <> ${JSON.stringify(found)}::jsonb`.execute(db);
      return;
    }
    const id = cx.ids.uuid();
    const name = neutralName(dossier.number ?? '', file.field, 1, endingOf(file.mediaType));
    const clean = cleaned.ok ? await keepMade(inner, file, cleaned.bytes, name) : null;
    const state = cleaned.ok ? 'clean' : 'cannot';
    const { rows } = await sql`insert into blind_file (id, pid, dossier_id, file_id, state, why,
        clean_id, found, made_at)
      values (${id}, ${cx.ids.pid()}, ${dossier.id}, ${file.fileId}, ${state},
        ${cleaned.ok ? null : cleaned.why}, ${clean?.id ?? null}, ${JSON.stringify(found)}::jsonb,
        ${cx.clock.now()})
      on conflict (dossier_id, file_id) do nothing returning id`.execute(db);
    // Somebody else was faster: what was made here is swept.
    if (rows.length === 0 || clean === null) return;
    await linkMade(inner, dossier.edition.organisation.id, id, [clean.pid]);
  });
}

/** Makes these the files of a blind file, besides the entrant's own. */
export async function linkMade(
  cx: Cx,
  organisationId: string,
  id: string,
  pids: readonly string[],
): Promise<void> {
  await linkFiles(cx, { type: subjectType, id, organisationId }, pids);
}

/** Keeps bytes that were made, encrypted where the file is that they were made from. */
export async function keepMade(
  cx: Cx,
  { sealed }: { readonly sealed: boolean },
  bytes: Buffer,
  name: string,
): Promise<StoredFile> {
  const limit = Math.max(1, bytes.length);
  const saved = await saveFile(cx, cx.files, { name, bytes, limit, sealed });
  if (!saved.ok) throw new Error(`what was cleaned is no file: ${saved.issues[0]?.code}`);
  return saved.value;
}

async function bytesOf(cx: Cx, file: Pick<KeptBlindFile, 'sha256' | 'sealed'>): Promise<Buffer> {
  const content = await openFile(cx, file);
  try {
    return await content.read(0, content.size);
  } finally {
    await content.close();
  }
}

/** The kind of a stored file; null for one that is not kept any more. */
export function typeOf(mediaType: string): FileTypeName | null {
  const found = Object.entries(FILE_TYPES).find(([, one]) => one.mediaType === mediaType);
  return found === undefined ? null : (found[0] as FileTypeName);
}

/** The usual ending of such a file. */
export const endingOf = (mediaType: string): string => {
  const type = typeOf(mediaType);
  return type === null ? 'bin' : (FILE_TYPES[type].extensions[0] ?? type);
};

/** What tells who the entrant of the version that holds is. */
export const soughtIn = ({ frozen, form }: Holding, email: string | null): Sought[] =>
  soughtOf(form, frozen.answers, email);
