import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { councilManage } from '../policy.ts';
import { councilByPid, judgeByPid, seatByPid, seatsOf } from '../queries/index.ts';
import { seatedStates, seatInput, seatOut } from '../schema/index.ts';
import { aboutCouncil } from './shared.ts';

/** Gives a judge a seat in a council, or another role there. Input: `seatInput`. */
export const giveSeat = command({
  name: 'seat.give',
  input: seatInput,
  permission: councilManage,
  load: async (cx, input) => {
    const council = await councilByPid(cx, input.council, 'held');
    const judge = await judgeByPid(cx, input.judge, 'held');
    if (judge.editionId !== council.editionId) throw new NotFound('judge');
    return { council, judge, seats: await seatsOf(cx, [council.id]) };
  },
  at: ({ council }) => [council.edition.organisation.id],
  check: ({ council, judge, seats }, { role }): Issue[] => {
    const chair = seats.find((seat) => seat.role === 'chair' && seat.judgeId !== judge.id);
    return [
      ...(council.edition.state === 'closed' ? [issue('', 'edition_over')] : []),
      ...(seatedStates.includes(judge.state)
        ? []
        : [issue('judge', 'judge_state', { state: judge.state, act: 'seat' })]),
      ...(role === 'chair' && chair !== undefined
        ? [issue('role', 'chair_taken', { name: chair.judge.name })]
        : []),
    ];
  },
  run: async (cx, { council, judge, seats }, { role, votes = true }) => {
    const before = seats.find((seat) => seat.judgeId === judge.id) ?? null;
    await sql`insert into seat (id, pid, council_id, judge_id, role, votes, given_at)
      values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${council.id}, ${judge.id}, ${role}, ${votes},
        ${cx.clock.now()})
      on conflict (council_id, judge_id) do update set role = excluded.role, votes = excluded.votes`.execute(
      cx.db,
    );
    return {
      ...aboutCouncil(council),
      changes: {
        judge: { new: judge.name },
        role: { old: before?.role ?? null, new: role },
        votes: { old: before?.votes ?? null, new: votes },
      },
    };
  },
});

/** Takes a seat away. Its event is of the council. Input: `seatOut`. */
export const removeSeat = command({
  name: 'seat.remove',
  input: seatOut,
  permission: councilManage,
  load: (cx, { pid }) => seatByPid(cx, pid),
  at: ({ council }) => [council.edition.organisation.id],
  check: ({ council }): Issue[] =>
    council.edition.state === 'closed' ? [issue('', 'edition_over')] : [],
  run: async (cx, { council, seat }) => {
    await sql`delete from seat where id = ${seat.id}`.execute(cx.db);
    return {
      ...aboutCouncil(council),
      changes: {
        judge: { old: seat.judge.name, new: null },
        role: { old: seat.role, new: null },
      },
    };
  },
});
