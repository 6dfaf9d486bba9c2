import { readFileSync } from 'node:fs';
import path from 'node:path';
import { formatDateLong } from '../../../kernel/vietnamese/dates.ts';
import { moneyInWords } from '../../../kernel/vietnamese/number-words.ts';
import { officialDocument } from '../../../platform/documents/index.ts';
import { renderPdf } from '../../../platform/documents/pdf/index.ts';
import { receiptNumber } from '../rules/index.ts';
import type { FeeReceipt } from '../schema.ts';
import { methodNames, words } from '../vi.ts';

const template = readFileSync(path.join(import.meta.dirname, 'receipt.typ'), 'utf8');

/** What a receipt says, line by line: label and value. */
export function receiptLines(receipt: FeeReceipt): readonly (readonly [string, string])[] {
  return [
    [words.payer, receipt.payer],
    [words.payerOf, receipt.address ?? ''],
    [words.purpose, receipt.purpose],
    [words.amount, `${words.money(receipt.amount)} (${methodNames[receipt.method].toLowerCase()})`],
    [words.inWords, `${moneyInWords(BigInt(receipt.amount))}`],
  ];
}

/** The receipt as a sheet of A5. @throws PdfFailed */
export function receiptPdf(receipt: FeeReceipt): Promise<Buffer> {
  return renderPdf(template, {
    organisation: receipt.organisationName,
    labels: { number: words.receiptNumber },
    number: receiptNumber(receipt.year, receipt.number),
    title: words.receiptType,
    day: words.receiptDay(formatDateLong(receipt.issuedOn)),
    lines: receiptLines(receipt),
    received: words.received,
    words: moneyInWords(BigInt(receipt.amount)),
    signers: [words.payerSigns, words.collectorSigns],
    sign: words.signHere,
    cancelled: receipt.cancelledAt === null ? null : words.cancelledMark,
  });
}

/** The receipt as an official document, to be signed by hand. */
export function receiptDocx(receipt: FeeReceipt, place: string): Promise<Buffer> {
  const lines = receiptLines(receipt).map(([label, value]) => ({
    kind: 'paragraph' as const,
    text: `${label}: ${value}`,
  }));
  const cancelled = receipt.cancelledAt === null ? [] : [words.cancelledMark];
  return officialDocument({
    type: { code: words.receiptCode, title: words.receiptType },
    agency: receipt.organisationName,
    number: receipt.number,
    symbol: String(receipt.year),
    place,
    day: receipt.issuedOn,
    subject: words.receiptAbout,
    body: [
      ...cancelled.map((text) => ({
        kind: 'paragraph' as const,
        text: [{ text, bold: true }],
        align: 'center' as const,
      })),
      ...lines,
    ],
    signature: { position: words.signer, name: words.placeBlank },
    recipients: [words.payerSigns],
  });
}
