import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Clock } from '../kernel/clock.ts';
import type { Cx } from './command.ts';
import { all, type Db, inTransaction, maybe } from './database/query.ts';
import type { JobHandler } from './jobs/index.ts';
import { addJob } from './jobs/index.ts';

export interface Mail {
  /** One address, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Head lines beside the usual ones, in ASCII. */
  readonly headers?: Readonly<Partial<Record<MailHeader, string>>>;
}

/** The head lines that a letter of ours may carry; none of them names a recipient. */
export const mailHeaders = [
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'List-Id',
  'Reply-To',
] as const;
export type MailHeader = (typeof mailHeaders)[number];

/** A message as the outbox page shows it. */
export interface MailMessage {
  readonly pid: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly attempts: number;
  /** What the mail server answered to the last attempt. */
  readonly error: string | null;
}

export interface MailSettings {
  /** null: nothing is sent, messages stay in the outbox. */
  readonly smtpUrl: string | null;
  /** The sender's address, also as `Name <address>`. */
  readonly from: string;
}

export const SEND_MAIL = 'mail.send';

const KEEP_DAYS = 30;
const MOST_ATTEMPTS = 12;
const TIMEOUT_MS = 30_000;
// Line ends and other control characters could add headers or a second recipient.
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;
// Visible ASCII and blanks.
const HEADER = /^[\x20-\x7e]{1,900}$/;
const ADDRESS = /^[^\s@,;:<>()[\]\\"]{1,64}@[^\s@,;:<>()[\]\\"]{1,190}$/u;

/** The message could change the mail's own head, or the address is not one address. */
export class MailRefused extends Error {
  readonly field: 'to' | 'subject' | 'headers';

  constructor(field: 'to' | 'subject' | 'headers') {
    super(`mail refused: ${field}`);
    this.name = 'MailRefused';
    this.field = field;
  }
}

/** The server did not take a message; what it answered, which names the recipient, is in the outbox. */
export class MailNotTaken extends Error {
  constructor(code: string) {
    super(`the mail server did not take a message: ${code}`);
    this.name = 'MailNotTaken';
  }
}

/**
 * Writes a message and the job that sends it, in the caller's transaction; it goes out at `runAt`, or
 * at once. Throws MailRefused.
 * @returns the message's public id
 */
export async function sendMail(
  cx: Cx,
  { to, subject, text, headers }: Mail,
  runAt?: Date,
): Promise<string> {
  if (CONTROL.test(to) || !ADDRESS.test(to)) throw new MailRefused('to');
  if (CONTROL.test(subject) || subject.trim() === '') throw new MailRefused('subject');
  for (const [name, value] of Object.entries(headers ?? {}))
    if (!mailHeaders.some((known) => known === name) || !HEADER.test(value))
      throw new MailRefused('headers');
  const id = cx.ids.uuid();
  const pid = cx.ids.pid();
  await inTransaction(cx.db, async (db) => {
    await sql`insert into mail_message (id, pid, recipient, subject, body, headers, created_at)
      values (${id}, ${pid}, ${to}, ${subject}, ${text},
        ${headers === undefined ? null : JSON.stringify(headers)}::jsonb, ${cx.clock.now()})`.execute(
      db,
    );
    const when = runAt === undefined ? {} : { runAt };
    await addJob(db, SEND_MAIL, { message: id }, { maxAttempts: MOST_ATTEMPTS, ...when });
  });
  return pid;
}

/** The newest messages, sent or not. */
export function listOutbox(db: Db, limit = 100): Promise<MailMessage[]> {
  return all(
    db,
    sql<MailMessage>`select pid, recipient as to, subject, body as text, created_at as "createdAt",
        sent_at as "sentAt", attempts, error
      from mail_message order by created_at desc, id desc limit ${limit}`,
  );
}

const payloadSchema = z.object({ message: z.uuid() });

/** The job that sends a message; it throws when the server did not take it, so it is tried again. */
export function mailHandler(settings: MailSettings): JobHandler {
  const { smtpUrl, from } = settings;
  if (smtpUrl === null) return async () => {};
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A text of ours never names a file or an address whose content should be put in.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.split('@').at(-1)?.replace(/>.*$/, '') ?? 'localhost';
  return async (cx, payload) => {
    const { message: id } = payloadSchema.parse(payload);
    const found = await maybe(
      cx.db,
      sql<Waiting>`update mail_message set attempts = attempts + 1
        where id = ${id} and sent_at is null and failed_at is null
        returning pid, recipient as to, subject, body as text, headers, attempts`,
    );
    if (found === null) return;
    const { pid, to, attempts, headers, ...words } = found;
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        ...words,
        ...(headers === null ? {} : { headers }),
        textEncoding: 'quoted-printable',
        // The same id at each attempt: a server that took it before its answer was lost may drop the second.
        messageId: `<${pid}@${domain}>`,
      });
    } catch (error) {
      const last = refusedForGood(error) || attempts >= MOST_ATTEMPTS;
      const answer = error instanceof Error ? error.message : String(error);
      await sql`update mail_message set error = ${answer.slice(0, 500)},
        failed_at = ${last ? cx.clock.now() : null} where id = ${id}`.execute(cx.db);
      if (last) return;
      throw new MailNotTaken(String((error as { code?: unknown }).code ?? 'unknown'));
    }
    await sql`update mail_message set sent_at = ${cx.clock.now()}, error = null
      where id = ${id}`.execute(cx.db);
  };
}

interface Waiting {
  readonly pid: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: Record<string, string> | null;
  readonly attempts: number;
}

// 550 to 559 about the recipient: no such mailbox, or it takes nothing from us. 4xx may pass.
function refusedForGood(error: unknown): boolean {
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown };
  const code = typeof responseCode === 'number' ? responseCode : 0;
  return command === 'RCPT TO' && code >= 550 && code <= 559;
}

/** Deletes messages older than 30 days: they hold addresses and links of sign-in. Gives their number. */
export async function purgeMail(db: Db, clock: Clock): Promise<number> {
  const before = new Date(clock.now().getTime() - KEEP_DAYS * 24 * 60 * 60 * 1000);
  const gone = await all(
    db,
    sql<{ id: string }>`delete from mail_message where created_at < ${before} returning id`,
  );
  return gone.length;
}
