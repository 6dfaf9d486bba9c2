export {
  addBlock,
  type BlockKind,
  type BlockShown,
  blockKind,
  blockKinds,
  changesToday,
  isUnkept,
} from './blocks.ts';
export { addDomain, domainDeletion, makeHome, verifyDomain } from './domains.ts';
export type { Fields, ItemCommands } from './items.ts';
export { banner, block, link, menu, quote, targetField } from './kinds.ts';
export { type Asking, isInside, proofOf } from './proof.ts';
export { addRedirect, editRedirect, redirectDeletion } from './redirects.ts';
export { editSite } from './site.ts';
