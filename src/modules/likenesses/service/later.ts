import type { Cx, Happening } from '../../../platform/cx.ts';
import { addJob } from '../../../platform/jobs/index.ts';

export const compareJob = 'likeness.compare';

/** Comparisons run one after the other: each waits for the one before anyway. */
export const queue = 'likeness';

/** What the job is asked: a dossier by its id, or a text from a file. */
export type CompareOrder = { readonly dossier: string } | { readonly text: number };

/**
 * Has a dossier compared soon, with what it says then; to be called in the transaction that changed
 * it. Of several that still wait one runs.
 */
export function compareLater(cx: Cx, dossierId: string): Promise<void> {
  const order: CompareOrder = { dossier: dossierId };
  return addJob(cx.db, compareJob, order, { queue, key: `${compareJob}:${dossierId}` });
}

const compareSubject = (cx: Cx, { subjectId }: Happening) => compareLater(cx, subjectId);

/** After what a dossier says may be another text, or none. */
export const compareAfter: Readonly<Record<string, typeof compareSubject>> = {
  'dossier.submit': compareSubject,
  'dossier.submit_paper': compareSubject,
  'dossier.withdraw': compareSubject,
  'dossier.withdraw_paper': compareSubject,
  'dossier.import': compareSubject,
};
