/** What modules may use of the documents layer. Heavy libraries load when first used. */
export {
  type Bar,
  bars,
  type ChartAccent,
  type ChartLook,
  type Distribution,
  distribution,
  type LinePoint,
  line,
} from './chart/index.ts';
export { contentDisposition, safeFileName } from './filename.ts';
export * from './nd30/index.ts';
export { readCsv } from './sheets/read-csv.ts';
export { readXlsx } from './sheets/read-xlsx.ts';
export {
  readSheet,
  type SheetColumn,
  type SheetOption,
  type SheetReading,
  type SheetRow,
  type SheetShape,
} from './sheets/shape.ts';
export { streamXlsx } from './sheets/stream-xlsx.ts';
export { exportColumns, writeTemplate } from './sheets/template.ts';
export {
  type Cell,
  cellAddress,
  columnLetters,
  type ReadLimits,
  type ReadResult,
  type Sheet,
} from './sheets/types.ts';
export { csvOf } from './sheets/write-csv.ts';
export {
  type SheetOut,
  type SheetOutColumn,
  type WorkbookOut,
  writeXlsx,
} from './sheets/write-xlsx.ts';
export { documentIssueWords } from './vi.ts';
