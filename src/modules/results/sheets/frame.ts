import type { Authority, Block, OfficialDocument } from '../../../platform/documents/index.ts';
import type { Edition } from '../../calls/index.ts';
import type { PaperKind, PaperNumber, WithheldPrize } from '../schema/index.ts';
import { paperTypes, printed as words } from '../vi/papers.ts';

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
export const bullet = (text: string): Block => ({ kind: 'bullet', text });
export const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

/** Texts of a form: each line is a paragraph. */
export const lines = (text: string | null): Block[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map(paragraph);

/** A SHA-256 in groups of eight signs, so that its line breaks between them. */
export const hash = (said: string, sha256: string): Block[] => [
  paragraph(said),
  { kind: 'paragraph', text: (sha256.match(/.{1,8}/g) ?? []).join(' '), align: 'left' },
];

/** Prizes that are given to nobody, each with its reason. */
export function withheldBlocks(
  { content }: Pick<Edition, 'content'>,
  said: string,
  withheld: readonly WithheldPrize[],
): Block[] {
  if (withheld.length === 0) return [];
  const line = ({ prize, field, reason }: WithheldPrize): Block =>
    bullet(
      words.proposal.withheldLine(
        content.prizes.prizes.find(({ key }) => key === prize)?.name ?? prize,
        content.fields.find(({ code }) => code === field)?.name ?? '',
        reason,
      ),
    );
  return [paragraph(said), ...withheld.map(line)];
}

/** Where papers are signed: the province that the union's name ends with. */
export function placeOfUnion({ organisation }: Pick<Edition, 'organisation'>): string {
  const found = /(?:t\u1ec9nh|th\u00e0nh ph\u1ed1)\s+(\p{Lu}[^,()]*)$/u.exec(
    organisation.name.trim(),
  );
  return found?.[1]?.trim() ?? 'H\u00e0 N\u1ed9i';
}

/**
 * What all papers of an organising committee have in common: its name under the union's, its own number, who signs.
 * Without a number it is a draft with blanks.
 */
export function framed(
  edition: Edition,
  paper: PaperKind | 'sheet',
  number: PaperNumber | null,
  own: Pick<OfficialDocument, 'subject' | 'body'> &
    Partial<Pick<OfficialDocument, 'grounds' | 'addressees' | 'appendices' | 'recipients'>> & {
      readonly position: string;
      readonly name?: string;
    },
): OfficialDocument {
  const { committee } = edition.content;
  const { position, name = '', recipients, ...rest } = own;
  const type = paper === 'sheet' ? 'PC' : paperTypes[paper];
  return {
    type: { code: type, title: words.titles[paper] },
    parentAgency: edition.organisation.name,
    agency: committee.name,
    number: number?.number ?? null,
    symbol: number === null ? committee.symbol : number.symbol.replace(`${type}-`, ''),
    place: placeOfUnion(edition),
    day: number?.signedOn ?? null,
    recipients: recipients ?? [...words.recipients],
    signature:
      number === null
        ? { position, name }
        : { authority: authorityOf(number), position: number.position, name: number.signer },
    ...rest,
  };
}

function authorityOf({ authority, authorityOf: of }: PaperNumber): Authority[] {
  return authority === null ? [] : [{ mark: authority, of: of ?? '' }];
}
