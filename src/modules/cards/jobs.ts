import type { Cx } from '../../platform/command.ts';
import { office } from '../../platform/http/addresses.ts';
import { settled } from '../../platform/http/api.ts';
import type { RunContext, RunHandler } from '../../platform/jobs/index.ts';
import {
  type CandidateFilter,
  type CardFilter,
  candidatesAfter,
  countCandidates,
  type LabelFilter,
} from './queries/index.ts';
import type { LabelSizeName } from './rules.ts';
import { issueCards } from './service/index.ts';
import { type CardSheets, type PrintedFor, printCards, printLabels } from './sheets/index.ts';

/** Issues cards to all members of a filter, then prints them. */
export interface IssueOrder {
  readonly place: PrintedFor;
  readonly filter: CandidateFilter;
  readonly days: { readonly issued_on: string; readonly valid_until: string | null };
  /** Made with the order: what an attempt that was cut off has issued belongs to it too. */
  readonly batch: string;
  readonly how: CardSheets;
}

export interface PrintOrder {
  readonly place: PrintedFor;
  readonly filter: CardFilter;
  readonly how: CardSheets;
}

export interface LabelOrder {
  readonly place: PrintedFor;
  readonly filter: LabelFilter;
  readonly size: LabelSizeName;
}

const chunk = 200;

/**
 * Issues and prints; the public id of the printing, or null when it was stopped: the cards that were
 * issued by then stand.
 */
export async function issueAndPrint(
  cx: Cx,
  order: IssueOrder,
  watch: Pick<RunContext, 'progress' | 'cancelled'> | null = null,
): Promise<{ pid: string } | null> {
  const { filter, batch } = order;
  const total = await countCandidates(cx, filter);
  let seen = 0;
  let after: string | null = null;
  for (;;) {
    const members = await candidatesAfter(cx, filter, after, chunk);
    if (members.length === 0) break;
    if (watch?.cancelled()) return null;
    const memberships = members.map((member) => member.pid);
    settled(await issueCards(cx, batch, { memberships, ...order.days }));
    seen += members.length;
    after = members.at(-1)?.id ?? null;
    await watch?.progress(seen, total, 'cards_issuing');
  }
  const cards = { under: null, batch };
  const leftOut = await countCandidates(cx, filter);
  return printCards(cx, order.place, cards, { ...order.how, leftOut }, watch);
}

const issuing: RunHandler = {
  resumable: true,
  run: async (cx, payload, run) => {
    const order = payload as IssueOrder;
    return resultOf(order.place, 'the', await issueAndPrint(cx, order, run));
  },
};

const printing: RunHandler = {
  resumable: true,
  run: async (cx, payload, run) => {
    const { place, filter, how } = payload as PrintOrder;
    const printed = await printCards(cx, place, filter, { ...how, leftOut: 0 }, run);
    return resultOf(place, 'the', printed);
  },
};

const labels: RunHandler = {
  resumable: true,
  run: async (cx, payload, run) => {
    const { place, filter, size } = payload as LabelOrder;
    return resultOf(place, 'nhan', await printLabels(cx, place, filter, size, run));
  },
};

function resultOf({ code }: PrintedFor, section: string, printed: { pid: string } | null) {
  return printed === null
    ? null
    : { href: office(code, `hoi-vien/${section}/ban-in/${printed.pid}`) };
}

export const runs: Readonly<Record<string, RunHandler>> = {
  'cards.issue': issuing,
  'cards.print': printing,
  'cards.labels': labels,
};
