import type { Cx } from '../../platform/command.ts';
import { type RunContext, RunFailed, type RunHandler } from '../../platform/jobs/index.ts';
import { runById } from '../../platform/jobs/runs.ts';
import { siteImportById } from './queries/index.ts';
import { Unreadable } from './rules/index.ts';
import type { ImportState, SiteImport } from './schema.ts';
import { bringSent, endImport, lookAt, Stopped, takeAwayAll, tidySites } from './service/index.ts';

/** A run over an import that starts again after a crash, and says how it ended. */
function runOf(
  works: ImportState,
  work: (cx: Cx, of: SiteImport, run: RunContext) => Promise<void>,
  failed: ImportState,
): RunHandler {
  return {
    resumable: true,
    async run(cx, payload, run) {
      const { id } = payload as { id: string };
      const of = await siteImportById(cx.db, id);
      // The attempt before may have been cut off after its end.
      if (of.state !== works) return null;
      try {
        await work(cx, of, run);
        return null;
      } catch (error) {
        if (error instanceof Stopped) {
          if (await askedToStop(cx, of)) await endImport(cx, id, 'cancelled', null);
          return null;
        }
        // Unless the worker stops: then the run begins again.
        if (!run.signal.aborted) await endImport(cx, id, failed, null);
        if (error instanceof Unreadable) throw new RunFailed(error.code, error.data);
        throw error;
      }
    },
  };
}

async function askedToStop(cx: Cx, { runId }: SiteImport): Promise<boolean> {
  return runId !== null && (await runById(cx.db, runId))?.cancelRequested === true;
}

export const runs: Readonly<Record<string, RunHandler>> = {
  'newcomers.look': runOf('opened', lookAt, 'failed'),
  'newcomers.bring': runOf('running', bringSent, 'failed'),
  'newcomers.undo': runOf('undoing', takeAwayAll, 'done'),
};

export const handlers = { 'newcomers.tidy': (cx: Cx) => tidySites(cx) };
export const cron = [{ name: 'newcomers.tidy', match: '55 19 * * *' }];
