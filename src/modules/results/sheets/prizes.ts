import { formatMoney } from '../../../kernel/vietnamese/numbers.ts';
import type { Appendix, OfficialDocument, TableRow } from '../../../platform/documents/index.ts';
import type { Author, Edition } from '../../calls/index.ts';
import type { AllocatedPrize, Allocation, PaperNumber, WithheldPrize } from '../schema/index.ts';
import { emptyPrizesOf, type PhaseOutcome } from '../service/index.ts';
import { printed as words } from '../vi/papers.ts';
import { bullet, framed, paragraph, withheldBlocks } from './frame.ts';

/** Who entered what won, by the dossier's id. */
export type AuthorsOf = ReadonlyMap<string, readonly Author[]>;

const moneyOf = ({ content }: Edition, key: string): number =>
  content.prizes.prizes.find((prize) => prize.key === key)?.money ?? 0;
const prizeName = ({ content }: Edition, key: string): string =>
  content.prizes.prizes.find((prize) => prize.key === key)?.name ?? key;
const given = ({ prizes }: Allocation): AllocatedPrize[] =>
  prizes.filter(({ revokedAt }) => revokedAt === null);
const totalOf = (allocation: Allocation): bigint =>
  given(allocation).reduce(
    (sum, { prize }) => sum + BigInt(moneyOf(allocation.edition, prize)),
    0n,
  );

function appendix(allocation: Allocation, authors: AuthorsOf): Appendix {
  const { edition } = allocation;
  const { content } = edition;
  const rows = given(allocation).map(
    ({ dossier, prize }, at): TableRow => ({
      kind: 'row',
      cells: [
        String(at + 1),
        dossier.number ?? '',
        dossier.title,
        words.authors((authors.get(dossier.id) ?? []).map(({ name }) => name)),
        content.fields.find(({ code }) => code === dossier.field)?.name ?? '',
        prizeName(edition, prize),
        words.prizes.plain(moneyOf(edition, prize)),
      ],
    }),
  );
  const total: TableRow = {
    kind: 'total',
    cells: [
      '',
      '',
      words.prizes.total,
      '',
      '',
      '',
      words.prizes.plain(Number(totalOf(allocation))),
    ],
  };
  return {
    title: words.prizes.appendixTitle(content.name),
    orientation: 'landscape',
    body: [
      {
        kind: 'table',
        columns: words.prizes.columns.map((header, at) => ({
          header,
          share: [5, 14, 34, 22, 22, 14, 15][at]!,
          align: at === 6 ? ('right' as const) : at < 2 ? ('center' as const) : ('left' as const),
        })),
        rows: [...rows, total],
      },
    ],
  };
}

/** The proposal of the secretariat, with the list of the prizes. */
export function proposalDocument(
  allocation: Allocation,
  authors: AuthorsOf,
  number: PaperNumber | null,
  outcome: PhaseOutcome,
): OfficialDocument {
  const { edition, phase } = allocation;
  const { content } = edition;
  const prizes = given(allocation);
  const name = content.phases.find(({ key }) => key === phase)?.name ?? '';
  const counts = content.prizes.prizes
    .map((prize) => ({
      name: prize.name,
      many: prizes.filter((one) => one.prize === prize.key).length,
    }))
    .filter(({ many }) => many > 0);
  const otherwise = prizes.filter(({ reason }) => reason !== null);
  return framed(edition, 'proposal', number, {
    subject: words.subjects.proposal(content.name),
    addressees: [words.committeeHead],
    body: [
      paragraph(words.proposal.opening(content.name, name)),
      paragraph(words.proposal.figures(prizes.length, formatMoney(totalOf(allocation)))),
      ...counts.map((one) => bullet(words.proposal.byPrize(one.name, one.many))),
      ...(otherwise.length === 0 ? [] : [paragraph(words.proposal.reasons)]),
      ...otherwise.map(({ dossier, prize, reason }) =>
        bullet(
          words.proposal.reason(
            dossier.number ?? dossier.title,
            prizeName(edition, prize),
            reason ?? '',
          ),
        ),
      ),
      ...withheldBlocks(edition, words.proposal.withheld, notGiven(allocation, outcome)),
      paragraph(words.proposal.closing),
    ],
    position: words.proposal.secretariat,
    appendices: [appendix(allocation, authors)],
  });
}

/** Prizes that nobody gets: with the reason that was stated, or as nobody reaches the floor. */
function notGiven(allocation: Allocation, { outcome }: PhaseOutcome): WithheldPrize[] {
  const { edition, withheld } = allocation;
  const prizes = given(allocation).map(({ dossier, prize, reason }) => ({
    dossier: dossier.pid,
    prize,
    reason,
  }));
  const below = emptyPrizesOf(edition.content, outcome, prizes)
    .filter(({ why }) => why === 'floor')
    .map(({ prize, field }) => ({ prize, field, reason: words.proposal.belowFloor }));
  return [...withheld, ...below];
}

/** The decision, with the winners as its appendix. */
export function decisionDocument(
  allocation: Allocation,
  authors: AuthorsOf,
  number: PaperNumber | null,
): OfficialDocument {
  const { content } = allocation.edition;
  const { decision } = words;
  return framed(allocation.edition, 'decision', number, {
    subject: words.subjects.decision(content.name),
    grounds: [
      ...content.basis.map(({ symbol, title }) => decision.grounds.basis(symbol, title)),
      decision.grounds.minutes,
      decision.grounds.proposal,
    ],
    body: [
      { kind: 'paragraph', text: [{ text: decision.decides, bold: true }], align: 'center' },
      paragraph(decision.one(given(allocation).length, content.name)),
      paragraph(decision.two(formatMoney(totalOf(allocation)))),
      paragraph(decision.three),
    ],
    position: words.head,
    recipients: [...decision.recipients],
    appendices: [appendix(allocation, authors)],
  });
}
