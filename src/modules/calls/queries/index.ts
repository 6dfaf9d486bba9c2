export {
  type EditionFilter,
  editionByPid,
  findEdition,
  isCodeTaken,
  listEditions,
  revisionsOf,
} from './editions.ts';
export { invariants } from './invariants.ts';
