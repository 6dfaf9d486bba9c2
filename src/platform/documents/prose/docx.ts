import type * as Docx from 'docx';
import type { Block, Figure, Prose } from '../../../kernel/prose/index.ts';
import { xmlText } from '../text.ts';
import { type DocxKit, docxAlign, docxFlow, docxRuns, LIST } from './docx-flow.ts';
import { docxTable, type Part, TEXT_WIDTH } from './docx-table.ts';
import { type PaperLibrary, paperCaption, paperLink, paperPicture } from './library.ts';

export interface ProseDocument {
  readonly title: string;
  /** Under the title: who and when, what it is about. */
  readonly lines?: readonly string[];
  readonly prose: Prose;
}

const MARGIN = 1418;

/** A text as a Word file, in Times New Roman 13 on A4. */
export async function proseDocx(
  { title, lines = [], prose }: ProseDocument,
  library: PaperLibrary,
): Promise<Buffer> {
  const kit: DocxKit = { docx: await import('docx'), library, starts: [] };
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = kit.docx;
  const children = [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(xmlText(title))] }),
    ...lines.map(
      (line) => new Paragraph({ children: [new TextRun({ text: xmlText(line), italics: true })] }),
    ),
    ...prose.content.flatMap((block) => blockParts(kit, block)),
  ];
  const margin = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };
  const file = new Document({
    title: xmlText(title),
    styles: styles(),
    numbering: { config: numbering(kit) },
    sections: [
      { properties: { page: { size: { width: 11906, height: 16838 }, margin } }, children },
    ],
  });
  return Packer.toBuffer(file);
}

function styles(): Docx.IStylesOptions {
  const heading = (size: number) => ({
    run: { size, bold: true, color: '000000', font: 'Times New Roman' },
    paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: 'Times New Roman', size: 26, language: { value: 'vi-VN' } },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      heading1: heading(36),
      heading2: heading(30),
      heading3: heading(28),
      heading4: heading(26),
    },
  };
}

// Each list counts for itself.
function numbering(kit: DocxKit) {
  const { AlignmentType, LevelFormat } = kit.docx;
  return kit.starts.map((start, at) => ({
    reference: `${LIST}-${at + 1}`,
    levels: [
      { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, start },
    ],
  }));
}

function blockParts(kit: DocxKit, block: Block): Part[] {
  const { BorderStyle, HeadingLevel, Paragraph } = kit.docx;
  switch (block.type) {
    case 'paragraph':
    case 'bulletList':
    case 'orderedList':
      return docxFlow(kit, [block]);
    case 'heading': {
      const levels = {
        2: HeadingLevel.HEADING_2,
        3: HeadingLevel.HEADING_3,
        4: HeadingLevel.HEADING_4,
      };
      const { level, align } = block.attrs;
      return [
        new Paragraph({
          heading: levels[level],
          alignment: docxAlign(kit, align),
          children: docxRuns(kit, block.content),
        }),
      ];
    }
    case 'blockquote':
      return docxFlow(kit, block.content, { italics: true }, { indent: { left: 567 } });
    case 'horizontalRule':
      return [
        new Paragraph({
          border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: '999999' } },
        }),
      ];
    case 'table':
      return docxTable(kit, block);
    case 'figure':
      return figureParts(kit, block.attrs);
    default: {
      const link = paperLink(kit.library, block);
      if (link === null) return [];
      const marks =
        link.href === null ? [] : [{ type: 'link', attrs: { href: link.href } } as const];
      return [
        new Paragraph({ children: docxRuns(kit, [{ type: 'text', text: link.words, marks }]) }),
      ];
    }
  }
}

const PIXELS = (TEXT_WIDTH / 1440) * 96;
const TALLEST = 800;

function figureParts(kit: DocxKit, attrs: Figure['attrs']): Part[] {
  const { AlignmentType, ImageRun, Paragraph } = kit.docx;
  const picture = paperPicture(kit.library, attrs.media);
  const words = paperCaption(kit.library, attrs);
  const caption =
    words === ''
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: docxRuns(kit, [{ type: 'text', text: words }], { italics: true, size: 24 }),
          }),
        ];
  if (picture === null) return caption;
  const { bytes, type, width, height } = picture;
  const widest = attrs.width === 'half' ? PIXELS / 2 : PIXELS;
  const scale = Math.min(1, widest / width, TALLEST / height);
  const name = xmlText(attrs.alt ?? words);
  const image = new ImageRun({
    type,
    data: bytes,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name, title: name, description: name },
  });
  const line = new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: words !== '',
    children: [image],
  });
  return [line, ...caption];
}
