import { toRoman } from '../../../kernel/vietnamese/numbers.ts';
import { officialWords } from '../vi.ts';
import { blocks } from './body.ts';
import { type Kit, type Part, points, textWidthMm, tightParagraph } from './kit.ts';
import { balancedLines } from './metrics.ts';
import type { Appendix, OfficialDocument } from './types.ts';
import { dateWords, numberAndSymbol, typeInText } from './words.ts';

/** Head of an appendix (number when there are several, title, the document it belongs to) and body. */
export function appendixParts(
  kit: Kit,
  doc: OfficialDocument,
  appendix: Appendix,
  index: number,
): Part[] {
  const landscape = appendix.orientation === 'landscape';
  const several = (doc.appendices ?? []).length > 1;
  const name = several ? `${officialWords.appendix} ${toRoman(index + 1)}` : officialWords.appendix;
  const room = {
    width: points(textWidthMm(kit.profile, landscape)) * 0.9,
    size: kit.profile.size.appendix,
    bold: true,
    capitals: true,
  };
  const bold = { size: 'appendix', bold: true } as const;
  const title = balancedLines(appendix.title, room);
  const attached = officialWords.attachedTo(
    typeInText(doc),
    numberAndSymbol(doc),
    dateWords(doc.day),
    doc.agency.replaceAll('\n', ' '),
  );
  return [
    tightParagraph(kit, name, bold, { keepNext: true, outlineLevel: 0 }),
    tightParagraph(kit, title.join('\n'), bold, { keepNext: true }),
    tightParagraph(
      kit,
      attached,
      { size: 'body', italic: true },
      { keepNext: true, spacing: { after: 240 } },
    ),
    ...blocks(kit, appendix.body, landscape),
  ];
}
