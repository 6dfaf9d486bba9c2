export { installJobs } from './install.ts';
export { addJob, type JobOptions } from './queue.ts';
export { cancelRun, findRun, type JobRun, listRuns, type RunState, startRun } from './runs.ts';
export {
  type CronLine,
  type JobHandler,
  type RunContext,
  RunFailed,
  type RunHandler,
} from './types.ts';
export { startWorker, type Worker, type WorkerOptions } from './worker.ts';
