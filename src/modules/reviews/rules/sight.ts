import type { Hideable } from '../../calls/index.ts';

type Hidden = ReadonlySet<Hideable>;

/** What decides on who sees what of the sheets of a phase. */
export interface Veil {
  /** What the phase hides from the one who looks. */
  readonly phase: Hidden;
  /** What the phases that are open at this instant hide from them. */
  readonly now: Hidden;
  /** Whether the phase has ended. */
  readonly over: boolean;
}

/** What somebody sees of the sheets of a dossier. */
export interface Sight {
  /** The dossier at all. */
  readonly dossiers: boolean;
  /** Who entered it. */
  readonly authors: boolean;
  /** Points of one's own sheet once it is signed. */
  readonly own: boolean;
  /** Points of others, and whether they have signed. */
  readonly others: boolean;
  /** Who the others are. */
  readonly names: boolean;
}

/**
 * Points are kept as long as the phase runs, and afterwards as far as the phases that are open then say so.
 * Who entered, and who the others are, stays hidden after the phase as well.
 */
export function sightOf({ phase, now, over }: Veil): Sight {
  const always = (what: Hideable): boolean => phase.has(what) || now.has(what);
  const points = (what: Hideable): boolean => now.has(what) || (!over && phase.has(what));
  return {
    dossiers: !points('dossiers'),
    authors: !always('authors'),
    own: !points('own_scores'),
    others: !points('scores'),
    names: !always('judges'),
  };
}

/**
 * What the chair of a council sees: points and names as a chair, all else as a judge as well. Who still
 * has a sheet of one's own to sign on the dossier sees the points as a judge.
 */
export function chairSight(judge: Sight, chair: Sight, signed: boolean): Sight {
  return {
    dossiers: judge.dossiers && chair.dossiers,
    authors: judge.authors && chair.authors,
    own: judge.own && chair.own,
    others: judge.others || (chair.others && signed),
    names: chair.names,
  };
}
