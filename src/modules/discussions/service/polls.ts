import { sql } from 'kysely';
import type { z } from 'zod';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command, execute } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { deletion } from '../../../platform/records/deleting.ts';
import { organisationId } from '../../organisations/index.ts';
import { pollManage } from '../policy.ts';
import { findPoll } from '../queries/index.ts';
import { searched } from '../rules/index.ts';
import { createPollInput, editPollInput, type Poll, pollActInput } from '../schema/index.ts';

const type = 'poll';

type Fields = Omit<z.output<typeof editPollInput>, 'pid' | 'version'>;

/** A poll that the actor may see and that is not deleted, held until the end. @throws NotFound */
async function livePoll(cx: Cx, { pid }: { readonly pid: string }): Promise<Poll> {
  const found = await findPoll(cx, pid, true);
  if (found === null || found.deletedAt !== null) throw new NotFound('poll');
  return found;
}

function dayIssues({ opens_on, closes_on }: Fields): Issue[] {
  return opens_on !== null && closes_on !== null && closes_on < opens_on
    ? [issue('closes_on', 'end_before_start', { start: opens_on, end: closes_on })]
    : [];
}

async function writeOptions(cx: Cx, id: string, options: readonly string[]): Promise<void> {
  await sql`delete from poll_option where poll_id = ${id}`.execute(cx.db);
  await sql`insert into poll_option (poll_id, position, label)
    select ${id}, at, label from unnest(${[...options]}::text[]) with ordinality as given (label, at)`.execute(
    cx.db,
  );
}

const searchOf = ({ question, options }: Fields): string => searched(question, ...options);

/** A poll as a draft, which nobody outside sees. Input: `createPollInput`. */
export const createPoll = command({
  name: 'poll.create',
  input: createPollInput,
  permission: pollManage,
  load: async (cx, { organisation }) => organisationId(cx, organisation),
  at: (id) => [id],
  check: (_, input) => dayIssues(input),
  run: async (cx, organisation, input) => {
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    await sql`insert into poll (id, pid, organisation_id, question, note, most, opens_on, closes_on, shown,
        search, created_at)
      values (${id}, ${pid}, ${organisation}, ${input.question}, ${input.note}, ${input.most},
        ${input.opens_on}, ${input.closes_on}, ${input.shown}, ${searchOf(input)},
        ${cx.clock.now()})`.execute(cx.db);
    await writeOptions(cx, id, input.options);
    return {
      result: { pid },
      subject: { type, id },
      organisationId: organisation,
      changes: { question: { new: input.question }, options: { new: input.options } },
    };
  },
});

const labels = (poll: Poll): string[] => poll.options.map(({ label }) => label);

/** What may not change once somebody has voted: what they were asked, and what they could answer. */
function votedIssues(poll: Poll, input: Fields): Issue[] {
  if (poll.state === 'closed') return [issue('', 'poll_over')];
  if (poll.voters === 0) return [];
  const same = JSON.stringify(labels(poll)) === JSON.stringify(input.options);
  return [
    ...(same ? [] : [issue('options', 'poll_voted', { voters: poll.voters })]),
    ...(poll.question === input.question
      ? []
      : [issue('question', 'poll_voted', { voters: poll.voters })]),
    ...(poll.most <= input.most ? [] : [issue('most', 'poll_voted', { voters: poll.voters })]),
  ];
}

/** Changes a poll that is not over. Input: `editPollInput`. */
export const editPoll = command({
  name: 'poll.edit',
  input: editPollInput,
  permission: pollManage,
  load: livePoll,
  at: (poll) => [poll.organisationId],
  version: (poll) => poll.version,
  check: (poll, input) => [...dayIssues(input), ...votedIssues(poll, input)],
  run: async (cx, poll, input) => {
    await sql`update poll set question = ${input.question}, note = ${input.note}, most = ${input.most},
        opens_on = ${input.opens_on}, closes_on = ${input.closes_on}, shown = ${input.shown},
        search = ${searchOf(input)}, version = version + 1 where id = ${poll.id}`.execute(cx.db);
    if (poll.voters === 0) await writeOptions(cx, poll.id, input.options);
    return {
      result: { pid: poll.pid },
      subject: { type, id: poll.id },
      organisationId: poll.organisationId,
      changes: {
        question: { old: poll.question, new: input.question },
        note: { old: poll.note, new: input.note },
        options: { old: labels(poll), new: input.options },
        most: { old: poll.most, new: input.most },
        opens_on: { old: poll.opensOn, new: input.opens_on },
        closes_on: { old: poll.closesOn, new: input.closes_on },
        shown: { old: poll.shown, new: input.shown },
      },
    };
  },
});

const turned = (poll: Poll, state: string) => ({
  result: { pid: poll.pid },
  subject: { type, id: poll.id },
  organisationId: poll.organisationId,
  changes: { state: { old: poll.state, new: state } },
});

/** From now on, or from its first day on, everybody may vote. */
export const openPollForVotes = command({
  name: 'poll.open',
  input: pollActInput,
  permission: pollManage,
  load: livePoll,
  at: (poll) => [poll.organisationId],
  version: (poll) => poll.version,
  check: (poll, _, cx): Issue[] => {
    if (poll.state !== 'draft') return [issue('', 'poll_not_draft')];
    return poll.closesOn !== null && poll.closesOn < cx.clock.today()
      ? [issue('', 'poll_closes_past', { day: poll.closesOn })]
      : [];
  },
  run: async (cx, poll) => {
    await sql`update poll set state = 'open', opened_at = ${cx.clock.now()}, version = version + 1
      where id = ${poll.id}`.execute(cx.db);
    return turned(poll, 'open');
  },
});

/** Ends a poll for good; everybody sees how it came out. */
export const closePoll = command({
  name: 'poll.close',
  input: pollActInput,
  permission: pollManage,
  load: livePoll,
  at: (poll) => [poll.organisationId],
  version: (poll) => poll.version,
  check: (poll): Issue[] => (poll.state === 'open' ? [] : [issue('', 'poll_not_open')]),
  run: async (cx, poll) => {
    await sql`update poll set state = 'closed', closed_at = ${cx.clock.now()}, version = version + 1
      where id = ${poll.id}`.execute(cx.db);
    return turned(poll, 'closed');
  },
});

/** Deletes a poll, and takes that back within 30 days. */
export const pollDeletion = deletion<Poll>({
  type,
  table: 'poll',
  permission: pollManage,
  find: (cx, pid) => findPoll(cx, pid, true),
  check: (poll) => (poll.state === 'open' ? [issue('', 'poll_still_open')] : []),
});

/** Ends what is over by its last day, so that its votes can be forgotten. */
export async function endPolls(cx: Cx): Promise<void> {
  const over = await all(
    cx.db,
    sql<{ pid: string }>`select pid from poll where state = 'open' and deleted_at is null
      and closes_on < ${cx.clock.today()}::date order by id`,
  );
  for (const { pid } of over) await execute(cx, closePoll, { pid });
}
