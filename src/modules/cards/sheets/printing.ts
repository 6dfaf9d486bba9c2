import type { Cx } from '../../../platform/command.ts';
import { execute } from '../../../platform/command.ts';
import { saveFile } from '../../../platform/files.ts';
import { settled } from '../../../platform/http/api.ts';
import type { RunContext } from '../../../platform/jobs/index.ts';
import {
  type CardFilter,
  cardsAfter,
  countCards,
  countLabels,
  issuersById,
  type LabelFilter,
  labelIds,
  labelsById,
} from '../queries/index.ts';
import { cardsInFile, type LabelSizeName, labelsInFile } from '../rules.ts';
import { recordPrinting } from '../service/index.ts';
import { printingWords } from '../vi.ts';
import { type CardSheets, cardsPdf } from './cards.ts';
import { labelsPdf } from './labels.ts';

/** What a long printing tells while it goes on; nothing when somebody waits for a short one. */
export type Watch = Pick<RunContext, 'progress' | 'cancelled'> | null;

const largestFile = 64_000_000;

/** Whose office prints, and what it is called in the names of files. */
export interface PrintedFor {
  readonly organisationId: string;
  readonly code: string;
}

/**
 * Sets the cards of a filter, some hundreds to a file, keeps the files and notes the printing; null
 * when it was stopped. Memory is that of one file, however many cards there are.
 * @throws PdfFailed, Forbidden
 */
export async function printCards(
  cx: Cx,
  place: PrintedFor,
  filter: CardFilter,
  how: CardSheets & { readonly leftOut: number },
  watch: Watch = null,
): Promise<{ pid: string } | null> {
  const total = await countCards(cx, filter);
  const files: string[] = [];
  let printed = 0;
  let after: string | null = null;
  for (;;) {
    const cards = await cardsAfter(cx, filter, after, cardsInFile);
    if (cards.length === 0) break;
    if (watch?.cancelled()) return null;
    const issuers = await issuersById(cx, [...new Set(cards.map((card) => card.issuerId))]);
    const name = printingWords.cardsFile(place.code, cx.clock.today(), files.length + 1);
    files.push(await kept(cx, name, await cardsPdf(cards, issuers, how)));
    printed += cards.length;
    after = cards.at(-1)?.id ?? null;
    await watch?.progress(printed, total);
  }
  const { leftOut } = how;
  const { organisationId } = place;
  const record = { organisationId, kind: 'cards', files, printed, leftOut };
  return settled(await execute(cx, recordPrinting, record));
}

/** The same for the address labels of members; those without an address are left out and counted. */
export async function printLabels(
  cx: Cx,
  place: PrintedFor,
  filter: LabelFilter,
  size: LabelSizeName,
  watch: Watch = null,
): Promise<{ pid: string } | null> {
  const { members } = await countLabels(cx, filter);
  const ids = await labelIds(cx, filter);
  const files: string[] = [];
  let printed = 0;
  for (let at = 0; at < ids.length; at += labelsInFile) {
    if (watch?.cancelled()) return null;
    const labels = await labelsById(cx, ids.slice(at, at + labelsInFile));
    if (labels.length === 0) continue;
    const name = printingWords.labelsFile(place.code, cx.clock.today(), files.length + 1);
    files.push(await kept(cx, name, await labelsPdf(labels, size)));
    printed += labels.length;
    await watch?.progress(printed, ids.length);
  }
  const { organisationId } = place;
  const leftOut = Math.max(0, members - printed);
  const record = { organisationId, kind: 'labels', files, printed, leftOut };
  return settled(await execute(cx, recordPrinting, record));
}

async function kept(cx: Cx, name: string, bytes: Buffer): Promise<string> {
  return settled(await saveFile(cx, cx.files, { name, bytes, limit: largestFile })).pid;
}
