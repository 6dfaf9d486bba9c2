import type * as Docx from 'docx';
import type { Align, Inline, ListItem, Mark } from '../../../kernel/prose/index.ts';
import { xmlText } from '../text.ts';
import { type PaperLibrary, paperHref } from './library.ts';

/** The library that writes Word files, what the text refers to, and the lists that it numbers. */
export interface DocxKit {
  readonly docx: typeof Docx;
  readonly library: PaperLibrary;
  /** Of each numbered list its first number, in their order. */
  readonly starts: number[];
}

export const LIST = 'prose-list';

/** Words as Word has them; a link around those that have one. */
export function docxRuns(
  kit: DocxKit,
  content: readonly Inline[] = [],
  style: Docx.IRunOptions = {},
): Docx.ParagraphChild[] {
  const { ExternalHyperlink, TextRun } = kit.docx;
  return content.map((one) => {
    if (one.type === 'hardBreak') return new TextRun({ break: 1 });
    const marks = one.marks ?? [];
    const link = marks.find((mark) => mark.type === 'link');
    const href = link === undefined ? null : paperHref(kit.library, link.attrs.href);
    const underline = href === null ? {} : { underline: {}, color: '2A3F7E' };
    const run = new TextRun({
      ...style,
      text: xmlText(one.text),
      ...underline,
      ...Object.assign({}, ...marks.map(markOf)),
    });
    return href === null ? run : new ExternalHyperlink({ link: xmlText(href), children: [run] });
  });
}

function markOf(mark: Mark): Docx.IRunOptions {
  switch (mark.type) {
    case 'bold':
      return { bold: true };
    case 'italic':
      return { italics: true };
    case 'underline':
      return { underline: {} };
    case 'strike':
      return { strike: true };
    case 'subscript':
      return { subScript: true };
    case 'superscript':
      return { superScript: true };
    case 'code':
      return { font: 'Courier New' };
    case 'link':
      return {};
  }
}

export function docxAlign(kit: DocxKit, align: Align | undefined) {
  const { AlignmentType } = kit.docx;
  return { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[
    align ?? 'left'
  ];
}

export type FlowNode = ListItem['content'][number];

/** Paragraphs and lists, one Word paragraph each. `level`: how deep the lists lie. */
export function docxFlow(
  kit: DocxKit,
  nodes: readonly FlowNode[],
  style: Docx.IRunOptions = {},
  frame: Docx.IParagraphOptions = {},
  level = 0,
): Docx.Paragraph[] {
  return nodes.flatMap((node) => {
    if (node.type === 'paragraph')
      return [
        new kit.docx.Paragraph({
          ...frame,
          alignment: docxAlign(kit, node.attrs?.align),
          children: docxRuns(kit, node.content, style),
        }),
      ];
    const number = node.type === 'orderedList' ? kit.starts.push(node.attrs?.start ?? 1) : 0;
    return node.content.flatMap((item) => docxItem(kit, item, { number, level, style }));
  });
}

interface InList {
  /** Which of the numbered lists it is, from 1; 0 for bullets. */
  readonly number: number;
  readonly level: number;
  readonly style: Docx.IRunOptions;
}

function docxItem(
  kit: DocxKit,
  item: ListItem,
  { number, level, style }: InList,
): Docx.Paragraph[] {
  const [first, ...rest] = item.content;
  const mark: Docx.IParagraphOptions =
    number === 0
      ? { bullet: { level: Math.min(level, 8) } }
      : { numbering: { reference: `${LIST}-${number}`, level: 0 } };
  const indent = { left: 360 * (level + 1) + 360, hanging: 360 };
  const words = first === undefined ? [] : docxFlow(kit, [first], style, { ...mark, indent });
  return [...words, ...docxFlow(kit, rest, style, { indent: { left: indent.left } }, level + 1)];
}
