import type { Prize } from '../../../calls/index.ts';
import {
  type Contender,
  type Contest,
  contestsOf,
  ladder,
  mayWin,
  type PrizeQuestion,
  reaches,
  specials,
} from './types.ts';

/** A prize for a dossier, as the ranking says. */
export interface Proposed {
  readonly dossier: string;
  readonly prize: string;
}

/**
 * Equal dossiers for whom there are not as many places of one prize: the council decides who of them gets
 * what. Nothing else does, least of all chance.
 */
export interface OpenTie {
  /** Code of the field; null: overall, or a special prize over all fields. */
  readonly field: string | null;
  /** By key. */
  readonly dossiers: readonly string[];
  /** What is left for them, from the highest; when it is less than they are, some get nothing. */
  readonly places: readonly { readonly prize: string; readonly places: number }[];
}

/** Places of a prize that nobody gets. */
export interface Unfilled {
  readonly prize: string;
  readonly field: string | null;
  readonly places: number;
  /** floor: who is left does not reach it; withheld: the council does not give it; nobody: no one is left. */
  readonly why: 'floor' | 'withheld' | 'nobody';
}

export interface Proposal {
  /** From the highest prize to the lowest, field after field; equal ones by key. */
  readonly prizes: readonly Proposed[];
  readonly open: readonly OpenTie[];
  readonly unfilled: readonly Unfilled[];
}

/** A prize of one contest while it is given out. */
interface Slot {
  readonly prize: Prize;
  readonly taken: string[];
  /** Infinity: without a limit. */
  left: number;
}

/**
 * Who gets what by the ranking: each, from the best on, the highest prize that has a place left and whose
 * floor it reaches. Special prizes go first, over all fields; who has one leaves the ladder. A special prize
 * that is an open question takes nobody off the ladder.
 */
export function proposePrizes(question: PrizeQuestion): Proposal {
  const { structure } = question;
  const contests = contestsOf(question).map(({ field, contenders }) => ({
    field,
    contenders: contenders.filter(mayWin),
  }));
  const first = give(question, specials(structure), null, acrossFields(contests));
  const special = new Set(first.prizes.map(({ dossier }) => dossier));
  const rest = contests.map(({ field, contenders }) =>
    give(
      question,
      ladder(structure),
      field,
      inPlaces(contenders.filter(({ dossier }) => !special.has(dossier))),
    ),
  );
  const all = [first, ...rest];
  return {
    prizes: all.flatMap(({ prizes }) => prizes),
    open: all.flatMap(({ open }) => open),
    unfilled: all.flatMap(({ unfilled }) => unfilled),
  };
}

/** Gives the prizes to groups of equal contenders, from the best on. */
function give(
  question: PrizeQuestion,
  prizes: readonly Prize[],
  field: string | null,
  groups: readonly (readonly Contender[])[],
): Proposal {
  const { slots, withheld } = slotsOf(question, prizes, field);
  const open: OpenTie[] = [];
  // Who is in an open question may still get nothing, or a lower prize: nobody is left waiting of them.
  const short = new Set<Slot>();
  for (const group of groups) {
    for (const equal of alikeForFloors(group, prizes)) {
      const places = take(slots, equal, short);
      if (places.length === 0) continue;
      if (places.length === 1 && places[0]!.places === equal.length) {
        places[0]!.slot.taken.push(...equal.map(({ dossier }) => dossier));
        continue;
      }
      const left = places.map(({ slot, places: many }) => ({
        prize: slot.prize.key,
        places: many,
      }));
      open.push({ field, dossiers: equal.map(({ dossier }) => dossier), places: left });
    }
  }
  return {
    prizes: slots.flatMap(({ prize, taken }) =>
      taken.map((dossier) => ({ dossier, prize: prize.key })),
    ),
    open,
    unfilled: [...withheld, ...slots.flatMap((slot) => unfilledOf(slot, field, short))].sort(
      (a, b) => orderOf(prizes, a.prize) - orderOf(prizes, b.prize),
    ),
  };
}

const orderOf = (prizes: readonly Prize[], key: string): number =>
  prizes.findIndex((prize) => prize.key === key);

/** Takes places for so many equal contenders, from the highest prize that they reach. */
function take(
  slots: readonly Slot[],
  equal: readonly Contender[],
  short: Set<Slot>,
): { readonly slot: Slot; readonly places: number }[] {
  let many = equal.length;
  return slots.flatMap((slot) => {
    if (many === 0) return [];
    if (!reaches(equal[0]!, slot.prize)) {
      short.add(slot);
      return [];
    }
    const places = Math.min(many, slot.left);
    slot.left -= places;
    many -= places;
    return places === 0 ? [] : [{ slot, places }];
  });
}

function slotsOf({ withheld }: PrizeQuestion, prizes: readonly Prize[], field: string | null) {
  const gone: Unfilled[] = [];
  const slots = prizes.map((prize): Slot => {
    const mine = withheld.filter((one) => one.prize === prize.key && one.field === field);
    const quota = prize.quota ?? Number.POSITIVE_INFINITY;
    const asked = mine.reduce((sum, { places }) => sum + (places ?? quota), 0);
    const places = Math.min(quota, asked);
    if (places > 0 && places < Number.POSITIVE_INFINITY)
      gone.push({ prize: prize.key, field, places, why: 'withheld' });
    return { prize, taken: [], left: quota === places ? 0 : quota - places };
  });
  return { slots, withheld: gone };
}

function unfilledOf(slot: Slot, field: string | null, short: ReadonlySet<Slot>): Unfilled[] {
  const { prize, left } = slot;
  if (left === 0 || left === Number.POSITIVE_INFINITY) return [];
  return [{ prize: prize.key, field, places: left, why: short.has(slot) ? 'floor' : 'nobody' }];
}

/** Groups of the same place, from the best on. */
function inPlaces(contenders: readonly Contender[]): Contender[][] {
  const groups = Map.groupBy(contenders, ({ place }) => place!);
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

/**
 * The best of all fields: of those who stand first in their fields the ones with most points, then again
 * without them. So nobody is before a better place of the own field, whatever the points say.
 */
function acrossFields(contests: readonly Contest[]): Contender[][] {
  const lists = contests.map(({ contenders }) => inPlaces(contenders));
  const all: Contender[][] = [];
  while (lists.some((list) => list.length > 0)) {
    const heads = lists.flatMap(([head]) => (head === undefined ? [] : [head]));
    const best = Math.max(...heads.map((head) => highest(head)));
    const taken = lists.filter(([head]) => head !== undefined && highest(head) === best);
    all.push(taken.flatMap((list) => list.shift()!));
  }
  return all;
}

const highest = (group: readonly Contender[]): number =>
  Math.max(...group.map(({ value }) => value!));

/** Those of a group by key, apart by which floors they reach: a shared place may hide different points. */
function alikeForFloors(group: readonly Contender[], prizes: readonly Prize[]): Contender[][] {
  const sorted = group.toSorted((a, b) => (a.dossier < b.dossier ? -1 : 1));
  const groups = Map.groupBy(sorted, (one) => prizes.map((prize) => reaches(one, prize)).join());
  return [...groups.values()].sort((a, b) => highest(b) - highest(a));
}
