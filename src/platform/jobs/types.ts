import type { Cx } from '../command.ts';

/** Does a short job; throwing makes the worker try again later, each time after a longer pause. */
export type JobHandler = (cx: Cx, payload: unknown) => Promise<void>;

/** A job that the worker adds by the clock. */
export interface CronLine {
  /** The job's name. */
  readonly name: string;
  /** Minute, hour, day, month, weekday in UTC: '0 20 * * *' is 3 a.m. in Vietnam. */
  readonly match: string;
}

/** What a long job reports to and asks while it works. */
export interface RunContext {
  /**
   * Shows how far it is; `total` null when unknown. `message` is a code of the module's words.
   * Cheap: the database is written at most four times a second.
   */
  progress(done: number, total: number | null, message?: string | null): Promise<void>;
  /** True when somebody asked to stop, or the worker is stopping: end soon, keep nothing half done. */
  cancelled(): boolean;
  readonly signal: AbortSignal;
  /** 1 at first; more when an earlier attempt was cut off by a crash. */
  readonly attempt: number;
}

/** Does a long job; what it gives back is kept as the run's result. */
export interface RunHandler {
  /** True when it may start again after a crash and will not do its work twice. */
  readonly resumable: boolean;
  run(cx: Cx, payload: unknown, run: RunContext): Promise<unknown>;
}

/** An expected end without success; `code` is shown in the module's words, `result` stays. */
export class RunFailed extends Error {
  readonly code: string;
  readonly result: unknown;

  constructor(code: string, result: unknown = null) {
    super(code);
    this.name = 'RunFailed';
    this.code = code;
    this.result = result;
  }
}
