import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { sendMail } from '../../../platform/mail.ts';
import { feedbackAnswer, feedbackSend } from '../policy.ts';
import { calledOf, feedbackByPid, sameFeedback, settingsOf } from '../queries/index.ts';
import { refusedFrom, scoreOf, searched, weigh } from '../rules/index.ts';
import { answerInput, closeInput, feedbackInput } from '../schema/index.ts';
import { answerLetter } from '../vi/index.ts';
import { labelOf } from './moderating.ts';
import { orderTelling } from './telling.ts';

const type = 'feedback';

/** A reader writes to the office. What looks like spam is kept apart, and kept. Input: `feedbackInput`. */
export const sendFeedback = command({
  name: 'feedback.send',
  input: feedbackInput,
  permission: feedbackSend,
  seen: 'soon',
  load: async (cx, { organisation, name, body }) => ({
    settings: await settingsOf(cx.db, organisation),
    same: await sameFeedback(cx, organisation, searched(name, body)),
  }),
  at: (_, { organisation }) => [organisation],
  check: ({ settings }): Issue[] => (settings.feedback ? [] : [issue('', 'feedback_closed')]),
  run: async (cx, { settings, same }, input) => {
    const { organisation, name, email, topic, body } = input;
    const findings = weigh({
      name,
      text: body,
      trapped: input.trapped,
      words: settings.words,
      same,
      recent: input.recent,
      known: true,
    });
    const suspect = scoreOf(findings) >= refusedFrom;
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    await sql`insert into feedback (id, pid, organisation_id, name, email, topic, body, search, suspect,
        findings, sent_at)
      values (${id}, ${pid}, ${organisation}, ${name}, ${email}, ${topic}, ${body},
        ${searched(name, body)}, ${suspect}, ${JSON.stringify(findings)}::jsonb,
        ${cx.clock.now()})`.execute(cx.db);
    if (!suspect) await orderTelling(cx, organisation, input.site);
    return {
      result: { pid },
      subject: { type, id },
      organisationId: organisation,
      changes: { topic: { new: topic } },
    };
  },
});

/** Answers by e-mail to the address that was given. Input: `answerInput`. */
export const answerFeedback = command({
  name: 'feedback.answer',
  input: answerInput,
  permission: feedbackAnswer,
  load: (cx, { pid }) => feedbackByPid(cx, pid, true),
  at: ({ organisationId }) => [organisationId],
  version: ({ version }) => version,
  check: ({ state, email }): Issue[] => {
    if (state !== 'new') return [issue('', 'feedback_done')];
    return email === null ? [issue('', 'feedback_no_address')] : [];
  },
  run: async (cx, feedback, { answer }) => {
    const { name, contact } = await contactOf(cx, feedback.organisationId);
    await sendMail(cx, {
      to: feedback.email!,
      ...answerLetter({ to: feedback.name ?? '', question: feedback.body, answer, from: name }),
      ...(contact === null ? {} : { headers: { 'Reply-To': contact } }),
    });
    await sql`update feedback set state = 'answered', answer = ${answer}, done_at = ${cx.clock.now()},
        done_by = ${labelOf(cx.actor)}, suspect = false, version = version + 1
      where id = ${feedback.id}`.execute(cx.db);
    return {
      result: { pid: feedback.pid },
      subject: { type, id: feedback.id },
      organisationId: feedback.organisationId,
      changes: { state: { old: feedback.state, new: 'answered' } },
    };
  },
});

async function contactOf(cx: Parameters<typeof sendMail>[0], organisationId: string) {
  const { name } = await calledOf(cx.db, organisationId, cx.clock.today());
  const { rows } = await sql<{ words: string }>`select words from organisation_fact
    where organisation_id = ${organisationId} and kind = 'email' and deleted_at is null
      and during @> ${cx.clock.today()}::date order by lower(during) desc limit 1`.execute(cx.db);
  const words = rows[0]?.words ?? '';
  return { name, contact: /^[!-~]{3,200}$/.test(words) ? words : null };
}

/** Closes feedback without an answer by mail: done otherwise, or nothing to answer. Input: `closeInput`. */
export const closeFeedback = command({
  name: 'feedback.close',
  input: closeInput,
  permission: feedbackAnswer,
  load: (cx, { pid }) => feedbackByPid(cx, pid, true),
  at: ({ organisationId }) => [organisationId],
  version: ({ version }) => version,
  check: ({ state }): Issue[] => (state === 'new' ? [] : [issue('', 'feedback_done')]),
  run: async (cx, feedback, { reason }) => {
    await sql`update feedback set state = 'closed', reason = ${reason}, done_at = ${cx.clock.now()},
        done_by = ${labelOf(cx.actor)}, version = version + 1 where id = ${feedback.id}`.execute(
      cx.db,
    );
    return {
      result: { pid: feedback.pid },
      subject: { type, id: feedback.id },
      organisationId: feedback.organisationId,
      changes: { state: { old: feedback.state, new: 'closed' } },
      reason,
    };
  },
});

/** Opens closed feedback again; what is answered stays so. Input: `closeInput`. */
export const reopenFeedback = command({
  name: 'feedback.reopen',
  input: closeInput.pick({ pid: true, version: true }),
  permission: feedbackAnswer,
  load: (cx, { pid }) => feedbackByPid(cx, pid, true),
  at: ({ organisationId }) => [organisationId],
  version: ({ version }) => version,
  check: ({ state }): Issue[] => (state === 'closed' ? [] : [issue('', 'feedback_not_closed')]),
  run: async (cx, feedback) => {
    await sql`update feedback set state = 'new', suspect = false, reason = null, done_at = null,
        done_by = null, version = version + 1 where id = ${feedback.id}`.execute(cx.db);
    return {
      result: { pid: feedback.pid },
      subject: { type, id: feedback.id },
      organisationId: feedback.organisationId,
      changes: { state: { old: feedback.state, new: 'new' } },
    };
  },
});
