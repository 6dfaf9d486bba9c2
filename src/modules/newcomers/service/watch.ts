import type { RunContext } from '../../../platform/jobs/index.ts';

/** Thrown to leave when somebody asked to stop: what came until then stays, and a second time goes on. */
export class Stopped extends Error {}

export type Watch = Pick<RunContext, 'progress' | 'cancelled'>;

/** For work that nobody watches. */
export const unwatched: Watch = { progress: async () => {}, cancelled: () => false };
