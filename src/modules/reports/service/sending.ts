import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { moveObligation, type Obligation, reportCheck, reportFill } from '../../rounds/index.ts';
import { messagesOf, rightsOf, type StoredMessage, takenBack } from '../queries/index.ts';
import { nothing, stepIssues } from '../rules/index.ts';
import { answerInput, formStep, sendBackInput, submitInput } from '../schema/index.ts';
import {
  atOwn,
  formDone,
  type HeldPlaces,
  lockPlaces,
  lockWhole,
  stepOf,
  versionOf,
  type WholeForm,
} from './loading.ts';
import {
  addMessages,
  type CellWrite,
  refreshFigures,
  setPlaces,
  settleMessages,
  writeCells,
} from './rows.ts';

/**
 * Sends a form to the own leader, or straight up when the actor may approve it himself. What is offered
 * and was not touched is declared thereby.
 */
export const submitForm = command({
  name: 'report.submit',
  input: submitInput,
  permission: reportFill,
  load: (cx, input) => lockWhole(cx, input.pid),
  at: atOwn,
  version: versionOf,
  check: ({ obligation, form }, input): readonly Issue[] => {
    const step = stepIssues('submit', obligation);
    if (step.length > 0) return step;
    if (form.blocking.length > 0) return form.blocking;
    const count = form.warnings.length;
    return count === 0 || input.confirmed
      ? []
      : [issue('confirmed', 'confirm_warnings', { count })];
  },
  run: async (cx, whole) => {
    const declared = offeredCells(whole);
    await writeCells(cx, whole.obligation.id, declared);
    await refreshFigures(cx, whole.obligation.id, allFigures(whole));
    await setPlaces(cx, whole.obligation.id, 'open', { from: 'returned' });
    await settleMessages(cx, whole.obligation.id);
    const { check } = await rightsOf(cx, whole.obligation);
    const moved = await moveObligation(cx, whole.obligation, check ? 'checked' : 'submitted');
    return formDone(moved, {
      state: { old: whole.obligation.state, new: moved.state },
      declared: { new: declared.length },
    });
  },
});

function offeredCells({ form }: WholeForm): CellWrite[] {
  return form.sections.flatMap((section) =>
    section.cells.flatMap((cell): CellWrite[] => {
      if (cell.declared !== null || cell.offered === null || !cell.editable) return [];
      const { row, offered: declared, reason, note, derived, below, state } = cell;
      return [
        { key: row.key, value: { ...nothing, declared, reason, note }, derived, below, state },
      ];
    }),
  );
}

function allFigures({ form }: WholeForm) {
  return form.sections.flatMap((section) =>
    section.cells.map(({ row, derived, below }) => ({ key: row.key, derived, below })),
  );
}

/** The own leader approves: the form goes up to the one who collects. */
export const checkForm = command({
  name: 'report.check',
  input: formStep,
  permission: reportCheck,
  load: (cx, input) => lockPlaces(cx, input.pid),
  at: atOwn,
  version: versionOf,
  check: stepOf('check'),
  run: async (cx, { obligation }) => {
    const moved = await moveObligation(cx, obligation, 'checked');
    return formDone(moved, { state: { old: obligation.state, new: moved.state } });
  },
});

/** The own leader sends it back to whoever fills it, with words. */
export const sendBackForm = command({
  name: 'report.send_back',
  input: sendBackInput,
  permission: reportCheck,
  load: (cx, input) => lockSent(cx, input.pid),
  at: atOwn,
  version: versionOf,
  check: stepOf('check'),
  run: async (cx, sent, input) => {
    const moved = await takeBack(cx, sent);
    const remark = { place: null, kind: 'remark', words: input.words, seen: null } as const;
    await addMessages(cx, moved.id, [remark]);
    return {
      ...formDone(moved, { state: { old: sent.obligation.state, new: moved.state } }),
      reason: input.words,
    };
  },
});

/** Whoever sent it takes it back, as long as the one who collects has taken nothing of it. */
export const withdrawForm = command({
  name: 'report.withdraw',
  input: formStep,
  permission: reportFill,
  load: (cx, input) => lockSent(cx, input.pid),
  at: atOwn,
  version: versionOf,
  check: (sent): readonly Issue[] => {
    const step = stepIssues('withdraw', sent.obligation);
    if (step.length > 0) return step;
    return takenBack(sent) ? [issue('', 'already_taken')] : [];
  },
  run: async (cx, sent) => {
    const moved = await takeBack(cx, sent);
    return formDone(moved, { state: { old: sent.obligation.state, new: moved.state } });
  },
});

type Sent = HeldPlaces & { readonly messages: readonly StoredMessage[] };

async function lockSent(cx: Cx, pid: string): Promise<Sent> {
  const held = await lockPlaces(cx, pid);
  return { ...held, messages: await messagesOf(cx.db, held.obligation.id) };
}

// What was returned before it was sent again is returned once more: the rest stays shut.
async function takeBack(cx: Cx, { obligation, messages }: Sent): Promise<Obligation> {
  const sentAt = [obligation.submittedAt, obligation.checkedAt];
  const again = messages.filter(
    (one) => one.kind !== 'remark' && one.settledAt !== null && sentAt.includes(one.settledAt),
  );
  const returns = again.filter((one) => one.kind === 'return');
  if (returns.length === 0) return moveObligation(cx, obligation, 'filling');
  await sql`update report_message set settled_at = null
    where id = any(${again.map((one) => one.id)}::uuid[])`.execute(cx.db);
  const places = returns.flatMap((one) => one.place ?? []);
  const keys = returns.some((one) => one.place === null)
    ? {}
    : { keys: { rows: places, sections: places } };
  await setPlaces(cx, obligation.id, 'returned', keys);
  return moveObligation(cx, obligation, 'returned');
}

/** Words in answer to a return: the place may then be sent as it stands. */
export const answerReturn = command({
  name: 'report.answer',
  input: answerInput,
  permission: reportFill,
  load: (cx, input) => lockSent(cx, input.pid),
  at: atOwn,
  check: ({ obligation, messages }, input): readonly Issue[] => {
    const asked = messages.some(
      (one) => one.kind === 'return' && !one.settled && one.place === input.place,
    );
    return asked && obligation.state === 'returned' ? [] : [issue('place', 'nothing_to_answer')];
  },
  run: async (cx, { obligation }, input) => {
    const answer = { place: input.place, kind: 'answer', words: input.words, seen: null } as const;
    await addMessages(cx, obligation.id, [answer]);
    return {
      ...formDone(obligation, { place: { new: input.place } }),
      reason: input.words,
    };
  },
});
