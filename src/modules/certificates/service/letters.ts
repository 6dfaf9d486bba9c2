import { sql } from 'kysely';
import { z } from 'zod';
import type { Cx } from '../../../platform/cx.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { sendMail } from '../../../platform/mail.ts';
import { newToken, tokenHash } from '../../../platform/tokens.ts';
import { dossierById } from '../../dossiers/index.ts';
import { certificatesOfDossier } from '../queries/index.ts';
import { readFrozen } from '../rules/index.ts';
import { issuedLetter } from '../vi/index.ts';

/** The job that writes to an entrant that certificates are there. */
export const LETTER = 'certificate.letter';

const payload = z.object({ dossier: z.uuid(), site: z.string() });

/** For how many days the link of a letter fetches certificates. */
const linkDays = 730;

/** Orders the letter; several certificates of one dossier come in one. */
export async function orderLetter(cx: Cx, dossier: string, site: string): Promise<void> {
  await addJob(cx.db, LETTER, { dossier, site }, { key: `${LETTER}:${dossier}` });
}

/** A new secret by which the certificates of a dossier are fetched with their names. */
export async function newLink(cx: Cx, dossierId: string): Promise<string> {
  const token = newToken();
  const now = cx.clock.now();
  await sql`insert into certificate_link (token_hash, dossier_id, created_at, expires_at)
    values (${tokenHash(token)}, ${dossierId}, ${now},
      ${new Date(now.getTime() + linkDays * 86_400_000)})`.execute(cx.db);
  return token;
}

export const linkAddress = (site: string, token: string): string =>
  `${site}/chung-nhan/nhan/${token}`;

/** Writes the letter with a link of its own; none where no address is known, or nothing is valid. */
export async function sendLetter(cx: Cx, raw: unknown): Promise<void> {
  const { dossier: id, site } = payload.parse(raw);
  await inTransaction(cx.db, async (db) => {
    const inner = { ...cx, db };
    const dossier = await dossierById(inner, id);
    const valid = (await certificatesOfDossier(db, id)).filter(({ state }) => state === 'valid');
    if (dossier.email === null || valid.length === 0) return;
    const letter = issuedLetter(dossier.edition, {
      title: dossier.title,
      certificates: valid.map(({ frozen }) => {
        const { number, holder, award, text } = readFrozen(frozen);
        return { number, names: holder.names, prize: award.prize, title: text.title };
      }),
      link: linkAddress(site, await newLink(inner, id)),
      check: `${site}/chung-nhan`,
    });
    await sendMail(inner, { to: dossier.email, ...letter });
  });
}
