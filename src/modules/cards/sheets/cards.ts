import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { type QrText, renderPdf } from '../../../platform/documents/pdf/index.ts';
import { accentFor, accents } from '../../../ui/index.ts';
import { sealLines } from '../../organisations/index.ts';
import { formatPartialDate } from '../../people/index.ts';
import type { Issuer } from '../queries/index.ts';
import { inFours } from '../rules.ts';
import type { Card } from '../schema.ts';
import { cardWords, words } from '../vi.ts';

/** How cards are printed. */
export interface CardSheets {
  /** A4 sheets of ten with marks to cut by; else one card to a page. */
  readonly sheets: boolean;
  readonly back: boolean;
  /** The site's address without a slash at the end; the check page is below it. */
  readonly base: string;
}

/** What the template reads; see card.typ. */
export interface CardPrint {
  readonly sheets: boolean;
  readonly back: boolean;
  readonly labels: typeof cardWords;
  readonly address: string;
  readonly issuers: readonly IssuerPrint[];
  readonly cards: readonly {
    readonly issuer: number;
    readonly name: string;
    readonly number: string;
    readonly branch: string | null;
    readonly since: string | null;
    readonly until: string | null;
    readonly qr: QrText;
    readonly code: string;
  }[];
}

interface IssuerPrint {
  readonly association: string;
  readonly seal: readonly string[];
  readonly accent: string;
  readonly line: string;
  readonly title: string;
  readonly signer: { readonly post: string; readonly name: string } | null;
  readonly note: string | null;
  readonly contact: string | null;
}

/** What is printed of a card. */
export type PrintedCard = Pick<
  Card,
  'issuerId' | 'issuerName' | 'personName' | 'number' | 'branch' | 'joined' | 'validUntil' | 'token'
>;

const template = readFileSync(path.join(import.meta.dirname, 'card.typ'), 'utf8');

/** The address that a card's code leads to. */
export const checkAddress = (base: string, token: string): string => `${base}/the/${token}`;

/** Sets cards; `issuers` has those of all of them. @throws PdfFailed */
export function cardsPdf(
  cards: readonly PrintedCard[],
  issuers: ReadonlyMap<string, Issuer>,
  how: CardSheets,
): Promise<Buffer> {
  return renderPdf(template, cardPrint(cards, issuers, how));
}

/** The data of the template. Cards show the name that their issuer had on the day of issue. */
export function cardPrint(
  cards: readonly PrintedCard[],
  issuers: ReadonlyMap<string, Issuer>,
  { sheets, back, base }: CardSheets,
): CardPrint {
  const places = new Map<string, number>();
  const printed: IssuerPrint[] = [];
  const placeOf = ({ issuerId, issuerName }: PrintedCard): number => {
    const key = `${issuerId} ${issuerName}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, printed.length);
    return printed.push(issuerPrint(issuers.get(issuerId), issuerName)) - 1;
  };
  return {
    sheets,
    back,
    labels: cardWords,
    address: `${base.replace(/^https?:\/\//, '')}/the`,
    cards: cards.map((card) => ({
      issuer: placeOf(card),
      name: card.personName,
      number: card.number,
      branch: card.branch,
      since: card.joined === null ? null : formatPartialDate(card.joined),
      until: card.validUntil === null ? null : formatDate(card.validUntil),
      qr: { qr: checkAddress(base, card.token) },
      code: inFours(card.token),
    })),
    issuers: printed,
  };
}

function issuerPrint(issuer: Issuer | undefined, association: string): IssuerPrint {
  const found = accentFor(issuer?.accent ?? '');
  const { base, line } = found.ok ? found.accent : accents.indigo;
  const { signerPost = null, signerName = null } = issuer ?? {};
  const contact = [issuer?.address, issuer?.phone].filter(Boolean).join(' · ');
  return {
    association,
    seal: sealLines(issuer?.seal ?? null, issuer?.shortName ?? association),
    accent: base,
    line,
    title: issuer?.title ?? words.defaultTitle,
    signer:
      signerPost === null || signerName === null ? null : { post: signerPost, name: signerName },
    note: issuer?.note ?? null,
    contact: contact === '' ? null : contact,
  };
}
