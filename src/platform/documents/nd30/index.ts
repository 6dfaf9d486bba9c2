export { checkOfficialDocument, signerIssues } from './check.ts';
export { officialDocument } from './document.ts';
export { type LayoutProfile, nd30Profile } from './profile.ts';
export type {
  Align,
  Appendix,
  Authority,
  Block,
  Inline,
  OfficialDocument,
  Run,
  Signature,
  TableColumn,
  TableRow,
} from './types.ts';
export { dateWords, numberAndSymbol } from './words.ts';
