import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { tokenHash } from '../../../platform/tokens.ts';
import { type EditionContent, mayBePublic } from '../../calls/index.ts';
import { authorsOf, consentsOf } from '../../dossiers/index.ts';
import type { CertificateState } from '../rules/index.ts';
import type { Issued } from '../schema/index.ts';

/** A certificate with all its texts, whoever asks. */
export interface Checked extends Issued {
  readonly id: string;
  readonly pid: string;
  readonly state: CertificateState;
  readonly endedOn: string | null;
  readonly decision: string | null;
  readonly sha256: string;
  readonly signature: string;
  readonly keyId: string;
  readonly dossierId: string;
  readonly eligibility: EditionContent['eligibility'];
  readonly organisation: { readonly code: string };
}

const columns = sql`c.id, c.pid, c.state, c.ended_on as "endedOn", c.decision, c.frozen, c.sha256,
  c.signature, c.key_id as "keyId", c.credential, c.nameless, c.dossier_id as "dossierId",
  e.content->'eligibility' as eligibility, jsonb_build_object('code', o.code) as organisation`;

const from = sql`from certificate c join edition e on e.id = c.edition_id
  join organisation o on o.id = c.organisation_id`;

/** The certificate with a code; null where there is none. */
export function certificateByCode(db: Db, code: string | null): Promise<Checked | null> {
  return maybe(db, sql<Checked>`select ${columns} ${from} where c.code = ${code ?? ''}`);
}

/**
 * Whether everybody may learn today who holds the certificates of a dossier: every consent that is due is
 * there. One that is missing keeps back all names of the dossier.
 */
export async function mayBeNamed(
  cx: Cx,
  { dossierId, eligibility }: Pick<Checked, 'dossierId' | 'eligibility'>,
): Promise<boolean> {
  const authors = (await authorsOf(cx.db, [dossierId])).get(dossierId) ?? [];
  const consents = (await consentsOf(cx.db, [dossierId])).get(dossierId) ?? [];
  return mayBePublic(authors, consents, cx.clock.today(), eligibility).ok;
}

/** The dossier whose certificates a link fetches; null when it opens nothing, or no longer. */
export async function dossierOfToken(cx: Cx, token: string): Promise<string | null> {
  const found = await maybe(
    cx.db,
    sql<{ id: string }>`select dossier_id as id from certificate_link
      where token_hash = ${tokenHash(token)} and expires_at > ${cx.clock.now()}`,
  );
  return found?.id ?? null;
}

/** The certificates of a dossier by their numbers, whoever asks: for its link and for letters. */
export function certificatesOfDossier(db: Db, dossierId: string): Promise<Checked[]> {
  return all(
    db,
    sql<Checked>`select ${columns} ${from} where c.dossier_id = ${dossierId}
      order by c.year, c.symbol, c.number`,
  );
}

/** The places of a list that are revoked or replaced. */
export async function revokedIn(db: Db, list: number): Promise<number[]> {
  const rows = await all(
    db,
    sql<{ at: number }>`select status_index as at from certificate
      where status_list = ${list} and state <> 'valid' order by status_index`,
  );
  return rows.map(({ at }) => at);
}

/** Whether anything was ever issued under a list. */
export async function isList(db: Db, list: number): Promise<boolean> {
  const found = await maybe(
    db,
    sql<object>`select 1 from certificate where status_list = ${list} limit 1`,
  );
  return found !== null;
}
