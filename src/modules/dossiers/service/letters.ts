import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { formatDate, formatSecond } from '../../../kernel/vietnamese/dates.ts';
import { type Cx, command, execute, once } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { office } from '../../../platform/http/addresses.ts';
import { startRun } from '../../../platform/jobs/index.ts';
import { sendMail } from '../../../platform/mail.ts';
import { type Edition, editionByPid, stateNames } from '../../calls/index.ts';
import { fillLetter, fillSubject, reserveLetters } from '../../mailings/index.ts';
import { dossierKeep } from '../policy.ts';
import { authorsOf, dossierByPid, dossierConditions } from '../queries/index.ts';
import type { LetterValues } from '../rules/index.ts';
import { type Dossier, sendLetterInput, writeToInput } from '../schema/index.ts';
import { entrantLetterFoot } from '../vi/index.ts';
import { about } from './shared.ts';

export const SEND_LETTERS = 'dossier.letters';

/** So many entrants may one letter go to. */
const mostLetters = 10_000;

/** What the job needs; who gets the letter was settled when it was ordered. */
export interface LetterOrder {
  readonly edition: string;
  readonly subject: string;
  readonly body: string;
  readonly dossiers: readonly string[];
  /** Of this order alone: nobody gets its letter twice. */
  readonly key: string;
  /** The page that it was ordered from. */
  readonly href: string;
}

/**
 * Orders a letter to the entrants whom a filter finds and whose address is known; a job sends them.
 * Gives how many and the page of the job. Input: `writeToInput`.
 */
export const writeTo = command({
  name: 'dossier.write_to',
  input: writeToInput,
  permission: dossierKeep,
  load: async (cx, { edition: pid, filter }) => {
    const edition = await editionByPid(cx, pid);
    return { edition, dossiers: await reached(cx, edition, filter ?? {}) };
  },
  at: ({ edition }) => [edition.organisation.id],
  check: ({ dossiers }) => [
    ...(dossiers.length === 0 ? [issue('', 'nobody_to_write_to')] : []),
    ...(dossiers.length > mostLetters ? [issue('', 'too_many_letters', { max: mostLetters })] : []),
  ],
  run: async (cx, { edition, dossiers }, { subject, body }) => {
    const key = cx.ids.pid();
    const href = office(edition.organisation.code, `hoi-thi/${edition.pid}/ho-so`);
    const order: LetterOrder = { edition: edition.pid, subject, body, dossiers, key, href };
    const run = await startRun(cx, SEND_LETTERS, edition.organisation.id, order);
    return {
      result: { run: run.pid, letters: dossiers.length },
      subject: { type: 'edition', id: edition.id },
      organisationId: edition.organisation.id,
      changes: {
        letter_subject: { new: subject },
        letter_body: { new: body },
        letters: { new: dossiers.length },
      },
    };
  },
});

/** Pids of the dossiers with an address that a filter finds. */
export async function reached(
  cx: Cx,
  edition: Pick<Edition, 'id' | 'content'>,
  filter: Parameters<typeof dossierConditions>[2],
): Promise<string[]> {
  const where = await dossierConditions(cx, edition, filter);
  const rows = await all(
    cx.db,
    sql<{ pid: string }>`select d.pid from dossier d join edition e on e.id = d.edition_id
      where ${where} and d.email is not null
      order by length(d.number), d.number, d.id limit ${mostLetters + 1}`,
  );
  return rows.map(({ pid }) => pid);
}

/** The values of a letter to one entrant. */
export function letterValues(
  cx: Pick<Cx, 'clock'>,
  { edition, title, number, field, state, leave }: Dossier,
  authors: readonly { readonly name: string }[],
): LetterValues {
  const { content, organisation } = edition;
  const { name } = content.committee;
  return {
    ten_ho_so: title,
    so_bien_nhan: number ?? '',
    tac_gia: authors.map((one) => one.name).join(', '),
    linh_vuc: content.fields.find(({ code }) => code === field)?.name ?? '',
    tinh_trang: stateNames[state].toLocaleLowerCase('vi'),
    han_bo_sung: state === 'returned' && leave !== null ? formatSecond(leave.until) : '',
    cuoc_thi: content.name,
    noi_gui: name === '' ? organisation.name : name,
    ngay: formatDate(cx.clock.today()),
  };
}

/** A letter as one entrant gets it. */
export async function filled(
  cx: Cx,
  dossier: Dossier,
  { subject, body }: { readonly subject: string; readonly body: string },
): Promise<{ readonly subject: string; readonly text: string }> {
  const authors = (await authorsOf(cx.db, [dossier.id])).get(dossier.id) ?? [];
  const values = letterValues(cx, dossier, authors);
  return {
    subject:
      fillSubject(subject, values).slice(0, 180) || dossier.edition.content.name.slice(0, 180),
    text: `${fillLetter(body, values)}\n\n-- \n${entrantLetterFoot(dossier.edition)}\n`,
  };
}

/** Puts one letter into the outbox, and into the log of its dossier. Input: `sendLetterInput`. */
export const sendLetter = command({
  name: 'dossier.send_letter',
  input: sendLetterInput,
  permission: dossierKeep,
  load: async (cx, { pid }) => {
    const dossier = await dossierByPid(cx, pid);
    if (dossier.email === null) throw new NotFound('email');
    return dossier;
  },
  at: (dossier) => [dossier.edition.organisation.id],
  run: async (cx, dossier, { subject, text }) => {
    const [at] = await reserveLetters(cx, 1);
    await sendMail(cx, { to: dossier.email as string, subject, text }, at);
    return { ...about(dossier), changes: { letter_subject: { new: subject } }, reason: subject };
  },
});

/** Sends the letter of an order to one dossier, once however often it is asked. */
export async function sendOne(cx: Cx, order: LetterOrder, pid: string): Promise<boolean> {
  return once(cx, `${order.key}:${pid}`, async (inner) => {
    const dossier = await dossierByPid(inner, pid).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
    if (dossier === null || dossier.email === null) return { keep: true, answer: false };
    const outcome = await execute(inner, sendLetter, {
      pid,
      ...(await filled(inner, dossier, order)),
    });
    return { keep: outcome.ok, answer: outcome.ok };
  });
}
