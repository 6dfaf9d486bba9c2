import type { Paragraph, Table } from 'docx';
import { officialWords } from '../vi.ts';
import { type Kit, points, rule, textWidthMm, tightParagraph, twoColumns } from './kit.ts';
import { balancedLines, textWidth } from './metrics.ts';
import type { SizeName } from './profile.ts';
import type { OfficialDocument } from './types.ts';
import { capitals, dateWords, numberAndSymbol } from './words.ts';

/** Agency on the left, nation and motto on the right, number and date below (boxes 1 to 4, 5b). */
export function head(kit: Kit, doc: OfficialDocument): Table {
  const { agency, nation } = kit.profile.headColumnMm;
  return twoColumns(
    kit,
    [agency, nation],
    [
      [agencyCell(kit, doc), nationCell(kit)],
      [numberCell(kit, doc), dateCell(kit, doc)],
    ],
  );
}

function nationCell(kit: Kit): Paragraph[] {
  const motto = officialWords.motto;
  return [
    tightParagraph(kit, officialWords.nation, { size: 'nation', bold: true }),
    tightParagraph(kit, motto, { size: 'motto', bold: true }),
    rule(kit, textWidth(motto, kit.profile.size.motto, true), kit.profile.headColumnMm.nation),
  ];
}

function agencyCell(kit: Kit, doc: OfficialDocument): Paragraph[] {
  const column = kit.profile.headColumnMm.agency;
  const room = { width: points(column) - 12, size: kit.profile.size.agency, capitals: true };
  const name = balancedLines(doc.agency, { ...room, bold: true });
  const parent = doc.parentAgency ?? '';
  const above = balancedLines(parent, { ...room, bold: false }).join('\n');
  return [
    ...(parent === '' ? [] : [tightParagraph(kit, above, { size: 'agency' })]),
    tightParagraph(kit, name.join('\n'), { size: 'agency', bold: true }),
    shortRule(kit, name, 'agency', column),
  ];
}

/** The rule under the last of these bold lines, a third to a half as long as that line. */
export function shortRule(
  kit: Kit,
  lines: readonly string[],
  size: SizeName,
  columnMm: number,
  gapAfterPt = 0,
): Paragraph {
  const last = textWidth(lines.at(-1) ?? '', kit.profile.size[size], true);
  return rule(kit, last * kit.profile.shortRule, columnMm, gapAfterPt);
}

function numberCell(kit: Kit, doc: OfficialDocument): Paragraph[] {
  const line = tightParagraph(
    kit,
    `${officialWords.number} ${numberAndSymbol(doc)}`,
    { size: 'number' },
    { spacing: { before: 120 } },
  );
  if (doc.type !== null) return [line];
  const room = {
    width: points(kit.profile.headColumnMm.agency) - 12,
    size: kit.profile.size.letterSubject,
    bold: false,
  };
  const subject = balancedLines(`${officialWords.about} ${doc.subject}`, room);
  const about = tightParagraph(
    kit,
    subject.join('\n'),
    { size: 'letterSubject' },
    { spacing: { before: 120 } },
  );
  return [line, about];
}

function dateCell(kit: Kit, doc: OfficialDocument): Paragraph[] {
  const text = `${doc.place}, ${dateWords(doc.day)}`;
  const style = { size: 'placeAndDate', italic: true } as const;
  return [tightParagraph(kit, text, style, { spacing: { before: 120 } })];
}

/** Type and subject with their rule (box 5a); nothing for a letter, whose subject is in the head. */
export function titleBlock(kit: Kit, doc: OfficialDocument): Paragraph[] {
  if (doc.type === null) return [];
  const column = textWidthMm(kit.profile);
  const room = { width: points(column) * 0.86, size: kit.profile.size.subject, bold: true };
  const subject = balancedLines(doc.subject, room);
  return [
    tightParagraph(
      kit,
      capitals(doc.type.title),
      { size: 'type', bold: true },
      { spacing: { before: 360 }, keepNext: true },
    ),
    tightParagraph(kit, subject.join('\n'), { size: 'subject', bold: true }, { keepNext: true }),
    shortRule(kit, subject, 'subject', column, 14),
  ];
}
