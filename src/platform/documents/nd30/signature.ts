import type { Paragraph, Table } from 'docx';
import { officialWords } from '../vi.ts';
import { type Kit, textWidthMm, tightParagraph, twoColumns } from './kit.ts';
import type { OfficialDocument } from './types.ts';
import { capitals, listEnd } from './words.ts';

/** Recipients on the left, authority, position and name of the signer on the right (boxes 7, 9b). */
export function signatureBlock(kit: Kit, doc: OfficialDocument): Table {
  const width = textWidthMm(kit.profile);
  const left = Math.floor(width * 0.47);
  return twoColumns(kit, [left, width - left], [[recipients(kit, doc), signer(kit, doc)]]);
}

function recipients(kit: Kit, doc: OfficialDocument): Paragraph[] {
  const alignment = kit.docx.AlignmentType.LEFT;
  const label = { size: 'recipientsLabel', bold: true, italic: true } as const;
  // The line of the archive belongs to the layout; one that a caller wrote as well is dropped.
  const filed = new RegExp(`^-?\\s*${officialWords.filedPrefix}\\s*:`, 'iu');
  const names = doc.recipients.filter((name) => !filed.test(name.trim()));
  const lines = [
    ...names.map((name) => `- ${listEnd(name.replace(/^\s*-\s*/, ''), false)}`),
    officialWords.filed(doc.filedWith ?? []),
  ];
  return [
    tightParagraph(kit, officialWords.recipients, label, { alignment, spacing: { before: 240 } }),
    ...lines.map((line) => tightParagraph(kit, line, { size: 'recipients' }, { alignment })),
  ];
}

function signer(kit: Kit, doc: OfficialDocument): Paragraph[] {
  const { authority, position, name } = doc.signature;
  const style = { size: 'signature', bold: true } as const;
  const lines = [
    ...(authority ?? []).map((line) => `${line.mark} ${capitals(line.of)}`),
    ...(position === '' ? [] : [capitals(position)]),
  ];
  return [
    ...lines.map((line, index) =>
      tightParagraph(kit, line, style, {
        keepNext: true,
        ...(index === 0 ? { spacing: { before: 240 } } : {}),
      }),
    ),
    tightParagraph(kit, name.trim(), style, {
      spacing: { before: kit.profile.signatureGapPt * 20 },
    }),
  ];
}
