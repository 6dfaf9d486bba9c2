import type { SheetPlan } from '../schema.ts';
import type { Remembered } from './columns.ts';
import { type RosterFile, withTable } from './file.ts';
import { type FileReading, type SourceRow, sourceRows } from './rows.ts';
import { planAgain, planSheets } from './sheets.ts';

/**
 * The sheets of a file that have something to read, each with its header and how its columns are
 * going to be read; none where nobody stands below a header. `chosen`: those with names.
 * @throws Refused
 */
export function planFile(
  file: RosterFile,
  today: string,
  remembered: Remembered,
): Promise<SheetPlan[]> {
  return withTable(file, (table) => planSheets(table, today, remembered));
}

/**
 * The plan of a sheet whose header stands in the row that somebody chose, as Excel counts; null when
 * the file has no such sheet. @throws Refused
 */
export function replanSheet(
  file: RosterFile,
  plan: SheetPlan,
  headerRow: number,
  today: string,
): Promise<SheetPlan | null> {
  return withTable(file, (table) => planAgain(table, plan, headerRow, today));
}

/** Gives the rows of a file that tell of somebody, in batches, to the work. @throws Refused */
export function readFile<T>(
  file: RosterFile,
  how: FileReading,
  work: (rows: AsyncIterable<readonly SourceRow[]>) => Promise<T>,
): Promise<T> {
  return withTable(file, (table) => work(sourceRows(table, how)));
}

export type { Remembered } from './columns.ts';
export { largestRoster, Refused, type RosterFile, refusalOf } from './file.ts';
export {
  type FileReading,
  type RawCells,
  type ReadSetting,
  readKept,
  type SourceRow,
} from './rows.ts';
