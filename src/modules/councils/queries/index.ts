export { conflictFrees, conflictStands, conflictsAmong } from './blocking.ts';
export {
  conflictByPid,
  dossierIn,
  listConflicts,
  type Named,
  type NamedText,
  namedIn,
} from './conflict-list.ts';
export {
  type ConflictCount,
  conflictCounts,
  declaredOf,
  relationsOf,
  standingConflicts,
} from './conflicts.ts';
export { councilByPid, councilsOf, seatByPid, seatsOf, seatsOfJudges } from './councils.ts';
export { type DeskEdition, deskEditions } from './desk.ts';
export { graphDossiers, graphJudges, registryLinks } from './graph.ts';
export { invariants } from './invariants.ts';
export {
  type JudgeFilter,
  judgeById,
  judgeByPid,
  judgeByToken,
  judgesOf,
  type ListedJudge,
  listJudges,
} from './judges.ts';
export { personPid, personsNamed } from './persons.ts';
export { sharedDossiers, writtenTexts } from './works.ts';
