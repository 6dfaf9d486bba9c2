export { compareDossier, compareImported } from './compare.ts';
export { decideLikeness } from './decide.ts';
export { forgetText, importText, leastWords } from './import.ts';
export { dropText, keepText, lockLikenesses, type NewText, wordsHash } from './keep.ts';
export { type CompareOrder, compareAfter, compareJob, compareLater } from './later.ts';
export { comparePast } from './past.ts';
