import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { pollVote } from '../policy.ts';
import { choicesOf, publicPoll } from '../queries/index.ts';
import { choiceIssues, phaseOf } from '../rules/index.ts';
import { voteInput } from '../schema/index.ts';
import { readerHash } from './marks.ts';

// Counts stand in the rows of the answers, so that showing a poll costs the same however many vote. The row of the
// poll is held, so that two who vote at once are counted one after the other.
async function count(cx: Cx, pollId: string, choices: readonly number[], by: 1 | -1) {
  await sql`update poll_option set votes = votes + ${by}
    where poll_id = ${pollId} and position = any(${[...choices]}::integer[])`.execute(cx.db);
}

/** A reader votes, or changes the own choice: the last one counts. Input: `voteInput`. */
export const votePoll = command({
  name: 'poll.vote',
  input: voteInput,
  permission: pollVote,
  seen: 'soon',
  load: async (cx, { pid, reader }) => {
    const poll = await publicPoll(cx.db, pid, true);
    if (poll === null) throw new NotFound('poll');
    const hash = readerHash(reader, poll.id);
    return { poll, hash, before: await choicesOf(cx.db, poll.id, hash) };
  },
  at: ({ poll }) => [poll.organisationId],
  check: ({ poll }, { choices }, cx): Issue[] => {
    const phase = phaseOf(poll, cx.clock.today());
    if (phase === 'over') return [issue('', 'poll_over')];
    if (phase !== 'open') return [issue('', 'poll_waiting', { day: poll.opensOn })];
    return choiceIssues([...new Set(choices)], { options: poll.options.length, most: poll.most });
  },
  run: async (cx, { poll, hash, before }, { choices: sent }) => {
    const choices = [...new Set(sent)].toSorted((a, b) => a - b);
    if (before !== null) await count(cx, poll.id, before, -1);
    await count(cx, poll.id, choices, 1);
    await sql`insert into poll_vote (poll_id, reader, choices, at)
      values (${poll.id}, ${hash}, ${choices}::integer[], ${cx.clock.now()})
      on conflict (poll_id, reader) do update set choices = excluded.choices, at = excluded.at`.execute(
      cx.db,
    );
    const voters = poll.voters + (before === null ? 1 : 0);
    await sql`update poll set voters = ${voters} where id = ${poll.id}`.execute(cx.db);
    return {
      result: { pid: poll.pid, changed: before !== null },
      subject: { type: 'poll', id: poll.id },
      organisationId: poll.organisationId,
      // What was chosen, and by whom, is in no log.
      changes: { voters: { old: poll.voters, new: voters } },
    };
  },
});
