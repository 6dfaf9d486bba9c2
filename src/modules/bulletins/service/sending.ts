import { sql } from 'kysely';
import { z } from 'zod';
import { type Cx, command } from '../../../platform/command.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { site as siteAddress } from '../../../platform/http/addresses.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { MailRefused, sendMail } from '../../../platform/mail.ts';
import { reserveLetters } from '../../mailings/index.ts';
import { placeOf } from '../../organisations/index.ts';
import { bulletinPublish } from '../policy.ts';
import { articlesOf, bulletinById, liveBulletin, readersOf, unsent } from '../queries/index.ts';
import { sendIssues } from '../rules.ts';
import { type Bulletin, sendInput } from '../schema.ts';
import { letterWords } from '../vi.ts';
import { told } from './issues.ts';
import { linkTo, newLetter } from './subscribing.ts';

/** The job that writes an issue's letters. */
export const SEND = 'bulletin.send';
const payload = z.object({ bulletin: z.uuid(), site: z.string() });
const batch = 100;

/** Orders the letters of a published issue, once. */
export const sendBulletin = command({
  name: 'bulletin.send',
  input: sendInput,
  permission: bulletinPublish,
  load: async (cx, { pid }) => {
    const bulletin = await liveBulletin(cx, pid);
    return { bulletin, readers: await readersOf(cx.db, bulletin.organisationId) };
  },
  at: ({ bulletin }) => [bulletin.organisationId],
  version: ({ bulletin }) => bulletin.version,
  check: ({ bulletin: { state, sentAt }, readers }) => sendIssues(state, sentAt !== null, readers),
  run: async (cx, { bulletin, readers }, { site }) => {
    const now = cx.clock.now();
    await sql`update bulletin set sent_at = ${now}, letters = ${readers}, version = version + 1
      where id = ${bulletin.id}`.execute(cx.db);
    await addJob(cx.db, SEND, { bulletin: bulletin.id, site }, { key: `${SEND}:${bulletin.id}` });
    return told(bulletin, {
      sent_at: { old: null, new: now },
      letters: { old: null, new: readers },
    });
  },
});

/** Writes the letters of an issue, so many at a time; one that was cut off goes on where it stood. */
export async function sendLetters(cx: Cx, raw: unknown): Promise<void> {
  const { bulletin: id, site } = payload.parse(raw);
  while ((await sendSome(cx, id, site)) === batch);
}

function sendSome(cx: Cx, id: string, site: string): Promise<number> {
  return inTransaction(cx.db, async (db) => {
    const inner: Cx = { ...cx, db };
    const bulletin = await bulletinById(inner, id);
    if (bulletin === null || bulletin.sentAt === null) return 0;
    const readers = await unsent(db, bulletin, batch);
    if (readers.length === 0) return 0;
    const at = await reserveLetters(inner, readers.length);
    const titles = (await articlesOf(db, id)).map(({ title }) => title);
    const replyTo = await replyOf(inner, bulletin);
    for (const [place, reader] of readers.entries()) {
      const link = linkTo(site, await newLetter(inner, reader.id, id));
      const heads = {
        ...replyTo,
        'List-Unsubscribe': `<${link}>`,
        ...(link.startsWith('https:')
          ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
          : {}),
      };
      const letter = letterWords.issue(bulletin, titles, pageOf(site, bulletin), link);
      await oneLetter(inner, { to: reader.address, ...letter, headers: heads }, at[place]!);
    }
    return readers.length;
  });
}

const pageOf = (site: string, { organisationCode, pid }: Bulletin): string =>
  `${site}${siteAddress(organisationCode, `ban-tin/${pid}`)}`;

// An address that the head of a letter cannot hold keeps nobody else from theirs.
async function oneLetter(cx: Cx, mail: Parameters<typeof sendMail>[1], at: Date): Promise<void> {
  try {
    await sendMail(cx, mail, at);
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
  }
}

async function replyOf(cx: Cx, { organisationCode }: Bulletin): Promise<{ 'Reply-To'?: string }> {
  const place = await placeOf(cx.db, organisationCode, cx.clock.today());
  const email = place === null || 'movedTo' in place ? null : place.contact.email;
  return email !== null && /^[\w.+-]+@[\w.-]+$/.test(email) ? { 'Reply-To': email } : {};
}
