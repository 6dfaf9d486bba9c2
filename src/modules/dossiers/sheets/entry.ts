import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Day } from '../../../kernel/day.ts';
import { renderPdf } from '../../../platform/documents/pdf/index.ts';
import type { Terms } from '../pages/entry/terms.ts';
import { callWords, receiptWords } from '../vi/entry/index.ts';

const template = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, name), 'utf8');
const callSheet = template('call.typ');
const receiptSheet = template('receipt.typ');

/** The terms of an edition on A4. @throws PdfFailed */
export function termsPdf(what: {
  readonly terms: Terms;
  readonly organiser: string;
  readonly address: string;
  readonly today: Day;
}): Promise<Buffer> {
  const { terms, organiser, address, today } = what;
  const lines = (title: string, items: readonly string[]) => ({
    title,
    items: items.map((value) => ({ term: null, value })),
  });
  const facts = (title: string, items: Terms['prepare']) => ({ title, items });
  const sections = [
    lines(callWords.who, terms.who),
    lines(callWords.fields, terms.fields),
    facts(callWords.prepare, terms.prepare),
    facts(callWords.phases, terms.phases),
    facts(callWords.prizes, terms.prizes),
    lines(callWords.basis, terms.basis),
    facts(callWords.organisers, terms.organisers),
  ].filter(({ items }) => items.length > 0);
  return renderPdf(callSheet, {
    organiser,
    committee: terms.committee,
    kind: callWords.pdfTitle,
    title: terms.title,
    occasion: callWords.upper(terms.occasion),
    sections,
    find: callWords.pdfAddress,
    address,
    qr: { qr: address },
    note: callWords.pdfNote(today),
  });
}

/** What is printed of a receipt. */
export interface ReceiptSheet {
  readonly organiser: string;
  readonly committee: string;
  readonly edition: string;
  readonly number: string;
  readonly lines: readonly { readonly term: string; readonly value: string }[];
  readonly sha256: string;
  readonly signature: string;
  readonly keyId: string;
  /** Where anybody may check it, without what is asked. */
  readonly page: string;
  /** The same with what is asked. */
  readonly check: string;
}

/** A receipt on A4. @throws PdfFailed */
export function receiptPdf({ check, keyId, ...sheet }: ReceiptSheet): Promise<Buffer> {
  return renderPdf(receiptSheet, {
    ...sheet,
    words: {
      ...receiptWords.print,
      number: receiptWords.number,
      sha256: receiptWords.sha256,
      shaNote: receiptWords.shaNote,
      signature: receiptWords.print.signature(keyId),
    },
    qr: { qr: check },
  });
}
