import type { Paragraph } from 'docx';
import { officialWords } from '../vi.ts';
import { type Kit, type Part, runs, tightParagraph, twips } from './kit.ts';
import { textWidth } from './metrics.ts';
import { bodyTable } from './table.ts';
import type { Align, Block, Inline, OfficialDocument } from './types.ts';
import { capitals, listEnd } from './words.ts';

const END_MARK = './.';

/** Addressees, grounds and content (boxes 9a and 6). */
export function content(kit: Kit, doc: OfficialDocument): Part[] {
  return [
    ...addressees(kit, doc.addressees ?? []),
    ...grounds(kit, doc.grounds ?? []),
    ...blocks(kit, doc.body.slice(0, -1), false),
    ...lastBlock(kit, doc.body.at(-1)),
  ];
}

/** Blocks of a body in a text as wide as the upright or the lying page. */
export function blocks(kit: Kit, body: readonly Block[], landscape: boolean): Part[] {
  return body.flatMap((block) => blockParts(kit, block, landscape));
}

function blockParts(kit: Kit, block: Block, landscape: boolean): Part[] {
  switch (block.kind) {
    case 'heading':
      return [heading(kit, block.level, block.text)];
    case 'paragraph':
      return [paragraph(kit, block.text, block.align ?? 'justify')];
    case 'bullet':
      return [paragraph(kit, prefixed(block.text), 'justify')];
    case 'table':
      return bodyTable(kit, block, landscape);
    case 'pageBreak':
      return [new kit.docx.Paragraph({ children: [new kit.docx.PageBreak()] })];
  }
}

function prefixed(text: Inline): Inline {
  return typeof text === 'string' ? `- ${text}` : [{ text: '- ' }, ...text];
}

function bodySpacing(kit: Kit) {
  return {
    before: 0,
    after: kit.profile.paragraphGapPt * 20,
    line: Math.round(kit.profile.lineSpacing * 240),
    lineRule: kit.docx.LineRuleType.AUTO,
  };
}

function paragraph(
  kit: Kit,
  text: Inline,
  align: Align | 'justify',
  options: { readonly italic?: boolean; readonly keepNext?: boolean } = {},
): Paragraph {
  const indented = align === 'justify' || align === 'left';
  return new kit.docx.Paragraph({
    alignment: alignment(kit, align),
    spacing: bodySpacing(kit),
    ...(indented ? { indent: { firstLine: twips(kit.profile.firstLineIndentMm) } } : {}),
    keepNext: options.keepNext ?? false,
    children: runs(kit, text, { size: 'body', italic: options.italic ?? false }),
  });
}

function alignment(kit: Kit, align: Align | 'justify') {
  const { AlignmentType } = kit.docx;
  const names = {
    left: AlignmentType.LEFT,
    center: AlignmentType.CENTER,
    right: AlignmentType.RIGHT,
    justify: AlignmentType.JUSTIFIED,
  };
  return names[align];
}

function heading(kit: Kit, level: 1 | 2 | 3, text: string): Paragraph {
  const words = level === 1 ? capitals(text) : text;
  return new kit.docx.Paragraph({
    alignment: kit.docx.AlignmentType.JUSTIFIED,
    spacing: { ...bodySpacing(kit), before: level === 1 ? 120 : 0 },
    indent: { firstLine: twips(kit.profile.firstLineIndentMm) },
    keepNext: true,
    outlineLevel: level - 1,
    children: runs(kit, words, { size: 'body', bold: level < 3 }),
  });
}

function addressees(kit: Kit, names: readonly string[]): Paragraph[] {
  const [only] = names;
  if (only === undefined) return [];
  const style = { size: 'body' } as const;
  const gap = { before: 240, after: 240 };
  if (names.length === 1) {
    return [tightParagraph(kit, `${officialWords.addressees} ${only}`, style, { spacing: gap })];
  }
  const left = twips(kit.profile.firstLineIndentMm * 2);
  // The dashes stand in one line under the colon.
  const colon = textWidth(officialWords.addressees.slice(0, -1), kit.profile.size.body, false);
  const list = left + Math.round(colon * 20);
  const dash = Math.round(textWidth('- ', kit.profile.size.body, false) * 20);
  const alignLeft = kit.docx.AlignmentType.LEFT;
  return [
    tightParagraph(kit, officialWords.addressees, style, {
      alignment: alignLeft,
      indent: { left },
      spacing: { before: 240 },
      keepNext: true,
    }),
    ...names.map((name, index) => {
      const last = index === names.length - 1;
      return tightParagraph(kit, `- ${listEnd(name, last)}`, style, {
        alignment: alignLeft,
        indent: { left: list + dash, hanging: dash },
        ...(last ? { spacing: { after: 240 } } : {}),
      });
    }),
  ];
}

function grounds(kit: Kit, lines: readonly string[]): Paragraph[] {
  return lines.map((line, index) =>
    paragraph(kit, listEnd(line, index === lines.length - 1), 'justify', { italic: true }),
  );
}

// The content ends with "./." where its last block is a text, and that text stays on the page of the
// signature.
function lastBlock(kit: Kit, block: Block | undefined): Part[] {
  if (block === undefined) return [];
  if (block.kind !== 'paragraph' && block.kind !== 'bullet') return blockParts(kit, block, false);
  const text = endMarked(block.kind === 'bullet' ? prefixed(block.text) : block.text);
  const align = block.kind === 'paragraph' ? (block.align ?? 'justify') : 'justify';
  return [paragraph(kit, text, align, { keepNext: true })];
}

function endMarked(text: Inline): Inline {
  if (typeof text === 'string') return text.trimEnd().replace(/[.;]?(\/\.)?$/, END_MARK);
  const last = text.at(-1);
  if (last === undefined) return text;
  return [...text.slice(0, -1), { ...last, text: endMarked(last.text) as string }];
}
