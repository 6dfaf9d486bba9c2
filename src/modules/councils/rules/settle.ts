import type { ConflictKind, ConflictSource, ConflictState } from '../schema/index.ts';
import { type Evidence, evidenceText, hasMore } from './evidence.ts';
import type { Found } from './graph.ts';

/** A conflict as it stands. */
export interface Standing {
  readonly id: string;
  readonly judgeId: string;
  readonly dossierId: string;
  readonly kind: ConflictKind;
  readonly source: ConflictSource;
  readonly state: ConflictState;
  readonly evidence: readonly Evidence[];
}

export interface Wanted {
  readonly judgeId: string;
  readonly dossierId: string;
  readonly kind: ConflictKind;
  readonly evidence: readonly Evidence[];
}

/** What is to be written so that what stands is what was found. */
export interface Settled {
  readonly added: readonly Wanted[];
  /** What speaks for it is another now; `reopen`: it was dismissed, and something new speaks for it. */
  readonly changed: readonly { id: string; evidence: readonly Evidence[]; reopen: boolean }[];
  /** Ids of what nothing speaks for any more and nobody decided on. */
  readonly gone: readonly string[];
}

const keyOf = ({ judgeId, dossierId, kind }: Omit<Wanted, 'evidence'>): string =>
  `${judgeId} ${dossierId} ${kind}`;

/** One conflict for each judge, dossier and kind, with all that speaks for it, each once. */
export function together(found: readonly Found[]): Wanted[] {
  const wanted = new Map<string, { of: Found; evidence: Map<string, Evidence> }>();
  for (const one of found) {
    const key = keyOf(one);
    const entry = wanted.get(key) ?? { of: one, evidence: new Map() };
    entry.evidence.set(evidenceText([one.evidence]), one.evidence);
    wanted.set(key, entry);
  }
  return [...wanted.values()].map(({ of, evidence }) => ({
    judgeId: of.judgeId,
    dossierId: of.dossierId,
    kind: of.kind,
    evidence: [...evidence]
      .sort(([a, x], [b, y]) => Number(y.sure) - Number(x.sure) || (a < b ? -1 : 1))
      .map(([, one]) => one),
  }));
}

/**
 * Compares what was found with what stands. What somebody decided stays decided; what was dismissed counts
 * again when something speaks for it that did not before. What the office noted is never touched.
 */
export function settle(wanted: readonly Wanted[], standing: readonly Standing[]): Settled {
  const known = new Map(standing.map((one) => [keyOf(one), one]));
  const keys = new Set(wanted.map(keyOf));
  const changed = wanted.flatMap((one) => {
    const before = known.get(keyOf(one));
    if (before === undefined || before.source === 'office') return [];
    if (evidenceText(before.evidence) === evidenceText(one.evidence)) return [];
    const reopen = before.state === 'dismissed' && hasMore(before.evidence, one.evidence);
    return before.state === 'dismissed' && !reopen
      ? []
      : [{ id: before.id, evidence: one.evidence, reopen }];
  });
  const gone = standing.filter(
    (one) =>
      !keys.has(keyOf(one)) &&
      (one.source === 'declared' || (one.source === 'registry' && one.state === 'found')),
  );
  return {
    added: wanted.filter((one) => !known.has(keyOf(one))),
    changed,
    gone: gone.map(({ id }) => id),
  };
}
