import type { Cx, Happening } from '../../../platform/cx.ts';
import { addJob } from '../../../platform/jobs/index.ts';

export const compareJob = 'likeness.compare';

/** Comparisons run one after the other: each waits for the one before anyway. */
export const queue = 'likeness';

/**
 * What the job is asked: a dossier by its id, a text from a file, or the dossiers that a file brought into
 * a past edition, from the one after `after`.
 */
export type CompareOrder =
  | { readonly dossier: string }
  | { readonly text: number }
  | { readonly edition: string; readonly after: string | null };

const order = (cx: Cx, what: CompareOrder, key?: string): Promise<void> =>
  addJob(cx.db, compareJob, what, {
    queue,
    ...(key === undefined ? {} : { key: `${compareJob}:${key}` }),
  });

/**
 * Has a dossier compared soon, with what it says then; to be called in the transaction that changed
 * it. Of several that still wait one runs.
 */
export const compareLater = (cx: Cx, dossier: string): Promise<void> =>
  order(cx, { dossier }, dossier);

/** The same for all that a file brought into a past edition. */
export function comparePastLater(
  cx: Cx,
  edition: string,
  after: string | null = null,
): Promise<void> {
  // Only the beginning has a key: it must not be replaced by what an earlier file still had to do.
  return order(cx, { edition, after }, after === null ? edition : undefined);
}

type After = (cx: Cx, happening: Happening) => Promise<void>;
const compareSubject: After = (cx, { subjectId }) => compareLater(cx, subjectId);

/** After what a dossier says may be another text, or none. */
export const compareAfter: Readonly<Record<string, After>> = {
  'dossier.submit': compareSubject,
  'dossier.submit_paper': compareSubject,
  'dossier.withdraw': compareSubject,
  'archive.import': (cx, { subjectId }) => comparePastLater(cx, subjectId),
};
