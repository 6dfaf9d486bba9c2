import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type QrText, renderPdf } from '../../../platform/documents/pdf/index.ts';
import { type Frozen, inFours, type Signer } from '../rules/index.ts';
import { designWords, printWords } from '../vi/index.ts';
import { frameSvg } from './frame.ts';

/** What the template reads; see certificate.typ. */
export interface CertificatePrint {
  readonly words: typeof printWords;
  /** Across the page of a sample. */
  readonly stamp: string | null;
  readonly frames: readonly (string | null)[];
  readonly attached: {
    readonly name: string;
    readonly bytes: string;
    readonly description: string;
  } | null;
  readonly certificates: readonly {
    /** Its place in `frames`. */
    readonly frame: number;
    readonly face: string;
    readonly base: string;
    readonly gold: string;
    readonly heading: readonly string[];
    readonly title: string;
    readonly grant: string;
    readonly name: string;
    readonly names: number;
    readonly unit: string | null;
    readonly prize: readonly string[];
    readonly wording: readonly string[];
    readonly basis: readonly string[];
    readonly number: string;
    readonly qr: QrText;
    readonly code: string;
    readonly site: string;
    readonly date: string;
    readonly signer: Signer | null;
    readonly second: Signer | null;
    /** Millimetres of the part with the signatures. */
    readonly foot: number;
  }[];
}

const template = readFileSync(path.join(import.meta.dirname, 'certificate.typ'), 'utf8');

/** One certificate with its credential inside, where there is one. @throws PdfFailed */
export function certificatePdf(frozen: Frozen, credential: string | null): Promise<Buffer> {
  return renderPdf(template, { ...certificatePrint([frozen]), attached: attachment(credential) });
}

/** Several certificates, a page each. @throws PdfFailed */
export const certificatesPdf = (all: readonly Frozen[]): Promise<Buffer> =>
  renderPdf(template, certificatePrint(all));

/** A certificate of nobody, called a sample across the page. @throws PdfFailed */
export const samplePdf = (frozen: readonly Frozen[]): Promise<Buffer> =>
  renderPdf(template, { ...certificatePrint(frozen), stamp: designWords.stamp });

const attachment = (credential: string | null): CertificatePrint['attached'] =>
  credential === null
    ? null
    : { name: 'credential.json', bytes: credential, description: printWords.attached };

/** The data of the template. */
export function certificatePrint(all: readonly Frozen[]): CertificatePrint {
  const frames: (string | null)[] = [];
  const places = new Map<string, number>();
  const frameOf = ({ look }: Frozen): number => {
    const key = [look.frame, look.colours.base, look.colours.gold].join(' ');
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, frames.length);
    return frames.push(frameSvg(look.frame, look.colours)) - 1;
  };
  return {
    words: printWords,
    stamp: null,
    attached: null,
    certificates: all.map((frozen) => ({ frame: frameOf(frozen), ...printed(frozen) })),
    frames,
  };
}

const NBSP = '\u00a0';

/** One name may be broken between its words; of several, each stays together where a line can hold it. */
const nameLine = (names: readonly string[]): string =>
  names.length === 1
    ? (names[0] ?? '')
    : names.map((name) => (name.length > 44 ? name : name.replaceAll(' ', NBSP))).join(', ');

function printed(frozen: Frozen) {
  const { text, look, holder, address, code } = frozen;
  return {
    face: look.face,
    ...look.colours,
    heading: text.heading,
    title: text.title,
    grant: text.grant,
    name: nameLine(holder.names),
    names: holder.names.length,
    unit: holder.unit,
    prize: text.prize,
    wording: text.wording,
    basis: text.basis,
    number: `${printWords.number} ${frozen.number}`,
    qr: { qr: address },
    code: inFours(code),
    site: address.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, ''),
    date: text.placeAndDate,
    signer: text.signer,
    second: text.second,
    // Room for a signature with a seal of 36 mm that covers a third of it, or for a signature alone.
    foot: look.seal === 'none' ? 42 : 50,
  };
}
