import { sql } from 'kysely';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import type { AnswerFile, Author } from '../../calls/index.ts';
import type { Award, DossierFile, DossierVersion, KeptConsent } from '../schema/index.ts';

type ById<T> = ReadonlyMap<string, readonly T[]>;
type Of<T> = T & { readonly dossierId: string };

const grouped = <T>(rows: readonly Of<T>[]): ById<T> =>
  Map.groupBy(rows, (row) => row.dossierId) as ById<T>;

/** The people of the versions that hold, by the dossier's id, each list in its order: one query. */
export async function authorsOf(db: Db, ids: readonly string[]): Promise<ById<Author>> {
  return grouped(
    await all(
      db,
      sql<Of<Author>>`select dossier_id as "dossierId", key, name, birth, details
        from dossier_author where dossier_id = any(${ids}::uuid[]) order by dossier_id, position`,
    ),
  );
}

/** All consents that were told, by the dossier's id, the oldest first: one query. */
export async function consentsOf(db: Db, ids: readonly string[]): Promise<ById<KeptConsent>> {
  return grouped(
    await all(
      db,
      sql<Of<KeptConsent>>`select dossier_id as "dossierId", author, party, purpose, given, at,
          told_by as "toldBy", how
        from dossier_consent where dossier_id = any(${ids}::uuid[]) order by at, id`,
    ),
  );
}

/** What dossiers won, by the dossier's id: one query. */
export async function awardsOf(db: Db, ids: readonly string[]): Promise<ById<Award>> {
  return grouped(
    await all(
      db,
      sql<Of<Award>>`select dossier_id as "dossierId", id, level, prize, name, year, decision,
          to_char(decided_on, 'YYYY-MM-DD') as "decidedOn"
        from dossier_award where dossier_id = any(${ids}::uuid[]) order by recorded_at, id`,
    ),
  );
}

/** Every file of a dossier, also those that only a submitted version still has, in their order. */
export function filesOfDossier(db: Db, id: string): Promise<DossierFile[]> {
  return all(
    db,
    sql<DossierFile>`select f.id, f.pid, d.field, f.name, f.media_type as "mediaType", f.size,
        f.sha256, d.removed_at as "removedAt"
      from dossier_file d join file f on f.id = d.file_id
      where d.dossier_id = ${id} order by d.position, f.id`,
  );
}

/** Those of what is being written. */
export const workingFiles = (files: readonly DossierFile[]): DossierFile[] =>
  files.filter((file) => file.removedAt === null);

/** The files that a version was submitted with, of all that the dossier ever had. */
export function filesOfVersion(
  files: readonly DossierFile[],
  listed: readonly AnswerFile[],
): DossierFile[] {
  return listed.flatMap(({ field, name, sha256 }) => {
    const file = files.find(
      (one) => one.field === field && one.name === name && one.sha256 === sha256,
    );
    return file === undefined ? [] : [file];
  });
}

const version = sql`number, revision, frozen, sha256, received_at as "receivedAt", receipt, signature,
  key_id as "keyId"`;

/** What was submitted, the newest last. */
export function versionsOf(db: Db, id: string): Promise<DossierVersion[]> {
  return all(
    db,
    sql<DossierVersion>`select ${version} from dossier_version
      where dossier_id = ${id} order by number`,
  );
}

/** One version; null when there is none of that number. */
export function versionOf(db: Db, id: string, number: number): Promise<DossierVersion | null> {
  return maybe(
    db,
    sql<DossierVersion>`select ${version} from dossier_version
      where dossier_id = ${id} and number = ${number}`,
  );
}
