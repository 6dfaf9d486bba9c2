import type { Cx } from '../../platform/command.ts';
import { office } from '../../platform/http/addresses.ts';
import { settled } from '../../platform/http/api.ts';
import type { JobHandler, RunHandler } from '../../platform/jobs/index.ts';
import { editionByPid } from '../calls/index.ts';
import { type CertificateFilter, candidatesOf, findDesign, waiting } from './queries/index.ts';
import { dropOldPrintings, issueCertificates, LETTER, sendLetter } from './service/index.ts';
import { printCertificates, type Watch } from './sheets/index.ts';

/** Whose office orders it, and for which edition. */
export interface OrderedFor {
  /** Code of the organisation whose office is open. */
  readonly place: string;
  readonly edition: { readonly pid: string; readonly code: string };
}

/** Issues to all who wait, then prints what was issued. */
export interface IssueOrder extends OrderedFor {
  /** As `issueInput` reads it. */
  readonly sent: {
    readonly issued_on: string;
    readonly prize: string | null;
    readonly dossiers?: readonly string[];
    readonly again: boolean;
    readonly letters: boolean;
    readonly any_address?: boolean;
    readonly site: string;
    readonly assumed?: boolean;
  };
  /** Made with the order: what an attempt that was cut off has issued belongs to it too. */
  readonly batch: string;
}

export interface PrintOrder extends OrderedFor {
  readonly filter: CertificateFilter;
}

/**
 * Issues and prints; the public id of the printing, or null when it was stopped: the certificates that were
 * issued by then stand.
 */
export async function issueAndPrint(
  cx: Cx,
  { edition, sent, batch }: IssueOrder,
  watch: Watch = null,
): Promise<{ pid: string } | null> {
  const total = await countWaiting(cx, edition.pid, sent);
  let done = 0;
  while (done < total) {
    if (watch?.cancelled()) return null;
    const raw = { edition: edition.pid, ...sent };
    const { issued, left } = settled(await issueCertificates(cx, batch, raw));
    done += issued;
    await watch?.progress(done, total, 'certificates_issuing');
    if (left === 0) break;
  }
  return printCertificates(cx, edition, { edition: null, batch }, watch);
}

async function countWaiting(cx: Cx, pid: string, sent: IssueOrder['sent']): Promise<number> {
  const edition = await editionByPid(cx, pid);
  const kept = await findDesign(cx.db, edition.id);
  if (kept === null) return 0;
  const filter = { prize: sent.prize, dossiers: sent.dossiers ?? null };
  return waiting(await candidatesOf(cx.db, edition, kept.design, filter), sent.again).length;
}

const issuing: RunHandler = {
  resumable: true,
  run: async (cx, payload, run) => {
    const order = payload as IssueOrder;
    return resultOf(order, await issueAndPrint(cx, order, run));
  },
};

const printing: RunHandler = {
  resumable: true,
  run: async (cx, payload, run) => {
    const order = payload as PrintOrder;
    return resultOf(order, await printCertificates(cx, order.edition, order.filter, run));
  },
};

function resultOf({ place, edition }: OrderedFor, printed: { pid: string } | null) {
  return printed === null
    ? null
    : { href: office(place, `hoi-thi/${edition.pid}/chung-nhan/ban-in/${printed.pid}`) };
}

export const runs: Readonly<Record<string, RunHandler>> = {
  'certificates.issue': issuing,
  'certificates.print': printing,
};

export const handlers: Readonly<Record<string, JobHandler>> = {
  [LETTER]: sendLetter,
  'certificates.drop_printings': async (cx) => {
    await dropOldPrintings(cx);
  },
};
