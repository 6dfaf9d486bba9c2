import { type Cx, execute } from '../../platform/command.ts';
import { type RunContext, RunFailed, type RunHandler } from '../../platform/jobs/index.ts';
import { runById } from '../../platform/jobs/runs.ts';
import { Refused } from '../spreadsheets/index.ts';
import { importById } from './queries/imports.ts';
import type { ImportState } from './schema.ts';
import {
  applyImport,
  forecastImport,
  readImport,
  Stopped,
  setState,
  takeBackImport,
  tidyImports,
} from './service/index.ts';

/** A run of an import that starts again after a crash; when it is stopped or fails it says so. */
function runOf(
  work: (cx: Cx, id: string, run: RunContext, read: boolean) => Promise<unknown>,
  after: { readonly stopped: ImportState; readonly failed: ImportState },
): RunHandler {
  return {
    resumable: true,
    async run(cx, payload, run) {
      const { id, read = true, href } = payload as { id: string; read?: boolean; href?: string };
      try {
        const result = await work(cx, id, run, read);
        return { ...(result as object), href };
      } catch (error) {
        if (error instanceof Stopped) {
          if (await askedToStop(cx, id)) await setState(cx, id, after.stopped);
          return null;
        }
        if (error instanceof Refused) {
          await setState(cx, id, after.failed);
          throw new RunFailed('roster_refused', { issues: error.issues });
        }
        // Unless the worker stops: then the run begins again where it was.
        if (!run.signal.aborted) await setState(cx, id, after.failed);
        throw error;
      }
    },
  };
}

// The worker may also be stopping: then the run goes on with the next one.
async function askedToStop(cx: Cx, id: string): Promise<boolean> {
  const { runId } = await importById(cx.db, id);
  return runId !== null && (await runById(cx.db, runId))?.cancelRequested === true;
}

const check = runOf(
  async (cx, id, run, read) => {
    if (read) await readImport(cx, id, run);
    return forecastImport(cx, id, run);
  },
  { stopped: 'cancelled', failed: 'failed' },
);

const apply = runOf(
  async (cx, id, run) => {
    const of = await importById(cx.db, id);
    // The attempt before may have been cut off after its commit.
    if (of.state === 'applied') return of.counts;
    const outcome = await execute(cx, applyImport(run), { id });
    if (!outcome.ok) throw new RunFailed('roster_state', { issues: outcome.issues });
    return outcome.value;
  },
  { stopped: 'checked', failed: 'failed' },
);

const undo = runOf(
  async (cx, id, run) => {
    const of = await importById(cx.db, id);
    if (of.state === 'undone') return null;
    const outcome = await execute(cx, takeBackImport(run), { id });
    if (!outcome.ok) throw new RunFailed('roster_state', { issues: outcome.issues });
    return outcome.value;
  },
  { stopped: 'applied', failed: 'applied' },
);

export const rosterRuns: Readonly<Record<string, RunHandler>> = {
  'rosters.check': check,
  'rosters.apply': apply,
  'rosters.undo': undo,
};

export const rosterHandlers = { 'rosters.tidy': (cx: Cx) => tidyImports(cx) };
export const rosterCron = [{ name: 'rosters.tidy', match: '20 19 * * *' }];
