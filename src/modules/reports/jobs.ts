import { execute } from '../../platform/command.ts';
import type { RunHandler } from '../../platform/jobs/index.ts';
import { roundByPid } from '../rounds/index.ts';
import { acceptedForms } from './queries/index.ts';
import { FREEZE_ROUND, freezeForm } from './service/index.ts';

/** Freezes all accepted forms of a round, each in a transaction of its own; what is done stays done. */
const freezing: RunHandler = {
  resumable: true,
  async run(cx, payload, run) {
    const round = await roundByPid(cx, (payload as { round: string }).round);
    const pids = await acceptedForms(cx, round.id);
    let frozen = 0;
    for (const pid of pids) {
      if (run.cancelled()) return null;
      const done = await execute(cx, freezeForm, { pid });
      if (done.ok) frozen += 1;
      await run.progress(frozen, pids.length);
    }
    return { frozen };
  },
};

export const runs: Readonly<Record<string, RunHandler>> = { [FREEZE_ROUND]: freezing };
