import type { WriteSheet } from 'hucre';

/**
 * The sheet under Excel's protection, without a password. Cells are locked by Excel unless a style says
 * otherwise: those of the open columns (counted from 0) are opened; title, notes and headers, which have
 * a style of their own, stay locked.
 */
export function lockedSheet(sheet: WriteSheet, open: (column: number) => boolean): WriteSheet {
  const columns = sheet.columns?.map((column, index) =>
    open(index) ? { ...column, style: { ...column.style, protection: { locked: false } } } : column,
  );
  return {
    ...sheet,
    ...(columns === undefined ? {} : { columns }),
    protection: {
      sheet: true,
      formatCells: true,
      formatColumns: true,
      formatRows: true,
      insertRows: true,
      deleteRows: true,
      sort: true,
      autoFilter: true,
    },
  };
}
