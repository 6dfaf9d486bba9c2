import type { ColumnDef } from 'hucre';
import { toCellContent } from './cell-content.ts';
import { columnDef, headerStyle, sheetNames } from './layout.ts';
import type { SheetOut } from './out.ts';

/**
 * Writes one sheet of any length as a stream of bytes in flat memory: headers, formats and the frozen
 * head, without title and notes. Rows are asked for as the receiver takes the bytes; text is stored as
 * text, whatever it starts with.
 */
export async function streamXlsx(
  sheet: Pick<SheetOut, 'name' | 'columns' | 'rows'>,
): Promise<ReadableStream<Uint8Array>> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const [name = ''] = sheetNames([sheet.name]);
  const columns = sheet.columns.map((column): ColumnDef => {
    const { header, key } = column;
    return { ...columnDef(column), header, key, headerStyle } as ColumnDef;
  });
  return writeXlsxStream(values(sheet), { name, columns, freezePane: { rows: 1 } });
}

async function* values({ columns, rows }: Pick<SheetOut, 'columns' | 'rows'>) {
  for await (const record of rows) {
    yield columns.map(
      (column) => toCellContent(record[column.key], column.type, column.decimals).value,
    );
  }
}
