import { SHIFT_1904 } from './format-date.ts';
import { builtInFormat, GENERAL, type NumberFormat, numberFormat } from './formats.ts';
import { damaged } from './types.ts';
import { type Attributes, readSmallPart } from './xml-parts.ts';
import type { Parts, Reading } from './zip.ts';

/** The look of a cell, as far as it says what is written in it. */
export interface CellStyle {
  readonly format: NumberFormat;
  readonly font: string | undefined;
}

export const PLAIN_STYLE: CellStyle = { format: GENERAL, font: undefined };
const SHORT_DAY = 14;

export interface Styles {
  readonly cells: readonly CellStyle[];
  /** For cells that hold an ISO date without a date format. */
  readonly day: NumberFormat;
  /** Days that the serial numbers of the file are behind those of the 1900 system. */
  readonly shift: number;
}

/** More than Excel can have; a file with more was made to fill the memory. */
const MOST = 100_000;

export function noStyles(is1904: boolean): Styles {
  return {
    cells: [PLAIN_STYLE],
    day: numberFormat(builtInFormat(SHORT_DAY), is1904),
    shift: is1904 ? SHIFT_1904 : 0,
  };
}

/** Reads number formats and fonts of the cell styles. Throws TableFault. */
export async function readStyles(
  parts: Parts,
  name: string,
  reading: Reading,
  is1904: boolean,
): Promise<Styles> {
  const codes = new Map<number, string>();
  const fonts: (string | undefined)[] = [];
  const cells: { format: number; font: number }[] = [];
  const path: string[] = [];
  const open = (local: string, attributes: Attributes): void => {
    path.push(local);
    const [, second, third] = path;
    if (path.length === 3 && second === 'numFmts') addCode(codes, attributes);
    if (path.length === 3 && second === 'fonts') fonts.push(undefined);
    if (path.length === 4 && second === 'fonts' && third === 'font' && local === 'name') {
      fonts[fonts.length - 1] = attributes.val;
    }
    if (path.length === 3 && second === 'cellXfs' && local === 'xf') {
      cells.push({
        format: Number(attributes.numFmtId ?? 0),
        font: Number(attributes.fontId ?? -1),
      });
    }
    if (codes.size + fonts.length + cells.length > MOST) throw damaged('styles');
  };
  await readSmallPart(parts, name, reading, open, () => {
    path.pop();
  });
  return { ...noStyles(is1904), cells: styled(cells, codes, fonts, is1904) };
}

function addCode(codes: Map<number, string>, attributes: Attributes): void {
  const code = attributes.formatCode;
  if (code !== undefined && code.length <= 1024) codes.set(Number(attributes.numFmtId), code);
}

function styled(
  cells: readonly { format: number; font: number }[],
  codes: ReadonlyMap<number, string>,
  fonts: readonly (string | undefined)[],
  is1904: boolean,
): CellStyle[] {
  const known = new Map<number, NumberFormat>();
  const formatOf = (id: number): NumberFormat => {
    const made = known.get(id) ?? numberFormat(codes.get(id) ?? builtInFormat(id), is1904);
    known.set(id, made);
    return made;
  };
  return cells.map((cell) => ({ format: formatOf(cell.format), font: fonts[cell.font] }));
}
