import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { sendMail } from '../../../platform/mail.ts';
import { councilManage } from '../policy.ts';
import { conflictCounts, judgeByPid, seatsOfJudges } from '../queries/index.ts';
import { inviteInput, type JudgeState, sendLinkInput } from '../schema/index.ts';
import { invitationLetter, linkLetter } from '../vi/letters.ts';
import { refreshConflicts } from './finding.ts';
import { aboutJudge, linkAddress, newJudgeLink } from './shared.ts';

const invitable: readonly JudgeState[] = ['proposed', 'declined', 'ended'];

/**
 * Invites a judge by a letter with a link. Where conflicts stand between the judge and dossiers, only when
 * `anyway` is said: who invites has seen them. Input: `inviteInput`.
 */
export const inviteJudge = command({
  name: 'judge.invite',
  input: inviteInput,
  permission: councilManage,
  load: (cx, { pid }) => judgeByPid(cx, pid, 'held'),
  at: (judge) => [judge.edition.organisation.id],
  version: (judge) => judge.version,
  check: async (judge, { anyway }, cx): Promise<Issue[]> => {
    if (judge.edition.state !== 'open') return [issue('', 'judge_edition_not_open')];
    if (!invitable.includes(judge.state))
      return [issue('', 'judge_state', { state: judge.state, act: 'invite' })];
    if (judge.email === null) return [issue('', 'judge_email_missing')];
    await refreshConflicts(cx, judge.editionId, [judge.id]);
    const count = (await conflictCounts(cx, [judge.id])).get(judge.id)?.dossiers ?? 0;
    return count > 0 && !anyway ? [issue('anyway', 'judge_conflicted', { count })] : [];
  },
  run: async (cx, judge, { words, site }) => {
    const email = judge.email!;
    await sql`update judge set state = 'invited', invited_at = ${cx.clock.now()}, reason = null,
        version = version + 1 where id = ${judge.id}`.execute(cx.db);
    const link = linkAddress(site, await newJudgeLink(cx, judge.id, email));
    const seats = await seatsOfJudges(cx, [judge.id]);
    await sendMail(cx, {
      to: email,
      ...invitationLetter(judge, { link, words, seats: seats.length }),
    });
    return {
      ...aboutJudge(judge),
      changes: { state: { old: judge.state, new: 'invited' } },
    };
  },
});

/** Sends an invited or accepted judge a new link; the one before opens nothing any more. Input: `sendLinkInput`. */
export const sendJudgeLink = command({
  name: 'judge.send_link',
  input: sendLinkInput,
  permission: councilManage,
  load: (cx, { pid }) => judgeByPid(cx, pid, 'held'),
  at: (judge) => [judge.edition.organisation.id],
  check: (judge): Issue[] => {
    if (judge.edition.state !== 'open') return [issue('', 'judge_edition_not_open')];
    if (judge.state !== 'invited' && judge.state !== 'accepted')
      return [issue('', 'judge_state', { state: judge.state, act: 'send_link' })];
    return judge.email === null ? [issue('', 'judge_email_missing')] : [];
  },
  run: async (cx, judge, { site }) => {
    const email = judge.email!;
    const link = linkAddress(site, await newJudgeLink(cx, judge.id, email));
    await sendMail(cx, { to: email, ...linkLetter(judge, link) });
    return { ...aboutJudge(judge), changes: {} };
  },
});
