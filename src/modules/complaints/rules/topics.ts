export const topics = ['validity', 'eligibility', 'result', 'procedure', 'plagiarism'] as const;
export type Topic = (typeof topics)[number];

/** Those that speak of the dossier of somebody else: without saying which nothing can be looked into. */
const aboutOthers: ReadonlySet<Topic> = new Set(['eligibility', 'plagiarism']);
export const needsDossier = (topic: Topic): boolean => aboutOthers.has(topic);

export const refusals = ['late', 'elsewhere', 'withdrawn', 'other'] as const;
export type Refusal = (typeof refusals)[number];

export const outcomes = ['upheld', 'partly', 'rejected'] as const;
export type Outcome = (typeof outcomes)[number];

/** 'KN-0001': the number of a complaint in its edition. @throws RangeError */
export function complaintNumber(number: number): string {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`not a number: ${number}`);
  return `KN-${String(number).padStart(4, '0')}`;
}
