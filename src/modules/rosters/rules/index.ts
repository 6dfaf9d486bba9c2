export { type CellLike, letterOf, type MergeLike, type RowLike } from './cell.ts';
export { decoderOf, type JudgedColumn, settledEncodings } from './decode.ts';
export { isFilledDown } from './fill-down.ts';
export { type FoundHeader, findHeader } from './header.ts';
export { type GuessedColumn, guessMapping, type SampledColumn } from './mapping.ts';
export type { SampledCell } from './profile.ts';
export {
  type ReadColumn,
  type ReadContext,
  type RosterReader,
  readRow,
  rosterReader,
  type TypedCells,
} from './reader.ts';
export { branchOfSheet } from './rows.ts';
export { shapeOf } from './shape.ts';
