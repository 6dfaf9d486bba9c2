import { z } from 'zod';
import type { Cx } from '../../../platform/command.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { sendMail } from '../../../platform/mail.ts';
import { localSecond, readFrozen, titleIn } from '../../calls/index.ts';
import { dossierById, versionOf } from '../queries/index.ts';
import type { Dossier } from '../schema/index.ts';
import { receiptLetter } from '../vi/index.ts';
import { linkAddress, newLink } from './shared.ts';

/** The job that writes the letter with a receipt: in the last minute nobody waits for letters. */
export const RECEIPT = 'dossier.receipt';

const payload = z.object({ dossier: z.uuid(), version: z.int(), site: z.string() });

/** Orders the letter of the version that is being submitted; none where no address is known. */
export async function orderReceipt(
  cx: Cx,
  { id, email, submitted }: Dossier,
  site: string,
): Promise<void> {
  if (email === null) return;
  const version = submitted + 1;
  await addJob(
    cx.db,
    RECEIPT,
    { dossier: id, version, site },
    { key: `${RECEIPT}:${id}:${version}` },
  );
}

/** Writes the letter of one version with a link of its own. */
export async function sendReceipt(cx: Cx, raw: unknown): Promise<void> {
  const { dossier: id, version: number, site } = payload.parse(raw);
  await inTransaction(cx.db, async (db) => {
    const inner = { ...cx, db };
    const dossier = await dossierById(inner, id);
    const version = await versionOf(db, id, number);
    if (version === null || dossier.email === null || dossier.number === null) return;
    const link = linkAddress(site, await newLink(inner, id, dossier.email));
    const facts = {
      number: dossier.number,
      version: number,
      sha256: version.sha256,
      received: localSecond(version.receivedAt),
      title: titleIn(dossier.edition.content, readFrozen(version.frozen)),
      link,
    };
    await sendMail(inner, { to: dossier.email, ...receiptLetter(dossier.edition, facts) });
  });
}
