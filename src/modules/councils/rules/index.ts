export { councilsFor, judgesThere, reviewingPhases } from './councils.ts';
export { findDeclared, findInTexts } from './declared.ts';
export { type Evidence, type EvidenceBy, evidenceText, type Match } from './evidence.ts';
export {
  type Found,
  findInDossiers,
  type GraphAuthor,
  type GraphDossier,
  type GraphJudge,
  type GraphRelation,
} from './graph.ts';
export { humanKey, nameKey } from './humans.ts';
export { findInRegistry, findShared, type SharedDossier } from './links.ts';
export { type Problem, type ProblemCode, problemsOf, type SeatedCouncil } from './problems.ts';
export { type Standing, settle, together, type Wanted } from './settle.ts';
