import type { Cx } from '../../../platform/cx.ts';
import { publicKeys } from '../../../platform/keys.ts';
import { type Ballot, ballotsOf, type Paper, papersOf } from '../../ballots/index.ts';
import { type Edition, reviewingPhases } from '../../calls/index.ts';
import { type Council, councilsOf, type Seat, seatsOf } from '../../councils/index.ts';
import {
  type Allocation,
  failDecisions,
  outcomeOf,
  type PhaseOutcome,
  proposedPrizes,
  rankChanges,
} from '../../results/index.ts';
import { votesOf } from '../../reviews/index.ts';
import { assignmentsToTell, minutesToTell } from '../queries.ts';
import type {
  BundleBallot,
  BundleContent,
  BundleCouncil,
  BundleDossier,
  BundleSheet,
  BundleVotes,
  PublicKey,
} from '../rules/index.ts';
import { runsToTell } from './runs.ts';

/** What the decision adds to the allocation that is being approved. */
export interface Approving {
  readonly decision: string;
  readonly decidedOn: string;
}

const byPid = <T extends { readonly pid: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (a.pid < b.pid ? -1 : 1));

/**
 * All that a decision follows from, as it stands at this moment, in an order that depends on nothing but itself.
 * `keyId`: of the key that signs the bundle.
 */
export async function collectBundle(
  cx: Cx,
  allocation: Allocation,
  { decision, decidedOn }: Approving,
  keyId: string,
): Promise<BundleContent> {
  const { edition, phase } = allocation;
  const councils = await councilsOf(cx, edition.id);
  const seats = await seatsOf(
    cx,
    councils.map(({ id }) => id),
  );
  const phases = reviewingPhases(edition.content.phases).map(({ key }) => key);
  const outcomes = new Map<string, PhaseOutcome>();
  for (const key of phases) outcomes.set(key, await outcomeOf(cx, edition, key));
  const sheets = phases.flatMap((key) => sheetsIn(key, outcomes.get(key)!));
  const minutes = await minutesToTell(cx, edition.id);
  const results = [];
  for (const key of phases) {
    const { dossiers, outcome } = outcomes.get(key)!;
    results.push({
      phase: key,
      standing: dossiers.map(({ pid }) => pid).sort(),
      fails: await failDecisions(cx, edition.id, key),
      changes: await rankChanges(cx, edition.id, key),
      outcome,
    });
  }
  const used = new Set([keyId, ...[...sheets, ...minutes].map((one) => one.keyId)]);
  return {
    keys: keysIn(cx, used),
    edition: editionPart(edition),
    councils: byPid(councils.map((council) => councilPart(council, seats))),
    dossiers: dossiersIn([...outcomes.values()]),
    assignments: {
      runs: await runsToTell(cx, edition, councils),
      assignments: await assignmentsToTell(cx, edition.id),
    },
    sheets,
    votes: await votesIn(cx, edition, phases, outcomes),
    ballots: await ballotsIn(cx, edition),
    results,
    allocation: {
      pid: allocation.pid,
      phase,
      decision,
      decidedOn,
      prizes: allocation.prizes
        .map(({ dossier, prize, reason }) => ({ dossier: dossier.pid, prize, reason }))
        .sort((a, b) => (a.dossier < b.dossier ? -1 : 1)),
      withheld: allocation.withheld,
      proposed: proposedPrizes(edition.content, outcomes.get(phase)!.outcome),
    },
    minutes,
  };
}

const editionPart = ({ pid, code, organisation, revision, content }: Edition) => ({
  pid,
  code,
  organisation: { code: organisation.code, name: organisation.name },
  revision,
  content,
});

function councilPart(council: Council, seats: readonly Seat[]): BundleCouncil {
  const { id, pid, name, fields, phases, voting, decision, decidedOn } = council;
  const own = seats.filter(({ councilId }) => councilId === id);
  return {
    pid,
    name,
    fields,
    phases,
    voting,
    decision,
    decidedOn,
    seats: own
      .map(({ judge, role, votes }) => ({ judge: judge.pid, role, votes }))
      .sort((a, b) => (a.judge < b.judge ? -1 : 1)),
  };
}

/** Every dossier that stood in a phase, once. */
function dossiersIn(outcomes: readonly PhaseOutcome[]): BundleDossier[] {
  const all = outcomes.flatMap(({ dossiers }) => dossiers);
  const found = new Map(
    all.map(({ pid, number, field, submitted, sha256 }) => [
      pid,
      { pid, number, field, version: submitted === 0 ? null : submitted, sha256 },
    ]),
  );
  return byPid([...found.values()]);
}

/** Every signed version, also those that no longer hold. */
function sheetsIn(phase: string, { sheets, dossiers }: PhaseOutcome): BundleSheet[] {
  const standing = new Set(dossiers.map(({ id }) => id));
  return byPid(sheets.filter(({ dossierId }) => standing.has(dossierId))).flatMap(
    ({ pid, holds, versions }) =>
      versions.map(({ number, frozen, sha256, keyId, signature }) => ({
        assignment: pid,
        phase,
        number,
        holds: holds?.number === number,
        frozen,
        sha256,
        keyId,
        signature,
      })),
  );
}

async function votesIn(
  cx: Cx,
  edition: Edition,
  phases: readonly string[],
  outcomes: ReadonlyMap<string, PhaseOutcome>,
): Promise<BundleVotes[]> {
  const votes: BundleVotes[] = [];
  for (const phase of phases) {
    const pids = new Map(outcomes.get(phase)!.dossiers.map(({ id, pid }) => [id, pid]));
    for (const one of await votesOf(cx, edition.id, phase)) {
      const dossier = pids.get(one.dossierId);
      const { part, votes: many, source } = one;
      if (dossier !== undefined) votes.push({ phase, dossier, part, votes: many, source });
    }
  }
  const key = ({ phase, part, dossier }: BundleVotes): string => `${phase} ${part} ${dossier}`;
  return votes.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

async function ballotsIn(cx: Cx, edition: Edition): Promise<BundleBallot[]> {
  const closed = (await ballotsOf(cx, edition.id)).filter(({ state }) => state === 'closed');
  const papers = await papersOf(
    cx.db,
    closed.map(({ id }) => id),
  );
  return byPid(closed).map((ballot) => ballotPart(ballot, papers.get(ballot.id) ?? []));
}

function ballotPart(ballot: Ballot, papers: readonly Paper[]): BundleBallot {
  const { pid, council, phase, kind, subject, most, how, rule, tellers, totals, result } = ballot;
  return {
    pid,
    council: council.pid,
    phase,
    kind,
    subject,
    most,
    how,
    rule,
    tellers,
    totals,
    options: ballot.options.map(({ dossier, label }) => ({ dossier: dossier?.pid ?? null, label })),
    voters: ballot.voters
      .map(({ pid: judge, role, present, voted }) => ({ judge, role, present, voted }))
      .sort((a, b) => (a.judge < b.judge ? -1 : 1)),
    papers: how === 'link' ? papers : null,
    result: result!,
  };
}

/** The public keys that signed anything in the bundle. */
function keysIn({ keys }: Cx, used: ReadonlySet<string>): PublicKey[] {
  const all = [...publicKeys(keys, 'receipt'), ...publicKeys(keys, 'certificate')];
  return all
    .filter(([id]) => used.has(id))
    .map(([id, pem]) => ({ id, pem }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
