import { z } from 'zod';
import type { Cx } from '../../../platform/cx.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { sendMail } from '../../../platform/mail.ts';
import { editionByPid } from '../../calls/index.ts';
import { linkAddress, newLink } from '../../dossiers/index.ts';
import { complaintById, stepsOf } from '../queries/index.ts';
import type { Complaint } from '../schema/index.ts';
import { letterOf } from '../vi/index.ts';

/** The job that writes to a complainant. */
export const LETTER = 'complaint.letter';

export const letterKinds = ['receive', 'accept', 'refuse', 'extend', 'answer'] as const;
/** What a letter tells of. */
export type LetterKind = (typeof letterKinds)[number];

const payload = z.object({ complaint: z.uuid(), kind: z.enum(letterKinds), site: z.string() });

/** Orders a letter; none where no address is known. */
export async function orderLetter(
  cx: Cx,
  { id, email }: Pick<Complaint, 'id' | 'email'>,
  kind: LetterKind,
  site: string,
): Promise<void> {
  if (email === null) return;
  await addJob(cx.db, LETTER, { complaint: id, kind, site }, { key: `${LETTER}:${id}:${kind}` });
}

/** Writes the letter; with a link of its own where it was written behind one. */
export async function sendLetter(cx: Cx, raw: unknown): Promise<void> {
  const { complaint: id, kind, site } = payload.parse(raw);
  await inTransaction(cx.db, async (db) => {
    const inner = { ...cx, db };
    const complaint = await complaintById(db, id);
    if (complaint === null || complaint.email === null) return;
    const { dossier, email, pid } = complaint;
    const edition = await editionByPid(inner, complaint.edition.pid);
    const reason = (await stepsOf(db, id)).findLast(({ act }) => act === kind)?.reason ?? null;
    const link =
      dossier === null
        ? null
        : `${linkAddress(site, await newLink(inner, dossier.id, email))}/khieu-nai/${pid}`;
    await sendMail(inner, { to: email, ...letterOf(edition, complaint, kind, { reason, link }) });
  });
}
