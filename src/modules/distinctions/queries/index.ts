export * from './invariants.ts';
export * from './list.ts';
export {
  distinctionNames,
  distinctionRows,
  findDistinction,
  liveDistinction,
  personInRegister,
  type SameDistinction,
  sameDistinction,
} from './records.ts';
export * from './titles.ts';
