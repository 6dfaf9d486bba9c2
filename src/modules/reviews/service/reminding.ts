import { type Issue, issue } from '../../../kernel/issue.ts';
import { command } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { sendMail } from '../../../platform/mail.ts';
import { takeTry } from '../../../platform/tries.ts';
import {
  admission,
  type Edition,
  editionByPid,
  isReviewing,
  type Phase,
} from '../../calls/index.ts';
import { reserveLetters } from '../../mailings/index.ts';
import { reviewManage } from '../policy.ts';
import { tasksOfPhase } from '../queries/index.ts';
import { progressOf } from '../rules/index.ts';
import { remindInput, type Task } from '../schema/index.ts';
import { reminderLetter } from '../vi/letters.ts';

/** Nobody is reminded of a phase more than once in so long: 20 hours. */
const once = { most: 1, within: 20 * 3_600_000 };

interface Loaded {
  readonly edition: Edition;
  readonly phase: Phase;
  readonly tasks: readonly Task[];
}

/** Judges with sheets that are not signed, and whose address is known, by their ids. */
export function laggards(tasks: readonly Task[]): ReadonlyMap<string, readonly Task[]> {
  const late = Map.groupBy(tasks, ({ judge }) => judge.id);
  return new Map(
    [...late].filter(
      ([, own]) => own[0]!.judge.email !== null && own.some(({ state }) => state !== 'signed'),
    ),
  );
}

/**
 * Writes to each judge who has unsigned sheets in a phase that is open, once in 20 hours and in the pace of
 * mailings. Gives how many letters go out. Input: `remindInput`.
 */
export const remindJudges = command({
  name: 'review.remind',
  input: remindInput,
  permission: reviewManage,
  load: async (cx, sent): Promise<Loaded> => {
    const edition = await editionByPid(cx, sent.edition);
    const phase = edition.content.phases.find(({ key }) => key === sent.phase);
    if (phase === undefined || !isReviewing(phase)) throw new NotFound('phase');
    const filter = { editionId: edition.id, phase: phase.key, council: sent.council };
    return { edition, phase, tasks: await tasksOfPhase(cx, filter) };
  },
  at: ({ edition }) => [edition.organisation.id],
  check: ({ edition, phase, tasks }, _sent, cx): Issue[] => {
    if (edition.state !== 'open') return [issue('', 'sheet_edition_over')];
    if (!admission([phase], 'judge', 'judge', cx.clock.now()).ok)
      return [issue('', 'review_phase_not_open')];
    return laggards(tasks).size === 0 ? [issue('', 'review_nobody_late')] : [];
  },
  run: async (cx, { edition, phase, tasks }) => {
    const due: (readonly Task[])[] = [];
    for (const [judgeId, own] of laggards(tasks))
      if (await takeTry(cx, `sheet-remind:${judgeId}:${phase.key}`, once)) due.push(own);
    const times = await reserveLetters(cx, due.length);
    for (const [at, own] of due.entries()) {
      const letter = reminderLetter(edition, phase, progressOf(own));
      await sendMail(cx, { to: own[0]!.judge.email as string, ...letter }, times[at]);
    }
    return {
      result: { letters: due.length },
      subject: { type: 'edition', id: edition.id },
      organisationId: edition.organisation.id,
      changes: { phase: { new: phase.key }, letters: { new: due.length } },
    };
  },
});
