import type { Block, OfficialDocument } from '../../../platform/documents/index.ts';
import { officialDocument } from '../../../platform/documents/index.ts';
import type { Edition } from '../../calls/index.ts';
import type { Complaint } from '../schema/index.ts';
import { outcomeNames, topicNames, documentWords as words } from '../vi/index.ts';

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** Where it is signed: the province that the union's name ends with. */
function placeOf(union: string): string {
  const found = /(?:t\u1ec9nh|th\u00e0nh ph\u1ed1)\s+(\p{Lu}[^,()]*)$/u.exec(union.trim());
  return found?.[1]?.trim() ?? words.capital;
}

/**
 * The official letter that answers, with number, day and signer left blank: the office's own register numbers it.
 * @throws RangeError when nothing was drafted
 */
export function answerLetter(edition: Edition, complaint: Complaint): OfficialDocument {
  const { outcome, answer, number, receivedOn, acceptedOn, topic } = complaint;
  if (outcome === null || answer === null || acceptedOn === null)
    throw new RangeError('nothing was drafted');
  const { committee, name } = edition.content;
  const paragraphs = answer
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    type: null,
    parentAgency: edition.organisation.name,
    agency: committee.name,
    number: null,
    symbol: committee.symbol,
    place: placeOf(edition.organisation.name),
    day: null,
    subject: words.subject(number, name),
    addressees: [words.to(complaint.complainant, complaint.address)],
    body: [
      paragraph(words.intro(number, receivedOn, topicNames[topic].toLocaleLowerCase('vi'))),
      paragraph(words.accepted(acceptedOn)),
      ...paragraphs.map(paragraph),
      paragraph(words.outcome(outcomeNames[outcome])),
      paragraph(words.end),
    ],
    signature: { position: words.position, name: '' },
    recipients: [words.asAbove],
  };
}

/** The same as .docx. */
export const answerDocx = (edition: Edition, complaint: Complaint): Promise<Buffer> =>
  officialDocument(answerLetter(edition, complaint));
