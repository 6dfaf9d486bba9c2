import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { sendMail } from '../../../platform/mail.ts';
import { newToken, tokenHash } from '../../../platform/tokens.ts';
import { discussionMail } from '../policy.ts';
import { calledOf, letterCounts, passedLetter, settingsOf } from '../queries/index.ts';
import { countAddresses, oneLine } from '../rules/index.ts';
import { mailInput, refuseLettersInput } from '../schema/index.ts';
import { passedLetterWords } from '../vi/index.ts';
import { recipientHash, recipientHashes } from './marks.ts';
import { subjectFor } from './subjects.ts';

const type = 'passed_letter';

/** Letters to one address within a day, whoever sends them, and from one site. */
export const mostToOne = 3;
export const mostOfSite = 200;

/**
 * A reader passes something on by e-mail: the letter has its title, lead and address, the name as it was typed, and
 * how to refuse further ones; no words of the sender's. To an address that refused nothing goes, and that is told
 * to nobody. Input: `mailInput`.
 */
export const mailSubject = command({
  name: 'discussion.mail',
  input: mailInput,
  permission: discussionMail,
  seen: 'soon',
  load: async (cx, input) => {
    const subject = await subjectFor(cx, { kind: input.kind, pid: input.subject });
    return {
      subject,
      settings: await settingsOf(cx.db, subject.organisationId),
      called: await calledOf(cx.db, subject.organisationId, cx.clock.today()),
      counts: await letterCounts(cx.db, {
        recipients: recipientHashes(cx, input.to),
        organisation: subject.organisationId,
        now: cx.clock.now(),
      }),
    };
  },
  at: ({ subject }) => [subject.organisationId],
  check: ({ settings, counts }, { name }): Issue[] => {
    if (!settings.letters) return [issue('', 'letters_closed')];
    if (countAddresses(name) > 0) return [issue('name', 'letter_name_address')];
    if (counts.organisation >= mostOfSite) return [issue('', 'letters_many')];
    return counts.recipient >= mostToOne ? [issue('to', 'letter_recipient_many')] : [];
  },
  run: async (cx, { subject, called, counts }, input) => {
    const id = cx.ids.uuid();
    const token = newToken();
    if (!counts.refused) {
      await sql`insert into passed_letter (id, organisation_id, subject_kind, subject_pid, recipient,
          token_hash, sent_at)
        values (${id}, ${subject.organisationId}, ${input.kind}, ${input.subject},
          ${recipientHash(cx, input.to)}, ${tokenHash(token)}, ${cx.clock.now()})`.execute(cx.db);
      const out = `${input.site}/thu/bai/${token}`;
      const letter = passedLetterWords({
        title: oneLine(subject.title),
        lead: subject.lead ?? null,
        address: subject.href.startsWith('/') ? `${input.site}${subject.href}` : subject.href,
        sender: input.name,
        site: called.name,
        out,
      });
      const headers = {
        'List-Unsubscribe': `<${out}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      };
      await sendMail(cx, { to: input.to, ...letter, headers });
    }
    return {
      result: {},
      subject: { type, id },
      organisationId: subject.organisationId,
      // Neither who sends nor who gets it is in the log.
      changes: { title: { new: subject.title } },
    };
  },
});

/** Whoever holds the link of such a letter wants no more of them, from no site. Input: `refuseLettersInput`. */
export const refuseLetters = command({
  name: 'discussion.refuse_letters',
  input: refuseLettersInput,
  permission: discussionMail,
  seen: 'soon',
  load: async (cx, { token }) => {
    const found = await passedLetter(cx.db, token);
    if (found === null) throw new NotFound('letter');
    return found;
  },
  at: ({ organisationId }) => [organisationId],
  run: async (cx, { id, organisationId, recipient }) => {
    await sql`insert into passed_refusal (recipient, refused_at)
      values (${recipient}, ${cx.clock.now()}) on conflict do nothing`.execute(cx.db);
    return { result: {}, subject: { type, id }, organisationId, changes: {} };
  },
});
