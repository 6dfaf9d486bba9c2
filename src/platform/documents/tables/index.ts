/** Reads rosters of any length, row by row: XLSX, XLSM (as data) and CSV or TSV of any bytes. */
export { openTable } from './open.ts';
export {
  type MergedRange,
  type OpenedTable,
  type RowsOptions,
  type Table,
  type TableCell,
  TableFault,
  type TableLimits,
  type TableRow,
  type TableSheet,
} from './types.ts';
