export const parties = ['entrant', 'secretariat', 'judge', 'chair', 'public'] as const;
export type Party = (typeof parties)[number];

/** What a phase may let somebody do. */
export const phaseActs = [
  'save',
  'submit',
  'withdraw',
  'return',
  'validate',
  'move',
  'compare',
  'judge',
  'discuss',
  'approve',
  'see_results',
  'complain',
] as const;
export type PhaseAct = (typeof phaseActs)[number];

/** What a phase may keep from somebody. */
export const hideables = [
  'dossiers',
  'authors',
  'judges',
  'own_scores',
  'scores',
  'results',
] as const;
export type Hideable = (typeof hideables)[number];

/**
 * Day and time of day in Vietnam to the second: '2026-08-31T23:59:59'. As text, so that nobody's
 * time zone changes what was announced.
 */
export type LocalSecond = string;

export interface Permit {
  readonly who: Party;
  readonly may: readonly PhaseAct[];
}

export interface Hiding {
  readonly from: Party;
  readonly what: readonly Hideable[];
}

export const rankingBases = ['mean', 'trimmed', 'calibrated'] as const;
/** What a ranking starts from: all totals, without the outermost, or evened out between judges. */
export type RankingBasis = (typeof rankingBases)[number];

/** How a phase in which judges judge is judged. */
export interface PhaseReview {
  /** Judges of each dossier; null: the whole council of its field. */
  readonly each: number | null;
  /** Highest and as many lowest totals that the trimmed mean leaves out, 0 to 3. */
  readonly trim: number;
  /** Highest − lowest total of a dossier above which the council has to discuss it; null: never. */
  readonly spread: number | null;
  readonly by: RankingBasis;
  /** How many in a field (or overall, as prizes are) go on to the next round; null: those who win. */
  readonly goes_on: number | null;
}

/** A bundle of settings that holds from a second to a second, the last one included. */
export interface Phase {
  readonly key: string;
  readonly name: string;
  /** null: not set yet. */
  readonly opens: LocalSecond | null;
  /** The last second in it; null: without an end once it is open. */
  readonly closes: LocalSecond | null;
  readonly permits: readonly Permit[];
  readonly hidden: readonly Hiding[];
  /** Key of the rubric that is judged by. */
  readonly rubric: string | null;
  /** null: nobody judges in it. */
  readonly review: PhaseReview | null;
}

/** What is hidden from somebody in any of these phases. */
export function hiddenFrom(phases: readonly Phase[], party: Party): ReadonlySet<Hideable> {
  return new Set(
    phases.flatMap((phase) =>
      phase.hidden.filter((one) => one.from === party).flatMap((one) => one.what),
    ),
  );
}

/** Whether the phase lets somebody do it, whenever it is open. */
export function permits(phase: Phase, who: Party, act: PhaseAct): boolean {
  return phase.permits.some((permit) => permit.who === who && permit.may.includes(act));
}

/** How a phase is judged where it says nothing: by the whole council, by the plain mean. */
export const plainReview: PhaseReview = {
  each: null,
  trim: 0,
  spread: null,
  by: 'mean',
  goes_on: null,
};

/** Whether judges judge in it: they may, and it has a rubric. */
export const isReviewing = (phase: Phase): boolean =>
  phase.rubric !== null && permits(phase, 'judge', 'judge');

/** How it is judged; what is not said is plain. */
export const reviewOf = ({ review }: Phase): PhaseReview => review ?? plainReview;

/** The phases in which judges judge, in their order. */
export const reviewingPhases = (phases: readonly Phase[]): Phase[] => phases.filter(isReviewing);
