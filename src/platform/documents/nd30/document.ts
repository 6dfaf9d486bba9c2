import type { ISectionOptions } from 'docx';
import { xmlText } from '../text.ts';
import { appendixParts } from './appendix.ts';
import { content } from './body.ts';
import { checkOfficialDocument } from './check.ts';
import { head, titleBlock } from './head.ts';
import { type Kit, type Part, twips } from './kit.ts';
import { type LayoutProfile, nd30Profile } from './profile.ts';
import { signatureBlock } from './signature.ts';
import type { OfficialDocument } from './types.ts';
import { typeInText } from './words.ts';

/**
 * Prints an administrative document as .docx in the form that `profile` (decree 30/2020 by default)
 * prescribes. Ask `checkOfficialDocument` first: throws RangeError, naming the codes, for what that
 * refuses.
 */
export async function officialDocument(
  doc: OfficialDocument,
  profile: LayoutProfile = nd30Profile,
): Promise<Buffer> {
  const issues = checkOfficialDocument(doc);
  if (issues.length > 0) throw new RangeError(issues.map((one) => one.code).join(', '));
  const kit: Kit = { docx: await import('docx'), profile };
  const sections = [
    section(kit, false, mainParts(kit, doc)),
    ...(doc.appendices ?? []).map((appendix, index) =>
      section(kit, appendix.orientation === 'landscape', appendixParts(kit, doc, appendix, index)),
    ),
  ];
  const file = new kit.docx.Document({
    title: xmlText(`${typeInText(doc)} ${doc.subject}`),
    creator: xmlText(doc.agency),
    lastModifiedBy: xmlText(doc.agency),
    styles: {
      default: {
        document: {
          run: {
            font: fonts(profile.font),
            size: profile.size.body * 2,
            color: '000000',
            language: { value: 'vi-VN' },
          },
        },
      },
    },
    sections,
  });
  return kit.docx.Packer.toBuffer(file);
}

function fonts(name: string) {
  return { ascii: name, hAnsi: name, cs: name, eastAsia: name };
}

function mainParts(kit: Kit, doc: OfficialDocument): Part[] {
  return [head(kit, doc), ...titleBlock(kit, doc), ...content(kit, doc), signatureBlock(kit, doc)];
}

/** Pages of one direction, numbered from 1 in the upper margin; the first shows no number. */
function section(kit: Kit, landscape: boolean, children: Part[]): ISectionOptions {
  const { AlignmentType, Header, NumberFormat, PageNumber, Paragraph, SectionType, TextRun } =
    kit.docx;
  const number = new TextRun({
    children: [PageNumber.CURRENT],
    size: kit.profile.size.pageNumber * 2,
  });
  const line = new Paragraph({ alignment: AlignmentType.CENTER, children: [number] });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        ...paper(kit, landscape),
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
    headers: {
      default: new Header({ children: [line] }),
      first: new Header({ children: [new Paragraph({})] }),
    },
    children,
  };
}

function paper(kit: Kit, landscape: boolean) {
  const { PageOrientation } = kit.docx;
  const { marginMm, pageMm, pageNumberFromTopMm } = kit.profile;
  return {
    size: {
      width: twips(pageMm.width),
      height: twips(pageMm.height),
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: twips(marginMm.top, Math.ceil),
      bottom: twips(marginMm.bottom, Math.ceil),
      left: twips(marginMm.left, Math.ceil),
      right: twips(marginMm.right, Math.floor),
      header: twips(pageNumberFromTopMm),
      footer: twips(pageNumberFromTopMm),
    },
  };
}
