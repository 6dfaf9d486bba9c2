import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { office, site } from '../../../platform/http/addresses.ts';
import { sendMail } from '../../../platform/mail.ts';
import { archiveKeep, transferAsk } from '../policy.ts';
import { answerersAt, findEntry, requestByPid, requestsSince } from '../queries/index.ts';
import { markInput, transferInput } from '../schema.ts';
import { transferLetter } from '../vi/index.ts';
import { judge } from './publicity.ts';

/** Type of the subject in the event log. */
const type = 'transfer_request';

const HOUR = 3_600_000;
const mostOfOne = 5;
const mostOfAll = 100;

const hashed = (sender: string): Buffer => createHash('sha256').update(sender).digest();

/**
 * Somebody asks for the transfer of a solution that is public: it is kept, and the office gets a letter.
 * The authors are not written to and nothing of theirs is told. Input: `transferInput`.
 */
export const askTransfer = command({
  name: 'transfer.ask',
  input: transferInput,
  permission: transferAsk,
  load: async (cx, { pid, sender }) => {
    const found = await findEntry(cx, null, pid);
    const judged = found === null ? undefined : (await judge(cx, [found.id])).get(found.id);
    if (judged === undefined || !judged.isPublic) throw new NotFound('dossier');
    const { organisation } = judged.facts;
    const since = new Date(cx.clock.now().getTime() - HOUR);
    return {
      facts: judged.facts,
      sender: hashed(sender),
      recent: await requestsSince(cx.db, {
        sender: hashed(sender),
        organisation: organisation.id,
        since,
      }),
    };
  },
  at: ({ facts }) => [facts.organisation.id],
  check: ({ recent }): Issue[] =>
    recent.sender >= mostOfOne || recent.organisation >= mostOfAll
      ? [issue('', 'transfer_too_many')]
      : [],
  run: async (cx, { facts, sender }, input) => {
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    const { organisation, title } = facts;
    await sql`insert into transfer_request (id, pid, organisation_id, dossier_id, title, name, contact,
        message, sender, asked_at)
      values (${id}, ${pid}, ${organisation.id}, ${facts.id}, ${title}, ${input.name}, ${input.contact},
        ${input.message}, ${sender}, ${cx.clock.now()})`.execute(cx.db);
    const letter = transferLetter({
      title,
      name: input.name,
      contact: input.contact,
      message: input.message,
      address: `${input.site}${site(organisation.code, `kho-giai-phap/${facts.pid}`)}`,
      officeAddress: `${input.site}${office(organisation.code, 'hoi-thi/chuyen-giao')}`,
    });
    for (const to of await answerersAt(cx.db, organisation.id, cx.clock.today()))
      await sendMail(cx, { to, ...letter });
    return {
      result: { pid },
      subject: { type, id },
      organisationId: organisation.id,
      // Who asks has no account: the log does not keep who it was.
      changes: { title: { new: title } },
    };
  },
});

/** The office notes that a request is answered, or waits again. Input: `markInput`. */
export const markRequest = command({
  name: 'transfer.mark',
  input: markInput,
  permission: archiveKeep,
  load: (cx, { pid }) => requestByPid(cx, pid),
  at: ({ organisation }) => [organisation.id],
  version: ({ version }) => version,
  check: (request, { state }) => (request.state === state ? [issue('', 'transfer_marked')] : []),
  run: async (cx, request, { state, note }) => {
    const answeredAt = state === 'answered' ? cx.clock.now() : null;
    await sql`update transfer_request set state = ${state}, note = ${note},
        answered_at = ${answeredAt}, version = version + 1 where id = ${request.id}`.execute(cx.db);
    return {
      result: { pid: request.pid },
      subject: { type, id: request.id },
      organisationId: request.organisation.id,
      changes: {
        state: { old: request.state, new: state },
        note: { old: request.note, new: note },
      },
    };
  },
});

/** Forgets from where requests came, a day later. */
export async function forgetSenders(cx: Cx): Promise<void> {
  const before = new Date(cx.clock.now().getTime() - 24 * HOUR);
  await sql`update transfer_request set sender = null
    where sender is not null and asked_at < ${before}`.execute(cx.db);
}
