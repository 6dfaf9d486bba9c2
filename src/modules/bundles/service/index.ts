export { checkBundle, type Verdict } from './check.ts';
export type { Difference } from './differences.ts';
export { bundleBytes, bundleSubject, endBundle, keepBundle } from './keep.ts';
