import type { Module } from '../../platform/module.ts';

export {
  type RosterField,
  repeatedFields,
  rosterFields,
  sensitiveFields,
  type TypedCells,
} from './rules/index.ts';
export type { RosterColumn, RosterReading, RosterValues, SheetPlan } from './schema.ts';
export {
  largestRoster,
  planFile,
  type RawCells,
  Refused,
  type Remembered,
  readFile,
  readKept,
  refusalOf,
  replanSheet,
  type SourceRow,
} from './service/index.ts';
export { reasonColumn } from './vi/header-words.ts';
export { cellText, cellWords } from './vi/messages.ts';

/** No doors and no rights of its own: what it reads, others write. */
export const spreadsheets: Module = {
  name: 'spreadsheets',
  permissions: [],
  permissionNames: {},
};
