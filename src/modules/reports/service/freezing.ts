import { sql } from 'kysely';
import { canonicalJson } from '../../../platform/audit/canonical.ts';
import { command } from '../../../platform/command.ts';
import { startRun } from '../../../platform/jobs/index.ts';
import { moveObligation, reportReceive, roundByPid } from '../../rounds/index.ts';
import { frozenForm, sha256 } from '../queries/frozen.ts';
import { formStep, freezeRoundInput } from '../schema/index.ts';
import { actorPerson, atCollector, formDone, lockWhole, stepOf, versionOf } from './loading.ts';

/** Name of the run that freezes all accepted forms of a round. */
export const FREEZE_ROUND = 'report.freeze_round';

/**
 * Keeps an accepted form as it is: values, reasons, words with their figures, and which records were
 * behind each value, under a hash. A form that was frozen before keeps that too.
 */
export const freezeForm = command({
  name: 'report.freeze',
  input: formStep,
  permission: reportReceive,
  load: (cx, input) => lockWhole(cx, input.pid),
  at: atCollector,
  version: versionOf,
  check: stepOf('freeze'),
  run: async (cx, whole) => {
    const { obligation } = whole;
    const content = canonicalJson(await frozenForm(cx, whole));
    const hash = sha256(content);
    const now = cx.clock.now();
    await sql`update report_freeze set superseded_at = ${now}
      where obligation_id = ${obligation.id} and superseded_at is null`.execute(cx.db);
    await sql`insert into report_freeze (id, pid, obligation_id, frozen_at, frozen_by, content, hash)
      values (${cx.ids.uuid()}, ${cx.ids.pid()}, ${obligation.id}, ${now}, ${actorPerson(cx)}::uuid,
        ${content}, ${hash})`.execute(cx.db);
    const moved = await moveObligation(cx, obligation, 'frozen');
    return formDone(moved, {
      state: { old: obligation.state, new: moved.state },
      hash: { old: whole.freeze?.hash, new: hash },
    });
  },
});

/** Orders the freezing of all accepted forms of a round; gives the run's pid. */
export const freezeRound = command({
  name: 'report.freeze_round',
  input: freezeRoundInput,
  permission: reportReceive,
  load: (cx, input) => roundByPid(cx, input.round),
  at: (round) => [round.organisation.id],
  run: async (cx, round) => {
    const run = await startRun(cx, FREEZE_ROUND, round.organisation.id, { round: round.pid });
    return {
      result: { pid: run.pid },
      subject: { type: 'report_round', id: round.id },
      organisationId: round.organisation.id,
      changes: {},
    };
  },
});
