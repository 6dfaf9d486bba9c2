import type * as Docx from 'docx';
import type { IParagraphOptions, Paragraph, Table } from 'docx';
import { xmlText } from '../text.ts';
import type { LayoutProfile, SizeName } from './profile.ts';
import type { Inline, Run } from './types.ts';

export type Part = Paragraph | Table;

/** The library, loaded when the first document is made, and the layout it is used for. */
export interface Kit {
  readonly docx: typeof Docx;
  readonly profile: LayoutProfile;
}

/** mm to twentieths of a point. A least length is rounded up, a greatest one down. */
export function twips(mm: number, round: (value: number) => number = Math.round): number {
  return round((mm / 25.4) * 1440);
}

export function textWidthMm(profile: LayoutProfile, landscape = false): number {
  const across = landscape ? profile.pageMm.height : profile.pageMm.width;
  return across - profile.marginMm.left - profile.marginMm.right;
}

export function points(mm: number): number {
  return (mm / 25.4) * 72;
}

export interface TextStyle {
  readonly size: SizeName;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Text runs of a piece of text; every line break in it becomes one. */
export function runs(kit: Kit, text: Inline, style: TextStyle): Docx.TextRun[] {
  const pieces: readonly Run[] = typeof text === 'string' ? [{ text }] : text;
  return pieces.flatMap((piece) =>
    xmlText(piece.text)
      .split(/\r\n|\r|\n/)
      .map(
        (line, index) =>
          new kit.docx.TextRun({
            text: line,
            ...(index > 0 ? { break: 1 } : {}),
            size: kit.profile.size[style.size] * 2,
            bold: piece.bold ?? style.bold ?? false,
            italics: piece.italic ?? style.italic ?? false,
          }),
      ),
  );
}

/** A paragraph with no space around it, as the parts of the head and of the signature have. */
export function tightParagraph(
  kit: Kit,
  text: Inline,
  style: TextStyle,
  options: IParagraphOptions = {},
): Paragraph {
  return new kit.docx.Paragraph({
    alignment: kit.docx.AlignmentType.CENTER,
    ...options,
    spacing: {
      before: 0,
      after: 0,
      line: 240,
      lineRule: kit.docx.LineRuleType.AUTO,
      ...options.spacing,
    },
    children: runs(kit, text, style),
  });
}

/** A solid rule of `lengthPt` points centred in a column of `columnMm`. */
export function rule(kit: Kit, lengthPt: number, columnMm: number, gapAfterPt = 0): Paragraph {
  const side = Math.max(0, Math.round(((points(columnMm) - lengthPt) / 2) * 20));
  return new kit.docx.Paragraph({
    indent: { left: side, right: side },
    spacing: {
      before: 0,
      after: gapAfterPt * 20,
      line: 40,
      lineRule: kit.docx.LineRuleType.EXACT,
    },
    border: { bottom: { style: kit.docx.BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    run: { size: 2 },
    children: [],
  });
}

/** Two cells without borders next to each other, such as head and signature are set in. */
export function twoColumns(
  kit: Kit,
  widthsMm: readonly [number, number],
  rows: readonly (readonly [readonly Paragraph[], readonly Paragraph[]])[],
): Table {
  const { Table, TableRow, TableCell, TableLayoutType, WidthType, TableBorders } = kit.docx;
  const widths = widthsMm.map((mm) => twips(mm, Math.floor));
  const none = { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: TableBorders.NONE,
    margins: none,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                margins: none,
                children: [...children],
              }),
          ),
        }),
    ),
  });
}
