import { accountByEmail, actorOfAccount } from '../../modules/accounts/index.ts';
import type { Cx } from '../../platform/command.ts';
import { certified, complainedOnce } from './aftermath.ts';
import { judgedEdition } from './edition.ts';
import { enteredAll } from './entering.ts';
import { farmingEntries } from './entries-farming.ts';
import { peopleEntries } from './entries-people.ts';
import { technicalEntries } from './entries-technical.ts';
import { councilsSeated } from './judges.ts';
import { decisionNumbered, proposalNumbered, recorded } from './papers.ts';
import { chosenForFinals, decidedPrizes, proposedPrizes, voted } from './results.ts';
import { discussed, judgedPhase } from './scoring.ts';

/**
 * An edition of Sơn La from its announcement to certificates and a complaint, two years ago: 38 dossiers, two
 * councils, two rounds, nine prizes. Everything by the commands of the pages, at the clocks of those days.
 */
export async function demoJudged(machine: Cx): Promise<void> {
  const leader = await byAccount(machine, 'leader@demo.example');
  const cx = await byAccount(machine, 'clerk@demo.example');
  const edition = await judgedEdition(cx);
  const entries = [...technicalEntries, ...farmingEntries, ...peopleEntries];
  const entered = await enteredAll(cx, edition, entries);
  const councils = await councilsSeated(cx, edition);
  const scoring = { edition, entered, councils };
  await judgedPhase(cx, scoring, 'so-khao', -128);
  await discussed(cx, scoring);
  await chosenForFinals(cx, edition);
  await judgedPhase(cx, scoring, 'chung-khao', -88);
  await voted(cx, scoring);
  await recorded(cx, scoring);
  const prizes = await proposedPrizes(cx, edition);
  await proposalNumbered(cx, edition);
  const decision = await decisionNumbered(cx, edition);
  await decidedPrizes(cx, leader, prizes, decision);
  await certified(cx, edition);
  const title = 'Bếp hóa khí dùng lõi ngô và vỏ cà phê';
  await complainedOnce(cx, leader, entered.find(({ entry }) => entry.title === title)!);
}

async function byAccount(cx: Cx, email: string): Promise<Cx> {
  const account = await accountByEmail(cx.db, email);
  const actor = account && (await actorOfAccount(cx.db, account.id, cx.clock.today()));
  if (!actor) throw new Error(`demo: no account ${email}`);
  return { ...cx, actor, via: 'web' };
}
